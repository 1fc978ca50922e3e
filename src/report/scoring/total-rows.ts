import { squeeze } from '../../language/fold.js';
import type { Quote, ScoreCell } from '../model.js';
import type { Columns } from './columns.js';
import type { Grid, GridCell } from './grid.js';
import { type Carry, type PathStep, stepOf, type TotalRow } from './read-rows.js';
import { readName, readScore, readWeight, scoreValue } from './score-text.js';
import { isSubtotalLabel, isTotalLabel, subtotalOwner, totalWithin } from './words.js';

/** Whether a cell belongs to one of the level columns. */
const levelOf = (cell: GridCell, columns: Columns): number =>
  columns.levels.findIndex((group) => group.some((c) => c >= cell.left && c < cell.left + cell.colSpan));

/** Reads a row whose label is 合计, 小计 or the like; null for any other row. */
export function readTotal(
  grid: Grid,
  row: number,
  columns: Columns,
  carry: Carry,
  first: GridCell,
  quote: Quote,
): TotalRow | null {
  const label = grid
    .anchored(row)
    .find(
      (c) =>
        levelOf(c, columns) >= 0 &&
        (isTotalLabel(c.text) || isSubtotalLabel(c.text) || totalWithin(c.text) !== null),
    );
  if (
    label === undefined ||
    grid.anchored(row).some((c) => c.left < label.left && isWord(c, columns) && c !== first)
  ) {
    return null;
  }
  if (label !== first && isWord(first, columns) && first.left < label.left && first.rowSpan === 1)
    return null;
  const cell = (column: number | null, read: typeof readScore): ScoreCell | null => {
    const at = column === null ? undefined : grid.at(row, column);
    if (at === undefined || at === label) return null;
    const score = read(at.text, at.where);
    return score.state === 'empty' ? null : score;
  };
  const group =
    columns.groupWeights.map((g) => cell(g.column, readWeight)).find((w) => w?.value != null) ?? null;
  let weight = cell(columns.weight, readWeight) ?? group;
  let score = cell(columns.score, readScore);
  const reviewed = cell(columns.reviewed, readScore);
  const inside = totalWithin(label.text);
  if (score === null && inside !== null) score = { ...readScore(inside, label.where), raw: label.text };
  if (score === null && columns.score !== null) [weight, score] = looseNumbers(grid, row, label, weight);
  const owner = ownerOf(grid, row, label, columns, carry);
  const isBare = isSubtotalLabel(label.text) && subtotalOwner(label.text) === '' && isWhole(grid, row, label);
  return { kind: 'total', owner, isBare, weight, score, reviewed, quote };
}

/** Words left of a label make it part of a row; scores and weights whose columns stand left of the names do not. */
const isWord = (cell: GridCell, columns: Columns): boolean => {
  const numbered = [columns.score, columns.reviewed, columns.weight].includes(cell.left);
  return squeeze(cell.text) !== '' && !(numbered && scoreValue(cell.text) !== null);
};

/** Totals printed outside their columns: a second number is the score, a single one right of the weights too. */
function looseNumbers(
  grid: Grid,
  row: number,
  label: GridCell,
  weight: ScoreCell | null,
): [ScoreCell | null, ScoreCell | null] {
  const numbers = grid
    .anchored(row)
    .filter((c) => c !== label && scoreValue(c.text) !== null)
    .map((c) => readScore(c.text, c.where));
  const others = numbers.filter((n) => n.where.column !== weight?.where.column);
  if (weight !== null) return [weight, others.length === 1 ? (others[0] ?? null) : null];
  return numbers.length === 2 ? [numbers[0] ?? null, numbers[1] ?? null] : [null, null];
}

/** Groups that a subtotal stands for: those that cover its row to the left, or the one it names; null for the whole table. */
function ownerOf(
  grid: Grid,
  row: number,
  label: GridCell,
  columns: Columns,
  carry: Carry,
): readonly string[] | null {
  const above: string[] = [];
  columns.levels.forEach((group, i) => {
    const cell = grid.at(row, group[0] ?? 0);
    if (!cell || cell.left >= label.left) return;
    if (squeeze(cell.text) !== '') above.push(stepOf(cell).name);
    else if (carry.steps[i]) above.push((carry.steps[i] as PathStep).name);
  });
  const merged = above.length > 0;
  if (isTotalLabel(label.text) || totalWithin(label.text) !== null)
    return merged && !isWhole(grid, row, label) ? above : null;
  if (merged) return above;
  const named = readName(subtotalOwner(label.text)).name;
  const known = carry.steps.find((s) => s !== null && named !== '' && s.name.includes(named));
  // In a table of one level the steps are its rows: only a heading over them is a group.
  const fallback = columns.levels.length === 1 ? carry.heading : (carry.steps[0] ?? carry.heading);
  // 基础分小计 sums up what no group is named after: whatever stands above it, and not the last group.
  if (known === undefined && BASE_MARKS.test(named)) return [named];
  const name = known?.name ?? fallback?.name;
  return name === undefined ? null : [name];
}

const BASE_MARKS = /^(?:基础|基本|标准|共性|个性|加|扣|减|附加|考核|评价)(?:得?分|指标)?[值项]?$/u;

/** Whether a total label begins at the table's left edge but for blank cells. */
const isWhole = (grid: Grid, row: number, label: GridCell): boolean =>
  grid
    .covering(row)
    .every((c) => c.left >= label.left || squeeze(c.text) === '' || scoreValue(c.text) !== null);
