import { SEVERITY_WORDS } from '../checks/rule.js';
import { shownNames } from './files.js';
import { clip } from './printable.js';
import { quoteLines } from './quotes.js';
import { type FindingResult, openFindings, type ReportResult } from './result.js';
import { expectedWords } from './words.js';

/** A finding as a row of a list that people send: every value in words. */
export interface FindingRecord {
  readonly ordinal: number;
  readonly unit: string;
  readonly file: string;
  /** Places of all quotes, each once, one a line. */
  readonly place: string;
  readonly severity: string;
  readonly title: string;
  readonly message: string;
  /** All quotes, in quotation marks, one a line. */
  readonly quotes: string;
  readonly claimed: string | null;
  readonly expected: string | null;
  readonly basis: string;
  readonly suggestion: string;
  readonly source: FindingResult;
}

/** Headings of the twelve columns that are filled in, and of the three that people fill in. */
export const RECORD_TITLES = [
  '序号',
  '单位',
  '文件',
  '位置',
  '级别',
  '问题类型',
  '问题描述',
  '原文',
  '自评值',
  '应为',
  '依据',
  '整改建议',
] as const;
export const BLANK_TITLES = ['单位说明', '整改期限', '复核结果'] as const;

/** The open findings of all reports, numbered through, in the order of the reports. */
export function findingRecords(reports: readonly ReportResult[]): FindingRecord[] {
  const names = shownNames(reports.map(({ file }) => file));
  return reports
    .flatMap((report) => openFindings(report).map((finding) => ({ report, finding })))
    .map(({ report, finding }, at) => ({
      ordinal: at + 1,
      unit: report.unit ?? '未读出',
      file: names.get(report.file) ?? report.file,
      place: distinct(quoteLines(finding.evidence).map(({ place }) => place)).join('\n'),
      severity: SEVERITY_WORDS[finding.severity],
      title: finding.title,
      message: finding.message,
      quotes: quoteLines(finding.evidence)
        .map(({ quotes }) => quotes.map((quote) => `“${clip(quote, 300)}”`).join(''))
        .join('\n'),
      claimed: finding.claimed,
      expected: expectedWords(finding),
      basis: finding.basis,
      suggestion: finding.suggestion,
      source: finding,
    }));
}

const distinct = (places: readonly string[]): string[] =>
  [...new Set(places)].filter((place) => place !== '');
