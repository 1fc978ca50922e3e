import type { Block, Document, Table } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import { Grid } from './grid.js';
import { headerAt } from './header.js';
import { relaid } from './relaid.js';
import { isTotalLabel } from './words.js';

/** A run of tables that read as one, the words just before it and after it. */
export interface Strip {
  readonly grid: Grid;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A paragraph that may stand between a table and its continuation: blank, 续表, a page number. */
const isGap = (text: string): boolean => squeeze(text).length <= 6;

const NEAR = 4;

/**
 * Joins tables that continue one another: next to each other, of the same width, the first without a total row,
 * the second without a header of its own or with the very same one. A reporting office's Word file broke one
 * table into 5 and 22 rows; PDF readers break at pages.
 */
export function strips(document: Document): Strip[] {
  const runs: { tables: Table[]; start: number; end: number }[] = [];
  const blocks = document.blocks;
  blocks.forEach((block, i) => {
    if (block.kind !== 'table') return;
    const last = runs.at(-1);
    if (last && continues(last.tables, block, blocks.slice(last.end + 1, i))) {
      last.tables.push(block);
      last.end = i;
    } else runs.push({ tables: [block], start: i, end: i });
    for (const nested of nestedTables(block)) runs.push({ tables: [nested], start: i, end: i });
  });
  return runs.map((run) => ({
    grid: new Grid(run.tables, run.tables.flatMap(relaid)),
    before: neighbours(blocks.slice(Math.max(0, run.start - NEAR), run.start).reverse()).reverse(),
    after: neighbours(blocks.slice(run.end + 1, run.end + 1 + NEAR)),
  }));
}

const nestedTables = (table: Table): Table[] =>
  table.cells.flatMap((cell) => cell.nested.flatMap((inner) => [inner, ...nestedTables(inner)]));

function neighbours(blocks: readonly Block[]): string[] {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') break;
    texts.push(block.text);
  }
  return texts;
}

function continues(tables: readonly Table[], next: Table, between: readonly Block[]): boolean {
  const previous = tables.at(-1) as Table;
  if (previous.columnCount !== next.columnCount) return false;
  if (between.some((b) => b.kind === 'paragraph' && !isGap(b.text))) return false;
  if (tables.some((t) => t.cells.some((c) => isTotalLabel(c.text) && c.column <= 2))) return false;
  const header = firstHeader(next);
  return header === null || header === firstHeader(tables[0] as Table);
}

const HEADER_DEPTH = 4;

/** The words of the scoring header near the top of a table, null when there is none. */
function firstHeader(table: Table): string | null {
  const grid = new Grid([table]);
  for (let row = 0; row < Math.min(HEADER_DEPTH, grid.rowCount); row++) {
    const header = headerAt(grid, row);
    if (header) return header.signature;
  }
  return null;
}
