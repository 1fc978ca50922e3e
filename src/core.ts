/**
 * The audit without a file system, for a page or a host of its own: supply the rule files first.
 *
 *     import { audit, parseRuleFiles, useRuleFiles } from 'jihe/core';
 *     useRuleFiles(parseRuleFiles({ vocabulary, grades, formulas }));   // the texts of rules/*.yaml
 *     const result = await audit(bytes);
 */
export type { AuditOptions } from './audit.js';
export { audit } from './audit.js';
export { UnreadableError } from './documents/model.js';
export type { FindingResult, ItemResult, ReportResult } from './formats/result.js';
export { EditedFileError } from './language/edited-file.js';
export { parseRubric, RubricError } from './rubric/file.js';
export type { Rubric } from './rubric/rubric.js';
export type { RuleFiles } from './rule-files.js';
export { useRuleFiles } from './rule-files.js';
export type { RuleFileTexts } from './rule-files-text.js';
export { parseRuleFiles } from './rule-files-text.js';
