import type { Item, PrintedCell, PrintedTable } from './layout.js';
import { cellText } from './prose.js';

/** Column edges nearer than this are the same column on two pages. */
const SAME_COLUMN = 4;
/** A label or a figure; longer cells are sentences that may run over the page. */
const SHORT = 14;
const NUMERIC = /^[-+−]?[\d,，.．]+%?$/;

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

const words = (cell: PrintedCell): string => cellText(cell.lines).replace(/\s/g, '');

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

/**
 * Whether the first row below goes on with the last row above: their cells stand one under another, no figure or
 * label stands in both, and some text runs on.
 */
function rowIsBroken(above: PrintedTable, below: PrintedTable, completes: Completion): boolean {
  const uppers = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rowCount);
  const lowers = below.cells.filter((cell) => cell.row === 0);
  let runsOn = false;
  let filled = 0;
  let ended = 0;
  let labels = 0;
  let upright = 0;
  let remainders = 0;
  let pieces = 0;
  for (const lower of lowers) {
    const upper = uppers.find((cell) => cell.column === lower.column && cell.colSpan === lower.colSpan);
    if (!upper) return false;
    const [a, b] = [words(upper), words(lower)];
    if (b === '') {
      if (a !== '') ended++;
      continue;
    }
    filled++;
    if (a === '') {
      if (above.closed && upper.rowSpan === 1) return false;
      continue;
    }
    if (NUMERIC.test(a) || NUMERIC.test(b)) {
      if (!(NUMERIC.test(a) && NUMERIC.test(b) && fills(upper, 0.55))) return false;
      pieces++;
      continue;
    }
    if (isRemainder(upper, lower) || completes(upper, lower) || (LONE.test(b) && fills(upper))) remainders++;
    else if (a.length <= SHORT && b.length <= SHORT) {
      if (isUpright(upper)) upright++;
      else labels += fills(upper) ? 0 : 1;
    } else runsOn = true;
  }
  // Everything else of the row has ended above the break, or is a figure in a cell too narrow for it: the last
  // character of a label stands alone.
  if (remainders > 0 && remainders + pieces === filled) return ended > 0 || pieces > 0;
  // A row without a word whose figures go on where those above reach the edge: 2189179|8.00.
  if (pieces > 0) return pieces === filled && ended > 0;
  const texts = uppers.filter((upper) => {
    const lower = lowers.find(({ column }) => column === upper.column);
    return isLong(upper) || (lower !== undefined && isLong(lower));
  });
  // A label set upright fills its cell anyway; it is broken only with its row, whose end is not drawn then.
  if (upright > 0 && above.closed && !unfinished(texts, lowers)) return false;
  // A label of two short lines may itself be broken, but then most of the row has ended above the break.
  if (labels > 0 && !(labels === 1 && runsOn && ended >= 2 && unfinished(uppers, lowers))) return false;
  if (uppers.length !== lowers.length || filled === 0) return false;
  if (runsOn) return ended > 0 || unfinished(texts, lowers);
  return !above.closed;
}

const isLong = (cell: PrintedCell): boolean => words(cell).length > SHORT;

/** A label in a narrow cell, one character to a line. */
const isUpright = ({ lines }: PrintedCell): boolean =>
  lines.length > 0 && lines.every(({ line }) => [...line.text].length === 1);

/** The last character of an upright label, which says nothing alone, carried over the page. */
const isRemainder = (upper: PrintedCell, lower: PrintedCell): boolean =>
  isUpright(upper) && LONE.test(words(lower));

/** A character that says nothing alone. */
const LONE = /^[\u4e00-\u9fff]$/;

/** The last line of the cell reaches the cell's edge but for so many sizes of its type. */
function fills(cell: PrintedCell, room = 1.3): boolean {
  const last = cell.lines.at(-1);
  return last !== undefined && last.right - last.line.right < room * last.line.size;
}

/** Some text stops in the middle of a sentence above and goes on below. */
const unfinished = (uppers: readonly PrintedCell[], lowers: readonly PrintedCell[]): boolean =>
  uppers.some((cell) => {
    const below = lowers.find((lower) => lower.column === cell.column);
    return below?.lines.length !== 0 && !/[。；！？]$/.test(words(cell)) && fills(cell);
  });

/** Whether the words of the lower cell are the end of a label that begins in the upper one. */
type Completion = (upper: PrintedCell, lower: PrintedCell) => boolean;

/**
 * Tells labels broken by the page from two labels: the piece below is the end of other labels of its column as
 * well (of 产出指标（50分） both 标（50分） and 分）), figures aside, and no label itself; or it closes a bracket.
 */
function completion(above: PrintedTable, below: PrintedTable): Completion {
  const shape = (text: string): string => text.replace(/\d+(?:\.\d+)?/g, '0');
  const labels = [...above.cells, ...below.cells].map((cell) => ({ cell, text: shape(words(cell)) }));
  return (upper, lower) => {
    const [a, b] = [words(upper), words(lower)];
    if (a === '' || b === '' || NUMERIC.test(b)) return false;
    if (/[（(][^）)]*$/.test(a)) return /^[^（(]{0,12}[）)]/.test(b);
    if (b.length > SHORT || !(fills(upper) || /^[（(]/.test(b))) return false;
    const end = shape(b);
    let shared = false;
    for (const { cell, text } of labels) {
      if (cell.column !== upper.column || cell === upper || cell === lower) continue;
      if (text === end) return false;
      if (text.endsWith(end)) shared = true;
    }
    return shared && !shape(a).endsWith(end);
  };
}

/** Whether a cell at the head of the page belongs to the merged cell above the break. */
function spansOn(
  upper: PrintedCell,
  lower: PrintedCell,
  above: PrintedTable,
  below: PrintedTable,
  completes: Completion,
): boolean {
  const merged = (table: PrintedTable): boolean =>
    table.cells.some(
      (cell) => cell.column === upper.column && cell.colSpan === upper.colSpan && cell.rowSpan > 1,
    );
  if (words(lower) === '') return merged(above) || merged(below);
  if (completes(upper, lower)) return true;
  // Producers draw the ends of the cells that end with the page, and leave those open that go on.
  if (upper.openBottom && lower.openTop && above.closed && words(upper).length <= SHORT) return true;
  // Of 产出 one character on either page: neither is a label alone.
  if (words(upper).length === 1 && isRemainder(upper, lower) && upper.rowSpan + lower.rowSpan > 2)
    return true;
  return words(upper) === '' && upper.rowSpan > 1;
}
