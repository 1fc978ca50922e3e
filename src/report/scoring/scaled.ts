import { fold, squeeze } from '../../language/fold.js';
import { Decimal, dec } from '../../numbers/decimal.js';
import type { Indicator, IndicatorGroup, ScoringTable } from '../model.js';
import { countedExecution, indicatorsOf, sumOfScores, sumOfWeights, tableSum } from './sums.js';

/** One way in which a table's rows may make up its total. */
export interface Total {
  readonly value: Decimal;
  /** How the total comes about where it is not the plain sum: 按权重折算, 按百分制折算 …; '' for the plain sum. */
  readonly how: string;
}

/** Rows that add or take marks outside the hundred. */
const BONUS = /^(?:[\d一二三四五六七八九十]+[.、])?(?:加分|扣分|减分|附加|奖励|倒扣|加减分|惩罚)/u;
const TAKEN = /扣分|减分|倒扣|惩罚/u;

/** Whether a row stands outside the hundred: 加分项, 减分项. */
export const isBonus = (indicator: Indicator): boolean =>
  [indicator.name, ...indicator.group].some((name) => BONUS.test(squeeze(name)));

/** Whether such a row takes marks away: its 分值 and its score may then be printed with or without their sign. */
export const isTaken = (indicator: Indicator): boolean =>
  isBonus(indicator) && [indicator.name, ...indicator.group].some((name) => TAKEN.test(name));

/**
 * The totals that the rows of a table may stand for, the likeliest first. Most tables have one: the sum. Where a
 * group's own weights add up to 100 under a group of 50, its scores count by half; rows that do not apply may be
 * left out and the rest scaled to the full mark; marks taken may be printed without their sign.
 */
export function totalsOf(table: ScoringTable, column: 'claimed' | 'reviewed' = 'claimed'): readonly Total[] {
  const plain: Total = { value: tableSum(table, column).sum, how: '' };
  const scaled = scaledByGroup(table, column);
  const spread = withoutInapplicable(table, plain.value);
  const signed = withSigns(table, plain.value);
  const told = /折算|换算|百分制/u.test(squeeze(fold(table.remarks)));
  // Parts of a hundred under a smaller group leave no doubt: their plain sum exceeds every full mark.
  if (scaled && plain.value.gt(fullMark(table))) return [scaled, plain];
  const others = [scaled, ...signed].filter((total) => total !== null);
  return told && spread ? [spread, plain, ...others] : [plain, ...others, ...(spread ? [spread] : [])];
}

/** The same of a group's subtotal: the sum of its rows, or that sum scaled to the group's own weight. */
export function subtotalsOf(table: ScoringTable, group: IndicatorGroup): readonly Total[] {
  const members = indicatorsOf(table, group.indicators);
  const plain: Total = { value: sumOfScores(members, 'claimed').sum, how: '' };
  const weights = sumOfWeights(members);
  if (weights === null || weights.isZero() || group.weight === null || weights.eq(group.weight))
    return [plain];
  return [plain, { value: plain.value.times(group.weight).div(weights), how: '按权重折算' }];
}

/** Whether a printed score is one of the totals; those that scaling leaves with many decimals rounded or cut off. */
export const isTotal = (printed: Decimal, totals: readonly Total[]): boolean =>
  totals.some(
    ({ value }) => printed.eq(value) || (value.decimalPlaces() > PLACES && isPrintOf(printed, value)),
  );

const isPrintOf = (printed: Decimal, value: Decimal): boolean => {
  const step = dec(10).pow(-printed.decimalPlaces());
  return value.minus(printed).abs().lte(step.div(2)) || (value.gt(printed) && value.lt(printed.plus(step)));
};

const fullMark = (table: ScoringTable): Decimal => table.totalWeight?.value ?? dec(100);

function scaledByGroup(table: ScoringTable, column: 'claimed' | 'reviewed'): Total | null {
  const top = table.groups.filter((group) => group.weight !== null && group.path.length === 1);
  let value = tableSum(table, column).sum;
  let any = false;
  for (const group of top) {
    const members = indicatorsOf(table, group.indicators);
    const weights = sumOfWeights(members);
    if (weights === null || weights.isZero() || group.weight === null || weights.eq(group.weight)) continue;
    const scores = sumOfScores(members, column).sum;
    value = value.minus(scores).plus(scores.times(group.weight).div(weights));
    any = true;
  }
  return any ? { value, how: '按权重折算' } : null;
}

function withoutInapplicable(table: ScoringTable, sum: Decimal): Total | null {
  const applicable = table.indicators.filter(({ claimed }) => claimed.state !== 'not-applicable');
  if (applicable.length === table.indicators.length) return null;
  const weights = sumOfWeights(applicable)?.plus(countedExecution(table)?.weight ?? 0) ?? null;
  const full = fullMark(table);
  if (weights === null || weights.isZero() || weights.gte(full)) return null;
  return { value: sum.times(full).div(weights), how: '按百分制折算' };
}

/** Marks taken that are printed without a sign, and a total that is capped at the full mark. */
function withSigns(table: ScoringTable, sum: Decimal): Total[] {
  if (!table.indicators.some(isBonus)) return [];
  const unsigned = table.indicators.filter((row) => isTaken(row) && row.claimed.value?.gt(0));
  const taken = unsigned.reduce((all, { claimed }) => all.plus(claimed.value ?? 0), dec(0));
  const totals: Total[] = [];
  if (!taken.isZero()) {
    totals.push({ value: sum.minus(taken.times(2)), how: '减去扣分项' });
    totals.push({ value: sum.minus(taken), how: '不计扣分项' });
  }
  const full = fullMark(table);
  if (sum.gt(full)) totals.push({ value: full, how: '以满分为限' });
  return totals;
}

/** Two decimals are the most that scores carry. */
const PLACES = 2;

/** A total as printed: 94.4444… is told as 94.44. */
export const shownTotal = ({ value }: Total): Decimal => value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP);
