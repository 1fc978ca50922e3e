import type { Decimal as DecimalType } from '../numbers/decimal.js';
import { Decimal, dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import { hull, interval, isPoint } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Admissible } from '../rescoring/model.js';
import { attainable } from './attainable.js';
import type { MeasuredRule, RuleExpression, ValueRange } from './expression.js';
import { isMeasured } from './expression.js';
import { breakpoints, outcomesAt } from './outcome.js';

/** No rubric gives more than this for one item whose 分值 is not known. */
const UNKNOWN_FULL = dec(100);

/**
 * Every score that some reading of the rule allows for the value, over everything its rounding leaves open. For
 * rules without a measured quantity the value counts occurrences (violations) or is not looked at.
 */
export function admissible(rule: RuleExpression, value: Computed): Admissible {
  if (isMeasured(rule)) return measured(rule, value);
  switch (rule.kind) {
    case 'violations':
      return counted(attainable(rule) ?? [], rule.full);
    case 'choice':
      return union(rule.options.map((option) => admissible(option, value)));
    case 'levels': {
      const spans = rule.levels.map(({ score }) => score);
      return listed(spans, rule.full);
    }
    case 'points': {
      const scores = attainable(rule);
      // Reviewers give a part of an item's points unless the sentence forbids it.
      return {
        scores: null,
        range: interval(dec(0), rule.full),
        ...(rule.allOrNothing && scores ? { scores } : {}),
      };
    }
    case 'judgement':
      return { scores: null, range: interval(dec(0), rule.full ?? UNKNOWN_FULL) };
  }
}

const counted = (scores: readonly DecimalType[], full: DecimalType): Admissible =>
  scores.length === 0 ? { scores: null, range: interval(dec(0), full) } : { scores, range: hull(scores) };

function listed(spans: readonly Interval[], full: DecimalType): Admissible {
  if (spans.length === 0) return { scores: null, range: interval(dec(0), full) };
  const scores = distinct(spans.filter(isPoint).map(({ low }) => low));
  const wide = spans.filter((span) => !isPoint(span));
  return finish(scores, wide);
}

function union(options: readonly Admissible[]): Admissible {
  const range = hull(options.flatMap(({ range: { low, high } }) => [low, high]));
  if (options.some(({ scores }) => scores === null)) return { scores: null, range };
  const spans = options.flatMap(({ proRata }) => proRata ?? []);
  return {
    scores: distinct(options.flatMap(({ scores }) => scores ?? [])),
    range,
    ...(spans.length > 0 ? { proRata: spans } : {}),
  };
}

function measured(rule: MeasuredRule, { range }: Computed): Admissible {
  const scores: DecimalType[] = [];
  const spans: Interval[] = [];
  let uncovered = false;
  const inside = breakpoints(rule).filter((at) => at.gt(range.low) && at.lt(range.high));
  const stops = [range.low, ...inside, range.high];
  const see = (at: DecimalType, low: DecimalType, high: DecimalType): void => {
    const found = outcomesAt(rule, at);
    if (!found.covered) uncovered = true;
    scores.push(...found.scores);
    if (low.eq(high)) spans.push(...found.spans);
    else if (found.spans.length > 0) spans.push(stretch(rule, low, at, high));
  };
  stops.forEach((at, i) => {
    see(at, at, at);
    const next = stops[i + 1];
    // Nothing changes its form strictly between two breakpoints, so the middle speaks for all of it.
    if (next?.gt(at)) see(at.plus(next).div(2), at, next);
  });
  // 未增长 is no growth, and less than none.
  const nothing = range.low.lte(0);
  const exceptional = rule.exceptions
    .filter(({ withoutValue }) => nothing || withoutValue !== true)
    .map(({ score }) => score);
  scores.push(...exceptional.filter(isPoint).map(({ low }) => low));
  spans.push(...exceptional.filter((span) => !isPoint(span)));
  if (uncovered) return open(rule, scores, range);
  return finish(distinct(scores), spans);
}

/** The pro rata or proportional scores over an open stretch: between those near its two ends. */
function stretch(rule: MeasuredRule, low: DecimalType, middle: DecimalType, high: DecimalType): Interval {
  const width = high.minus(low);
  const inset = width.div(dec(10).pow(12));
  const at = [low.plus(inset), middle, high.minus(inset)];
  return hull(at.flatMap((value) => outcomesAt(rule, value).spans.flatMap((span) => [span.low, span.high])));
}

/**
 * The rule is silent on part of the value: any score but those that it reserves for other values. A rule that names
 * one value only (=100%) reserves its score against lower ones; what lies beyond it may have been meant as well.
 */
function open(rule: MeasuredRule, scores: readonly DecimalType[], value: Interval): Admissible {
  const fixed = rule.bands.filter(
    ({ score, range }) => isPoint(score) && score.low.gt(0) && reserves(range, value),
  );
  const reserved =
    rule.steps.length > 0
      ? []
      : distinct(fixed.map(({ score }) => score.low)).filter((score) => !scores.some((one) => one.eq(score)));
  const range = interval(Decimal.min(rule.floor, ...scores), rule.full);
  return { scores: null, range, ...(reserved.length > 0 ? { except: reserved } : {}) };
}

function reserves({ low, high }: ValueRange, value: Interval): boolean {
  const single = low !== null && high !== null && low.value.eq(high.value);
  return !single || value.high.lt(low.value);
}

function finish(scores: readonly DecimalType[], spans: readonly Interval[]): Admissible {
  const range = hull([...scores, ...spans.flatMap(({ low, high }) => [low, high])]);
  if (scores.length === 0) return { scores: null, range };
  const shares = spans.filter((span) => !(isPoint(span) && scores.some((score) => score.eq(span.low))));
  return { scores, range, ...(shares.length > 0 ? { proRata: shares } : {}) };
}

/** Ascending, each once. */
export function distinct(scores: readonly DecimalType[]): DecimalType[] {
  const sorted = [...scores].sort((a, b) => a.cmp(b));
  return sorted.filter((score, i) => i === 0 || !score.eq(sorted[i - 1] ?? score.plus(1)));
}

/**
 * Whether a claimed score is among the admissible ones. Listed scores must be met exactly; scores counted by
 * share may be printed rounded or cut off at the decimals of the claim: 9.78 as 9.8, 9.7 or 10.
 */
export function isAdmissible(a: Admissible, claimed: DecimalType): boolean {
  if (a.scores?.some((score) => score.eq(claimed))) return true;
  if (a.except?.some((score) => score.eq(claimed))) return false;
  const spans = a.scores === null ? [a.range] : (a.proRata ?? []);
  return spans.some((span) => printedFrom(span, claimed));
}

/** Whether some score of the span is printed as the claim: rounded, or with decimals also cut off (nobody cuts 2.9 to 2). */
export function printedFrom({ low, high }: Interval, claimed: DecimalType): boolean {
  const places = claimed.decimalPlaces();
  const step = dec(10).pow(-places);
  return high.gte(claimed.minus(step.div(2))) && low.lt(claimed.plus(places === 0 ? step.div(2) : step));
}
