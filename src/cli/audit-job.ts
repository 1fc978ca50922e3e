import type { BatchEntry } from '../across-reports.js';
import { type AuditOptions, auditForBatch } from '../audit.js';
import { type RuleFiles, useRuleFiles } from '../rule-files.js';

/** What a worker is told once: rule files that were read and checked on the main thread, and how to audit. */
export interface AuditJob {
  readonly ruleFiles: RuleFiles;
  readonly audit: AuditOptions;
}

/** The audit of one file of a batch: a job for a worker. */
export async function auditJob(bytes: Uint8Array, { ruleFiles, audit }: AuditJob): Promise<BatchEntry> {
  useRuleFiles(ruleFiles);
  return auditForBatch(bytes, audit);
}
