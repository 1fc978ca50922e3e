import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Computed } from '../numbers/judge.js';
import {
  type Formula,
  implied,
  isMeasured,
  printImplied,
  type RuleExpression,
  terms,
  type ValueRange,
} from '../rubric/index.js';

/**
 * What a claim without figures implies: 2 of 3 means a rate in [90%, 95%), and with the spending known a budget of
 * about 792—836万元. One line each; empty when the rule implies nothing.
 */
export function implication(
  rule: RuleExpression,
  claimed: Decimal,
  indicator: string,
  formula: Formula | null,
  known: ReadonlyMap<string, Computed>,
): readonly string[] {
  const ranges = implied(rule, claimed);
  const words = printImplied(rule, ranges, indicator);
  if (words === '') return [];
  const lines = [`自评${claimed.toFixed()}分，则${words}`];
  const [range] = ranges;
  if (formula && range && ranges.length === 1 && isMeasured(rule) && rule.measure === 'rate') {
    const operand = impliedOperand(formula, range, known);
    if (operand) lines.push(operand);
  }
  return lines;
}

/** The missing side of a quotient, from the side that is known and the implied rate. */
function impliedOperand(
  formula: Formula,
  { low, high }: ValueRange,
  known: ReadonlyMap<string, Computed>,
): string | null {
  const { expression } = formula;
  if (expression.kind !== 'operation' || expression.operator !== '÷' || terms(formula).length !== 2)
    return null;
  const { left, right } = expression;
  if (left.kind !== 'term' || right.kind !== 'term') return null;
  const [top, bottom] = [known.get(left.name), known.get(right.name)];
  if (top && !bottom) {
    if (!low?.value.gt(0)) return null;
    const most = top.point.div(low.value);
    const least = high ? top.point.div(high.value) : null;
    return between(right.name, least, most, `${left.name}为${amount(top.point)}`);
  }
  if (bottom && !top) {
    const least = low ? bottom.point.times(low.value) : null;
    const most = high ? bottom.point.times(high.value) : null;
    return between(left.name, least, most, `${right.name}为${amount(bottom.point)}`);
  }
  return null;
}

function between(name: string, least: Decimal | null, most: Decimal | null, given: string): string | null {
  if (least && most) return `${given}，即${name}约在${amount(least)}—${amount(most)}之间`;
  if (least) return `${given}，即${name}不少于约${amount(least)}`;
  return most ? `${given}，即${name}不超过约${amount(most)}` : null;
}

/** Amounts from ten thousand 元 upwards in 万元, to the cent of the unit shown; the bounds are only 约. */
function amount(value: Decimal): string {
  if (value.abs().gte(dec(10000))) return `${value.div(10000).toDecimalPlaces(2).toFixed()}万元`;
  return value.toDecimalPlaces(2).toFixed();
}
