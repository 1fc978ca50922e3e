import { span } from '../../numbers/figure.js';
import { divide } from '../../numbers/interval.js';
import { judge } from '../../numbers/judge.js';
import type { ExecutionRow, Mention, RatioStatement, ScoringTable } from '../model.js';

/**
 * The execution rates that the amounts blocks of project forms state: executed ÷ budget = rate. The base is the
 * 全年预算数; where the rate is borne out by the 年初预算数 or the 到位资金 instead, that is the one meant.
 */
export const executionRates = (tables: readonly ScoringTable[]): readonly RatioStatement[] =>
  tables.flatMap(({ execution }) => execution.flatMap(rateOf));

function rateOf({
  executed,
  budget,
  initialBudget,
  received,
  rate,
  label,
}: ExecutionRow): readonly RatioStatement[] {
  if (!executed || !rate || rate.figure.unit.kind !== 'rate' || rate.figure.bound !== 'exactly') return [];
  const bases = [budget, initialBudget, received].filter((base) => base !== null);
  // A rate of a budget of nothing: forms print 0% there, anything else is told of.
  const preferred =
    bases.find((base) => !base.figure.value.isZero()) ?? (rate.figure.value.isZero() ? undefined : bases[0]);
  if (!preferred) return [];
  const meant = bases.find((base) => bearsOut(executed, base, rate)) ?? preferred;
  return [
    {
      kind: 'ratio',
      numerator: executed,
      denominator: meant,
      rate,
      name: `${label}执行率`,
      quote: { text: rate.text, where: rate.where },
    },
  ];
}

function bearsOut(executed: Mention, base: Mention, rate: Mention): boolean {
  const range = divide(span(executed.figure), span(base.figure));
  if (!range || base.figure.value.isZero()) return false;
  const point = executed.figure.value.div(base.figure.value);
  return judge(rate.figure, { point, range }) !== 'contradiction';
}
