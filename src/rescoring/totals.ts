import type { Decimal } from '../numbers/decimal.js';
import { Decimal as D, dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import { add, interval, point } from '../numbers/interval.js';
import type { ExecutionRow, Report, ScoringTable, SharedCell } from '../report/model.js';
import type { ItemVerdict } from './model.js';

/** The execution rows whose score belongs to the total. */
export const scoredExecution = (table: ScoringTable): readonly ExecutionRow[] =>
  table.execution.filter((row) => row.isTotal && row.score !== null);

/**
 * The sum of the claimed rows, execution rows included and merged scores once. Null when there is no scoring table,
 * more than one (each has a total of its own), or a row that cannot be read.
 */
export function sumOfItems(report: Report): Decimal | null {
  const [table, ...others] = report.scoringTables;
  if (!table || others.length > 0 || table.unmatched.length > 0) return null;
  let sum = dec(0);
  let scored = 0;
  const counted = new Set<SharedCell>();
  for (const { claimed, scoreShare } of table.indicators) {
    if (scoreShare) {
      if (counted.has(scoreShare)) continue;
      counted.add(scoreShare);
      if (!scoreShare.value) return null;
      sum = sum.plus(scoreShare.value);
      scored++;
    } else if (claimed.value) {
      sum = sum.plus(claimed.value);
      scored++;
    } else if (claimed.state !== 'not-applicable') return null;
  }
  for (const { score } of scoredExecution(table)) {
    if (score?.value) sum = sum.plus(score.value);
    else if (score?.state === 'unreadable' || score?.state === 'empty') return null;
  }
  return scored === 0 ? null : sum;
}

/** The total over all that the figures allow: confirmed rows as claimed, every other row over what it can be. */
export function verifiedTotal(report: Report, items: readonly ItemVerdict[]): Interval | null {
  const [table, ...others] = report.scoringTables;
  if (!table || others.length > 0 || items.length === 0) return null;
  let total = point(dec(0));
  const shares = new Map<SharedCell, ItemVerdict[]>();
  for (const item of items) {
    const share = item.indicator.weightShare ?? item.indicator.scoreShare;
    if (share) shares.set(share, [...(shares.get(share) ?? []), item]);
    else {
      const range = rangeOf(item);
      if (!range) return null;
      total = add(total, range);
    }
  }
  for (const [share, sharing] of shares) {
    const range = rangeOfShare(share, sharing);
    if (!range) return null;
    total = add(total, range);
  }
  for (const { score, weight } of scoredExecution(table)) {
    const value = score?.value ?? null;
    if (!value && !weight) return null;
    total = add(total, value ? point(value) : interval(dec(0), weight as Decimal));
  }
  return total;
}

function rangeOf(item: ItemVerdict): Interval | null {
  const { claimed, weight } = item.indicator;
  if (claimed.state === 'not-applicable') return point(dec(0));
  if (item.status === 'confirmed' && claimed.value) return point(claimed.value);
  if (item.admissible) return item.admissible.range;
  return weight ? interval(dec(0), weight) : null;
}

/** Rows that share one 分值 are confirmed together or not at all. */
function rangeOfShare(share: SharedCell, sharing: readonly ItemVerdict[]): Interval | null {
  const { weightShare, scoreShare } = sharing[0]?.indicator ?? {};
  const claims = sharing.map((item) => item.indicator.claimed.value);
  if (sharing.every((item) => item.status === 'confirmed')) {
    if (scoreShare === share && share.value) return point(share.value);
    if (claims.every((claim) => claim !== null)) return point(D.sum(...claims));
  }
  const most = weightShare === share ? share.value : null;
  if (most) return interval(dec(0), most);
  const weights = sharing.map((item) => item.indicator.weight);
  return weights.every((weight) => weight !== null) && weights.length > 0
    ? interval(dec(0), D.sum(...weights))
    : null;
}
