import { once } from '../../../language/memo.js';
import type { Mention, Report, SumStatement } from '../../../report/model.js';
import { ownTable } from './tables.js';
import { toldWholes } from './told-parts.js';
import { differingScores } from './told-scores.js';

/** Figures of scores told of parts that the rules on scores find wrong. */
const wrongParts = once((report: Report): ReadonlySet<Mention | null> => {
  const differing = [...differingScores(report, () => {})].map(({ told }) => told.mention);
  const wrong = [...toldWholes(report)].filter(({ sum }) =>
    report.scoreClaims.some(({ score }) => !score.eq(sum)),
  );
  return new Set([...differing, ...wrong.flatMap(({ tellings }) => tellings.map(({ mention }) => mention))]);
});

/**
 * Whether a sentence that sums up scores (自评总分94.5分，其中：投入13.5分…) is judged by the rules on scores already: its
 * total differs from that of the table, or one of its parts from its rows. One wrong score is told of once.
 */
export function isJudgedAsScore(report: Report, { total, parts }: SumStatement): boolean {
  if (total.figure.unit.kind !== 'score') return false;
  if (parts.some((part) => wrongParts(report).has(part))) return true;
  const { value } = total.figure;
  const printed = ownTable(report)?.totalScore?.value ?? null;
  return (
    printed !== null &&
    !printed.eq(value) &&
    report.scoreClaims.some(
      ({ score, quote: { where } }) => score.eq(value) && where.paragraph === total.where.paragraph,
    )
  );
}
