import type { Decimal } from '../../numbers/decimal.js';
import { dec, digits } from '../../numbers/decimal.js';
import { contains } from '../../numbers/interval.js';
import type { Report, ScoreClaim, ScoringTable } from '../../report/model.js';
import { isInHead } from '../../report/scoring/form-name.js';
import { isTotal, shownTotal, totalsOf } from '../../report/scoring/scaled.js';
import { isSettled, type RowSum, tableSum } from '../../report/scoring/sums.js';
import { type Draft, defineRule } from '../rule.js';
import { doubtAbout } from './shared/doubts.js';
import { addition, called, cellQuote, rowQuotes, termQuotes } from './shared/quotes.js';
import { knownTotals, onAnotherScale, ownTable, scoredTables } from './shared/tables.js';
import { differingDeductions, type ToldDeduction } from './shared/told-deductions.js';
import { type ToldTwice, toldTwice } from './shared/told-parts.js';
import { differingScores, type ToldDifference } from './shared/told-scores.js';

interface TotalData {
  readonly kind: 'total';
  /** Who says it: 正文, or the head of one of several forms. */
  readonly speaker: string;
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
  | { readonly kind: 'part'; readonly difference: ToldDifference }
  | { readonly kind: 'twice'; readonly twice: ToldTwice };

export default defineRule<Data>({
  id: 'score/narrative-vs-table',
  severity: 'error',
  title: '正文与评分表不一致',
  summary: '正文所述得分与评分表合计、各行之和不一致，或所述某类、某项、某项目的得分与表中不一致',
  basis: '正文得分应取自评分表；同一份报告只能有一个总得分。',
  example: '正文“绩效评价得分97分”，评分表合计100分，各行之和96分：三者互不相同。',
  limits: [
    '正文得分与合计、各行之和中的一个一致时，矛盾在表内，由“得分合计不符”判为错误，本条只作提示，不重复报错。',
    '报告有多张评分表而不能确定正文所指时，只要与其中一张相符即不提出。',
    '项目得分、平均得分、上年得分不作为本报告的得分；附有同名项目自评表的，项目得分与该表核对。',
    '某类、某项的得分只在评分表中恰有一处同名、所述满分与分值一致时核对；与相邻几类之和相符的不提出。',
    '某项扣分只核对紧跟指标全称写出分数的（“预算完成率扣1分”）。',
  ],
  *check({ report, checked }) {
    for (const deduction of differingDeductions(report))
      yield {
        data: { kind: 'deduction', deduction },
        evidence: [deduction.quote, ...rowQuotes(deduction.indicator)],
        claimed: digits(deduction.told),
        expected: digits(deduction.shown),
        // Which of the two is wrong, the list or the row, is not settled.
        severity: 'warning' as const,
      };
    for (const difference of differingScores(report, checked))
      yield {
        data: { kind: 'part', difference },
        evidence: [difference.told.quote, ...difference.quotes],
        claimed: digits(difference.told.score),
        expected: digits(difference.shown),
      };
    for (const twice of toldTwice(report))
      yield {
        data: { kind: 'twice', twice },
        evidence: [twice.first.quote, twice.second.quote],
        claimed: digits(twice.first.score),
        expected: null,
      };
    const table = ownTable(report);
    if (table !== null) yield* againstTable(report, table, distinct(report.scoreClaims), '正文');
    else yield* betweenClaims(report, distinct(report.scoreClaims));
    // Of several forms each has a score of its own in its head.
    for (const form of scoredTables(report)) {
      if (form === table) continue;
      const heads = report.scoreClaims.filter(({ quote }) =>
        isInHead(quote.where, form, scoredTables(report)),
      );
      yield* againstTable(report, form, distinct(heads), '自评表表头');
    }
  },
  message: (data) => {
    if (data.kind === 'deduction') {
      const { indicator, told, shown } = data.deduction;
      const row = `评分表中分值${digits(indicator.weight ?? dec(0))}分、得${digits(indicator.claimed.value ?? dec(0))}分`;
      return `正文写${called(indicator.name)}扣${digits(told)}分，${row}，扣${digits(shown)}分，相差${digits(told.minus(shown).abs())}分。`;
    }
    if (data.kind === 'twice') {
      const { first, second } = data.twice;
      return `正文一处写${called(first.name)}得${digits(first.score)}分，另一处写得${digits(second.score)}分。`;
    }
    if (data.kind === 'part') return partMessage(data.difference);
    const { speaker, narrative, printed, rows, other } = data;
    if (other !== null) return `正文一处得分${digits(narrative)}分，另一处${digits(other)}分。`;
    const parts = [`${speaker}得分${digits(narrative)}分`];
    if (printed !== null) parts.push(`评分表合计${digits(printed)}分${gap(speaker, narrative, printed)}`);
    if (rows !== null)
      parts.push(`各行之和 ${addition(rows.terms, rows.sum)}分${gap(speaker, narrative, rows.sum)}`);
    return `${parts.join('，')}。`;
  },
  suggestion: () => '以核对无误的评分表为准，统一正文、合计与各行得分。',
});

const SHOWN_BY = {
  group: '评分表中该类各行之和',
  indicator: '评分表中该项得',
  project: '所附该项目自评表合计',
};

const partMessage = ({ told, of, name, shown }: ToldDifference): string =>
  `正文写${called(name)}得${digits(told.score)}分，${SHOWN_BY[of]}${digits(shown)}分，相差${digits(told.score.minus(shown).abs())}分。`;

const gap = (speaker: string, narrative: Decimal, value: Decimal): string =>
  narrative.eq(value)
    ? `（与${speaker}一致）`
    : `（与${speaker}相差${digits(narrative.minus(value).abs())}分）`;

/** Scores claimed of a table, where `speaker` says them, against its printed total and its rows. */
function* againstTable(
  report: Report,
  table: ScoringTable,
  claims: readonly ScoreClaim[],
  speaker: string,
): Generator<Draft<Data>> {
  if (onAnotherScale(table)) return;
  const rows = tableSum(table, 'claimed');
  const totals = totalsOf(table);
  const whole = totals[0] ? shownTotal(totals[0]) : rows.sum;
  const certain = doubtAbout(report, table) === null && isSettled(rows);
  const printed = table.totalScore?.value ?? null;
  for (const claim of claims) {
    const differsPrinted = printed !== null && !claim.score.eq(printed);
    const differsRows = certain ? !isTotal(claim.score, totals) : false;
    if (!differsPrinted && !differsRows) continue;
    if (printed === null && !certain) continue;
    if (otherTable(report, claim.score, [printed, rows.sum])) continue;
    const agrees = (printed !== null && !differsPrinted) || (certain && !differsRows);
    yield {
      data: {
        kind: 'total',
        speaker,
        narrative: claim.score,
        printed,
        rows: certain ? rows : null,
        other: null,
      },
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
}

function distinct(all: readonly ScoreClaim[]): ScoreClaim[] {
  const claims: ScoreClaim[] = [];
  for (const claim of all) if (!claims.some((c) => c.score.eq(claim.score))) claims.push(claim);
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
    data: {
      kind: 'total',
      speaker: '正文',
      narrative: first.score,
      printed: null,
      rows: null,
      other: second.score,
    },
    evidence: [first.quote, second.quote],
    claimed: digits(first.score),
    expected: null,
  };
}
