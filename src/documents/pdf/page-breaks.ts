import type { PrintedCell, PrintedTable } from './layout.js';
import { cellText } from './prose.js';

/** A label or a figure; longer cells are sentences that may run over the page. */
const SHORT = 14;
const NUMERIC = /^[-+−]?[\d,，.．]+%?$/;

/** The words of a cell, white space aside. */
export const words = (cell: PrintedCell): string => cellText(cell.lines).replace(/\s/g, '');

/**
 * Whether the first row below goes on with the last row above: their cells stand one under another, no figure or
 * label stands in both, and some text runs on.
 */
export function rowIsBroken(above: PrintedTable, below: PrintedTable, completes: Completion): boolean {
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
export type Completion = (upper: PrintedCell, lower: PrintedCell) => boolean;

/**
 * Tells labels broken by the page from two labels: the piece below is the end of other labels of its column as
 * well (of 产出指标（50分） both 标（50分） and 分）), figures aside, and no label itself; or it closes a bracket.
 */
export function completion(above: PrintedTable, below: PrintedTable): Completion {
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
export function spansOn(
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
