import { digits } from '../../numbers/decimal.js';
import { type Figure, isExact } from '../../numbers/figure.js';
import { judge } from '../../numbers/judge.js';
import type { EquationStatement, Mention, Report } from '../../report/model.js';
import type { Severity } from '../rule.js';
import { unitSlip } from './unit-slip.js';
import { decimalsOf, evidenceOf, type Judged, raw } from './words.js';

/** A printed calculation that does not come to its printed result. */
export interface WrongEquation extends Judged {
  readonly kind: 'equation';
  readonly equation: EquationStatement;
  /** The digits are right and the sign is not. */
  readonly signOnly: boolean;
}

/** The printed calculations whose result is a rate, or those whose result is none, held against their results. */
export function* equations(
  report: Report,
  ofRates: boolean,
  checked: (...mentions: readonly (Mention | null)[]) => void,
) {
  for (const equation of report.statements) {
    if (equation.kind !== 'equation') continue;
    const { result, computed, expression } = equation;
    if ((result.figure.unit.kind === 'rate' || result.figure.unit.kind === 'points') !== ofRates) continue;
    const stated = rounded(result.figure);
    const verdict = judge(stated, computed);
    checked(result, ...equation.operands);
    if (verdict !== 'contradiction' && verdict !== 'truncated') continue;
    const opposite = judge({ ...stated, value: stated.value.negated() }, computed);
    const signOnly = verdict === 'contradiction' && opposite !== 'contradiction';
    if (!signOnly && verdict === 'contradiction' && unitSlip(stated, computed) !== null) continue;
    const data: WrongEquation = {
      kind: 'equation',
      equation,
      expression,
      stated,
      computed,
      verdict,
      signOnly,
    };
    const severity: Severity = verdict === 'truncated' ? 'notice' : signOnly ? 'warning' : 'error';
    yield {
      data,
      evidence: evidenceOf(equation.quote, result, ...equation.operands),
      claimed: raw(result),
      expected: `${computed.point.div(stated.unit.factor).toFixed(decimalsOf(stated))}${stated.unit.name}`,
      severity,
    };
  }
}

/** The arithmetic, and what the report made of it. */
export function equationMessage({ equation, stated, computed, verdict, signOnly }: WrongEquation): string {
  const value = computed.point.div(stated.unit.factor);
  const decimals = decimalsOf(stated) + 2;
  const sum = `${equation.expression}=${digits(value.toDecimalPlaces(decimals))}${stated.unit.name}`;
  const told = `文中写${raw(equation.result)}`;
  if (verdict === 'truncated') return `${sum}，${told}，是截去尾数而不是四舍五入。`;
  return `${sum}，${told}${signOnly ? '，正负号相反' : ''}。`;
}

/** A score or count that a calculation comes to is printed to its last digit, whatever it is elsewhere. */
const rounded = (figure: Figure): Figure =>
  isExact(figure) ? { ...figure, quantum: figure.unit.factor.div(10 ** decimalsOf(figure)) } : figure;
