import type { EvidenceResult, Where } from '../result.js';
import type { Piece, ScannedParagraph } from './scan.js';

/** A point between two characters of a w:t, or the edge of a paragraph. */
export interface Point {
  /** Offset in the XML. */
  readonly offset: number;
  /** The piece that is split here; null at the edge of a paragraph. */
  readonly piece: Piece | null;
}

/** The words of a document that a comment speaks of. `exact` is false when only their paragraph was found. */
export interface Anchor {
  readonly from: Point;
  readonly to: Point;
  readonly exact: boolean;
}

/** A paragraph's words without white space, and for each character the offsets of its XML and its piece. */
interface Indexed {
  readonly paragraph: ScannedParagraph;
  readonly text: string;
  readonly spots: readonly { readonly start: number; readonly end: number; readonly piece: Piece }[];
}

const BLANK = /[\s\u200b\u00ad\ufeff\u3000]/u;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Finds quotes in a scanned document. */
export class Locator {
  readonly #paragraphs: readonly Indexed[];

  constructor(xml: string, paragraphs: readonly ScannedParagraph[]) {
    this.#paragraphs = paragraphs.map((paragraph) => index(xml, paragraph));
  }

  /** The words of a quote nearest to its place; else its paragraph; null when neither is there. */
  find({ quote, where }: EvidenceResult): Anchor | null {
    for (const line of linesOf(quote)) {
      const holders = this.#paragraphs.filter(({ text }) => text.includes(line));
      const nearest = least(holders, ({ paragraph }) => distance(paragraph, where));
      const anchor = nearest && anchorAt(nearest, nearest.text.indexOf(line), line.length);
      if (anchor) return anchor;
    }
    const there = this.#paragraphs.find(({ paragraph }) => distance(paragraph, where) === 0);
    return there ? whole(there.paragraph) : null;
  }

  /** The first paragraph, for what has no place of its own. */
  first(): Anchor | null {
    const first = this.#paragraphs.find(({ text }) => text !== '') ?? this.#paragraphs[0];
    return first ? whole(first.paragraph) : null;
  }
}

/** The whole quote, then its lines, longest first: a quote of a cell joins the paragraphs of the cell. */
function linesOf(quote: string): string[] {
  const lines = quote
    .split('\n')
    .map(compact)
    .sort((a, b) => b.length - a.length);
  return [compact(quote), ...lines].filter((line) => line !== '');
}

const compact = (text: string): string => [...text].filter((character) => !BLANK.test(character)).join('');

function index(xml: string, paragraph: ScannedParagraph): Indexed {
  const text: string[] = [];
  const spots: Indexed['spots'][number][] = [];
  for (const piece of paragraph.pieces) {
    for (const match of xml.slice(piece.start, piece.end).matchAll(/&[^;&]{1,10};|[^&]|&/gu)) {
      const character = decoded(match[0]);
      if (BLANK.test(character)) continue;
      const start = piece.start + match.index;
      // A character outside the basic plane takes two positions of the text and one of the XML.
      for (const unit of character.split('')) {
        text.push(unit);
        spots.push({ start, end: start + match[0].length, piece });
      }
    }
  }
  return { paragraph, text: text.join(''), spots };
}

function decoded(raw: string): string {
  const name = /^&(.+);$/u.exec(raw)?.[1];
  if (name === undefined) return raw;
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? raw;
  const code = name.startsWith('#x')
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : raw;
}

function anchorAt({ paragraph, spots }: Indexed, from: number, length: number): Anchor | null {
  if (paragraph.start === paragraph.end) return whole(paragraph);
  const first = spots[from];
  const last = spots[from + length - 1];
  if (!first || !last) return null;
  return {
    from: { offset: first.start, piece: first.piece },
    to: { offset: last.end, piece: last.piece },
    exact: true,
  };
}

const whole = (paragraph: ScannedParagraph): Anchor => ({
  from: { offset: paragraph.start, piece: null },
  to: { offset: paragraph.end, piece: null },
  exact: false,
});

/** How far a paragraph is from a place; 0 is the place itself. Tables and text do not mix. */
function distance(paragraph: ScannedParagraph, where: Where): number {
  if (where.table !== null) {
    if (paragraph.table === null) return 1_000_000;
    const apart = (a: number | null, b: number | null): number =>
      a === null || b === null ? 0 : Math.abs(a - b);
    return (
      apart(paragraph.table, where.table) * 10_000 +
      apart(paragraph.row, where.row) * 50 +
      apart(paragraph.column, where.column)
    );
  }
  if (where.paragraph === null) return 1;
  if (paragraph.paragraph === null) return 1_000_000;
  return Math.abs(paragraph.paragraph - where.paragraph);
}

function least<T>(items: readonly T[], measure: (item: T) => number): T | null {
  let best: T | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = measure(item);
    if (size < lowest) [best, lowest] = [item, size];
  }
  return best;
}
