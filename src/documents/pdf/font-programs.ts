/**
 * The outlines of embedded fonts are for drawing. pdf.js converts those of every font it meets all the same, and for a
 * font of some megabytes that is most of the time a report takes to read. A font that says itself which character each
 * code means needs no outlines to be read: in the copy that is handed to the library, its descriptor no longer names
 * them. Fonts whose codes are told by the outlines' own names, or that stand in compressed objects, stay as they are.
 */

import { mappedCodes } from './to-unicode.js';

/** An object of the file: number and generation, what stands before its stream, and where that begins. */
interface PdfObject {
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

/** Bytes of an object that are looked at; the widths of a large font take some ten thousand. */
const LONGEST = 65_536;

/** Fonts whose tables are read; a report has a dozen. */
const MOST_TABLES = 200;

/** What stands behind the number of an object. */
const HEAD = ' obj';

/** A copy of the PDF, of the same length, in which fonts that are legible without outlines have none. */
export function withoutFontPrograms(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const pdf = Buffer.from(copy.buffer).toString('latin1');
  const objects = fontObjects(pdf);
  const idle = idleDescriptors(objects, pdf);
  const struck = new Set<string>();
  for (const { id, text, at } of objects) {
    if (!idle.has(id) || !isSubset(text)) continue;
    struck.add(id);
    for (const { index } of text.matchAll(OUTLINES)) copy[at + index + 1] = 'f'.charCodeAt(0);
  }
  // Without outlines the library takes codes of a Type 1 font that have no name for blanks; of another kind it does not.
  for (const { text, at } of objects) {
    const kind = struck.has(descriptorOf(text) ?? '') ? TYPE1.exec(text) : null;
    if (kind) copy[at + kind.index + kind[0].length] = '_'.charCodeAt(0);
  }
  return copy;
}

/** Fonts, their descriptors, and lists of one reference, which often stand between two fonts. */
function fontObjects(pdf: string): PdfObject[] {
  const found: PdfObject[] = [];
  for (let head = pdf.indexOf(HEAD), next = head; head !== -1; head = next) {
    next = pdf.indexOf(HEAD, head + 1);
    const id = /\d{1,10} \d{1,5}$/.exec(pdf.slice(Math.max(0, head - 16), head))?.[0];
    if (id === undefined) continue;
    const at = head + HEAD.length;
    const body = pdf.slice(at, Math.min(at + LONGEST, next === -1 ? pdf.length : next));
    const end = body.search(/\bstream\b|endobj/);
    const text = body.slice(0, end === -1 ? 0 : end);
    if (LIST_OF_ONE.test(text) || /\/(?:DescendantFonts|FontDescriptor|FontFile[23]?)\b/.test(text))
      found.push({ id, text, at });
  }
  return found;
}

/** Descriptors of fonts that are legible without outlines, and of no other. */
function idleDescriptors(objects: readonly PdfObject[], pdf: string): ReadonlySet<string> {
  const lists = new Map(objects.map(({ id, text }) => [id, LIST_OF_ONE.exec(text)?.[1]]));
  const spelled = new Set<string>();
  const others = new Set<string>();
  for (const { text } of objects) {
    const below = /\/DescendantFonts\s*\[?\s*(\d+ \d+) R/.exec(text)?.[1];
    if (below !== undefined) (isSpelled(text) ? spelled : others).add(lists.get(below) ?? below);
  }
  const idle = new Set<string>();
  const needed = new Set<string>();
  let tables = 0;
  for (const { id, text } of objects) {
    const descriptor = descriptorOf(text);
    if (descriptor === undefined) continue;
    const legible =
      isPlain(text) ||
      (spelled.has(id) && !others.has(id)) ||
      (isNamed(text) && ++tables <= MOST_TABLES && isMapped(text, pdf));
    (legible ? idle : needed).add(descriptor);
  }
  return new Set([...idle].filter((descriptor) => !needed.has(descriptor)));
}

const descriptorOf = (font: string): string | undefined => /\/FontDescriptor\s+(\d+ \d+) R/.exec(font)?.[1];

const LIST_OF_ONE = /^\s*\[\s*(\d+ \d+) R\s*\]\s*$/;

const TYPE1 = /\/Subtype\s*\/Type(?=1\b)/;

const OUTLINES = /\/FontFile[23]?(?=\s+\d+ \d+ R)/g;

/**
 * A composite font says what its codes mean, and runs from left to right: a vertical one without outlines changes its
 * signs.
 */
const isSpelled = (font: string): boolean =>
  /\/ToUnicode\s+\d+ \d+ R/.test(font) && /\/Encoding\s*\/Identity-H\b/.test(font);

/**
 * A simple font has one way to say what its codes mean: the usual table of Latin letters and digits (as Word writes
 * beside Chinese fonts) or a table of its own (as LibreOffice writes). One with both is left alone.
 */
const isPlain = (font: string): boolean =>
  /\/Subtype\s*\/TrueType\b/.test(font) &&
  (/\/Encoding\s*\/WinAnsiEncoding\b/.test(font)
    ? !font.includes('/ToUnicode')
    : !font.includes('/Encoding') && /\/ToUnicode\s+\d+ \d+ R/.test(font));

/** A simple font of the older kind, whose outlines name their codes. */
const isNamed = (font: string): boolean => TYPE1.test(font) && !font.includes('/Encoding');

/**
 * The font's own table gives a meaning to every code: for the rest the library would ask the names. (The code 0 stands
 * for what is missing.)
 */
function isMapped(font: string, pdf: string): boolean {
  const [table, first, last] = [/\/ToUnicode\s+(\d+ \d+) R/, /\/FirstChar\s+(\d+)/, /\/LastChar\s+(\d+)/].map(
    (entry) => entry.exec(font)?.[1],
  );
  if (table === undefined || first === undefined || last === undefined || Number(last) > 255) return false;
  const codes = mappedCodes(pdf, table);
  for (let code = Math.max(1, Number(first)); code <= Number(last); code++)
    if (!codes.has(code)) return false;
  return true;
}

/** A font named in full may be one that the library has outlines of its own for. */
const isSubset = (descriptor: string): boolean => /\/FontName\s*\/[A-Z]{6}\+/.test(descriptor);
