import { shownNames } from './files.js';
import { neutral } from './neutral.js';
import { printableLines } from './printable.js';
import { findingRecords, RECORD_TITLES } from './records.js';
import type { AuditResult, ReportResult } from './result.js';

/**
 * The 问题清单 as comma-separated values (RFC 4180), with the byte order mark without which Excel reads Chinese as
 * garbage. A file that could not be audited has a row of its own: a list never leaves one out in silence.
 */
export const render = (result: AuditResult): string =>
  `\ufeff${[[...RECORD_TITLES], ...rows(result.reports)].map(row).join('')}`;

function rows(reports: readonly ReportResult[]): string[][] {
  const names = shownNames(reports.map(({ file }) => file));
  const found = findingRecords(reports).map((record) => [
    String(record.ordinal),
    record.unit,
    record.file,
    record.place,
    record.severity,
    record.title,
    record.message,
    record.quotes,
    record.claimed ?? '',
    record.expected ?? '',
    record.basis,
    record.suggestion,
  ]);
  const unreadable = reports
    .filter((report) => report.status === 'unreadable')
    .map((report) => [
      '',
      '',
      names.get(report.file) ?? report.file,
      '',
      '无法审核',
      '无法审核',
      report.reason ?? '',
      '',
      '',
      '',
      '',
      '',
    ]);
  return [...found, ...unreadable];
}

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(text: string): string {
  const safe = neutral(printableLines(text));
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
