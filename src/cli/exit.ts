import type { Severity } from '../checks/rule.js';
import { type AuditResult, countOf, isBlind } from '../formats/result.js';

/** What the command's end says: nothing found, something found, something that could not be done. */
export const EXIT = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;

/** The lightest severity that makes a run fail, or none. */
export type FailOn = Severity | 'never';

export const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'notice', 'never'];

const GRAVITY: readonly Severity[] = ['notice', 'warning', 'error'];

/** Status of a run: 2 when a file could not be audited or read at all, else 1 when a finding is grave enough, else 0. */
export function exitStatus(result: AuditResult, failOn: FailOn): number {
  if (result.summary.unreadable > 0 || result.reports.some(isBlind)) return EXIT.failed;
  if (failOn === 'never') return EXIT.clean;
  const grave = GRAVITY.slice(GRAVITY.indexOf(failOn));
  const found = result.reports.some((report) => grave.some((severity) => countOf(report, severity) > 0));
  return found ? EXIT.findings : EXIT.clean;
}
