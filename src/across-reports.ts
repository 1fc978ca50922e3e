/** What only shows when the reports of a batch are laid side by side. */
import { withFindings } from './audit-result.js';
import type { Digest } from './checks/batch/digest.js';
import { runBatchRules } from './checks/batch/index.js';
import type { ReportResult } from './formats/result.js';

/** One report of a batch: its own result, and what the reports are compared by. */
export interface BatchEntry {
  readonly report: ReportResult;
  readonly digest: Digest;
}

/** The results of a batch, each with the findings of the rules across reports added; the order is kept. */
export async function acrossReports(entries: readonly BatchEntry[]): Promise<readonly ReportResult[]> {
  const found = await runBatchRules(entries.map(({ report, digest }) => ({ file: report.file, digest })));
  return entries.map(({ report }, index) => withFindings(report, found.get(index) ?? []));
}
