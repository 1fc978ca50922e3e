import { scanFigures } from '../language/figures.js';
import { fold, squeeze } from '../language/fold.js';
import { measuredLike } from '../language/measures.js';
import { type Decimal, dec } from '../numbers/decimal.js';
import type { Figure } from '../numbers/figure.js';
import { span } from '../numbers/figure.js';
import { divide, type Interval, point, subtract } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Indicator } from '../report/model.js';
import { type Aim, lessIsBetter } from '../report/targets/compare.js';
import { resultText, targetText } from '../report/targets/row-texts.js';
import type { MeasuredRule, Operand } from '../rubric/index.js';
import { inMeasure } from './in-measure.js';

/** A value that the row's own cells give, and the words it is shown with. */
export interface RowValue {
  readonly value: Computed;
  readonly trace: string;
}

/** The one figure of a cell; null when it has none or several. */
export function soleFigure(text: string): Figure | null {
  const found = scanFigures(text);
  return found.length === 1 ? (found[0]?.figure ?? null) : null;
}

/** 完成值 ÷ 指标值 where more is better, the other way round where less is; null when either is zero or they measure different things. */
export function shareOfTarget(aim: Aim, planned: Figure, actual: Figure): Interval | null {
  const own = actual.unit.kind === planned.unit.kind ? measuredLike(actual, planned) : actual;
  if (own === null) return null;
  const exact = point(planned.value);
  return lessIsBetter(aim, planned) ? divide(exact, span(own)) : divide(span(own), exact);
}

/**
 * Where less is better, what is left of the whole when the excess is taken off as a share of the target:
 * 1 − (1.62 − 1.5) ÷ 1.5, and nothing from twice the target on. Null where more is better.
 */
export function shareWithoutExcess(aim: Aim, planned: Figure, actual: Figure): Interval | null {
  if (!lessIsBetter(aim, planned) || planned.value.lte(0)) return null;
  const own = actual.unit.kind === planned.unit.kind ? measuredLike(actual, planned) : actual;
  const excess = own === null ? null : divide(span(own), point(planned.value));
  if (excess === null) return null;
  const left = subtract(point(dec(2)), excess);
  return left.high.lt(0) ? point(dec(0)) : { ...left, low: left.low.lt(0) ? dec(0) : left.low };
}

/** The division in words: 92%÷95%. */
export function shareText(aim: Aim, planned: Figure, actual: Figure): string {
  const sides = lessIsBetter(aim, planned) ? [planned, actual] : [actual, planned];
  return sides.map((figure) => figure.raw.trim().replace(/^[≥≤><=＞＜]+/u, '')).join('÷');
}

/** Names of quantities that are shares of what was planned. */
const COMPLETION = /(?:完成|达成|实现|达标|兑现|落实)(?:率|比例|度|情况|程度)?$/u;

/**
 * The values that the row's target and result cells give a rule: the result itself where it has the rule's measure,
 * and its share of the target where the rule speaks of completion or the result is no rate. Both where either may be
 * meant: then only a claim outside both is wrong.
 */
export function rowValues(indicator: Indicator, rule: MeasuredRule): readonly RowValue[] {
  const result = soleFigure(resultText(indicator));
  const target = soleFigure(targetText(indicator));
  if (result?.bound !== 'exactly') return [];
  const values: RowValue[] = [];
  const own = inMeasure(result, rule);
  const ofPlan = rule.measure === 'bare' && rule.linear.length > 0 && rule.bands.length === 0;
  if (own && !ofPlan) values.push({ value: own, trace: `完成值 ${result.raw}` });
  const completion = COMPLETION.test(rule.subject) && !COMPLETION.test(squeeze(indicator.name));
  const unsaid = rule.kind === 'proportion' && rule.bands.length === 0 && rule.subject === '';
  const wanted = rule.measure === 'rate' ? own === null || completion || unsaid : ofPlan;
  const most = rule.measure === 'rate' ? mostAllowed(rule) : null;
  // ≤5% is no bound of a share of the target.
  if (most?.lt(1)) return values;
  if (wanted && target && target.unit.kind === result.unit.kind && target.value.gt(0)) {
    const aim = most === null ? indicator : SPENT;
    const [goal, done] = most === null ? [target, result] : [asGoal(target), result];
    const range = shareOfTarget(aim, goal, done);
    if (range)
      values.push({
        value: { point: range.low.plus(range.high).div(2), range },
        trace: `完成值与指标值之比 ${shareText(aim, goal, done)}`,
      });
  }
  return values;
}

/** 控制率≤100%得满分: the rate up to which the full mark is given; null where more earns it. */
const mostAllowed = ({ bands, full }: MeasuredRule): Decimal | null =>
  bands.find(({ range, score }) => score.high.eq(full) && range.low === null)?.range.high?.value ?? null;

/** A rule on a rate that may not exceed something counts what was done as a share of the plan, also where less is better. */
const SPENT: Aim = { name: '', group: [] };
const asGoal = (target: Figure): Figure => ({ ...target, bound: 'exactly' });

const SPAN = '(?:全年|年度|本年|本年度|年初|当年)?';
const RESULT_TERM = new RegExp(
  `^${SPAN}(?:实际|完成|实际完成|实现|业绩|达成)(?:值|数|数量|指标值|情况)$`,
  'u',
);
const TARGET_TERM = new RegExp(
  `^${SPAN}(?:目标|指标|计划|预期|计划完成|设定|年度指标|绩效目标|预期指标)(?:值|数|数量)$`,
  'u',
);

/** The row's own result or target, when a term of a formula means these: 实际完成值, 年度指标值. */
export function rowTerm(indicator: Indicator, term: string): Operand | null {
  const name = squeeze(fold(term)).replace(/\([^()]*\)/gu, '');
  const text = RESULT_TERM.test(name)
    ? resultText(indicator)
    : TARGET_TERM.test(name)
      ? targetText(indicator)
      : '';
  const printed = soleFigure(text);
  const exact = TARGET_TERM.test(name);
  const figure = printed && !exact ? besideTarget(printed, indicator) : printed;
  if (!figure) return null;
  return {
    point: figure.value,
    range: exact ? point(figure.value) : span(figure),
    shown: figure.raw.trim().replace(/^[≥≤><=＞＜]+/u, ''),
  };
}

/** A result in the unit of the row's target, as 4500米 of 5公里; null where these measure different things. */
function besideTarget(result: Figure, indicator: Indicator): Figure | null {
  const target = soleFigure(targetText(indicator));
  return target === null || target.unit.kind !== result.unit.kind ? result : measuredLike(result, target);
}

/** Whether a term of a formula means the row's own target or result. */
export const isRowTerm = (term: string): boolean => {
  const name = squeeze(fold(term)).replace(/\([^()]*\)/gu, '');
  return RESULT_TERM.test(name) || TARGET_TERM.test(name);
};
