import type { Decimal } from '../numbers/decimal.js';
import { dec, digits } from '../numbers/decimal.js';
import type { Indicator, Report, ScoringTable } from '../report/model.js';
import { readFormula } from './formula/read.js';
import type { Rubric, RubricIndicator } from './rubric.js';

/**
 * The scoring tables of a report, or of a blank template, as a rubric: names, weights, rules and formulas as printed.
 * Null when there is no scoring table.
 */
export function rubricFromReport(report: Report): Rubric | null {
  const indicators = report.scoringTables.flatMap((table) => table.indicators.map(rubricIndicator));
  if (indicators.length === 0) return null;
  const unit = report.unit?.value ?? '';
  const year = report.year ? `${report.year.value}年度` : '';
  return {
    id: 'printed',
    title: `${unit}${year}评分表`,
    indicators,
    total: digits(report.scoringTables.map(totalOf).reduce((a, b) => a.plus(b), dec(0))),
  };
}

function rubricIndicator(indicator: Indicator): RubricIndicator {
  const { weight, weightShare } = indicator;
  const formula = readFormula(`${indicator.explanation}\n${indicator.criterion}`, indicator.name);
  return {
    group: indicator.group,
    name: indicator.name,
    // 减分项 may print what it takes as -5: a rubric gives the size.
    weight: weight ? digits(weight.abs()) : null,
    sharedWeight: weightShare?.value ? digits(weightShare.value) : null,
    rule: indicator.criterion.trim(),
    formula: formula?.text ?? '',
    startedStep: null,
  };
}

/** Weights of a table, each shared one once. */
function totalOf(table: ScoringTable): Decimal {
  const shares = new Set(
    table.indicators.map((indicator) => indicator.weightShare).filter((share) => share !== null),
  );
  const own = table.indicators.reduce((sum, { weight }) => (weight ? sum.plus(weight.abs()) : sum), dec(0));
  return [...shares].reduce((sum, { value }) => (value ? sum.plus(value) : sum), own);
}
