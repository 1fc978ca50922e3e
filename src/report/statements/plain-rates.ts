import type { Mention, RatioStatement } from '../model.js';
import { ratioFits } from './fit.js';
import { make, NEARBY, rateName } from './ratio-parts.js';
import { alike, isPlain, type Sentence, type Term } from './terms.js';

const PLAN = /编制|计划|目标|预算|应(?!急|用)|核定|下达|任务|安排|批复|规定|拟/u;
const DONE =
  /实际|完成|执行|支出|决算|实有|使用|支付|到位|实拨|实收|实到|已|实施|办结|开展|培训了|达到|合格|满意/u;

/** 计划培训200人，实际培训190人，完成率95%: one plan, one result, any name of a rate. */
export function plainRate(
  sentence: Sentence,
  at: number,
  listed: ReadonlySet<Mention>,
): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const name = rateName(rate);
  if (
    !/率$|度$|比例$|^完成$/u.test(name) ||
    /增|减|变动|同比|程度$|幅度$|强度$|浓度$|温度$|长度$/u.test(name)
  )
    return null;
  const usable = (t: Term): boolean =>
    t.role === 'value' &&
    // 项目86个，其中产业52个、基础设施34个，已完工84个: what a right list spells out is no operand of its own.
    !listed.has(t.mention) &&
    // 850元/生: a price.
    !t.tail.startsWith('/') &&
    isPlain(t.mention) &&
    t.depth <= rate.depth &&
    t.mention.figure.unit.kind !== 'rate';
  const before = sentence.terms.slice(Math.max(0, at - NEARBY), at).filter(usable);
  // 引进项目46个，合同引资68.5亿元，到位资金41.2亿元，到位率60.1%: the nearest figure says of what kind the other must be.
  const nearest = before[before.length - 1];
  if (nearest === undefined || nearest.segment !== rate.segment) return null;
  const like = before.filter((t) => alike(t.mention, nearest.mention));
  // 人均89元，应到位资金3,553.77万元，实际到位3,553.77万元，到位率100%: an amount in another unit is of another thing.
  const near =
    like.length > 2 && nearest.mention.figure.unit.kind === 'money'
      ? like.filter((t) => t.mention.figure.unit.name === nearest.mention.figure.unit.name)
      : like;
  const own = near.filter((t) => t.segment === rate.segment);
  // 到位资金15820万元；支付资金14396.2万元，资金支付率91%: the other one may stand before the semicolon.
  const [first, second] = near;
  const acrossStop =
    own.length === 1 &&
    near.length === 2 &&
    first &&
    second &&
    !BEGINS_ITEM.test(second.lead) &&
    namesake(name, first, second) !== null;
  const pool = acrossStop ? near : own;
  const divided = dividedByDone(name, pool);
  if (divided !== null) return make(sentence, divided[1].mention, divided[0].mention, rate, name);
  if (pool.length !== 2) return null;
  const [a, b] = pool as [Term, Term];
  const plan = (t: Term): boolean => PLAN.test(t.label.name) && !/实际|已/u.test(t.label.name);
  const done = (t: Term): boolean => DONE.test(t.label.name) && !plan(t);
  const named = namesake(name, a, b);
  // 引进博士32人，年度计划30人，完成106.67%: what stands beside the plan is what was done.
  const onePlan = name === '完成' && plan(a) !== plan(b);
  const [d, n] =
    named ??
    (onePlan
      ? plan(a)
        ? [a, b]
        : [b, a]
      : plan(a) && done(b)
        ? [a, b]
        : plan(b) && done(a)
          ? [b, a]
          : [null, null]);
  if (d === null || n === null) return null;
  const statement = make(sentence, n.mention, d.mention, rate, name);
  // 全局编制86人，实有80人；局机关编制30人，实有28人，控制率93.02%: the pair before may be the one meant.
  if (!ratioFits(statement) && near.length > 2 && isOfPairBefore(sentence, near, rate, name)) return null;
  return ratioFits(statement) ||
    named !== null ||
    /完成|执行率|到位率|支付率|使用率|办结率|控制率/u.test(name)
    ? statement
    : null;
}

/**
 * 绩效指标16项，全部完成15项，部分完成1项，指标完成率93.75%: what was done and what was not make up the whole:
 * [denominator, numerator].
 */
function dividedByDone(name: string, pool: readonly Term[]): readonly [Term, Term] | null {
  const [whole, done, rest] = pool;
  if (!whole || !done || !rest || pool.length !== 3 || !/(?:完成|达成|实现|办结|整改)率$/u.test(name))
    return null;
  // 转办2件: handed on, and done with as well.
  const isElse = /转|移交|撤|终止|不予/u.test(rest.label.name);
  const isDone =
    /完成|达成|实现|办结|整改/u.test(done.label.name) && !/未|部分|基本|正在/u.test(done.label.name);
  const [w, d, r] = [whole, done, rest].map((t) => t.mention.figure.value);
  return isDone && !isElse && w && d && r && d.plus(r).eq(w) ? [whole, done] : null;
}

function isOfPairBefore(sentence: Sentence, near: readonly Term[], rate: Term, name: string): boolean {
  const last = near.slice(-8);
  return last.some((a, i) => {
    const b = last[i + 1];
    return b !== undefined && ratioFits(make(sentence, b.mention, a.mention, rate, name));
  });
}

/** 二是惠及1,846户；三是竣工218户，竣工率96.89%: an item of a list has nothing to do with the item before it. */
const BEGINS_ITEM =
  /^[；;。\s]{0,4}(?:[一二三四五六七八九十]{1,3}(?:是|、)|其[一二三四五]|第[一二三四五六七八九十]|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[.、)）]|[①-⑳●])/u;

/**
 * 指标值≥6次，实际完成7次，指标完成率116.67%: a floor and what was reached, in the order of the regional form. Some print
 * whatever lies above the floor as a hundred per cent.
 */
export function indicatorRate(sentence: Sentence, at: number): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const [target, actual] = sentence.terms.slice(Math.max(0, at - 2), at);
  const name = rateName(rate);
  if (!target || !actual || !/^(?:指标|目标)(?:完成|达成|实现)率$/u.test(name)) return null;
  const fits = (t: Term): boolean =>
    (t.role === 'value' || t.role === 'rate') && t.segment === rate.segment && t.depth === rate.depth;
  if (!fits(target) || !fits(actual) || !alike(target.mention, actual.mention)) return null;
  if (
    !/(?:指标|目标|计划)值[为是:=≥>]*$/u.test(target.lead) ||
    !/实际(?:完成)?值?[为是:]?$/u.test(actual.lead)
  )
    return null;
  const isFloor = ['exactly', 'at-least'].includes(target.mention.figure.bound);
  if (!isFloor || actual.mention.figure.bound !== 'exactly') return null;
  const capped =
    rate.mention.figure.value.eq(1) && actual.mention.figure.value.gte(target.mention.figure.value);
  return capped ? null : make(sentence, actual.mention, target.mention, rate, name);
}

/** What a rate is named after, and how the figures above its fraction are told. */
const NAMED_AFTER: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:[\p{Script=Han}]{0,6})(?:按[期时]|及时|准时|如期).{2}率$/u, /按[期时]|及时|准时|如期/u],
  [/成功率$/u, /成功/u],
  [/满意[度率]$/u, /满意/u],
  [/(?:结案|审结|执结|办结)率$/u, /结/u],
  [/整改(?:完成)?率$/u, /整改(?!要求)/u],
  [/(?:资金)?到位率$/u, /到位/u],
  [/合格率$/u, /合格/u],
  [/优良率$/u, /优良/u],
  [/(?:回收|收回)率$/u, /收回|回收/u],
  [/答复率$/u, /答复/u],
  [/化解率$/u, /化解/u],
  [/通过率$/u, /通过/u],
  [/就业率$/u, /就业/u],
  [/(?:取|持|获|发)证率$/u, /证/u],
  [/(?:中标|成交)率$/u, /中标|成交/u],
  [
    /(?:到岗|出勤|参训|参与|参保|签约|覆盖|入住|改造|开工|完工|竣工|验收|采纳|兑付|支付|拨付)率$/u,
    /到岗|出勤|参训|参与|参保|签约|覆盖|入住|改造|开工|完工|竣工|验收|采纳|兑付|支付|拨付/u,
  ],
];

/**
 * 调解矛盾纠纷142件，成功140件，调解成功率98.59%: the second figure is called what the rate is called and is no more than
 * the first: [denominator, numerator].
 */
function namesake(name: string, a: Term, b: Term): readonly [Term, Term] | null {
  const stem = name.replace(/率$/u, '');
  const isOwn = (t: Term): boolean =>
    stem.length > 1 &&
    t.label.name.includes(stem) &&
    /^(?:已|实际|其中|已经|完成)*$/u.test(t.label.name.replace(stem, ''));
  if (isOwn(b) && !a.label.name.includes(stem))
    return b.mention.figure.value.lte(a.mention.figure.value) ? [a, b] : null;
  // 应参训402人，实际参训397人，参训率98.76%
  const due = stem.length > 1 && a.label.name.endsWith(`应${stem}`);
  if (due && /(?:实际?|已)$/u.test(b.label.name.slice(0, -stem.length)) && b.label.name.endsWith(stem))
    return [a, b];
  const found = NAMED_AFTER.find(([rate]) => rate.test(name));
  if (found === undefined || !found[1].test(b.label.name) || found[1].test(a.label.name)) return null;
  // 中央、省级资金4,488万元，县级资金到位633.60万元，县级到位率80%: the figure before is of another level.
  const whose = name.replace(found[0], '');
  if (whose.length > 1 && b.label.name.includes(whose) && !a.label.name.includes(whose)) return null;
  return b.mention.figure.value.lte(a.mention.figure.value) ? [a, b] : null;
}
