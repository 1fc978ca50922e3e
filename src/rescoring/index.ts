import type { Decimal } from '../numbers/decimal.js';
import { digits } from '../numbers/decimal.js';
import { hull } from '../numbers/interval.js';
import type { Indicator, Report } from '../report/model.js';
import { isSummarised } from '../report/scoring/own-table.js';
import {
  attainable,
  isAttainable,
  isMeasured,
  type LevelsRule,
  type RuleExpression,
} from '../rubric/index.js';
import type { Rubric } from '../rubric/rubric.js';
import { type Applied, appliedRule } from './applied.js';
import { byLevel } from './by-level.js';
import { claimOf, fullMark } from './claim.js';
import { readFormRow } from './form.js';
import { chosen, measured } from './measured.js';
import type { ItemVerdict, Rescoring } from './model.js';
import { type OwnTarget, ownTarget } from './own-target.js';
import { sumOfItems, verifiedTotal } from './totals.js';
import { findValue } from './value.js';

/**
 * Rescores every indicator with its rule and the report's own figures. Pure: rules and facts in, verdicts out. The
 * issued rubric comes before the rule printed in the table, which comes before the built-in formula.
 */
export function rescore(report: Report, issued: Rubric | null): Rescoring {
  const tables = report.scoringTables.filter((table) => !isSummarised(table, report.scoringTables));
  const items = tables.flatMap((table) =>
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
  const own = ownTarget(indicator, applied);
  if (own) return byOwnTarget(report, indicator, own);
  const blank = undecided(indicator, applied);
  const { rule } = applied;
  if (rule && isMeasured(rule)) return measured(report, blank, rule, applied);
  if (rule?.kind === 'choice') return chosen(report, blank, rule.options, applied);
  if (rule?.kind === 'levels') return byTarget(byLevel(report, blank, rule), rule, remarks);
  if (rule && rule.kind !== 'judgement') return { ...blank, status: 'judgement' };
  const form = claimOf(indicator) ? readFormRow(indicator, remarks) : null;
  if (form) return { ...blank, ...form };
  if (rule?.kind === 'judgement') return { ...blank, status: 'judgement' };
  if (!applied.sentence) return withoutRule(report, blank, applied);
  return { ...blank, needs: [`评分标准未能读懂：${applied.reason}`] };
}

/** 达成指标得100%—80%, 部分达成得80%—60%: judged, but that a row's target was reached bears its full mark out. */
function byTarget(verdict: ItemVerdict, { levels }: LevelsRule, remarks: string): ItemVerdict {
  const graded = levels.every(({ score }) => score.low.lt(score.high));
  if (!graded || verdict.status !== 'judgement' || !claimOf(verdict.indicator)) return verdict;
  const form = readFormRow(verdict.indicator, remarks);
  return form?.status === 'confirmed' ? { ...verdict, ...form } : verdict;
}

/** A rule that counts from the row's own target; a claim that fits a share of it is not wrong either. */
function byOwnTarget(report: Report, indicator: Indicator, own: OwnTarget): ItemVerdict {
  const verdict = measured(report, undecided(indicator, own.applied), own.rule, own.applied);
  const claimed = claimOf(indicator);
  return verdict.status === 'contradicted' && claimed && own.fitsAsShare(claimed)
    ? { ...verdict, status: 'judgement' }
    : verdict;
}

/** Rates of which 100% is no achievement. */
const AGAINST = /变动|控制|增长|结转|结余|调整|差错|投诉|负债|偏差/u;

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
  const verdict = { ...blank, value: first.point, isRate: true, inputs: found.inputs };
  const done = first.point.eq(1) && !AGAINST.test(indicator.name);
  if (!claimed || !full || !done || !claimed.eq(full))
    return { ...verdict, status: 'judgement', trace: found.trace };
  return {
    ...verdict,
    status: 'confirmed',
    admissible: { scores: [full], range: hull([full]) },
    trace: [...found.trace, `全部完成，得满分${digits(full)}分`],
  };
}
