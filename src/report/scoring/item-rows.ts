import type { Locator } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Quote } from '../model.js';
import type { Columns } from './columns.js';
import type { Grid, GridCell } from './grid.js';
import { type Carry, type ItemRow, type PathStep, type ReadRow, stepOf } from './read-rows.js';
import { readName, scoreValue } from './score-text.js';

const cellText = (grid: Grid, row: number, column: number | null): string => {
  const cell = column === null ? undefined : grid.at(row, column);
  return cell === undefined ? '' : cell.text.trim();
};

/** Reads a row that is scored; null when nothing in it is. `carry` is brought up to date. */
export function readItem(
  grid: Grid,
  row: number,
  columns: Columns,
  carry: Carry,
  quote: Quote,
): ReadRow | null {
  const cells = columns.levels.map((group) => distinct(group.map((c) => grid.at(row, c))));
  const level = cells.findLastIndex((group) => group.some((c) => squeeze(c.text) !== ''));
  const [weight, score] = marksOf(grid, row, columns);
  const begins = (c: GridCell | null) => c !== null && c.top === row && squeeze(c.text) !== '';
  const numbered = begins(weight) || begins(score);
  if (level < 0) {
    const both = isScored(weight, row) && isScored(score, row);
    if (numbered && both) return unnamed(grid, row, columns, carry, quote.where);
    return numbered ? { kind: 'unmatched', quote } : null;
  }
  const nameCells = (cells[level] as GridCell[]).filter((c) => squeeze(c.text) !== '');
  const nameCell = nameCells.at(-1) as GridCell;
  const { path, carried } = pathAbove(cells, level, row, carry);
  const texts = {
    explanation: cellText(grid, row, columns.explanation),
    criterion: cellText(grid, row, columns.criterion),
    target: cellText(grid, row, columns.target),
    result: cellText(grid, row, columns.result),
  };
  const measure = { sign: cellText(grid, row, columns.sign), unit: cellText(grid, row, columns.unit) };
  const reasonText = cellText(grid, row, columns.reason);
  const note = cellText(grid, row, columns.note);
  if (nameCell.top !== row && !numbered) {
    return { kind: 'more', explanation: texts.explanation, criterion: texts.criterion, reason: reasonText };
  }
  const read = readName(nameCells.map((c) => c.text).join(''));
  const known = (weight !== null && squeeze(weight.text) !== '') || read.weight !== null;
  const described =
    Object.values(texts).some((t) => t !== '') || (score !== null && squeeze(score.text) !== '');
  if (!known && (!described || carry.totalSeen)) return null;
  if (carry.totalSeen && !numbered) return null;
  return {
    kind: 'item',
    name: read.name,
    nameWeight: read.weight,
    level,
    path,
    carried,
    nameCell,
    weight,
    score,
    reviewed: own(grid.at(row, columns.reviewed ?? 0)),
    groupCells: groupCells(grid, row, columns),
    ...texts,
    ...measure,
    reason: columns.reason !== null ? reasonText : note === '' ? null : note,
    row,
    where:
      nameCell.top === row
        ? nameCell.where
        : { ...nameCell.where, row: (grid.rowWhere(row) ?? nameCell.where).row },
  };
}

/** The cells of weight and score. Words in one cell merged over both (the reasons at the foot of a form) are neither. */
function marksOf(grid: Grid, row: number, columns: Columns): [GridCell | null, GridCell | null] {
  const weight = own(grid.at(row, columns.weight ?? 0));
  const score = own(grid.at(row, columns.score ?? 0));
  const isProse = weight !== null && weight === score && PROSE.test(squeeze(weight.text));
  return isProse ? [null, null] : [weight, score];
}

/** Words longer than what says that a row does not apply: /, 不适用. */
const PROSE = /\p{Script=Han}{4}/u;

const isScored = (cell: GridCell | null, row: number): cell is GridCell =>
  cell !== null && cell.top === row && scoreValue(cell.text) !== null;

/** A row whose weight and score stand in their columns but whose name is blank: it counts, without a name. */
function unnamed(grid: Grid, row: number, columns: Columns, carry: Carry, where: Locator): ItemRow {
  const level = columns.levels.length - 1;
  const steps = [carry.heading, ...carry.steps.slice(0, level)].filter((s) => s !== null && s !== undefined);
  return {
    kind: 'item',
    name: '',
    nameWeight: null,
    level,
    path: steps,
    carried: steps.map(() => true),
    nameCell: grid.at(row, columns.weight ?? 0) as GridCell,
    weight: own(grid.at(row, columns.weight ?? 0)),
    score: own(grid.at(row, columns.score ?? 0)),
    reviewed: own(grid.at(row, columns.reviewed ?? 0)),
    groupCells: groupCells(grid, row, columns),
    explanation: cellText(grid, row, columns.explanation),
    criterion: cellText(grid, row, columns.criterion),
    target: cellText(grid, row, columns.target),
    result: cellText(grid, row, columns.result),
    sign: cellText(grid, row, columns.sign),
    unit: cellText(grid, row, columns.unit),
    reason: columns.reason === null ? null : cellText(grid, row, columns.reason),
    row,
    where,
  };
}

function groupCells(grid: Grid, row: number, columns: Columns): Map<number, GridCell> {
  const cells = new Map<number, GridCell>();
  for (const { level, column } of columns.groupWeights) {
    const cell = grid.at(row, column);
    if (cell && squeeze(cell.text) !== '') cells.set(level, cell);
  }
  return cells;
}

const own = (cell: GridCell | undefined): GridCell | null => cell ?? null;

const distinct = (cells: readonly (GridCell | undefined)[]): GridCell[] => [
  ...new Set(cells.filter((c): c is GridCell => c !== undefined)),
];

/**
 * The groups above a name. A blank or absent level cell takes the name carried down from above, as tables that
 * continue on the next page (or in a second table) print the group only once.
 */
function pathAbove(
  cells: readonly (readonly GridCell[])[],
  level: number,
  row: number,
  carry: Carry,
): { path: PathStep[]; carried: boolean[] } {
  const path: PathStep[] = [];
  const carried: boolean[] = [];
  if (carry.heading) {
    path.push(carry.heading);
    carried.push(false);
  }
  const name = (cells[level] ?? []).filter((c) => squeeze(c.text) !== '');
  for (let i = 0; i < level; i++) {
    const cell = (cells[i] ?? []).find((c) => squeeze(c.text) !== '');
    if (cell && name.includes(cell)) continue;
    if (cell) {
      const step = stepOf(cell);
      if (cell.top === row) carry.steps.length = i;
      carry.steps[i] = step;
      path.push(step);
      carried.push(false);
    } else if (carry.steps[i]) {
      path.push(carry.steps[i] as PathStep);
      carried.push(true);
    }
  }
  const begins = name.some((c) => c.top === row);
  if (begins) carry.steps.length = Math.min(carry.steps.length, level);
  const last = name.at(-1);
  if (last) {
    while (carry.steps.length < level) carry.steps.push(null);
    carry.steps[level] = stepOf(last);
  }
  return { path, carried };
}
