/**
 * What one file may cost. Every default stands here; the command line raises them by name. A file beyond a limit
 * is refused or its rest named as a loss, never cut in silence.
 */
export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes of all parts of a package once unpacked, counted while unpacking and never believed from the directory. */
  readonly unpackedBytes: number;
  /** Entries of a package. */
  readonly parts: number;
  /** Depth of XML elements, PDF objects and nested tables. */
  readonly depth: number;
  readonly paragraphs: number;
  /** Table cells in the whole document. */
  readonly cells: number;
  readonly pages: number;
  /** Characters of the whole text. */
  readonly characters: number;
  /** Seconds for one file, reading and auditing together. */
  readonly seconds: number;
  /** Megabytes of heap that the audit of one file may take. */
  readonly heapMegabytes: number;
}

/** Roomy for the largest real report seen (30 pages, 3.7 MB) by a factor of twenty or more. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 100_000_000,
  unpackedBytes: 200_000_000,
  parts: 5_000,
  depth: 500,
  paragraphs: 50_000,
  cells: 300_000,
  pages: 6_000,
  characters: 20_000_000,
  seconds: 60,
  heapMegabytes: 800,
};
