import { fold } from '../language/fold.js';
import type { Decimal } from '../numbers/decimal.js';
import { Cursor } from './cursor.js';
import type { Measure, RuleExpression } from './expression.js';
import { isMeasured } from './expression.js';
import type { Formula } from './formula/model.js';
import { readExpression } from './formula/parse.js';

/** What a rule measures. */
export interface Subject {
  /** The quantity as the sentence names it; null when the sentence relies on the indicator's name. */
  readonly name: string | null;
  readonly measure: Measure;
  /** The value around which the rule takes marks in both directions; null for a one-sided rule. */
  readonly center: Decimal | null;
  /** Which way is better: a higher value, a lower one, or neither. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** The ratio that a score formula spells out itself (达标个数/全部个数); null otherwise. */
  readonly formula: Formula | null;
}

/** The quantity that the rule tests; null for rules without one. */
export function subject(rule: RuleExpression): Subject | null {
  if (!isMeasured(rule)) return null;
  const sides = new Set(rule.steps.filter(({ change }) => change.lt(0)).map(({ side }) => side));
  const centers = rule.linear.flatMap(({ center }) => center ?? []);
  const both = sides.size > 1;
  const top = rule.bands.filter(({ score }) => score.high.eq(rule.full));
  const up =
    top.some(({ range }) => range.low !== null && range.high === null) ||
    rule.linear.some(({ factor }) => factor.gt(0));
  const down =
    top.some(({ range }) => range.high !== null && range.low === null) ||
    rule.linear.some(({ factor, center }) => factor.lt(0) && center === null);
  const higher = up || (!both && sides.has('below'));
  const lower = down || (!both && sides.has('above'));
  return {
    name: rule.subject === '' ? null : rule.subject,
    measure: rule.measure,
    center: centers[0] ?? (both ? (rule.steps[0]?.from ?? null) : null),
    better: higher === lower ? 'neither' : higher ? 'higher' : 'lower',
    formula: ratioOf(rule.subject),
  };
}

function ratioOf(text: string): Formula | null {
  if (!/[/÷]/u.test(text)) return null;
  const cursor = new Cursor(fold(text));
  const expression = readExpression(cursor);
  return expression === null || !cursor.done ? null : { name: text, expression, rate: true, text };
}
