import { isContinuous } from '../language/measures.js';
import { once } from '../language/memo.js';
import type { Decimal as DecimalType } from '../numbers/decimal.js';
import { Decimal, dec } from '../numbers/decimal.js';
import { isPoint } from '../numbers/interval.js';
import { printedFrom } from './admissible.js';
import type { MeasuredRule, PointsRule, RuleExpression, ViolationsRule } from './expression.js';
import { isMeasured } from './expression.js';
import { breakpoints, outcomesAt } from './outcome.js';

/** Longer lists are of no use to a reader and cost time: they count as continuous. */
const LIST_LIMIT = 4000;

/** Every score the rule can ever give, ascending; null when continuous, a matter of judgement, or not said. */
export const attainable = once((rule: RuleExpression): readonly DecimalType[] | null => {
  if (isMeasured(rule)) return measured(rule);
  switch (rule.kind) {
    case 'points':
      return rule.items.some(({ partial }) => partial) ? null : subsetSums(rule);
    case 'levels':
      return rule.levels.every(({ score }) => isPoint(score))
        ? distinct(rule.levels.map(({ score }) => score.low))
        : null;
    case 'violations':
      return afterDeductions(rule);
    case 'choice': {
      const lists = rule.options.map((option) => attainable(option));
      return lists.some((list) => list === null) ? null : distinct(lists.flatMap((list) => list ?? []));
    }
    case 'judgement':
      return null;
  }
});

function measured(rule: MeasuredRule): readonly DecimalType[] | null {
  if (rule.linear.length > 0) return null;
  const spans = [...rule.bands, ...rule.exceptions].map(({ score }) => score);
  if (rule.otherwise !== null) spans.push(rule.otherwise);
  if (spans.some((span) => !isPoint(span))) return null;
  // A single threshold with nothing said of the rest leaves the rest to the reviewer.
  if (rule.steps.length === 0 && rule.otherwise === null && rule.bands.length < 2) return null;
  const scores = spans.map(({ low }) => low);
  for (const { base, change } of rule.steps) {
    const limit = change.lt(0) ? rule.floor : rule.full;
    const count = limit.minus(base).div(change).floor().toNumber();
    for (let k = 0; k <= count; k++) scores.push(base.plus(change.times(k)));
    scores.push(limit);
  }
  return distinct(scores);
}

function subsetSums({ items }: PointsRule): readonly DecimalType[] | null {
  if (items.some(({ score }) => !isPoint(score))) return null;
  let sums: DecimalType[] = [dec(0)];
  for (const { score } of items) {
    sums = distinct([...sums, ...sums.map((sum) => sum.plus(score.high))]);
    if (sums.length > LIST_LIMIT) return null;
  }
  return sums;
}

function afterDeductions(rule: ViolationsRule): readonly DecimalType[] | null {
  const reached = new Map<string, DecimalType>([[rule.full.toFixed(), rule.full]]);
  const queue = [rule.full];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const { each } of rule.deductions) {
      const left = Decimal.max(rule.floor, next.minus(each));
      if (reached.has(left.toFixed())) continue;
      if (reached.size > LIST_LIMIT) return null;
      reached.set(left.toFixed(), left);
      queue.push(left);
    }
  const spans = rule.outcomes.map(({ score }) => score);
  if (spans.some((span) => !isPoint(span))) return null;
  return distinct([...reached.values(), ...spans.map(({ low }) => low)]);
}

const distinct = (scores: readonly DecimalType[]): DecimalType[] => {
  const sorted = [...scores].sort((a, b) => a.cmp(b));
  return sorted.filter((score, i) => i === 0 || !score.eq(sorted[i - 1] ?? score.plus(1)));
};

/**
 * Whether the rule can give the claimed score for any value at all. Null when that is not provable: judgement,
 * and listed points, of which reviewers give parts. A started step may count by share unless the rule fixes it,
 * so everything between its listed scores is attainable, but for steps of whole things (每少1个).
 */
export function isAttainable(rule: RuleExpression, claimed: DecimalType): boolean | null {
  if (rule.kind === 'judgement') return null;
  if (rule.kind === 'choice') {
    const answers = rule.options.map((option) => isAttainable(option, claimed));
    return answers.includes(true) ? true : answers.includes(null) ? null : false;
  }
  const list = attainable(rule);
  if (list?.some((score) => score.eq(claimed))) return true;
  if (claimed.gt(rule.full) || claimed.lt(0)) return false;
  if (rule.kind === 'points') return rule.allOrNothing && list !== null ? false : null;
  // Scales often leave the lowest level, which earns nothing, unsaid.
  if (rule.kind === 'levels' && claimed.isZero()) return true;
  if (rule.kind === 'levels')
    return list !== null ? false : rule.levels.some(({ score }) => printedFrom(score, claimed));
  if (rule.kind === 'violations')
    return list === null || rule.deductions.some(({ text }) => DIVISIBLE.test(text)) ? null : false;
  return measuredAttains(rule, list, claimed);
}

/** 每推迟一个月, 每超1万元, 每延误5天: half of it may have cost half the marks, as of any started step. */
const DIVISIBLE =
  /每[^,;]{0,16}?(?:(?:\d{1,6}(?:\.\d{1,4})?|[一二两三四五六七八九十百千]{1,4}|半)个?(?:%|百分点|[百千万亿]{0,2}元|月|季度|周|年|小时|分钟|公里|千米|亩|吨)|(?:[2-9]|\d{2,4}|[二两三五十])个?(?:工作日|自然日|天|日))/u;

function measuredAttains(
  rule: MeasuredRule,
  list: readonly DecimalType[] | null,
  claimed: DecimalType,
): boolean | null {
  const shared = rule.startedStep === null || rule.startedStep === 'pro-rata';
  const byShare = rule.steps.some(({ size }) => shared && !wholeThings(rule, size));
  if (byShare || rule.linear.length > 0) return claimed.gte(rule.floor) ? true : list === null ? null : false;
  if (list !== null) return claimed.isZero() && leavesGaps(rule);
  const spans = [...rule.bands, ...rule.exceptions].map(({ score }) => score);
  if (rule.otherwise !== null) spans.push(rule.otherwise);
  return spans.some((span) => !isPoint(span) && printedFrom(span, claimed)) ? true : null;
}

/** Whether the rule is silent on some values, which then may earn nothing. */
function leavesGaps(rule: MeasuredRule): boolean {
  const points = breakpoints(rule);
  const [first = dec(0)] = points;
  const last = points.at(-1) ?? dec(0);
  const between = points.map((at, i) => at.plus(points[i + 1] ?? at.plus(1)).div(2));
  return [first.minus(1), ...points, ...between, last.plus(1)].some((at) => !outcomesAt(rule, at).covered);
}

/** Steps of one whole thing have no started step: there is no half project. */
const wholeThings = (rule: MeasuredRule, size: DecimalType): boolean =>
  (rule.measure === 'count' || rule.measure === 'time') && size.eq(1) && !isContinuous(rule.unit);
