import { readDocument } from '../documents/index.js';
import { DEFAULT_LIMITS } from '../documents/limits.js';
import { readReport } from '../report/index.js';
import { rubricFromReport } from '../rubric/from-report.js';
import type { Rubric } from '../rubric/rubric.js';
import { type RuleFiles, useRuleFiles } from '../rule-files.js';

/** The scoring table of a report as a rubric, null without one: a job for a worker, as the file may be hostile. */
export async function rubricOf(bytes: Uint8Array, ruleFiles: RuleFiles): Promise<Rubric | null> {
  useRuleFiles(ruleFiles);
  return rubricFromReport(readReport(await readDocument(bytes, DEFAULT_LIMITS)));
}
