import type { TableSum } from '../model.js';
import type { Panel, PanelRow } from './grid.js';
import { fits, INCLUDED, isTelling, type Reading, sumIn, TOTAL } from './reading.js';

/** Numberings of rows from the outside in: 一、 over （一） over 1. over （1）. */
const NUMBERINGS = [
  /^[一二三四五六七八九十]+、/u,
  /^[(（][一二三四五六七八九十]+[)）]/u,
  /^\d{1,2}[.、．]/u,
  /^[(（]\d{1,2}[)）]/u,
];

const levelOf = ({ label }: PanelRow): number => NUMBERINGS.findIndex((numbering) => numbering.test(label));

/**
 * Sums of rows numbered in several levels: 一、 is （一） + （二）, （一） is 1. + 2., and the 合计 is all rows of the outermost
 * level. Numbers promise no full breakdown: the sums count when at least two of them, and half of all, are right.
 */
export function outlinedSums(panel: Panel): readonly TableSum[] {
  const levels = new Set(panel.rows.map(levelOf).filter((level) => level >= 0));
  if (levels.size < 2) return [];
  const readings = [...breakdowns(panel), ...totals(panel, Math.min(...levels))];
  const sums = readings.flatMap((reading) =>
    panel.columns.flatMap(({ column }) => sumIn(panel, reading, column) ?? []),
  );
  const telling = sums.filter(isTelling);
  const right = telling.filter(fits).length;
  return right >= 2 && right * 2 >= telling.length ? sums : [];
}

/** Numbered rows over the rows of the next level below them. */
function breakdowns(panel: Panel): readonly Reading[] {
  /** The rows that rows below may still belong to, outermost first. */
  const open: { readonly row: PanelRow; readonly level: number; readonly parts: PanelRow[] }[] = [];
  const all: (typeof open)[number][] = [];
  for (const row of panel.rows) {
    if (TOTAL.test(row.label)) open.length = 0;
    const level = levelOf(row);
    if (level < 0 || TOTAL.test(row.label)) continue;
    while (open.length > 0 && (open.at(-1)?.level ?? -1) >= level) open.pop();
    open.at(-1)?.parts.push(row);
    const node = { row, level, parts: [] };
    open.push(node);
    all.push(node);
  }
  return all.flatMap(({ row, parts }) => (parts.length >= 2 ? [{ total: row, parts }] : []));
}

/** Total rows over the outermost rows since the total before them. */
function totals(panel: Panel, outermost: number): readonly Reading[] {
  const readings: Reading[] = [];
  let parts: PanelRow[] = [];
  for (const row of panel.rows) {
    if (levelOf(row) === outermost) parts.push(row);
    else if (TOTAL.test(row.label) && !INCLUDED.test(row.label)) {
      if (parts.length >= 2) readings.push({ total: row, parts });
      parts = [];
    }
  }
  return readings;
}
