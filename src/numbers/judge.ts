import type { Decimal as DecimalJs } from 'decimal.js';
import { Decimal, dec } from './decimal.js';
import type { Figure } from './figure.js';
import { span } from './figure.js';
import type { Interval } from './interval.js';
import { meets } from './interval.js';

/**
 * How a stated figure stands to the value computed from other figures.
 *
 * - `exact`: the stated figure is the rounding of the point value.
 * - `within-rounding`: printed precision explains the difference.
 * - `truncated`: the value, or one that the operands' rounding allows, was cut off instead of rounded (99.868% printed
 *   99.86%; 254.13÷274.61 printed 92.53%, cut from 92.539%).
 * - `contradiction`: no unrounded values give the stated figure.
 * - `too-coarse`: the operands are so coarse that nearly any statement would fit.
 */
export type Judgement = 'exact' | 'within-rounding' | 'truncated' | 'contradiction' | 'too-coarse';

/** The computed side: the value from the printed digits and every value that their rounding allows. */
export interface Computed {
  readonly point: Decimal;
  readonly range: Interval;
}

/**
 * Judges a stated figure by its printed precision. Figures stated as 约, 余 or 以上 are not judged here: the
 * caller must not pass them.
 */
export function judge(stated: Figure, computed: Computed): Judgement {
  const { point, range } = computed;
  const step = stated.quantum;
  if (step.isZero()) {
    if (stated.value.eq(point)) return 'exact';
    if (!range.low.lte(stated.value) || !range.high.gte(stated.value)) return 'contradiction';
    return 'within-rounding';
  }
  const rounded = roundTo(point, step, Decimal.ROUND_HALF_UP);
  if (rounded.eq(stated.value)) return 'exact';
  const width = range.high.minus(range.low);
  if (meets(span(stated), range)) {
    const coarse = !point.isZero() && width.gt(point.abs().div(2)) && width.gt(step.times(10));
    return coarse ? 'too-coarse' : 'within-rounding';
  }
  const cut = (value: Decimal) => roundTo(value, step, Decimal.ROUND_DOWN);
  return cut(range.low).lte(stated.value) && cut(range.high).gte(stated.value)
    ? 'truncated'
    : 'contradiction';
}

/** The multiple of `step` next to `value` in the given rounding mode. */
export function roundTo(value: Decimal, step: Decimal, mode: DecimalJs.Rounding): Decimal {
  return step.lte(dec(0)) ? value : value.div(step).toDecimalPlaces(0, mode).times(step);
}
