import type { Glyph } from './content.js';
import { headWidth, RAISED_SIZE, written } from './writing.js';

/** One printed line of a cell or of the running text. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  /** Width of the piece that could not be cut at the start of the line: a word, a number, or a character. */
  readonly head: number;
  /** Stretches of text with broad gaps between them: what a table without borders shows as its cells. */
  readonly spans: readonly Span[];
  /** Every glyph is marked as page furniture by the producer. */
  readonly artifact: boolean;
  readonly glyphs: readonly Glyph[];
}

/** A stretch of a line without broad gaps. */
export interface Span {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly glyphs: readonly Glyph[];
}

/** Baselines nearer than this share of the smaller size belong to one line (superscripts, mixed fonts). */
const SAME_LINE = 0.5;
/** A gap of this many sizes parts two spans. */
const BROAD_GAP = 1.6;

/** Puts glyphs of one region into lines, top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const upright = glyphs.filter((glyph) => glyph.angle === 0);
  if (upright.length < glyphs.length) {
    const columns = columnsOfType(glyphs);
    if (columns) return columns;
  }
  const lines = rows(upright).map(lineOf);
  for (const angle of [90, 270, 180]) {
    const turned = glyphs.filter((glyph) => glyph.angle === angle);
    if (turned.length > 0) lines.push(...rows(turned.map((glyph) => turn(glyph, angle))).map(lineOf));
  }
  return lines.filter((line) => line.text !== '');
}

/** Characters of a line stand nearer than this share of their size; those of neighbouring columns of type do not. */
const COLUMN_GAP = 0.12;

/**
 * Columns of type read from top to bottom, in which figures and Latin words lie on their side and the Chinese
 * characters between them stand upright. Null when there is no such column: some characters make lines.
 */
function columnsOfType(glyphs: readonly Glyph[]): Line[] | null {
  if (glyphs.some(({ angle }) => angle !== 0 && angle !== 90)) return null;
  const printed = glyphs.filter(({ text }) => text.trim() !== '');
  const standing = printed.filter(({ angle }) => angle === 0);
  const lying = printed.filter(({ angle }) => angle === 90);
  const inLine = rows(standing).some((row) =>
    row.some((glyph, i) => {
      const before = row[i - 1];
      return before !== undefined && glyph.x - before.x - before.width < COLUMN_GAP * glyph.size;
    }),
  );
  const shared = lying.some((glyph) =>
    standing.some(({ x, width }) => glyph.x > x - 0.5 * width && glyph.x < x + width),
  );
  if (inLine || !shared) return null;
  const laid = printed.map((glyph) =>
    glyph.angle === 90
      ? turn(glyph, 90)
      : { ...glyph, x: glyph.y - 0.88 * glyph.size, y: -glyph.x, width: glyph.size },
  );
  return rows(laid)
    .map(lineOf)
    .filter((line) => line.text !== '');
}

/** A glyph written along another direction, laid into the page's direction so that its line can be read. */
function turn(glyph: Glyph, angle: number): Glyph {
  if (angle === 90) return { ...glyph, x: glyph.y, y: -glyph.x, angle: 0 };
  if (angle === 270) return { ...glyph, x: -glyph.y, y: glyph.x, angle: 0 };
  return { ...glyph, x: -glyph.x, y: -glyph.y, angle: 0 };
}

function rows(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const all: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of sorted) {
    const last = all.at(-1);
    if (last && glyph.y - last.y <= SAME_LINE * Math.min(glyph.size, last.size)) {
      last.glyphs.push(glyph);
      // The baseline of a line is that of its larger characters.
      if (glyph.size > last.size * 1.05 && glyph.text !== ' ') {
        last.y = glyph.y;
        last.size = glyph.size;
      }
    } else all.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return withRaised(all).map((glyphs) => glyphs.sort((a, b) => middle(a) - middle(b)));
}

interface Cluster {
  readonly y: number;
  readonly size: number;
  readonly glyphs: Glyph[];
}

/** Joins small raised type (notes' marks, powers) to the line below it that it stands in. */
function withRaised(clusters: readonly Cluster[]): Glyph[][] {
  const lines: Glyph[][] = [];
  let raised: Cluster | undefined;
  for (const cluster of clusters) {
    if (raised) {
      const rise = cluster.y - raised.y;
      const own = raised.size < RAISED_SIZE * cluster.size && rise < 0.7 * cluster.size;
      if (own) cluster.glyphs.push(...raised.glyphs.map((glyph) => ({ ...glyph, y: cluster.y - rise })));
      else lines.push(raised.glyphs);
    }
    raised = undefined;
    // Whether the type is small shows only beside the next line.
    if (cluster.glyphs.length <= 12) raised = cluster;
    else lines.push(cluster.glyphs);
  }
  if (raised) lines.push(raised.glyphs);
  return lines;
}

/** Kerned neighbours may overlap; their middles still stand in the order of reading. */
const middle = (glyph: Glyph): number => glyph.x + glyph.width / 2;

function lineOf(sorted: readonly Glyph[]): Line {
  const glyphs = withoutShadows(sorted);
  const printed = glyphs.filter((glyph) => glyph.text.trim() !== '');
  const first = printed[0];
  const last = printed.at(-1);
  if (!first || !last) return { ...EMPTY, glyphs };
  const size = Math.max(...printed.map((glyph) => glyph.size));
  const main = printed.find((glyph) => glyph.size === size) ?? first;
  const afterBlank = new Set<Glyph>();
  let blank = false;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') blank = true;
    else {
      if (blank) afterBlank.add(glyph);
      blank = false;
    }
  }
  const spans: Span[] = [];
  let from = 0;
  for (let i = 1; i <= printed.length; i++) {
    const before = printed[i - 1];
    const after = printed[i];
    if (before && after && after.x - before.x - before.width <= BROAD_GAP * size) continue;
    const stretch = printed.slice(from, i);
    const head = stretch[0];
    const tail = stretch.at(-1);
    if (head && tail)
      spans.push({
        text: written(stretch, afterBlank, main),
        left: head.x,
        right: tail.x + tail.width,
        glyphs: stretch,
      });
    from = i;
  }
  return {
    text: spans.map((span) => span.text).join(' '),
    left: first.x,
    right: last.x + last.width,
    y: main.y,
    size,
    head: headWidth(printed),
    spans,
    artifact: printed.every((glyph) => glyph.artifact),
    glyphs,
  };
}

const EMPTY: Line = {
  text: '',
  left: 0,
  right: 0,
  y: 0,
  size: 0,
  head: 0,
  spans: [],
  artifact: false,
  glyphs: [],
};

/** Drops a character printed twice at almost the same place, as some producers do for bold type. */
function withoutShadows(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    const last = kept.at(-1);
    const shadow =
      last !== undefined &&
      last.text === glyph.text &&
      glyph.x - last.x < 0.3 * Math.min(glyph.width || glyph.size, last.width || last.size) &&
      glyph.text !== ' ';
    if (!shadow) kept.push(glyph);
  }
  return kept;
}
