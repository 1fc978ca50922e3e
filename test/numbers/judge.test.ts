import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, dec } from '../../src/numbers/decimal.ts';
import type { Figure } from '../../src/numbers/figure.ts';
import { judge } from '../../src/numbers/judge.ts';
import { quotientOf } from '../../src/numbers/relations.ts';
import { BARE } from '../../src/numbers/units.ts';

const figure = (digits: string): Figure => ({
  raw: digits,
  value: dec(digits),
  quantum: dec(10).pow(-(digits.split('.')[1]?.length ?? 0)),
  unit: BARE,
  bound: 'exactly',
});

const judged = (part: string, whole: string, rate: string) => {
  const computed = quotientOf(figure(part), figure(whole));
  if (computed === null) throw new Error('no quotient');
  return judge(figure(rate), computed);
};

describe('a stated rate', () => {
  it.each([
    ['668.89', '752.48', '0.8889', 'exact'],
    ['254.13', '274.61', '0.9254', 'exact'],
    // 254.126 ÷ 274.614 = 92.5394%, cut off.
    ['254.13', '274.61', '0.9253', 'truncated'],
    ['254.13', '274.61', '0.9252', 'contradiction'],
    ['254.13', '274.61', '0.9256', 'contradiction'],
    ['10.0', '30.0', '0.334', 'within-rounding'],
    ['1', '2', '0.3000', 'too-coarse'],
  ])('%s of %s printed as %s: %s', (part, whole, rate, verdict) =>
    expect(judged(part, whole, rate)).toBe(verdict),
  );

  it('is no contradiction when printed of the unrounded values, rounded or cut off', () => {
    const yuan = fc.integer({ min: 1_000_00, max: 100_000_00 });
    fc.assert(
      fc.property(yuan, yuan, fc.integer({ min: 2, max: 5 }), (a, b, decimals) => {
        const [part, whole] = [dec(Math.min(a, b)).div(1000), dec(Math.max(a, b)).div(1000)];
        const rate = part.div(whole);
        for (const mode of [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN] as const)
          expect(judged(part.toFixed(2), whole.toFixed(2), rate.toFixed(decimals, mode))).not.toBe(
            'contradiction',
          );
      }),
    );
  });
});
