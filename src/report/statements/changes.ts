import type { Label } from '../../language/labels.js';
import type { ChangeStatement, Fact, Mention } from '../model.js';
import { changeFits } from './fit.js';
import { alike, isPlain, type Passage, positionOf, type Sentence, type Term } from './terms.js';

const BUDGET_BASE = /(?:比|较|与|同)[^，。；]{0,10}(?:预算|计划|目标|指标|任务)/u;
const EARLIER = /上年|去年|前一年|上一年|上年度|同期|上期/u;

/** 比上年增加5万元，增长5%: this period, the earlier one, the difference and the rate, as far as they are told. */
export function readChanges(
  passage: Passage,
  facts: ReadonlyMap<Mention, Fact>,
  year: number | null,
): readonly ChangeStatement[] {
  const found: ChangeStatement[] = [];
  const taken = new Set<Term>();
  for (const sentence of passage.sentences) {
    for (let i = 0; i < sentence.terms.length; i++) {
      const first = sentence.terms[i] as Term;
      if (taken.has(first) || (first.role !== 'difference' && first.role !== 'change-rate')) continue;
      const group = groupAt(sentence, i);
      for (const term of group) taken.add(term);
      const statement = changeAt(sentence, passage, i, group, facts, year);
      if (statement !== null) found.push(statement);
    }
    found.push(...levels(sentence, year));
    const becoming = fromTo(sentence);
    if (becoming !== null) found.push(becoming);
  }
  return found;
}

/** The difference and the rate that belong together: 减少194.51万元，下降20.54%. */
function groupAt(sentence: Sentence, at: number): readonly Term[] {
  const first = sentence.terms[at] as Term;
  const second = sentence.terms[at + 1];
  if (second === undefined || second.segment !== first.segment) return [first];
  if (first.role === second.role) return [first];
  if (second.role !== 'difference' && second.role !== 'change-rate') return [first];
  // 增加5万元，比2022年下降3%: another comparison.
  if (/(?:比|较|与|同)[^，。；]{0,12}(?:年|预算|期)/u.test(second.lead)) return [first];
  if (/其中/u.test(second.lead)) return [first];
  const named = second.label.name.replace(/[^\u4e00-\u9fff]/gu, '');
  return named.length > 16 ? [first] : [first, second];
}

function changeAt(
  sentence: Sentence,
  passage: Passage,
  at: number,
  group: readonly Term[],
  facts: ReadonlyMap<Mention, Fact>,
  year: number | null,
): ChangeStatement | null {
  const difference = group.find((term) => term.role === 'difference') ?? null;
  const rate = group.find((term) => term.role === 'change-rate') ?? null;
  const direction = (difference ?? rate)?.direction;
  if (direction === null || direction === undefined) return null;
  const usable = (term: Term | null): Term | null => (term !== null && isPlain(term.mention) ? term : null);
  const make = (current: Term | null, previous: Term | null): ChangeStatement => ({
    kind: 'change',
    current: current?.mention ?? null,
    previous: previous?.mention ?? null,
    difference: usable(difference)?.mention ?? null,
    rate: usable(rate)?.mention ?? null,
    direction: turned(difference ?? rate, direction),
    quote: sentence.quote,
  });
  const count = (s: ChangeStatement): number =>
    [s.current, s.previous, s.difference, s.rate].filter((member) => member !== null).length;
  if (usable(difference) === null && usable(rate) === null) return null;
  const readings = candidates(sentence, passage, at, difference, facts, year).map(([c, p]) => make(c, p));
  const chosen = readings.find(changeFits) ?? readings[0] ?? make(null, null);
  return count(chosen) >= 2 ? chosen : null;
}

/** 增加-5万元 is a decrease. */
function turned(term: Term | null, direction: 'up' | 'down'): 'up' | 'down' {
  if (term === null || term.role !== 'difference' || !term.mention.figure.value.isNegative())
    return direction;
  return 'down';
}

type Pair = readonly [Term | null, Term | null];

/** Which figures the change may be told of: [this period, the earlier one], the likeliest first. */
function candidates(
  sentence: Sentence,
  passage: Passage,
  at: number,
  difference: Term | null,
  facts: ReadonlyMap<Mention, Fact>,
  year: number | null,
): readonly Pair[] {
  const first = sentence.terms[at] as Term;
  const like = (term: Term): boolean =>
    term.role === 'value' &&
    isPlain(term.mention) &&
    (difference === null
      ? term.mention.figure.unit.kind !== 'rate'
      : alike(term.mention, difference.mention));
  const before = sentence.terms
    .slice(Math.max(0, at - 40), at)
    .filter((t) => like(t) && t.depth <= first.depth);
  const againstBudget = BUDGET_BASE.test(comparison(first));
  const subject = subjectOf(first);
  if (againstBudget) return againstBudgetPairs(before);
  // 主要原因是项目支出增加…, 其中工资增加…: something else than the figures before has changed.
  const elsewhere = REASON.test(reasonWords(sentence, at)) || /其中/u.test(first.lead);
  const nearby = before.filter((t) => t.segment === first.segment);
  const previous = earlierTerm(nearby, sentence, first, year);
  if (elsewhere || (subject !== '' && !GENERIC.test(subject))) {
    // 公务接待费比上年减少…: another quantity than those before needs a figure of its own name.
    const bySubject = namesakes(passage, first, subject, like, facts);
    if (bySubject.length === 0) return [];
    if (previous === null) return bySubject.map((current) => [current, null] as const);
  }
  const currents = nearby.filter((t) => t !== previous && !isEarlier(t));
  if (previous !== null) {
    const named = currents.filter((t) => alike(t.mention, previous.mention));
    const chosen = outcomesFirst(named, previous);
    if (chosen.length > 0) return chosen.map((current) => [current, previous] as const);
    const far = outcomesFirst(
      before.filter((t) => t !== previous && alike(t.mention, previous.mention)),
      previous,
    );
    return far.length > 0 ? [[far[0] as Term, previous]] : [[null, previous]];
  }
  const own = outcomesFirst(currents, null);
  if (own.length > 0) {
    const heads = before.filter((t) => !own.includes(t) && !isEarlier(t));
    return [...own, ...heads].map((current) => [current, null] as const);
  }
  return fromEarlierSentence(passage, sentence, like).map((current) => [current, null] as const);
}

const REASON = /原因|由于|因为|主要是|主要系|系因|原由|得益于|受[^，。；]{0,12}影响/u;
/** Words for an amount that name none in particular. */
const GENERIC =
  /^(?:支出|收入|决算|预算|经费|费用|总额|总数|数额|金额|总计|合计|本年|实际|开支|资金|人数|人员|总量|数|额|规模|执行|业务|办理|完成|年)+$/u;

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
  subject: string,
  like: (term: Term) => boolean,
  facts: ReadonlyMap<Mention, Fact>,
): readonly Term[] {
  const plain = (name: string): string =>
    name.replace(/[^\u4e00-\u9fff]/gu, '').replace(/(?:为|是|共|共计|达|合计|决算数?|支出数?)+$/u, '');
  const wanted = plain(subject);
  const found: Term[] = [];
  for (let i = first.index - 1; i >= 0 && i >= first.index - 200; i--) {
    const term = passage.terms[i] as Term;
    if (!like(term)) continue;
    const name = plain(term.label.name);
    if (name !== '' && wanted !== '' && (name.endsWith(wanted) || wanted.endsWith(name))) found.push(term);
    else if (isSameQuantity(facts.get(term.mention), first.label)) found.push(term);
  }
  return found.slice(0, 3);
}

/** 支出决算为0.39万元, told of 三公经费, is what 三公经费支出决算数 speaks of later. */
function isSameQuantity(fact: Fact | undefined, label: Label): boolean {
  if (fact === undefined || label.concept === null || label.residual !== '') return false;
  if (fact.concept !== label.concept.id || fact.scope !== label.scope) return false;
  return fact.aspect === (label.aspect ?? (label.concept.flow ? 'outcome' : 'plain'));
}

/** The figure that is told as the earlier one: 同上年10.95万元比较, 2019年度是2073.68万元, 前一年3400件. */
function earlierTerm(
  nearby: readonly Term[],
  sentence: Sentence,
  first: Term,
  year: number | null,
): Term | null {
  for (let i = nearby.length - 1; i >= 0; i--) {
    const term = nearby[i] as Term;
    const after = sentence.terms[positionOf(sentence, term) + 1]?.lead ?? '';
    const led = /(?:比|较|与|同(?!为|样)|和)[^，。；]{0,20}$/u.test(term.lead);
    const told =
      EARLIER.test(term.lead.slice(-24)) ||
      term.label.period !== null ||
      (term.label.aspect !== null && term.label.aspect !== 'outcome');
    if (led && told && /^(?:相比|比较|相较|比|，|,|增|减|下|上|的)/u.test(after)) return term;
    if (isEarlier(term)) return term;
  }
  // The years that the figures name decide, whatever the report's year.
  const dated = nearby.filter((term) => yearOf(term) !== null);
  const oldest = dated.reduce<Term | null>(
    (old, term) => (old === null || (yearOf(term) ?? 0) < (yearOf(old) ?? 0) ? term : old),
    null,
  );
  if (oldest === null) return null;
  if (dated.some((term) => yearOf(term) !== yearOf(oldest))) return oldest;
  const undated = nearby.some((term) => yearOf(term) === null && alike(term.mention, oldest.mention));
  const past = year !== null && (yearOf(oldest) ?? year) < year;
  return undated && past && dated.length === 1 && first.label.period === null ? oldest : null;
}

const yearOf = (term: Term): number | null => term.label.period?.year ?? null;

/** Whether the words call a figure an earlier year's: 上年, 前一年, 上年末结转结余. */
function isEarlier(term: Term): boolean {
  if (term.label.concept?.id === 'opening-balance') return true;
  const period = term.label.period;
  if (period === null) return /^(?:上年|去年|前一年|上期|同期|上年同期|上年度)/u.test(term.label.name);
  return period.kind === 'relative' && period.relative === -1;
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

/** 决算数较预算减少0.5万元，下降5%: outcome against budget of the same sentence. */
function againstBudgetPairs(before: readonly Term[]): readonly Pair[] {
  const budgets = before.filter((t) => t.label.aspect !== null && t.label.aspect !== 'outcome').reverse();
  const outcomes = before.filter((t) => t.label.aspect === 'outcome' || t.label.aspect === null).reverse();
  const outcome = outcomes[0];
  if (outcome === undefined) return [];
  return budgets.length === 0 ? [[outcome, null]] : budgets.map((budget) => [outcome, budget] as const);
}

/** 与上一年度相比，各减少…: the sentence before told the figure. */
function fromEarlierSentence(
  passage: Passage,
  sentence: Sentence,
  like: (term: Term) => boolean,
): readonly Term[] {
  const previous = passage.sentences[sentence.ordinal - 1];
  const terms = (previous?.terms ?? []).slice(0, 40).filter((t) => like(t) && !isEarlier(t));
  const first = terms[0];
  if (first === undefined) return [];
  const outcome = terms.filter((t) => t.label.aspect === 'outcome');
  const readings = outcome.length > 0 ? [...outcome, first] : [first, ...terms.slice(1)];
  return readings.filter((t, i) => readings.indexOf(t) === i);
}

/** 与上年持平: two figures in one sentence, one of them the earlier. */
function levels(sentence: Sentence, year: number | null): readonly ChangeStatement[] {
  const found: ChangeStatement[] = [];
  sentence.terms.forEach((term, i) => {
    if (
      !/^[，,]?(?:两年)?(?:(?:与|同|和|较|比)[^，。；]{0,12})?(?:相比|比较)?[，,]?(?:基本)?持平/u.test(
        term.tail,
      )
    )
      return;
    const before = sentence.terms
      .slice(Math.max(0, i - 40), i + 1)
      .filter((t) => t.role === 'value' && t.segment === term.segment && isPlain(t.mention));
    const previous = earlierTerm(before, sentence, term, year);
    const [current] = before
      .filter((t) => t !== previous && previous !== null && alike(t.mention, previous.mention))
      .slice(-1);
    if (previous === null || current === undefined) return;
    if (/基本持平|大致持平|总体持平/u.test(term.tail)) return;
    if (/决算数|预算数/u.test(term.tail.slice(0, 16))) return;
    found.push({
      kind: 'change',
      current: current.mention,
      previous: previous.mention,
      difference: null,
      rate: null,
      direction: 'flat',
      quote: sentence.quote,
    });
  });
  return found;
}

const FROM = /(?:由|从)[^，。；]{0,20}$/u;
const TO =
  /^(?:[^，。；\d]{0,12})(?:增加到|增至|增加至|增长到|增长至|上升到|上升至|升至|提高到|提高至|提升到|提升至|扩大到)(?:[^，。；\d]{0,12})$/u;
const DOWN_TO =
  /^(?:[^，。；\d]{0,12})(?:减少到|减至|减少至|下降到|下降至|降至|降到|降低到|降低至|压缩到|压减至|回落到|缩减到|缩减至)(?:[^，。；\d]{0,12})$/u;

/** 由2073.68万元增至2416.41万元: a change of direction without a stated difference is still a claim. */
function fromTo(sentence: Sentence): ChangeStatement | null {
  for (let i = 1; i < sentence.terms.length; i++) {
    const now = sentence.terms[i] as Term;
    const then = sentence.terms[i - 1] as Term;
    if (
      !FROM.test(then.lead) ||
      !alike(now.mention, then.mention) ||
      !isPlain(now.mention) ||
      !isPlain(then.mention)
    )
      continue;
    const up = TO.test(now.lead);
    if (!up && !DOWN_TO.test(now.lead)) continue;
    const after = sentence.terms
      .slice(i + 1, i + 3)
      .filter((t) => t.segment === now.segment && isPlain(t.mention));
    return {
      kind: 'change',
      current: now.mention,
      previous: then.mention,
      difference:
        after.find((t) => t.role === 'difference' && alike(t.mention, now.mention))?.mention ?? null,
      rate: after.find((t) => t.role === 'change-rate')?.mention ?? null,
      direction: up ? 'up' : 'down',
      quote: sentence.quote,
    };
  }
  return null;
}
