import type { Locator } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Decimal } from '../../numbers/decimal.js';
import type { Quote, ScoreCell } from '../model.js';
import type { Columns } from './columns.js';
import type { Grid, GridCell } from './grid.js';
import { readName, readScore, readWeight, scoreValue } from './score-text.js';
import { isRemark, isSubtotalLabel, isTotalLabel, subtotalOwner, totalWithin } from './words.js';

/** A row of a scoring table as it stands, before merged cells are shared out and groups gathered. */
export interface ItemRow {
  readonly kind: 'item';
  readonly name: string;
  /** Level of the name among `Columns.levels`. */
  readonly level: number;
  /** The cells above the name, outermost first: names as printed, with their weights when printed there. */
  readonly path: readonly PathStep[];
  readonly nameCell: GridCell;
  readonly nameWeight: Decimal | null;
  readonly weight: GridCell | null;
  readonly score: GridCell | null;
  readonly reviewed: GridCell | null;
  readonly explanation: string;
  readonly criterion: string;
  readonly target: string;
  readonly result: string;
  readonly reason: string | null;
  /** Whether a level above the name was carried down over blank cells instead of a merge. */
  readonly carried: readonly boolean[];
  /** Cells of the groups' own 分值 columns beside the row, by level. */
  readonly groupCells: ReadonlyMap<number, GridCell>;
  readonly row: number;
  readonly where: Locator;
}

/** One group over a row. */
export interface PathStep {
  readonly name: string;
  readonly weight: Decimal | null;
  readonly quote: Quote;
}

/** A total or subtotal row. `owner` names the group of a subtotal, null for the whole table. */
export interface TotalRow {
  readonly kind: 'total';
  readonly owner: readonly string[] | null;
  readonly weight: ScoreCell | null;
  readonly score: ScoreCell | null;
  readonly reviewed: ScoreCell | null;
  readonly quote: Quote;
}

export type ReadRow =
  | ItemRow
  | TotalRow
  | {
      readonly kind: 'more';
      readonly explanation: string;
      readonly criterion: string;
      readonly reason: string;
    }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'unmatched'; readonly quote: Quote };

/** What stands above the next row: level names carried down over blank cells, and the heading row in force. */
export interface Carry {
  steps: (PathStep | null)[];
  heading: PathStep | null;
  totalSeen: boolean;
}

/** Reads one row below a header. Null: nothing to score in it. `carry` is brought up to date. */
export function readRow(grid: Grid, row: number, columns: Columns, carry: Carry): ReadRow | null {
  const where = grid.rowWhere(row);
  const cells = grid.anchored(row);
  const first = cells.find((c) => squeeze(c.text) !== '');
  if (where === null || first === undefined) return null;
  const quote: Quote = { text: grid.rowText(row), where: first.where };
  if (isRemark(first.text)) return { kind: 'remark', text: quote.text };
  const total = readTotal(grid, row, columns, carry, first, quote);
  if (total !== null) {
    if (total.owner === null) carry.totalSeen = true;
    return total;
  }
  if (isHeading(first, cells, columns)) {
    if (!carry.totalSeen && squeeze(first.text).length <= 24) {
      carry.heading = stepOf(first);
      carry.steps = [];
    }
    return null;
  }
  return readItem(grid, row, columns, carry, quote);
}

/** A single filled cell that lies over names and scores alike heads the rows below it: 一、投入（15分）. */
function isHeading(first: GridCell, cells: readonly GridCell[], columns: Columns): boolean {
  if (cells.some((c) => c !== first && squeeze(c.text) !== '')) return false;
  const right = first.left + first.colSpan - 1;
  const leaf = columns.levels.at(-1)?.[0] ?? 1;
  return first.colSpan > 1 && right >= Math.max(leaf, columns.weight ?? columns.score ?? leaf);
}

function stepOf(cell: GridCell): PathStep {
  const { name, weight } = readName(cell.text);
  return {
    name: name.replace(/^[一二三四五六七八九十]+、/u, ''),
    weight,
    quote: { text: cell.text, where: cell.where },
  };
}

/** Whether a cell belongs to one of the level columns. */
const levelOf = (cell: GridCell, columns: Columns): number =>
  columns.levels.findIndex((group) => group.some((c) => c >= cell.left && c < cell.left + cell.colSpan));

function readTotal(
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
    grid.anchored(row).some((c) => c.left < label.left && squeeze(c.text) !== '' && c !== first)
  ) {
    return null;
  }
  if (label !== first && squeeze(first.text) !== '' && first.left < label.left && first.rowSpan === 1)
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
  return { kind: 'total', owner: ownerOf(grid, row, label, columns, carry), weight, score, reviewed, quote };
}

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
  const fallback = carry.steps[0] ?? carry.heading;
  const name = known?.name ?? fallback?.name;
  return name === undefined ? null : [name];
}

/** Whether a total label begins at the table's left edge but for blank cells. */
const isWhole = (grid: Grid, row: number, label: GridCell): boolean =>
  grid.covering(row).every((c) => c.left >= label.left || squeeze(c.text) === '');

const cellText = (grid: Grid, row: number, column: number | null): string => {
  const cell = column === null ? undefined : grid.at(row, column);
  return cell === undefined ? '' : cell.text.trim();
};

function readItem(grid: Grid, row: number, columns: Columns, carry: Carry, quote: Quote): ReadRow | null {
  const cells = columns.levels.map((group) => distinct(group.map((c) => grid.at(row, c))));
  const level = cells.findLastIndex((group) => group.some((c) => squeeze(c.text) !== ''));
  const weight = own(grid.at(row, columns.weight ?? 0));
  const score = own(grid.at(row, columns.score ?? 0));
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
    reason: columns.reason !== null ? reasonText : note === '' ? null : note,
    row,
    where:
      nameCell.top === row
        ? nameCell.where
        : { ...nameCell.where, row: (grid.rowWhere(row) ?? nameCell.where).row },
  };
}

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
