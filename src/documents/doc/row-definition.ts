/** The definition of a table row: where its cells begin and end, and which of them are merged. */
import { SPRM, type Sprm } from './sprm.js';
import { viewOf } from './word-file.js';

export interface CellDefinition {
  /** Continues the cell to the left. */
  readonly mergedLeft: boolean;
  /** Continues the cell above. */
  readonly mergedUp: boolean;
}

export interface RowDefinition {
  /** Horizontal positions of the cell boundaries in twentieths of a point: one more than there are cells. */
  readonly edges: readonly number[];
  readonly cells: readonly CellDefinition[];
}

const CELL_BYTES = 20;
const MERGED_LEFT = 0x02;
const VERTICAL = 0x20;
const VERTICAL_START = 0x40;
/** Word's own limit is 63 cells to a row. */
const MOST_CELLS = 255;

/** The definition among a row's modifiers; null when there is none, or it was changed in a way not followed here. */
export function readRowDefinition(list: readonly Sprm[]): RowDefinition | null {
  let row: RowDefinition | null = null;
  for (const { code, operand } of list) {
    if (code === SPRM.tableDefinition) row = definition(operand);
    else if (code === SPRM.insertCells || code === SPRM.deleteCells || code === SPRM.splitCells) return null;
    else if (row && code === SPRM.mergeCells) row = mergeLeft(row, operand);
    else if (row && code === SPRM.verticalMerge) row = mergeUp(row, operand);
  }
  return row;
}

function definition(operand: Uint8Array): RowDefinition | null {
  const count = operand[0] ?? 0;
  const edgesEnd = 1 + (count + 1) * 2;
  if (count === 0 || count > MOST_CELLS || operand.length < edgesEnd) return null;
  const view = viewOf(operand);
  const edges = Array.from({ length: count + 1 }, (_, i) => view.getInt16(1 + i * 2, true));
  // Cells whose definition is left out have no merges.
  const cells = Array.from({ length: count }, (_, i) => {
    const bits = operand[edgesEnd + i * CELL_BYTES] ?? 0;
    return {
      mergedLeft: (bits & MERGED_LEFT) !== 0,
      mergedUp: (bits & VERTICAL) !== 0 && (bits & VERTICAL_START) === 0,
    };
  });
  return { edges, cells };
}

/** Merges the cells from the first up to, not including, the second operand. */
function mergeLeft(row: RowDefinition, [first = 0, limit = 0]: Uint8Array): RowDefinition {
  return {
    ...row,
    cells: row.cells.map((cell, i) => (i > first && i < limit ? { ...cell, mergedLeft: true } : cell)),
  };
}

/** Sets the vertical merge of one cell: 1 continues the cell above, 3 starts anew, 0 stands alone. */
function mergeUp(row: RowDefinition, [at = 0, merge = 0]: Uint8Array): RowDefinition {
  return {
    ...row,
    cells: row.cells.map((cell, i) => (i === at ? { ...cell, mergedUp: merge === 1 } : cell)),
  };
}
