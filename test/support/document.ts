import type { Block, Cell, Document, Paragraph, Table } from '../../src/documents/model.ts';
import { NOWHERE } from '../../src/documents/model.ts';

/** A paragraph given as words, or a table given as rows of printed cells. */
export type Sketch = string | readonly (readonly SketchCell[])[];

/**
 * A printed cell: its words, or words with spans. Positions covered by a merged cell are left out of the row,
 * as in HTML; `null` stands for a grid position without any cell.
 */
export type SketchCell =
  | string
  | null
  | { readonly text: string; readonly rows?: number; readonly cols?: number };

/** A document as a reader would yield it, from paragraphs and tables written down in a test. */
export function sketch(...parts: readonly Sketch[]): Document {
  const blocks: Block[] = [];
  let paragraphs = 0;
  let tables = 0;
  for (const part of parts) {
    if (typeof part === 'string') blocks.push(paragraph(part, ++paragraphs));
    else blocks.push(table(part, ++tables));
  }
  return { carrier: 'docx', pageCount: null, blocks, furniture: [], revisions: [], losses: [] };
}

const paragraph = (text: string, ordinal: number): Paragraph => ({
  kind: 'paragraph',
  text,
  number: null,
  headingLevel: null,
  stratum: 'body',
  where: { ...NOWHERE, paragraph: ordinal },
});

function table(rows: readonly (readonly SketchCell[])[], ordinal: number): Table {
  const cells: Cell[] = [];
  const taken = new Set<string>();
  let columnCount = 0;
  rows.forEach((row, r) => {
    let column = 1;
    for (const given of row) {
      while (taken.has(`${r + 1}:${column}`)) column++;
      if (given === null) {
        column++;
        continue;
      }
      const {
        text,
        rows: rowSpan = 1,
        cols: colSpan = 1,
      } = typeof given === 'string' ? { text: given } : given;
      for (let i = 0; i < rowSpan; i++)
        for (let j = 0; j < colSpan; j++) taken.add(`${r + 1 + i}:${column + j}`);
      cells.push({
        row: r + 1,
        column,
        rowSpan,
        colSpan,
        text,
        nested: [],
        where: { ...NOWHERE, table: ordinal, row: r + 1, column },
      });
      column += colSpan;
      columnCount = Math.max(columnCount, column - 1);
    }
  });
  return {
    kind: 'table',
    rowCount: rows.length,
    columnCount,
    cells,
    gridCertain: true,
    where: { ...NOWHERE, table: ordinal },
  };
}
