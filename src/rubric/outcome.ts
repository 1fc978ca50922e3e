import type { Decimal as DecimalType } from '../numbers/decimal.js';
import { Decimal, dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import { hull, interval, isPoint } from '../numbers/interval.js';
import type { Band, MeasuredRule, StartedStep, Steps, ValueRange } from './expression.js';

/** What a rule gives at one value: listed scores, spans of scores counted by share, or nothing that it says. */
export interface Outcomes {
  readonly scores: readonly DecimalType[];
  /** Pro rata, proportional and judged scores. */
  readonly spans: readonly Interval[];
  /** False where no part of the rule speaks of the value. */
  readonly covered: boolean;
}

/** Beyond these a score is but the remainder of a division: 0.68 ÷ 0.85 × 10 is 8. */
const SCORE_DIGITS = 24;

const NOTHING: Outcomes = { scores: [], spans: [], covered: false };

/** Whether the range holds the value; `null` when only an end decides and the rule leaves the end open. */
export function holds({ low, high }: ValueRange, value: DecimalType): boolean | null {
  let sure: boolean | null = true;
  for (const [end, side] of [
    [low, 1],
    [high, -1],
  ] as const) {
    if (end === null) continue;
    const order = value.cmp(end.value) * side;
    if (order < 0 || (order === 0 && end.closed === false)) return false;
    if (order === 0 && end.closed === null) sure = null;
  }
  return sure;
}

/** Every score that the rule allows for exactly this value. */
export function outcomesAt(
  rule: MeasuredRule,
  value: DecimalType,
  reading: StartedStep | 'any' = 'any',
): Outcomes {
  const held = rule.bands.map((band) => ({ band, sure: holds(band.range, value) }));
  const sure = held.filter((one) => one.sure === true);
  const bands = (sure.length > 0 ? sure : held.filter((one) => one.sure === null)).map(({ band }) => band);
  // 100%，3分；90%以上，2分: the exact value says more than the range around it.
  const exact = bands.filter(({ range }) => range.low && range.high && range.low.value.eq(range.high.value));
  if (bands.length > 0) return bandOutcomes(exact.length > 0 ? exact : bands);
  const steps = nearest(rule.steps, value);
  if (steps.length > 0) return joined(steps.map((step) => stepOutcomes(rule, step, value, reading)));
  if (rule.linear.length > 0) {
    const scores = rule.linear.map(({ constant, factor, center }) =>
      clamp(
        rule,
        constant
          .plus(factor.times(center === null ? value : value.minus(center).abs()))
          .toSignificantDigits(SCORE_DIGITS),
      ),
    );
    return { scores: [], spans: [hull(scores)], covered: true };
  }
  if (rule.otherwise !== null)
    return bandOutcomes([{ range: { low: null, high: null }, score: rule.otherwise }]);
  return betweenBands(rule, value);
}

function bandOutcomes(bands: readonly Band[]): Outcomes {
  const fixed = bands.filter(({ score }) => isPoint(score));
  return {
    scores: fixed.map(({ score }) => score.low),
    spans: bands.filter(({ score }) => !isPoint(score)).map(({ score }) => score),
    covered: true,
  };
}

const joined = (all: readonly Outcomes[]): Outcomes => ({
  scores: all.flatMap(({ scores }) => scores),
  spans: all.flatMap(({ spans }) => spans),
  covered: all.some(({ covered }) => covered),
});

/** The steps that count at the value: those that begin nearest to it. */
function nearest(steps: readonly Steps[], value: DecimalType): Steps[] {
  const active = steps.filter(({ from, side }) => (side === 'below' ? value.lt(from) : value.gt(from)));
  if (active.length < 2) return active;
  const closest = Decimal.min(...active.map(({ from }) => value.minus(from).abs()));
  return active.filter(({ from }) => value.minus(from).abs().eq(closest));
}

const clamp = (rule: MeasuredRule, score: DecimalType): DecimalType =>
  Decimal.max(rule.floor, Decimal.min(rule.full, score));

function stepOutcomes(
  rule: MeasuredRule,
  step: Steps,
  value: DecimalType,
  reading: StartedStep | 'any',
): Outcomes {
  const allowed = rule.startedStep ?? reading;
  const count = value.minus(step.from).abs().div(step.size);
  const scored = (steps: DecimalType): DecimalType => clamp(rule, step.base.plus(step.change.times(steps)));
  const scores: DecimalType[] = [];
  if (allowed === 'whole' || allowed === 'any') scores.push(scored(count.floor()));
  if (allowed === 'started' || allowed === 'any') scores.push(scored(count.ceil()));
  const spans = allowed === 'pro-rata' || allowed === 'any' ? [interval(scored(count), scored(count))] : [];
  return { scores, spans, covered: true };
}

/** 80%-89%, 90%-100%: a value between two bands printed in whole units belongs to one of them. */
function betweenBands(rule: MeasuredRule, value: DecimalType): Outcomes {
  const below = rule.bands
    .filter(({ range }) => range.high?.value.lt(value))
    .sort((a, b) => end(b, 'high').cmp(end(a, 'high')))[0];
  const above = rule.bands
    .filter(({ range }) => range.low?.value.gt(value))
    .sort((a, b) => end(a, 'low').cmp(end(b, 'low')))[0];
  if (below === undefined || above === undefined) return NOTHING;
  return end(above, 'low').minus(end(below, 'high')).lte(granularity(rule))
    ? bandOutcomes([below, above])
    : NOTHING;
}

const end = ({ range }: Band, key: 'low' | 'high'): DecimalType => range[key]?.value ?? dec(0);

/** The unit in which the rule prints its thresholds: 1% when all are whole percents. */
export function granularity(rule: MeasuredRule): DecimalType {
  if (rule.measure === 'money') return dec(1);
  const ends = rule.bands.flatMap(({ range }) => [range.low, range.high].flatMap((one) => one?.value ?? []));
  const scale = rule.measure === 'rate' ? 2 : 0;
  const places = Math.max(0, ...ends.map((value) => value.decimalPlaces() - scale));
  return dec(10).pow(-places - scale);
}

/** Where the outcome may change: ends of bands, steps, and where a proportion meets its limits. */
export function breakpoints(rule: MeasuredRule, score: DecimalType | null = null): DecimalType[] {
  const points = rule.bands.flatMap(({ range }) =>
    [range.low, range.high].flatMap((one) => one?.value ?? []),
  );
  for (const step of rule.steps) {
    const out = step.side === 'below' ? step.size.neg() : step.size;
    const target = step.change.lt(0) ? step.base.minus(rule.floor) : rule.full.minus(step.base);
    const count = target.lte(0) ? 0 : target.div(step.change.abs()).ceil().toNumber();
    for (let k = 0; k <= count; k++) points.push(step.from.plus(out.times(k)));
    if (score !== null) points.push(step.from.plus(out.times(score.minus(step.base).div(step.change))));
  }
  for (const { constant, factor, center } of rule.linear)
    for (const at of [rule.floor, rule.full, ...(score === null ? [] : [score])]) {
      const x = at.minus(constant).div(factor);
      if (center === null) points.push(x);
      else if (x.gte(0)) points.push(center.plus(x), center.minus(x));
    }
  if (rule.linear.length > 0) points.push(...rule.linear.flatMap(({ center }) => center ?? []));
  const sorted = points.sort((a, b) => a.cmp(b));
  return sorted.filter((value, i) => i === 0 || !value.eq(sorted[i - 1] ?? dec(0)));
}
