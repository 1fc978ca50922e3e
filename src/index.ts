/**
 * jihe（稽核）: audits a finished self-evaluation report against itself, the calendar and its scoring rules.
 *
 *     import { audit } from 'jihe';
 *     const result = await audit(bytes, { file: '自评报告.docx' });
 *     for (const finding of result.findings) console.log(finding.message);
 *
 * This entry reads the rule files of the installation, once. Where there is no file system, import `jihe/core`
 * instead and supply them with `useRuleFiles`.
 */
import { type AuditOptions, audit as auditWithRules } from './audit.js';
import type { ReportResult } from './formats/result.js';
import { haveRuleFiles, useRuleFiles } from './rule-files.js';
import { readRuleFiles } from './rule-files-on-disk.js';

export type { AuditOptions } from './audit.js';
export { UnreadableError } from './documents/model.js';
export type { FindingResult, ItemResult, ReportResult } from './formats/result.js';
export { parseRubric, RubricError } from './rubric/file.js';
export type { Rubric } from './rubric/rubric.js';

/**
 * Audits one report.
 *
 * @param bytes the file's content: Word (.docx, .doc) or PDF, told from the content
 * @throws UnreadableError when the file cannot be audited at all; the message says what to do
 */
export async function audit(bytes: Uint8Array, options: AuditOptions = {}): Promise<ReportResult> {
  if (!haveRuleFiles()) useRuleFiles(readRuleFiles());
  return auditWithRules(bytes, options);
}
