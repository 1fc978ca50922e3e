import type { Decimal } from '../numbers/decimal.js';
import { digits } from '../numbers/decimal.js';
import { contains, hull, point } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Indicator, Report } from '../report/model.js';
import {
  admissible,
  attainable,
  isAdmissible,
  isAttainable,
  isMeasured,
  type MeasuredRule,
  type RuleExpression,
} from '../rubric/index.js';
import type { Rubric } from '../rubric/rubric.js';
import { type Applied, appliedRule } from './applied.js';
import { isLifted, readFormRow } from './form.js';
import { implication } from './implication.js';
import { statedLevel } from './levels.js';
import type { Admissible, ItemVerdict, Rescoring } from './model.js';
import { spelled } from './spelled.js';
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
  attainable: attains(applied.rule, claimOf(indicator)),
  attainableScores: applied.rule ? attainable(applied.rule) : null,
});

const attains = (rule: RuleExpression | null, claimed: Decimal | null): boolean | null =>
  rule && claimed ? isAttainable(rule, claimed) : null;

function verdictOf(report: Report, indicator: Indicator, remarks: string, applied: Applied): ItemVerdict {
  const blank = undecided(indicator, applied);
  const { rule } = applied;
  if (rule && isMeasured(rule)) return measured(report, blank, rule, applied);
  if (rule?.kind === 'choice') return chosen(report, blank, rule.options, applied);
  if (rule?.kind === 'levels') return byLevel(report, blank, rule);
  if (rule && rule.kind !== 'judgement') return { ...blank, status: 'judgement' };
  const form = claimOf(indicator) ? readFormRow(indicator, remarks) : null;
  if (form) return { ...blank, ...form };
  if (rule?.kind === 'judgement') return { ...blank, status: 'judgement' };
  if (!applied.sentence) return withoutRule(report, blank, applied);
  return { ...blank, needs: [`评分标准未能读懂：${applied.reason}`] };
}

/** A rule on a quantity: the report's figures give its value, or the claim says what the value would have to be. */
function measured(report: Report, blank: ItemVerdict, rule: MeasuredRule, applied: Applied): ItemVerdict {
  const { indicator } = blank;
  const found = findValue(report, indicator, rule, applied.formula);
  const claimed = claimOf(indicator);
  const [first] = found.values;
  if (!first) {
    const implied = claimed ? implication(rule, claimed, indicator.name, applied.formula, found.known) : [];
    return { ...blank, needs: found.needs, inputs: found.inputs, trace: implied };
  }
  const allowed = finest(found.values, rule).map((value) => admissible(rule, scoredAs(value, rule)));
  const verdict = { ...blank, value: first.point, inputs: found.inputs, admissible: united(allowed) };
  const trace = [...found.trace, `按“${applied.reading}”，应得${spelled(united(allowed))}分`];
  if (!claimed) return { ...verdict, trace };
  const confirmed = allowed.some(
    (one) =>
      isAdmissible(one, claimed) &&
      !(rule.kind === 'proportion' && isRoundedUp(report, indicator, one, rule.full)),
  );
  return { ...verdict, trace, status: confirmed ? 'confirmed' : 'contradicted' };
}

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
 * A proportion of a rate told twice, once rounded and once by its figures, is that of the figures: 96% beside
 * 1152 ÷ 1200 leaves nothing of the rounding open.
 */
function finest(values: readonly IndicatorValue[], rule: MeasuredRule): readonly IndicatorValue[] {
  if (rule.kind !== 'proportion') return values;
  return values.filter(
    (value) =>
      !value.stated ||
      !values.some((other) => !other.stated && other !== value && contains(value.range, other.point)),
  );
}

/** Two rules of which the reviewer applies one: the claim must fit at least one that can be computed. */
function chosen(
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

/** Levels that an appraisal gives, and not the reviewer by looking at the work: 优秀, 合格, 一等. */
const APPRAISED =
  /^["“]?(?:(?:年度|综合|绩效)?考[核评](?:结果|等次)?(?:为|是)?)?["“]?(?:优秀?|良好?|中等?|差|合格|基本合格|不合格|称职|基本称职|不称职|先进|[一二三四]等(?:奖)?|[ABCD]级?)["”]?(?:等次|等级|档次|的|单位)?$/u;

const isAppraised = ({ levels }: Extract<RuleExpression, { kind: 'levels' }>): boolean =>
  levels.filter(({ text }) => APPRAISED.test(text.trim())).length * 2 > levels.length;

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
  if (!stated || !level) {
    if (!isAppraised(rule)) return { ...blank, status: 'judgement' };
    return { ...blank, needs: [`${blank.indicator.name}的考核等次`] };
  }
  const claimed = claimOf(blank.indicator);
  const allowed: Admissible = {
    scores: level.score.low.eq(level.score.high) ? [level.score.low] : null,
    range: level.score,
  };
  const trace = [`文中载明考核等次为“${level.text}”，应得${spelled(allowed)}分：${stated.quote.text.trim()}`];
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
  const found = findValue(report, indicator, null, applied.formula);
  const [first] = found.values;
  const claimed = claimOf(indicator);
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

/** The score that the row claims for itself; null where several rows share one merged score. */
const claimOf = ({ claimed, scoreShare }: Indicator): Decimal | null =>
  scoreShare && scoreShare.indicators.length > 1 ? null : claimed.value;

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
  const shares = allowed.flatMap((one) => one.proRata ?? []);
  return {
    scores: all.filter((score, i) => !all[i - 1]?.eq(score)),
    range,
    ...(shares.length > 0 ? { proRata: shares } : {}),
  };
}
