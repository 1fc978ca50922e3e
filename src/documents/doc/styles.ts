/** The style sheet: headings, and the properties a paragraph inherits from its style. */
import { flag, SPRM, type Sprm, sprms } from './sprm.js';
import { PAIR, viewOf, type WordFile } from './word-file.js';

export interface Style {
  /** Heading level counted from 0, null for styles that are no headings. */
  readonly headingLevel: number | null;
  /** Entry of a table of contents. */
  readonly contents: boolean;
  /** Paragraph modifiers, those of the base styles first. */
  readonly paragraph: readonly Sprm[];
  /** Whether text in this style is hidden, or struck through; null when the style does not say. */
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
}

/** A style as stored, before its base is looked up. */
interface Stored {
  /** Number of a built-in style: 1 to 9 are the headings, 19 to 27 the entries of a table of contents. */
  readonly builtIn: number;
  readonly base: number;
  readonly paragraph: readonly Sprm[];
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
}

const NO_BASE = 0xfff;
const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
/** Bytes of a style before its name in files of Word 97; the sheet states the real number. */
const LEAST_BASE_BYTES = 10;

/** Styles by number. A sheet that breaks off yields the styles before the break. */
export function readStyles(file: WordFile): readonly Style[] {
  const stored = [...storedStyles(file.part(PAIR.styles))];
  return stored.map((style) => resolve(style, stored));
}

function resolve(style: Stored | null, stored: readonly (Stored | null)[]): Style {
  const chain: Stored[] = [];
  for (let at = style; at && !chain.includes(at) && chain.length < 20; at = stored[at.base] ?? null)
    chain.push(at);
  const heading = chain.find(({ builtIn }) => builtIn >= 1 && builtIn <= 9);
  return {
    headingLevel: heading ? heading.builtIn - 1 : null,
    contents: style !== null && style.builtIn >= 19 && style.builtIn <= 27,
    paragraph: chain.toReversed().flatMap(({ paragraph }) => paragraph),
    hidden: chain.find(({ hidden }) => hidden !== null)?.hidden ?? null,
    struck: chain.find(({ struck }) => struck !== null)?.struck ?? null,
  };
}

function* storedStyles(sheet: Uint8Array): Generator<Stored | null> {
  if (sheet.length < 6) return;
  const view = viewOf(sheet);
  const count = view.getUint16(2, true);
  const baseBytes = Math.max(view.getUint16(4, true), LEAST_BASE_BYTES);
  let at = 2 + view.getUint16(0, true);
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const bytes = view.getUint16(at, true);
    const style = sheet.subarray(at + 2, at + 2 + bytes);
    at += 2 + bytes;
    yield bytes > baseBytes ? storedStyle(style, baseBytes) : null;
  }
}

function storedStyle(style: Uint8Array, baseBytes: number): Stored | null {
  if (style.length < baseBytes + 2) return null;
  const view = viewOf(style);
  const builtIn = view.getUint16(0, true) & 0xfff;
  const kind = view.getUint16(2, true) & 0xf;
  const base = view.getUint16(2, true) >> 4;
  const nameBytes = 2 + view.getUint16(baseBytes, true) * 2 + 2;
  const lists = propertyLists(style, baseBytes + nameBytes);
  // A paragraph style begins with its own number, which the lists of character styles lack.
  const paragraph =
    kind === PARAGRAPH_STYLE ? [...sprms((lists[0] ?? style.subarray(0, 0)).subarray(2))] : [];
  const characters = kind === PARAGRAPH_STYLE ? lists[1] : kind === CHARACTER_STYLE ? lists[0] : undefined;
  const modifiers = [...sprms(characters ?? style.subarray(0, 0))];
  const state = (code: number): boolean | null => {
    const last = modifiers.findLast((sprm) => sprm.code === code);
    return last ? flag(last) : null;
  };
  const hidden = state(SPRM.hidden);
  const struck = state(SPRM.struck);
  return { builtIn, base: base === NO_BASE ? -1 : base, paragraph, hidden, struck };
}

/** The property lists behind the name, each begun on an even offset. */
function propertyLists(style: Uint8Array, start: number): Uint8Array[] {
  const view = viewOf(style);
  const lists: Uint8Array[] = [];
  for (let at = start + (start & 1); at + 2 <= style.length && lists.length < 3; ) {
    const bytes = view.getUint16(at, true);
    lists.push(style.subarray(at + 2, at + 2 + bytes));
    at += 2 + bytes + (bytes & 1);
  }
  return lists;
}
