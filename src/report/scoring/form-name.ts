import { squeeze } from '../../language/fold.js';
import type { Quote, ScoringTable } from '../model.js';
import { headerText } from './words.js';

const NAME_LABEL = /^(?:项目|项目支出|专项)名称$/u;

/** The project that a form is about: what stands right of 项目名称. Null for tables of none or of several projects. */
export function projectOf({ tables }: ScoringTable): Quote | null {
  const labels = tables.flatMap((table) =>
    table.cells.filter((cell) => NAME_LABEL.test(headerText(cell.text))).map((cell) => ({ table, cell })),
  );
  const [label, second] = labels;
  if (label === undefined || second !== undefined) return null;
  const value = label.table.cells.find(
    ({ row, column }) => row === label.cell.row && column === label.cell.column + label.cell.colSpan,
  );
  const text = value?.text.trim() ?? '';
  return value === undefined || squeeze(text) === '' ? null : { text, where: value.where };
}
