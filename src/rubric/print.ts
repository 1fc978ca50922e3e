import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import type {
  Band,
  End,
  Linear,
  MeasuredRule,
  PointsRule,
  RuleExpression,
  StartedStep,
  Steps,
  ValueRange,
} from './expression.js';
import { chinese } from './quotes.js';

/** What a number of a rule measures. */
type Unit = Pick<MeasuredRule, 'measure' | 'unit'>;

const unitName = ({ measure, unit }: Unit): string =>
  measure === 'rate' ? '%' : measure === 'money' ? '元' : unit;

/** 3个月 is counted like things and printed like a time. */
const isSpan = ({ measure, unit }: Unit): boolean => measure === 'time' || /^个?月$|^周$/u.test(unit);

/** A value with its unit as rules print it: 0.95 of a rate is 95%. */
export const printValue = (value: Decimal, unit: Unit): string =>
  (unit.measure === 'rate' ? value.times(100) : value).toFixed() + unitName(unit);

/** A range as rules print it: ≥95%, 80%（含）—90%（不含）. An end that the rule leaves open stays open. A sign stands apart from the name and the dash. */
export function printRange({ low, high }: ValueRange, unit: Unit): string {
  const show = (end: End): string => printValue(end.value, unit);
  if (low === null && high === null) return '';
  if (low === null)
    return high === null ? '' : oneSided(high, ['≤', '＜', isSpan(unit) ? '以内' : '以下'], unit);
  if (high === null) return oneSided(low, ['≥', '＞', '以上'], unit);
  if (low.value.eq(high.value)) return `=${show(low)}`;
  const [placed, dash] = [low.value.lt(0) ? '在' : '', high.value.lt(0) ? '至' : '—'];
  return `${placed}${show(low)}${printMark(low)}${dash}${show(high)}${printMark(high)}`;
}

const printMark = ({ closed }: End): string => (closed === null ? '' : closed ? '（含）' : '（不含）');

function oneSided(end: End, [closed, open, unsaid]: readonly [string, string, string], unit: Unit): string {
  const value = printValue(end.value, unit);
  return end.closed === null ? value + unsaid : (end.closed ? closed : open) + value;
}

/** A score or a span of scores. */
export const printScore = ({ low, high }: Interval): string =>
  low.eq(high) ? `${low.toFixed()}分` : `${low.toFixed()}—${high.toFixed()}分`;

/** The rule in one canonical sentence, which reads back to the same rule. */
export function printRule(rule: RuleExpression): string {
  const declared = rule.declared === null ? [] : [`满分${rule.declared.toFixed()}分`];
  return chinese(`${[...declared, ...statements(rule)].join('；')}。`);
}

function statements(rule: RuleExpression): string[] {
  switch (rule.kind) {
    case 'points':
      if (isCounted(rule))
        return [`${rule.items[0]?.text ?? ''}，得${printScore(rule.items[0]?.score ?? NO_SCORE)}`];
      return rule.items.map(
        ({ text, score, partial }, i) =>
          `${circled(i)}${text}，得${printScore(score)}${partial ? '，否则酌情扣分' : rule.allOrNothing ? '，否则不得分' : ''}`,
      );
    case 'levels':
      return rule.levels.map(({ text, score }) => `${text}，得${printScore(score)}`);
    case 'violations':
      return [
        ...rule.outcomes.map(({ text, score }) => `${text}，得${printScore(score)}`),
        ...rule.deductions.map(({ text, each }) => `${text}，扣${each.toFixed()}分`),
        floorSentence(rule.floor),
      ];
    case 'judgement':
      return [rule.text];
    case 'choice':
      return [
        '以下各项二者择一',
        ...rule.options.map((option, i) => circled(i) + statements(option).join('，')),
      ];
    default:
      return measured(rule);
  }
}

const NO_SCORE: Interval = { low: dec(0), high: dec(0) };

/** 每完成一项得1分 stands once for all its items. */
const isCounted = ({ items }: PointsRule): boolean =>
  /每/u.test(items[0]?.text ?? '') &&
  items.every(({ text, score }) => text === items[0]?.text && score.high.eq(items[0]?.score.high ?? 0));

/** Circled digits as far as they go, then plain ones. */
const circled = (i: number): string => (i < 20 ? String.fromCodePoint(0x2460 + i) : `${i + 1}、`);

const floorSentence = (floor: Decimal): string => (floor.isZero() ? '扣完为止' : `最低${floor.toFixed()}分`);

function measured(rule: MeasuredRule): string[] {
  const show = (band: Band, first: boolean): string =>
    `${first ? rule.subject : ''}${printRange(band.range, rule)}，得${printScore(band.score)}`;
  const scores = [
    ...rule.bands.map(({ score }) => score),
    ...(rule.otherwise === null ? [] : [rule.otherwise]),
  ];
  const top = scores.reduce((a, { high }) => (high.gt(a) ? high : a), dec(-1));
  const capped =
    !top.eq(rule.full) || rule.linear.length > 0 || rule.steps.some(({ change }) => change.gt(0));
  return [
    ...rule.bands.map((band, i) => show(band, i === 0)),
    ...rule.steps.map((step, i) => printSteps(step, rule, rule.bands.length === 0 && i === 0)),
    ...printLinear(rule),
    ...(rule.otherwise === null ? [] : [`其他，得${printScore(rule.otherwise)}`]),
    ...(rule.steps.some(({ change }) => change.lt(0)) || !rule.floor.isZero()
      ? [floorSentence(rule.floor)]
      : []),
    ...(capped ? [`最高${rule.full.toFixed()}分`] : []),
    ...(rule.startedStep === null ? [] : [STARTED[rule.startedStep]]),
    ...rule.exceptions.map(({ text, score }) => `${text}，得${printScore(score)}`),
  ];
}

const STARTED: Readonly<Record<StartedStep, string>> = {
  whole: '不足一档不扣分',
  started: '不足一档按一档计算',
  'pro-rata': '不足一档按比例计算',
};

function printSteps({ from, side, size, change }: Steps, rule: MeasuredRule, first: boolean): string {
  const down = side === 'below';
  // Days and things are fewer or more, rates and amounts lower or higher.
  const [under, less] =
    rule.measure === 'count' || rule.measure === 'time' ? ['不足', '少'] : ['低于', '降低'];
  const over = rule.measure === 'count' || rule.measure === 'time' ? '超过' : '高于';
  const start = `${first ? rule.subject : ''}${down ? under : over}${printValue(from, rule)}的`;
  const step = `每${down ? less : '超过'}${printValue(size, rule)}`;
  return `${start}，${step}，${change.gt(0) ? '加' : '扣'}${change.abs().toFixed()}分`;
}

function printLinear({ linear, subject, full, measure, bands }: MeasuredRule): string[] {
  const [only, ...more] = linear;
  if (only === undefined) return [];
  const loses = linear.some(
    ({ factor, constant }) => factor.lt(0) || (more.length > 0 && !constant.isZero()),
  );
  const counted = measure !== 'rate' && bands.length > 0 && only.constant.isZero() && only.center === null;
  if (subject === '' || more.length > 0 || counted) return [loses ? '按比例扣分' : '按比例得分'];
  return only.center === null && only.constant.isZero() && only.factor.eq(full)
    ? [`得分=${quantityOf(subject)}×${full.toFixed()}`]
    : [`得分=${formula(only, subject, full)}`];
}

const quantityOf = (subject: string): string => (/[-+×*/]/u.test(subject) ? `（${subject}）` : subject);

/** ×10, or /0.95×3 where the factor has no end. */
function printFactor(factor: Decimal, full: Decimal): string {
  if (factor.decimalPlaces() <= 8) return `×${factor.toFixed()}`;
  const divisor = full.div(factor).toDecimalPlaces(8);
  return `/${divisor.toFixed()}×${full.toFixed()}`;
}

function formula({ constant, factor, center }: Linear, subject: string, full: Decimal): string {
  const quantity = quantityOf(subject);
  const shifted =
    center === null || center.isZero()
      ? quantity
      : `${quantity}${center.gt(0) ? '-' : '+'}${center.abs().toFixed()}`;
  const x = center === null ? quantity : `|${shifted}|`;
  const product = `${x}${printFactor(factor.abs(), full)}`;
  if (constant.isZero()) return factor.lt(0) ? `0-${product}` : product;
  if (constant.lt(0)) return `${factor.lt(0) ? '0-' : ''}${product}-${constant.abs().toFixed()}`;
  return `${constant.toFixed()}${factor.lt(0) ? '-' : '+'}${product}`;
}
