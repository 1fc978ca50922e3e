/** Names of the entries of a zip package, from its directory alone: nothing is unpacked. */

const END_RECORD = 0x06054b50;
const ENTRY_RECORD = 0x02014b50;
const END_RECORD_BYTES = 22;
const ENTRY_BYTES = 46;
/** The end record may be followed by a comment of at most 65,535 bytes. */
const FURTHEST_END = END_RECORD_BYTES + 0xffff;

/**
 * Entry names with forward slashes (exporters on Windows write backslashes), null when the directory is missing:
 * the file was cut off or is no zip. A directory that breaks off yields the names before the break.
 */
export function zipNames(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const names: string[] = [];
  const decoder = new TextDecoder();
  const directoryBytes = view.getUint32(end + 12, true);
  // Bytes put before the package move the directory; its stated size still tells where it begins.
  const stated = view.getUint32(end + 16, true);
  const moved = end - directoryBytes;
  let at = isEntry(view, stated) ? stated : moved;
  while (isEntry(view, at)) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    names.push(name.replaceAll('\\', '/').replace(/^\//, ''));
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endRecord(view: DataView): number | null {
  const last = view.byteLength - END_RECORD_BYTES;
  for (let at = last; at >= Math.max(0, view.byteLength - FURTHEST_END); at--)
    if (view.getUint32(at, true) === END_RECORD) return at;
  return null;
}

const isEntry = (view: DataView, at: number): boolean =>
  at >= 0 && at + ENTRY_BYTES <= view.byteLength && view.getUint32(at, true) === ENTRY_RECORD;
