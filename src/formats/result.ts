import type { z } from 'zod';
import type { Severity } from '../checks/rule.js';
import type {
  auditResultSchema,
  coverageSchema,
  evidenceSchema,
  findingSchema,
  itemSchema,
  reportSchema,
  scoreSchema,
  summarySchema,
  whereSchema,
} from './result-schema.js';

// The types of the contract, without the library that checks them: only what reads results back needs that.
export type Where = z.infer<typeof whereSchema>;
export type EvidenceResult = z.infer<typeof evidenceSchema>;
export type FindingResult = z.infer<typeof findingSchema>;
export type ItemResult = z.infer<typeof itemSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type ScoreResult = z.infer<typeof scoreSchema>;
export type ReportResult = z.infer<typeof reportSchema>;
export type Summary = z.infer<typeof summarySchema>;
export type AuditResult = z.infer<typeof auditResultSchema>;

/** The words a reader sees for the statuses of an item. */
export const STATUS_WORDS: Readonly<Record<ItemResult['status'], string>> = {
  confirmed: '相符',
  contradicted: '不符',
  unverifiable: '无法核实',
  judgement: '需人工判断',
};

/** The findings that count: those no reviewer has set aside. */
export const openFindings = (report: ReportResult): readonly FindingResult[] =>
  report.findings.filter((finding) => !finding.suppressed);

/** Whether anything in the file was not read. */
export const hasUnread = (report: ReportResult): boolean => report.coverage.unread.length > 0;

/** A report of which not a word could be read (a scan): there was nothing to audit. */
export const isBlind = ({ findings, coverage, unit, items }: ReportResult): boolean =>
  findings.some(({ rule }) => rule === 'read/no-text') &&
  coverage.figures.seen === 0 &&
  unit === null &&
  items.length === 0;

/** Open findings of one severity, in one report. */
export const countOf = (report: ReportResult, severity: Severity): number =>
  openFindings(report).filter((finding) => finding.severity === severity).length;

/** The whole result from its reports, in their order. */
export function auditResult(
  reports: readonly ReportResult[],
  skipped: readonly string[] = [],
  own: readonly string[] = [],
): AuditResult {
  const total = (severity: Severity) => reports.reduce((sum, report) => sum + countOf(report, severity), 0);
  const audited = reports.filter((report) => report.status === 'audited').length;
  return {
    schema: 'jihe/1',
    reports,
    summary: {
      reports: reports.length,
      audited,
      unreadable: reports.length - audited,
      errors: total('error'),
      warnings: total('warning'),
      notices: total('notice'),
    },
    ...(skipped.length === 0 ? {} : { skipped }),
    ...(own.length === 0 ? {} : { own }),
  };
}

/** The entry of a file that could not be audited; `reason` is one Chinese sentence. */
export function unreadableReport(file: string, reason: string): ReportResult {
  return {
    file,
    format: null,
    status: 'unreadable',
    reason,
    unit: null,
    year: null,
    kind: null,
    score: {
      narrative: null,
      grade: null,
      tableTotal: null,
      itemSum: null,
      verified: null,
      verifiedGrades: [],
    },
    items: [],
    findings: [],
    coverage: {
      figures: { seen: 0, understood: 0, checked: 0 },
      items: { total: 0, confirmed: 0, contradicted: 0, unverifiable: 0, judgement: 0 },
      unread: [],
    },
  };
}
