/**
 * An Office package (a zip of parts) opened without trust: its directory is read here, only the parts that are
 * asked for are unpacked, every unpacked byte is counted, and nothing is ever written to disk.
 */
import { inflateRawSync } from 'node:zlib';
import type { Limits } from '../limits.js';
import { UnreadableError } from '../model.js';

const END_RECORD = 0x06054b50;
const ENTRY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** A zip comment, which may follow the end record, has at most so many bytes. */
const LONGEST_COMMENT = 0xffff;
const ZIP64_FIELD = 1;
/** A size or place too large for its field, or left to the zip64 field. */
const IN_ZIP64 = 0xffff_ffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

const DAMAGED =
  '文件已损坏或不完整，无法解开 Word 文档；请向报送单位重新索取，或用 Word、WPS 打开修复后另存。';

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** The parts of an Office package by name. Names are compared without regard to case, as Office does. */
export interface Package {
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The unpacked bytes of a part, null when there is no such part. Throws UnreadableError when the part is
   * damaged, encrypted, or brings the package over the limit of unpacked bytes.
   */
  part(name: string): Uint8Array | null;
}

/**
 * Opens a package. Throws UnreadableError when the directory is missing or broken, when parts overlap or are
 * too many, or when their sum is over the limit.
 */
export function openPackage(bytes: Uint8Array, limits: Limits): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  let left = limits.unpackedBytes;

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(canonical(name)),
    part(name) {
      const entry = entries.get(canonical(name));
      if (entry === undefined) return null;
      const unpacked = unpack(bytes, view, entry, left, limits);
      left -= unpacked.length;
      return unpacked;
    },
  };
}

/** Backslashes come from exporters on Windows; a leading slash from absolute part names. */
const canonical = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

function readDirectory(bytes: Uint8Array, view: DataView, limits: Limits): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts)
    throw new UnreadableError(
      `文件内含 ${count} 个部件，超过上限 ${limits.parts} 个，疑似恶意文件，未予打开；请确认来源。`,
    );
  // Bytes put before the package shift every offset by the same amount.
  const shift = end - view.getUint32(end + 12, true) - view.getUint32(end + 16, true);
  let at = end - view.getUint32(end + 12, true);
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  let total = 0;
  for (let n = 0; n < count; n++) {
    if (at < 0 || at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_RECORD)
      throw new UnreadableError(DAMAGED);
    const nameBytes = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    const sizes = readSizes(view, at, nameBytes);
    const entry = {
      ...sizes,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      offset: sizes.offset + shift,
    };
    total += entry.unpacked;
    // The first of two entries of one name wins; a later one cannot replace what was checked.
    const key = canonical(name);
    if (!name.endsWith('/') && !entries.has(key)) entries.set(key, entry);
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > limits.unpackedBytes) throw tooLarge(limits);
  refuseOverlaps([...entries.values()]);
  return entries;
}

/** Sizes and place of an entry; those that say 0xffffffff stand in the extra field of zip64 (id 1). */
function readSizes(
  view: DataView,
  at: number,
  nameBytes: number,
): Pick<Entry, 'packed' | 'unpacked' | 'offset'> {
  let unpacked = view.getUint32(at + 24, true);
  let packed = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  let extra = at + ENTRY_BYTES + nameBytes;
  const end = Math.min(extra + view.getUint16(at + 30, true), view.byteLength);
  for (; extra + 4 <= end; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== ZIP64_FIELD) continue;
    let value = extra + 4;
    const next = (): number => {
      if (value + 8 > end) throw new UnreadableError(DAMAGED);
      value += 8;
      return Number(view.getBigUint64(value - 8, true));
    };
    if (unpacked === IN_ZIP64) unpacked = next();
    if (packed === IN_ZIP64) packed = next();
    if (offset === IN_ZIP64) offset = next();
    break;
  }
  return { packed, unpacked, offset };
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--)
    if (view.getUint32(at, true) === END_RECORD) return at;
  throw new UnreadableError(DAMAGED);
}

/** No program writes two parts over the same bytes; it is the way to make a small file unpack to a huge one. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  let free = 0;
  for (const { offset, packed } of sorted) {
    if (offset < free)
      throw new UnreadableError(
        '文件的多个部件重叠在同一段数据上，疑似压缩炸弹，未予打开；请确认来源后重新获取原件。',
      );
    free = offset + LOCAL_BYTES + packed;
  }
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, left: number, limits: Limits): Uint8Array {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0)
    throw new UnreadableError('压缩包设有密码，无法读取内容；请取消密码后另存为 .docx，再审核。');
  const { offset } = entry;
  if (offset < 0 || offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL_RECORD)
    throw new UnreadableError(DAMAGED);
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new UnreadableError(DAMAGED);
  if (entry.method === STORED) {
    if (packed.length > left) throw tooLarge(limits);
    return packed;
  }
  if (entry.method !== DEFLATED) throw new UnreadableError(DAMAGED);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(limits);
    throw new UnreadableError(DAMAGED);
  }
}

const tooLarge = (limits: Limits): UnreadableError =>
  new UnreadableError(
    `文件解压后超过 ${Math.round(limits.unpackedBytes / 1_000_000)} MB 的上限，疑似压缩炸弹，未予打开；确属正常报告的，请压缩图片后另存，或调高上限。`,
  );
