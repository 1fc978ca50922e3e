import type { Decimal } from '../numbers/decimal.js';
import { contains, hull, point } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Indicator, Report } from '../report/model.js';
import {
  admissible,
  isAdmissible,
  isMeasured,
  type MeasuredRule,
  type RuleExpression,
} from '../rubric/index.js';
import type { Applied } from './applied.js';
import { claimOf } from './claim.js';
import { isLifted } from './form.js';
import { implication } from './implication.js';
import type { Admissible, ItemVerdict } from './model.js';
import { spelled } from './spelled.js';
import { findValue, type IndicatorValue } from './value.js';

/** A rule on a quantity: the report's figures give its value, or the claim says what the value would have to be. */
export function measured(
  report: Report,
  blank: ItemVerdict,
  rule: MeasuredRule,
  applied: Applied,
): ItemVerdict {
  const { indicator } = blank;
  const found = findValue(report, indicator, rule, applied.formula);
  const claimed = claimOf(indicator);
  const [first] = found.values;
  if (!first) {
    const implied = claimed ? implication(rule, claimed, indicator.name, applied.formula, found.known) : [];
    return { ...blank, needs: found.needs, inputs: found.inputs, trace: implied };
  }
  const allowed = finest(found.values, rule).map((value) => admissible(rule, scoredAs(value, rule)));
  const verdict = {
    ...blank,
    value: first.point,
    inputs: found.inputs,
    admissible: united(allowed),
    isRate: rule.measure === 'rate',
  };
  // Two sentences of the report often state one rate: its arithmetic is told once.
  const trace = [...new Set(found.trace), readAs(applied.reading, united(allowed))];
  if (!claimed) return { ...verdict, trace };
  const confirmed = allowed.some(
    (one) =>
      isAdmissible(one, claimed) &&
      !(rule.kind === 'proportion' && isRoundedUp(report, indicator, one, rule.full)),
  );
  return { ...verdict, trace, status: confirmed ? 'confirmed' : 'contradicted' };
}

/** The rule in the program's own words, never to be taken for a quote of the report: 评分标准读作：…，应得3分. */
const readAs = (reading: string, allowed: Admissible): string =>
  `评分标准读作：${reading.replace(/。$/u, '')}——应得${spelled(allowed)}分`;

/**
 * Steps and bands are applied to a stated rate as it is printed: 满意度89% is below 90% for whoever scores it. A
 * proportion is commonly worked out before the rate is rounded, and so is whatever comes from other figures.
 */
const scoredAs = (value: IndicatorValue, rule: RuleExpression): Computed =>
  value.stated && rule.kind !== 'proportion' ? { point: value.point, range: point(value.point) } : value;

/**
 * Whether a claim of the full mark could only come from rounding a lesser score to whole marks, in a table that
 * prints parts of marks elsewhere: 96.4% of 10 as 10 beside a 9.35.
 */
function isRoundedUp(report: Report, indicator: Indicator, allowed: Admissible, full: Decimal): boolean {
  const claimed = claimOf(indicator);
  if (!claimed || allowed.scores !== null || !isLifted(claimed, allowed.range, full)) return false;
  const table = report.scoringTables.find(({ ordinal }) => ordinal === indicator.table);
  return table?.indicators.some((row) => row.claimed.value?.isInteger() === false) ?? false;
}

/**
 * A rate told twice, once rounded and once by its figures, is one rate. A proportion is that of the figures: 96% beside
 * 1152 ÷ 1200 leaves nothing of the rounding open. Steps and bands go by the printed rate, and by the figures as they
 * are printed: 90% beside 2376 ÷ 2640 is five points below 95%, whatever the last digits of the amounts hide.
 */
function finest(values: readonly IndicatorValue[], rule: MeasuredRule): readonly IndicatorValue[] {
  const agree = (stated: IndicatorValue, worked: IndicatorValue): boolean =>
    stated.stated && !worked.stated && contains(stated.range, worked.point);
  if (rule.kind === 'proportion')
    return values.filter((value) => !values.some((other) => agree(value, other)));
  return values.map((value) =>
    values.some((other) => agree(other, value)) ? { ...value, range: point(value.point) } : value,
  );
}

/** Two rules of which the reviewer applies one: the claim must fit at least one that can be computed. */
export function chosen(
  report: Report,
  blank: ItemVerdict,
  options: readonly RuleExpression[],
  applied: Applied,
): ItemVerdict {
  const rules = options.filter(isMeasured);
  if (rules.length < options.length) return { ...blank, status: 'judgement' };
  const verdicts = rules.map((option) => measured(report, blank, option, applied));
  const settled =
    verdicts.find((verdict) => verdict.status === 'confirmed') ??
    verdicts.find((verdict) => verdict.status === 'unverifiable');
  if (settled) return settled;
  const [first] = verdicts;
  const allowed = verdicts.flatMap((verdict) => verdict.admissible ?? []);
  return first && allowed.length > 0 ? { ...first, admissible: united(allowed) } : blank;
}

/** What any of several values may earn. */
function united(allowed: readonly Admissible[]): Admissible {
  const [only, ...others] = allowed;
  if (only && others.length === 0) return only;
  const range = hull(allowed.flatMap((one) => [one.range.low, one.range.high]));
  if (allowed.some((one) => one.scores === null)) return { scores: null, range };
  const all = allowed.flatMap((one) => one.scores ?? []).sort((a, b) => a.cmp(b));
  const shares = allowed.flatMap((one) => one.proRata ?? []);
  return {
    scores: all.filter((score, i) => !all[i - 1]?.eq(score)),
    range,
    ...(shares.length > 0 ? { proRata: shares } : {}),
  };
}
