import type { AuditResult, FindingResult, ReportResult } from '../formats/result.js';
import { hasUnread, isBlind, openFindings } from '../formats/result.js';

/** What became of one unit's findings between two rounds. */
export interface UnitRound {
  /** The unit's name, else the file's. */
  readonly unit: string;
  /** The year of the report: a unit may have two in one round. */
  readonly year: number | null;
  /** Findings of the first round that the second no longer has. */
  readonly mended: readonly FindingResult[];
  readonly remaining: readonly FindingResult[];
  readonly fresh: readonly FindingResult[];
  /** Why nothing can be said: the unit's report is missing from a round, or could not be audited in it. */
  readonly missing: 'before' | 'after' | null;
  /** The second round's report has unread parts: what seems mended there may only be out of sight. */
  readonly partlyRead: boolean;
}

/**
 * Compares two rounds, unit by unit. Reports are matched by unit and year, those of several projects by file name and
 * then by what they have in common; a scan, which names no unit, by its file name. Findings are matched by their
 * fingerprints, which do not depend on where in the report the words stand. A report that the second round lacks or
 * could not read has mended nothing.
 */
export function compareRounds(before: AuditResult, after: AuditResult): readonly UnitRound[] {
  const later = new Set(after.reports);
  const matched = new Map<ReportResult, ReportResult>();
  for (const isMatch of [isSameFile, isSameReport, isSameName])
    for (const report of before.reports) {
      if (matched.has(report)) continue;
      const next = nearest(
        report,
        [...later].filter((other) => isMatch(report, other)),
      );
      if (!next) continue;
      matched.set(report, next);
      later.delete(next);
    }
  return [
    ...before.reports.map((report) => roundOf(report, matched.get(report) ?? null)),
    ...[...later].map((report) => roundOf(null, report)),
  ];
}

const isSameReport = (a: ReportResult, b: ReportResult): boolean => keyOf(a) === keyOf(b);
const isSameName = (a: ReportResult, b: ReportResult): boolean =>
  !(a.unit && b.unit) && stem(a.file) === stem(b.file);
const isSameFile = (a: ReportResult, b: ReportResult): boolean =>
  isSameReport(a, b) && stem(a.file) === stem(b.file);

/** The report that shares most findings with another; the first of equals. */
function nearest(report: ReportResult, others: readonly ReportResult[]): ReportResult | null {
  const own = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  const common = (other: ReportResult) =>
    other.findings.filter(({ fingerprint }) => own.has(fingerprint)).length;
  let best: ReportResult | null = null;
  for (const other of others) if (!best || common(other) > common(best)) best = other;
  return best;
}

const keyOf = (report: ReportResult): string =>
  report.unit ? `${report.unit}/${report.year ?? ''}/${report.kind ?? ''}` : fileName(report.file);

/** The name without its kind: a report handed in anew may come as PDF. */
const stem = (path: string): string => fileName(path).replace(/\.[^.]*$/u, '');

const fileName = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;

function roundOf(before: ReportResult | null, after: ReportResult | null): UnitRound {
  const unit = before?.unit ?? after?.unit ?? fileName(before?.file ?? after?.file ?? '');
  const year = before?.year ?? after?.year ?? null;
  const partlyRead = after !== null && hasUnread(after);
  if (!before || !isRead(before))
    return { unit, year, mended: [], remaining: [], fresh: findingsOf(after), missing: 'before', partlyRead };
  if (!after || !isRead(after))
    return { unit, year, mended: [], remaining: findingsOf(before), fresh: [], missing: 'after', partlyRead };
  const left = counted(findingsOf(after));
  const mended: FindingResult[] = [];
  for (const finding of findingsOf(before)) if (!take(left, finding.fingerprint)) mended.push(finding);
  const earlier = counted(findingsOf(before));
  const remaining: FindingResult[] = [];
  const fresh: FindingResult[] = [];
  for (const finding of findingsOf(after))
    (take(earlier, finding.fingerprint) ? remaining : fresh).push(finding);
  return { unit, year, mended, remaining, fresh, missing: null, partlyRead };
}

const isRead = (report: ReportResult): boolean => report.status === 'audited' && !isBlind(report);

const findingsOf = (report: ReportResult | null): readonly FindingResult[] =>
  report ? openFindings(report) : [];

/** How often each fingerprint occurs: one mended of two equal findings is one mended. */
function counted(findings: readonly FindingResult[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint } of findings) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, fingerprint: string): boolean {
  const count = counts.get(fingerprint) ?? 0;
  if (count > 0) counts.set(fingerprint, count - 1);
  return count > 0;
}
