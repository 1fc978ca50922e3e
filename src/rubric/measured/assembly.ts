import type { Decimal as DecimalType } from '../../numbers/decimal.js';
import type { Interval } from '../../numbers/interval.js';
import type { Clause } from '../clauses.js';
import type { StartedStep } from '../expression.js';

/** Why a rule could not be put together; the sentence goes into the reading's reason. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/** What is known of a rule's marks besides its clauses. */
export interface Marks {
  /** The 分值 of the indicator, else what the sentence itself declares. */
  readonly full: DecimalType | null;
  readonly declared: DecimalType | null;
  readonly indicator: string;
  readonly startedStep: StartedStep | null;
}

/** The clauses of one kind. */
export const of = <K extends Clause['kind']>(
  clauses: readonly Clause[],
  kind: K,
): Extract<Clause, { kind: K }>[] =>
  clauses.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind);

/** A score that must be known by now. */
export const scored = (score: Interval | null, text: string): Interval => {
  if (score === null) throw new NotUnderstood(`“${text}”的得分取决于分值，而分值未知`);
  return score;
};

/**
 * 单个指标偏离30%以上的不计分: how the numerator of a score formula is counted, not a score of the item.
 */
export const isCountingNote = (text: string): boolean => /单个|单项|任一指标|某[一项个]/u.test(text);
