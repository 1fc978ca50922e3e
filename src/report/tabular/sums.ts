import type { TableSum } from '../model.js';
import { breakdownsOf } from './breakdowns.js';
import { codedSums, hasCodes } from './coded.js';
import type { Panel, PanelRow } from './grid.js';
import { outlinedSums } from './outlined.js';
import { fits, INCLUDED, isTelling, type Reading, sumIn, TOTAL } from './reading.js';

/**
 * How the sums of tables are found. Nobody prints which rows a 合计 adds up, so several readings are tried (all rows
 * above, the rows since the last subtotal, the classes of a code list, …). A reading counts when the numbers of the
 * table bear it out in another column or for another total, or when the table is so plain that no other is possible.
 * A column that fits none of the readings then contradicts the one that counts; a column that fits another one is
 * left alone.
 */

/** Sums that run down the columns of a panel. */
export function rowSums(panel: Panel): readonly TableSum[] {
  if (hasCodes(panel)) return codedSums(panel);
  const outlined = outlinedSums(panel);
  const known = new Set(outlined.map(({ total }) => total));
  return [...outlined, ...plainSums(panel).filter(({ total }) => !known.has(total))];
}

/** A table with more totals than this is a list of small ones: each is held against the rows next to it only. */
const MOST_TOTALS = 60;

/** 合计, 小计 and 总计 rows of a table without codes. */
function plainSums(panel: Panel): readonly TableSum[] {
  const breakdowns = breakdownsOf(panel);
  const sums: TableSum[] = breakdowns.flatMap((breakdown) => breakdown.sums);
  const detail = new Set(breakdowns.flatMap(({ parts }) => parts));
  const totals = panel.rows.flatMap((row, index) => (TOTAL.test(row.label) ? [index] : []));
  totals.forEach((index, nth) => {
    const row = panel.rows[index] as PanelRow;
    const near = { last: totals[nth - 1] ?? -1, next: totals[nth + 1] ?? panel.rows.length };
    const readings = readingsOf(panel, index, near, { far: totals.length <= MOST_TOTALS, detail });
    if (readings.length === 0) return;
    const columns = panel.columns.map(({ column }) =>
      readings.map((reading) => sumIn(panel, reading, column)),
    );
    const borneOut = readings.findIndex((_, i) =>
      columns.some((sumsOfColumn) => {
        const sum = sumsOfColumn[i];
        return sum != null && isTelling(sum) && fits(sum);
      }),
    );
    const above = panel.rows.slice(0, index);
    const certain = readings.findIndex((reading) => isCertain(reading, above));
    const only = borneOut >= 0 ? borneOut : isPlain(panel, row, index, readings) ? 0 : certain;
    for (const sumsOfColumn of columns) {
      const fitting =
        sumsOfColumn.find((sum) => sum != null && sum.parts.length > 1 && fits(sum)) ??
        sumsOfColumn.find((sum) => sum != null && isSameTotal(sum) && fits(sum));
      const chosen = fitting ?? (only >= 0 ? sumsOfColumn[only] : null);
      if (chosen) sums.push(chosen);
    }
  });
  return sums;
}

const ORDINALS = '一二三四五六七八九十';
const CARRIED =
  /^(?:[一二三四五六七八九十]+、|加[:：]|减[:：])?(?:年初|年末|上年|本年|期初|期末|用事业基金|使用)?[^，。]{0,16}(?:结转|结余|弥补收支差额|专用结余)[^，。]{0,12}$/u;

/** Under 年初财政拨款结转和结余: the kinds of budget that it is made up of. */
const FUND = /^(?:其中[:：]?)?(?:[一二三]、)?(?:一般公共预算|政府性基金|国有资本经营)/u;

/**
 * Readings that the labels alone make certain: 一、二、三、… and then their 合计; and 总计 as 本年收入合计 with the
 * balances carried over (收入支出决算总表).
 */
function isCertain({ total, parts }: Reading, above: readonly PanelRow[]): boolean {
  const [first, ...rest] = parts;
  if (first === undefined || parts.length < 2) return false;
  if (/总计$/u.test(total.label) && /合计$/u.test(first.label)) {
    const left = above.slice(above.indexOf(first) + 1).filter((row) => !rest.includes(row));
    return (
      above.includes(first) &&
      rest.every((row) => CARRIED.test(row.label) && !INCLUDED.test(row.label)) &&
      left.every((row) => FUND.test(row.label) || row.label === '')
    );
  }
  return (
    /合计$/u.test(total.label) &&
    parts.every((row, i) => row.label.startsWith(`${ordinal(i + 1)}、`)) &&
    above.length === parts.length
  );
}

const ordinal = (n: number): string =>
  n <= 10
    ? (ORDINALS[n - 1] ?? '')
    : n < 20
      ? `十${ORDINALS[n - 11] ?? ''}`
      : n === 20
        ? '二十'
        : `二十${ORDINALS[n - 21] ?? ''}`;

/** Indices of the total rows before and after a total row; -1 and the number of rows where there are none. */
interface Near {
  readonly last: number;
  readonly next: number;
}

/** How far the readings of a total reach, and the rows that only break others down. */
interface Reach {
  /** Whether rows beyond the neighbouring totals are tried too. */
  readonly far: boolean;
  readonly detail: ReadonlySet<PanelRow>;
}

/** The ways in which a total row may be meant, the most natural first; no two with the same rows. */
function readingsOf(
  panel: Panel,
  index: number,
  { last, next }: Near,
  { far, detail }: Reach,
): readonly Reading[] {
  const total = panel.rows[index] as PanelRow;
  const above = far ? panel.rows.slice(0, index) : [];
  const below = far ? panel.rows.slice(index + 1) : [];
  const since = panel.rows.slice(last + 1, index);
  const until = panel.rows.slice(index + 1, next);
  const previous = panel.rows[last];
  const candidates: (readonly PanelRow[])[] = [
    whole(since),
    whole(since.filter((row) => !detail.has(row))),
    outermost(since),
    previous ? [previous, ...since.filter((row) => CARRIED.test(row.label))] : [],
    previous ? [previous, ...whole(since)] : [],
    previous ? [previous, ...outermost(since)] : [],
    above.filter((row) => /小计$/u.test(row.label)),
    above.filter((row) => TOTAL.test(row.label)),
    whole(above.filter((row) => !TOTAL.test(row.label))),
    whole(above.filter((row) => !TOTAL.test(row.label) && !detail.has(row))),
    outermost(above.filter((row) => !TOTAL.test(row.label))),
    whole(until),
    outermost(until),
    below.filter((row) => /小计$/u.test(row.label)),
    whole(below.filter((row) => !TOTAL.test(row.label))),
    whole(below.filter((row) => !TOTAL.test(row.label) && !detail.has(row))),
    outermost(below.filter((row) => !TOTAL.test(row.label))),
    // 支出合计 / 其中：基本支出 / 项目支出: how many of the rows below break it down is not printed.
    ...(INCLUDED.test(panel.rows[index + 1]?.label ?? '')
      ? [2, 3, 4, 5].filter((n) => n <= until.length).map((n) => until.slice(0, n))
      : []),
  ];
  const seen = new Set<string>();
  return candidates
    .filter((parts) => {
      const key = parts.map((row) => row.row).join();
      if (parts.length === 0 || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((parts) => ({ total, parts }));
}

/** Rows without those that break down a part of another (其中：…). */
const whole = (rows: readonly PanelRow[]): readonly PanelRow[] =>
  rows.filter((row) => !INCLUDED.test(row.label));

/** Rows of the outermost numbering only: 一、… without （一）… and 1.…; rows without numbers when none is numbered. */
function outermost(rows: readonly PanelRow[]): readonly PanelRow[] {
  for (const notation of [
    /^[一二三四五六七八九十]+、/u,
    /^[(（][一二三四五六七八九十]+[)）]/u,
    /^\d+[.、]/u,
  ]) {
    const numbered = rows.filter((row) => notation.test(row.label));
    if (numbered.length > 0) return numbered;
  }
  return whole(rows);
}

/**
 * Whether the table leaves one reading only: one total at the very end, every row above it a plain part with a
 * figure in each column that the total has.
 */
function isPlain(panel: Panel, total: PanelRow, index: number, readings: readonly Reading[]): boolean {
  const above = panel.rows.slice(0, index);
  const below = panel.rows.slice(index + 1);
  const [first] = readings;
  if (above.length < 2 || first === undefined || first.parts.length !== above.length) return false;
  if (above.some((row) => row.label === '' || TOTAL.test(row.label))) return false;
  if (below.length === 0 && /^(?:合计|总计|小计|共计)$/u.test(total.label))
    return above.every((row) => sameColumns(row, total));
  if (!/^(?:本年)?(?:收入|支出)?(?:合计|总计)$/u.test(total.label) || above.some(isParent)) return false;
  if (below.length === 0) return above.every((row) => sameColumns(row, total));
  // 本年支出合计 over 年末结转和结余 and 支出总计: a balance prints its blanks for nothing.
  return (
    /^本年/u.test(total.label) && below.every((row) => CARRIED.test(row.label) || /总计$/u.test(row.label))
  );
}

/** Rows that others in the same list may break down without a mark: 基本支出 over 人员经费 and 公用经费. */
const isParent = ({ label }: PanelRow): boolean =>
  /基本支出|项目支出|人员(?:经费|支出)|公用(?:经费|支出)|三公|^财政拨款(?:收入)?$/u.test(label) ||
  CARRIED.test(label);

const sameColumns = (row: PanelRow, total: PanelRow): boolean =>
  [...total.values.keys()].every((column) => row.values.has(column));

/** One row repeats another: 总计 of the one 合计 above it. 支出合计 that happens to equal 收入合计 is none. */
function isSameTotal({ label, partLabels }: TableSum): boolean {
  const bare = (words: string): string => words.replace(TOTAL, '').replace(/^本年/u, '');
  const other = bare(partLabels[0] ?? '');
  return !TOTAL.test(partLabels[0] ?? '') || bare(label) === '' || other === '' || bare(label) === other;
}
