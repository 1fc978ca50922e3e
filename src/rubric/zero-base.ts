import type { Clause } from './clauses.js';
import type { Condition } from './condition.js';

/** What a rate is worked out from: with nothing planned there is no rate. */
const BASE = /(?:预算|决算|安排|任务|计划|采购|资金|经费|支出|项目)(?:数量?|额|金额|总额)?$/u;

/** 预算数为0: whether the condition is that there is nothing to work the rate out from. */
export const isZeroBase = ({ subject, ranges }: Condition): boolean =>
  BASE.test(subject) &&
  ranges.length === 1 &&
  ranges.every(
    ({ low, high }) =>
      low?.quantity.value.isZero() === true &&
      high?.quantity.value.isZero() === true &&
      low.quantity.measure !== 'rate',
  );

/** 政府采购预算为零的得满分 beside bands of a rate is a case of its own, not the rate 0. */
export function withoutZeroBases(clauses: readonly Clause[]): readonly Clause[] {
  const rated = clauses.some(
    (clause) =>
      (clause.kind === 'band' &&
        !isZeroBase(clause.condition) &&
        clause.condition.ranges.some(({ low, high }) => (low ?? high)?.quantity.measure === 'rate')) ||
      (clause.kind === 'steps' && clause.size.measure === 'rate'),
  );
  if (!rated) return clauses;
  return clauses.map((clause) =>
    clause.kind === 'band' && isZeroBase(clause.condition)
      ? { kind: 'outcome', text: `${clause.condition.subject}为零`, award: clause.award }
      : clause,
  );
}

/** Whether an outcome in words is that of units with nothing to measure: 预算数为0且无支出, 年初预算无安排. */
export const tellsZeroBase = (text: string): boolean =>
  /^[^,;]{0,12}(?:预算|安排|任务|计划|采购|经费|支出)[^,;]{0,4}(?:(?:为|=|是)(?:0|零)(?:且[^\d%]{1,12}|的?,[^\d%≥≤<>=]{1,16}0?)?|无安排)$/u.test(
    text,
  );
