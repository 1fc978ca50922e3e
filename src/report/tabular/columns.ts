import type { TableSum } from '../model.js';
import { balances } from './balances.js';
import type { Column, Panel } from './grid.js';
import { fits, isTelling, sumAcross } from './reading.js';

const TOTAL_HEAD = /(?:合计|总计|小计|共计)(?:\([^()]{1,6}\))?$/u;
const INCLUDED = /^其中/u;

/**
 * Sums that run across: a 合计 column and the columns beside it. A reading (the columns to its right up to the next
 * total, or all to its left) counts when most rows bear it out and at least two do.
 */
export function columnSums(panel: Panel): readonly TableSum[] {
  return [...totalColumns(panel), ...balances(panel)];
}

/** 合计 and 小计 columns and the columns that they add up. */
function totalColumns(panel: Panel): readonly TableSum[] {
  return panel.columns.flatMap((column, index) => {
    if (!isTotalHead(panel, column)) return [];
    const grouped = groupedParts(panel, column);
    if (grouped.length >= 2) {
      const sums = panel.rows.map((row) => sumAcross(row, column, grouped)).filter((sum) => sum !== null);
      const telling = sums.filter(isTelling);
      // A heading over its parts is certain, unless the rows of the table all say otherwise.
      if (telling.some(fits) || telling.length === 1) return sums;
    }
    for (const parts of partsOf(panel, index)) {
      const sums = panel.rows.map((row) => sumAcross(row, column, parts)).filter((sum) => sum !== null);
      const telling = sums.filter(isTelling);
      const right = telling.filter(fits).length;
      if (right >= 2 && right * 3 >= telling.length * 2) return sums;
    }
    return [];
  });
}

/** A column is a total when its own head says so; with merged heads, 本年支出/小计 is one too. */
const isTotalHead = (panel: Panel, column: Column): boolean =>
  TOTAL_HEAD.test(column.heads.at(-1) ?? '') && panel.columns.length > 2;

/**
 * The columns beside a 合计 or 小计 under one merged heading: 公务用车购置及运行费 over 小计, 购置费 and 运行费. A group with
 * a 小计 of its own takes part by that. Empty when the heading leaves it open.
 */
function groupedParts(panel: Panel, own: Column): readonly Column[] {
  const path = own.heads.slice(0, -1);
  if (path.length === 0) return [];
  const inside = panel.columns.filter(
    (column) => column !== own && path.every((head, i) => column.heads[i] === head),
  );
  if (
    inside.some((column) => column.heads.length <= path.length || column.heads.some((h) => INCLUDED.test(h)))
  )
    return [];
  const groups = new Map<string, Column[]>();
  for (const column of inside) {
    const name = column.heads[path.length] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  const parts: Column[] = [];
  for (const columns of groups.values()) {
    const subtotal = columns.find(
      (column) => column.heads.length > path.length + 1 && TOTAL_HEAD.test(column.heads.at(-1) ?? ''),
    );
    const chosen = columns.length === 1 ? columns[0] : subtotal;
    if (chosen === undefined) return [];
    parts.push(chosen);
  }
  return parts;
}

function partsOf(panel: Panel, index: number): readonly (readonly Column[])[] {
  const own = panel.columns[index] as Column;
  const usable = (column: Column) => !column.heads.some((head) => INCLUDED.test(head));
  const right = panel.columns.slice(index + 1);
  const stop = right.findIndex((column) => TOTAL_HEAD.test(column.heads.at(-1) ?? ''));
  const upToNext = (stop < 0 ? right : right.slice(0, stop)).filter(usable);
  const group = own.heads.at(-2);
  const sameGroup = group === undefined ? [] : right.filter((c) => c.heads.at(-2) === group && usable(c));
  const left = panel.columns.slice(0, index).filter(usable);
  const subtotals = right.filter((column) => /小计$/u.test(column.heads.at(-1) ?? ''));
  return [sameGroup, upToNext, right.filter(usable), subtotals, left].filter((parts) => parts.length >= 2);
}
