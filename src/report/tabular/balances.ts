import type { TableSum } from '../model.js';
import type { Column, Panel } from './grid.js';
import { fits, isTelling, sumAcross } from './reading.js';

/** Heads of columns that hold what is left of one column without another: 结余 of 预算数 without 支出数. */
const REST =
  /^(?:[年期当本末]{0,3})?(?:结余|节约|节支|剩余|余额|净值|账面净值|未执行|未支出|未使用|差额)[额数]?(?:资金|金额|预算)?(?:\(.{1,6}\))?$/u;

/** How far left of a rest its two columns are looked for. */
const FARTHEST = 8;

/**
 * Columns that hold a rest: 预算数 = 支出数 + 结余, 原值 = 累计折旧 + 净值. Which two columns it stands between is not
 * printed: the first pair that at least two rows, and two thirds of them, bear out.
 */
export function balances(panel: Panel): readonly TableSum[] {
  return panel.columns.flatMap((rest, index): readonly TableSum[] => {
    if (!REST.test(rest.heads.at(-1) ?? '')) return [];
    const before = panel.columns.slice(Math.max(0, index - FARTHEST), index);
    for (const whole of before)
      for (const used of before) {
        if (used === whole) continue;
        const sums = sumsOf(panel, whole, [used, rest]);
        const telling = sums.filter(isTelling);
        const right = telling.filter(fits).length;
        if (right >= 2 && right * 3 >= telling.length * 2) return sums;
      }
    return [];
  });
}

/** Rows in which all three columns have a figure. */
const sumsOf = (panel: Panel, whole: Column, parts: readonly Column[]): readonly TableSum[] =>
  panel.rows.flatMap((row) =>
    parts.every((part) => row.values.has(part.column)) ? (sumAcross(row, whole, parts) ?? []) : [],
  );
