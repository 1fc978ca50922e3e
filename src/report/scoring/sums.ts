import type { Decimal } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import type { Interval } from '../../numbers/interval.js';
import { isPoint } from '../../numbers/interval.js';
import type { ExecutionRow, Indicator, ScoreCell, ScoringTable } from '../model.js';

/** One number of a sum, with what it is called and its cell. */
export interface Term {
  readonly name: string;
  readonly value: Decimal;
  readonly cell: ScoreCell;
}

/** The sum of score cells: the numbers read, and where cells are empty or unreadable everything they might hold. */
export interface RowSum {
  readonly terms: readonly Term[];
  readonly sum: Decimal;
  /** All values the sum may have: a missing score is anything from 0 to its weight. */
  readonly range: Interval;
  /** Names of rows without a score that can be read. */
  readonly open: readonly string[];
}

/** Which of the two score columns is summed. */
export type ScoreColumn = 'claimed' | 'reviewed';

/** Whether the sum is one value: every row has its score. */
export const isSettled = (sum: RowSum): boolean => isPoint(sum.range);

/**
 * The sum of the scores of some indicators, merged cells once. Rows marked not applicable add nothing; a missing
 * or unreadable score without a known weight leaves the upper end open.
 */
export function sumOfScores(
  indicators: readonly Indicator[],
  column: ScoreColumn,
  execution: ExecutionRow | null = null,
): RowSum {
  const terms: Term[] = [];
  const open: string[] = [];
  const counted = new Set<object>();
  let loose = dec(0);
  const add = (name: string, cell: ScoreCell | null, weight: Decimal | null) => {
    if (cell?.value != null) terms.push({ name, value: cell.value, cell });
    else if (cell?.state !== 'not-applicable') {
      open.push(name);
      loose = loose.plus(weight ?? UNBOUNDED);
    }
  };
  for (const indicator of indicators) {
    const share = column === 'claimed' ? indicator.scoreShare : null;
    if (share !== null && counted.has(share)) continue;
    if (share !== null) counted.add(share);
    add(indicator.name, indicator[column], indicator.weight ?? indicator.weightShare?.value ?? null);
  }
  if (execution !== null) add(execution.label, execution.score, execution.weight);
  const sum = terms.reduce((total, t) => total.plus(t.value), dec(0));
  return { terms, sum, range: { low: sum, high: sum.plus(loose) }, open };
}

/** No scoring table gives more: stands for a missing score of unknown weight. */
const UNBOUNDED = dec(1000);

/** The sum of the weights of some indicators, shared weights once; null when one is not known. */
export function sumOfWeights(indicators: readonly Indicator[]): Decimal | null {
  let sum = dec(0);
  const counted = new Set<object>();
  for (const { weight, weightShare } of indicators) {
    if (weightShare !== null) {
      if (counted.has(weightShare)) continue;
      counted.add(weightShare);
    }
    const value = weight ?? weightShare?.value ?? null;
    if (value === null) return null;
    sum = sum.plus(value);
  }
  return sum;
}

/** Indicators of a table by their ordinals. */
export const indicatorsOf = (table: ScoringTable, ordinals: readonly number[]): Indicator[] => {
  const wanted = new Set(ordinals);
  return table.indicators.filter((i) => wanted.has(i.ordinal));
};

/**
 * The execution row that is part of the table's hundred: the amounts block of a project form earns 10 points
 * beside the indicators' 90. Null when there is none or when the indicators alone make up the total.
 */
export function countedExecution(table: ScoringTable): ExecutionRow | null {
  const row = table.execution.find((r) => r.isTotal) ?? null;
  if (row === null || row.score === null) return null;
  const weights = sumOfWeights(table.indicators);
  const full = table.totalWeight?.value ?? dec(100);
  // No 分值 is printed for the execution: it stands for the marks that the indicators leave.
  if (row.weight === null) {
    const left = weights === null ? null : full.minus(weights);
    return left?.gt(0) && row.score.value?.lte(left) ? { ...row, weight: left } : null;
  }
  return weights?.eq(full) && !weights.plus(row.weight).eq(full) ? null : row;
}

/** The sum of the whole table. */
export const tableSum = (table: ScoringTable, column: ScoreColumn): RowSum =>
  sumOfScores(table.indicators, column, column === 'claimed' ? countedExecution(table) : null);

/** Whether any row of the table has a score: a printed list of rules or a blank template has none. */
export const isScored = (table: ScoringTable): boolean =>
  table.indicators.some((i) => i.claimed.state === 'score') ||
  table.execution.some((r) => r.score?.state === 'score');
