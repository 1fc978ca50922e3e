import type { ReportResult } from '../formats/result.js';

/** A finding that a reviewer has looked at and set aside. */
export interface Suppression {
  readonly fingerprint: string;
  readonly reason: string;
  readonly by: string;
}

/** The file beside the reports that holds them. */
export const SUPPRESSIONS_FILE = 'jihe-suppressions.yaml';

/** What suppressing did: the reports with their findings marked, and the entries that matched none. */
export interface Suppressed {
  readonly reports: readonly ReportResult[];
  readonly stale: readonly Suppression[];
}

/** Marks the findings that were set aside. They stay in the result, with reason and name, and no longer count. */
export function suppress(reports: readonly ReportResult[], entries: readonly Suppression[]): Suppressed {
  const byFingerprint = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const used = new Set<string>();
  const marked = reports.map((report) => ({
    ...report,
    findings: report.findings.map((finding) => {
      const entry = byFingerprint.get(finding.fingerprint);
      if (!entry) return finding;
      used.add(entry.fingerprint);
      return { ...finding, suppressed: { reason: entry.reason, by: entry.by } };
    }),
  }));
  return { reports: marked, stale: entries.filter(({ fingerprint }) => !used.has(fingerprint)) };
}
