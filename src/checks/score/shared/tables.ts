import type { Decimal } from '../../../numbers/decimal.js';
import { dec } from '../../../numbers/decimal.js';
import type { Report, ScoringTable } from '../../../report/model.js';
import { isScored, sumOfWeights, tableSum } from '../../../report/scoring/sums.js';

/** Scored tables of a report: rule lists and blank templates printed beside them are left out. */
export const scoredTables = (report: Report): ScoringTable[] => report.scoringTables.filter(isScored);

/**
 * The table that the report's own score belongs to: the only scored one; in a department's report the only one
 * that is not a project form. Null when that is not certain.
 */
export function ownTable(report: Report): ScoringTable | null {
  const scored = scoredTables(report);
  if (scored.length <= 1) return scored[0] ?? null;
  const whole = scored.filter((t) => t.execution.length === 0);
  if (report.kind === 'department' && whole.length === 1) return whole[0] ?? null;
  const full = whole.filter((t) => (t.totalWeight?.value ?? sumOfWeights(t.indicators))?.eq(100));
  return full.length === 1 ? (full[0] ?? null) : null;
}

/** Every total that the tables state or add up to: a claim that equals one of them is about that table. */
export function knownTotals(report: Report): Decimal[] {
  const scored = scoredTables(report);
  const sums = scored.map((t) => tableSum(t, 'claimed').sum);
  const printed = scored.flatMap((t) => (t.totalScore?.value ? [t.totalScore.value] : []));
  return [...printed, ...sums, sums.reduce((a, b) => a.plus(b), dec(0))];
}

/**
 * Whether scores and weights are on different scales: most rows exceed their weight (each row scored out of 100 with
 * a weight in per cent). Sums and limits do not apply then.
 */
export function onAnotherScale(table: ScoringTable): boolean {
  const pairs = table.indicators.filter((i) => i.weight !== null && i.claimed.value !== null);
  const above = pairs.filter((i) => i.claimed.value?.gt(i.weight ?? 0));
  return pairs.length >= 3 && above.length * 2 > pairs.length;
}
