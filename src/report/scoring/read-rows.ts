import type { Locator } from '../../documents/model.js';
import type { Decimal } from '../../numbers/decimal.js';
import type { Quote, ScoreCell } from '../model.js';
import type { GridCell } from './grid.js';
import { readName } from './score-text.js';

/** A row of a scoring table as it stands, before merged cells are shared out and groups gathered. */
export interface ItemRow {
  readonly kind: 'item';
  readonly name: string;
  /** Level of the name among `Columns.levels`. */
  readonly level: number;
  /** The cells above the name, outermost first: names as printed, with their weights when printed there. */
  readonly path: readonly PathStep[];
  readonly nameCell: GridCell;
  readonly nameWeight: Decimal | null;
  readonly weight: GridCell | null;
  readonly score: GridCell | null;
  readonly reviewed: GridCell | null;
  readonly explanation: string;
  readonly criterion: string;
  readonly target: string;
  readonly result: string;
  readonly sign: string;
  readonly unit: string;
  readonly reason: string | null;
  /** Whether a level above the name was carried down over blank cells instead of a merge. */
  readonly carried: readonly boolean[];
  /** Cells of the groups' own 分值 columns beside the row, by level. */
  readonly groupCells: ReadonlyMap<number, GridCell>;
  readonly row: number;
  readonly where: Locator;
}

/** One group over a row. */
export interface PathStep {
  readonly name: string;
  readonly weight: Decimal | null;
  readonly quote: Quote;
}

/** A total or subtotal row. `owner` names the group of a subtotal, null for the whole table. */
export interface TotalRow {
  readonly kind: 'total';
  readonly owner: readonly string[] | null;
  /** A 小计 at the left edge names no group: the last one is its likeliest owner, everything above may be it too. */
  readonly isBare: boolean;
  readonly weight: ScoreCell | null;
  readonly score: ScoreCell | null;
  readonly reviewed: ScoreCell | null;
  readonly quote: Quote;
}

export type ReadRow =
  | ItemRow
  | TotalRow
  | {
      readonly kind: 'more';
      readonly explanation: string;
      readonly criterion: string;
      readonly reason: string;
    }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'unmatched'; readonly quote: Quote };

/** What stands above the next row: level names carried down over blank cells, and the heading row in force. */
export interface Carry {
  steps: (PathStep | null)[];
  heading: PathStep | null;
  totalSeen: boolean;
}

/** A group from the cell that names it, without its list number. */
export function stepOf(cell: GridCell): PathStep {
  const { name, weight } = readName(cell.text);
  return {
    name: name.replace(/^[一二三四五六七八九十]+、/u, ''),
    weight,
    quote: { text: cell.text, where: cell.where },
  };
}
