import type { Locator } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Quote, ScoringTable } from '../model.js';
import { headerText } from './words.js';

const NAME_LABEL = /^(?:项目|项目支出|专项)名称$/u;

/**
 * The project that a form is about: what stands right of the last 项目名称 above its first row. Null for tables that name
 * none.
 */
export function projectOf({ tables, indicators }: ScoringTable): Quote | null {
  const first = indicators[0]?.where;
  const own = tables.findIndex(({ where }) => where.table === first?.table);
  const above = tables
    .slice(0, own + 1)
    .flatMap((table, at) =>
      table.cells.filter(({ row }) => at < own || row < (first?.row ?? 0)).map((cell) => ({ table, cell })),
    );
  const label = above.findLast(({ cell }) => NAME_LABEL.test(headerText(cell.text)));
  const value = label?.table.cells.find(
    ({ row, column }) => row === label.cell.row && column === label.cell.column + label.cell.colSpan,
  );
  const text = value?.text.trim() ?? '';
  return value === undefined || squeeze(text) === '' ? null : { text, where: value.where };
}

/** Whether a place is in the head of a form: above its rows, in the same table, and below no other form's rows. */
export function isInHead(where: Locator, form: ScoringTable, forms: readonly ScoringTable[]): boolean {
  const first = form.indicators[0]?.where;
  if (first === undefined || where.table === null || where.table !== first.table) return false;
  if (where.row === null || first.row === null || where.row >= first.row) return false;
  return !forms.some(
    (other) => other !== form && other.indicators.some((row) => row.where.table === where.table),
  );
}
