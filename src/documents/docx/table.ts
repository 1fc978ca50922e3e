/** First pass over tables: rows and cells with their spans, merges and gaps as mammoth understands them. */
import { UnreadableError } from '../model.js';
import { child, elements, toggle, type XmlElement } from '../ooxml/xml.js';
import type { BlockWriter, Container } from './blocks.js';
import { spanByWidth } from './columns.js';
import { cellOpening, gapCell, joinCell } from './markup.js';
import type { Mark, PendingLoss } from './records.js';
import { type Row, type RowCell, readRow, unwrap } from './rows.js';
import { type Context, PLAIN } from './story.js';

/** A row that stays, or the mark of one that does not. */
interface Kept {
  readonly marks: readonly Mark[];
  readonly row: Row;
}

/** Writes a table, or its words alone where the story is flat. */
export function writeTable(
  writer: BlockWriter,
  table: XmlElement,
  container: Container,
  context: Context,
): void {
  const { rows, trailing } = keptRows(writer, table, context);
  if (rows.length === 0) {
    // A table whose rows were all deleted leaves its marks at the place where it stood.
    if (trailing.length + writer.lossesAhead.length > 0) writer.place([]).rowMarks.push(...trailing);
    return;
  }
  if (writer.story.flat) {
    for (const { row } of rows)
      for (const { element, context: around } of row.cells) writer.blocks(element, 'cell', around);
    return;
  }
  const laid = spanByWidth(rows.map(({ row }) => row));
  const { out } = writer;
  out.push('<w:tbl>');
  let above: ReadonlyMap<number, number> = new Map();
  laid.forEach((row, i) => {
    refuseTooMany(writer, row);
    const merges = mergesOf(row, above);
    above = merges.open;
    const cut = i > 0 && container === 'running' && out.betweenRows();
    writer.rowMarks.push(...(rows[i]?.marks ?? []));
    writeRow(writer, row, merges.kinds, cut);
  });
  out.push('</w:tbl>');
  writer.rowMarks.push(...trailing);
  writer.close();
}

function keptRows(
  writer: BlockWriter,
  table: XmlElement,
  context: Context,
): { rows: Kept[]; trailing: Mark[] } {
  const rows: Kept[] = [];
  let marks: Mark[] = [];
  for (const { element, context: around } of unwrap(table, 'w:tr', context)) {
    const properties = child(element, 'w:trPr');
    const deleted = child(properties, 'w:del') !== undefined || around.removed !== null;
    const inserted = child(properties, 'w:ins') !== undefined;
    if (deleted || inserted) marks.push(rowMark(element, deleted));
    if (deleted) continue;
    if (toggle(properties, 'w:hidden') === true) {
      writer.lossesAhead.push(concealed('此处有隐藏的表格行', allWords(element)));
      continue;
    }
    const row = readRow(element, inserted ? { ...around, wholeRow: true, added: 'inserted' } : around);
    if (row.cells.length === 0) continue;
    rows.push({ row, marks });
    marks = [];
  }
  return { rows, trailing: marks };
}

function refuseTooMany(writer: BlockWriter, row: Row): void {
  const { counts, limits } = writer.story.source;
  counts.cells += row.cells.length;
  if (counts.cells > limits.cells)
    throw new UnreadableError(
      `表格单元格超过 ${limits.cells} 个的上限，不像一份报告，未予审核；确需审核的，请拆分文件或调高上限。`,
    );
}

/**
 * The vertical merges of a row that hold: a cell goes on from above only where a merge of the same width is open.
 * `open` gives the columns with an open merge, and its width, for the next row.
 */
function mergesOf(
  row: Row,
  above: ReadonlyMap<number, number>,
): { readonly kinds: readonly RowCell['merge'][]; readonly open: ReadonlyMap<number, number> } {
  const open = new Map<number, number>();
  let column = row.before;
  const kinds = row.cells.map(({ merge, span }): RowCell['merge'] => {
    const kind = merge === 'continue' && above.get(column) !== span ? 'restart' : merge;
    if (kind !== null) open.set(column, span);
    column += span;
    return kind;
  });
  return { kinds, open };
}

function writeRow(writer: BlockWriter, row: Row, kinds: readonly RowCell['merge'][], cut: boolean): void {
  const { out } = writer;
  out.push('<w:tr>');
  if (row.before > 0) out.push(gapCell(row.before));
  row.cells.forEach(({ element, context, span }, i) => {
    const kind = kinds[i] ?? null;
    // What stands under a merge is not printed, and mammoth drops it.
    if (kind === 'continue') {
      coveredWords(writer, element);
      out.push(cut ? joinCell(span) : `${cellOpening(span, kind)}</w:tc>`);
      return;
    }
    out.push(cellOpening(span, kind));
    writer.blocks(element, 'cell', context);
    writer.close();
    out.push('</w:tc>');
  });
  if (row.after > 0) out.push(gapCell(row.after));
  out.push('</w:tr>');
}

function coveredWords(writer: BlockWriter, cell: XmlElement): void {
  const words = allWords(cell).trim();
  if (words !== '') writer.lossesAhead.push(concealed('此处合并单元格下盖住了文字，Word 不显示', words));
}

const concealed = (what: string, words: string): PendingLoss => ({
  kind: 'hidden',
  message: `${what}，未计入核查；请在 Word 中显示出来，确认后删除或恢复。`,
  quote: words.slice(0, 200),
});

const rowMark = (row: XmlElement, deleted: boolean): Mark => ({
  kind: deleted ? 'row-deleted' : 'row-inserted',
  text: unwrap(row, 'w:tc', PLAIN)
    .map(({ element }) => allWords(element))
    .join(' | '),
  away: false,
});

/** All the words under an element, removed ones too: for naming what is not read. */
function allWords(element: XmlElement): string {
  if (element.name === 'w:t' || element.name === 'w:delText') return element.children.join('');
  return elements(element).map(allWords).join('');
}
