/** Running text set in two columns: the left one is read to its end before the right one. */
import type { Box } from './content.js';
import type { Line } from './lines.js';
import { linesOf } from './lines.js';

/** Where the gutter is looked for, in shares of the page's width, and how broad it is at least, in sizes of type. */
const MIDDLE = { from: 0.3, to: 0.7 };
const GUTTER = 0.8;
/** Lines that each column has at least, and the share of them that fill it from edge to edge. */
const FEWEST = 5;
const KEEPING = 0.15;
const FEWEST_FULL = 3;

/** A line of a column, with the edges of the column and its place in the order of reading. */
export interface ColumnLine {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly order: number;
}

/** Lines set in two columns, and the others. */
export interface TextColumns {
  readonly columned: readonly ColumnLine[];
  readonly others: readonly Line[];
}

/** Finds stretches of lines beside and between no table of the page whose words never cross a gutter. */
export function textColumns(lines: readonly Line[], width: number, tables: readonly Box[]): TextColumns {
  const gutter = gutterOf(lines, width);
  if (!gutter) return { columned: [], others: lines };
  const columned: ColumnLine[] = [];
  const others: Line[] = [];
  let zone: Line[] = [];
  const flush = (): void => {
    const found = zoneOf(zone, gutter);
    if (found.length > 0) columned.push(...found);
    else others.push(...zone);
    zone = [];
  };
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
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

const crosses = (line: Line, { left, right }: Gutter): boolean =>
  line.glyphs.some(
    (glyph) => glyph.text.trim() !== '' && glyph.x < right - 0.5 && glyph.x + glyph.width > left + 0.5,
  );

/** The broadest strip in the middle of the page that hardly any line crosses. */
function gutterOf(lines: readonly Line[], width: number): Gutter | null {
  if (lines.length < FEWEST || !(width > 0 && width < 20_000)) return null;
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
  const allowed = lines.length * 0.2;
  let best: Gutter | null = null;
  let start = -1;
  for (let at = 0; at <= counts.length; at++) {
    if (at < counts.length && (counts[at] ?? 0) <= allowed) {
      if (start === -1) start = at;
      continue;
    }
    if (start !== -1 && (!best || at - start > best.right - best.left))
      best = { left: from + start, right: from + at };
    start = -1;
  }
  return best;
}

/** The lines of a stretch column by column; none when it is not set in two columns. */
function zoneOf(zone: readonly Line[], gutter: Gutter): ColumnLine[] {
  const middle = (gutter.left + gutter.right) / 2;
  const sides = [true, false].map((isLeft) =>
    zone.flatMap((line) => linesOf(line.glyphs.filter(({ x }) => x < middle === isLeft))),
  );
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
  const top = zone[0]?.y ?? 0;
  return sides.flatMap((side, i) =>
    side.map((line, n) => ({
      line,
      left: edges[i]?.left ?? 0,
      right: edges[i]?.right ?? 0,
      order: top + (i + n / side.length) * 0.01,
    })),
  );
}
