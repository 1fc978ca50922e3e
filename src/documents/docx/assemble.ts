/** Second pass: mammoth's tree and the records of the first pass become the Document. */
import type { Block, Document, Locator, Loss, Paragraph, Revision, Table } from '../model.js';
import { NOWHERE } from '../model.js';
import { layOut } from './grid.js';
import type { MammothNode } from './mammoth.js';
import { MORE } from './markup.js';
import { keyOf, type Read, type ReadCell, readParagraph, readRows } from './read.js';
import type { ParagraphRecord, PendingLoss, Records } from './records.js';

/** Puts the Document together, block by block in the order of the markup. */
export class Assembler {
  private readonly blocks: Block[] = [];
  private readonly furniture: { paragraph: Paragraph; record: ParagraphRecord }[] = [];
  private readonly losses: Loss[] = [];
  private readonly records: Records;
  private readonly texts = new Map<number, string>();
  private readonly places = new Map<number, Locator>();
  /** Keys of readings with revisions rejected: they are no paragraphs of the document. */
  private readonly rejected: ReadonlySet<number>;
  /** Rows of the table that is being taken. */
  private rows: ReadCell[][] = [];
  private goesOn = false;
  private paragraphs = 0;
  private tables = 0;

  constructor(records: Records) {
    this.records = records;
    this.rejected = new Set(records.all.flatMap(({ rejected }) => (rejected === null ? [] : [rejected])));
  }

  /** Notes the text of a rejected reading; those stand after all stories. */
  hear(node: MammothNode): void {
    const key = keyOf(node);
    if (key !== null && this.rejected.has(key))
      this.texts.set(key, readParagraph(node, this.records.all).text);
  }

  /** Takes the next piece. A table that goes on in the piece after it is kept open until all its rows are there. */
  take(nodes: readonly MammothNode[]): void {
    for (const node of nodes) {
      if (node.type === 'table') {
        if (!this.goesOn) this.endTable();
        this.goesOn = false;
        for (const row of readRows(node, this.records.all)) this.rows.push(row);
      } else if (node.children?.[0]?.name === MORE) this.goesOn = true;
      else if (node.type === 'paragraph') {
        this.endTable();
        this.paragraph(node);
      }
    }
  }

  /** The document; `general` are losses that concern no place in particular. */
  document(general: readonly PendingLoss[]): Document {
    this.endTable();
    const furniture = this.furniture.map(({ paragraph, record }) => ({
      ...paragraph,
      where: this.places.get(record.anchor ?? -1) ?? paragraph.where,
    }));
    for (const loss of general) this.lose(loss, NOWHERE);
    return {
      carrier: 'docx',
      pageCount: null,
      blocks: this.blocks,
      furniture,
      revisions: this.revisions(),
      losses: gathered(this.losses),
    };
  }

  private paragraph(node: MammothNode): void {
    const key = keyOf(node);
    if (key !== null && this.rejected.has(key)) {
      this.hear(node);
      return;
    }
    const { record, text, odd } = readParagraph(node, this.records.all);
    if (record === null) return;
    const running = record.stratum === 'body' || record.stratum === 'textbox';
    // The ordinal is known only when the paragraph has words; what is lost in an empty one stands after the last.
    const printed = text !== '' || (record.number !== null && running);
    if (printed && running) this.paragraphs++;
    const where: Locator =
      running && this.paragraphs > 0 ? { ...NOWHERE, paragraph: this.paragraphs } : NOWHERE;
    this.keep({ record, text, odd }, text, where);
    if (!printed) return;
    const paragraph: Paragraph = {
      kind: 'paragraph',
      text,
      number: record.number,
      headingLevel: record.headingLevel,
      stratum: record.stratum,
      where,
    };
    if (running) this.blocks.push(paragraph);
    else this.furniture.push({ paragraph, record });
  }

  private endTable(): void {
    if (this.rows.length > 0) this.blocks.push(this.table(this.rows, ++this.tables, null));
    this.rows = [];
  }

  private table(rows: readonly (readonly ReadCell[])[], ordinal: number, outer: Locator | null): Table {
    const tableWhere = outer ?? { ...NOWHERE, table: ordinal };
    const grid = layOut(rows);
    const cells = grid.cells.map(({ cell, row, column, rowSpan, colSpan }) => {
      const where = outer ?? { ...tableWhere, row, column };
      for (const paragraph of cell.paragraphs) this.keep(paragraph, cell.text, where);
      const nested = cell.tables.map((inner) =>
        this.table(readRows(inner, this.records.all), ordinal, where),
      );
      return { row, column, rowSpan, colSpan, text: cell.text, nested, where };
    });
    if (grid.uncertain.length > 0) this.lose(shortRows(grid.uncertain, ordinal), tableWhere);
    return {
      kind: 'table',
      rowCount: grid.rowCount,
      columnCount: grid.columnCount,
      cells,
      gridCertain: grid.uncertain.length === 0,
      where: tableWhere,
    };
  }

  /** Notes the reading and the place of a paragraph, and what was lost in it. */
  private keep({ record, odd }: Pick<Read, 'record' | 'text' | 'odd'>, text: string, where: Locator): void {
    if (record === null) return;
    this.texts.set(record.key, text);
    this.places.set(record.key, where);
    for (const loss of record.losses) this.lose(loss, where);
    for (const loss of odd) this.lose(loss, where);
  }

  private lose(loss: PendingLoss, where: Locator): void {
    this.losses.push({ ...loss, pages: [], where });
  }

  private revisions(): Revision[] {
    const found: Revision[] = [];
    const arrived = new Set(
      this.records.all.flatMap(({ marks }) =>
        marks.filter(({ kind, away }) => kind === 'moved' && !away).map(({ text }) => text),
      ),
    );
    const last = this.lastOfMerged();
    for (const record of this.records.all) {
      const where = this.places.get(record.key) ?? NOWHERE;
      const accepted = this.texts.get(last[record.key] ?? record.key) ?? '';
      const rejected = record.rejected === null ? accepted : (this.texts.get(record.rejected) ?? '');
      for (const { kind, text, away } of record.marks) {
        if (away && arrived.has(text)) continue;
        // Blank lines put in or moved: both readings say the same.
        if (text.trim() === '' && accepted === rejected) continue;
        found.push({ kind: away ? 'deleted' : kind, text, accepted, rejected, where });
      }
      for (const { kind, text } of record.rowMarks) {
        const row = { ...where, column: null };
        if (kind === 'row-deleted') found.push({ kind, text, accepted: '', rejected: text, where: row });
        else found.push({ kind, text, accepted: text, rejected: '', where: row });
      }
    }
    return found;
  }

  /** For each paragraph the one that holds its words: it runs into paragraphs further down while marks are deleted. */
  private lastOfMerged(): readonly number[] {
    const last: number[] = [];
    for (const { key, mergedInto } of this.records.all.toReversed())
      last[key] = mergedInto === null ? key : (last[mergedInto] ?? mergedInto);
    return last;
  }
}

/** More places than this, of which the same is to be said, are one loss. */
const MOST_PLACES = 20;

/** The losses, those that say the same of very many places (此处有隐藏文字…) as one with their number. */
function gathered(losses: readonly Loss[]): Loss[] {
  const counts = new Map<string, number>();
  for (const { message } of losses) counts.set(message, (counts.get(message) ?? 0) + 1);
  const told = new Set<string>();
  return losses.flatMap((loss) => {
    const count = counts.get(loss.message) ?? 1;
    if (count <= MOST_PLACES || !loss.message.startsWith(HERE)) return [loss];
    if (told.has(loss.message)) return [];
    told.add(loss.message);
    return [{ ...loss, message: `有 ${count} 处${loss.message.slice(HERE.length)}` }];
  });
}

const HERE = '此处有';

const shortRows = (rows: readonly number[], table: number): PendingLoss => ({
  kind: 'layout',
  message: `第 ${table} 个表格的第 ${rows.slice(0, 10).join('、')}${rows.length > 10 ? ' 等' : ''} 行单元格数少于列数，无法确定各格属于哪一列；请在 Word 中补齐或合并单元格后再审核。`,
  quote: '',
});
