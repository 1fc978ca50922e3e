import type { Cell, Locator, Table } from '../../documents/model.js';

/** A cell on the joined grid of one or several tables; rows count from 0 over all of them, columns from 1. */
export interface GridCell {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly where: Locator;
}

/** Tables of one width laid under one another: a scoring table and its continuations. */
export class Grid {
  readonly tables: readonly Table[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly #rows: (GridCell | undefined)[][] = [];
  readonly #anchored: GridCell[][] = [];

  /** `laid` are the tables as they are to be read, where that is not as they are printed. */
  constructor(tables: readonly Table[], laid: readonly Table[] = tables) {
    this.tables = tables;
    this.columnCount = Math.max(0, ...laid.map((t) => t.columnCount));
    let offset = 0;
    for (const table of laid) {
      for (let r = 0; r < table.rowCount; r++) {
        this.#rows.push([]);
        this.#anchored.push([]);
      }
      for (const cell of table.cells) this.#place(cell, offset, table.rowCount);
      offset += table.rowCount;
    }
    this.rowCount = offset;
  }

  #place(cell: Cell, offset: number, rowCount: number): void {
    const placed: GridCell = {
      text: cell.text,
      top: offset + cell.row - 1,
      left: cell.column,
      rowSpan: Math.min(cell.rowSpan, rowCount - cell.row + 1),
      colSpan: cell.colSpan,
      where: cell.where,
    };
    this.#anchored[placed.top]?.push(placed);
    for (let r = placed.top; r < placed.top + placed.rowSpan; r++) {
      const row = this.#rows[r];
      for (let c = placed.left; row && c < placed.left + placed.colSpan; c++) row[c] ??= placed;
    }
  }

  /** The cell that covers a position, undefined where there is none (gridBefore, ragged rows). */
  at(row: number, column: number): GridCell | undefined {
    return this.#rows[row]?.[column];
  }

  /** Cells whose upper left corner stands in the row, left to right. */
  anchored(row: number): readonly GridCell[] {
    return this.#anchored[row] ?? [];
  }

  /** Cells that cover any position of the row, left to right, each once. */
  covering(row: number): readonly GridCell[] {
    return [...new Set((this.#rows[row] ?? []).filter((c): c is GridCell => c !== undefined))];
  }

  /** The words of a row, for quotes. */
  rowText(row: number): string {
    return this.anchored(row)
      .map((c) => c.text.trim())
      .filter((t) => t !== '')
      .join(' ');
  }

  /** The place of a row: of its first cell. */
  rowWhere(row: number): Locator | null {
    return this.anchored(row)[0]?.where ?? this.covering(row)[0]?.where ?? null;
  }
}
