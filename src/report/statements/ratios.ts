import type { RateDefinition, RateTerm } from '../../language/vocabulary.js';
import type { Fact, Mention, RatioStatement, SumStatement } from '../model.js';
import { ratioFits, sumFits } from './fit.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

const COMPLETION =
  /(?:完成|占|达到?|为|执行)(?:了)?(?<base>年初|全年|调整后?的?|本年|当年|年度|期初)?(?:的)?(?:部门)?(?<plan>预算|计划|目标|任务|指标)(?:数|额|安排|批复数)?(?:的|比例|进度|率)*(?:约|达到?|为|是|:)*$/u;
const PLAN = /编制|计划|目标|预算|应(?!急|用)|核定|下达|任务|安排|批复|规定|拟/u;
const DONE =
  /实际|完成|执行|支出|决算|实有|使用|支付|到位|实拨|实收|实到|已|实施|办结|开展|培训了|达到|合格|满意/u;

/** Operands stand near their rate: further back no figure is looked at. */
const NEARBY = 40;

/** 完成预算的95%, 执行率95%, 在职人员控制率95.56%: a rate with the two figures it comes from. */
export function readRatios(
  passage: Passage,
  facts: readonly Fact[],
  previous: Passage | null,
  sums: readonly SumStatement[],
  tableFacts: readonly Fact[] = [],
): readonly RatioStatement[] {
  const found: RatioStatement[] = [];
  const listed = new Set(sums.flatMap((sum) => (sumFits(sum) ? sum.parts : [])));
  for (const sentence of passage.sentences) {
    for (let i = 0; i < sentence.terms.length; i++) {
      const rate = sentence.terms[i] as Term;
      if (!isPlain(rate.mention) || rate.mention.figure.unit.kind !== 'rate') continue;
      if (rate.role !== 'rate' && rate.role !== 'share') continue;
      const shown = shownDivision(sentence, i);
      const statement =
        shown ??
        completionAt(sentence, passage, i) ??
        completionOfTable(sentence, passage, i, facts, tableFacts) ??
        (rate.label.rate === null || rate.role === 'share'
          ? null
          : namedAt(sentence, passage, i, rate.label.rate, facts, previous)) ??
        plainRate(sentence, i, listed);
      if (statement !== null) found.push(statement);
    }
  }
  return found;
}

const make = (sentence: Sentence, n: Mention, d: Mention, rate: Term, name: string): RatioStatement => ({
  kind: 'ratio',
  numerator: n,
  denominator: d,
  rate: rate.mention,
  name,
  quote: sentence.quote,
});

/** 43÷45=95.56%, （43/45）×100%=95.56%. */
function shownDivision(sentence: Sentence, at: number): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  if (!/^[)\]]*=$/u.test(rate.lead)) return null;
  let last = at - 1;
  const times = sentence.terms[last];
  if (times !== undefined && /[×*x]$/u.test(times.lead) && times.mention.figure.unit.kind === 'rate') last--;
  const below = sentence.terms[last];
  const above = sentence.terms[last - 1];
  if (below === undefined || above === undefined || !/^[)\]]*[÷/]$/u.test(below.lead)) return null;
  // （20.5-22.8）/22.8: what stands above is not one figure.
  if (/[-+×*÷/−]\(*$/u.test(above.lead)) return null;
  return make(sentence, above.mention, below.mention, rate, rateName(above) || '计算式');
}

/** 完成年初预算的95.89%: outcome over the budget that is named. */
function completionAt(sentence: Sentence, passage: Passage, at: number): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const near = rate.lead.slice(-40);
  const match = COMPLETION.exec(near);
  if (match === null) return completionOfPrinted(sentence, at);
  const base = match.groups?.base ?? '';
  const pool = scopeBefore(sentence, passage, at);
  const outcomes = pool.filter((t) => isOutcome(t)).reverse();
  const told = pool.filter((t) => t.label.aspect !== null && t.label.aspect !== 'outcome').reverse();
  const budgets = told.length > 0 ? told : budgetBehind(sentence, at);
  const wanted =
    base === '年初' || base === '期初'
      ? 'initial-budget'
      : base === '全年' || base.startsWith('调整')
        ? 'adjusted-budget'
        : null;
  const exact = wanted === null ? budgets : budgets.filter((t) => t.label.aspect === wanted);
  const outcome = outcomes[0];
  if (outcome === undefined) return null;
  const name = match[0].replace(/(?:约|达到?|为|是|:)+$/u, '');
  const readings = (list: readonly Term[]): readonly RatioStatement[] =>
    list
      .filter((budget) => alike(outcome.mention, budget.mention))
      .map((budget) => make(sentence, outcome.mention, budget.mention, rate, name));
  const certain = readings(exact);
  const fitting = certain.find(ratioFits) ?? readings(budgets).find(ratioFits);
  // 完成年初预算的…, where no 年初预算 is told, is not held against another budget.
  return fitting ?? certain[0] ?? null;
}

/** 完成项目12个，完成年度目标任务10个的120%: the plan stands between 完成 and 的. */
function completionOfPrinted(sentence: Sentence, at: number): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const plan = sentence.terms[at - 1];
  const done = plan === undefined ? undefined : doneBefore(sentence, at, plan);
  if (plan === undefined || done === undefined || !/^[)]?的(?:约|为)?$/u.test(rate.lead)) return null;
  const named =
    /(?:完成|为|是|达到?|相当于)[^，。；]{0,12}(?:预算|计划|目标|任务|指标)(?:数|额|值)?(?:为)?$/u.exec(
      plan.lead,
    );
  if (named === null || done.role !== 'value' || plan.role !== 'value') return null;
  if (!alike(done.mention, plan.mention) || !isPlain(done.mention) || !isPlain(plan.mention)) return null;
  return make(
    sentence,
    done.mention,
    plan.mention,
    rate,
    `${named[0].replace(/^(?:为|是|达到?|相当于)/u, '')}的`,
  );
}

/**
 * 因公出国（境）费决算为0.00万元，完成预算的0.00%: the budget stands in a table only. There it may be told of another scope, so
 * it confirms the rate or is nothing at all, and never contradicts.
 */
function completionOfTable(
  sentence: Sentence,
  passage: Passage,
  at: number,
  facts: readonly Fact[],
  tableFacts: readonly Fact[],
): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const match = COMPLETION.exec(rate.lead.slice(-40));
  const outcome = sentence.terms[at - 1];
  if (tableFacts.length === 0 || match === null || outcome?.segment !== rate.segment) return null;
  const own = scopeBefore(sentence, passage, at).includes(outcome)
    ? facts.find((fact) => fact.mention === outcome.mention && fact.aspect === 'outcome')
    : undefined;
  if (own === undefined) return null;
  const budgets = tableFacts.filter(
    (fact) =>
      fact.concept === own.concept &&
      fact.period.year === own.period.year &&
      (fact.aspect === 'budget' || fact.aspect === 'initial-budget') &&
      alike(fact.mention, own.mention),
  );
  const [first, ...others] = budgets;
  if (first === undefined || others.some((o) => !o.mention.figure.value.eq(first.mention.figure.value)))
    return null;
  const name = match[0].replace(/(?:约|达到?|为|是|:)+$/u, '');
  const statement = make(sentence, own.mention, first.mention, rate, name);
  return first.mention.figure.value.isZero() || ratioFits(statement) ? statement : null;
}

/** 决算186.42万元，完成预算的98.12%，预算为190万元: the budget may follow its rate. */
function budgetBehind(sentence: Sentence, at: number): readonly Term[] {
  const [rate, next] = [sentence.terms[at] as Term, sentence.terms[at + 1]];
  const isBudget = next?.role === 'value' && next.label.aspect !== null && next.label.aspect !== 'outcome';
  if (!isBudget || next.segment !== rate.segment || !isPlain(next.mention)) return [];
  return /^[，,(]?(?:[\p{Script=Han}]{0,6}预算[\p{Script=Han}]{0,3})$/u.test(next.lead) ? [next] : [];
}

/** 完成厕所改造1560座，其中新建1120座、改建440座，完成计划1500座的104%: what was done is the total, not the last part. */
function doneBefore(sentence: Sentence, at: number, plan: Term): Term | undefined {
  const nearest = sentence.terms[at - 2];
  if (nearest === undefined) return undefined;
  for (let i = at - 2; i > 0 && i > at - 12; i--) {
    const term = sentence.terms[i] as Term;
    if (term.segment !== plan.segment) break;
    if (/其中|包括|含/u.test(term.lead.slice(0, 8)) || term.depth > plan.depth) {
      const head = sentence.terms[i - 1];
      if (head !== undefined && head.depth <= plan.depth && alike(head.mention, plan.mention)) return head;
    }
  }
  return nearest;
}

/** An outcome: 决算, 执行, or spending told without any word for budget. */
const isOutcome = (term: Term): boolean =>
  term.label.aspect === 'outcome' || (term.label.aspect === null && term.label.concept?.flow === true);

/** The values that the rate may be made of: its own segment's, else its sentence's, else the sentence before. */
function scopeBefore(sentence: Sentence, passage: Passage, at: number): readonly Term[] {
  const rate = sentence.terms[at] as Term;
  const usable = (t: Term): boolean => t.role === 'value' && isPlain(t.mention) && t.depth <= rate.depth;
  const own = sentence.terms.slice(Math.max(0, at - NEARBY), at).filter(usable);
  let start = 0;
  // 其中： opens another quantity's figures: those before it are not the operands.
  for (let i = at; i > 0 && i > at - NEARBY; i--) {
    const term = sentence.terms[i] as Term;
    const before = sentence.terms[i - 1] as Term;
    if (/其中|包括/u.test(term.lead.slice(0, 12)) || term.segment !== before.segment) {
      start = sentence.terms[i]?.index ?? 0;
      break;
    }
  }
  const scoped = own.filter((t) => t.index >= start);
  if (scoped.length > 0) return scoped;
  if (own.length > 0 || at > 0) return [];
  const previous = passage.sentences[sentence.ordinal - 1];
  const last = previous?.terms[previous.terms.length - 1];
  return (previous?.terms ?? []).slice(-NEARBY).filter((t) => usable(t) && t.segment === last?.segment);
}

/** 公用经费控制率90.53%: numerator and denominator as the vocabulary defines the rate. */
function namedAt(
  sentence: Sentence,
  passage: Passage,
  at: number,
  definition: RateDefinition,
  facts: readonly Fact[],
  previous: Passage | null,
): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const usable = (t: Term): boolean => t.role === 'value' && isPlain(t.mention);
  const own = sentence.terms.slice(Math.max(0, at - NEARBY), at).filter(usable);
  const before = passage.sentences[sentence.ordinal - 1]?.terms.slice(-NEARBY).filter(usable) ?? [];
  const above = at === 0 && sentence.ordinal === 0 ? (previous?.terms.filter(usable) ?? []).slice(-12) : [];
  const name = rateName(rate);
  const read = (pool: readonly Term[]): readonly RatioStatement[] =>
    matches(pool, definition.numerator).flatMap((n) =>
      matches(pool, definition.denominator).flatMap((d) =>
        n !== d && alike(n.mention, d.mention) ? [make(sentence, n.mention, d.mention, rate, name)] : [],
      ),
    );
  // 部门预算1086.54万元，执行1041.92万元，其中：基本支出预算512.40万元，执行506.18万元，执行率98.79%: the item's own two come first.
  const item = itemBefore(sentence, at);
  const [single, ...more] = item.length < own.length ? read(item) : [];
  if (single !== undefined && more.length === 0) {
    const wider = ratioFits(single) ? undefined : read(own).find(ratioFits);
    return wider ?? single;
  }
  const told =
    before.length > 0 || sentence.ordinal > 0 ? before : (previous?.terms.filter(usable) ?? []).slice(-12);
  // 预算执行率为98.46%（全年预算768.20万元，执行756.40万元）
  const enclosed = enclosedBehind(sentence, at);
  const [shown, ...rest] = enclosed.length === 0 ? [] : read(enclosed);
  if (shown !== undefined && rest.length === 0) return shown;
  for (const pool of own.length > 0 ? [own, across(own, told)] : [before, above]) {
    const readings = pool === own || own.length === 0 ? read(pool) : ofOneThing(read(pool), pool);
    const fitting = readings.find(ratioFits);
    if (fitting !== undefined) return fitting;
    if (readings.length > 0) {
      // 到位资金 may be the base where no budget stands beside it, unless the report's budget bears the rate out.
      const elsewhere = isOfFunds(readings) ? fromFacts(sentence, rate, definition, facts, name) : null;
      return elsewhere ?? (isCertain(readings, pool) ? (readings[0] ?? null) : null);
    }
  }
  return fromFacts(sentence, rate, definition, facts, name);
}

/** The two figures straight before the rate, in one item of a list: budget and outcome of one thing. */
function itemBefore(sentence: Sentence, at: number): readonly Term[] {
  const rate = sentence.terms[at] as Term;
  const pair = sentence.terms.slice(Math.max(0, at - 2), at);
  const usable = (t: Term): boolean =>
    t.role === 'value' && isPlain(t.mention) && t.segment === rate.segment && t.depth === rate.depth;
  return pair.length === 2 && pair.every(usable) ? pair : [];
}

/** The two figures that a bracket straight behind the rate holds, and nothing else. */
function enclosedBehind(sentence: Sentence, at: number): readonly Term[] {
  const rate = sentence.terms[at] as Term;
  const pair = sentence.terms.slice(at + 1, at + 3);
  const [first, second] = pair;
  if (first === undefined || second === undefined || !/^\(/u.test(first.lead)) return [];
  const next = sentence.terms[at + 3];
  const closed = next === undefined || next.depth <= rate.depth;
  const inside = pair.every((t) => t.role === 'value' && t.depth > rate.depth && isPlain(t.mention));
  return inside && closed ? pair : [];
}

/** 固定资产原值5890万元。在用固定资产5742.75万元，固定资产利用率97.50%: one operand in each of two sentences, both named in full. */
const across = (own: readonly Term[], before: readonly Term[]): readonly Term[] =>
  [...before, ...own].filter((term) => term.label.concept !== null && term.label.residual === '');

/** Readings over two sentences, when they leave one: both operands of one quantity, or both named by the rate. */
function ofOneThing(readings: readonly RatioStatement[], pool: readonly Term[]): readonly RatioStatement[] {
  const labelOf = (mention: Mention) => pool.find((term) => term.mention === mention)?.label;
  const same = readings.filter(({ numerator, denominator }) => {
    const [n, d] = [labelOf(numerator), labelOf(denominator)];
    const named = n?.aspect === null && d?.aspect === null;
    return named || n?.concept?.id === d?.concept?.id;
  });
  return same.length === 1 ? same : [];
}

const isOfFunds = (readings: readonly RatioStatement[]): boolean =>
  readings.some((r) =>
    /到位[^，。；]{0,6}$/u.test(
      r.denominator.text.slice(Math.max(0, r.denominator.start - 12), r.denominator.start),
    ),
  );

/** One numerator, or the same ones told once: what several readings would not agree on is left alone. */
const isCertain = (readings: readonly RatioStatement[], pool: readonly Term[]): boolean =>
  new Set(readings.map((r) => r.numerator)).size === 1 &&
  // 非常满意150份，满意30份: what makes up the numerator is more than one figure.
  pool.filter((t) => readings.some((r) => sharesName(t, r))).length === 1;

function sharesName(term: Term, reading: RatioStatement): boolean {
  if (term.mention === reading.numerator) return true;
  if (!alike(term.mention, reading.numerator)) return false;
  return reading.name.startsWith('满意') || reading.name.includes('满意度')
    ? term.label.name.includes('满意')
    : false;
}

function matches(pool: readonly Term[], terms: readonly RateTerm[]): readonly Term[] {
  for (const term of terms) {
    const found = pool.filter(
      (t) =>
        (term.concept === undefined || t.label.concept?.id === term.concept) &&
        (term.aspect === undefined ||
          (term.aspect === 'outcome' ? isOutcome(t) : t.label.aspect === term.aspect)),
    );
    // 全年支出 says outcome in so many words; 基本支出 beside it is one by default only.
    const explicit = term.aspect === 'outcome' ? found.filter((t) => t.label.aspect === 'outcome') : found;
    if (found.length > 0) return [...(explicit.length > 0 ? explicit : found)].reverse();
  }
  return [];
}

/** The operands stand elsewhere in the report, each with one value only. */
function fromFacts(
  sentence: Sentence,
  rate: Term,
  definition: RateDefinition,
  facts: readonly Fact[],
  name: string,
): RatioStatement | null {
  const one = (terms: readonly RateTerm[]): Fact | null => {
    for (const term of terms) {
      if (term.concept === undefined) continue;
      const told = facts.filter(
        (f) =>
          f.concept === term.concept &&
          f.scope === '' &&
          (term.aspect === undefined || f.aspect === term.aspect) &&
          isPlain(f.mention),
      );
      const values = new Set(told.map((f) => f.mention.figure.value.toFixed()));
      if (values.size > 1) return null;
      if (told[0] !== undefined) return told[0];
    }
    return null;
  };
  const n = one(definition.numerator);
  const d = one(definition.denominator);
  if (n === null || d === null || !alike(n.mention, d.mention)) return null;
  const statement = make(sentence, n.mention, d.mention, rate, name);
  // Figures from elsewhere may be of another date or scope: they confirm, and never contradict.
  return ratioFits(statement) ? statement : null;
}

/** 计划培训200人，实际培训190人，完成率95%: one plan, one result, any name of a rate. */
function plainRate(sentence: Sentence, at: number, listed: ReadonlySet<Mention>): RatioStatement | null {
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
  const near = before.filter((t) => alike(t.mention, nearest.mention));
  const own = near.filter((t) => t.segment === rate.segment);
  // 到位资金15820万元；支付资金14396.2万元，资金支付率91%: the other one may stand before the semicolon.
  const [first, second] = near;
  const acrossStop =
    own.length === 1 && near.length === 2 && first && second && namesake(name, first, second) !== null;
  const pool = acrossStop ? near : own;
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
  return ratioFits(statement) ||
    named !== null ||
    /完成|执行率|到位率|支付率|使用率|办结率|控制率/u.test(name)
    ? statement
    : null;
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
  const found = NAMED_AFTER.find(([rate]) => rate.test(name));
  if (found === undefined || !found[1].test(b.label.name) || found[1].test(a.label.name)) return null;
  return b.mention.figure.value.lte(a.mention.figure.value) ? [a, b] : null;
}

/** The rate's name as printed before it. */
function rateName(term: Term): string {
  return term.label.name
    .replace(/[^\u4e00-\u9fff\w（）()]/gu, '')
    .replace(/(?:为|是|达|达到|约)+$/u, '')
    .slice(-24);
}
