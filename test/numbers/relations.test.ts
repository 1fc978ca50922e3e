import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../src/numbers/decimal.ts';
import type { Figure } from '../../src/numbers/figure.ts';
import {
  changeRateFromDifference,
  changeRateOf,
  differenceOf,
  productOf,
  quotientOf,
  sumOf,
} from '../../src/numbers/relations.ts';
import { BARE } from '../../src/numbers/units.ts';

/** A figure printed to two decimals. */
const figure = (digits: string, quantum = '0.01'): Figure => ({
  raw: digits,
  value: dec(digits),
  quantum: dec(quantum),
  unit: BARE,
  bound: 'exactly',
});

describe('computed values', () => {
  it('of a share', () => {
    const computed = quotientOf(figure('668.89'), figure('752.48'));
    expect(computed?.point.toFixed(6)).toBe('0.888914');
  });

  it('are not given on a zero base', () => {
    expect(quotientOf(figure('1.00'), figure('0.00'))).toBeNull();
    expect(changeRateOf(figure('1.00'), figure('0.00'))).toBeNull();
    expect(changeRateFromDifference(figure('5.00'), figure('5.00'), 'up')).toBeNull();
  });

  it('of last year from this year and the difference', () => {
    const computed = changeRateFromDifference(figure('752.48'), figure('194.51'), 'down');
    expect(computed?.point.toFixed(4)).toBe('0.2054');
  });
});

/** True values, and the figures printed of them. */
const cents = fc.integer({ min: 1_00, max: 10_000_00 });
const printed = (value: number): Figure => figure(dec(value).div(1000).toDecimalPlaces(2).toFixed(2));

it('ranges hold the value computed from the unrounded figures', () => {
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const [x, y] = [dec(a).div(1000), dec(b).div(1000)];
      const inside = (range: { low: typeof x; high: typeof x } | undefined, value: typeof x): boolean =>
        range === undefined || (range.low.lte(value) && range.high.gte(value));
      expect(inside(sumOf([printed(a), printed(b)]).range, x.plus(y))).toBe(true);
      expect(inside(differenceOf(printed(a), printed(b)).range, x.minus(y).abs())).toBe(true);
      expect(inside(productOf([printed(a), printed(b)]).range, x.times(y))).toBe(true);
      expect(inside(quotientOf(printed(a), printed(b))?.range, x.div(y))).toBe(true);
      expect(inside(changeRateOf(printed(a), printed(b))?.range, x.minus(y).div(y).abs())).toBe(true);
      if (a > b) {
        const d = x.minus(y);
        const rate = changeRateFromDifference(printed(a), figure(d.toDecimalPlaces(2).toFixed(2)), 'up');
        expect(inside(rate?.range, d.div(y))).toBe(true);
      }
    }),
  );
});
