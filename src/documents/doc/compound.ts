/**
 * Compound files (OLE2): the container of .doc, .xls, .ppt and of password-protected .docx. Every chain is followed
 * with a bound, so that a file whose sector tables run in circles ends in an error instead of a hang.
 */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const END_OF_CHAIN = 0xfffffffe;
/** Sector numbers from here on are marks (free, table, end), never places. */
const FIRST_MARK = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const ENTRY_BYTES = 128;
const STREAM = 2;
const ROOT = 5;

/** A container that cannot be followed; the message is for developers, readers turn it into a sentence. */
export class CompoundError extends Error {
  override readonly name = 'CompoundError';
}

/** Whether the bytes begin as a compound file does. */
export const isCompound = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
  /** Places of the neighbours in the tree of names, and of the first member of a storage. */
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** An opened container. Only entries that stand directly under the root are looked up by name. */
export interface Compound {
  /** Names of the storages and streams directly under the root. */
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream of the root; null when there is none. Throws CompoundError when its chain is broken. */
  stream(name: string): Uint8Array | null;
}

/** Opens a container. Throws CompoundError when its header, tables or directory cannot be followed. */
export function openCompound(bytes: Uint8Array): Compound {
  if (!isCompound(bytes) || bytes.length < 512) throw new CompoundError('no compound file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  const smallShift = view.getUint16(32, true);
  if ((sectorShift !== 9 && sectorShift !== 12) || smallShift < 4 || smallShift > sectorShift)
    throw new CompoundError('sector size');
  const sectorBytes = 1 << sectorShift;
  const sectorCount = Math.ceil(bytes.length / sectorBytes);
  const smallLimit = view.getUint32(56, true);

  const sector = (index: number): Uint8Array => {
    const start = (index + 1) * sectorBytes;
    if (index >= FIRST_MARK || start >= bytes.length) throw new CompoundError(`sector ${index}`);
    return bytes.subarray(start, start + sectorBytes);
  };
  const table = allocationTable(view, sector, sectorCount, sectorBytes);

  const chain = (first: number, links: Uint32Array): number[] => {
    const indices: number[] = [];
    for (let at = first; at !== END_OF_CHAIN; ) {
      const next = links[at];
      if (next === undefined || indices.length > links.length) throw new CompoundError(`chain at ${at}`);
      indices.push(at);
      at = next;
    }
    return indices;
  };
  const read = (first: number, size: number | null): Uint8Array =>
    concatenate(chain(first, table).map(sector), size);

  const entries = directory(read(view.getUint32(48, true), null));
  const root = entries.find((entry) => entry?.type === ROOT);
  if (!root) throw new CompoundError('no root');
  const members = rootMembers(entries);

  let small: { readonly links: Uint32Array; readonly bytes: Uint8Array } | null = null;
  const readSmall = (first: number, size: number): Uint8Array => {
    small ??= {
      links: words(read(view.getUint32(60, true), null)),
      bytes: read(root.start, root.size),
    };
    const { links, bytes: container } = small;
    const parts = chain(first, links).map((index) =>
      container.subarray(index << smallShift, (index + 1) << smallShift),
    );
    return concatenate(parts, size);
  };

  return {
    names: new Set(members.keys()),
    stream(name) {
      const entry = members.get(name);
      if (entry?.type !== STREAM) return null;
      if (entry.size === 0) return new Uint8Array(0);
      return entry.size < smallLimit ? readSmall(entry.start, entry.size) : read(entry.start, entry.size);
    },
  };
}

/** The sector allocation table, gathered from the header and from the sectors that extend it. */
function allocationTable(
  view: DataView,
  sector: (index: number) => Uint8Array,
  sectorCount: number,
  sectorBytes: number,
): Uint32Array {
  const tableSectors: number[] = [];
  for (let at = 76; at < 512; at += 4) tableSectors.push(view.getUint32(at, true));
  let extension = view.getUint32(68, true);
  for (let seen = 0; extension < FIRST_MARK; seen++) {
    if (seen > sectorCount) throw new CompoundError('circular master table');
    const links = words(sector(extension));
    tableSectors.push(...links.subarray(0, links.length - 1));
    extension = links[links.length - 1] ?? END_OF_CHAIN;
  }
  const used = tableSectors.filter((index) => index < FIRST_MARK);
  if (used.length > sectorCount) throw new CompoundError('table larger than the file');
  const links = new Uint32Array((used.length * sectorBytes) / 4).fill(NO_ENTRY);
  used.forEach((index, i) => {
    links.set(words(sector(index)), (i * sectorBytes) / 4);
  });
  return links;
}

/** The directory: one entry for every 128 bytes; unused ones are null. */
function directory(bytes: Uint8Array): (Entry | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: (Entry | null)[] = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const type = view.getUint8(at + 66);
    const nameBytes = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    const units: number[] = [];
    for (let i = 0; i < nameBytes; i += 2) units.push(view.getUint16(at + i, true));
    const word = (offset: number): number => view.getUint32(at + offset, true);
    entries.push(
      type === 0
        ? null
        : {
            name: String.fromCharCode(...units),
            type,
            left: word(68),
            right: word(72),
            child: word(76),
            start: word(116),
            size: word(120),
          },
    );
  }
  return entries;
}

/** Members of the root storage by name: a walk over its tree of names that enters each entry once. */
function rootMembers(entries: readonly (Entry | null)[]): Map<string, Entry> {
  const members = new Map<string, Entry>();
  const seen = new Set<number>();
  const open = [entries.find((entry) => entry?.type === ROOT)?.child ?? NO_ENTRY];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    members.set(entry.name, entry);
    open.push(entry.left, entry.right);
  }
  return members;
}

/** Little-endian words of a sector. */
function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

/** Sectors in a row, cut to the size the directory states. */
function concatenate(parts: readonly Uint8Array[], size: number | null): Uint8Array {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return size === null ? whole : whole.subarray(0, size);
}
