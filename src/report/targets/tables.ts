import type { Cell, Table } from '../../documents/model.js';
import { fold } from '../../language/fold.js';
import type { Goal, Mention } from '../model.js';
import { doneIn } from './done.js';
import type { MentionIndex } from './mentions.js';
import {
  CATEGORY_HEADERS,
  NAME_HEADERS,
  RESULT_HEADERS,
  STATE_HEADERS,
  TARGET_HEADERS,
} from './vocabulary.js';

/** A row of a table that gives an indicator its target, its result, or both. */
export interface GoalRow {
  readonly table: number | null;
  readonly row: number;
  readonly target: Goal | null;
  readonly result: Goal | null;
}

interface Columns {
  readonly name: number;
  readonly category: number | null;
  readonly target: number | null;
  readonly result: number | null;
  /** Columns that say in words whether it is done, or why not. */
  readonly states: readonly number[];
}

/** Rows of tables with a column of indicator names and one of targets or results. */
export function goalRows(table: Table, index: MentionIndex): readonly GoalRow[] {
  const rows: GoalRow[] = [];
  const byRow = cellsByRow(table);
  let columns: Columns | null = null;
  for (let row = 1; row <= table.rowCount; row++) {
    const cells = byRow.get(row) ?? [];
    const header = columnsOf(cells);
    if (header !== null) {
      columns = header;
      continue;
    }
    if (columns !== null) {
      const read = readRow(table, row, cells, columns, index);
      if (read !== null) rows.push(read);
    }
  }
  return rows;
}

/** The cells that stand in each row, those merged down into it included. */
function cellsByRow(table: Table): ReadonlyMap<number, readonly Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      const there = rows.get(row);
      if (there === undefined) rows.set(row, [cell]);
      else there.push(cell);
    }
  return rows;
}

/** Headers are short; longer cells are none. */
const LONGEST_HEADER = 40;

const headerWord = (cell: Cell): string =>
  fold(cell.text.slice(0, LONGEST_HEADER + 1))
    .replace(/\([^()]{0,30}\)/gu, '')
    .replace(/[\s:*]/gu, '');

function columnsOf(cells: readonly Cell[]): Columns | null {
  const headers = cells
    .filter((cell) => cell.text.length <= LONGEST_HEADER)
    .map((cell) => ({ cell, word: headerWord(cell) }));
  const find = (words: readonly string[]): number | null => {
    for (const word of words) {
      const cell = headers.find((header) => header.word === word)?.cell;
      if (cell !== undefined) return cell.column;
    }
    return null;
  };
  const name = find(NAME_HEADERS);
  const target = find(TARGET_HEADERS);
  const result = find(RESULT_HEADERS);
  if (name === null || (target === null && result === null)) return null;
  const states = headers
    .filter(({ cell, word }) => STATE_HEADERS.test(word) && ![name, target, result].includes(cell.column))
    .map(({ cell }) => cell.column);
  return { name, category: find(CATEGORY_HEADERS), target, result, states };
}

function readRow(
  table: Table,
  row: number,
  cells: readonly Cell[],
  columns: Columns,
  index: MentionIndex,
): GoalRow | null {
  const at = (column: number | null): Cell | null =>
    column === null
      ? null
      : (cells.find((cell) => cell.column <= column && cell.column + cell.colSpan > column) ?? null);
  const name = at(columns.name);
  if (name === null || name.text.trim() === '' || /^(?:合计|总计|总分|小计)/u.test(name.text.trim()))
    return null;
  const category = at(columns.category)?.text.trim() ?? '';
  const stateOf = (): boolean | null => {
    const told = columns.states
      .map((column) => at(column))
      .filter((cell) => cell !== null && cell.rowSpan === 1);
    return (
      told
        .map((cell) => doneIn(cell?.text ?? '') ?? ticked(cell?.text ?? ''))
        .find((done) => done !== null) ?? null
    );
  };
  const goal = (cell: Cell | null, isResult: boolean): Goal | null => {
    // A result merged over the name's column, or over several rows, is not this row's own.
    if (cell === null || cell === name || cell.rowSpan > 1 || cell.text.trim() === '') return null;
    return {
      name: name.text.trim(),
      category,
      mention: onlyFigure(index.of(cell.text, cell.where)),
      claimedDone: isResult ? (doneIn(cell.text) ?? stateOf()) : null,
      quote: { text: cell.text, where: cell.where },
    };
  };
  const target = goal(at(columns.target), false);
  const result = goal(at(columns.result), true);
  return target === null && result === null ? null : { table: table.where.table, row, target, result };
}

/** 是 and √ under 是否完成, 否 and × there. */
function ticked(text: string): boolean | null {
  const mark = text.trim();
  if (/^(?:是|[√✓✔☑])$/u.test(mark)) return true;
  return /^(?:否|[×✗✘])$/u.test(mark) ? false : null;
}

/** The one figure of a cell; null for none, and for several of which none can be said to be meant. */
const onlyFigure = (figures: readonly Mention[]): Mention | null =>
  figures.length === 1 ? (figures[0] ?? null) : null;
