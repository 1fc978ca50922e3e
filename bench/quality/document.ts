/** A generated report as a reader would yield it. */
import type { Block, Cell, Document, Loss, Paragraph, Table } from '../../src/documents/model.ts';
import type { Draft, DraftParagraph, DraftTable } from './draft.ts';
import { textOf } from './words.ts';

const NOWHERE = { page: null, section: null, paragraph: null, table: null, row: null, column: null } as const;

export function toDocument(draft: Draft, losses: readonly Loss[] = []): Document {
  let paragraphs = 0;
  let tables = 0;
  const blocks = draft.blocks.map(
    (block): Block => (block.kind === 'paragraph' ? paragraph(block, ++paragraphs) : table(block, ++tables)),
  );
  return { carrier: 'docx', pageCount: null, blocks, furniture: [], revisions: [], losses };
}

const paragraph = (draft: DraftParagraph, ordinal: number): Paragraph => ({
  kind: 'paragraph',
  text: textOf(draft.words),
  number: null,
  headingLevel: null,
  stratum: 'body',
  where: { ...NOWHERE, paragraph: ordinal },
});

/** A cell at its place on the grid. */
export interface Laid {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

/** Lays cells out as HTML does: a row leaves out the positions that a cell above covers. */
export function layOut(draft: DraftTable): { readonly cells: Laid[]; readonly columns: number } {
  const taken = new Set<string>();
  const cells: Laid[] = [];
  let columns = 0;
  draft.rows.forEach((row, index) => {
    let column = 1;
    for (const { words, rows = 1, cols = 1 } of row) {
      while (taken.has(`${index + 1}:${column}`)) column++;
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < cols; right++) taken.add(`${index + 1 + down}:${column + right}`);
      cells.push({ row: index + 1, column, rowSpan: rows, colSpan: cols, text: textOf(words) });
      column += cols;
      columns = Math.max(columns, column - 1);
    }
  });
  return { cells, columns };
}

function table(draft: DraftTable, ordinal: number): Table {
  const { cells, columns } = layOut(draft);
  return {
    kind: 'table',
    rowCount: draft.rows.length,
    columnCount: columns,
    cells: cells.map(
      (cell): Cell => ({
        ...cell,
        nested: [],
        where: { ...NOWHERE, table: ordinal, row: cell.row, column: cell.column },
      }),
    ),
    gridCertain: true,
    where: { ...NOWHERE, table: ordinal },
  };
}
