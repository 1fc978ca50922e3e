import { fold } from '../language/fold.js';
import { measure, readUnit } from '../language/measures.js';
import { type Decimal, dec, digits } from '../numbers/decimal.js';
import { isPoint, point } from '../numbers/interval.js';
import { converted, measureSame } from '../numbers/measure-words.js';
import type { Admissible } from '../rescoring/model.js';
import { admissible, attainable, isMeasured, type RuleExpression, readRule } from '../rubric/index.js';
import { UsageError } from './host.js';
import type { RuleTrial } from './services.js';

const VALUE = /^([-+]?\d{1,20}(?:\.\d{1,20})?)\s*(\S{0,8})$/u;

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
  const match = VALUE.exec(fold(given).trim());
  const number = match?.[1];
  const unit = match?.[2] ?? '';
  const read = unit === '' ? null : readUnit(unit, 0);
  if (number === undefined || (unit !== '' && read?.end !== unit.length))
    throw new UsageError(`--value 应为数值，例如 95% 或 0.95，不能是 ${given}`);
  const value = dec(number).times(read?.unit.factor ?? 1);
  if (!isMeasured(rule)) return value;
  if (read?.unit.kind === 'count' && rule.unit !== '') {
    const printed = measure(read.unit);
    // 17天 of a rule on working days: whoever tries it means days that count.
    const days = measureSame(rule.unit, '工作日') ? converted(value, printed, '天') : null;
    const own = converted(value, printed, rule.unit) ?? days;
    if (own === null) throw new UsageError(`--value 的单位应与规则一致（${rule.unit}），不能是 ${given}`);
    return own;
  }
  const isRate = rule.measure === 'rate' && unit === '';
  return isRate && value.abs().gt(HIGHEST_RATE) ? value.div(100) : value;
}
