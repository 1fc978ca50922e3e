/** Gathers the paragraphs of a story into blocks: running text, and tables with their cells. */
import { buildGrid, type RowContents } from './grid.js';
import type { StoryParagraph } from './story.js';

/** A table on its grid; each cell holds the blocks that stand in it. */
export interface RawTable {
  readonly kind: 'table';
  readonly rowCount: number;
  readonly columnCount: number;
  readonly certain: boolean;
  readonly cells: readonly RawCell[];
  readonly rowRevisions: readonly RowRevision[];
}

/** A whole row that a revision inserted or deleted; deleted rows are no rows of the table. */
export interface RowRevision {
  readonly kind: 'row-inserted' | 'row-deleted';
  /** The row among those of the table; for a deleted one, the row it stood before. */
  readonly row: number;
  readonly cells: readonly (readonly RawBlock[])[];
}

export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly blocks: readonly RawBlock[];
  /** What stands in cells that a merge covers: Word does not show it. */
  readonly covered: readonly RawBlock[];
}

export interface RawParagraph {
  readonly kind: 'paragraph';
  readonly paragraph: StoryParagraph;
}

export type RawBlock = RawParagraph | RawTable;

/** Blocks of paragraphs that stand `depth` tables deep or deeper. */
export function gather(paragraphs: readonly StoryParagraph[], depth = 0): RawBlock[] {
  const blocks: RawBlock[] = [];
  for (let i = 0; i < paragraphs.length; ) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    if (paragraph.properties.depth <= depth) {
      blocks.push({ kind: 'paragraph', paragraph });
      i++;
      continue;
    }
    let end = i;
    while ((paragraphs[end]?.properties.depth ?? 0) > depth) end++;
    blocks.push(table(paragraphs.slice(i, end), depth + 1));
    i = end;
  }
  return blocks;
}

function table(paragraphs: readonly StoryParagraph[], depth: number): RawTable {
  const rows: RowContents<RawBlock[]>[] = [];
  let cells: RawBlock[][] = [];
  let cell: StoryParagraph[] = [];
  let inRow: StoryParagraph[] = [];
  const rowRevisions: RowRevision[] = [];
  const closeCell = (): void => {
    cells.push(gather(cell, depth));
    cell = [];
  };
  for (const paragraph of paragraphs) {
    const own = paragraph.properties.depth === depth;
    if (own && paragraph.rowEnd) {
      if (cell.length > 0) closeCell();
      const kind = rowRevision(inRow, paragraph);
      if (kind) rowRevisions.push({ kind, row: rows.length + 1, cells });
      if (kind !== 'row-deleted') rows.push({ cells, definition: paragraph.properties.row });
      inRow = [];
      cells = [];
    } else {
      inRow.push(paragraph);
      cell.push(paragraph);
      if (own && paragraph.cellEnd) closeCell();
    }
  }
  if (cell.length > 0) closeCell();
  if (cells.length > 0) rows.push({ cells, definition: null });
  const grid = buildGrid(rows);
  return {
    kind: 'table',
    rowCount: rows.length,
    columnCount: grid.columnCount,
    certain: grid.certain,
    rowRevisions,
    cells: grid.cells.map(({ row, column, rowSpan, colSpan, contents: [blocks, ...covered] }) => ({
      row,
      column,
      rowSpan,
      colSpan,
      blocks: blocks ?? [],
      covered: covered.length === 0 ? [] : covered.flat(),
    })),
  };
}

/**
 * Whether a revision made or removed a whole row: it takes in all words of the row, and the mark that ends it.
 * LibreOffice puts the mark one row too early, so a revision that comes in from before the row counts too.
 */
function rowRevision(row: readonly StoryParagraph[], end: StoryParagraph): RowRevision['kind'] | null {
  const entry = row[0]?.composed.start;
  const { deleted, inserted } = end.composed.end;
  if (!deleted && !inserted && !entry?.deleted && !entry?.inserted) return null;
  const words = row.flatMap(({ composed }) => composed.parts).filter((part) => part.words.trim() !== '');
  const whole = (state: 'deleted' | 'inserted'): boolean => {
    const entered = words.length > 0 && entry?.[state] === true;
    return words.every((part) => part[state]) && (end.composed.end[state] || entered);
  };
  return whole('deleted') ? 'row-deleted' : whole('inserted') ? 'row-inserted' : null;
}
