import type { Decimal } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import type { ItemRow } from './read-rows.js';
import { stepOf } from './read-rows.js';
import { readWeight } from './score-text.js';

/** 一、投入 and （一）投入 over 1.绩效目标 and （1）绩效目标: how rows of one column number groups and items. */
const OUTER = /^\s*(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])/u;
const INNER = /^\s*(?:\d{1,2}\s?[、.．](?!\d)|[(（]\d{1,2}[)）]|\d{1,2}\.\d{1,2}(?!\d))/u;

const weightOf = (row: ItemRow): Decimal =>
  (row.weight === null ? null : readWeight(row.weight.text, row.weight.where).value) ??
  row.nameWeight ??
  dec(0);

/**
 * A table of one column of names may tell group and item by their numbers alone: 一、投入 20, then 1.绩效目标 10 and
 * 2.预算编制 10. The items then stand under their group. Only where every row is numbered one way or the other and most
 * groups weigh what their items weigh: otherwise the numbers only count.
 */
export function underNumberedGroups(rows: readonly ItemRow[]): ItemRow[] {
  const level = rows[0]?.level;
  const outer = (row: ItemRow): boolean => OUTER.test(row.nameCell.text);
  const isOutline =
    rows.length >= 4 &&
    rows[0] !== undefined &&
    outer(rows[0]) &&
    rows.every(
      (row) => row.level === level && row.path.length === 0 && (outer(row) || INNER.test(row.nameCell.text)),
    );
  if (!isOutline) return [...rows];
  const groups: { readonly head: ItemRow; readonly items: ItemRow[] }[] = [];
  for (const row of rows) {
    if (outer(row)) groups.push({ head: row, items: [] });
    else groups.at(-1)?.items.push(row);
  }
  const own = groups.filter(({ head, items }) =>
    items.reduce((sum, item) => sum.plus(weightOf(item)), dec(0)).eq(weightOf(head)),
  );
  if (own.length * 2 <= groups.length) return [...rows];
  return groups.flatMap(({ head, items }) => {
    const step = stepOf(head.nameCell);
    return [{ ...head, name: step.name }, ...items.map((item) => ({ ...item, path: [step] }))];
  });
}

/** Whether the next row was put under this one by its number. */
export const isNumberedGroup = (row: ItemRow, next: ItemRow): boolean =>
  next.level === row.level && next.path.at(-1)?.quote.where === row.nameCell.where;
