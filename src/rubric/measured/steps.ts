import type { Decimal as DecimalType } from '../../numbers/decimal.js';
import { Decimal, dec } from '../../numbers/decimal.js';
import { isPoint, point } from '../../numbers/interval.js';
import type { Clause, StepClause } from '../clauses.js';
import type { Condition } from '../condition.js';
import type { Band, End, Steps, ValueRange } from '../expression.js';
import type { Direction } from '../words.js';
import { NotUnderstood, of } from './assembly.js';
import { rangesOf } from './bands.js';
import type { Scale } from './scale.js';

/** The steps of a rule, with the bands that say where they begin. */
export function stepsOf(
  clauses: readonly Clause[],
  bands: readonly Band[],
  scale: Scale,
  full: DecimalType,
): { bands: Band[]; steps: Steps[] } {
  const steps: Steps[] = [];
  let known = [...bands];
  for (const clause of of(clauses, 'steps')) {
    const amount = clause.marks(full);
    if (amount === null) throw new NotUnderstood('每级分值取决于分值，而分值未知');
    const size = scale.value(clause.size);
    const change = clause.adding ? amount : amount.neg();
    if (clause.adding) known = anchored(known, clause);
    const demanded = positive(known).length === 0 ? demandOf(clause, scale, full) : null;
    if (demanded !== null) known.push(demanded);
    else if (clause.adding ? known.length === 0 : positive(known).length === 0)
      known.push(...standardBand(clauses, clause, scale, full));
    for (const start of startsOf(
      demanded === null ? clause : { ...clause, condition: null },
      known,
      scale,
      full,
    ))
      steps.push({ ...start, size, change });
  }
  return { bands: known, steps };
}

/**
 * 培训≥6期，每少1期扣1分: a condition that the steps lead away from is what the full mark demands. Null where the steps
 * begin beyond the condition (低于90%的，每…).
 */
function demandOf(clause: StepClause, scale: Scale, full: DecimalType): Band | null {
  if (clause.condition === null || clause.adding) return null;
  const [range, ...more] = rangesOf(clause.condition, scale);
  const side = sideOf(clause);
  if (range === undefined || more.length > 0) return null;
  const left = side === 'down' ? range.high === null : side === 'up' && range.low === null;
  return left ? { range, score: point(full) } : null;
}

/** The bands that earn something. */
export const positive = (bands: readonly Band[]): Band[] => bands.filter(({ score }) => score.high.gt(0));

/** 60%以上得3分，每提高5%加1分: the band is only where counting starts. */
function anchored(bands: readonly Band[], clause: StepClause): Band[] {
  return bands.map((band) => {
    const { low, high } = band.range;
    if (clause.direction !== 'down' && low !== null && high === null)
      return {
        ...band,
        range: { low: { value: low.value, closed: true }, high: { value: low.value, closed: true } },
      };
    if (clause.direction === 'down' && high !== null && low === null)
      return {
        ...band,
        range: { low: { value: high.value, closed: true }, high: { value: high.value, closed: true } },
      };
    return band;
  });
}

/** The full mark's place when no band names it: 以100%为标准, 与计划每相差3%. */
function standardBand(
  clauses: readonly Clause[],
  clause: StepClause,
  scale: Scale,
  full: DecimalType,
): Band[] {
  const stated = clause.standard ?? of(clauses, 'standard')[0]?.quantity;
  const added = clause.adding && stated === undefined;
  const at = stated
    ? scale.value(stated)
    : added
      ? dec(0)
      : clause.reference && scale.measure === 'rate'
        ? dec(1)
        : null;
  if (added && clause.condition !== null) throw new NotUnderstood('加分没有说明起算的得分');
  if (at === null) {
    if (clause.condition !== null) return [];
    throw new NotUnderstood('规则没有说明满分的标准');
  }
  if (added && clause.direction === 'down') throw new NotUnderstood('规则没有说明满分的标准');
  const end: End = { value: at, closed: true };
  const side = sideOf(clause);
  const range: ValueRange = added
    ? { low: null, high: end }
    : side === 'down'
      ? { low: end, high: null }
      : side === 'up'
        ? { low: null, high: end }
        : { low: end, high: end };
  return [{ range, score: point(added ? dec(0) : full) }];
}

const sideOf = (clause: StepClause): Direction | null =>
  clause.direction === null || clause.direction === 'away'
    ? (clause.lead ?? clause.direction)
    : clause.direction;

/** 节约率<0的，每超支1%扣1分: the condition says which way the rate goes, money overspent takes that of a saving down. */
const savedSide = (clause: StepClause, side: Direction | null): Direction | null =>
  side === 'up' && /每超支/u.test(clause.text) && clause.condition?.ranges[0]?.low === null ? 'down' : side;

type Start = Pick<Steps, 'from' | 'side' | 'base'>;

function startsOf(clause: StepClause, bands: readonly Band[], scale: Scale, full: DecimalType): Start[] {
  const said = sideOf(clause);
  // Beyond |x| ≤ 10% lie both sides of the signed value.
  const side = scale.absolute && said === 'up' ? 'away' : said;
  const sides = clause.condition?.ranges.length === 2 && (side === 'away' || side === null);
  if (clause.condition !== null && (sides || clause.condition.absolute || scale.absolute))
    return mirroredStarts(clause.condition, bands, scale, full);
  if (clause.condition !== null)
    return [conditionedStart(clause.condition, savedSide(clause, side), bands, scale, full, clause.adding)];
  const scoring = clause.adding ? bands : positive(bands);
  const starts: Start[] = [];
  const lowest = extreme(scoring, 'low');
  const highest = extreme(scoring, 'high');
  if (side !== 'up' && lowest?.end)
    starts.push({ from: lowest.end.value, side: 'below', base: lowest.score });
  if (side !== 'down' && highest?.end)
    starts.push({ from: highest.end.value, side: 'above', base: highest.score });
  if (clause.adding) {
    // Marks are added on the side where the band earns less than all.
    const wanted = side === 'down' ? 'below' : 'above';
    const kept = starts.filter((start) => start.side === wanted);
    if (kept.length > 0) return kept;
  }
  if (starts.length === 0) throw new NotUnderstood('扣分的方向与满分条件不合');
  if (side === null && starts.length > 1 && clause.lead === null && !pointBand(scoring)) return starts;
  return starts;
}

const pointBand = (bands: readonly Band[]): boolean =>
  bands.some(({ range }) => range.low && range.high && range.low.value.eq(range.high.value));

/** The outermost finite end of the scoring bands on one side; null when a band is unbounded there. */
export function extreme(
  bands: readonly Band[],
  key: 'low' | 'high',
): { end: End | null; score: DecimalType } | null {
  let best: { end: End | null; score: DecimalType } | null = null;
  for (const band of bands) {
    const end = band.range[key];
    if (end === null) return { end: null, score: band.score.high };
    if (best?.end == null || (key === 'low' ? end.value.lt(best.end.value) : end.value.gt(best.end.value)))
      best = { end, score: band.score.high };
  }
  return best;
}

/** |x| > 5%, ＜90%或＞110%: steps begin on both sides. */
function mirroredStarts(
  condition: Condition,
  bands: readonly Band[],
  scale: Scale,
  full: DecimalType,
): Start[] {
  const starts = rangesOf(condition, scale).flatMap(({ low, high }): Start[] => {
    if (low !== null && high === null)
      return [{ from: low.value, side: 'above', base: baseAt(bands, low.value, full) }];
    if (high !== null && low === null)
      return [{ from: high.value, side: 'below', base: baseAt(bands, high.value, full) }];
    return [];
  });
  if (starts.length === 0) throw new NotUnderstood('分级扣分的方向与其条件不合');
  return starts;
}

function conditionedStart(
  condition: Condition,
  side: Direction | null,
  bands: readonly Band[],
  scale: Scale,
  full: DecimalType,
  adding: boolean,
): Start {
  const [range, ...more] = rangesOf(condition, scale);
  if (range === undefined || more.length > 0) throw new NotUnderstood('分级扣分的条件不止一个区间');
  const { low, high } = range;
  const down = low === null || (high !== null && side === 'down');
  if ((side === 'down' && high === null) || (side === 'up' && low === null))
    throw new NotUnderstood('扣分的方向与其条件不合');
  const from = (down ? high : low)?.value;
  if (from === undefined) throw new NotUnderstood('分级扣分没有起点');
  if (adding && bands.length === 0) return { from, side: down ? 'below' : 'above', base: dec(0) };
  return { from, side: down ? 'below' : 'above', base: baseAt(bands, from, full) };
}

/** The score that holds where the steps begin. */
function baseAt(bands: readonly Band[], from: DecimalType, full: DecimalType): DecimalType {
  const touching = positive(bands).filter(({ range, score }) => {
    const [low, high] = [range.low, range.high];
    return isPoint(score) && (low === null || low.value.lte(from)) && (high === null || high.value.gte(from));
  });
  if (touching.length > 0) return Decimal.min(...touching.map(({ score }) => score.high));
  return positive(bands).length === 0 ? full : Decimal.min(...positive(bands).map(({ score }) => score.high));
}
