import { type Decimal, dec, digits } from '../numbers/decimal.js';
import { isPoint, point } from '../numbers/interval.js';
import type { Admissible } from '../rescoring/model.js';
import { admissible, attainable, isMeasured, type RuleExpression, readRule } from '../rubric/index.js';
import { UsageError } from './host.js';
import type { RuleTrial } from './services.js';

/** What the units that a value may carry stand for, in the measures of rules: ratios, 元, plain counts. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['', '1'],
  ['%', '0.01'],
  ['％', '0.01'],
  ['元', '1'],
  ['万元', '10000'],
  ['亿元', '100000000'],
  ['个', '1'],
  ['项', '1'],
  ['次', '1'],
  ['天', '1'],
]);

const VALUE = /^([-+]?\d{1,20}(?:\.\d{1,20})?)\s*(%|％|元|万元|亿元|个|项|次|天)?$/u;

/** Rates above this are given in per cent even when the sign is left out: nobody means 9500%. */
const HIGHEST_RATE = 3;

/** How one scoring rule is read, and what it gives for a value. */
export function trialOf(
  weight: string,
  sentence: string,
  name: string | null,
  value: string | null,
): RuleTrial {
  const reading = readRule(sentence, { weight: dec(weight), indicator: name ?? '' });
  if (!reading.understood)
    return {
      understood: false,
      kind: null,
      admissible: [],
      attainable: null,
      range: null,
      reading: reading.reason,
    };
  const given = value === null ? null : inMeasureOf(value, reading.rule);
  const scores = given && admissible(reading.rule, { point: given, range: point(given) });
  return {
    understood: true,
    kind: reading.kind,
    admissible: scores ? listed(scores) : [],
    attainable: attainable(reading.rule)?.map(digits) ?? null,
    range: scores && { low: digits(scores.range.low), high: digits(scores.range.high) },
    reading: reading.reading,
  };
}

/** Listed scores, best first; the one score of a proportion; nothing where a whole range is open. */
function listed({ scores, range }: Admissible): string[] {
  if (scores === null) return isPoint(range) ? [digits(range.low)] : [];
  return [...scores].sort((a, b) => b.cmp(a)).map(digits);
}

function inMeasureOf(given: string, rule: RuleExpression): Decimal {
  const match = VALUE.exec(given.trim());
  const number = match?.[1];
  if (number === undefined) throw new UsageError(`--value 应为数值，例如 95% 或 0.95，不能是 ${given}`);
  const unit = match?.[2] ?? '';
  const value = dec(number).times(dec(UNITS.get(unit) ?? '1'));
  const isRate = isMeasured(rule) && rule.measure === 'rate';
  return isRate && unit === '' && value.abs().gt(HIGHEST_RATE) ? value.div(100) : value;
}
