import type { AuditResult, ReportResult } from './result.js';

/** What an output may know besides the result. */
export interface FormatOptions {
  /** Whether to show the rescoring of every item and every figure that was not checked. */
  readonly verbose: boolean;
  /** Whether the reader is a terminal that shows colours. */
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Version of jihe, for outputs that name their maker. */
  readonly version: string;
  /** When the audit was made, for outputs that are signed and dated; null leaves the date out. */
  readonly now: Date | null;
}

export const DEFAULT_FORMAT_OPTIONS: FormatOptions = {
  verbose: false,
  colour: false,
  width: 100,
  version: '0.1.0',
  now: null,
};

/** What a format gives: text, or the bytes of a file. */
export type Rendered = string | Uint8Array;

interface FormatBase {
  /** As given to --format. */
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** Extension of the files it makes, without the dot. */
  readonly extension: string;
  /** Binary formats go to a file, never to a terminal. */
  readonly binary: boolean;
}

/** An output that holds all reports together. */
export interface BatchFormat extends FormatBase {
  readonly scope: 'batch';
  readonly render: (result: AuditResult, options: FormatOptions) => Rendered | Promise<Rendered>;
}

/** An output of one file per report. */
export interface ReportFormat extends FormatBase {
  readonly scope: 'report';
  /** `original` is the audited file, null when it cannot be read any more. */
  readonly render: (
    report: ReportResult,
    original: Uint8Array | null,
    options: FormatOptions,
  ) => Rendered | Promise<Rendered>;
}

export type Format = BatchFormat | ReportFormat;
