import { annotated } from './docx/annotate.js';
import { opinion } from './docx/opinion.js';
import type { ReportFormat } from './format.js';

/**
 * One Word file per report: for .docx a copy with comments at the quoted words, for PDF and .doc a 审核意见. The
 * original is read and never touched.
 */
export const docx: ReportFormat = {
  name: 'docx',
  summary: '每份报告一个 Word 文件：.docx 原文加批注，PDF 和 .doc 出审核意见',
  extension: 'docx',
  binary: true,
  scope: 'report',
  render: (report, original, { now }) =>
    (report.format === 'docx' && original !== null ? annotated(original, report, now) : null) ??
    opinion(report, now),
};
