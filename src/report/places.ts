import type { Block, Cell, Document, Paragraph, Table } from '../documents/model.js';

/**
 * The document with the section of every table and cell filled in from the paragraph before it, so that any quote
 * can be found by its heading. `paragraphs` are the document's own, in order, their sections already named.
 */
export function placeTables(document: Document, paragraphs: readonly Paragraph[]): Document {
  let next = 0;
  let section: string | null = null;
  const blocks = document.blocks.map((block): Block => {
    if (block.kind === 'table') return placeTable(block, section);
    const placed = paragraphs[next++] ?? block;
    section = placed.where.section;
    return placed;
  });
  return { ...document, blocks };
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
