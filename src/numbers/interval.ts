import { Decimal, dec } from './decimal.js';

/** A closed interval of values: every value that a printed figure may stand for. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The interval between two values, in either order. */
export function interval(a: Decimal, b: Decimal): Interval {
  return a.lte(b) ? { low: a, high: b } : { low: b, high: a };
}

/** The interval that holds one value only. */
export const point = (value: Decimal): Interval => ({ low: value, high: value });

/** Whether the interval is a single value. */
export const isPoint = (i: Interval): boolean => i.low.eq(i.high);

export const add = (a: Interval, b: Interval): Interval => ({
  low: a.low.plus(b.low),
  high: a.high.plus(b.high),
});

export const subtract = (a: Interval, b: Interval): Interval => ({
  low: a.low.minus(b.high),
  high: a.high.minus(b.low),
});

/** Product, corner by corner. */
export function multiply(a: Interval, b: Interval): Interval {
  return hull([a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)]);
}

/** Quotient, corner by corner; null when the divisor may be zero: not checkable. */
export function divide(a: Interval, b: Interval): Interval | null {
  if (contains(b, dec(0))) return null;
  return hull([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

/** Absolute value. */
export function absolute(a: Interval): Interval {
  const corners = [a.low.abs(), a.high.abs()];
  return contains(a, dec(0)) ? hull([...corners, dec(0)]) : hull(corners);
}

export const contains = (i: Interval, value: Decimal): boolean => i.low.lte(value) && i.high.gte(value);

/** Whether two closed intervals share a value. */
export const meets = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high);

/** The sum of any number of intervals; zero for none. */
export const total = (parts: readonly Interval[]): Interval => parts.reduce(add, point(dec(0)));

/** The smallest interval that holds all the values given; there must be at least one. */
export function hull(values: readonly Decimal[]): Interval {
  return { low: Decimal.min(...values), high: Decimal.max(...values) };
}
