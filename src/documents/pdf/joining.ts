import type { Item, PrintedTable } from './layout.js';
import { completion, rowIsBroken, spansOn, words } from './page-breaks.js';

/** Column edges nearer than this are the same column on two pages. */
const SAME_COLUMN = 4;

/** What is printed above the further parts of a table. */
const CONTINUED = /^[（(【]?(?:接?续(?:上)?表?|接上表|上接|续)[^。；]{0,20}$/;
/** Lines of a title that may be repeated above each part. */
const TITLE_LINES = 4;

/**
 * Joins tables that run on over the page: parts on neighbouring pages with nothing between them but a 续表, or the
 * title of the first part once more.
 */
export function joinTables(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  for (const item of items) {
    const at = item.kind === 'table' ? partBefore(result, item) : -1;
    const previous = result[at];
    if (item.kind === 'table' && previous?.kind === 'table') {
      const whole = continued(previous, item, at < result.length - 1);
      if (whole) {
        result.length = at;
        result.push(whole);
        continue;
      }
    }
    result.push(item);
  }
  return result;
}

/** Index of the table on the page before that this one may go on with, -1 when other words stand between them. */
function partBefore(result: readonly Item[], table: PrintedTable): number {
  let at = result.length - 1;
  const between: string[] = [];
  while (between.length <= TITLE_LINES) {
    const item = result[at];
    if (item?.kind !== 'line') break;
    if (item.page !== table.page) return -1;
    between.push(item.line.text);
    at--;
  }
  const first = result[at];
  if (first?.kind !== 'table' || first.lastPage + 1 !== table.page) return -1;
  const title = result
    .slice(Math.max(0, at - TITLE_LINES), at)
    .map((item) => (item.kind === 'line' ? item.line.text : ''));
  return between.every((text) => CONTINUED.test(text) || title.includes(text)) ? at : -1;
}

/**
 * One table of the two parts, null when the second is a table of its own.
 * @param titled words stand between them: then the head must be repeated as well
 */
function continued(first: PrintedTable, second: PrintedTable, titled: boolean): PrintedTable | null {
  const xs = commonColumns(first.xs, second.xs);
  const narrow = xs || titled ? null : withOpenColumns(first, second);
  if (!xs && !narrow) return null;
  const above = xs ? onColumns(first, xs) : first;
  const part = narrow ?? onColumns(second, xs ?? first.xs);
  const below = withoutHeader(above, part);
  if (titled && below === part) return null;
  if (below.rowCount === 0) return { ...above, lastPage: second.page, closed: second.closed };
  const completes = completion(above, below);
  const broken = rowIsBroken(above, below, completes);
  const shift = above.rowCount - (broken ? 1 : 0);
  const cells = [...above.cells];
  const lowest = cells.flatMap((cell, at) => (cell.row + cell.rowSpan === above.rowCount ? [at] : []));
  for (const cell of below.cells) {
    const at =
      cell.row > 0
        ? undefined
        : lowest.find((i) => cells[i]?.column === cell.column && cells[i]?.colSpan === cell.colSpan);
    const upper = at === undefined ? undefined : cells[at];
    if (at !== undefined && upper && (broken || spansOn(upper, cell, above, below, completes)))
      cells[at] = {
        ...upper,
        rowSpan: upper.rowSpan + cell.rowSpan - (broken ? 1 : 0),
        openBottom: cell.openBottom ?? false,
        lines: [...upper.lines, ...cell.lines],
        nested: [...upper.nested, ...cell.nested],
      };
    else cells.push({ ...cell, row: cell.row + shift });
  }
  return {
    ...above,
    lastPage: second.page,
    rowCount: shift + below.rowCount,
    cells,
    certain: above.certain && below.certain,
    closed: below.closed,
  };
}

/** The column edges of both parts, null unless the edges of one are all edges of the other. */
function commonColumns(a: readonly number[], b: readonly number[]): readonly number[] | null {
  if (far(a[0], b[0]) || far(a.at(-1), b.at(-1))) return null;
  if (b.every((x) => a.some((other) => !far(x, other)))) return a;
  if (a.every((x) => b.some((other) => !far(x, other)))) return b;
  return null;
}

/**
 * The second part with the outer columns that it lacks: on a page that a merged cell fills from top to bottom, some
 * producers draw no edge of that cell. Null unless such cells stand open at the end of the first part.
 */
function withOpenColumns(first: PrintedTable, second: PrintedTable): PrintedTable | null {
  const { xs } = first;
  if (second.xs.length < 3 || !second.xs.every((x) => xs.some((other) => !far(x, other)))) return null;
  const from = xs.findIndex((x) => !far(x, second.xs[0]));
  const to = xs.findIndex((x) => !far(x, second.xs.at(-1)));
  const open = first.cells.filter(
    ({ row, rowSpan, column, colSpan }) =>
      row + rowSpan === first.rowCount && (column + colSpan <= from || column >= to),
  );
  const breadth = open.reduce((sum, { colSpan }) => sum + colSpan, 0);
  if (breadth !== from + xs.length - 1 - to || open.some(({ rowSpan }) => rowSpan < 2)) return null;
  const part = onColumns(second, xs);
  const sides = open.map((cell) => ({
    ...cell,
    row: 0,
    rowSpan: part.rowCount,
    lines: [],
    nested: [],
    page: second.page,
  }));
  return { ...part, cells: [...sides, ...part.cells].sort((a, b) => a.row - b.row || a.column - b.column) };
}

const far = (a: number | undefined, b: number | undefined): boolean =>
  Math.abs((a ?? 0) - (b ?? Number.POSITIVE_INFINITY)) > SAME_COLUMN;

function onColumns(table: PrintedTable, xs: readonly number[]): PrintedTable {
  if (table.xs === xs) return table;
  const index = table.xs.map((x) => {
    let nearest = 0;
    xs.forEach((other, i) => {
      if (Math.abs(other - x) < Math.abs((xs[nearest] ?? 0) - x)) nearest = i;
    });
    return nearest;
  });
  const at = (i: number): number => index[i] ?? 0;
  return {
    ...table,
    xs,
    cells: table.cells.map((cell) => ({
      ...cell,
      column: at(cell.column),
      colSpan: at(cell.column + cell.colSpan) - at(cell.column),
    })),
  };
}

/** The second part without the rows that repeat the head of the first. */
function withoutHeader(first: PrintedTable, second: PrintedTable): PrintedTable {
  const row = (table: PrintedTable, r: number): string =>
    table.cells
      .filter((cell) => cell.row === r)
      .map((cell) => `${cell.column}+${cell.colSpan}:${words(cell)}`)
      .join('\u0000');
  let count = 0;
  while (count < Math.min(first.rowCount, second.rowCount)) {
    const text = row(second, count);
    if (text !== row(first, count) || !/[^\d+:\u0000]/.test(text)) break;
    count++;
  }
  // A head is whole only where no cell reaches out of it.
  while (count > 0 && second.cells.some((cell) => cell.row < count && cell.row + cell.rowSpan > count))
    count--;
  if (count === 0) return second;
  return {
    ...second,
    rowCount: second.rowCount - count,
    cells: second.cells
      .filter((cell) => cell.row >= count)
      .map((cell) => ({ ...cell, row: cell.row - count })),
  };
}
