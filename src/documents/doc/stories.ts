/** Where headers, footers, notes and text boxes stand among the characters of the file. */
import type { Stratum } from '../model.js';
import { type Size, TWIPS_PER_CM } from './data-stream.js';
import { PAIR, viewOf, type WordFile } from './word-file.js';

/** A range of characters with the place in the body it belongs to, null when it belongs to none. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly stratum: Stratum;
  readonly anchor: number | null;
}

/** Where a drawn shape is anchored in the body. */
export interface Anchor {
  readonly position: number;
  readonly shape: number;
  readonly size: Size;
}

/** The first six are the rules above notes; then six to a section, of which each may be left out. */
const SEPARATORS = 6;
const STRATA: readonly Stratum[] = ['header', 'header', 'footer', 'footer', 'header', 'footer'];
const BOX_BYTES = 22;
const ANCHOR_BYTES = 26;
/** Where the number of the shape stands in a text box's entry. */
const SHAPE_AT = 14;
/** Bytes behind each place of a note or comment in the text. */
const NOTE_BYTES = 2;
const COMMENT_BYTES = 30;

/** Where each story begins, the body being at 0. */
export function storyStarts(lengths: WordFile['lengths']): WordFile['lengths'] {
  let at = 0;
  const next = (length: number): number => {
    const start = at;
    at += length;
    return start;
  };
  return {
    body: next(lengths.body),
    footnotes: next(lengths.footnotes),
    headers: next(lengths.headers),
    macros: next(lengths.macros),
    annotations: next(lengths.annotations),
    endnotes: next(lengths.endnotes),
    textboxes: next(lengths.textboxes),
    headerTextboxes: next(lengths.headerTextboxes),
  };
}

/** Headers, footers, notes and comments. */
export function asides(file: WordFile): Range[] {
  const starts = storyStarts(file.lengths);
  const { lengths } = file;
  return [
    ...headers(file.part(PAIR.headers), starts.headers, lengths.headers),
    ...range(starts.headerTextboxes, lengths.headerTextboxes, 'header'),
    ...noted(file, 'footnote', starts.footnotes, lengths.footnotes),
    ...noted(file, 'endnote', starts.endnotes, lengths.endnotes),
    ...noted(file, 'comment', starts.annotations, lengths.annotations),
  ];
}

const range = (start: number, length: number, stratum: Stratum): Range[] =>
  length > 0 ? [{ start, end: start + length, stratum, anchor: null }] : [];

function headers(plc: Uint8Array, start: number, length: number): Range[] {
  const positions = rising(words(plc));
  const found: Range[] = [];
  for (let i = SEPARATORS; i + 1 < positions.length; i++) {
    const from = positions[i] ?? 0;
    const to = Math.min(positions[i + 1] ?? 0, length);
    const stratum = STRATA[(i - SEPARATORS) % STRATA.length];
    if (stratum && from < to) found.push({ start: start + from, end: start + to, stratum, anchor: null });
  }
  return found;
}

const NOTES = {
  footnote: { places: PAIR.footnotePlaces, text: PAIR.footnoteText, bytes: NOTE_BYTES },
  endnote: { places: PAIR.endnotePlaces, text: PAIR.endnoteText, bytes: NOTE_BYTES },
  comment: { places: PAIR.annotationPlaces, text: PAIR.annotationText, bytes: COMMENT_BYTES },
} as const;

/** Notes one by one, each with its place in the body; the whole story when its parts cannot be told. */
function noted(file: WordFile, stratum: keyof typeof NOTES, start: number, length: number): Range[] {
  const { places, text, bytes } = NOTES[stratum];
  const anchors = [...entries(file.part(places), bytes)];
  const positions = rising(words(file.part(text)));
  const found = anchors.flatMap(({ position }, i): Range[] => {
    const from = positions[i] ?? length;
    const to = Math.min(positions[i + 1] ?? length, length);
    return from < to ? [{ start: start + from, end: start + to, stratum, anchor: position }] : [];
  });
  return found.length > 0 ? found : range(start, length, stratum);
}

/** Drawn shapes of the body in the order of their anchors. */
export function anchors(file: WordFile): Anchor[] {
  const found: Anchor[] = [];
  for (const { position, data } of entries(file.part(PAIR.shapeAnchors), ANCHOR_BYTES)) {
    const view = viewOf(data);
    const side = (from: number, to: number): number =>
      (view.getInt32(to, true) - view.getInt32(from, true)) / TWIPS_PER_CM;
    found.push({
      position,
      shape: view.getUint32(0, true),
      size: { width: side(4, 12), height: side(8, 16) },
    });
  }
  return found.sort((a, b) => a.position - b.position);
}

/** Text boxes of the body, by the number of their shape. */
export function textboxes(
  file: WordFile,
): ReadonlyMap<number, { readonly start: number; readonly end: number }> {
  const start = storyStarts(file.lengths).textboxes;
  const boxes = new Map<number, { readonly start: number; readonly end: number }>();
  let last = 0;
  for (const { position, next, data } of entries(file.part(PAIR.textboxText), BOX_BYTES)) {
    const end = Math.min(next, file.lengths.textboxes);
    if (position < last) break;
    last = position;
    if (position < end)
      boxes.set(viewOf(data).getUint32(SHAPE_AT, true), { start: start + position, end: start + end });
  }
  return boxes;
}

/** A list of character positions with data of a fixed size for each but the last. */
function* entries(
  plc: Uint8Array,
  bytes: number,
): Generator<{ readonly position: number; readonly next: number; readonly data: Uint8Array }> {
  const count = Math.floor((plc.length - 4) / (4 + bytes));
  const view = viewOf(plc);
  for (let i = 0; i < count; i++) {
    const at = (count + 1) * 4 + i * bytes;
    yield {
      position: view.getUint32(i * 4, true),
      next: view.getUint32(i * 4 + 4, true),
      data: plc.subarray(at, at + bytes),
    };
  }
}

function words(bytes: Uint8Array): number[] {
  const view = viewOf(bytes);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

/** Positions as far as they rise: parts of a story follow each other, and damage must not read one twice. */
function rising(positions: readonly number[]): readonly number[] {
  const falls = positions.findIndex((position, i) => position < (positions[i - 1] ?? 0));
  return falls < 0 ? positions : positions.slice(0, falls);
}
