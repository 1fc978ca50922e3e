import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Clause } from './clauses.js';
import type { Condition } from './condition.js';
import { NotUnderstood, of } from './measured/assembly.js';
import type { RawEnd, RawRange } from './range.js';

/**
 * Rules on what was spent often name the budget in place of 100%: 不超过预算得满分，每超1%扣0.5分; 超预算5%以内得1分. A
 * control or execution rate is what was spent as a share of the budget, so these words are ranges of it.
 */

/** Rates that do not measure what was spent as a share of what was planned. */
const OTHER_RATE = /节约|节支|节省|变动|增长|增减|变化|偏差|差异|偏离|调[整剂]|超支|下降|压减|结[转余]/u;
/** What is surely such a share. */
const SHARE = /(?:控制|执行|完成|使用)(?:率|情况)?$|成本控制/u;

/** What is measured against a budget at all; of 三公经费 by itself a rate told may be that of its fall. */
const BUDGETED = /控制|执行|使用率|成本|造价|预算/u;

const SPENT =
  '(?:实际|项目|总|单位|年度|本年|全年|各项|的|成本|支出|费用|投资|"|三公|公用|经费|造价|资金|预算|金额|数|额|控制)*';
const BUDGET =
  '(?:年初|批复|计划|部门|项目|总|年度|核定|的)*(?:预算|计划成本|概算|计划)(?:成本|支出|安排|批复|控制|数|金额|总额|额度|指标|额)*';
const WITHIN = new RegExp(
  `^${SPENT}(?:(?:不超过?|未超过?|未超出|不超出|未突破|不突破|不高于|不大于|小于等于|小于或等于|低于或等于|没有超过?|≤)${BUDGET}|(?:控制)?在${BUDGET}(?:范围)?(?:之|以)?内|[未无没不](?:有)?超支?)$`,
  'u',
);

const BEYOND = new RegExp(`^${SPENT}(?:超出?过?${BUDGET}|超支)(?:的|比例|幅度|在|达)*$`, 'u');
/** What a range or step beyond the budget may come to; 105%以上 beside it already counts from nothing. */
const MOST_BEYOND = '0.6';

/** The clauses with what they say of the budget in words as ranges of the indicator's share. Throws NotUnderstood. */
export function withBudget(
  clauses: readonly Clause[],
  printed: string,
  full: Decimal | null,
): readonly Clause[] {
  const indicator = printed.replaceAll(/["'“”()]/gu, '');
  const beyond = of(clauses, 'band').some(({ condition }) => isBeyond(condition));
  if (beyond && /超|偏差|偏离|差异/u.test(indicator)) return clauses;
  // 超1%扣1分，超5%扣3分 of a control rate: beyond what is not said, and a rate of 3% is not meant.
  const unnamed = of(clauses, 'band').map(({ condition }) => condition);
  if (/控制(?:率|情况)$/u.test(indicator) && unnamed.length > 1 && unnamed.every(isUnnamedPart))
    throw new NotUnderstood('没有说明超出什么的比例');
  if (beyond && (OTHER_RATE.test(indicator) || !SHARE.test(indicator)))
    throw new NotUnderstood('超出预算的比例与指标的数值不是同一个量');
  const steps = of(clauses, 'steps');
  const lost = steps.length === 0 && of(clauses, 'proportional').some(({ deducting }) => deducting);
  const stepped = lost || (steps.length > 0 && steps.every(isFromBudget));
  const alone = !clauses.some(({ kind }) => kind === 'band' || kind === 'standard');
  // ≤100%得满分，不超过预算得满分，每超1%扣0.5分 says one thing twice.
  if (stepped && !alone && full !== null)
    return clauses.filter(
      (clause) => clause.kind !== 'outcome' || !WITHIN.test(clause.text) || !clause.award(full)?.low.eq(full),
    );
  const counted = beyond || (stepped && alone && BUDGETED.test(indicator) && !OTHER_RATE.test(indicator));
  if (!counted) return clauses;
  return clauses.map((clause): Clause => {
    if (clause.kind === 'band' && beyond) return { ...clause, condition: shifted(clause.condition) };
    if (clause.kind !== 'outcome' || !WITHIN.test(clause.text)) return clause;
    const high = { quantity: { value: dec(1), measure: 'rate' }, closed: true } as const;
    const condition = { subject: '', ranges: [{ low: null, high }], absolute: false };
    return { kind: 'band', condition, award: clause.award };
  });
}

const isBeyond = ({ subject, ranges }: Condition): boolean =>
  BEYOND.test(subject) &&
  ranges.every(({ low, high }) => [low, high].every((end) => end === null || isPart(end.quantity.value)));

const isUnnamedPart = ({ subject, ranges }: Condition): boolean =>
  subject === '' &&
  ranges.every(
    ({ low, high }) =>
      low !== null && isPart(low.quantity.value) && (high === null || isPart(high.quantity.value)),
  );

const isPart = (value: Decimal): boolean => value.lte(MOST_BEYOND);

const isFromBudget = (clause: Extract<Clause, { kind: 'steps' }>): boolean =>
  clause.condition === null &&
  !clause.adding &&
  clause.size.measure === 'rate' &&
  clause.direction !== 'down' &&
  clause.direction !== 'away' &&
  (clause.direction === 'up' || clause.lead === 'up');

/** 超预算5%以内: above 100% and up to 105%. */
function shifted(condition: Condition): Condition {
  const ends = condition.ranges.flatMap(({ low, high }) => [low, high].flatMap((end) => end ?? []));
  if (!ends.every(({ quantity }) => isPart(quantity.value))) return condition;
  const ranges = condition.ranges.map(({ low, high }): RawRange => {
    const above: RawEnd = { quantity: { value: dec(1), measure: 'rate' }, closed: false };
    return { low: low === null ? above : raised(low), high: high === null ? null : raised(high) };
  });
  return { ...condition, subject: '', ranges };
}

const raised = (end: RawEnd): RawEnd =>
  end.quantity.value.isZero()
    ? { quantity: { value: dec(1), measure: 'rate' }, closed: false }
    : { ...end, quantity: { ...end.quantity, value: end.quantity.value.plus(1) } };
