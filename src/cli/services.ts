import type { BatchProgress, Collected } from '../batch/index.js';
import type { Limits } from '../documents/limits.js';
import type { ReportResult } from '../formats/result.js';
import type { Rubric } from '../rubric/rubric.js';
import type { RuleDescription } from './rule-page.js';

/** What the audit of every file of a run shares. */
export interface AuditSettings {
  readonly rubric: Rubric | null;
  readonly year: number | null;
  readonly limits: Limits;
  /** Whether results of earlier runs over unchanged files are taken as they are (not with --no-cache). */
  readonly useCache: boolean;
}

/** What the commands need of the rest of the program; tests put stubs in its place. */
export interface Services {
  /** Every rule, loaded when asked for. */
  readonly rules: () => Promise<readonly RuleDescription[]>;
  /** Files, folders (recursive) and globs to candidates; what else lay in the folders. */
  readonly collect: (paths: readonly string[]) => Promise<Collected>;
  /**
   * Audits the files, results in the order of the files. Stops early, with what is done, when the signal fires.
   * Throws UsageError with file, line and key when one of the files of rules/ that people edit is wrong.
   */
  readonly audit: (
    files: readonly string[],
    settings: AuditSettings,
    signal: AbortSignal,
    onProgress: (progress: BatchProgress) => void,
  ) => Promise<readonly ReportResult[]>;
  /** What the rubric commands need, loaded when asked for. */
  readonly rubrics: () => Promise<RubricServices>;
}

/** How a scoring rule is read, as `rubric try --format json` prints it. */
export interface RuleTrial {
  readonly understood: boolean;
  /** The kind of rule: steps, bands, … ; null when not understood. */
  readonly kind: string | null;
  /** Every score the value may get; empty without a value. */
  readonly admissible: readonly string[];
  /** Every score the rule can give; null when continuous or not understood. */
  readonly attainable: readonly string[] | null;
  /** The least and the greatest score the value may get, shares of a started step included; null without a value. */
  readonly range: { readonly low: string; readonly high: string } | null;
  /** The rule as it was read, in words; when not understood: why. */
  readonly reading: string;
}

export interface RubricServices {
  readonly list: () => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** A built-in rubric by id, or a file; throws UsageError with a Chinese sentence. */
  readonly load: (idOrFile: string) => Promise<Rubric>;
  /** The rubric as a YAML file. */
  readonly print: (rubric: Rubric) => string;
  /** The scoring table of a report or blank template. */
  readonly fromReport: (path: string) => Promise<Rubric>;
}
