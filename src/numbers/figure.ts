import type { Decimal } from './decimal.js';
import { dec } from './decimal.js';
import type { Interval } from './interval.js';

/** What a unit measures. Only figures of one kind can be compared or added. */
export type UnitKind = 'money' | 'rate' | 'points' | 'score' | 'count' | 'bare';

/** A unit of measure. `factor` brings a printed value to the base of its kind: money to 元, rates to a ratio. */
export interface Unit {
  /** As the vocabulary spells it: 万元, %, 个百分点, 分, 人, 辆次 … ; '' for a bare number. */
  readonly name: string;
  readonly kind: UnitKind;
  readonly factor: Decimal;
}

/** What stands beside a figure and widens it: 约, 余, 以上, 不低于, ≤ … */
export type Bound = 'exactly' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than';

/**
 * A number as the report prints it. It keeps its printed string: 8.90 has two decimals, and its value is
 * everything between 8.895 and 8.905.
 */
export interface Figure {
  /** Verbatim, sign and unit included: 1,234.56万元. */
  readonly raw: string;
  /** In the base of its unit's kind: 元, a ratio (95.56% is 0.9556), a number of people. */
  readonly value: Decimal;
  /** The step of the last printed digit in the same base; 0 for an exact figure (人, 期, 次, 分值, thresholds). */
  readonly quantum: Decimal;
  readonly unit: Unit;
  readonly bound: Bound;
}

/** Whether the figure stands for exactly one value. */
export const isExact = (figure: Figure): boolean => figure.quantum.isZero();

/** All values that a rounded print may stand for: value ± half a quantum. */
export function span(figure: Figure): Interval {
  const half = figure.quantum.div(2);
  return { low: figure.value.minus(half), high: figure.value.plus(half) };
}

/** The same figure with the printed number taken as exact: scores, weights, thresholds. */
export const asExact = (figure: Figure): Figure => ({ ...figure, quantum: dec(0) });
