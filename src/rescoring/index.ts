import type { Decimal } from '../numbers/decimal.js';
import { digits } from '../numbers/decimal.js';
import { hull, point } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Indicator, Report } from '../report/model.js';
import {
  admissible,
  attainable,
  isAdmissible,
  isAttainable,
  isMeasured,
  type RuleExpression,
} from '../rubric/index.js';
import type { Rubric } from '../rubric/rubric.js';
import { type Applied, appliedRule } from './applied.js';
import { readFormRow } from './form.js';
import { implication } from './implication.js';
import { statedLevel } from './levels.js';
import type { Admissible, ItemVerdict, Rescoring } from './model.js';
import { sumOfItems, verifiedTotal } from './totals.js';
import { findValue, type IndicatorValue } from './value.js';

/**
 * Rescores every indicator with its rule and the report's own figures. Pure: rules and facts in, verdicts out. The
 * issued rubric comes before the rule printed in the table, which comes before the built-in formula.
 */
export function rescore(report: Report, issued: Rubric | null): Rescoring {
  const items = report.scoringTables.flatMap((table) =>
    table.indicators.map((indicator) =>
      verdictOf(report, indicator, table.remarks, appliedRule(indicator, issued)),
    ),
  );
  return { items, itemSum: sumOfItems(report), verified: verifiedTotal(report, items) };
}

/** An empty verdict to build on: nothing found, nothing decided. */
const undecided = (indicator: Indicator, applied: Applied): ItemVerdict => ({
  indicator,
  status: 'unverifiable',
  value: null,
  admissible: null,
  inputs: [],
  needs: [],
  reading: applied.reading,
  trace: [],
  attainable:
    applied.rule && indicator.claimed.value ? isAttainable(applied.rule, indicator.claimed.value) : null,
  attainableScores: applied.rule ? attainable(applied.rule) : null,
});

function verdictOf(report: Report, indicator: Indicator, remarks: string, applied: Applied): ItemVerdict {
  const blank = undecided(indicator, applied);
  const { rule } = applied;
  if (rule && isMeasured(rule)) return measured(report, blank, rule, applied);
  if (rule?.kind === 'choice') return chosen(report, blank, rule.options, applied);
  if (rule?.kind === 'levels') return byLevel(report, blank, rule);
  if (rule && rule.kind !== 'judgement') return { ...blank, status: 'judgement' };
  const form = readFormRow(indicator, remarks);
  if (form) return { ...blank, ...form };
  if (rule?.kind === 'judgement') return { ...blank, status: 'judgement' };
  if (!applied.sentence) return withoutRule(report, blank, applied);
  return { ...blank, needs: [`评分标准未能读懂：${applied.reason}`] };
}

/** A rule on a quantity: the report's figures give its value, or the claim says what the value would have to be. */
function measured(report: Report, blank: ItemVerdict, rule: RuleExpression, applied: Applied): ItemVerdict {
  const { indicator } = blank;
  const found = findValue(report, indicator, applied.formula);
  const claimed = indicator.claimed.value;
  const [first] = found.values;
  if (!first) {
    const implied = claimed ? implication(rule, claimed, indicator.name, applied.formula, found.known) : [];
    return { ...blank, needs: found.needs, inputs: found.inputs, trace: implied };
  }
  const allowed = found.values.map((value) => admissible(rule, scoredAs(value, rule)));
  const verdict = { ...blank, value: first.point, inputs: found.inputs, admissible: united(allowed) };
  const trace = [...found.trace, `按“${applied.reading}”，应得${scoresText(united(allowed))}`];
  if (!claimed) return { ...verdict, trace };
  const confirmed = allowed.some((one) => isAdmissible(one, claimed));
  return { ...verdict, trace, status: confirmed ? 'confirmed' : 'contradicted' };
}

/**
 * Steps and bands are applied to a stated rate as it is printed: 满意度89% is below 90% for whoever scores it. A
 * proportion is commonly worked out before the rate is rounded, and so is whatever comes from other figures.
 */
const scoredAs = (value: IndicatorValue, rule: RuleExpression): Computed =>
  value.stated && rule.kind !== 'proportion' ? { point: value.point, range: point(value.point) } : value;

/** Two rules of which the reviewer applies one: the claim must fit at least one that can be computed. */
function chosen(
  report: Report,
  blank: ItemVerdict,
  options: readonly RuleExpression[],
  applied: Applied,
): ItemVerdict {
  if (!options.every(isMeasured)) return { ...blank, status: 'judgement' };
  const verdicts = options.map((option) => measured(report, blank, option, applied));
  const settled = verdicts.find((verdict) => verdict.status === 'confirmed');
  return settled ?? verdicts.find((verdict) => verdict.status === 'unverifiable') ?? verdicts[0] ?? blank;
}

/** 优秀计3分，良好计2分: confirmed or contradicted by the appraisal that the report tells of. */
function byLevel(
  report: Report,
  blank: ItemVerdict,
  rule: Extract<RuleExpression, { kind: 'levels' }>,
): ItemVerdict {
  const stated = statedLevel(
    report,
    rule.levels.map((level) => level.text),
  );
  const level = rule.levels.find(({ text }) => text === stated?.level);
  if (!stated || !level) return { ...blank, needs: [`${blank.indicator.name}的考核等次`] };
  const claimed = blank.indicator.claimed.value;
  const allowed: Admissible = {
    scores: level.score.low.eq(level.score.high) ? [level.score.low] : null,
    range: level.score,
  };
  const trace = [
    `文中载明考核等次为“${level.text}”，应得${scoresText(allowed)}：${stated.quote.text.trim()}`,
  ];
  if (!claimed) return { ...blank, admissible: allowed, trace };
  return {
    ...blank,
    admissible: allowed,
    trace,
    status: isAdmissible(allowed, claimed) ? 'confirmed' : 'contradicted',
  };
}

/**
 * No rule is printed. A full mark is borne out when everything that was planned was done; anything else rests on
 * how the unit chose to score it.
 */
function withoutRule(report: Report, blank: ItemVerdict, applied: Applied): ItemVerdict {
  const { indicator } = blank;
  const found = findValue(report, indicator, applied.formula);
  const [first] = found.values;
  const claimed = indicator.claimed.value;
  if (!first)
    return {
      ...blank,
      status: applied.formula ? 'unverifiable' : 'judgement',
      needs: applied.formula ? found.needs : [],
    };
  const full = fullMark(indicator);
  const verdict = { ...blank, value: first.point, inputs: found.inputs };
  if (!claimed || !full || !first.point.eq(1) || !claimed.eq(full))
    return { ...verdict, status: 'judgement', trace: found.trace };
  return {
    ...verdict,
    status: 'confirmed',
    admissible: { scores: [full], range: hull([full]) },
    trace: [...found.trace, `全部完成，得满分${digits(full)}分`],
  };
}

/** The 分值 of a row; where several rows share one, equal parts are what a full mark can be. */
function fullMark(indicator: Indicator): Decimal | null {
  if (indicator.weight) return indicator.weight;
  const { weightShare } = indicator;
  return weightShare?.value ? weightShare.value.div(weightShare.indicators.length) : null;
}

/** What any of several values may earn. */
function united(allowed: readonly Admissible[]): Admissible {
  const [only, ...others] = allowed;
  if (only && others.length === 0) return only;
  const range = hull(allowed.flatMap((one) => [one.range.low, one.range.high]));
  if (allowed.some((one) => one.scores === null)) return { scores: null, range };
  const all = allowed.flatMap((one) => one.scores ?? []).sort((a, b) => a.cmp(b));
  return { scores: all.filter((score, i) => !all[i - 1]?.eq(score)), range };
}

function scoresText({ scores, range }: Admissible): string {
  if (scores) return `${scores.map(digits).join('分或')}分`;
  return range.low.eq(range.high) ? `${digits(range.low)}分` : `${digits(range.low)}—${digits(range.high)}分`;
}
