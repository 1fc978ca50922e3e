import type { AuditResult, FindingResult, ReportResult } from '../formats/result.js';
import { openFindings } from '../formats/result.js';

/** What became of one unit's findings between two rounds. */
export interface UnitRound {
  /** The unit's name, else the file's. */
  readonly unit: string;
  /** Findings of the first round that the second no longer has. */
  readonly mended: readonly FindingResult[];
  readonly remaining: readonly FindingResult[];
  readonly fresh: readonly FindingResult[];
  /** Why nothing can be said: the unit's report is missing from a round, or could not be audited in it. */
  readonly missing: 'before' | 'after' | null;
}

/**
 * Compares two rounds, unit by unit. Reports are matched by unit and year, else by file name; findings by their
 * fingerprints, which do not depend on where in the report the words stand. A report that the second round lacks or
 * could not audit has mended nothing.
 */
export function compareRounds(before: AuditResult, after: AuditResult): readonly UnitRound[] {
  const later = new Map(after.reports.map((report) => [keyOf(report), report]));
  const rounds = before.reports.map((report) => {
    const next = later.get(keyOf(report)) ?? null;
    later.delete(keyOf(report));
    return roundOf(report, next);
  });
  return [...rounds, ...[...later.values()].map((report) => roundOf(null, report))];
}

const keyOf = (report: ReportResult): string =>
  report.unit ? `${report.unit}/${report.year ?? ''}/${report.kind ?? ''}` : fileName(report.file);

const fileName = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;

function roundOf(before: ReportResult | null, after: ReportResult | null): UnitRound {
  const unit = before?.unit ?? after?.unit ?? fileName(before?.file ?? after?.file ?? '');
  if (before?.status !== 'audited')
    return { unit, mended: [], remaining: [], fresh: findingsOf(after), missing: 'before' };
  if (after?.status !== 'audited')
    return { unit, mended: [], remaining: findingsOf(before), fresh: [], missing: 'after' };
  const left = counted(findingsOf(after));
  const mended: FindingResult[] = [];
  for (const finding of findingsOf(before)) if (!take(left, finding.fingerprint)) mended.push(finding);
  const earlier = counted(findingsOf(before));
  const remaining: FindingResult[] = [];
  const fresh: FindingResult[] = [];
  for (const finding of findingsOf(after))
    (take(earlier, finding.fingerprint) ? remaining : fresh).push(finding);
  return { unit, mended, remaining, fresh, missing: null };
}

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
