import type { Region } from './grid.js';

/** Whether a rule is drawn along an edge for a stretch of it. */
export type Wall = (edge: number, stretch: number) => boolean;

/** Share of an outer side that is drawn from which on a gap in it means that the table ends before. */
const DRAWN = 0.3;

/**
 * Whether a region at the border is no cell: its outer side is not drawn although that side of the table is drawn
 * elsewhere. So it is where tables of different breadth touch one another. Upper and lower sides say nothing: page
 * breaks leave them open.
 */
export function liesOutside(
  { row, rowEnd, column, columnEnd }: Region,
  columns: number,
  rows: number,
  right: Wall,
): boolean {
  const open = (edge: number): boolean => {
    for (let r = row; r < rowEnd; r++) if (right(edge, r)) return false;
    let drawn = 0;
    for (let r = 0; r < rows; r++) if (right(edge, r)) drawn++;
    return drawn >= DRAWN * rows;
  };
  return (column === 0 && open(0)) || (columnEnd === columns && open(columns));
}

/** The smallest rectangle around cells, numbered row by row. */
export function bounds(cells: readonly number[], columns: number): Region {
  let [row, column, rowEnd, columnEnd] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const cell of cells) {
    const r = Math.floor(cell / columns);
    const c = cell % columns;
    row = Math.min(row, r);
    column = Math.min(column, c);
    rowEnd = Math.max(rowEnd, r + 1);
    columnEnd = Math.max(columnEnd, c + 1);
  }
  return { row, column, rowEnd, columnEnd };
}

/** Cuts a crooked region into rectangles, each as wide and then as high as it goes. */
export function rectangles(cells: readonly number[], columns: number): Region[] {
  const left = new Set(cells);
  const result: Region[] = [];
  for (const cell of cells) {
    if (!left.has(cell)) continue;
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    let columnEnd = column + 1;
    while (columnEnd < columns && left.has(row * columns + columnEnd)) columnEnd++;
    let rowEnd = row + 1;
    const whole = (r: number): boolean => {
      for (let c = column; c < columnEnd; c++) if (!left.has(r * columns + c)) return false;
      return true;
    };
    while (whole(rowEnd)) rowEnd++;
    for (let r = row; r < rowEnd; r++) for (let c = column; c < columnEnd; c++) left.delete(r * columns + c);
    result.push({ row, column, rowEnd, columnEnd });
  }
  return result;
}
