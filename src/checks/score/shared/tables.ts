import type { Decimal } from '../../../numbers/decimal.js';
import { dec } from '../../../numbers/decimal.js';
import { type ListedProject, projectLists } from '../../../report/claims/project-lists.js';
import type { Report, ScoringTable } from '../../../report/model.js';
import { ownTable, scoredTables } from '../../../report/scoring/own-table.js';
import { tableSum } from '../../../report/scoring/sums.js';

export { ownTable, scoredTables };

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
  const pairs = table.indicators.filter(
    (i) => i.weight !== null && i.claimed.value !== null && i.scoreShare === null,
  );
  const above = pairs.filter((i) => i.claimed.value?.gt(i.weight ?? 0));
  return pairs.length >= 3 && above.length * 2 > pairs.length;
}

/** The lists of projects that a report prints, line by line; scoring tables are none. */
export function listedProjects(report: Report): readonly (readonly ListedProject[])[] {
  const scored = new Set(report.scoringTables.flatMap(({ tables }) => tables));
  return projectLists(report.tables.filter((table) => !scored.has(table)));
}
