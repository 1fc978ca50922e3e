import { fold, squeeze } from '../../../language/fold.js';
import { Decimal, digits } from '../../../numbers/decimal.js';
import type { ExecutionRow, Mention, Quote, Report, ScoringTable } from '../../../report/model.js';
import { cellQuote } from './quotes.js';

/** An execution score that is not rate × weight. */
export interface ExecutionMismatch {
  readonly name: string;
  readonly claimed: string;
  readonly expected: string;
  /** 88.20%×10=8.82分. */
  readonly arithmetic: string;
  readonly evidence: readonly Quote[];
}

/** Roundings of a product that forms print: to so many decimals, rounded or cut off. */
const prints = (value: Decimal, places: readonly number[]): Decimal[] =>
  places.flatMap((n) => [
    value.toDecimalPlaces(n, Decimal.ROUND_HALF_UP),
    value.toDecimalPlaces(n, Decimal.ROUND_DOWN),
  ]);

/**
 * Whether a score is the product as some form would print it. 9.64 may be printed 9 by a form of whole marks, but
 * a full mark says that everything was spent: whole marks alone do not lift 96% to it.
 */
const isPrintOf = (claimed: Decimal, raw: string, exact: readonly Decimal[], weight: Decimal): boolean => {
  // 8.00 is no 8.8 of a form of whole marks: it would have been printed 8.
  const least = Math.max(claimed.eq(weight) ? 1 : 0, /\.(\d+)/u.exec(fold(raw))?.[1]?.length ?? 0);
  const places = [0, 1, 2, 3].filter((n) => n >= Math.min(least, 3));
  return exact.some((value) => prints(value, places).some((print) => print.eq(claimed)));
};

const EXECUTION_RULE =
  /执行(?:率)?得分[=＝:：为]|得分[=＝]?(?:预算)?执行率|执行率[×xX*＊乘]|执行率(?:的)?(?:比例|乘)/u;

/** Bands or thresholds for the execution score are another rule than rate × weight: nothing is judged then. */
const OTHER_RULE = /执行率.{0,12}(?:以上|以下|≥|>|不低于|每|低于|达到)/u;

/** The same in running text or in a cell, where a rate above some value may also be a target: marks must be named. */
const OTHER_RULE_TOLD =
  /执行率[^。；;]{0,16}(?:以上|以下|≥|>|不低于|每|低于|达到)[^。；;]{0,16}(?:(?:得|计|记|扣|给)[^。；;]{0,4}分|满分)/u;

/** Whether the report scores the execution by another rule than rate × weight, under the form or anywhere else. */
function hasOtherRule(report: Report, table: ScoringTable): boolean {
  const told = [
    ...report.paragraphs.map(({ text }) => text),
    ...table.tables.flatMap(({ cells }) => cells.map(({ text }) => text)),
  ];
  return told.some((text) => text.includes('执行率') && OTHER_RULE_TOLD.test(squeeze(fold(text))));
}

/** Execution scores of a form that are not rate × weight (at most the weight). */
export function executionMismatches(
  report: Report,
  table: ScoringTable,
  checked: (...mentions: readonly (Mention | null)[]) => void,
): ExecutionMismatch[] {
  const remarks = squeeze(fold(table.remarks));
  const stated = EXECUTION_RULE.test(remarks);
  if (!table.execution.some(({ score }) => score?.value)) return [];
  if (!stated && (OTHER_RULE.test(remarks) || hasOtherRule(report, table))) return [];
  return table.execution.flatMap((row) => {
    const mismatch = executionMismatch(row);
    if (row.isTotal) checked(row.rate, row.executed, row.budget);
    return mismatch === null ? [] : [mismatch];
  });
}

function executionMismatch(row: ExecutionRow): ExecutionMismatch | null {
  const { weight, score } = row;
  if (weight === null || score?.value == null || score.value.gt(weight) || score.value.isNegative())
    return null;
  const rates = rowRates(row);
  const first = rates[0];
  if (first === undefined) return null;
  const scores = rates.map((rate) => Decimal.min(rate.value.times(weight), weight));
  if (isPrintOf(score.value, score.raw, scores, weight)) return null;
  const expected = Decimal.min(first.value.times(weight), weight).toDecimalPlaces(4);
  return {
    name: row.label === '' ? '预算执行' : row.label,
    claimed: digits(score.value),
    expected: digits(expected),
    arithmetic: `执行率${first.words}×分值${digits(weight)}=${digits(expected)}分`,
    evidence: [
      { text: row.label, where: row.where },
      ...[row.budget ?? row.initialBudget, row.executed, row.rate].flatMap((m) => (m ? [quoteOf(m)] : [])),
      cellQuote(score),
    ],
  };
}

const quoteOf = (mention: Mention): Quote => ({ text: mention.text.trim(), where: mention.where });

/** The rate as printed, and from the amounts: over the budget that bears the printed rate out, else over either. */
function rowRates(row: ExecutionRow): { value: Decimal; words: string }[] {
  const rates: { value: Decimal; words: string }[] = [];
  if (row.rate !== null) rates.push({ value: row.rate.figure.value, words: row.rate.figure.raw });
  const bases = [row.budget, row.initialBudget, row.received].filter(
    (base) => base?.figure.value.gt(0) === true,
  );
  const meant = bases.filter((base) => base !== null && row.rate !== null && bearsOut(row, base, row.rate));
  for (const base of meant.length > 0 ? meant : bases) {
    if (row.executed === null || base === null) continue;
    const value = row.executed.figure.value.div(base.figure.value);
    rates.push({ value, words: `${row.executed.figure.raw}÷${base.figure.raw}` });
  }
  return rates;
}

/** Whether executed ÷ base is the printed rate, to its last digit. */
function bearsOut({ executed }: ExecutionRow, base: Mention, { figure }: Mention): boolean {
  const value = executed?.figure.value.div(base.figure.value);
  return value?.minus(figure.value).abs().lte(figure.quantum) === true;
}
