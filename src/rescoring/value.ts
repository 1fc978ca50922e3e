import { dec, digits } from '../numbers/decimal.js';
import type { Figure } from '../numbers/figure.js';
import { span } from '../numbers/figure.js';
import { meets, add as plus, point } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import { findFact } from '../report/facts/find.js';
import type { Fact, Indicator, Report } from '../report/model.js';
import { evaluate, type Formula, type MeasuredRule, type Operand, subject, terms } from '../rubric/index.js';
import { goalsRate } from './goals.js';
import type { RescoringInput } from './model.js';
import { plannedAndDone } from './planned.js';
import { qualified } from './qualified.js';
import { reasonedValue } from './reasoned.js';
import { isRowTerm, rowTerm, rowValues } from './row-values.js';
import { statedValues } from './stated.js';

/** A value of the indicator, and whether the report states it as such (满意度89%) or its figures give it. */
export interface IndicatorValue extends Computed {
  readonly stated: boolean;
}

/** What the report gives of an indicator's value. */
export interface FoundValue {
  /** Every value that the report's figures give; several when it states the rate and its parts too. */
  readonly values: readonly IndicatorValue[];
  readonly inputs: readonly RescoringInput[];
  /** Names of the figures that the formula needs and the report lacks. */
  readonly needs: readonly string[];
  readonly trace: readonly string[];
  /** The terms of the formula that are known, by name: a claim then implies the one that is missing. */
  readonly known: ReadonlyMap<string, Computed>;
}

/**
 * Looks an indicator's value up: in its own target and result cells, in the formula's figures, as a stated value, or
 * in the results section. Whatever is found is kept: where the sources differ, every one of them is a value that the
 * report gives, and only a claim outside all of them is wrong. A rule whose score formula spells out a ratio of its
 * own (得分=实际值/目标值×分值) is measured by that ratio alone.
 */
export function findValue(
  report: Report,
  indicator: Indicator,
  rule: MeasuredRule | null,
  formula: Formula | null,
): FoundValue {
  const found: Finds = { values: [], inputs: [], trace: [] };
  const ratio = rule ? (subject(rule)?.formula ?? null) : null;
  if (rule && !ratio)
    for (const { value, trace } of rowValues(indicator, rule)) add(found, value, true, trace);
  if (rule && !ratio) {
    const reasoned = reasonedValue(indicator, rule);
    if (reasoned) add(found, reasoned.value, true, reasoned.trace);
  }
  const states = !ratio || !terms(ratio).some(isRowTerm);
  const told = states ? statedValues(report, indicator.name, rule ?? A_RATE) : [];
  const computed = meant(
    computeAll(report, indicator, ratio ?? formula),
    told.map(({ value }) => value),
  );
  for (const one of computed) {
    found.inputs.push(...one.inputs);
    if (one.value) add(found, one.value, false, one.trace);
  }
  for (const stated of told) {
    add(found, stated.value, true, `文中写明${indicator.name}为${stated.mention.figure.raw}`);
    if (stated.divided) found.values.push({ ...stated.divided, stated: false });
    found.inputs.push({ name: indicator.name, mention: stated.mention, quote: stated.quote });
  }
  if (found.values.length === 0) fromGoals(report, indicator, found);
  const [first] = computed;
  const needs = found.values.length > 0 ? [] : (first?.missing ?? [indicator.name]);
  return { ...found, needs, known: first?.known ?? new Map() };
}

/** What an indicator without a rule on a quantity is told in, if at all. */
const A_RATE = { measure: 'rate', unit: '', oneUnit: true } as const;

interface Finds {
  readonly values: IndicatorValue[];
  readonly inputs: RescoringInput[];
  readonly trace: string[];
}

function add({ values, trace }: Finds, value: Computed, stated: boolean, words: string): void {
  values.push({ ...value, stated });
  trace.push(words);
}

/** The results section's count of goals reached, or a sentence that tells what was planned and done. */
function fromGoals(report: Report, indicator: Indicator, found: Finds): void {
  const goals = goalsRate(report, indicator.name);
  if (goals) {
    add(found, goals.value, false, goals.trace);
    for (const goal of goals.goals)
      if (goal.mention) found.inputs.push({ name: goal.name, mention: goal.mention, quote: goal.quote });
    return;
  }
  const done = plannedAndDone(report, indicator.name);
  if (!done) return;
  add(found, done.value, false, `${indicator.name} = ${done.trace}`);
  for (const mention of done.mentions)
    found.inputs.push({ name: indicator.name, mention, quote: { text: mention.text, where: mention.where } });
}

interface Computation {
  readonly value: Computed | null;
  readonly missing: readonly string[];
  readonly inputs: readonly RescoringInput[];
  readonly known: ReadonlyMap<string, Computed>;
  readonly trace: string;
}

/** Which budget 预算数 means where a formula does not say: as printed, else the year's own or the initial one. */
const BUDGETS = ['', '全年', '年初', '调整后'] as const;

/**
 * The formula's value: once from the terms as printed; where 预算数 alone is not among the report's figures, once
 * for each budget that is.
 */
function computeAll(report: Report, indicator: Indicator, formula: Formula | null): readonly Computation[] {
  if (!formula) return [];
  const printed = compute(report, indicator, formula, '');
  if (printed.value || !printed.missing.some((term) => PLAIN_BUDGET.test(term))) return [printed];
  const others = BUDGETS.slice(1)
    .map((budget) => compute(report, indicator, formula, budget))
    .filter(({ value }) => value !== null);
  return others.length > 0 ? others : [printed];
}

/** 预算数, 部门预算数, 支出预算 without a word on which of the year's budgets. */
const PLAIN_BUDGET = /^(?!.*(?:上年|去年|上一年|年初|全年|调整|年末)).*预算/u;

/**
 * Of several budgets the one that the report means: where the rate it states is that of one of them (96.20% of the
 * budget as adjusted), the others are no values of the indicator.
 */
function meant(computed: readonly Computation[], told: readonly Computed[]): readonly Computation[] {
  const borneOut = computed.filter(
    ({ value }) => value && told.some(({ range }) => meets(range, value.range)),
  );
  return borneOut.length > 0 ? borneOut : computed;
}

function compute(
  report: Report,
  indicator: Indicator,
  formula: Formula,
  budget: (typeof BUDGETS)[number],
): Computation {
  const known = new Map<string, Operand>();
  const inputs: RescoringInput[] = [];
  for (const term of terms(formula)) {
    const own = rowTerm(indicator, term);
    if (own) known.set(term, own);
    if (own) continue;
    const asked = qualified(
      budget !== '' && PLAIN_BUDGET.test(term) ? `${budget}${term}` : term,
      indicator.name,
    );
    const facts = isOfWork(term, indicator.name) ? [] : factsFor(report, asked);
    if (facts.length === 0) continue;
    known.set(term, {
      point: facts.reduce((sum, fact) => sum.plus(fact.mention.figure.value), dec(0)),
      range: facts.reduce((sum, fact) => plus(sum, span(fact.mention.figure)), point(dec(0))),
      shown: facts.map((fact) => shown(fact.mention.figure)).join('+'),
    });
    for (const { mention, quote } of facts) inputs.push({ name: printedName(asked), mention, quote });
  }
  const { value, missing, trace } = evaluate(formula, (term) => known.get(term) ?? null);
  const needs = missing.map((term) => printedName(qualified(term, indicator.name)));
  return { value, missing: needs, inputs, known, trace: printedName(trace) };
}

/** What 重点工作完成率=实际完成数÷计划数 counts is work: the unit's money is meant where the indicator or the term says so. */
const isOfWork = (term: string, indicator: string): boolean =>
  /^(?:本年度?|年度|当年|实际|计划)*(?:完成|工作|任务|计划)(?:的)?(?:数量?|量|额)?$/u.test(term) &&
  !/预算|支出|资金|执行|支付|经费|采购|收入|投资|决算/u.test(indicator);

/**
 * The facts that a term of the formula stands for. Staff and assets are taken as they stand even where their date is
 * wrongly another year's: the date is another rule's business, and there is no other number to take.
 */
function factsFor(report: Report, term: string): readonly Fact[] {
  const year = report.year?.value ?? null;
  const { facts } = findFact(report.facts, term, { year });
  if (facts.length > 0 || /上年|去年|上一年/u.test(term)) return facts;
  const undated = findFact(report.facts, term, { year: null }).facts;
  return undated.every((fact) => fact.aspect === 'plain') ? undated : [];
}

/** Counts without their measure word: 43 ÷ (34+11), 752.48万元. */
const shown = ({ raw, unit, value }: Figure): string => (unit.kind === 'count' ? digits(value) : raw);

/** Formulas are read from folded text: its straight quotes are printed as Chinese ones again. */
const printedName = (text: string): string => text.replace(/"([^"]*)"/gu, '“$1”');
