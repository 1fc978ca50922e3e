import { annotated } from './docx/annotate.js';
import { opinion } from './docx/opinion.js';
import type { FormatOptions, Rendered } from './format.js';
import type { ReportResult } from './result.js';

/**
 * One Word file per report: for .docx a copy with comments at the quoted words, for PDF and .doc a 审核意见. The
 * original is read and never touched.
 */
export const render = (report: ReportResult, original: Uint8Array | null, { now }: FormatOptions): Rendered =>
  (report.format === 'docx' && original !== null ? annotated(original, report, now) : null) ??
  opinion(report, now);
