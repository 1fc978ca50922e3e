import type { Fact, Mention, RatioStatement } from '../model.js';
import { ratioFits } from './fit.js';
import { make, NEARBY } from './ratio-parts.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

const COMPLETION =
  /(?:完成|占|达到?|为|执行)(?:了)?(?<base>年初|全年|调整后?的?|本年|当年|年度|期初)?(?:的)?(?:部门)?(?<plan>预算|计划|目标|任务|指标)(?:数|额|安排|批复数)?(?:的|比例|进度|率)*(?:约|达到?|为|是|:)*$/u;

/** 完成年初预算的95.89%: outcome over the budget that is named. */
export function completionAt(
  sentence: Sentence,
  passage: Passage,
  at: number,
  facts: readonly Fact[],
): RatioStatement | null {
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
  if (fitting !== undefined || budgets.length > 0) return fitting ?? certain[0] ?? null;
  const elsewhere = budgetElsewhere(outcome, wanted, facts);
  return elsewhere === null ? null : make(sentence, outcome.mention, elsewhere, rate, name);
}

/** More facts than this are not searched for a budget: hostile text has no end of them. */
const MOST_FACTS = 2000;

/**
 * 1318.66万元的全年支出，占调整后预算的98.20%: the budget of the same quantity stands in another paragraph. It is taken where the
 * report tells one value of it, and one of the outcome.
 */
function budgetElsewhere(
  outcome: Term,
  wanted: 'initial-budget' | 'adjusted-budget' | null,
  facts: readonly Fact[],
): Mention | null {
  const own = facts.length > MOST_FACTS ? undefined : facts.find((fact) => fact.mention === outcome.mention);
  if (own === undefined || own.aspect !== 'outcome') return null;
  const like = facts.filter(
    (fact) =>
      fact.concept === own.concept &&
      fact.scope === own.scope &&
      fact.period.year === own.period.year &&
      alike(fact.mention, own.mention),
  );
  const one = (found: readonly Fact[]): Mention | null => {
    const values = new Set(found.map((fact) => fact.mention.figure.value.toFixed()));
    const mention = found[0]?.mention;
    return values.size === 1 && mention !== undefined && isPlain(mention) ? mention : null;
  };
  const isBudget = ({ aspect }: Fact): boolean =>
    wanted === null ? aspect !== 'outcome' && aspect !== 'plain' : aspect === wanted;
  return one(like.filter(({ aspect }) => aspect === 'outcome')) === null ? null : one(like.filter(isBudget));
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
export function completionOfTable(
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
export const isOutcome = (term: Term): boolean =>
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
