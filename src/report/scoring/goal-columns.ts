import type { Columns } from './columns.js';
import { numericShare } from './content.js';
import type { Grid } from './grid.js';
import type { Role } from './words.js';

/**
 * The columns of targets and results. One heading may stand over several columns (目标值 over 12 and 次): the most
 * numeric one holds the value, the others its sign and unit. Of an initial and an adjusted target the adjusted one counts.
 */
export function goalColumns(
  grid: Grid,
  of: (role: Role) => readonly number[],
  start: number,
  end: number,
  rows: readonly number[],
): Pick<Columns, 'target' | 'result' | 'sign' | 'unit'> {
  const heading = (column: number) => grid.at(end - 1, column) ?? grid.at(start, column);
  const adjusted = of('target').find((column) => heading(column)?.text.includes('调整'));
  const target = split(grid, heading, of('target'), adjusted, rows);
  const result = split(grid, heading, of('result'), undefined, rows);
  return {
    target: target.value,
    result: result.value,
    sign: of('sign')[0] ?? target.before,
    unit: of('unit')[0] ?? target.after ?? result.after,
  };
}

interface Split {
  readonly value: number | null;
  /** The columns of the same heading left and right of the value. */
  readonly before: number | null;
  readonly after: number | null;
}

function split(
  grid: Grid,
  heading: (column: number) => unknown,
  columns: readonly number[],
  preferred: number | undefined,
  rows: readonly number[],
): Split {
  const first = preferred ?? columns[0];
  if (first === undefined) return { value: null, before: null, after: null };
  const shared = columns.filter((column) => heading(column) === heading(first));
  const distinct = shared.filter((column) =>
    rows.some((row) => grid.at(row, column)?.left === column && grid.at(row, column)?.colSpan === 1),
  );
  if (distinct.length < 2) return { value: first, before: null, after: null };
  const value = distinct.reduce((a, b) =>
    numericShare(grid, b, rows) > numericShare(grid, a, rows) ? b : a,
  );
  return {
    value,
    before: distinct.find((column) => column === value - 1) ?? null,
    after: distinct.find((column) => column === value + 1) ?? null,
  };
}
