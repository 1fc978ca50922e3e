import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Indicator } from '../report/model.js';
import { builtInFormula, type Formula, type RuleExpression, readFormula, readRule } from '../rubric/index.js';
import type { Rubric, RubricIndicator } from '../rubric/rubric.js';
import { bareName } from './names.js';

/** The rule that an indicator is rescored with, and how its value is computed. */
export interface Applied {
  /** The rule's sentence; '' when none is printed or issued. */
  readonly sentence: string;
  /** null when there is no sentence or it was not understood. */
  readonly rule: RuleExpression | null;
  readonly reading: string;
  /** Why the sentence was not understood; '' otherwise. */
  readonly reason: string;
  readonly formula: Formula | null;
  /** The 分值 that the rule counts from; null when none is known. */
  readonly weight: Decimal | null;
}

/** The rule and formula in force: those of the issued rubric, else the printed ones, else the built-in formula. */
export function appliedRule(indicator: Indicator, issued: Rubric | null): Applied {
  const official = issued ? officialFor(indicator, issued) : null;
  const sentence = official?.rule || indicator.criterion.trim();
  const weight = official?.weight ? dec(official.weight) : indicator.weight;
  const formula =
    (official?.formula ? readFormula(official.formula, indicator.name) : null) ??
    readFormula(`${indicator.explanation}\n${indicator.criterion}`, indicator.name) ??
    builtInFormula(indicator.name);
  if (sentence === '') return { sentence, rule: null, reading: '', reason: '', formula, weight };
  const read = readRule(sentence, {
    weight,
    indicator: indicator.name,
    startedStep: official?.startedStep ?? null,
  });
  return read.understood
    ? { sentence, rule: read.rule, reading: read.reading, reason: '', formula, weight }
    : { sentence, rule: null, reading: '', reason: read.reason, formula, weight };
}

/** The issued indicator of the same name, in the group that fits best when several have it. */
export function officialFor(indicator: Indicator, issued: Rubric): RubricIndicator | null {
  const named = issued.indicators.filter(({ name }) => bareName(name) === bareName(indicator.name));
  if (named.length < 2) return named[0] ?? null;
  const shared = (one: RubricIndicator) =>
    one.group.filter((name) => indicator.group.some((own) => bareName(own) === bareName(name))).length;
  return named.reduce((best, one) => (shared(one) > shared(best) ? one : best));
}
