import type { Block, Cell, Document, Paragraph, Table } from '../documents/model.js';

/**
 * The document with the section of every table and cell filled in, so that any quote can be found: by the table's own
 * title (a form at the end belongs to no 七、改进措施), else by the heading of the paragraph before it. `paragraphs` are
 * the document's own, in order, their sections already named.
 */
export function placeTables(document: Document, paragraphs: readonly Paragraph[]): Document {
  let next = 0;
  let section: string | null = null;
  let title: TableTitle | null = null;
  const blocks = document.blocks.map((block): Block => {
    if (block.kind === 'table') {
      if (title) title = { ...title, lines: 0 };
      return placeTable(block, title?.words ?? section);
    }
    const placed = paragraphs[next++] ?? block;
    section = placed.where.section;
    title = titleAfter(placed, title);
    return placed;
  });
  return { ...document, blocks };
}

/** The title of the table that follows, and how many lines stand between the two. */
interface TableTitle {
  readonly words: string;
  readonly lines: number;
}

/** A line that names a table: 部门整体支出绩效自评表, 附件1：评分表（2023年度）. */
const TITLE =
  /^(?:附[件表]?[一二三四\d]{0,2}[：:]?)?[^。；，,;：:、]{2,40}表(?:[（(][^（）()]{1,20}[）)])?$/u;
/** Lines between a title and its table: the year, the unit of money, who fills it in. */
const MOST_LINES = 3;
const LONGEST_LINE = 80;

function titleAfter({ text }: Paragraph, before: TableTitle | null): TableTitle | null {
  if (text.length > LONGEST_LINE) return null;
  const words = text.replace(/\s/gu, '');
  if (TITLE.test(words)) return { words, lines: 0 };
  return before && before.lines < MOST_LINES ? { ...before, lines: before.lines + 1 } : null;
}

const placeTable = (table: Table, section: string | null): Table => ({
  ...table,
  where: { ...table.where, section },
  cells: table.cells.map((cell): Cell => placeCell(cell, section)),
});

const placeCell = (cell: Cell, section: string | null): Cell => ({
  ...cell,
  where: { ...cell.where, section },
  nested: cell.nested.map((inner) => placeTable(inner, section)),
});

/** All tables in reading order, those inside cells right after the table that holds them. */
export function allTables(blocks: readonly Block[]): readonly Table[] {
  const tables: Table[] = [];
  // A stack instead of recursion: nesting depth comes from outside.
  const waiting = blocks.filter((block) => block.kind === 'table').reverse();
  while (waiting.length > 0) {
    const table = waiting.pop() as Table;
    tables.push(table);
    const inner = table.cells.flatMap((cell) => cell.nested);
    for (const nested of inner.reverse()) waiting.push(nested);
  }
  return tables;
}
