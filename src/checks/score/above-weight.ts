import type { Decimal } from '../../numbers/decimal.js';
import { dec, digits } from '../../numbers/decimal.js';
import type { Quote, ScoreCell, ScoringTable, SharedCell, ToldScore } from '../../report/model.js';
import { partName } from '../../report/scoring/part-name.js';
import { isTaken } from '../../report/scoring/scaled.js';
import { sumOfWeights } from '../../report/scoring/sums.js';
import { type Draft, defineRule } from '../rule.js';
import { called, cellQuote, rowQuotes } from './shared/quotes.js';
import { onAnotherScale } from './shared/tables.js';
import { aboveFull } from './shared/told-parts.js';

interface Data {
  readonly name: string;
  readonly score: Decimal;
  /** Null when the score is below zero. */
  readonly weight: Decimal | null;
  /** Names and scores that share the weight, '' for a weight of its own. */
  readonly shared: string;
}

export default defineRule<Data>({
  id: 'score/above-weight',
  severity: 'error',
  title: '得分超过分值',
  summary: '某项得分高于其分值（或正文所述满分），或低于零',
  basis: '得分不得高于分值，扣完为止，不得为负数。',
  example: '“辅具适配合格率”分值7分，得8分，超出1分。',
  limits: [
    '减分、扣分项的分值和得分印不印负号都有，不核对。',
    '多数行的得分都高于分值时，说明得分与权重不是同一口径（每项按百分制打分），不逐项提出。',
  ],
  *check({ report, checked }) {
    for (const told of report.toldScores) if (told.full !== null) checked(told.mention);
    for (const told of aboveFull(report)) {
      if (report.scoringTables.some((table) => isShownIn(table, told))) continue;
      yield {
        data: { name: told.name, score: told.score, weight: told.full, shared: '' },
        evidence: [told.quote],
        claimed: digits(told.score),
        expected: told.full === null ? null : `≤${digits(told.full)}`,
      };
    }
    for (const table of report.scoringTables) {
      if (onAnotherScale(table)) continue;
      yield* ownWeights(table);
      yield* sharedWeights(table);
      yield* mergedScores(table);
      yield* execution(table);
    }
  },
  message: ({ name, score, weight, shared }) =>
    weight === null
      ? `${called(name)}得分${digits(score)}分，低于0分。`
      : `${called(name)}${shared === '' ? '' : `共用分值，得分之和 ${shared}，`}得${digits(score)}分，高于分值${digits(weight)}分，超出${digits(score.minus(weight))}分。`,
  suggestion: () => '核对该项的分值与得分，改正后重新计算合计。',
});

/** Whether a row of the table shows the same excess: it is told once. */
const isShownIn = (table: ScoringTable, { name, score }: ToldScore): boolean =>
  table.indicators.some(
    (row) => partName(row.name) === partName(name) && row.claimed.value?.eq(score) === true,
  );

function excess(
  name: string,
  cell: ScoreCell,
  weight: Decimal | null,
  evidence: readonly Quote[],
): Draft<Data> | null {
  const score = cell.value;
  if (score === null) return null;
  const negative = score.lt(0);
  if (!negative && (weight === null || score.lte(weight))) return null;
  return {
    data: { name, score, weight: negative ? null : weight, shared: '' },
    evidence,
    claimed: digits(score),
    expected: weight === null || negative ? null : `≤${digits(weight)}`,
  };
}

function* ownWeights(table: ScoringTable): Generator<Draft<Data>> {
  for (const indicator of table.indicators) {
    const limit = indicator.weight ?? indicator.weightShare?.value ?? null;
    const weight = indicator.scoreShare === null || indicator.weightShare !== null ? limit : null;
    if (isTaken(indicator)) continue;
    for (const cell of [indicator.claimed, indicator.reviewed]) {
      if (cell === null || (indicator.scoreShare?.indicators[0] ?? indicator.ordinal) !== indicator.ordinal)
        continue;
      const draft = excess(indicator.name, cell, weight, rowQuotes(indicator, cell));
      if (draft) yield draft;
    }
  }
}

/** Scores of rows that share one weight must stay within it together; a merged score counts once. */
function* sharedWeights(table: ScoringTable): Generator<Draft<Data>> {
  const shares = new Set<SharedCell>(table.indicators.flatMap((i) => (i.weightShare ? [i.weightShare] : [])));
  for (const share of shares) {
    const rows = table.indicators.filter((i) => i.weightShare === share);
    const scoreCells = new Set<object>();
    const counted = rows.filter((i) => {
      const key = i.scoreShare ?? i;
      if (scoreCells.has(key)) return false;
      scoreCells.add(key);
      return true;
    });
    const scores = counted.map((i) => i.claimed.value);
    const { value } = share;
    if (value === null || counted.length < 2 || scores.some((s) => s?.gt(value))) continue;
    const sum = scores.reduce<Decimal>((total, s) => total.plus(s ?? 0), dec(0));
    if (sum.lte(value)) continue;
    yield {
      data: {
        name: counted.map((i) => i.name).join('、'),
        score: sum,
        weight: value,
        shared: `${scores.map((s) => digits(s ?? dec(0))).join('+')}=${digits(sum)}`,
      },
      evidence: counted.flatMap((i) => rowQuotes(i)),
      claimed: digits(sum),
      expected: `≤${digits(value)}`,
    };
  }
}

/** One score merged over rows with weights of their own must stay within these together. */
function* mergedScores(table: ScoringTable): Generator<Draft<Data>> {
  const merged = new Set<SharedCell>(table.indicators.flatMap((i) => (i.scoreShare ? [i.scoreShare] : [])));
  for (const share of merged) {
    const rows = table.indicators.filter((i) => i.scoreShare === share);
    const weight = sumOfWeights(rows);
    const [first] = rows;
    if (!first || rows.length < 2 || weight === null || rows.some((i) => i.weightShare)) continue;
    const name = rows.map((i) => i.name).join('、');
    const draft = excess(
      name,
      first.claimed,
      weight,
      rows.flatMap((i) => rowQuotes(i)),
    );
    if (draft) yield draft;
  }
}

function* execution(table: ScoringTable): Generator<Draft<Data>> {
  for (const row of table.execution) {
    if (row.score === null) continue;
    const draft = excess(row.label, row.score, row.weight, [
      { text: row.label, where: row.where },
      cellQuote(row.score),
    ]);
    if (draft) yield draft;
  }
}
