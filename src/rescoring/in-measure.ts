import { measure } from '../language/measures.js';
import type { Decimal } from '../numbers/decimal.js';
import type { Figure } from '../numbers/figure.js';
import { span } from '../numbers/figure.js';
import type { Computed } from '../numbers/judge.js';
import { converted, countsAlike } from '../numbers/measure-words.js';
import type { MeasuredRule } from '../rubric/index.js';

/** What a rule measures its quantity in. */
export type RuleUnit = Pick<MeasuredRule, 'measure' | 'unit' | 'oneUnit'>;

/** The figure as a value in the rule's unit: 92 of a rate is 92%, 3千米 are 3公里. Null when it measures something else. */
export function inMeasure(figure: Figure, rule: RuleUnit): Computed | null {
  const { kind } = figure.unit;
  const plain = { point: figure.value, range: span(figure) };
  switch (rule.measure) {
    case 'rate':
      if (kind === 'rate') return plain;
      return kind !== 'bare'
        ? null
        : figure.value.abs().lte('1.5')
          ? plain
          : mapped(plain, (value) => value.div(100));
    case 'money':
      return kind === 'money' ? plain : null;
    case 'count':
    case 'time': {
      if (kind === 'bare') return rule.oneUnit ? plain : null;
      const printed = measure(figure.unit);
      return kind === 'count' && countsAlike(printed, rule.unit)
        ? mapped(plain, (value) => converted(value, printed, rule.unit) ?? value)
        : null;
    }
    case 'bare':
      return kind === 'rate' ? null : plain;
  }
}

const mapped = ({ point, range }: Computed, by: (value: Decimal) => Decimal): Computed => ({
  point: by(point),
  range: { low: by(range.low), high: by(range.high) },
});
