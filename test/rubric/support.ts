import type { Decimal } from '../../src/numbers/decimal.ts';
import { dec } from '../../src/numbers/decimal.ts';
import type { Computed } from '../../src/numbers/judge.ts';
import type { RuleExpression, RuleReading } from '../../src/rubric/index.ts';
import { admissible, readRule } from '../../src/rubric/index.ts';

/** A printed value: 95% is 0.95, 8 is 8. */
export const parse = (printed: string): Decimal =>
  printed.endsWith('%') ? dec(printed.slice(0, -1)).div(100) : dec(printed);

/** A value known exactly, or between two ends: 94.95%~95.05%. */
export function computed(printed: string): Computed {
  const [low, high = low] = printed.split('~').map(parse);
  if (low === undefined || high === undefined) throw new Error(printed);
  return { point: low.plus(high).div(2), range: { low, high } };
}

/** Reads a rule that the test takes for granted. */
export function ruleOf(sentence: string, weight: string | null, indicator = '完成率'): RuleExpression {
  const reading = read(sentence, weight, indicator);
  if (!reading.understood) throw new Error(`${sentence}：${reading.reason}`);
  return reading.rule;
}

export const read = (sentence: string, weight: string | null, indicator = '完成率'): RuleReading =>
  readRule(sentence, { weight: weight === null ? null : dec(weight), indicator });

/** The admissible scores as a table writes them: "2 3", or "8..8.8889" for a span. */
export function admitted(rule: RuleExpression, value: string): string {
  const { scores, range } = admissible(rule, computed(value));
  const short = (score: Decimal): string => score.toDecimalPlaces(4).toString();
  return scores === null ? `${short(range.low)}..${short(range.high)}` : scores.map(short).join(' ');
}
