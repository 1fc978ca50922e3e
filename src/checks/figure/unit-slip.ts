import type { Figure } from '../../numbers/figure.js';
import { type Computed, judge } from '../../numbers/judge.js';
import { sumOf } from '../../numbers/relations.js';

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

/**
 * The part whose unit is mistaken: 1281万元, 213.5万元 and 640.5元 are 2135万元 once 640.5元 is read as 640.5万元. Null when
 * none or more than one would do.
 */
export function partSlip(
  total: Figure,
  parts: readonly Figure[],
): { readonly index: number; readonly factor: string } | null {
  if (parts.length < 2 || parts.length > MOST_PARTS) return null;
  const found = parts.flatMap((part, index) =>
    PART_FACTORS.filter((factor) => {
      if (part.value.isZero() || part.unit.kind !== 'money') return false;
      const moved = { ...part, value: part.value.times(factor), quantum: part.quantum.times(factor) };
      const verdict = judge(total, sumOf(parts.map((other, i) => (i === index ? moved : other))));
      return verdict === 'exact' || verdict === 'within-rounding';
    }).map((factor) => ({ index, factor })),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const PART_FACTORS = ['10000', '0.0001'] as const;
const MOST_PARTS = 60;
