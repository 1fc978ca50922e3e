/**
 * jihe（稽核）: audits a finished self-evaluation report against itself, the calendar and its scoring rules.
 *
 *     import { audit } from 'jihe';
 *     const result = await audit(bytes, { file: '自评报告.docx' });
 *     for (const finding of result.findings) console.log(finding.message);
 */
import { type Outcome, reportResult, withFindings } from './audit-result.js';
import { type Digest, digestOf } from './checks/batch/digest.js';
import { runBatchRules } from './checks/batch/index.js';
import { ALL_RULES } from './checks/index.js';
import type { Audit } from './checks/rule.js';
import { runRules } from './checks/run.js';
import { rescoredMentions, understoodMentions } from './coverage.js';
import { readDocument } from './documents/index.js';
import { DEFAULT_LIMITS, type Limits } from './documents/limits.js';
import type { Document } from './documents/model.js';
import type { ReportResult } from './formats/result.js';
import { readReport } from './report/index.js';
import type { Mention } from './report/model.js';
import { rescore } from './rescoring/index.js';
import type { Rubric } from './rubric/rubric.js';

export { UnreadableError } from './documents/model.js';
export type { FindingResult, ItemResult, ReportResult } from './formats/result.js';
export type { Rubric } from './rubric/rubric.js';

/** How a report is to be audited. */
export interface AuditOptions {
  /** Name under which the report is listed; nothing is read from it. */
  readonly file?: string;
  /** The rubric that the bureau issued; without it the report's own printed rules are used. */
  readonly rubric?: Rubric | null;
  /** The year the report must be for; without it the year on its cover. */
  readonly year?: number | null;
  readonly limits?: Limits;
}

/**
 * Audits one report.
 *
 * @param bytes the file's content: Word (.docx, .doc) or PDF, told from the content
 * @throws UnreadableError when the file cannot be audited at all; the message says what to do
 */
export async function audit(bytes: Uint8Array, options: AuditOptions = {}): Promise<ReportResult> {
  const document = await readDocument(bytes, options.limits ?? DEFAULT_LIMITS);
  return auditDocument(document, options);
}

/** Audits a document that has been read already. */
export async function auditDocument(document: Document, options: AuditOptions = {}): Promise<ReportResult> {
  const outcome = await outcomeOf(document, options);
  return reportResult(options.file ?? '', outcome);
}

/** One report of a batch: its own result, and what the reports are compared by. */
export interface BatchEntry {
  readonly report: ReportResult;
  readonly digest: Digest;
}

/** Audits one report of a batch; `acrossReports` then adds what only shows beside the others. */
export async function auditForBatch(bytes: Uint8Array, options: AuditOptions = {}): Promise<BatchEntry> {
  const document = await readDocument(bytes, options.limits ?? DEFAULT_LIMITS);
  const outcome = await outcomeOf(document, options);
  return { report: reportResult(options.file ?? '', outcome), digest: digestOf(outcome.report) };
}

/** The results of a batch, each with the findings of the rules across reports added; the order is kept. */
export async function acrossReports(entries: readonly BatchEntry[]): Promise<readonly ReportResult[]> {
  const found = await runBatchRules(entries.map(({ report, digest }) => ({ file: report.file, digest })));
  return entries.map(({ report }, index) => withFindings(report, found.get(index) ?? []));
}

async function outcomeOf(document: Document, options: AuditOptions): Promise<Outcome> {
  const issued = options.rubric ?? null;
  const report = readReport(document);
  const rescoring = rescore(report, issued);
  const checked = new Set<Mention>(rescoredMentions(report, rescoring));
  const subject: Audit = {
    report,
    rescoring,
    issued,
    year: options.year ?? report.year?.value ?? null,
    checked: (...mentions) => {
      for (const mention of mentions) if (mention) checked.add(mention);
    },
  };
  const findings = await runRules(ALL_RULES, subject);
  return { report, rescoring, findings, understood: understoodMentions(report), checked };
}
