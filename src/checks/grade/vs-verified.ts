import type { Decimal } from '../../numbers/decimal.js';
import { digits } from '../../numbers/decimal.js';
import type { Interval } from '../../numbers/interval.js';
import { totalsOf } from '../../report/scoring/scaled.js';
import { isSettled, tableSum } from '../../report/scoring/sums.js';
import type { Audit } from '../rule.js';
import { defineRule } from '../rule.js';
import { doubtAbout } from '../score/shared/doubts.js';
import { addition, cellQuote, termQuotes } from '../score/shared/quotes.js';
import { onAnotherScale, ownTable } from '../score/shared/tables.js';
import { bandOf, gradesWithin } from './grades.js';

type Data =
  | {
      readonly kind: 'rows';
      readonly claimed: string;
      readonly sum: Decimal;
      readonly arithmetic: string;
      readonly grade: string;
    }
  | {
      readonly kind: 'verified';
      readonly claimed: string;
      readonly range: Interval;
      readonly grades: readonly string[];
    };

/** Totals of thirds and ninths never end: two decimals, as scores are written. */
const scored = (score: Decimal): string => digits(score.toDecimalPlaces(2));

export default defineRule<Data>({
  id: 'grade/vs-verified',
  severity: 'error',
  title: '等级不被支持',
  summary: '所评等级不是各行得分之和对应的等级，或不是复算后任何可能总分的等级',
  basis: '等级由总分决定；总分以各行得分之和、以及按评分标准复算后可能的区间为准。',
  example: '正文97分评为“优”，各行得分之和88分，对应“良”。',
  limits: [
    '各行得分另需折算、有加减分项、合计有几种算法的表，不以各行之和判断等级。',
    '未能核实的指标按可能的最低分到最高分计，总分区间内只要有一个分数支持所评等级即不提出。',
    '等级与正文得分已经不符的，由“等级与得分不符”提出，本条不重复。',
  ],
  *check(audit) {
    const { report, rescoring } = audit;
    const table = ownTable(report);
    const claim = report.gradeClaims[0];
    if (!table || !claim || onAnotherScale(table) || contradictsOwnScore(audit)) return;
    const scale = report.gradeScale;
    if (!scale.some((b) => b.grade === claim.grade) || doubtAbout(report, table) !== null) return;
    const rows = tableSum(table, 'claimed');
    const band = isSettled(rows) && rows.terms.length > 0 ? bandOf(rows.sum, scale) : null;
    if (band !== null && band.grade !== claim.grade && totalsOf(table).length === 1) {
      yield {
        data: {
          kind: 'rows',
          claimed: claim.grade,
          sum: rows.sum,
          arithmetic: addition(rows.terms, rows.sum),
          grade: band.grade,
        },
        evidence: [claim.quote, ...termQuotes(rows.terms)],
        claimed: claim.grade,
        expected: band.grade,
      };
      return;
    }
    const { verified } = rescoring;
    if (verified === null) return;
    const grades = gradesWithin(verified, scale);
    if (grades.length === 0 || grades.includes(claim.grade)) return;
    const wrong = rescoring.items.filter((v) => v.status === 'contradicted');
    yield {
      data: { kind: 'verified', claimed: claim.grade, range: verified, grades },
      evidence: [claim.quote, ...wrong.map((v) => cellQuote(v.indicator.claimed))],
      claimed: claim.grade,
      expected: grades.join('或'),
    };
  },
  message: (data) =>
    data.kind === 'rows'
      ? `报告评为“${data.claimed}”，各行得分之和 ${data.arithmetic}分，对应“${data.grade}”。`
      : `报告评为“${data.claimed}”，复算后总分在${scored(data.range.low)}至${scored(data.range.high)}分之间，只可能为“${data.grades.join('”或“')}”。`,
  suggestion: () => '改正得分后重新确定等级。',
});

/** Whether the grade already disagrees with the score of the text: that is grade/vs-score. */
function contradictsOwnScore({ report }: Audit): boolean {
  const claim = report.gradeClaims[0];
  const score = report.scoreClaims[0];
  if (!claim) return false;
  const said = score?.score ?? ownTable(report)?.totalScore?.value ?? null;
  const band = said === null ? null : bandOf(said, report.gradeScale);
  return band !== null && band.grade !== claim.grade;
}
