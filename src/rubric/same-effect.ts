import { fold } from '../language/fold.js';
import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import { point } from '../numbers/interval.js';
import { admissible } from './admissible.js';
import type { MeasuredRule, RuleExpression } from './expression.js';
import { isMeasured } from './expression.js';
import { breakpoints } from './outcome.js';
import { readRule } from './read.js';

/**
 * Whether two sentences on a measured quantity are one rule in other words: 满意度≥90%得20分 and 满意度90%及以上得20分.
 * Rules that are not both read completely, or print other numbers, are not told to be the same.
 */
export function haveSameEffect(a: string, b: string, weight: string | null, indicator: string): boolean {
  if (numbersIn(a) === '' || numbersIn(a) !== numbersIn(b)) return false;
  const context = { weight: weight === null ? null : dec(weight), indicator };
  const [one, other] = [readRule(a, context), readRule(b, context)];
  if (!one.understood || !other.understood) return false;
  return scoreAlike(one.rule, other.rule);
}

/** A changed number is a changed rule, also where it plays no part in what was read (×100%). */
const numbersIn = (rule: string): string =>
  (fold(rule).match(/\d+(?:\.\d+)?/gu) ?? [])
    .map((number) => dec(number).toFixed())
    .sort()
    .join(' ');

/** The same scores wherever either rule changes, between these places and beyond them. */
function scoreAlike(a: RuleExpression, b: RuleExpression): boolean {
  if (!isMeasured(a) || !isMeasured(b)) return false;
  if (
    a.measure !== b.measure ||
    a.unit !== b.unit ||
    !a.full.eq(b.full) ||
    a.exceptions.length + b.exceptions.length > 0
  )
    return false;
  if (!a.subject.includes(b.subject) && !b.subject.includes(a.subject)) return false;
  const stops = [...breakpoints(a), ...breakpoints(b)].sort((x, y) => x.cmp(y));
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return false;
  const between = stops.map((at, i) => at.plus(stops[i + 1] ?? at.plus(1)).div(2));
  return [first.minus(1), ...stops, ...between, last.plus(1)].every(
    (at) => scoresAt(a, at) === scoresAt(b, at),
  );
}

const scoresAt = (rule: MeasuredRule, at: Decimal): string => {
  const { scores, range, proRata, except } = admissible(rule, { point: at, range: point(at) });
  const spans = [range, ...(proRata ?? [])].map(({ low, high }) => `${low.toFixed()}~${high.toFixed()}`);
  return [...(scores ?? ['?']), '/', ...spans, '/', ...(except ?? [])].map(String).join(' ');
};
