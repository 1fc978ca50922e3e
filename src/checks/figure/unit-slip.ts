import type { Figure } from '../../numbers/figure.js';
import { type Computed, judge } from '../../numbers/judge.js';

/** Units that are taken for one another, by how many times the one exceeds the other. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['10000', '元与万元'],
  ['100000000', '元与亿元'],
  ['1000', '元与千元'],
  ['0.0001', '万元与元'],
  ['0.00000001', '亿元与元'],
];

/**
 * Which mix-up of units would make a stated figure right, null when none would: 120人×300元 is 3.6万元, printed
 * 3.6元. A zero is right in every unit.
 */
export function unitSlip(stated: Figure, computed: Computed): string | null {
  if (stated.value.isZero() || computed.point.isZero()) return null;
  for (const [factor, words] of SLIPS) {
    if (stated.unit.kind === 'rate' && words.includes('千')) continue;
    const moved: Figure = {
      ...stated,
      value: stated.value.abs().times(factor),
      quantum: stated.quantum.times(factor),
    };
    const verdict = judge(moved, { ...computed, point: computed.point.abs() });
    if (verdict === 'exact' || verdict === 'within-rounding') return words;
  }
  return null;
}
