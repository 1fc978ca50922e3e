import type { Label, LabelReader } from '../../language/labels.js';
import type { Fact, Mention } from '../model.js';
import { earlierTerm, isCompared, isEarlier, mayBeCurrent } from './earlier.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

const BUDGET_BASE = /(?:比|较|与|同)[^，。；]{0,10}(?:预算|计划|目标|指标|任务)|预决算差异率/u;

/** What is known beside the sentences: the facts told, the report's year, and how names are read. */
export interface Telling {
  readonly facts: ReadonlyMap<Mention, Fact>;
  readonly year: number | null;
  readonly labels: LabelReader;
}

/** This period's figure and the earlier one, as far as they are told. */
export type Pair = readonly [Term | null, Term | null];

/** Which figures the change may be told of: [this period, the earlier one], the likeliest first. */
export function candidates(
  sentence: Sentence,
  passage: Passage,
  at: number,
  difference: Term | null,
  { facts, year, labels }: Telling,
): readonly Pair[] {
  const first = sentence.terms[at] as Term;
  const ofRates = difference?.mention.figure.unit.kind === 'points';
  const like = (term: Term): boolean =>
    ofRates
      ? (term.role === 'rate' || term.role === 'share') &&
        term.mention.figure.unit.kind === 'rate' &&
        isPlain(term.mention)
      : term.role === 'value' &&
        isPlain(term.mention) &&
        !MORE_OR_LESS.test(term.lead) &&
        (difference === null
          ? term.mention.figure.unit.kind !== 'rate'
          : alike(term.mention, difference.mention));
  const before = sentence.terms
    .slice(Math.max(0, at - 40), at)
    .filter((t) => like(t) && (t.depth <= first.depth || isAside(t, sentence, at)));
  const againstBudget = BUDGET_BASE.test(comparison(first));
  const subject = subjectOf(first);
  if (againstBudget) return againstBudgetPairs(before, first.label.aspect);
  // 主要原因是项目支出增加…, 其中工资增加…: something else than the figures before has changed.
  const elsewhere = REASON.test(reasonWords(sentence, at)) || /其中/u.test(first.lead);
  const nearby = before.filter((t) => t.segment === first.segment);
  const previous = earlierTerm(nearby, sentence, first, year);
  if (elsewhere || (subject !== '' && !GENERIC.test(subject))) {
    // 公务接待费比上年减少…: another quantity than those before needs a figure of its own name.
    const bySubject = namesakes(passage, first, labels.read(subject), like, facts);
    if (bySubject.length === 0) {
      return difference === null ? [] : toldElsewhere(passage, first, labels.read(subject), facts, year);
    }
    if (previous === null) return bySubject.map((current) => [current, null] as const);
  }
  const currents = nearby.filter(
    (t) => t !== previous && !isEarlier(t) && !isCompared(t) && mayBeCurrent(t, first),
  );
  if (previous !== null) {
    const named = currents.filter((t) => alike(t.mention, previous.mention));
    const chosen = outcomesFirst(named, previous);
    if (chosen.length > 0) return chosen.map((current) => [current, previous] as const);
    const far = outcomesFirst(
      before.filter(
        (t) =>
          t !== previous && !isCompared(t) && mayBeCurrent(t, first) && alike(t.mention, previous.mention),
      ),
      previous,
    );
    return far.length > 0 ? [[far[0] as Term, previous]] : [[null, previous]];
  }
  const own = outcomesFirst(currents, null);
  const yearBefore = own[0] === undefined ? undefined : sameOfYearBefore(own[0], before);
  if (own[0] !== undefined && yearBefore !== undefined) return [[own[0], yearBefore]];
  if (own.length > 0) {
    const heads = before.filter((t) => !own.includes(t) && !isEarlier(t));
    return [...own, ...heads].map((current) => [current, null] as const);
  }
  const earlier = fromEarlierSentence(passage, sentence, like);
  if (earlier.length === 0 && difference !== null && subject !== '')
    return toldElsewhere(passage, first, labels.read(subject), facts, year);
  return earlier.map((current) => [current, null] as const);
}

/** 2022年支出546.80万元，…；2023年支出538.24万元，同比下降1.57%: the same words told of the year before. */
function sameOfYearBefore(current: Term, before: readonly Term[]): Term | undefined {
  const year = current.label.period?.year ?? null;
  if (year === null) return undefined;
  return before.findLast(
    (term) =>
      term !== current &&
      term.label.period?.year === year - 1 &&
      term.label.name === current.label.name &&
      alike(term.mention, current.mention),
  );
}

/** 亩均增产粮食86公斤: the figure is a difference itself, told by the verb of its own thing. */
const MORE_OR_LESS = /(?:增产|减产|增收|减收|增效|增发|减排|节水|节能|节电|减免)[\p{Script=Han}]{0,6}$/u;
const REASON = /原因|由于|因为|主要是|主要系|系因|原由|得益于|受[^，。；]{0,12}影响/u;
/** Words for an amount that name none in particular. */
const GENERIC =
  /^(?:收支|支出|收入|决算|预算|经费|费用|总额|总数|数额|金额|总计|合计|本年|实际|开支|资金|人数|人员|总量|数|额|规模|执行|业务|办理|完成|年)+$/u;

/** The words from the last figure that is no change to this one: where a reason would be given. */
function reasonWords(sentence: Sentence, at: number): string {
  let words = '';
  for (let i = at; i >= 0 && i > at - 6; i--) {
    const term = sentence.terms[i] as Term;
    if (i < at && term.role === 'value') break;
    words = term.lead + words;
  }
  return words;
}

/** The words of the clause in which the change is told. */
const comparison = (term: Term): string => term.lead.slice(-60);

/** 与2023年度相比，收入支出总计增加: what the sentence says has changed; '' when it names nothing. */
function subjectOf(term: Term): string {
  const name = term.label.name
    // 24.7公里/小时提升: what is counted per unit belongs to the figure before.
    .replace(/^\/(?:小时|分钟|秒|年|月|天|日|人|次|户|吨|平方米|立方米|亩|公里|度)/u, '')
    .replace(/^.*?(?:相比|比较|相较|同比|环比)/u, '')
    .replace(
      /(?:比|较|与|同)(?:上一?年度?|上年度?|去年|前一年度?|同期|20\d\d年度?|年度)?.{0,4}?(?=增|减|下|上|提|降|多|少|$)/u,
      '',
    )
    .replace(
      /(?:各|均|分别|共|也|又|则|两年|总体|略有|有所|累计|合计|同比|净|实际|小幅|大幅|度)*(?:增加|减少|增长|下降|上升|提高|降低|多|少|增|减|缩减|压减|压缩|回落|节约|节省|提升|上涨|下浮|上浮|变动|增减|变化).*$/u,
      '',
    );
  return name.replace(/[^\u4e00-\u9fff]/gu, '').replace(/^(?:年度|度|年|的)+/u, '');
}

/** Earlier terms of the passage with the same name as the subject, nearest first. */
function namesakes(
  passage: Passage,
  first: Term,
  subject: Label,
  like: (term: Term) => boolean,
  facts: ReadonlyMap<Mention, Fact>,
): readonly Term[] {
  const plain = (name: string): string =>
    name
      .replace(/[^\u4e00-\u9fff]/gu, '')
      .replace(/(?:为|是|均|都|各|共|共计|达|合计|决算数?|支出数?)+$/u, '');
  const wanted = plain(subject.name);
  const found: Term[] = [];
  for (let i = first.index - 1; i >= 0 && i >= first.index - 200; i--) {
    const term = passage.terms[i] as Term;
    if (!like(term)) continue;
    const name = plain(term.label.name);
    if (name !== '' && wanted !== '' && (name.endsWith(wanted) || wanted.endsWith(name))) found.push(term);
    else if (isSameQuantity(facts.get(term.mention), first.label) || isNamedAlike(term.label, subject))
      found.push(term);
  }
  return found.slice(0, 3);
}

/**
 * 与2022年度相比，收入支出总计各增加1,826.40万元，增长5.37%: the total stands in a paragraph before. Only a quantity with one
 * value in the report is taken for it.
 */
function toldElsewhere(
  passage: Passage,
  first: Term,
  subject: Label,
  facts: ReadonlyMap<Mention, Fact>,
  year: number | null,
): readonly Pair[] {
  const { concept } = subject;
  if (concept === null || subject.weak || subject.residual !== '' || subject.period !== null) return [];
  if (facts.size > MOST_FACTS) return [];
  const aspect = subject.aspect ?? (concept.flow ? 'outcome' : 'plain');
  const told = [...facts.values()].filter(
    (fact) =>
      fact.concept === concept.id &&
      fact.scope === subject.scope &&
      fact.aspect === aspect &&
      fact.period.year === year &&
      isPlain(fact.mention) &&
      fact.mention.text !== passage.text,
  );
  const values = new Set(told.map((fact) => fact.mention.figure.value.toFixed()));
  const fact = told[0];
  if (fact === undefined || values.size !== 1) return [];
  return [[{ ...first, mention: fact.mention, role: 'value', direction: null, label: subject }, null]];
}

/** More facts than this are not searched: hostile text has no end of them. */
const MOST_FACTS = 2000;

/** 收入、支出决算总计 and 收支总计 are one quantity by two names. */
const isNamedAlike = (told: Label, subject: Label): boolean =>
  subject.concept !== null &&
  !subject.weak &&
  subject.residual === '' &&
  told.concept?.id === subject.concept.id &&
  told.residual === '' &&
  told.scope === subject.scope &&
  (subject.aspect === null || told.aspect === null || told.aspect === subject.aspect);

/** 支出决算为0.39万元, told of 三公经费, is what 三公经费支出决算数 speaks of later. */
function isSameQuantity(fact: Fact | undefined, label: Label): boolean {
  if (fact === undefined || label.concept === null || label.residual !== '') return false;
  if (fact.concept !== label.concept.id || fact.scope !== label.scope) return false;
  return fact.aspect === (label.aspect ?? (label.concept.flow ? 'outcome' : 'plain'));
}

/** Between budget and outcome, the outcome is compared with last year, unless the earlier figure is a budget too. */
function outcomesFirst(terms: readonly Term[], previous: Term | null): readonly Term[] {
  const wanted = previous?.label.aspect ?? null;
  const rank = (term: Term): number => {
    const aspect = term.label.aspect;
    if (wanted !== null && wanted !== 'outcome') return aspect === wanted ? 0 : 1;
    return aspect === null || aspect === 'outcome' ? 0 : 1;
  };
  return [...terms].reverse().sort((a, b) => rank(a) - rank(b));
}

/** 床位使用率84.6%（上年77.9%），提高6.7个百分点, 比2022年（2,311.40万元）增加…: the earlier figure alone in the bracket straight before. */
function isAside(term: Term, sentence: Sentence, at: number): boolean {
  const [before, first] = [sentence.terms[at - 2], sentence.terms[at] as Term];
  if (term !== sentence.terms[at - 1] || term.depth !== first.depth + 1 || before?.depth === term.depth)
    return false;
  return isEarlier(term) || /(?:比|较)(?:上年|去年|20\d\d年)度?\($/u.test(term.lead);
}

const ADJUSTMENTS: ReadonlySet<string> = new Set(['budget-adjustment', 'budget-reduction']);

/** 决算数较预算减少0.5万元，下降5%: outcome against budget of the same sentence. */
function againstBudgetPairs(before: readonly Term[], named: Label['aspect']): readonly Pair[] {
  const budgets = before.filter((t) => t.label.aspect !== null && t.label.aspect !== 'outcome').reverse();
  const outcomes = before
    .filter((t) => t.label.aspect === 'outcome' || t.label.aspect === null)
    // 年中调整1,278.28万元 lies between two budgets, and is neither.
    .filter((t) => !ADJUSTMENTS.has(t.label.concept?.id ?? ''))
    .reverse();
  const outcome = outcomes[0];
  // 年初预算数12,985.30万元，全年预算数14,263.58万元，较年初预算增长9.84%: one budget is held against the other.
  const base = budgets.find((t) => t.label.aspect === named);
  const revised = budgets[0];
  if (base !== undefined && revised !== undefined && revised !== base)
    if (outcome === undefined || outcome.index < revised.index) return [[revised, base]];
  if (outcome === undefined) return [];
  return budgets.length === 0 ? [[outcome, null]] : budgets.map((budget) => [outcome, budget] as const);
}

/** 与上一年度相比，各减少…: the sentence before told the figure. */
function fromEarlierSentence(
  passage: Passage,
  sentence: Sentence,
  like: (term: Term) => boolean,
): readonly Term[] {
  // 年末结转28.43万元。结转事项：节能专项。与上年相比，减少…: a sentence without figures may stand between.
  const before = [1, 2].map((back) => passage.sentences[sentence.ordinal - back]);
  const previous = before.find((one) => (one?.terms.length ?? 0) > 0);
  const told = (previous?.terms ?? []).slice(0, 40).filter(like);
  const terms = told.filter((t) => !isEarlier(t));
  const first = terms[0];
  // 年初结转和结余57.10万元。与上年相比，增加…: the balance carried over is this year's opening balance.
  const [only, ...others] = told;
  if (only?.label.concept?.id === 'opening-balance' && others.length === 0) return [only];
  if (first === undefined) return [];
  const outcome = terms.filter((t) => t.label.aspect === 'outcome');
  const readings = outcome.length > 0 ? [...outcome, first] : [first, ...terms.slice(1)];
  return readings.filter((t, i) => readings.indexOf(t) === i);
}
