import type { Decimal as DecimalType } from '../numbers/decimal.js';
import { Decimal, dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import { point } from '../numbers/interval.js';
import type { Clause } from './clauses.js';
import type { Band, MeasuredRule, Outcome } from './expression.js';
import type { Marks } from './measured/assembly.js';
import { NotUnderstood, of, scored } from './measured/assembly.js';
import {
  bandsOf,
  cascade,
  fuller,
  saidOnce,
  settleBare,
  sharpened,
  stoppedShort,
  subjectOf,
} from './measured/bands.js';
import { linearOf } from './measured/proportions.js';
import { scaleOf } from './measured/scale.js';
import { stepsOf } from './measured/steps.js';
import { toldOf } from './measured/told.js';

/** More steps than any real rule has: a guard against 每0.0001%扣0.0001分. */
const STEP_LIMIT = 2000;

/** Puts the clauses of a rule on a measured quantity together. Throws NotUnderstood. */
export function assembleMeasured(statements: readonly Clause[], marks: Marks): MeasuredRule {
  const clauses = settleBare(sharesOfAll(statements), marks.full);
  const scale = scaleOf(clauses, marks.indicator);
  const printed = bandsOf(clauses, scale, marks.full);
  const cap = capOf(clauses, marks.full);
  const worded = [...of(clauses, 'outcome'), ...of(clauses, 'otherwise')].flatMap(
    ({ award }) => award(marks.full)?.high ?? [],
  );
  // 扣3分 and 按比例得分 count from the 分值; so does a rule that only says what earns nothing.
  const relative = of(clauses, 'band').some(({ award }) => award(null) === null);
  const top =
    relative && marks.full !== null
      ? marks.full
      : printed.length > 0
        ? Decimal.max(...printed.map((band) => band.score.high), ...worded)
        : null;
  const lost = of(clauses, 'most-lost')[0]?.marks(marks.full) ?? null;
  const adding = of(clauses, 'steps').some((clause) => clause.adding);
  // 基础分3分，每提高5%加0.5分: from where it is raised is not said.
  if (adding && top === null && marks.declared !== null && marks.full?.gt(marks.declared))
    throw new NotUnderstood('基础分没有说明对应的数值');
  const earned = top?.isZero() ? null : top;
  const full = adding ? (cap ?? marks.full ?? earned) : (earned ?? cap ?? marks.full ?? lost);
  if (full === null) throw new NotUnderstood('规则未写满分，也没有给出分值');
  const floor = floorOf(clauses, full, lost);
  const subject = subjectOf(clauses, marks.indicator);
  const told = toldOf(
    clauses,
    printed,
    full,
    scale,
    subject === '' ? marks.indicator : subject,
    marks.indicator,
  );
  refuseSums(printed, told.exceptions, full, marks.full);
  refuseTwo(clauses, marks.full);
  const bands = stoppedShort(told.top === null ? printed : [told.top, ...printed], scale);
  const stepped = stepsOf(clauses, saidOnce(cascade(sharpened(bands, clauses, scale))), scale, full);
  const linear = linearOf(clauses, stepped.bands, full, scale);
  const otherwise = otherwiseOf(clauses, full) ?? unstatedFull(clauses, stepped.bands, full);
  for (const step of stepped.steps)
    if (step.change.isZero() || full.minus(floor).div(step.change.abs()).gt(STEP_LIMIT))
      throw new NotUnderstood('扣分的级数过多，不能逐级列出');
  const kind = stepped.steps.length > 0 ? 'steps' : linear.linear.length > 0 ? 'proportion' : 'bands';
  return {
    kind,
    subject: fuller(linear.quantity, subject),
    measure: scale.measure,
    unit: scale.unit,
    oneUnit: scale.oneUnit,
    full,
    bands: stepped.bands,
    steps: stepped.steps,
    linear: linear.linear,
    otherwise,
    floor,
    startedStep: marks.startedStep ?? of(clauses, 'started-step')[0]?.reading ?? null,
    exceptions: told.exceptions,
    declared: marks.declared,
  };
}

/** 100%得10分，不足100%的按比例扣分: without steps there is none to begin, so what falls short is counted by its share. */
function sharesOfAll(clauses: readonly Clause[]): readonly Clause[] {
  if (of(clauses, 'steps').length > 0) return clauses;
  return clauses.map((clause) => {
    if (clause.kind !== 'started-step' || clause.reading !== 'pro-rata' || clause.of === null) return clause;
    const below = { low: null, high: { quantity: clause.of, closed: false } };
    return {
      kind: 'proportional',
      condition: { subject: '', ranges: [below], absolute: false },
      deducting: true,
    };
  });
}

/**
 * 建成5个得3分，验收合格得2分 of 5: marks that add up are given for two things, of which this would be a rule on one. So are
 * two scores for one range. Throws NotUnderstood.
 */
function refuseSums(
  bands: readonly Band[],
  exceptions: readonly Outcome[],
  top: DecimalType,
  weight: DecimalType | null,
): void {
  const twice = bands.some((band, i) =>
    bands
      .slice(0, i)
      .some(
        (other) => sameRange(band, other) && !band.score.high.eq(other.score.high) && band.score.low.gt(0),
      ),
  );
  const others = exceptions.reduce((sum, { score }) => sum.plus(score.high), dec(0));
  const added = weight !== null && top.lt(weight) && others.gt(0) && top.plus(others).eq(weight);
  if (twice || added) throw new NotUnderstood('规则对几件事分别计分，不是同一个量的分档');
}

/** 执行率≥90%得3分，结余率≤10%得2分 of 5: names whose best marks add up to all are two quantities. Throws NotUnderstood. */
function refuseTwo(clauses: readonly Clause[], weight: DecimalType | null): void {
  if (weight === null) return;
  const best = new Map<string, DecimalType>();
  for (const { condition, award } of of(clauses, 'band')) {
    const score = award(weight)?.high;
    if (condition.subject === '' || !score?.gt(0)) continue;
    best.set(condition.subject, Decimal.max(score, best.get(condition.subject) ?? 0));
  }
  const all = [...best.values()];
  if (all.length < 2 || all.some((score) => score.gte(weight))) return;
  if (Decimal.sum(...all).eq(weight)) throw new NotUnderstood('规则对几件事分别计分，不是同一个量的分档');
}

const sameRange = (a: Band, b: Band): boolean =>
  (['low', 'high'] as const).every((key) => {
    const [x, y] = [a.range[key], b.range[key]];
    return x === null || y === null ? x === y : x.value.eq(y.value) && x.closed === y.closed;
  });

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

const COUNTS_THE_REST = new Set<Clause['kind']>(['otherwise', 'formula', 'proportional']);

/**
 * 低于100%的，每少1个百分点扣0.5分 with nothing said of who earns the full mark: whoever nothing is taken from. Where a band
 * earns it, or a proportion counts, the sentence is whole without that.
 */
function unstatedFull(
  clauses: readonly Clause[],
  bands: readonly Band[],
  full: DecimalType,
): Interval | null {
  const steps = of(clauses, 'steps');
  const deducted = steps.length > 0 && steps.every(({ condition, adding }) => condition !== null && !adding);
  const earned = bands.some(({ score }) => score.high.eq(full));
  // 低于90%扣1分，低于80%扣2分.
  const relative =
    steps.length === 0 && bands.length > 1 && of(clauses, 'band').every(({ award }) => award(null) === null);
  return (deducted || relative) && !earned && clauses.every(({ kind }) => !COUNTS_THE_REST.has(kind))
    ? point(full)
    : null;
}
