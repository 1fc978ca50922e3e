/** Reads a PDF: paragraphs and tables in reading order, each with its page, from where the characters stand. */
import type { Limits } from '../limits.js';
import {
  type Block,
  type Cell,
  type Document,
  type Loss,
  NOWHERE,
  type Paragraph,
  type Stratum,
  type Table,
} from '../model.js';
import { alignedTables } from './aligned.js';
import { framedHeads } from './framed-heads.js';
import { furnitureOf } from './furniture.js';
import { joinTables } from './joining.js';
import type { Item, PageLayout, PrintedLine, PrintedTable } from './layout.js';
import { loss, ranges } from './losses.js';
import { asUnreadable } from './open.js';
import { type PagesRead, readPages } from './pages.js';
import { ParagraphBuilder } from './paragraphs.js';
import { cellText } from './prose.js';
import { withoutStrayRejections } from './stray.js';
import { hasUnruledRows } from './unruled-rows.js';
import { wholeTables } from './whole.js';

/**
 * Reads a PDF report. Pages without text, damage, undecodable characters and tables whose grid had to be guessed
 * are named among the losses.
 * @throws UnreadableError when the file cannot be read at all
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Document> {
  let read: PagesRead;
  try {
    read = await withoutStrayRejections(() => readPages(bytes, limits));
  } catch (error) {
    throw asUnreadable(error);
  }
  return assemble(read, limits);
}

function assemble({ layouts, pageCount, losses }: PagesRead, limits: Limits): Document {
  const framed = framedHeads(layouts);
  const unframed = without(layouts, new Set(framed.map(({ table }) => table)));
  const furniture = furnitureOf(unframed);
  const pages = without(unframed, new Set(furniture.map(({ line }) => line)));
  const aside = new Set<PrintedLine>();
  const aligned = alignedTables(
    pages.flatMap((page) => page.items),
    (lines) => {
      for (const line of lines) aside.add(line);
    },
    (table) => hasBrokenRows(table, layouts),
  );
  const unread = new Set([...aside].map(({ page }) => page));
  const flow = wholeTables(aligned, aside, (table) => unread.add(table.page).add(table.lastPage));
  const running = new Set<Item>(flow.filter((item) => !aside.has(item as PrintedLine)));
  const blocks = new Blocks(
    pages.map((page) => ({ ...page, items: page.items.filter((item) => running.has(item)) })),
    limits,
  );
  for (const item of joinTables(flow)) {
    // Lines of a table that was not read go on in no other line.
    if (item.kind === 'line' && aside.has(item)) blocks.end();
    blocks.add(item);
    if (item.kind === 'line' && aside.has(item)) blocks.end();
  }
  blocks.end();
  return {
    carrier: 'pdf',
    pageCount,
    blocks: blocks.all,
    furniture: [
      ...distinct(framed.map(({ table, stratum, text }) => ({ text, stratum, page: table.page }))),
      ...distinct(furniture.map(({ line, stratum }) => ({ text: line.line.text, stratum, page: line.page }))),
      ...distinct(
        layouts
          .filter((page) => page.watermarks !== '')
          .map(({ watermarks, page }) => ({ text: watermarks, stratum: 'watermark' as const, page })),
      ),
    ],
    revisions: [],
    losses: [...losses, ...blocks.losses, ...unreadTables(unread)],
  };
}

/**
 * Whether rules are drawn between the rows of a table whose rows and columns were told from alignment alone, and
 * cells are broken over lines: such lines stand level with those of other rows, and no alignment tells whose they are.
 */
function hasBrokenRows(table: PrintedTable, layouts: readonly PageLayout[]): boolean {
  if (table.cells.filter(({ lines }) => lines.length > 1).length < 2) return false;
  let count = 0;
  for (const { page, rowRules } of layouts)
    if (page >= table.page && page <= table.lastPage)
      count += rowRules.filter(
        (at) =>
          (page > table.page || at > table.box.top - 20) &&
          (page < table.lastPage || at < table.box.bottom + 20),
      ).length;
  return count >= 2;
}

function unreadTables(found: ReadonlySet<number>): Loss[] {
  if (found.size === 0) return [];
  const pages = [...found].sort((a, b) => a - b);
  return [
    loss(
      'layout',
      `${ranges(pages)}有按列排齐的文字，像是没有画全表格线的表格，无法确定各格属于哪一行哪一列，没有按表格读取，其中内容未经核查；请加上表格线，或用 Word 原件再审核。`,
      pages,
    ),
  ];
}

const without = (pages: readonly PageLayout[], aside: ReadonlySet<Item>): PageLayout[] =>
  pages.map((page) => ({ ...page, items: page.items.filter((item) => !aside.has(item)) }));

/** Running heads and feet once each, at the first page that has them. */
function distinct(
  found: readonly { readonly text: string; readonly stratum: Stratum; readonly page: number }[],
): Paragraph[] {
  const seen = new Set<string>();
  const result: Paragraph[] = [];
  for (const { text, stratum, page } of found) {
    if (seen.has(`${stratum} ${text}`)) continue;
    seen.add(`${stratum} ${text}`);
    result.push({
      kind: 'paragraph',
      text,
      number: null,
      headingLevel: null,
      stratum,
      where: { ...NOWHERE, page },
    });
  }
  return result;
}

/** Turns printed items into the blocks of the document, numbering them. */
class Blocks {
  readonly all: Block[] = [];
  readonly losses: Loss[] = [];
  readonly #limits: Limits;
  readonly #paragraphs: ParagraphBuilder;
  #paragraphCount = 0;
  #tableCount = 0;
  #cellCount = 0;
  #cut = false;

  constructor(pages: readonly PageLayout[], limits: Limits) {
    this.#paragraphs = new ParagraphBuilder(pages);
    this.#limits = limits;
  }

  add(item: Item): void {
    if (item.kind === 'line') this.#paragraph(this.#paragraphs.add(item));
    else {
      this.end();
      this.#table(item);
    }
  }

  end(): void {
    this.#paragraph(this.#paragraphs.end());
  }

  #paragraph(done: { readonly page: number; readonly text: string } | null): void {
    if (!done) return;
    if (this.#paragraphCount >= this.#limits.paragraphs) {
      this.#exceeded(
        `段落超过 ${this.#limits.paragraphs} 个，第 ${done.page} 页起的正文没有读取。`,
        done.page,
      );
      return;
    }
    this.all.push({
      kind: 'paragraph',
      text: done.text,
      number: null,
      headingLevel: null,
      stratum: 'body',
      where: { ...NOWHERE, page: done.page, paragraph: ++this.#paragraphCount },
    });
  }

  #table(printed: PrintedTable): void {
    if (this.#cellCount + printed.cells.length > this.#limits.cells) {
      this.#exceeded(
        `表格单元格超过 ${this.#limits.cells} 个，第 ${printed.page} 页起的表格没有读取。`,
        printed.page,
      );
      return;
    }
    this.all.push(this.#model(printed));
  }

  #model(printed: PrintedTable): Table {
    const ordinal = ++this.#tableCount;
    const where = { ...NOWHERE, page: printed.page, table: ordinal };
    this.#cellCount += printed.cells.length;
    const unruled = hasUnruledRows(printed);
    if (unruled)
      this.losses.push({
        ...loss(
          'layout',
          `第 ${printed.page} 页的表格没有画出行与行之间的横线，无法确定各格属于哪一行，没有按表格核查；请加上表格线，或用 Word 原件再审核。`,
          [printed.page],
        ),
        where,
      });
    else if (!printed.ruled)
      this.losses.push({
        ...loss(
          'layout',
          `第 ${printed.page} 页的表格没有画全边框线，行列按对齐位置推断，请人工核对该表。`,
          [],
          '',
        ),
        where,
      });
    else if (!printed.certain)
      this.losses.push({
        ...loss('layout', `第 ${printed.page} 页的表格线不完整，行列是推断出来的，请人工核对该表。`, [], ''),
        where,
      });
    return {
      kind: 'table',
      rowCount: printed.rowCount,
      columnCount: printed.xs.length - 1,
      cells: printed.cells.map(
        (cell): Cell => ({
          row: cell.row + 1,
          column: cell.column + 1,
          rowSpan: cell.rowSpan,
          colSpan: cell.colSpan,
          text: cellText(cell.lines),
          nested: cell.nested.map((inner) => this.#model(inner)),
          where: { ...where, page: cell.page, row: cell.row + 1, column: cell.column + 1 },
        }),
      ),
      gridCertain: printed.certain && !unruled,
      where,
    };
  }

  #exceeded(message: string, page: number): void {
    if (!this.#cut) this.losses.push(loss('limit', message, [page]));
    this.#cut = true;
  }
}
