import type { Decimal as DecimalType } from '../numbers/decimal.js';
import { Decimal, dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import { isPoint, point } from '../numbers/interval.js';
import type { Clause, StepClause } from './clauses.js';
import type { Condition, RawEnd, RawRange } from './condition.js';
import type {
  Band,
  End,
  Linear,
  Measure,
  MeasuredRule,
  Outcome,
  StartedStep,
  Steps,
  ValueRange,
} from './expression.js';
import { proportionOf } from './linear.js';
import type { Quantity } from './quantity.js';
import type { Direction } from './words.js';
import { BACK_REFERENCES } from './words.js';

/** Why a rule could not be put together; the sentence goes into the reading's reason. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/** More steps than any real rule has: a guard against 每0.0001%扣0.0001分. */
const STEP_LIMIT = 2000;

export interface Marks {
  /** The 分值 of the indicator, else what the sentence itself declares. */
  readonly full: DecimalType | null;
  readonly declared: DecimalType | null;
  readonly indicator: string;
  readonly startedStep: StartedStep | null;
}

const of = <K extends Clause['kind']>(clauses: readonly Clause[], kind: K): Extract<Clause, { kind: K }>[] =>
  clauses.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind);

/** Puts the clauses of a rule on a measured quantity together. Throws NotUnderstood. */
export function assembleMeasured(clauses: readonly Clause[], marks: Marks): MeasuredRule {
  const scale = scaleOf(clauses, marks.indicator);
  const printed = bandsOf(clauses, scale, marks.full);
  const cap = capOf(clauses, marks.full);
  const told = of(clauses, 'outcome').flatMap(({ award }) => award(marks.full)?.high ?? []);
  // 扣3分 and 按比例得分 count from the 分值; so does a rule that only says what earns nothing.
  const relative = of(clauses, 'band').some(({ award }) => award(null) === null);
  const top =
    relative && marks.full !== null
      ? marks.full
      : printed.length > 0
        ? Decimal.max(...printed.map((band) => band.score.high), ...told)
        : null;
  const lost = of(clauses, 'most-lost')[0]?.marks(marks.full) ?? null;
  const adding = of(clauses, 'steps').some((clause) => clause.adding);
  const earned = top?.isZero() ? null : top;
  const full = adding ? (cap ?? marks.full ?? earned) : (earned ?? cap ?? marks.full ?? lost);
  if (full === null) throw new NotUnderstood('规则未写满分，也没有给出分值');
  const floor = floorOf(clauses, full, lost);
  const stepped = stepsOf(clauses, cascade(printed), scale, full);
  const linear = linearOf(clauses, stepped.bands, full, scale);
  const otherwise = otherwiseOf(clauses, full);
  const exceptions: Outcome[] = of(clauses, 'outcome')
    .filter((clause) => !isCountingNote(clause.text))
    .map(({ text, award }) => ({
      text,
      score: scored(award(full), text),
    }));
  for (const step of stepped.steps)
    if (step.change.isZero() || full.minus(floor).div(step.change.abs()).gt(STEP_LIMIT))
      throw new NotUnderstood('扣分的级数过多，不能逐级列出');
  const kind = stepped.steps.length > 0 ? 'steps' : linear.linear.length > 0 ? 'proportion' : 'bands';
  return {
    kind,
    subject: fuller(linear.quantity, subjectOf(clauses, marks.indicator).replace(/的?绝对值$/u, '')),
    measure: scale.measure,
    full,
    bands: stepped.bands,
    steps: stepped.steps,
    linear: linear.linear,
    otherwise,
    floor,
    startedStep: marks.startedStep ?? of(clauses, 'started-step')[0]?.reading ?? null,
    exceptions,
    declared: marks.declared,
  };
}

/**
 * 单个指标偏离30%以上的不计分: how the numerator of a score formula is counted, not a score of the item.
 */
export const isCountingNote = (text: string): boolean => /单个|单项|任一指标|某[一项个]/u.test(text);

const scored = (score: Interval | null, text: string): Interval => {
  if (score === null) throw new NotUnderstood(`“${text}”的得分取决于分值，而分值未知`);
  return score;
};

// ---- units

interface Scale {
  readonly measure: Measure;
  /** Whether the rule speaks of the quantity without its sign: |偏差率|, 绝对值. */
  readonly absolute: boolean;
  readonly value: (quantity: Quantity) => DecimalType;
}

const RATE_NAME = /(?:率|度|比|比例|比重|幅度|百分比|占比|进度|水平)$/u;

/** The unit of the rule's numbers; bare ones take it from the others, or from a rate's name. */
function scaleOf(clauses: readonly Clause[], indicator: string): Scale {
  const all: Quantity[] = [];
  const add = (range: RawRange): void => {
    if (range.low) all.push(range.low.quantity);
    if (range.high) all.push(range.high.quantity);
  };
  for (const clause of clauses) {
    if ('condition' in clause) clause.condition?.ranges.forEach(add);
    if (clause.kind === 'steps') all.push(clause.size);
    if (clause.kind === 'standard') all.push(clause.quantity);
  }
  const measures = new Set(all.flatMap((quantity) => quantity.measure ?? []));
  if (measures.size > 1) throw new NotUnderstood('规则中的数字单位不一');
  const measure = [...measures][0] ?? null;
  const absolute = clauses.some((clause) => 'condition' in clause && clause.condition?.absolute === true);
  if (measure !== null && measure !== 'rate')
    return { measure, absolute, value: (quantity) => quantity.value };
  const names = [
    indicator,
    ...clauses.flatMap((clause) => ('condition' in clause ? (clause.condition?.subject ?? []) : [])),
  ];
  const isRate =
    measure === 'rate' || names.some((name) => RATE_NAME.test(name.replaceAll(/["'“”()]/gu, '')));
  if (!isRate) return { measure: 'bare', absolute, value: (quantity) => quantity.value };
  // ≥90得5分 of a 满意度: the percent sign is left out throughout.
  const percent = all.some((quantity) => quantity.measure === null && quantity.value.abs().gt('1.5'));
  return {
    measure: 'rate',
    absolute,
    value: (quantity) => (quantity.measure === null && percent ? quantity.value.div(100) : quantity.value),
  };
}

// ---- subject

const bare = (name: string): string => name.replaceAll(/["'“”‘’《》\s]/gu, '');

function subjectOf(clauses: readonly Clause[], indicator: string): string {
  let first = '';
  for (const clause of clauses) {
    const name =
      clause.kind === 'named' ? clause.name : 'condition' in clause ? (clause.condition?.subject ?? '') : '';
    if (name === '' || BACK_REFERENCES.includes(name)) continue;
    if (first === '') first = name;
    else if (!related(first, name, indicator))
      throw new NotUnderstood(`规则涉及两个量：“${first}”和“${name}”`);
  }
  return first;
}

/** 预算执行率 of a band and 执行率 of its score formula are one quantity: the longer name says more. */
const fuller = (formula: string | null, condition: string): string =>
  formula === null || bare(condition).endsWith(bare(formula)) ? condition : formula;

function related(a: string, b: string, indicator: string): boolean {
  const [x, y, z] = [bare(a), bare(b), bare(indicator)];
  return x.includes(y) || y.includes(x) || (z.includes(y) && y.length > 1);
}

// ---- bands

function bandsOf(clauses: readonly Clause[], scale: Scale, full: DecimalType | null): Band[] {
  return of(clauses, 'band').flatMap(({ condition, award }) => {
    const known = full ?? topOf(clauses);
    const score = scored(award(known), condition.subject);
    return rangesOf(condition, scale).map((range) => ({ range, score }));
  });
}

/** The highest score that stands in the sentence as a number, for rules whose 分值 is not known. */
function topOf(clauses: readonly Clause[]): DecimalType | null {
  const scores = clauses.flatMap((clause) => ('award' in clause ? (clause.award(null)?.high ?? []) : []));
  return scores.length > 0 ? Decimal.max(...scores) : null;
}

const rangesOf = (condition: Condition, scale: Scale): ValueRange[] => {
  const ranges = condition.ranges.map((range) => ({
    low: endOf(range.low, scale),
    high: endOf(range.high, scale),
  }));
  for (const { low, high } of ranges)
    if (low && high && low.value.gt(high.value)) throw new NotUnderstood('区间的下限大于上限');
  if (!condition.absolute && !scale.absolute) return ranges;
  return ranges.flatMap((range) => mirrored(range));
};

/** |x| ≤ 5% on the signed value. */
function mirrored({ low, high }: ValueRange): ValueRange[] {
  const flip = (end: End | null): End | null => (end === null ? null : { ...end, value: end.value.neg() });
  if (low === null || low.value.lte(0)) return high === null ? [] : [{ low: flip(high), high }];
  return [
    { low, high },
    { low: flip(high), high: flip(low) },
  ];
}

const endOf = (end: RawEnd | null, scale: Scale): End | null =>
  end === null ? null : { value: scale.value(end.quantity), closed: end.closed };

const opposite = (end: End): End => ({ value: end.value, closed: end.closed === null ? null : !end.closed });

/** 90%以上3分；80%以上2分；60%以上1分: each band ends where the better one begins. */
function cascade(bands: readonly Band[]): Band[] {
  const lows = bands.filter(({ range }) => range.low !== null && range.high === null);
  const highs = bands.filter(({ range }) => range.high !== null && range.low === null);
  return bands.map((band) => {
    const { low, high } = band.range;
    if (low !== null && high === null && lows.length > 1) {
      const next = lows
        .filter((other) => other.range.low?.value.gt(low.value) && other.score.high.gt(band.score.high))
        .sort((a, b) => compareEnds(a.range.low, b.range.low))[0];
      return next?.range.low ? { ...band, range: { low, high: opposite(next.range.low) } } : band;
    }
    if (high !== null && low === null && highs.length > 1) {
      const next = highs
        .filter((other) => other.range.high?.value.lt(high.value) && other.score.high.gt(band.score.high))
        .sort((a, b) => compareEnds(b.range.high, a.range.high))[0];
      return next?.range.high ? { ...band, range: { low: opposite(next.range.high), high } } : band;
    }
    return band;
  });
}

const compareEnds = (a: End | null, b: End | null): number => (a && b ? a.value.cmp(b.value) : 0);

// ---- steps

function stepsOf(
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
    if (known.length === 0 || positive(known).length === 0)
      known.push(...standardBand(clauses, clause, scale, full));
    for (const start of startsOf(clause, known, scale, full)) steps.push({ ...start, size, change });
  }
  return { bands: known, steps };
}

const positive = (bands: readonly Band[]): Band[] => bands.filter(({ score }) => score.high.gt(0));

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

type Start = Pick<Steps, 'from' | 'side' | 'base'>;

function startsOf(clause: StepClause, bands: readonly Band[], scale: Scale, full: DecimalType): Start[] {
  const said = sideOf(clause);
  // Beyond |x| ≤ 10% lie both sides of the signed value.
  const side = scale.absolute && said === 'up' ? 'away' : said;
  if (clause.condition !== null && (clause.condition.absolute || scale.absolute))
    return mirroredStarts(clause.condition, bands, scale, full);
  if (clause.condition !== null)
    return [conditionedStart(clause.condition, side, bands, scale, full, clause.adding)];
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
function extreme(
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

/** |x| > 5%: steps begin on both sides of zero. */
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

// ---- proportion

function linearOf(
  clauses: readonly Clause[],
  bands: readonly Band[],
  full: DecimalType,
  scale: Scale,
): { linear: Linear[]; quantity: string | null } {
  const formulas = of(clauses, 'formula');
  if (formulas.length > 1) throw new NotUnderstood('规则有两个计分公式');
  const formula = formulas[0];
  if (formula !== undefined) {
    const found = proportionOf(formula.expression, full);
    if (found === null) throw new NotUnderstood('计分公式不是一个量的比例');
    return { linear: [found.linear], quantity: found.quantity };
  }
  const clause = of(clauses, 'proportional')[0];
  // Steps count by share anyway unless the rule fixes how a started one counts.
  if (clause === undefined || of(clauses, 'steps').length > 0) return { linear: [], quantity: null };
  if (scale.measure !== 'rate' && bands.length > 0)
    return { linear: perThreshold(bands, full), quantity: null };
  return { linear: perRate(bands, full, clause.deducting), quantity: null };
}

const proportional = (factor: DecimalType, constant: DecimalType = dec(0)): Linear => ({
  constant,
  factor,
  center: null,
});

/** 未完成的按比例得分 of a rate: its share of 100%, or of the threshold. */
function perRate(bands: readonly Band[], full: DecimalType, deducting: boolean): Linear[] {
  const low = extreme(positive(bands), 'low')?.end?.value;
  const high = extreme(positive(bands), 'high')?.end?.value;
  if (high !== undefined && low === undefined) {
    const beyond = [proportional(full.neg(), full.plus(high.times(full)))];
    return high.isZero() || high.eq(1)
      ? beyond
      : [...beyond, proportional(full.neg().div(high), full.times(2))];
  }
  if (low !== undefined && high !== undefined && !low.eq(high))
    throw new NotUnderstood('按比例计分的方向不明');
  const threshold = low ?? dec(1);
  const readings = [proportional(full)];
  if (threshold.isZero() || threshold.eq(1)) return readings;
  if (deducting) readings.push(proportional(full, full.minus(threshold.times(full))));
  return [...readings, proportional(full.div(threshold))];
}

/** The same of a count: 8期以上得5分，未完成的按比例得分. */
function perThreshold(bands: readonly Band[], full: DecimalType): Linear[] {
  const low = extreme(positive(bands), 'low')?.end?.value;
  if (low === undefined || !low.gt(0)) throw new NotUnderstood('按比例计分的方向不明');
  return [proportional(full.div(low))];
}

// ---- floors, caps and the rest

function capOf(clauses: readonly Clause[], full: DecimalType | null): DecimalType | null {
  for (const { score } of of(clauses, 'cap')) {
    const value = score?.(full) ?? null;
    if (value !== null) return value;
  }
  return null;
}

function floorOf(clauses: readonly Clause[], full: DecimalType, lost: DecimalType | null): DecimalType {
  for (const { score } of of(clauses, 'floor')) {
    const value = score(full);
    if (value !== null) return value;
  }
  return lost === null || lost.gte(full) ? dec(0) : full.minus(lost);
}

function otherwiseOf(clauses: readonly Clause[], full: DecimalType): Interval | null {
  const found = of(clauses, 'otherwise');
  if (found.length > 1) throw new NotUnderstood('规则有两处“其他”');
  return found[0] === undefined ? null : scored(found[0].award(full), '其他');
}
