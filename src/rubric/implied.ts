import { once } from '../language/memo.js';
import type { Decimal } from '../numbers/decimal.js';
import type { End, MeasuredRule, RuleExpression, StartedStep, ValueRange } from './expression.js';
import { isMeasured } from './expression.js';
import { breakpoints, outcomesAt } from './outcome.js';
import { printValue } from './print.js';

/**
 * The values that would give the score. A started step counts as a whole one unless the rule says otherwise, so
 * that 2 of 3 with 每降低5%扣1分 below 95% implies [90%, 95%); `any` takes every reading together. Empty for
 * rules without a measured quantity and for scores the rule cannot give.
 */
export function implied(
  rule: RuleExpression,
  score: Decimal,
  reading: StartedStep | 'any' = 'started',
): readonly ValueRange[] {
  if (!isMeasured(rule)) return [];
  const known = impliedBefore(rule);
  const key = `${score.toFixed()} ${reading}`;
  const ranges = known.get(key) ?? searched(rule, score, reading);
  known.set(key, ranges);
  return ranges;
}

/** What was worked out for a rule before: reports of one bureau print the same rules and claim much the same scores. */
const impliedBefore = once((_rule: MeasuredRule) => new Map<string, readonly ValueRange[]>());

function searched(rule: MeasuredRule, score: Decimal, reading: StartedStep | 'any'): readonly ValueRange[] {
  const points = breakpoints(rule, score);
  const first = points[0];
  const last = points[points.length - 1];
  if (first === undefined || last === undefined) return [];
  const found: ValueRange[] = [];
  const see = (at: Decimal, range: ValueRange): void => {
    if (gives(rule, at, score, reading)) found.push(range);
  };
  see(first.minus(1), { low: null, high: open(first) });
  points.forEach((at, i) => {
    see(at, { low: closed(at), high: closed(at) });
    const next = points[i + 1];
    if (next !== undefined) see(at.plus(next).div(2), { low: open(at), high: open(next) });
  });
  see(last.plus(1), { low: open(last), high: null });
  return merged(found);
}

const open = (value: Decimal): End => ({ value, closed: false });
const closed = (value: Decimal): End => ({ value, closed: true });

function gives(rule: MeasuredRule, at: Decimal, score: Decimal, reading: StartedStep | 'any'): boolean {
  const { scores, spans } = outcomesAt(rule, at, reading);
  return (
    scores.some((one) => one.eq(score)) || spans.some((span) => span.low.lte(score) && span.high.gte(score))
  );
}

/** Neighbouring pieces joined into one range. */
function merged(pieces: readonly ValueRange[]): ValueRange[] {
  const out: ValueRange[] = [];
  for (const piece of pieces) {
    const previous = out[out.length - 1];
    if (
      previous?.high &&
      piece.low &&
      previous.high.value.eq(piece.low.value) &&
      (previous.high.closed || piece.low.closed)
    )
      out[out.length - 1] = { low: previous.low, high: piece.high };
    else out.push(piece);
  }
  return out;
}

/** 预算完成率应在[90%，95%): the implied values in words; '' when nothing is implied. */
export function printImplied(rule: RuleExpression, ranges: readonly ValueRange[], name: string): string {
  if (!isMeasured(rule) || ranges.length === 0) return '';
  const parts = ranges.map((range) => printImpliedRange(range, rule));
  return `${name}应${parts.join('，或')}`;
}

function printImpliedRange({ low, high }: ValueRange, rule: MeasuredRule): string {
  const show = ({ value }: End): string => printValue(value.toDecimalPlaces(6), rule);
  if (low === null && high === null) return '为任意值';
  if (low === null) return high === null ? '' : `${high.closed ? '不高于' : '低于'}${show(high)}`;
  if (high === null) return `${low.closed ? '不低于' : '高于'}${show(low)}`;
  if (low.value.eq(high.value)) return `为${show(low)}`;
  return `在${low.closed ? '[' : '('}${show(low)}，${show(high)}${high.closed ? ']' : ')'}`;
}
