import { inflateSync } from 'node:zlib';

/** Characters of a table of one-byte codes: at most 256 rows. */
const LONGEST = 16_384;

/**
 * The one-byte codes that a ToUnicode table gives a meaning to.
 * @param pdf the file, one character a byte
 * @param id number and generation of the table's object
 * @returns none when the table cannot be read
 */
export function mappedCodes(pdf: string, id: string): ReadonlySet<number> {
  const codes = new Set<number>();
  const [, body = ''] = /^[\s\S]*?\bstream\r?\n([\s\S]*)$/.exec(objectText(pdf, id)) ?? [];
  const table = body.startsWith('/CIDInit') ? body.slice(0, LONGEST) : inflated(body);
  for (const [, kind, rows = ''] of table.matchAll(/\bbegin(bfchar|bfrange)\b([\s\S]*?)\bendbf/g))
    for (const [, first = '', last = first] of rows.matchAll(kind === 'bfchar' ? ONE_CODE : CODES))
      for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) codes.add(code);
  return codes;
}

const ONE_CODE = /<([0-9A-Fa-f]{2})>\s*<[0-9A-Fa-f]+>/g;
const CODES = /<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>\s*(?:<[0-9A-Fa-f]+>|\[[^\]]*\])/g;

function objectText(pdf: string, id: string): string {
  for (let at = pdf.indexOf(`${id} obj`); at !== -1; at = pdf.indexOf(`${id} obj`, at + 1)) {
    if (/\d/.test(pdf[at - 1] ?? '')) continue;
    const text = pdf.slice(at, at + LONGEST);
    const end = text.indexOf('endstream');
    return end === -1 ? '' : text.slice(0, end);
  }
  return '';
}

function inflated(body: string): string {
  try {
    return inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: LONGEST }).toString('latin1');
  } catch {
    // Encrypted, damaged or packed in another way: the table says nothing.
    return '';
  }
}
