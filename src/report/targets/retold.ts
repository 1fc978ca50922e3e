import type { Cell, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { measure } from '../../language/measures.js';
import { clauses } from '../../language/sentences.js';
import type { Fact, Goal, Mention } from '../model.js';
import type { MentionIndex } from './mentions.js';
import { coverage, nameKey } from './names.js';

/** Heads over the cell that tells how the overall goal of a form was reached. */
const OVERVIEW_HEAD =
  /^(?:年度|全年|本年)?(?:总体|绩效)*(?:目标)?(?:的)?(?:实际|全年|自评)?(?:完成|达成|实现)情况(?:说明|总结|综述)?$|^(?:全年|年度)?(?:总体|绩效)?目标实际(?:完成|达成)情况$/u;
/** An overview is prose; shorter cells are values of rows. */
const SHORTEST = 12;
/** Words at the end of an indicator's name that prose leaves out: 新增图书数量 is told as 新增图书5820册. */
const COUNTED = /(?:数量|总数|数|场次|次数|人次|人数|户数|个数|期数|面积|里程|情况)$/u;
/** Shorter names may mean several things. */
const SHORTEST_NAME = 3;

/**
 * Results that a form tells twice: in the prose about its overall goal, and in the row of the indicator. Only a figure
 * is taken whose clause holds the whole name of one row and that is the only one of its measure there.
 */
export function retoldResults(
  tables: readonly Table[],
  results: readonly Goal[],
  index: MentionIndex,
  year: number | null,
): readonly Fact[] {
  const byTable = new Map<number | null, Goal[]>();
  for (const result of results) {
    if (result.quote.where.row === null || result.mention?.figure.bound !== 'exactly') continue;
    const key = result.quote.where.table;
    byTable.set(key, [...(byTable.get(key) ?? []), result]);
  }
  return tables.flatMap((table) => {
    const rows = byTable.get(table.where.table) ?? [];
    if (rows.length === 0) return [];
    return overviews(table).flatMap((cell) => retoldIn(cell, rows, index, year));
  });
}

/** The cells of prose below the heads that ask how the overall goal was reached. */
function overviews(table: Table): readonly Cell[] {
  const heads = table.cells.filter((cell) =>
    OVERVIEW_HEAD.test(squeeze(fold(cell.text)).replace(/[:：]/gu, '')),
  );
  return heads.flatMap(
    (head) =>
      table.cells.find(
        (cell) =>
          cell.row === head.row + head.rowSpan && cell.column === head.column && cell.text.length >= SHORTEST,
      ) ?? [],
  );
}

function retoldIn(
  cell: Cell,
  rows: readonly Goal[],
  index: MentionIndex,
  year: number | null,
): readonly Fact[] {
  const told = index.of(cell.text, cell.where);
  const found = clauses(cell.text).flatMap((clause) => {
    const inside = told.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    const [mention] = inside;
    if (mention === undefined || inside.length > 1 || mention.figure.bound !== 'exactly') return [];
    return rows.filter((row) => isOf(row, clause.text, mention)).map((row) => ({ row, mention }));
  });
  return found.flatMap(({ row, mention }): readonly Fact[] => {
    const isSole = found.every((other) => (other.row === row) === (other.mention === mention));
    const own = row.mention;
    if (!isSole || own === null) return [];
    const fact = {
      concept: `indicator/${row.quote.where.table}/${row.quote.where.row}`,
      aspect: 'outcome' as const,
      scope: '',
      period: { year },
      name: `“${row.name}”`,
    };
    return [
      { ...fact, mention, quote: { text: cell.text, where: cell.where } },
      { ...fact, mention: own, quote: row.quote },
    ];
  });
}

/** Whether a clause tells the result of a row: it holds the row's name and a figure of its measure. */
function isOf(row: Goal, clause: string, mention: Mention): boolean {
  const own = row.mention;
  if (own === null || own.figure.unit.kind !== mention.figure.unit.kind) return false;
  if (measure(own.figure.unit) !== measure(mention.figure.unit)) return false;
  const name = nameKey(row.name).replace(COUNTED, '');
  return name.length >= SHORTEST_NAME && coverage(name, squeeze(fold(clause))) === 1;
}
