/** The text of an XML part: its encoding, and what must be taken out of it before a parser accepts it. */

/** Characters that XML 1.0 forbids, raw. WPS and report systems let them through from pasted text. */
const ILLEGAL_RAW =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Whether a closer look is needed; most reports have no such character. */
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/;
const REFERENCE = /&#(?:x([0-9a-f]{1,8})|([0-9]{1,10}));/gi;

/** Encoding of a part: UTF-8 unless a byte order mark or the declaration says otherwise. */
export function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  if (declared === undefined || /^utf-?(?:8|16)/i.test(declared)) return 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    // An encoding nobody knows; UTF-8 is what Office would try.
    return 'utf-8';
  }
}

/** Takes out what XML forbids, so that a pasted control character does not cost the whole report. */
export function withoutIllegal(source: string, removed: { count: number }): string {
  let clean = source;
  if (SUSPECT.test(source))
    clean = source.replace(ILLEGAL_RAW, () => {
      removed.count++;
      return '';
    });
  if (!clean.includes('&#')) return clean;
  return clean.replace(REFERENCE, (whole, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
    if (isXmlCharacter(code)) return whole;
    removed.count++;
    return '';
  });
}

const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** Where text may be cut so that no reference (at most 12 characters) is cut. */
export function beforeOpenReference(text: string): number {
  const ampersand = text.lastIndexOf('&');
  return ampersand >= text.length - 12 && !text.includes(';', ampersand) && ampersand >= 0
    ? ampersand
    : text.length;
}
