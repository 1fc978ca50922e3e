import type { Decimal } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import type {
  ExecutionRow,
  Indicator,
  IndicatorGroup,
  Quote,
  ScoreCell,
  ScoringTable,
  SharedCell,
} from '../model.js';
import type { Grid, GridCell } from './grid.js';
import { isNumberedGroup, underNumberedGroups } from './numbered-groups.js';
import type { ItemRow, PathStep, ReadRow, TotalRow } from './read-rows.js';
import { readRowScore, readScore, readWeight } from './score-text.js';

/** Rows read so far of one scoring table. */
export interface Collected {
  readonly rows: ReadRow[];
  readonly execution: ExecutionRow[];
  readonly remarks: string[];
}

/** A group under construction. */
interface GroupDraft {
  readonly path: readonly string[];
  weight: Decimal | null;
  subtotal: ScoreCell | null;
  readonly indicators: number[];
  quote: Quote;
}

/**
 * Makes a scoring table of the rows read: ordinals, merged weights and scores shared out, groups with their
 * weights and subtotals. `first` is the ordinal of its first indicator. Null when no row can be scored.
 */
export function assemble(
  collected: Collected,
  grid: Grid,
  ordinal: number,
  first: number,
): ScoringTable | null {
  const weightSum = sumOfRowWeights(collected.rows);
  const rows = collected.rows.map((row) => asTotal(row, weightSum));
  const { items, outline } = withoutOutlineRows(underNumberedGroups(mergedText(rows)));
  if (items.length === 0) return null;
  const weights = shares(items, (i) => i.weight, first, readWeight);
  const scores = shares(items, (i) => i.score, first, readScore);
  const read = items.map((item, i) => toIndicator(item, first + i, ordinal, weights, scores));
  const totals = rows.filter((r): r is TotalRow => r.kind === 'total');
  const groups = gatherGroups(items, read, totals, outline);
  const indicators = read.map((indicator) => withSoleWeight(indicator, groups));
  const whole = totals.filter((t) => t.owner === null);
  const last = whole.at(-1) ?? null;
  return {
    ordinal,
    indicators,
    groups,
    totalWeight: last?.weight ?? null,
    totalScore: last?.score ?? null,
    totalReviewed: last?.reviewed ?? null,
    execution: collected.execution,
    remarks: collected.remarks.join('\n'),
    unmatched: rows.flatMap((r) => (r.kind === 'unmatched' ? [r.quote] : [])),
    tables: grid.tables,
    where: (grid.tables[0] as { where: ScoringTable['where'] }).where,
  };
}

/** The weights of rows, merged cells once. */
const sumOfRowWeights = (rows: readonly ReadRow[]): Decimal =>
  [...new Set(rows.flatMap((row) => (row.kind === 'item' ? (row.weight ?? []) : [])))].reduce(
    (sum, cell) => sum.plus(readWeight(cell.text, cell.where).value ?? 0),
    dec(0),
  );

/** A row without a name whose weight is that of all the others, or the hundred, is a total whose label is blank. */
function asTotal(row: ReadRow, weightSum: Decimal): ReadRow {
  if (row.kind !== 'item' || row.name !== '' || row.weight === null || row.score === null) return row;
  const weight = readWeight(row.weight.text, row.weight.where);
  const others = weightSum.minus(weight.value ?? 0);
  if (!weight.value?.eq(others) && !weight.value?.gte(100)) return row;
  return {
    kind: 'total',
    owner: null,
    isBare: false,
    weight,
    score: readScore(row.score.text, row.score.where),
    reviewed: row.reviewed === null ? null : readScore(row.reviewed.text, row.reviewed.where),
    quote: { text: row.score.text, where: row.where },
  };
}

/** Text rows that continue the item above (one indicator, several lines of criteria) are joined to it. */
function mergedText(rows: readonly ReadRow[]): ItemRow[] {
  const items: ItemRow[] = [];
  for (const row of rows) {
    if (row.kind === 'item') items.push(row);
    const last = items.at(-1);
    if (row.kind !== 'more' || last === undefined) continue;
    items[items.length - 1] = {
      ...last,
      explanation: joinText(last.explanation, row.explanation),
      criterion: joinText(last.criterion, row.criterion),
      reason: last.reason === null ? null : joinText(last.reason, row.reason),
    };
  }
  return items;
}

const joinText = (a: string, b: string): string =>
  b === '' || a.includes(b) ? a : a === '' ? b : `${a}\n${b}`;

/**
 * In outlined tables a group has a row of its own (投入 15 14) and its indicators follow with the group's cell
 * blank: such a row is a group with weight and subtotal, not an indicator.
 */
function withoutOutlineRows(rows: readonly ItemRow[]): { items: ItemRow[]; outline: ItemRow[] } {
  const outline = rows.filter((row, i) => {
    const next = rows[i + 1];
    if (!next || row.nameCell.rowSpan > 1) return false;
    if (isNumberedGroup(row, next)) return true;
    if (next.level <= row.level) return false;
    const step = next.path.length - (next.level - row.level);
    return next.path[step]?.name === row.name && next.carried[step] === true;
  });
  return { items: rows.filter((r) => !outline.includes(r)), outline };
}

type Shares = ReadonlyMap<GridCell, SharedCell>;

/** Merged cells that stand beside several indicators. */
function shares(
  items: readonly ItemRow[],
  cellOf: (item: ItemRow) => GridCell | null,
  first: number,
  read: typeof readScore,
): Shares {
  const owners = new Map<GridCell, number[]>();
  items.forEach((item, i) => {
    const cell = cellOf(item);
    if (cell === null || cell.rowSpan < 2) return;
    owners.set(cell, [...(owners.get(cell) ?? []), first + i]);
  });
  const shared = new Map<GridCell, SharedCell>();
  for (const [cell, indicators] of owners) {
    if (indicators.length > 1) {
      shared.set(cell, { value: read(cell.text, cell.where).value, indicators, where: cell.where });
    }
  }
  return shared;
}

function toIndicator(
  item: ItemRow,
  ordinal: number,
  table: number,
  weights: Shares,
  scores: Shares,
): Indicator {
  const merged = item.weight === null ? null : (weights.get(item.weight) ?? null);
  // 实际完成率（20分） beside a 60 that is its group's: the name says which part is its own.
  const weightShare = item.nameWeight !== null ? null : merged;
  const printed = item.weight === null ? null : readWeight(item.weight.text, item.weight.where).value;
  const weight = merged === null ? (printed ?? item.nameWeight) : item.nameWeight;
  const missing: ScoreCell = { raw: '', value: null, state: 'empty', where: item.where };
  return {
    ordinal,
    name: item.name,
    group: item.path.map((s) => s.name),
    weight,
    weightShare,
    scoreShare: item.score === null ? null : (scores.get(item.score) ?? null),
    explanation: item.explanation,
    criterion: item.criterion,
    target: item.target,
    result: item.result,
    sign: item.sign,
    unit: item.unit,
    claimed: item.score === null ? missing : readRowScore(item.score.text, item.score.where, weight),
    reviewed: item.reviewed === null ? null : readRowScore(item.reviewed.text, item.reviewed.where, weight),
    reason: item.reason,
    table,
    where: item.where,
  };
}

/** 质量指标（10分） over one row without a weight of its own: all its marks are that row's. */
function withSoleWeight(indicator: Indicator, groups: readonly IndicatorGroup[]): Indicator {
  if (indicator.weight !== null || indicator.weightShare !== null) return indicator;
  const sole = groups.findLast(
    ({ indicators, weight }) =>
      weight !== null && indicators.length === 1 && indicators[0] === indicator.ordinal,
  );
  return sole === undefined ? indicator : { ...indicator, weight: sole.weight };
}

const keyOf = (path: readonly string[]): string => path.join('\u0000');

function gatherGroups(
  items: readonly ItemRow[],
  indicators: readonly Indicator[],
  totals: readonly TotalRow[],
  outline: readonly ItemRow[],
): IndicatorGroup[] {
  const groups = new Map<string, GroupDraft>();
  const draft = (path: readonly string[], quote: Quote): GroupDraft => {
    const known = groups.get(keyOf(path));
    if (known) return known;
    const made: GroupDraft = { path, weight: null, subtotal: null, indicators: [], quote };
    groups.set(keyOf(path), made);
    return made;
  };
  items.forEach((item, i) => {
    const path = (indicators[i] as Indicator).group;
    item.path.forEach((step, depth) => {
      const group = draft(path.slice(0, depth + 1), step.quote);
      group.indicators.push((indicators[i] as Indicator).ordinal);
      group.weight ??= step.weight ?? columnWeight(item, depth);
    });
  });
  for (const row of outline) {
    const group = groups.get(keyOf([...row.path.map((s: PathStep) => s.name), row.name]));
    if (!group) continue;
    group.weight ??=
      row.weight === null ? row.nameWeight : readWeight(row.weight.text, row.weight.where).value;
    if (row.score) group.subtotal ??= keepScore(readScore(row.score.text, row.score.where));
  }
  for (const total of totals) {
    const owner = total.isBare && isOfAll(total, items, totals) ? [] : total.owner;
    if (owner === null) continue;
    if (owner.length === 0) draft([], total.quote).indicators.push(...indicators.map((i) => i.ordinal));
    const group = [...groups.values()].find(
      ({ path }) =>
        keyOf(path) === keyOf(owner) ||
        (owner.length > 0 && keyOf(path.slice(-owner.length)) === keyOf(owner)),
    );
    if (!group) continue;
    group.subtotal ??= total.score;
    group.weight ??= total.weight?.value ?? null;
    if (total.score) group.quote = total.quote;
  }
  return [...groups.values()].filter((g) => g.weight !== null || g.subtotal !== null);
}

/**
 * Whether a 小计 without a name sums up all rows: the ninety marks of the indicators above 总计 with the execution. Its
 * marks are then nearer to those of all rows than to those of the last group. Only the last one may be such.
 */
function isOfAll(total: TotalRow, items: readonly ItemRow[], totals: readonly TotalRow[]): boolean {
  const printed = total.weight?.value ?? null;
  if (printed === null || totals.findLast(({ isBare }) => isBare) !== total) return false;
  const group = total.owner?.at(-1);
  const own = items.filter(({ path }) => path.some(({ name }) => name === group));
  const away = (rows: readonly ItemRow[]): Decimal => printed.minus(sumOfRowWeights(rows)).abs();
  return own.length < items.length && away(items).lt(away(own));
}

const keepScore = (cell: ScoreCell): ScoreCell | null => (cell.state === 'empty' ? null : cell);

/** The weight printed in the group's own 分值 column beside a row. */
function columnWeight(item: ItemRow, depth: number): Decimal | null {
  const headings = item.path.length - item.level;
  const level = headings > 0 ? depth - headings : depth;
  const cell = item.groupCells.get(level);
  return cell === undefined ? null : readWeight(cell.text, cell.where).value;
}
