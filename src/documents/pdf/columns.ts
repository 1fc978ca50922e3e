import type { Glyph } from './content.js';
import type { PrintedLine } from './layout.js';
import { type Line, linesOf } from './lines.js';

/** Width of an empty strip between two columns, in sizes of the type. */
const GUTTER = 0.55;
/** Share of the lines that may cross a gutter: heads and totals merged over columns. */
const CROSSING = 0.04;

/** The stretch of the page that the entries of one column keep to. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Whether a stretch of text lies inside one column. */
export const within = (columns: readonly Column[], left: number, right: number): boolean =>
  columns.some((column) => left >= column.left - 1 && right <= column.right + 1);

/** The columns between the empty strips that run through nearly all lines. */
export function columnsOf(lines: readonly PrintedLine[]): Column[] {
  const left = Math.floor(Math.min(...lines.map(({ line }) => line.left)));
  const right = Math.ceil(Math.max(...lines.map(({ line }) => line.right)));
  if (!(right - left > 0 && right - left < 20_000)) return [];
  const crossed = new Int32Array(right - left + 1);
  let size = 0;
  for (const { line } of lines) {
    size = Math.max(size, line.size);
    const seen = new Set<number>();
    for (const glyph of line.glyphs) {
      if (glyph.text.trim() === '') continue;
      for (let x = Math.floor(glyph.x - left); x < glyph.x + glyph.width - left; x++) seen.add(x);
    }
    for (const x of seen) if (x >= 0 && x < crossed.length) crossed[x] = (crossed[x] ?? 0) + 1;
  }
  const allowed = Math.floor(lines.length * CROSSING);
  const columns: Column[] = [];
  let start = 0;
  let blank = 0;
  for (let x = 0; x <= crossed.length; x++) {
    if (x < crossed.length && (crossed[x] ?? 0) <= allowed) {
      blank++;
      continue;
    }
    if (blank >= GUTTER * size && x - blank > start) {
      columns.push({ left: left + start, right: left + x - blank });
      start = x;
    } else if (blank >= GUTTER * size) start = x;
    blank = 0;
  }
  if (crossed.length - blank > start) columns.push({ left: left + start, right });
  return withSparse(columns, lines);
}

/** Adds columns that have few entries: stretches that lie wholly between two columns instead of crossing over. */
function withSparse(columns: readonly Column[], lines: readonly PrintedLine[]): Column[] {
  const sparse: { left: number; right: number }[] = [];
  const inside = lines
    .flatMap(({ line }) => line.spans)
    .filter(
      (span) =>
        columns.every((column) => span.right < column.left || span.left > column.right) &&
        span.glyphs.length > 0,
    )
    .sort((a, b) => a.left - b.left);
  for (const span of inside) {
    const last = sparse.at(-1);
    if (last && span.left < last.right) last.right = Math.max(last.right, span.right);
    else sparse.push({ left: span.left, right: span.right });
  }
  return united(
    [...columns, ...sparse].sort((a, b) => a.left - b.left),
    lines,
  );
}

/** Neighbouring columns that never have an entry in the same line are one, whose head and body are set apart. */
function united(columns: readonly Column[], lines: readonly PrintedLine[]): Column[] {
  const filled = lines.map(({ line }) => pieces(line, columns));
  const result: { left: number; right: number }[] = [];
  let group: number[] = [];
  columns.forEach((column, i) => {
    const last = result.at(-1);
    const apart = filled.some((found) => found.has(i) && group.some((other) => found.has(other)));
    if (last && !apart) {
      last.right = column.right;
      group.push(i);
    } else {
      result.push({ ...column });
      group = [i];
    }
  });
  return result;
}

/** The parts of a line by the column in which their middle falls. */
export function pieces(line: Line, columns: readonly Column[]): Map<number, Line> {
  const byColumn = new Map<number, Glyph[]>();
  for (const glyph of line.glyphs) {
    const middle = glyph.x + glyph.width / 2;
    const column = columns.findIndex(({ right }, i) => middle < (right + (columns[i + 1]?.left ?? 1e9)) / 2);
    const list = byColumn.get(column);
    if (list) list.push(glyph);
    else byColumn.set(column, [glyph]);
  }
  const result = new Map<number, Line>();
  for (const [column, glyphs] of byColumn) {
    const part = linesOf(glyphs)[0];
    if (part && column !== -1) result.set(column, part);
  }
  return result;
}
