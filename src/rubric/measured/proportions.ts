import type { Decimal as DecimalType } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import type { Clause } from '../clauses.js';
import type { Band, Linear } from '../expression.js';
import { proportionOf } from '../linear.js';
import { NotUnderstood, of } from './assembly.js';
import type { Scale } from './scale.js';
import { extreme, positive } from './steps.js';

/** The proportional readings of a rule and the quantity that its score formula names. */
export function linearOf(
  clauses: readonly Clause[],
  bands: readonly Band[],
  full: DecimalType,
  scale: Scale,
): { linear: Linear[]; quantity: string | null } {
  const formulas = of(clauses, 'formula');
  if (formulas.length > 1) throw new NotUnderstood('规则有两个计分公式');
  const formula = formulas[0];
  if (formula !== undefined) {
    const found = proportionOf(formula.expression, full);
    if (found === null) throw new NotUnderstood('计分公式不是一个量的比例');
    return { linear: [found.linear], quantity: found.quantity };
  }
  const clause = of(clauses, 'proportional')[0];
  // Steps count by share anyway unless the rule fixes how a started one counts.
  if (clause === undefined || of(clauses, 'steps').length > 0) return { linear: [], quantity: null };
  if (scale.measure !== 'rate' && bands.length > 0)
    return { linear: perThreshold(bands, full), quantity: null };
  return { linear: perRate(bands, full, clause.deducting), quantity: null };
}

const proportional = (factor: DecimalType, constant: DecimalType = dec(0)): Linear => ({
  constant,
  factor,
  center: null,
});

/** 未完成的按比例得分 of a rate: its share of 100%, or of the threshold. */
function perRate(bands: readonly Band[], full: DecimalType, deducting: boolean): Linear[] {
  const low = extreme(positive(bands), 'low')?.end?.value;
  const high = extreme(positive(bands), 'high')?.end?.value;
  if (high !== undefined && low === undefined) {
    const beyond = [proportional(full.neg(), full.plus(high.times(full)))];
    return high.isZero() || high.eq(1)
      ? beyond
      : [...beyond, proportional(full.neg().div(high), full.times(2))];
  }
  if (low !== undefined && high !== undefined && !low.eq(high))
    throw new NotUnderstood('按比例计分的方向不明');
  const threshold = low ?? dec(1);
  const readings = [proportional(full)];
  if (threshold.isZero() || threshold.eq(1)) return readings;
  if (deducting) readings.push(proportional(full, full.minus(threshold.times(full))));
  return [...readings, proportional(full.div(threshold))];
}

/** The same of a count: 8期以上得5分，未完成的按比例得分. */
function perThreshold(bands: readonly Band[], full: DecimalType): Linear[] {
  const low = extreme(positive(bands), 'low')?.end?.value;
  if (low === undefined || !low.gt(0)) throw new NotUnderstood('按比例计分的方向不明');
  return [proportional(full.div(low))];
}
