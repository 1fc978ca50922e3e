/** Columns of rows that have fewer cells than the table and say nothing about spans: told from the cells' widths. */
import { extent, type Row } from './rows.js';

/** How far an edge may stand from a column's edge: 2 mm in twentieths of a point. */
const TOLERANCE = 114;

/**
 * Rows with spans and gaps filled in where the widths of the cells prove them. Word lays cells out by their widths,
 * so a row of three cells under one of five may well print under the right columns although nothing spans. Rows
 * whose edges do not meet the edges of columns are left as they are.
 */
export function spanByWidth(given: readonly Row[]): Row[] {
  const rows = withinGrid(given);
  const widest = rows.reduce((most, row) => Math.max(most, extent(row)), 0);
  const short = rows.some((row) => extent(row) < widest);
  const edges = short ? columnEdges(rows, widest) : null;
  return edges === null ? [...rows] : rows.map((row) => (extent(row) < widest ? fitted(row, edges) : row));
}

/**
 * Rows whose last cell spans further than any column goes, cut off where all other rows end: Word gives the columns
 * beyond no width. Only where the other rows agree on their number of columns.
 */
function withinGrid(rows: readonly Row[]): readonly Row[] {
  const over = (row: Row): boolean => (row.cells.at(-1)?.span ?? 1) > 1 && row.after === 0;
  const ends = new Set(rows.filter((row) => !over(row)).map(extent));
  const [end] = ends;
  if (end === undefined || ends.size > 1) return rows;
  return rows.map((row) => {
    const last = row.cells.at(-1);
    const beyond = extent(row) - end;
    if (last === undefined || !over(row) || beyond <= 0 || last.span <= beyond) return row;
    return { ...row, cells: [...row.cells.slice(0, -1), { ...last, span: last.span - beyond }] };
  });
}

/** Left edges of the columns and the right edge of the last, from the first whole row without spans. */
function columnEdges(rows: readonly Row[], columns: number): number[] | null {
  for (const { before, cells, after } of rows) {
    if (before + after > 0 || cells.length !== columns) continue;
    const edges = [0];
    for (const { width } of cells) {
      if (width === null) break;
      edges.push((edges.at(-1) ?? 0) + width);
    }
    if (edges.length === columns + 1) return edges;
  }
  return null;
}

function fitted(row: Row, edges: readonly number[]): Row {
  if (row.before + row.after > 0) return row;
  let right = 0;
  let column = 0;
  const spans: number[] = [];
  for (const { width } of row.cells) {
    if (width === null) return row;
    right += width;
    const edge = edges.findIndex((at) => Math.abs(at - right) <= TOLERANCE);
    if (edge <= column) return row;
    spans.push(edge - column);
    column = edge;
  }
  return {
    before: 0,
    cells: row.cells.map((cell, i) => ({ ...cell, span: spans[i] ?? cell.span })),
    after: edges.length - 1 - column,
  };
}
