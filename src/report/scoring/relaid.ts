import type { Cell, Table } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import { isNumeric } from './content.js';
import { Grid } from './grid.js';
import { headerAt } from './header.js';
import { headerText, roleOfHeader } from './words.js';

/** A header stands near the top of a table. */
const HEADER_DEPTH = 4;

/**
 * A table laid out as scoring tables are read, one indicator to a row under one header: halves printed side by side
 * (指标|分值|得分|指标|分值|得分) under one another, and indicators printed as columns turned into rows. Cells keep their
 * places in the document. Any other table is left as it is.
 */
export function relaid(table: Table): readonly Table[] {
  return halves(table) ?? (isTurned(table) ? [turned(table)] : [table]);
}

/** The parts of a table whose header says the same words twice or more from left to right; null for any other. */
function halves(table: Table): readonly Table[] | null {
  for (let row = 1; row <= Math.min(HEADER_DEPTH, table.rowCount); row++) {
    const width = repeatedWidth(table, row);
    if (width === null) continue;
    const below = table.cells.filter((cell) => cell.row >= row);
    const crossing = below.filter((cell) => partOf(cell, width) !== partOf(cell, width, cell.colSpan - 1));
    const tail = Math.min(table.rowCount + 1, ...crossing.map((cell) => cell.row));
    // Rows at the foot lie over all parts; one in between makes it another kind of table.
    if (below.some((cell) => cell.row < tail && cell.row + cell.rowSpan > tail)) return null;
    if (tail <= row + 1 || table.rowCount - tail >= tail - row) return null;
    const parts = Array.from({ length: table.columnCount / width }, (_, part) =>
      below.filter((cell) => cell.row < tail && partOf(cell, width) === part),
    );
    return [
      piece(
        table,
        table.cells.filter((cell) => cell.row < row),
        [1, row - 1],
        0,
      ),
      ...parts.map((cells, part) => piece(table, cells, [row, tail - 1], part * width)),
      piece(
        table,
        below.filter((cell) => cell.row >= tail),
        [tail, table.rowCount],
        0,
      ),
    ].filter(({ rowCount }) => rowCount > 0);
  }
  return null;
}

const partOf = (cell: Cell, width: number, offset: number = 0): number =>
  Math.floor((cell.column + offset - 1) / width);

/** How many columns the repeated words of a header take; null when it names no scores or repeats nothing. */
function repeatedWidth(table: Table, row: number): number | null {
  const heads = table.cells.filter((cell) => cell.row === row);
  if (heads.some(({ rowSpan }) => rowSpan > 1)) return null;
  const words = heads.map((cell) => headerText(cell.text));
  for (let times = 2; times * 2 <= words.length; times++) {
    const [count, width] = [words.length / times, table.columnCount / times];
    if (!Number.isInteger(count) || !Number.isInteger(width)) continue;
    const own = words.slice(0, count);
    const roles = own.map(roleOfHeader);
    if (!roles.includes('level') || !roles.includes('score') || !roles.includes('weight')) continue;
    if (new Set(own).size < count) continue;
    const isRepeated = heads.every(
      (cell, at) =>
        words[at] === own[at % count] && partOf(cell, width) === Math.floor(at / count) && words[at] !== '',
    );
    if (isRepeated) return width;
  }
  return null;
}

/** Some rows of a table as a table, its first column moved to the left edge. */
function piece(
  table: Table,
  cells: readonly Cell[],
  [from, to]: readonly [number, number],
  shift: number,
): Table {
  const moved = cells.map((cell) => ({
    ...cell,
    row: cell.row - from + 1,
    column: cell.column - shift,
  }));
  const columnCount = Math.max(0, ...moved.map((cell) => cell.column + cell.colSpan - 1));
  return { ...table, rowCount: to - from + 1, columnCount, cells: moved };
}

/** Fewer indicators are no table of them. */
const FEWEST_INDICATORS = 3;
/** Rows of a turned table: the names, their marks, the reasons and little else. */
const MOST_ROWS = 12;

/** Whether the first column names what headers name, 指标, 分值 and 得分, with a number in every other column beside the marks. */
function isTurned(table: Table): boolean {
  if (table.rowCount > MOST_ROWS || table.columnCount <= FEWEST_INDICATORS) return false;
  const labels = table.cells.filter((cell) => cell.column === 1 && squeeze(cell.text) !== '');
  const roles = labels.map((cell) => roleOfHeader(cell.text));
  if (!roles.includes('level') || !roles.includes('weight') || !roles.includes('score')) return false;
  const isMarks = (label: Cell): boolean =>
    table.cells.filter((cell) => cell.row === label.row && cell.column > 1).every(({ text }) => isMark(text));
  const marks = labels.filter((_, at) => roles[at] === 'weight' || roles[at] === 'score');
  if (!marks.every(isMarks)) return false;
  const grid = new Grid([table]);
  for (let row = 0; row < grid.rowCount; row++) if (headerAt(grid, row) !== null) return false;
  return headerAt(new Grid([turned(table)]), 0) !== null;
}

const isMark = (text: string): boolean => isNumeric(text) || /^[/—–-]*$/u.test(squeeze(text));

/** Rows as columns and columns as rows. */
const turned = (table: Table): Table => ({
  ...table,
  rowCount: table.columnCount,
  columnCount: table.rowCount,
  cells: table.cells
    .map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.colSpan,
      colSpan: cell.rowSpan,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column),
});
