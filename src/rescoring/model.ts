import type { Decimal } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import type { Indicator, Mention, Quote } from '../report/model.js';

/** confirmed: the claim is admissible. contradicted: no reading of the rule gives it. */
export type VerdictStatus = 'confirmed' | 'contradicted' | 'unverifiable' | 'judgement';

/** A figure that went into a rescoring, under the name the formula gives it. */
export interface RescoringInput {
  readonly name: string;
  readonly mention: Mention;
  readonly quote: Quote;
}

/** The scores an item may get: a list of admissible ones, or a whole interval for continuous rules. */
export interface Admissible {
  /** Finite admissible scores, ascending; null when every score of `range` is admissible. */
  readonly scores: readonly Decimal[] | null;
  readonly range: Interval;
  /** Scores counted by share that are admissible besides the listed ones; ask `isAdmissible` of the rubric. */
  readonly proRata?: readonly Interval[];
  /** Scores of `range` that the rule reserves for other values. */
  readonly except?: readonly Decimal[];
}

/** How one indicator's claimed score stands to its rule and the report's own figures. */
export interface ItemVerdict {
  readonly indicator: Indicator;
  readonly status: VerdictStatus;
  /** The computed value of the indicator (a ratio: 0.9556), null when its figures are missing. */
  readonly value: Decimal | null;
  /** Whether the value is a ratio (0.9556 is 95.56%); absent when that is not known. */
  readonly isRate?: boolean;
  /** What the claim may be; null when unverifiable or a matter of judgement. */
  readonly admissible: Admissible | null;
  readonly inputs: readonly RescoringInput[];
  /** Names of the figures that were looked for and not found. */
  readonly needs: readonly string[];
  /** The rule as it was read, in words; '' when it was not understood. */
  readonly reading: string;
  /** The arithmetic, one step a line, in Chinese: 在职人员控制率 = 43 ÷ (34 + 11) = 95.56%. */
  readonly trace: readonly string[];
  /** Whether the claimed score is one that the rule can give at all; null when that is not known. */
  readonly attainable: boolean | null;
  /** What the rule can give, for messages; null when continuous or not known. */
  readonly attainableScores: readonly Decimal[] | null;
}

/** The whole table rescored. */
export interface Rescoring {
  readonly items: readonly ItemVerdict[];
  /** Sum of the claimed rows (merged scores once); null when a row cannot be read as a score or no table was found. */
  readonly itemSum: Decimal | null;
  /** The total as an interval: confirmed items as they are, the others over what they can be; null without a table. */
  readonly verified: Interval | null;
}
