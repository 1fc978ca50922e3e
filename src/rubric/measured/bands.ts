import type { Decimal as DecimalType } from '../../numbers/decimal.js';
import { Decimal } from '../../numbers/decimal.js';
import type { Clause } from '../clauses.js';
import type { Condition } from '../condition.js';
import type { Band, End, ValueRange } from '../expression.js';
import type { RawEnd } from '../range.js';
import { BACK_REFERENCES, LEVEL_NAME } from '../words.js';
import { NotUnderstood, of, scored } from './assembly.js';
import type { Scale } from './scale.js';

export const bare = (name: string): string => name.replaceAll(/["'“”‘’《》\s]/gu, '');

/** 较上年降低5%以上: the number is that of a fall, which a rate of change (变动率) gives with the other sign. */
const DOWNWARD = /(?:降低|下降|减少|压减|压缩|缩减|下浮|核减|削减)(?:了|达|幅度)?$/u;
const DOWNWARD_RATE = /降|减|压|缩|节约|节支|下浮/u;

/** 优秀90%-100%得9-10分: a level in front of its range names no quantity. */
const LEVEL = new RegExp(`^["“]?${LEVEL_NAME}["”]?$`, 'u');

/** The one quantity that a rule's conditions name. Throws when they name two. */
export function subjectOf(clauses: readonly Clause[], indicator: string): string {
  let first = '';
  for (const clause of clauses) {
    const printed =
      clause.kind === 'named' ? clause.name : 'condition' in clause ? (clause.condition?.subject ?? '') : '';
    const name = printed.replace(/(?:的?绝对值|\(绝对值\))$/u, '');
    if (name === '' || BACK_REFERENCES.includes(name) || LEVEL.test(name) || /^[A-Z]$/u.test(name)) continue;
    if (DOWNWARD.test(name) && !DOWNWARD_RATE.test(indicator))
      throw new NotUnderstood(`“${name}”与指标“${indicator}”的正负方向可能相反`);
    if (first === '') first = name;
    else if (!related(first, name, indicator))
      throw new NotUnderstood(`规则涉及两个量：“${first}”和“${name}”`);
  }
  return first;
}

/** 预算执行率 of a band and 执行率 of its score formula are one quantity: the longer name says more. */
export const fuller = (formula: string | null, condition: string): string =>
  formula === null || bare(condition).endsWith(bare(formula)) ? condition : formula;

function related(a: string, b: string, indicator: string): boolean {
  const [x, y, z] = [bare(a), bare(b), bare(indicator)];
  return x.includes(y) || y.includes(x) || (z.includes(y) && y.length > 1);
}

/** The bands as printed, their numbers in the rule's unit. */
export function bandsOf(clauses: readonly Clause[], scale: Scale, full: DecimalType | null): Band[] {
  return of(clauses, 'band').flatMap(({ condition, award }) => {
    const known = full ?? topOf(clauses);
    const score = scored(award(known), condition.subject);
    return rangesOf(condition, scale).map((range) => ({ range, score }));
  });
}

/**
 * 2篇得3分，1篇得1分 beside 3篇及以上得5分: several numbers of things that earn the more the more there are hold from each
 * to the next, the highest upwards; where they earn less (1起得2分，2起及以上不得分), each for itself. Null where the scores
 * do not run one way.
 */
function settledCounts(clauses: readonly Clause[], full: DecimalType | null): readonly Clause[] | null {
  const points = of(clauses, 'band').map(({ condition, award }) => {
    const [range, ...more] = condition.ranges;
    const quantity = (range?.low ?? range?.high)?.quantity;
    const score = award(full)?.high;
    const below = range?.low === null;
    return quantity?.measure === 'count' && more.length === 0 && score ? { quantity, score, below } : null;
  });
  const known = points
    .flatMap((one) => one ?? [])
    .sort((a, b) => a.quantity.value.cmp(b.quantity.value) || Number(b.below) - Number(a.below));
  if (known.length < 2 || known.length < points.length) return null;
  const turns = new Set(known.slice(1).map(({ score }, i) => score.cmp(known[i]?.score ?? score)));
  if (turns.size > 1 || turns.has(0)) return null;
  if (turns.has(-1)) return clauses;
  return clauses.map((clause) => {
    const end = clause.kind === 'band' && clause.condition.bare ? clause.condition.ranges[0]?.low : null;
    if (clause.kind !== 'band' || !end) return clause;
    const next = known.find(({ quantity }) => quantity.value.gt(end.quantity.value));
    const high = next ? { quantity: next.quantity, closed: false } : null;
    return { ...clause, condition: { ...clause.condition, ranges: [{ low: end, high }] } };
  });
}

/**
 * Numbers without a sign: of 及时率100%得5分，每低1%扣0.2分 every sign that could stand there means the same, since no
 * more can be done than all. Of any other number (完成率95%得3分), and before steps upwards (控制率100%…每超过), a
 * conversion may have lost the sign. Throws NotUnderstood then.
 */
export function settleBare(clauses: readonly Clause[], full: DecimalType | null): readonly Clause[] {
  if (!clauses.some((clause) => clause.kind === 'band' && clause.condition.bare)) return clauses;
  const counts = of(clauses, 'steps').length > 0 ? null : settledCounts(clauses, full);
  if (counts !== null) return counts;
  const directions = new Set(of(clauses, 'steps').map(({ lead, direction }) => direction ?? lead));
  const [only] = directions;
  const side = directions.size === 1 ? only : null;
  return clauses.map((clause) => {
    if (clause.kind !== 'band' || !clause.condition.bare) return clause;
    const ranges = clause.condition.ranges.map(({ low, high }) => {
      // 完成12次得5分，每少1次扣1分: the same holds of a count or an amount that steps downwards begin at.
      const stepped = low?.quantity.measure === 'count' || low?.quantity.measure === 'money';
      if (side === 'down' && stepped) return { low, high: null };
      if (!low?.quantity.value.eq(1) || low.quantity.measure !== 'rate' || side === 'up')
        throw new NotUnderstood(`“${clause.condition.subject}”与数值之间没有比较符号`);
      return side === 'down' ? { low, high: null } : { low, high };
    });
    return { ...clause, condition: { ...clause.condition, ranges } };
  });
}

/** The highest score that stands in the sentence as a number, for rules whose 分值 is not known. */
function topOf(clauses: readonly Clause[]): DecimalType | null {
  const scores = clauses.flatMap((clause) => ('award' in clause ? (clause.award(null)?.high ?? []) : []));
  return scores.length > 0 ? Decimal.max(...scores) : null;
}

/** The ranges of a condition in the rule's unit; mirrored where the rule speaks of an absolute value. */
export const rangesOf = (condition: Condition, scale: Scale): ValueRange[] => {
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

/**
 * The end that the worse band has where the better one begins. Of 90%以上5分，80%以上4分 the value 90% is in both, and the
 * better comes first: 以上 and 以下 by themselves hold their number.
 */
const opposite = (end: End): End => ({ value: end.value, closed: end.closed === null ? false : !end.closed });

/**
 * 90%以上3分；80%以上2分；60%以上1分: each band ends where the better one begins; 超过120%的扣2分，超过150%的不得分: or
 * where the worse one does.
 */
export function cascade(bands: readonly Band[]): Band[] {
  const lows = bands.filter(({ range }) => range.low !== null && range.high === null);
  const highs = bands.filter(({ range }) => range.high !== null && range.low === null);
  return bands.map((band) => {
    const { low, high } = band.range;
    if (low !== null && high === null && lows.length > 1) {
      const next = lows
        .filter((other) => other.range.low?.value.gt(low.value) && !other.score.high.eq(band.score.high))
        .sort((a, b) => compareEnds(a.range.low, b.range.low))[0];
      return next?.range.low ? { ...band, range: { low, high: opposite(next.range.low) } } : band;
    }
    if (high !== null && low === null && highs.length > 1) {
      const next = highs
        .filter((other) => other.range.high?.value.lt(high.value) && !other.score.high.eq(band.score.high))
        .sort((a, b) => compareEnds(b.range.high, a.range.high))[0];
      return next?.range.high ? { ...band, range: { low: opposite(next.range.high), high } } : band;
    }
    return band;
  });
}

/**
 * 60%以下不得分，60%（含）以上按比例得分: an end that a band leaves open is settled by the proportion that begins there and says
 * whose it is.
 */
export function sharpened(bands: readonly Band[], clauses: readonly Clause[], scale: Scale): readonly Band[] {
  const where = [
    ...of(clauses, 'formula').map((clause) => clause.where),
    ...of(clauses, 'proportional').map((clause) => clause.condition),
  ];
  const ranges = where.flatMap((condition) => (condition === null ? [] : rangesOf(condition, scale)));
  const settled = (end: End | null, others: readonly (End | null)[]): End | null => {
    if (end === null || end.closed !== null) return end;
    const known = others.find((other) => other?.value.eq(end.value) && other.closed !== null);
    return known ? { value: end.value, closed: !known.closed } : end;
  };
  return bands.map(({ range: { low, high }, score }) => ({
    range: {
      low: settled(
        low,
        ranges.map((range) => range.high),
      ),
      high: settled(
        high,
        ranges.map((range) => range.low),
      ),
    },
    score,
  }));
}

/**
 * 90%以上不满95%得4分 beside 95%以上得5分, or a chain 90%以上, 80%以上, 70%以上: the words hold their number, so that 70%以下
 * beside them does not. A range with a dash says nothing of its ends.
 */
export function saidOnce(bands: readonly Band[]): readonly Band[] {
  return holding(holding(bands, 'low', 'high'), 'high', 'low');
}

function holding(bands: readonly Band[], key: 'low' | 'high', other: 'low' | 'high'): readonly Band[] {
  const saidOf = ({ range }: Band): End | null => {
    const end = range[key];
    const loose = range[other] === null || range[other].closed === false;
    return end?.closed === null && loose ? end : null;
  };
  const open = bands.flatMap((band) => saidOf(band) ?? []);
  const meeting = bands.some(
    ({ range }) =>
      range[key] !== null &&
      range[other]?.closed === false &&
      open.some(({ value }) => range[other]?.value.eq(value)) &&
      open.includes(range[key]),
  );
  if (!meeting) return bands;
  return bands.map((band) => {
    const { range, score } = band;
    if (saidOf(band) !== null && range[key])
      return { range: { ...range, [key]: { ...range[key], closed: true } }, score };
    const end = range[other];
    const shared =
      end?.closed === null && range[key] === null && open.some(({ value }) => value.eq(end.value));
    return shared ? { range: { ...range, [other]: { ...end, closed: false } }, score } : band;
  });
}

/**
 * 95%-97.99%得4分，90%-94.99%得3分: ranges that stop one printed unit short of the next own both of their ends, also where
 * a 90%以下 leaves its own end open.
 */
export function stoppedShort(bands: readonly Band[], { measure }: Scale): readonly Band[] {
  const printed = (end: End): DecimalType => (measure === 'rate' ? end.value.times(100) : end.value);
  const dashed = bands.filter(({ range: { low, high } }) => low?.closed === null && high?.closed === null);
  const stops = dashed.filter(({ range }) =>
    bands.some(
      ({ range: { low } }) =>
        low &&
        range.high &&
        isNextTo(printed(range.high), printed(low)) &&
        !bands.some((other) => range.high && other.range.low?.value.eq(range.high.value)),
    ),
  );
  const meets = dashed.some(({ range: { high } }) =>
    dashed.some(({ range: { low } }) => high && low?.value.eq(high.value)),
  );
  // 31-45天, 46-60天, 60天以上: the last of them stops as the others do.
  if (stops.length === 0 || meets) return bands;
  const closed = (end: End | null): End | null => (end === null ? null : { value: end.value, closed: true });
  return bands.map((band) =>
    dashed.includes(band)
      ? { ...band, range: { low: closed(band.range.low), high: closed(band.range.high) } }
      : band,
  );
}

/** 97.99% and 98%, 89 and 90: one unit of the last printed decimal apart. */
const isNextTo = (end: DecimalType, next: DecimalType): boolean =>
  next.minus(end).eq(Decimal.pow(10, -end.decimalPlaces()));

const compareEnds = (a: End | null, b: End | null): number => (a && b ? a.value.cmp(b.value) : 0);
