import { dec, digits } from '../numbers/decimal.js';
import type { Figure } from '../numbers/figure.js';
import { span } from '../numbers/figure.js';
import { add, point } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import { findFact } from '../report/facts/find.js';
import type { Fact, Indicator, Report } from '../report/model.js';
import { evaluate, type Formula, type Operand, terms } from '../rubric/index.js';
import { soleFigure } from './form.js';
import { goalsRate } from './goals.js';
import type { RescoringInput } from './model.js';
import { statedRates } from './stated.js';

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
 * Looks an indicator's value up: in its own result cell, in the formula's figures, as a stated rate, or in the
 * results section. Whatever is found is kept: where the sources differ, every one of them is a value that the
 * report gives, and only a claim outside all of them is wrong.
 */
export function findValue(report: Report, indicator: Indicator, formula: Formula | null): FoundValue {
  const values: IndicatorValue[] = [];
  const inputs: RescoringInput[] = [];
  const trace: string[] = [];
  const own = soleFigure(indicator.result);
  if (own && own.bound === 'exactly') {
    values.push({ point: own.value, range: span(own), stated: true });
    trace.push(`完成值 ${own.raw}`);
  }
  const computed = formula ? compute(report, formula) : null;
  if (computed) inputs.push(...computed.inputs);
  if (computed?.value) {
    values.push({ ...computed.value, stated: false });
    trace.push(computed.trace);
  }
  for (const stated of statedRates(report, indicator.name)) {
    values.push({ ...stated.value, stated: true });
    inputs.push({ name: indicator.name, mention: stated.mention, quote: stated.quote });
    trace.push(`文中载明 ${indicator.name} ${stated.mention.figure.raw}`);
  }
  if (values.length === 0) {
    const goals = goalsRate(report, indicator.name);
    if (goals) {
      values.push({ ...goals.value, stated: false });
      trace.push(goals.trace);
      for (const goal of goals.goals)
        if (goal.mention) inputs.push({ name: goal.name, mention: goal.mention, quote: goal.quote });
    }
  }
  const needs = values.length > 0 ? [] : (computed?.missing ?? [indicator.name]);
  return { values, inputs, needs, trace, known: computed?.known ?? new Map() };
}

interface Computation {
  readonly value: Computed | null;
  readonly missing: readonly string[];
  readonly inputs: readonly RescoringInput[];
  readonly known: ReadonlyMap<string, Computed>;
  readonly trace: string;
}

function compute(report: Report, formula: Formula): Computation {
  const known = new Map<string, Operand>();
  const inputs: RescoringInput[] = [];
  for (const term of terms(formula)) {
    const facts = factsFor(report, term);
    if (facts.length === 0) continue;
    known.set(term, {
      point: facts.reduce((sum, fact) => sum.plus(fact.mention.figure.value), dec(0)),
      range: facts.reduce((sum, fact) => add(sum, span(fact.mention.figure)), point(dec(0))),
      shown: facts.map((fact) => shown(fact.mention.figure)).join('+'),
    });
    for (const { mention, quote } of facts) inputs.push({ name: printedName(term), mention, quote });
  }
  const { value, missing, trace } = evaluate(formula, (term) => known.get(term) ?? null);
  return { value, missing: missing.map(printedName), inputs, known, trace: printedName(trace) };
}

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
