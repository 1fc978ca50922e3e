/** The way of one report through the program, from bytes to findings. Opens no file: rule files are supplied. */

import type { BatchEntry } from './across-reports.js';
import { type Outcome, reportResult } from './audit-result.js';
import { digestOf } from './checks/batch/digest.js';
import { ALL_RULES } from './checks/index.js';
import type { Audit } from './checks/rule.js';
import { runRules } from './checks/run.js';
import { rescoredMentions, understoodMentions } from './coverage.js';
import { readDocument } from './documents/index.js';
import { DEFAULT_LIMITS, type Limits } from './documents/limits.js';
import type { Document } from './documents/model.js';
import type { ReportResult } from './formats/result.js';
import { reportsIn } from './report/annexed-reports.js';
import { readReport } from './report/index.js';
import type { Mention } from './report/model.js';
import { rescore } from './rescoring/index.js';
import type { Rubric } from './rubric/rubric.js';

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
  return reportResult(options.file ?? '', await outcomesOf(document, options));
}

/** Audits one report of a batch; `acrossReports` then adds what only shows beside the others. */
export async function auditForBatch(bytes: Uint8Array, options: AuditOptions = {}): Promise<BatchEntry> {
  const document = await readDocument(bytes, options.limits ?? DEFAULT_LIMITS);
  const outcomes = await outcomesOf(document, options);
  return { report: reportResult(options.file ?? '', outcomes), digest: digestOf(outcomes[0].report) };
}

/** The outcome of the report, then those of the reports annexed to it; the bureau's rubric is for the report itself. */
async function outcomesOf(
  document: Document,
  options: AuditOptions,
): Promise<readonly [Outcome, ...Outcome[]]> {
  const [own, ...annexed] = reportsIn(document);
  const outcomes: [Outcome, ...Outcome[]] = [await outcomeOf(own, options)];
  for (const annex of annexed) outcomes.push(await outcomeOf(annex, { ...options, rubric: null }));
  return outcomes;
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
