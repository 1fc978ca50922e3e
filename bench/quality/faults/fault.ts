import type { Loss } from '../../../src/documents/model.ts';
import type { Rubric } from '../../../src/rubric/rubric.ts';
import type { Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Scenario } from '../scenario.ts';

/** What was planted, and what a finding must say to count as having found it. */
export interface Planted {
  /** One of these stands in a quote or message of the finding. */
  readonly anchors: readonly string[];
  /** What was done, for people. */
  readonly note: string;
  readonly losses?: readonly Loss[];
  /** The issued rubric to audit against, for faults that only it shows. */
  readonly rubric?: Rubric;
}

/** One way to spoil a clean report. */
export interface Fault {
  readonly name: string;
  /** The rule that is meant. */
  readonly rule: string;
  /** Other rules that may legitimately report the same contradiction, or one that cannot be avoided with it. */
  readonly also: readonly string[];
  /** Layouts in which the fault can stand; all when absent. */
  readonly layouts?: readonly number[];
  /** Spoils the truth before the report is written; null when this report offers no place for it. */
  readonly before?: (s: Scenario, random: Random) => Planted | null;
  /** Spoils the written report. */
  readonly after?: (draft: Draft, s: Scenario, random: Random) => Planted | null;
}
