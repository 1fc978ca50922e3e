import type { TableSum } from '../model.js';
import type { Panel, PanelRow } from './grid.js';
import { fits, isTelling, type Reading, sumIn, TOTAL } from './reading.js';

const GRAND = /^(?:总计|合计|收入总计|支出总计|总合计)$/u;

/** Whether the rows of a panel are the classes of a code list. */
export const hasCodes = (panel: Panel): boolean => panel.rows.filter((row) => row.code !== null).length >= 2;

/** Classes, sections and items by code: 201 = 20106 + …; the 合计 row is the sum of the outermost codes. */
export function codedSums(panel: Panel): readonly TableSum[] {
  const readings: Reading[] = [];
  const coded = panel.rows.filter((row) => row.code !== null);
  const byCode = new Map<string, number>();
  for (const row of coded) byCode.set(row.code as string, (byCode.get(row.code as string) ?? 0) + 1);
  // A code that stands twice (several units in one table) makes the hierarchy ambiguous.
  if ([...byCode.values()].some((count) => count > 1)) return [];
  const children = new Map<string, PanelRow[]>();
  for (const row of coded) {
    const parent = parentCode(row.code as string, byCode);
    if (parent === null) continue;
    const list = children.get(parent);
    if (list) list.push(row);
    else children.set(parent, [row]);
  }
  for (const row of coded) {
    const parts = children.get(row.code as string);
    if (parts) readings.push({ total: row, parts });
  }
  const top = coded.filter((row) => parentCode(row.code as string, byCode) === null);
  for (const row of panel.rows) {
    const parts = row.code === null ? partsOfTotal(row.label, top) : [];
    if (parts.length > 0) readings.push({ total: row, parts });
  }
  return confirmed(panel, readings);
}

/** 301 and 303 are 人员经费, every other class of the economic list 公用经费. */
const STAFF = /^30[13]/u;

/** The outermost rows that a total without a code adds up: all of them, or those that its name stands for. */
function partsOfTotal(label: string, top: readonly PanelRow[]): readonly PanelRow[] {
  if (GRAND.test(label)) return top;
  const economic = top.every(({ code }) => code?.startsWith('3'));
  if (!economic || !TOTAL.test(label)) return [];
  if (/^基本支出/u.test(label)) return top;
  if (/^人员(?:经费|支出)/u.test(label)) return top.filter(({ code }) => STAFF.test(code ?? ''));
  if (/^(?:日常)?公用(?:经费|支出)/u.test(label)) return top.filter(({ code }) => !STAFF.test(code ?? ''));
  return [];
}

/**
 * Code lists side by side (科目编码|科目名称|决算数 two or three times over) are one list: 公用经费合计 adds up classes of
 * several of them.
 */
export function joinedLists(panels: readonly Panel[]): readonly Panel[] {
  const [first, ...others] = panels;
  if (first === undefined || others.length === 0) return panels;
  const width = first.columns.length;
  if (
    !panels.every((panel) => panel.columns.length === width && panel.rows.some(({ code }) => code !== null))
  )
    return panels;
  const rows = panels.flatMap((panel) =>
    panel.rows.map((row) => ({
      ...row,
      values: new Map(
        panel.columns.flatMap(({ column }, at) => {
          const figure = row.values.get(column);
          const own = first.columns[at];
          return figure === undefined || own === undefined ? [] : [[own.column, figure] as const];
        }),
      ),
    })),
  );
  return [{ ...first, rows }];
}

function parentCode(code: string, known: ReadonlyMap<string, number>): string | null {
  for (let length = code.length - 1; length >= 2; length--) {
    const prefix = code.slice(0, length);
    if (known.has(prefix)) return prefix;
  }
  return null;
}

/** All readings are of one kind here: keep the sums if the table bears out at least half of them, one at the least. */
function confirmed(panel: Panel, readings: readonly Reading[]): readonly TableSum[] {
  const sums = readings.flatMap((reading) =>
    panel.columns.map(({ column }) => sumIn(panel, reading, column)).filter((sum) => sum !== null),
  );
  const telling = sums.filter(isTelling);
  const right = telling.filter(fits).length;
  return right > 0 && right * 2 >= telling.length ? sums : sums.filter(fits);
}
