import type { Quote } from '../../report/model.js';
import type { Rule } from '../rule.js';
import type { Digest } from './digest.js';

/** One report of a batch as rules across reports see it. */
export interface Member {
  readonly file: string;
  readonly digest: Digest;
}

/** What a rule across reports found in one of them. Quotes of the other report stand in the message. */
export interface BatchDraft<Data> {
  /** Index of the report the finding belongs to. */
  readonly member: number;
  readonly data: Data;
  readonly evidence: readonly Quote[];
  readonly claimed: string | null;
  readonly expected: string | null;
}

/** A rule that compares the reports of a batch with each other; described like any other rule. */
export interface BatchRule<Data = unknown> extends Omit<Rule<Data>, 'check'> {
  check(members: readonly Member[]): Iterable<BatchDraft<Data>>;
}

export const defineBatchRule = <Data>(rule: BatchRule<Data>): BatchRule<Data> => rule;
