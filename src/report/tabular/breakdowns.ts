import type { TableSum } from '../model.js';
import type { Panel, PanelRow } from './grid.js';
import { fits, INCLUDED, isTelling, sumIn, TOTAL } from './reading.js';

/** A row that the rows below it break down in full: 基本支出 over 其中：人员经费 and 公用经费. */
export interface Breakdown {
  readonly parts: readonly PanelRow[];
  readonly sums: readonly TableSum[];
}

/** A breakdown has as many rows at most. */
const MOST_PARTS = 8;

/**
 * The rows under 其中 that break the row above them down in full. 其中 alone promises no more than some of the parts, and
 * how many of the rows below belong to it is not printed: only what at least two columns, and two thirds of them, bear
 * out is taken.
 */
export function breakdownsOf(panel: Panel): readonly Breakdown[] {
  return panel.rows.flatMap((row, index): readonly Breakdown[] => {
    const next = panel.rows[index + 1];
    if (next === undefined || !INCLUDED.test(next.label) || INCLUDED.test(row.label) || TOTAL.test(row.label))
      return [];
    const below = panel.rows.slice(index + 1, index + 1 + MOST_PARTS);
    const stop = below.findIndex(
      (part, at) => at > 0 && (TOTAL.test(part.label) || INCLUDED.test(part.label)),
    );
    const until = stop < 0 ? below : below.slice(0, stop);
    let best: { readonly breakdown: Breakdown; readonly right: number } | null = null;
    for (let count = 2; count <= until.length; count++) {
      const parts = until.slice(0, count);
      const sums = panel.columns.flatMap(({ column }) => sumIn(panel, { total: row, parts }, column) ?? []);
      const telling = sums.filter(isTelling);
      const right = telling.filter(fits).length;
      if (right < 2 || right * 3 < telling.length * 2 || right <= (best?.right ?? 0)) continue;
      best = { breakdown: { parts, sums }, right };
    }
    return best === null ? [] : [best.breakdown];
  });
}
