/**
 * Scoring rules as bureaus word them, together with what they give. A rule knows its sentence, the score of a
 * value, and a score it can never give, so that clean rows and planted faults come from the same place.
 */
import { Decimal, dec } from '../../src/numbers/decimal.ts';
import type { Random } from './random.ts';

/** A rule over a rate (as a ratio: 0.9556), or one whose outcome people decide. */
export interface RuleDraft {
  readonly kind: 'steps' | 'bands' | 'proportion' | 'points' | 'violations' | 'levels' | 'judgement';
  readonly sentence: string;
  /** The score of a ratio; null where people judge. */
  readonly score: ((ratio: Decimal) => Decimal) | null;
  /** Marks that may be lost at a time; null when any amount may. */
  readonly quantum: Decimal | null;
  /** A score between nothing and full marks that the rule never gives; null when it can give all. */
  readonly never: Decimal | null;
  /** The same sentence with a part that contradicts the rest: points beyond the weight, a gap between bands. */
  readonly broken: string | null;
}

/** Words that one bureau uses throughout its table. */
export interface Diction {
  readonly give: string;
  readonly deduct: string;
  readonly atLeast: (threshold: string) => string;
  readonly atMost: (threshold: string) => string;
  readonly floor: string;
  readonly point: string;
  readonly each: string;
  readonly judgement: string;
}

export const makeDiction = (random: Random): Diction => ({
  give: random.pick(['得', '得', '计', '记', '给', '赋']),
  deduct: random.pick(['扣', '扣', '减', '扣减']),
  atLeast: random.pick([
    (t: string) => `≥${t}`,
    (t: string) => `≥${t}的`,
    (t: string) => `不低于${t}`,
    (t: string) => `达到${t}及以上`,
    (t: string) => `大于等于${t}`,
    (t: string) => `在${t}以上（含${t}）`,
    (t: string) => `达${t}（含）以上`,
  ]),
  atMost: random.pick([
    (t: string) => `≤${t}`,
    (t: string) => `≤${t}的`,
    (t: string) => `不高于${t}`,
    (t: string) => `小于等于${t}`,
    (t: string) => `不超过${t}`,
    (t: string) => `在${t}以内（含${t}）`,
  ]),
  floor: random.pick([
    '，扣完为止',
    '，扣完为止',
    '，直至扣完',
    '，最低得0分',
    '，扣至0分为止',
    '，减完为止',
  ]),
  point: random.pick(['个百分点', '个百分点', '%']),
  each: random.pick(['；', '，', '；\n']),
  judgement: random.pick([
    '根据实际完成情况酌情评分。',
    '由评价小组综合判断打分。',
    '按完成质量酌情给分。',
    '结合佐证材料，视履职成效评定得分。',
  ]),
});

const pointsOf = (score: Decimal): string => score.toFixed();

/** Full marks from a threshold on, then so much for every step below. */
export function stepsUp(
  name: string,
  weight: Decimal,
  threshold: number,
  random: Random,
  diction: Diction,
): RuleDraft {
  const step = random.pick([1, 2, 5]);
  const loss = weight.lte(2) ? dec('0.5') : random.pick([dec('0.5'), dec(1)]);
  const verb = random.pick(['降低', '低', '减少', '下降']);
  const head = random.chance(0.25) ? '' : name;
  const sentence = `${head}${diction.atLeast(`${threshold}%`)}，${diction.give}${pointsOf(weight)}分${diction.each}每${verb}${step}${diction.point}，${diction.deduct}${pointsOf(loss)}分${diction.floor}。`;
  const started = random.chance(0.5);
  return {
    kind: 'steps',
    sentence,
    score: (ratio) => stepScore(weight, dec(threshold).sub(ratio.mul(100)), step, loss, started),
    quantum: loss,
    never: null,
    broken: null,
  };
}

/** Full marks up to a threshold, then so much for every step above. */
export function stepsDown(
  name: string,
  weight: Decimal,
  threshold: number,
  random: Random,
  diction: Diction,
): RuleDraft {
  const step = random.pick([1, 2, 5]);
  const loss = weight.lte(2) ? dec('0.5') : random.pick([dec('0.5'), dec(1)]);
  const verb = random.pick(['超过', '超出', '高出', '增加']);
  const limit = threshold === 0 && random.chance(0.5) ? '0' : `${threshold}%`;
  const sentence = `${name}${diction.atMost(limit)}，${diction.give}${pointsOf(weight)}分${diction.each}每${verb}${step}${diction.point}${diction.deduct}${pointsOf(loss)}分${diction.floor}。`;
  const started = random.chance(0.5);
  return {
    kind: 'steps',
    sentence,
    score: (ratio) => stepScore(weight, ratio.mul(100).sub(threshold), step, loss, started),
    quantum: loss,
    never: null,
    broken: null,
  };
}

function stepScore(weight: Decimal, gap: Decimal, step: number, loss: Decimal, started: boolean): Decimal {
  if (gap.lte(0)) return weight;
  const steps = gap.div(step);
  const score = weight.sub((started ? steps.ceil() : steps.floor()).mul(loss));
  return score.lt(0) ? dec(0) : score;
}

/** Bands from the best downwards; `upwards` tells whether a higher value is better. */
export function bands(
  name: string,
  weight: Decimal,
  limits: readonly [number, number, number],
  upwards: boolean,
  random: Random,
  diction: Diction,
): RuleDraft {
  const scores = [weight, weight.mul('0.75'), weight.mul('0.5'), dec(0)] as const;
  const [a, b, c] = limits;
  const give = diction.give;
  const form = random.int(0, 3);
  const none = random.pick([`不${give === '赋' ? '得' : give}分`, `${give}0分`]);
  const points = scores.map((score) => `${give}${pointsOf(score)}分`);
  const write = (second: number): string => {
    if (upwards)
      return (
        [
          `${name}≥${a}%，${points[0]}；${second}%（含）-${a}%，${points[1]}；${c}%（含）-${b}%，${points[2]}；＜${c}%，${none}。`,
          `${name}≥${a}%的${points[0]}，[${second}%,${a}%)${points[1]}，[${c}%,${b}%)${points[2]}，其余${none}。`,
          `${name}在${a}%以上（含${a}%）的${points[0]}，${second}%（含）至${a}%的${points[1]}，${c}%（含）至${b}%的${points[2]}，低于${c}%的${none}。`,
          `${a}%≤${name}，${points[0]}；${second}%≤${name}＜${a}%，${points[1]}；${c}%≤${name}＜${b}%，${points[2]}；${name}＜${c}%，${none}。`,
        ][form] ?? ''
      );
    return (
      [
        `${name}≤${a}%，${points[0]}；${a}%-${second}%（含），${points[1]}；${b}%-${c}%（含），${points[2]}；＞${c}%，${none}。`,
        `${name}≤${a}%的${points[0]}，（${a}%，${second}%]${points[1]}，（${b}%，${c}%]${points[2]}，其余${none}。`,
        `${name}在${a}%以内（含${a}%）的${points[0]}，${a}%至${second}%（含）的${points[1]}，${b}%至${c}%（含）的${points[2]}，高于${c}%的${none}。`,
        `${name}≤${a}%，${points[0]}；${a}%＜${name}≤${second}%，${points[1]}；${b}%＜${name}≤${c}%，${points[2]}；${name}＞${c}%，${none}。`,
      ][form] ?? ''
    );
  };
  const place = (percent: Decimal) => {
    if (upwards) return percent.gte(a) ? 0 : percent.gte(b) ? 1 : percent.gte(c) ? 2 : 3;
    return percent.lte(a) ? 0 : percent.lte(b) ? 1 : percent.lte(c) ? 2 : 3;
  };
  return {
    kind: 'bands',
    sentence: write(b),
    score: (ratio) => scores[place(ratio.mul(100))] ?? dec(0),
    quantum: null,
    never: weight.mul('0.9'),
    broken: write(
      upwards ? b + Math.max(1, Math.floor((a - b) / 2)) : b - Math.max(1, Math.floor((b - a) / 2)),
    ),
  };
}

/** The rate times the weight. */
export function proportion(
  name: string,
  weight: Decimal,
  random: Random,
  diction: Diction,
  decimals: number,
): RuleDraft {
  const full = pointsOf(weight);
  const sentence = random.pick([
    `得分=${name}×${full}分，最高得${full}分。`,
    `按${name}乘以分值计算得分，满分${full}分。`,
    `${name}为100%的${diction.give}${full}分，未达100%的按${name}×分值计算得分。`,
    `得分=${name}×分值，超过${full}分的按${full}分计。`,
  ]);
  return {
    kind: 'proportion',
    sentence,
    score: (ratio) => Decimal.min(weight, ratio.mul(weight)).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP),
    quantum: null,
    never: null,
    broken: null,
  };
}

const POINTS: readonly (readonly string[])[] = [
  ['符合法律法规和发展规划', '与部门职责密切相关', '有中长期规划支撑', '与年度预算相匹配'],
  ['细化分解为具体任务', '指标清晰可衡量', '与年度计划数对应', '与预算资金量匹配'],
  ['制度内容合法完整', '制度得到有效执行', '资料归档齐全', '责任分工明确'],
];

/** Requirements that earn points one by one. */
export function points(weight: Decimal, random: Random, diction: Diction): RuleDraft {
  const texts = random.pick(POINTS);
  const shares = weight.gte(4)
    ? [weight.mul('0.25'), weight.mul('0.25'), weight.mul('0.25'), weight.mul('0.25')]
    : [weight.mul('0.5'), weight.mul('0.5')];
  const mark = random.pick([
    (n: number) => '①②③④'[n - 1] ?? '',
    (n: number) => `（${n}）`,
    (n: number) => `${n}.`,
  ]);
  const write = (first: Decimal) =>
    `${shares
      .map(
        (share, index) =>
          `${mark(index + 1)}${texts[index]}，${diction.give}${pointsOf(index === 0 ? first : share)}分`,
      )
      .join(diction.each === '，' ? '；' : diction.each)}。`;
  const [first = weight] = shares;
  return {
    kind: 'points',
    sentence: write(first),
    score: null,
    quantum: first,
    // Reviewers give parts of a point, so nothing below the weight is impossible.
    never: null,
    broken: write(first.add(1)),
  };
}

/** So much lost for every violation found. */
export function violations(weight: Decimal, random: Random, diction: Diction): RuleDraft {
  const loss = weight.gte(4) ? dec(1) : dec('0.5');
  const found = random.pick(['每发现一处问题', '每发现一项不符合要求的', '发现一例不合规问题', '每出现1起']);
  return {
    kind: 'violations',
    sentence: `①资金使用符合制度规定；②审批手续完整；③不存在截留、挤占、挪用情况。${found}${diction.deduct}${pointsOf(loss)}分${diction.floor}。`,
    score: null,
    quantum: loss,
    never: weight.sub(loss.mul('0.4')),
    broken: null,
  };
}

export function judgement(diction: Diction): RuleDraft {
  return {
    kind: 'judgement',
    sentence: diction.judgement,
    score: null,
    quantum: null,
    never: null,
    broken: null,
  };
}
