import type { PageLayout, PrintedLine } from './layout.js';
import { joined, type SetLine, startsParagraph } from './prose.js';

/** A paragraph of the running text and the page on which it begins. */
export interface PrintedParagraph {
  readonly page: number;
  readonly text: string;
}

/** Between the lines of one paragraph no more than this many usual line distances. */
const LOOSE = 1.3;
/** A distance between lines, in sizes, that no paragraph exceeds when the usual one cannot be measured. */
const WIDEST = 2.6;

const HANGING = /[，。、；：,.;:]$/;
/** Lines without a mark at their end, from which the right edge can be told. */
const FEWEST = 8;
/** Less than a character: what a line set without justification may leave at its end. */
const RAGGED = 8;

/** Edges and line distance of the running text, for pages of one width. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  /** Distance of the lines within a paragraph, in sizes of their type, and in points: many reports set it exactly. */
  readonly pitch: number;
  readonly distance: number;
}

/** Measures the running text of the pages of each width: where its lines begin and end, how far apart they stand. */
export function measures(pages: readonly PageLayout[]): ReadonlyMap<number, Measure> {
  const byWidth = new Map<number, PageLayout[]>();
  for (const page of pages) {
    const key = Math.round(page.width);
    byWidth.set(key, [...(byWidth.get(key) ?? []), page]);
  }
  return new Map([...byWidth].map(([width, group]) => [width, measure(group, width)]));
}

function measure(pages: readonly PageLayout[], width: number): Measure {
  const lefts: number[] = [];
  const rights: number[] = [];
  const hung: number[] = [];
  for (const page of pages)
    for (const item of page.items)
      if (item.kind === 'line') {
        lefts.push(item.line.left);
        // Marks at the end of a line may hang over the edge.
        if (HANGING.test(item.line.text)) hung.push(item.line.right);
        else rights.push(item.line.right);
      }
  if (lefts.length < 4)
    return { left: width * 0.12, right: width * 0.88, pitch: WIDEST / LOOSE, distance: 0 };
  lefts.sort((a, b) => a - b);
  if (rights.length < FEWEST) rights.push(...hung);
  rights.sort((a, b) => a - b);
  const left = commonEdge(lefts);
  const right = rightEdge(rights, left, width);
  return { left, right, ...innerPitch(pages, left, right) };
}

/** Where long lines end: nearly all of them when justified, the longer of them when ragged; some marks hang over. */
function rightEdge(sorted: readonly number[], left: number, width: number): number {
  const reach = (sorted.at(-1) ?? width) - left;
  const long = sorted.filter((right) => right > left + 0.75 * reach);
  const edge = long[Math.floor(0.85 * long.length)];
  // Lines broken by an edge end near it, however narrow the text is set.
  if (
    edge !== undefined &&
    long.length >= FEWEST &&
    long.filter((right) => right > edge - RAGGED).length > 0.6 * long.length
  )
    return edge;
  return edge === undefined || long.length < 4 || reach < 0.5 * width
    ? Math.max(width - left, edge ?? 0)
    : edge;
}

/** The usual distance from a full line to one that is not indented, which is most likely its continuation. */
function innerPitch(
  pages: readonly PageLayout[],
  left: number,
  right: number,
): { readonly pitch: number; readonly distance: number } {
  const pitches: number[] = [];
  const distances: number[] = [];
  for (const page of pages) {
    let previous: PrintedLine | undefined;
    for (const item of page.items) {
      const line = item.kind === 'line' ? item.line : undefined;
      const before = previous?.line;
      if (line && before && before.right > right - before.size && line.left < left + 0.5 * line.size) {
        pitches.push((line.y - before.y) / Math.max(line.size, before.size));
        distances.push(line.y - before.y);
      }
      previous = item.kind === 'line' ? item : undefined;
    }
  }
  if (pitches.length < 3) return { pitch: WIDEST / LOOSE, distance: 0 };
  return { pitch: lowerQuarter(pitches), distance: lowerQuarter(distances) };
}

const lowerQuarter = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0;

/** The outermost place that a fair share of the lines keep to. */
function commonEdge(sorted: readonly number[]): number {
  const enough = Math.max(2, sorted.length * 0.08);
  for (let i = 0; i < sorted.length; i++) {
    const from = sorted[i] ?? 0;
    let count = 0;
    while (i + count < sorted.length && (sorted[i + count] ?? 0) <= from + 3) count++;
    if (count >= enough) return from;
  }
  return sorted[0] ?? 0;
}

/** Gathers lines, given in reading order, into paragraphs. */
export class ParagraphBuilder {
  readonly #measures: ReadonlyMap<number, Measure>;
  readonly #widths: ReadonlyMap<number, number>;
  #lines: string[] = [];
  #page = 0;
  #last: { readonly set: SetLine; readonly page: number } | undefined;

  constructor(pages: readonly PageLayout[]) {
    this.#measures = measures(pages);
    this.#widths = new Map(pages.map((page) => [page.page, Math.round(page.width)]));
  }

  /** Adds a line; yields the paragraph before it when this line begins another. */
  add({ line, page, column }: PrintedLine): PrintedParagraph | null {
    const whole = this.#measures.get(this.#widths.get(page) ?? 0) ?? {
      left: 0,
      right: 0,
      pitch: WIDEST,
      distance: 0,
    };
    const measure = { ...whole, ...column };
    const set: SetLine = { line, left: measure.left, right: measure.right };
    const last = this.#last;
    let done: PrintedParagraph | null = null;
    if (last) {
      const apart =
        last.page === page &&
        line.y - last.set.line.y >
          LOOSE * Math.max(measure.pitch * Math.max(line.size, last.set.line.size), measure.distance);
      if (apart || startsParagraph(last.set, set, measure.left)) done = this.end();
    }
    if (this.#lines.length === 0) this.#page = page;
    this.#lines.push(line.text);
    this.#last = { set, page };
    return done;
  }

  /** Ends the open paragraph, null when there is none. */
  end(): PrintedParagraph | null {
    if (this.#lines.length === 0) return null;
    const done = { page: this.#page, text: joined(this.#lines) };
    this.#lines = [];
    this.#last = undefined;
    return done;
  }
}
