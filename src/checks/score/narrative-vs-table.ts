import type { Decimal } from '../../numbers/decimal.js';
import { dec, digits } from '../../numbers/decimal.js';
import { contains } from '../../numbers/interval.js';
import type { Report, ScoreClaim } from '../../report/model.js';
import { isTotal, shownTotal, totalsOf } from '../../report/scoring/scaled.js';
import { isSettled, type RowSum, tableSum } from '../../report/scoring/sums.js';
import { type Draft, defineRule } from '../rule.js';
import { doubtAbout } from './shared/doubts.js';
import { addition, called, cellQuote, rowQuotes, termQuotes } from './shared/quotes.js';
import { knownTotals, onAnotherScale, ownTable } from './shared/tables.js';
import { differingDeductions, type ToldDeduction } from './shared/told-deductions.js';
import { differingGroups, type ToldGroup } from './shared/told-groups.js';

interface TotalData {
  readonly kind: 'total';
  readonly narrative: Decimal;
  /** Printed 合计, null when the table has none. */
  readonly printed: Decimal | null;
  /** Sum of the rows, null when it is not certain. */
  readonly rows: RowSum | null;
  /** Another score claimed in the text, when there is no table to compare with. */
  readonly other: Decimal | null;
}

type Data =
  | TotalData
  | { readonly kind: 'deduction'; readonly deduction: ToldDeduction }
  | { readonly kind: 'group'; readonly group: ToldGroup };

export default defineRule<Data>({
  id: 'score/narrative-vs-table',
  severity: 'error',
  title: '正文与评分表不一致',
  summary: '正文所述得分与评分表合计、各行之和不一致，或所述某部分得分、某项扣分与各该行不一致',
  basis: '正文得分应取自评分表；同一份报告只能有一个总得分。',
  example: '正文“绩效评价得分97分”，评分表合计100分，各行之和96分：三者互不相同。',
  limits: [
    '正文得分与合计、各行之和中的一个一致时，矛盾在表内，由“得分合计不符”判为错误，本条只作提示，不重复报错。',
    '报告有多张评分表而不能确定正文所指时，只要与其中一张相符即不提出。',
    '项目得分、平均得分、上年得分不作为本报告的得分。',
    '某部分的得分只核对紧跟该部分名称写出、满分相同的（“效益指标30分，得28分”），且报告只有一张评分表。',
    '某项扣分只核对紧跟指标全称写出分数的（“预算完成率扣1分”）。',
  ],
  *check({ report }) {
    for (const deduction of differingDeductions(report))
      yield {
        data: { kind: 'deduction', deduction },
        evidence: [deduction.quote, ...rowQuotes(deduction.indicator)],
        claimed: digits(deduction.told),
        expected: digits(deduction.shown),
        // Which of the two is wrong, the list or the row, is not settled.
        severity: 'warning' as const,
      };
    const claims = distinctClaims(report);
    const table = ownTable(report);
    if (table === null) {
      yield* betweenClaims(report, claims);
      return;
    }
    if (onAnotherScale(table)) return;
    const rows = tableSum(table, 'claimed');
    const totals = totalsOf(table);
    const whole = totals[0] ? shownTotal(totals[0]) : rows.sum;
    const certain = doubtAbout(report, table) === null && isSettled(rows);
    const printed = table.totalScore?.value ?? null;
    if (certain && report.scoringTables.length === 1)
      for (const group of differingGroups(report, table))
        yield {
          data: { kind: 'group', group },
          evidence: [group.quote, ...termQuotes(group.rows.terms)],
          claimed: digits(group.told),
          expected: digits(group.rows.sum),
        };
    for (const claim of claims) {
      const differsPrinted = printed !== null && !claim.score.eq(printed);
      const differsRows = certain ? !isTotal(claim.score, totals) : false;
      if (!differsPrinted && !differsRows) continue;
      if (printed === null && !certain) continue;
      if (otherTable(report, claim.score, [printed, rows.sum])) continue;
      const agrees = (printed !== null && !differsPrinted) || (certain && !differsRows);
      yield {
        data: { kind: 'total', narrative: claim.score, printed, rows: certain ? rows : null, other: null },
        evidence: [
          claim.quote,
          ...(table.totalScore?.value ? [cellQuote(table.totalScore)] : []),
          ...(certain ? termQuotes(rows.terms) : []),
        ],
        claimed: digits(claim.score),
        expected:
          printed === null ? digits(whole) : certain && isTotal(printed, totals) ? digits(printed) : null,
        ...(agrees ? { severity: 'notice' as const } : {}),
      };
    }
  },
  message: (data) => {
    if (data.kind === 'deduction') {
      const { indicator, told, shown } = data.deduction;
      const row = `评分表中分值${digits(indicator.weight ?? dec(0))}分、得${digits(indicator.claimed.value ?? dec(0))}分`;
      return `正文写${called(indicator.name)}扣${digits(told)}分，${row}，扣${digits(shown)}分，相差${digits(told.minus(shown).abs())}分。`;
    }
    if (data.kind === 'group') {
      const { name, told, rows: own } = data.group;
      return `正文写${called(name)}得${digits(told)}分，评分表该部分各行之和 ${addition(own.terms, own.sum)}分，相差${digits(told.minus(own.sum).abs())}分。`;
    }
    const { narrative, printed, rows, other } = data;
    if (other !== null) return `正文一处得分${digits(narrative)}分，另一处${digits(other)}分。`;
    const parts = [`正文得分${digits(narrative)}分`];
    if (printed !== null) parts.push(`评分表合计${digits(printed)}分${gap(narrative, printed)}`);
    if (rows !== null) parts.push(`各行之和 ${addition(rows.terms, rows.sum)}分${gap(narrative, rows.sum)}`);
    return `${parts.join('，')}。`;
  },
  suggestion: () => '以核对无误的评分表为准，统一正文、合计与各行得分。',
});

const gap = (narrative: Decimal, value: Decimal): string =>
  narrative.eq(value) ? '（与正文一致）' : `（与正文相差${digits(narrative.minus(value).abs())}分）`;

function distinctClaims(report: Report): ScoreClaim[] {
  const claims: ScoreClaim[] = [];
  for (const claim of report.scoreClaims)
    if (!claims.some((c) => c.score.eq(claim.score))) claims.push(claim);
  return claims;
}

/** Whether the claim is the total of another table or of all tables together. */
const otherTable = (report: Report, score: Decimal, own: readonly (Decimal | null)[]): boolean =>
  report.scoringTables.length > 1 &&
  knownTotals(report).some((t) => t.eq(score) && !own.some((o) => o?.eq(t)));

function* betweenClaims(report: Report, claims: readonly ScoreClaim[]): Generator<Draft<Data>> {
  const [first, second] = claims;
  if (first === undefined || second === undefined || report.scoringTables.length > 0) return;
  if (contains({ low: first.score, high: first.score }, second.score)) return;
  yield {
    data: { kind: 'total', narrative: first.score, printed: null, rows: null, other: second.score },
    evidence: [first.quote, second.quote],
    claimed: digits(first.score),
    expected: null,
  };
}
