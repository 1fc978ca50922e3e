import type { Locator } from '../documents/model.js';
import type { Quote, Report } from '../report/model.js';

/** Every text of the report with its place: paragraphs, cells, then page headers, footers and notes. */
export function* printedTexts(report: Report): Iterable<Quote> {
  for (const paragraph of report.paragraphs) yield quote(paragraph.text, paragraph.where);
  yield* cellTexts(report);
  for (const line of report.document.furniture) yield quote(line.text, line.where);
}

/** The texts of all cells, nested tables included. */
export function* cellTexts(report: Report): Iterable<Quote> {
  for (const table of report.tables)
    for (const cell of table.cells) if (cell.text !== '') yield quote(cell.text, cell.where);
}

const quote = (text: string, where: Locator): Quote => ({ text, where });
