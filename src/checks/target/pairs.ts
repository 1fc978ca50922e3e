import { scanFigures } from '../../language/figures.js';
import type { Figure } from '../../numbers/figure.js';
import type { Goal, Indicator, Quote, Report } from '../../report/model.js';
import { isInCell } from '../../report/prose-cells.js';
import type { GoalMatch } from '../../report/targets/index.js';
import { matchGoals } from '../../report/targets/index.js';
import { isForLater } from '../../report/targets/later.js';
import { resultText, targetText } from '../../report/targets/row-texts.js';

/** A row of a scoring table whose target and result are one figure each. */
export interface ScoredRow {
  readonly indicator: Indicator;
  readonly target: Figure;
  readonly result: Figure;
  readonly evidence: readonly Quote[];
}

/** The rows of the scoring tables that print both a target and a result as figures. */
export function scoredRows(report: Report): readonly ScoredRow[] {
  const rows: ScoredRow[] = [];
  for (const scoring of report.scoringTables)
    for (const indicator of scoring.indicators) {
      const target = onlyFigure(targetText(indicator));
      const result = onlyFigure(resultText(indicator));
      if (target === null || result === null) continue;
      const evidence = [indicator.target, indicator.result].map((text) => cellQuote(report, indicator, text));
      rows.push({ indicator, target, result, evidence });
    }
  return rows;
}

/** The one figure of a text; null for none, and for several of which none can be said to be meant. */
function onlyFigure(text: string): Figure | null {
  if (text === '') return null;
  const figures = scanFigures(text);
  return figures.length === 1 ? (figures[0]?.figure ?? null) : null;
}

/** A cell of the indicator's row by its text. */
export function cellQuote(report: Report, indicator: Indicator, text: string): Quote {
  for (const table of report.tables) {
    if (table.where.table !== indicator.where.table) continue;
    const cell = table.cells.find((c) => c.row === indicator.where.row && c.text.trim() === text.trim());
    if (cell !== undefined) return { text: cell.text, where: cell.where };
  }
  return { text, where: indicator.where };
}

/**
 * This year's targets and the results matched, without the rows of scoring tables, which are judged with their scores.
 */
export function proseMatch(report: Report): GoalMatch {
  const scored = new Set(
    report.scoringTables.flatMap((scoring) =>
      scoring.indicators.map((indicator) => `${indicator.where.table}:${indicator.where.row}`),
    ),
  );
  const outside = (goal: Goal): boolean =>
    !isInCell(goal.quote.where) || !scored.has(`${goal.quote.where.table}:${goal.quote.where.row}`);
  const later = (goal: Goal): boolean => isForLater(goal, report.year?.value ?? null);
  const targets = report.targets.filter(outside);
  const match = matchGoals(
    targets.filter((goal) => !later(goal)),
    report.results.filter(outside),
  );
  // What was done towards a later year's target was planned, but neither due nor missed this year.
  return { ...match, unplanned: matchGoals(targets.filter(later), match.unplanned).unplanned };
}

/** Names less alike than this are matched for reading, but nothing is proven from them. */
export const SURE = 0.75;
