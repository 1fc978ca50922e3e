/** Puts the cells of a .doc table on the true grid, from the boundaries that each row states for itself. */
import type { RowDefinition } from './row-definition.js';

/** A printed cell and the grid positions it covers, counted from 1. */
export interface GridCell<T> {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly colSpan: number;
  readonly contents: T[];
}

export interface Grid<T> {
  readonly columnCount: number;
  readonly cells: GridCell<T>[];
  /** False when the grid was counted out because the boundaries could not be used. */
  readonly certain: boolean;
}

/** A row as read: the contents of its cells, and its definition when there is a usable one. */
export interface RowContents<T> {
  readonly cells: readonly T[];
  readonly definition: RowDefinition | null;
}

/** Boundaries closer than this (1.5 mm) in different rows are one line drawn by hand, in twentieths of a point. */
const SAME_EDGE = 85;

/**
 * The grid of a table. When a row has no boundaries, or not as many as cells, cells are counted from the left
 * instead and the grid is not certain.
 */
export function buildGrid<T>(rows: readonly RowContents<T>[]): Grid<T> {
  const usable = rows.every(
    ({ cells, definition }) =>
      definition?.cells.length === cells.length &&
      definition.edges.every((edge, i, all) => i === 0 || edge > (all[i - 1] ?? edge)),
  );
  return usable ? byEdges(rows) : byCount(rows);
}

function byEdges<T>(rows: readonly RowContents<T>[]): Grid<T> {
  const lines = gridLines(rows.map(({ definition }) => definition?.edges ?? []));
  const cells: GridCell<T>[] = [];
  let open = new Map<string, GridCell<T>>();
  rows.forEach(({ cells: contents, definition }, r) => {
    const next = new Map<string, GridCell<T>>();
    const line = (i: number): number => lines[r]?.[i] ?? 0;
    for (let i = 0; i < contents.length; ) {
      // A cell merged to the left belongs to the one that begins there.
      let end = i + 1;
      while (definition?.cells[end]?.mergedLeft) end++;
      const key = `${line(i)}:${line(end)}`;
      const above = definition?.cells[i]?.mergedUp ? open.get(key) : undefined;
      if (above) {
        above.rowSpan = r + 2 - above.row;
        above.contents.push(...contents.slice(i, end));
        next.set(key, above);
      } else {
        const cell: GridCell<T> = {
          row: r + 1,
          column: line(i) + 1,
          rowSpan: 1,
          colSpan: line(end) - line(i),
          contents: contents.slice(i, end),
        };
        cells.push(cell);
        next.set(key, cell);
      }
      i = end;
    }
    open = next;
  });
  const columnCount = largest(lines.map((row) => row.at(-1) ?? 0));
  return { columnCount, cells, certain: true };
}

/** For each row the numbers of the grid lines its boundaries stand on, the leftmost line being 0. */
function gridLines(rows: readonly (readonly number[])[]): number[][] {
  const edges = rows
    .flatMap((row, r) => row.map((position, i) => ({ position, r, i })))
    .sort((a, b) => a.position - b.position);
  const lines = rows.map((row) => new Array<number>(row.length).fill(0));
  let number = -1;
  let start = Number.NEGATIVE_INFINITY;
  let onLine = new Set<number>();
  for (const { position, r, i } of edges) {
    // Two boundaries of one row are never the same line, however narrow the cell between them.
    if (position - start > SAME_EDGE || onLine.has(r)) {
      number++;
      start = position;
      onLine = new Set();
    }
    onLine.add(r);
    const row = lines[r];
    if (row) row[i] = number;
  }
  return lines;
}

function byCount<T>(rows: readonly RowContents<T>[]): Grid<T> {
  const cells = rows.flatMap(({ cells: contents }, r) =>
    contents.map((content, c) => ({
      row: r + 1,
      column: c + 1,
      rowSpan: 1,
      colSpan: 1,
      contents: [content],
    })),
  );
  return { columnCount: largest(rows.map((row) => row.cells.length)), cells, certain: false };
}

/** The largest of many numbers; as arguments of one call they would be too many. */
const largest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);
