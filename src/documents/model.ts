/**
 * What a carrier (Word, PDF, …) holds, free of the carrier: paragraphs and tables in reading order,
 * each with the place where it stands, and the losses: everything that could not be read.
 *
 * Readers close line breaks and spaces that the layout put inside words and numbers, and fold Chinese
 * radicals into characters; otherwise text is kept verbatim (full-width digits stay full-width), so that a
 * quote taken from here is text that stands in the report.
 */

/** The kind of carrier, told from its content and never from the file's name. */
export type Carrier = 'docx' | 'doc' | 'pdf';

/** A place in the report. Numbers count from 1; absent is null. */
export interface Locator {
  /** PDF page; null where the carrier has no pages. */
  readonly page: number | null;
  /** Heading of the section as printed, e.g. 五、综合评价结果; filled by the report layer. */
  readonly section: string | null;
  /** Ordinal of the body paragraph. */
  readonly paragraph: number | null;
  /** Ordinal of the table in the document. */
  readonly table: number | null;
  /** Row and column of a cell on the true grid. */
  readonly row: number | null;
  readonly column: number | null;
}

/** Where a paragraph stands besides the running text. Only `body` and `textbox` are read as the report's words. */
export type Stratum =
  | 'body'
  | 'textbox'
  | 'header'
  | 'footer'
  | 'watermark'
  | 'footnote'
  | 'endnote'
  | 'comment'
  | 'contents'; // an entry of the table of contents: a heading printed a second time

/** One paragraph, its layout breaks closed. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** The words, without the automatic number. */
  readonly text: string;
  /** The automatic list number as Word prints it (一、, （一）, 1.), null when there is none. */
  readonly number: string | null;
  /** 0 for 标题 1 or Heading 1, 1 for 标题 2 …; null when the paragraph has no heading style or it is not known. */
  readonly headingLevel: number | null;
  readonly stratum: Stratum;
  readonly where: Locator;
}

/** One cell of a table on the true grid. Covered positions have no cell of their own. */
export interface Cell {
  /** 1-based position of the cell's upper left corner. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Paragraphs of the cell joined by line feeds; an empty cell is ''. */
  readonly text: string;
  /** Tables inside the cell; their rows are never rows of this table, nor is their text in `text`. */
  readonly nested: readonly Table[];
  readonly where: Locator;
}

/** A table on its true grid. */
export interface Table {
  readonly kind: 'table';
  readonly rowCount: number;
  readonly columnCount: number;
  /** Cells in row-major order. A grid position that no cell covers has no cell there (gridBefore, ragged rows). */
  readonly cells: readonly Cell[];
  /** False when merges or columns had to be guessed; the reason stands among the losses. */
  readonly gridCertain: boolean;
  readonly where: Locator;
}

export type Block = Paragraph | Table;

/** What kind of thing a reader could not, or did not, read. */
export type LossKind =
  | 'no-text' // pages without a text layer
  | 'picture'
  | 'object' // embedded workbook, chart, …
  | 'formula'
  | 'hidden' // hidden text, left out
  | 'external' // linked content, never fetched
  | 'characters' // undecodable or direction-changing characters
  | 'damaged' // a repaired file: parts may be missing
  | 'layout' // a table whose grid is not certain
  | 'limit'; // more than the bounds allow

/** Content that stands in the file and was not read. Silence means read, never skipped. */
export interface Loss {
  readonly kind: LossKind;
  /** One Chinese sentence: what, where, what to do. */
  readonly message: string;
  /** Verbatim text that shows the loss, '' when there is none to show. */
  readonly quote: string;
  /** Pages concerned, for no-text; empty otherwise. */
  readonly pages: readonly number[];
  readonly where: Locator;
}

/** An unaccepted revision mark (修订). The document reads as if every revision were accepted. */
export interface Revision {
  readonly kind: 'inserted' | 'deleted' | 'moved' | 'row-inserted' | 'row-deleted';
  /** The words inserted, deleted or moved. */
  readonly text: string;
  /** The paragraph or cell as audited (revisions accepted) … */
  readonly accepted: string;
  /** … and as it reads when revisions are rejected. */
  readonly rejected: string;
  readonly where: Locator;
}

/** A report as read from its carrier. */
export interface Document {
  readonly carrier: Carrier;
  /** Number of pages, null where the carrier has none. */
  readonly pageCount: number | null;
  /** Body paragraphs, text boxes and tables in reading order. */
  readonly blocks: readonly Block[];
  /** Headers, footers, watermarks, notes, comments and tables of contents: kept out of the running text. */
  readonly furniture: readonly Paragraph[];
  readonly revisions: readonly Revision[];
  readonly losses: readonly Loss[];
}

/** A file that cannot be audited at all. The message is a Chinese sentence: what is wrong and what to do. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** A locator that names nothing; spread it and fill in what is known. */
export const NOWHERE: Locator = {
  page: null,
  section: null,
  paragraph: null,
  table: null,
  row: null,
  column: null,
};
