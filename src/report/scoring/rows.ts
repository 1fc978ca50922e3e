import { squeeze } from '../../language/fold.js';
import type { Quote } from '../model.js';
import type { Columns } from './columns.js';
import type { Grid, GridCell } from './grid.js';
import { readItem } from './item-rows.js';
import { type Carry, type ReadRow, stepOf } from './read-rows.js';
import { readTotal } from './total-rows.js';
import { isRemark } from './words.js';

/** Reads one row below a header. Null: nothing to score in it. `carry` is brought up to date. */
export function readRow(grid: Grid, row: number, columns: Columns, carry: Carry): ReadRow | null {
  const where = grid.rowWhere(row);
  const cells = grid.anchored(row);
  const first = cells.find((c) => squeeze(c.text) !== '');
  if (where === null || first === undefined) return null;
  const quote: Quote = { text: grid.rowText(row), where: first.where };
  if (isRemark(first.text)) return { kind: 'remark', text: quote.text };
  const total = readTotal(grid, row, columns, carry, first, quote);
  if (total !== null) {
    if (total.owner === null) carry.totalSeen = true;
    return total;
  }
  if (isHeading(first, cells, columns)) {
    if (!carry.totalSeen && squeeze(first.text).length <= 24) {
      carry.heading = stepOf(first);
      carry.steps = [];
    }
    return null;
  }
  return readItem(grid, row, columns, carry, quote);
}

/** A single filled cell that lies over names and scores alike heads the rows below it: 一、投入（15分）. */
function isHeading(first: GridCell, cells: readonly GridCell[], columns: Columns): boolean {
  if (cells.some((c) => c !== first && squeeze(c.text) !== '')) return false;
  const right = first.left + first.colSpan - 1;
  const leaf = columns.levels.at(-1)?.[0] ?? 1;
  return first.colSpan > 1 && right >= Math.max(leaf, columns.weight ?? columns.score ?? leaf);
}
