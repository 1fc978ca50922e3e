/** Running text set in two columns: the left one is read to its end before the right one. */
import type { Box } from './content.js';
import type { Line } from './lines.js';
import { linesOf } from './lines.js';

/** Where the gutter is looked for, in shares of the page's width, and how broad it is at least, in sizes of type. */
const MIDDLE = { from: 0.3, to: 0.7 };
const GUTTER = 0.8;
/** Shares of the lines that may cross a gutter, heads and feet of the page among them, and how many strips are tried. */
const CROSSING = [0.04, 0.1, 0.2];
const MOST_STRIPS = 3;
/** No gutter is narrower (points). */
const NARROWEST = 5;
/** Lines that each column has at least, and the share of them that fill it from edge to edge. */
const FEWEST = 5;
const KEEPING = 0.15;
const FEWEST_FULL = 3;

/** A line of a column, with the edges of the column and its place in the order of reading. */
export interface ColumnLine {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  /** It stands in the left column. */
  readonly first: boolean;
  readonly order: number;
}

/** Lines set in two columns, and the others. */
export interface TextColumns {
  readonly columned: readonly ColumnLine[];
  readonly others: readonly Line[];
}

/** The edges of the two columns of a page. */
export type Edges = readonly [Extent, Extent];

interface Extent {
  readonly left: number;
  readonly right: number;
}

/** The columns in which the pages of a file were found to be set so far, by the width of the page. */
export type KnownColumns = Map<number, Edges>;

/**
 * Finds stretches of lines beside and between no table of the page whose words never cross a gutter. Where an earlier
 * page of the same width is set in columns, lines that keep to these columns are as well, however short they are.
 */
export function textColumns(
  lines: readonly Line[],
  width: number,
  tables: readonly Box[],
  known: KnownColumns,
): TextColumns {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  let best: TextColumns = { columned: [], others: lines };
  for (const gutter of guttersOf(lines, width)) {
    const found = parted(sorted, tables, gutter, (zone) => zoneOf(zone, gutter));
    if (found.columned.length > best.columned.length) best = found;
  }
  const page = Math.round(width);
  const [left, right] = [true, false].map((first) => best.columned.find((line) => first === line.first));
  if (left && right) known.set(page, [left, right]);
  const edges = known.get(page);
  if (!edges) return best;
  const gutter = { left: edges[0].right, right: edges[1].left };
  return parted(sorted, tables, gutter, (zone) => keptTo(edges, zone));
}

function parted(
  sorted: readonly Line[],
  tables: readonly Box[],
  gutter: Gutter,
  columns: (zone: readonly Line[]) => readonly ColumnLine[],
): TextColumns {
  const columned: ColumnLine[] = [];
  const others: Line[] = [];
  let zone: Line[] = [];
  const flush = (): void => {
    const found = columns(zone);
    if (found.length > 0) columned.push(...found);
    else others.push(...zone);
    zone = [];
  };
  for (const line of sorted) {
    const before = zone.at(-1)?.y;
    const parted =
      before !== undefined && tables.some(({ top, bottom }) => bottom > before - line.size && top < line.y);
    if (parted) flush();
    if (crosses(line, gutter)) {
      flush();
      others.push(line);
    } else zone.push(line);
  }
  flush();
  return { columned, others };
}

interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** A word of the line stands in the middle of the gutter; the longest lines of a column may reach into its sides. */
const crosses = (line: Line, { left, right }: Gutter): boolean => {
  const side = (right - left) / 4;
  return line.glyphs.some(
    (glyph) => glyph.text.trim() !== '' && glyph.x < right - side && glyph.x + glyph.width > left + side,
  );
};

/**
 * Strips in the middle of the page that hardly any line crosses. Where the lines of a column are short, the strip they
 * leave free is broader than the gutter; so the broadest strips for several shares of crossing lines are tried.
 */
function guttersOf(lines: readonly Line[], width: number): Gutter[] {
  if (lines.length < FEWEST || !(width > 0 && width < 20_000)) return [];
  const from = Math.floor(width * MIDDLE.from);
  const counts = new Int32Array(Math.ceil(width * MIDDLE.to) - from);
  // The line that was last counted at each place: a line counts once wherever its glyphs overlap.
  const counted = new Int32Array(counts.length).fill(-1);
  lines.forEach((line, index) => {
    for (const { text, x, width: advance } of line.glyphs) {
      if (text.trim() === '') continue;
      const end = Math.min(counts.length, x + advance - from);
      for (let at = Math.max(0, Math.floor(x) - from); at < end; at++) {
        if (counted[at] === index) continue;
        counted[at] = index;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  });
  const found = new Map<string, Gutter>();
  for (const share of CROSSING)
    for (const gutter of strips(counts, lines.length * share)) {
      const { left, right } = gutter;
      if (right - left >= NARROWEST)
        found.set(`${left} ${right}`, { left: from + left, right: from + right });
    }
  return [...found.values()];
}

/** The broadest stretches of places that no more than `allowed` lines cross. */
function strips(counts: Int32Array, allowed: number): Gutter[] {
  const all: Gutter[] = [];
  let start = -1;
  for (let at = 0; at <= counts.length; at++) {
    const free = at < counts.length && (counts[at] ?? 0) <= allowed;
    if (free && start === -1) start = at;
    if (free || start === -1) continue;
    all.push({ left: start, right: at });
    start = -1;
  }
  return all.sort((a, b) => b.right - b.left - (a.right - a.left)).slice(0, MOST_STRIPS);
}

/** The lines of a stretch on either side of a place. */
const sidesOf = (zone: readonly Line[], middle: number): Line[][] =>
  [true, false].map((isLeft) =>
    zone.flatMap((line) => linesOf(line.glyphs.filter(({ x }) => x < middle === isLeft))),
  );

/** The lines of a stretch column by column; none when they leave the columns in which other pages are set. */
function keptTo(edges: Edges, zone: readonly Line[]): ColumnLine[] {
  const sides = sidesOf(zone, (edges[0].right + edges[1].left) / 2);
  const keeps = sides.every((side, i) => {
    const edge = edges[i] ?? edges[0];
    return side.every(
      ({ left, right, size, spans }) =>
        left > edge.left - size && right < edge.right + 1.5 * size && spans.length === 1,
    );
  });
  return keeps ? inOrder(zone, sides, edges) : [];
}

/** The lines of a stretch column by column; none when it is not set in two columns. */
function zoneOf(zone: readonly Line[], gutter: Gutter): ColumnLine[] {
  const middle = (gutter.left + gutter.right) / 2;
  const hasSide = (isLeft: boolean): boolean =>
    zone.filter(({ left, right }) => (isLeft ? left < middle : right > middle)).length >= FEWEST;
  if (!hasSide(true) || !hasSide(false)) return [];
  const sides = sidesOf(zone, middle);
  const [left, right] = sides;
  if (!left || !right || left.length < FEWEST || right.length < FEWEST) return [];
  const size = Math.max(...left.map((line) => line.size));
  const edges = sides.map((side) => ({
    left: Math.min(...side.map((line) => line.left)),
    right: Math.max(...side.map((line) => line.right)),
  }));
  const [a, b] = edges;
  if (!a || !b || b.left - a.right < GUTTER * size) return [];
  const keeps = sides.every((side, i) => {
    const edge = edges[i] ?? { left: 0, right: 0 };
    const full = side.filter(
      (line) => edge.right - line.right < 2 * size && line.left - edge.left < 3 * size,
    );
    return full.length >= Math.max(FEWEST_FULL, KEEPING * side.length);
  });
  // Figures and labels in columns are a table.
  const broad = edges.every((edge) => edge.right - edge.left > 8 * size);
  const whole = sides.flat().filter((line) => line.spans.length === 1);
  if (!keeps || !broad || whole.length < 0.9 * sides.flat().length) return [];
  return inOrder(zone, sides, [a, b]);
}

/** Lines of columns with their place in the order of reading: the left column to its end, then the right one. */
function inOrder(zone: readonly Line[], sides: readonly (readonly Line[])[], edges: Edges): ColumnLine[] {
  const head = zone[0];
  const top = head ? head.y - head.size / 2 : 0;
  return sides.flatMap((side, i) =>
    side.map((line, n) => ({
      line,
      left: edges[i]?.left ?? 0,
      right: edges[i]?.right ?? 0,
      first: i === 0,
      order: top + (i + n / side.length) * 0.01,
    })),
  );
}
