/** The true grid of a table from mammoth's rows, in which covered positions have no cell. */
/** What the layout of a cell depends on. Gaps stand for grid positions without a cell. */
export interface Sized {
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly gap: boolean;
  /** Goes on from the cell above it, of which it is the lower part. */
  readonly joins?: boolean;
  readonly text: string;
}

/** A cell placed on the grid, counted from 1; spans are cut off at the table's edges. */
export interface Placed<T extends Sized> {
  readonly cell: T;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface Grid<T extends Sized> {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Placed<T>[];
  /** Rows that are shorter than the grid and whose columns cannot be told, counted from 1. */
  readonly uncertain: readonly number[];
}

/** The widest grid that is laid out. */
const WIDEST = 200;

/** Places the cells of each row on the first free columns; rows too short are aligned by what stands in them. */
export function layOut<T extends Sized>(rows: readonly (readonly T[])[]): Grid<T> {
  let columnCount = 0;
  let taken: number[] = [];
  const placedRows: Placed<T>[][] = [];
  const widths: number[] = [];
  /** The last cell placed in each column. */
  const owners: Lengthened<T>[] = [];
  rows.forEach((row, r) => {
    const next: number[] = [];
    let column = 0;
    const placed: Placed<T>[] = [];
    for (const cell of row) {
      while ((taken[column] ?? 0) > 0) column++;
      const span = Math.max(1, Math.min(cell.colSpan, WIDEST - column));
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, rows.length - r));
      const above = cell.joins === true ? owners[column] : undefined;
      if (above !== undefined && above.row + above.rowSpan === r + 1 && above.colSpan === span)
        above.rowSpan += rowSpan;
      else {
        const own = { cell, colSpan: span, rowSpan, row: r + 1, column: column + 1 };
        placed.push(own);
        for (let i = 0; i < span; i++) owners[column + i] = own;
      }
      for (let i = 0; i < span; i++) next[column + i] = rowSpan;
      column += span;
    }
    while ((taken[column] ?? 0) > 0) column++;
    taken = mergeTaken(taken, next);
    widths.push(column);
    columnCount = Math.max(columnCount, column);
    placedRows.push(placed);
  });
  const uncertain = alignShortRows(placedRows, widths, columnCount);
  return {
    rowCount: rows.length,
    columnCount,
    cells: placedRows.flat().filter(({ cell }) => !cell.gap),
    uncertain,
  };
}

type Lengthened<T extends Sized> = Placed<T> & { rowSpan: number };

/** Rows still covered after this one: what was covered before, less one, and what this row's cells cover. */
function mergeTaken(before: readonly number[], added: readonly number[]): number[] {
  const after: number[] = [];
  const length = Math.max(before.length, added.length);
  for (let i = 0; i < length; i++) after[i] = Math.max((before[i] ?? 0) - 1, (added[i] ?? 0) - 1, 0);
  return after;
}

type Sort = 'number' | 'words' | 'empty';
const NUMBER = /^[\s\-+−±]*[0-9０-９][0-9０-９.．,，%％\s]*分?$/;
/** Strokes that stand for "none" in a column of figures. */
const NONE = /^[\s\-—–─/／\\]*$/;
const sortOf = (text: string): Sort => (NONE.test(text) ? 'empty' : NUMBER.test(text) ? 'number' : 'words');

/**
 * Rows with fewer cells than columns and nothing to say which are missing (converters and WPS write them): when
 * numbers fall under columns of numbers only if the row is moved to the right, it is; when only the left fits, it
 * stays, as does a row of words alone, for Word prints it there; otherwise the row is not certain. Returns the rows,
 * counted from 1, that are not.
 */
function alignShortRows(rows: Placed<Sized>[][], widths: readonly number[], columnCount: number): number[] {
  const short = widths.flatMap((width, r) => (width < columnCount && (rows[r] ?? []).length > 0 ? [r] : []));
  if (short.length === 0) return [];
  const columns = columnSorts(
    rows.filter((_, r) => widths[r] === columnCount),
    columnCount,
  );
  const uncertain: number[] = [];
  for (const r of short) {
    const row = rows[r] ?? [];
    const shift = columnCount - (widths[r] ?? 0);
    const left = fits(row, columns, 0);
    const right = fits(row, columns, shift);
    if (right && !left) rows[r] = row.map((placed) => ({ ...placed, column: placed.column + shift }));
    else if (!left || (right && row.some(({ cell }) => sortOf(cell.text) === 'number')))
      uncertain.push(r + 1);
  }
  return uncertain;
}

/** What stands in each column: mostly numbers below the first row, or words. */
function columnSorts(full: readonly (readonly Placed<Sized>[])[], columnCount: number): Sort[] {
  const numbers = Array<number>(columnCount).fill(0);
  const words = Array<number>(columnCount).fill(0);
  full.forEach((row, r) => {
    for (const { cell, column, colSpan } of row) {
      const sort = sortOf(cell.text);
      if (colSpan > 1 || sort === 'empty' || (r === 0 && sort === 'words')) continue;
      const tally = sort === 'number' ? numbers : words;
      tally[column - 1] = (tally[column - 1] ?? 0) + 1;
    }
  });
  return numbers.map((n, i) => {
    const w = words[i] ?? 0;
    if (n === 0 && w === 0) return 'empty';
    return n > w ? 'number' : 'words';
  });
}

/** Whether every cell, so shifted, is of the kind of its column. */
const fits = (row: readonly Placed<Sized>[], columns: readonly Sort[], shift: number): boolean =>
  row.every((placed) => {
    const own = sortOf(placed.cell.text);
    const column = columns[placed.column - 1 + shift];
    return (
      own === 'empty' || placed.colSpan > 1 || column === 'empty' || column === undefined || own === column
    );
  });
