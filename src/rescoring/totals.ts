import type { Decimal } from '../numbers/decimal.js';
import { Decimal as D, dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import { add, interval, point } from '../numbers/interval.js';
import type { Report, SharedCell } from '../report/model.js';
import { ownTable } from '../report/scoring/own-table.js';
import { totalsOf } from '../report/scoring/scaled.js';
import { countedExecution, isSettled, tableSum } from '../report/scoring/sums.js';
import type { ItemVerdict } from './model.js';

/**
 * The sum of the claimed rows of the report's own table, execution rows included and merged scores once. Null when
 * it is not certain which table that is, or a row cannot be read.
 */
export function sumOfItems(report: Report): Decimal | null {
  const table = ownTable(report);
  if (!table || table.unmatched.length > 0) return null;
  const rows = tableSum(table, 'claimed');
  return rows.terms.length > 0 && isSettled(rows) ? rows.sum : null;
}

/**
 * The total over all that the figures allow: confirmed rows as claimed, every other row over what it can be. Null
 * where the rows are not simply added up (scaled groups, rows left out, marks outside the hundred).
 */
export function verifiedTotal(report: Report, all: readonly ItemVerdict[]): Interval | null {
  const table = ownTable(report);
  if (!table || totalsOf(table).length > 1) return null;
  const items = all.filter(({ indicator }) => indicator.table === table.ordinal);
  if (items.length === 0) return null;
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
  const execution = countedExecution(table);
  if (execution?.weight)
    total = add(
      total,
      execution.score?.value ? point(execution.score.value) : interval(dec(0), execution.weight),
    );
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
