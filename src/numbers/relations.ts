import type { Decimal } from './decimal.js';
import { dec } from './decimal.js';
import { type Figure, span } from './figure.js';
import { absolute, contains, divide, multiply, subtract, total } from './interval.js';
import type { Computed } from './judge.js';

/** The sum of printed figures, and every value that their rounding allows. */
export const sumOf = (parts: readonly Figure[]): Computed => ({
  point: parts.reduce<Decimal>((sum, part) => sum.plus(part.value), dec(0)),
  range: total(parts.map(span)),
});

/** numerator ÷ denominator; null when the denominator may be zero. */
export function quotientOf(numerator: Figure, denominator: Figure): Computed | null {
  if (denominator.value.isZero()) return null;
  const range = divide(span(numerator), span(denominator));
  return range === null ? null : { point: numerator.value.div(denominator.value), range };
}

/** numerator ÷ the sum of several figures; null when that may be zero. */
export function quotientOfSum(numerator: Figure, denominators: readonly Figure[]): Computed | null {
  const below = sumOf(denominators);
  if (below.point.isZero()) return null;
  const range = divide(span(numerator), below.range);
  return range === null ? null : { point: numerator.value.div(below.point), range };
}

/** |current − previous|. */
export const differenceOf = (current: Figure, previous: Figure): Computed => ({
  point: current.value.minus(previous.value).abs(),
  range: absolute(subtract(span(current), span(previous))),
});

/** |current − previous| ÷ |previous|; null when the base may be zero. */
export function changeRateOf(current: Figure, previous: Figure): Computed | null {
  if (previous.value.isZero() || contains(span(previous), dec(0))) return null;
  // c/p − 1 uses each operand once, so the interval is as narrow as the printed digits allow.
  const quotient = divide(span(current), span(previous));
  if (quotient === null) return null;
  const range = absolute({ low: quotient.low.minus(1), high: quotient.high.minus(1) });
  return { point: current.value.minus(previous.value).div(previous.value).abs(), range };
}

/**
 * The rate of change from this period's figure and the stated difference: difference ÷ (current ∓ difference).
 * Null when the base may be zero.
 */
export function changeRateFromDifference(
  current: Figure,
  difference: Figure,
  direction: 'up' | 'down',
): Computed | null {
  const sign = direction === 'up' ? -1 : 1;
  const size = { ...difference, value: difference.value.abs() };
  const base = current.value.plus(size.value.times(sign));
  if (base.isZero()) return null;
  const c = span(current);
  const d = span(size);
  // d ÷ (c ∓ d) grows with d and falls with c as long as the base is positive.
  const corner = (dv: Decimal, cv: Decimal): Decimal | null => {
    const below = cv.plus(dv.times(sign));
    return below.lte(0) ? null : dv.div(below);
  };
  const low = corner(d.low, c.high);
  const high = corner(d.high, c.low);
  if (low === null || high === null) return null;
  return { point: size.value.div(base), range: low.lte(high) ? { low, high } : { low: high, high: low } };
}

/** difference ÷ |previous|; null when the base may be zero. */
export function changeRateOverPrevious(difference: Figure, previous: Figure): Computed | null {
  const size = { ...difference, value: difference.value.abs() };
  return quotientOf(size, previous);
}

/** The product of printed figures. */
export const productOf = (factors: readonly Figure[]): Computed => ({
  point: factors.reduce<Decimal>((product, factor) => product.times(factor.value), dec(1)),
  range: factors.map(span).reduce(multiply, { low: dec(1), high: dec(1) }),
});
