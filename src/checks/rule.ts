import type { Mention, Quote, Report } from '../report/model.js';
import type { Rescoring } from '../rescoring/model.js';
import type { Rubric } from '../rubric/rubric.js';

/** error: provable from the printed figures. warning: a person must look. notice: worth knowing. */
export type Severity = 'error' | 'warning' | 'notice';

/** The words a reader sees for the severities. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '疑点',
  notice: '提示',
};

/** Everything a rule may look at. */
export interface Audit {
  readonly report: Report;
  readonly rescoring: Rescoring;
  /** The issued rubric given with --rubric, null when the report's own printed rules are used. */
  readonly issued: Rubric | null;
  /** The year the reports must be for (--year), else the year of the report itself; null when neither is known. */
  readonly year: number | null;
  /** Marks figures as having taken part in a check that reached a verdict: coverage counts them. */
  readonly checked: (...mentions: readonly (Mention | null)[]) => void;
}

/** What a rule found, as data; `message` and the rest are rendered from it by the rule's own renderer. */
export interface Draft<Data> {
  readonly data: Data;
  /** Every place that takes part in the contradiction, verbatim. Never empty for an error. */
  readonly evidence: readonly Quote[];
  /** What the report claims, as printed; null when nothing is claimed. */
  readonly claimed: string | null;
  /** What it should be; null when that cannot be said. */
  readonly expected: string | null;
  /** When this finding is graver or lighter than the rule's default. */
  readonly severity?: Severity;
}

/** One rule: one id, one file, one test. */
export interface Rule<Data = unknown> {
  readonly id: `${string}/${string}`;
  readonly severity: Severity;
  /** The problem type as a reviewer calls it, at most ten characters: 得分合计不符. */
  readonly title: string;
  /** One line on what it catches. */
  readonly summary: string;
  /** Why that is wrong: the regulation, or plain arithmetic. */
  readonly basis: string;
  /** A short example as it stands in reports, with the arithmetic. */
  readonly example: string;
  /** What it deliberately does not catch, and its cost; one entry each. */
  readonly limits: readonly string[];
  check(audit: Audit): Iterable<Draft<Data>>;
  /** One sentence that states the contradiction with both numbers. */
  message(data: Data): string;
  /** What to do about it. */
  suggestion(data: Data): string;
}

/** Declares a rule; the type parameter ties its data to its renderer. */
export const defineRule = <Data>(rule: Rule<Data>): Rule<Data> => rule;

/** A finding as printed and as in the JSON contract. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly evidence: readonly Quote[];
  readonly claimed: string | null;
  readonly expected: string | null;
  readonly suggestion: string;
  readonly basis: string;
  /** Stable across re-runs and unrelated edits: made of the rule and the quoted raw text, never of positions. */
  readonly fingerprint: string;
}
