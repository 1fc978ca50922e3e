import { DEFAULT_LIMITS } from '../limits.js';
import { openPackage } from './package.js';

/** Who signs the comments and opinions that this program writes. */
export const AUTHOR = '稽核';

/** Every part that this program packs carries this date: same content, same bytes. Word and WPS write others. */
export const PACKED_ON = new Date(2000, 0, 1);

/** The date as a zip entry stores it, time first. */
const STORED_DATE = [0, 0, (1 << 5) | 1, (PACKED_ON.getFullYear() - 1980) << 1] as const;
const DATE_AT = 10;
/** Bytes of a file that `mayBeOwnOutput` looks at. */
export const HEAD_BYTES = DATE_AT + STORED_DATE.length;

/** Whether the first bytes of a file are those of a package that this program packed. */
export const mayBeOwnOutput = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && STORED_DATE.every((byte, i) => head[DATE_AT + i] === byte);

/**
 * Whether a file is a commented copy or an opinion as this program wrote it. One that was saved again by Word or WPS
 * is a report in its next version, whatever comments still stand in it, and is none.
 */
export function isOwnOutput(bytes: Uint8Array): boolean {
  if (!mayBeOwnOutput(bytes)) return false;
  try {
    const pkg = openPackage(bytes, DEFAULT_LIMITS);
    const words = (name: string): string => new TextDecoder().decode(pkg.part(name) ?? new Uint8Array());
    return (
      words('docProps/core.xml').includes(`<dc:creator>${AUTHOR}</dc:creator>`) ||
      pkg.names.some((name) => /comments\.xml$/iu.test(name) && words(name).includes(`w:author="${AUTHOR}"`))
    );
  } catch {
    return false;
  }
}
