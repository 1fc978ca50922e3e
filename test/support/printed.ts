import type { Cell, Document, Table } from '../../src/documents/model.ts';

/** Text as compared with printed truth: without any white space. */
export const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/[\s\u3000]/g, '');

export const paragraphsOf = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

export const tablesOf = (document: Document): Table[] =>
  document.blocks.filter((block) => block.kind === 'table');

/** The cell that covers a grid position. */
export const cellAt = (table: Table, row: number, column: number): Cell | undefined =>
  table.cells.find(
    (cell) =>
      cell.row <= row &&
      row < cell.row + cell.rowSpan &&
      cell.column <= column &&
      column < cell.column + cell.colSpan,
  );

/** A table as rows of squeezed texts; a covered position repeats its cell, `null` where no cell is. */
export const rowsOf = (table: Table): (string | null)[][] =>
  Array.from({ length: table.rowCount }, (_, r) =>
    Array.from({ length: table.columnCount }, (_, c) => {
      const cell = cellAt(table, r + 1, c + 1);
      return cell ? squeezed(cell.text) : null;
    }),
  );
