import type { Locator, Table } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Decimal } from '../../numbers/decimal.js';
import type { Mention, Quote, ToldScore } from '../model.js';
import { Grid, type GridCell } from '../scoring/grid.js';
import { scoreValue } from '../scoring/score-text.js';
import { headerText, isTotalLabel } from '../scoring/words.js';

const NAME_HEAD = /^(?:二级)?项目(?:支出)?名称$/u;
const SCORE_HEAD = /^(?:自评|绩效自评|自评价|绩效|评价)?(?:总)?得分$|^自评(?:总|评)?分数?$/u;
/** The column of the whole beside those of its parts: 总分 under 自评得分, or behind 产出得分 and 效益得分. */
const WHOLE_HEAD = /^(?:自评)?(?:总分|总得分|得分合计|合计得分)$|^合计$/u;
const PART_HEAD = /得分$/u;
const GRADE_HEAD = /^(?:自评|绩效自评|绩效|评价|自评结果|绩效评价)?(?:等级|等次|档次)$/u;

/** A number of a list with its place. */
export interface ListedMark {
  readonly value: Decimal;
  readonly quote: Quote;
}

/** One line of a list of projects: the score it prints, the grade beside it, and the scores that it is made of. */
export interface ListedProject {
  readonly name: string;
  readonly score: ListedMark;
  readonly grade: Quote | null;
  readonly parts: readonly ListedMark[];
}

/** The scores that a list of projects prints: a column 项目名称 and a column 自评得分 under one row of headings. */
export function listedScores(tables: readonly Table[], mentions: readonly Mention[]): readonly ToldScore[] {
  const byPlace = new Map<Locator, Mention>(mentions.map((mention) => [mention.where, mention]));
  return projectLists(tables)
    .flat()
    .map(({ name, score }) => ({
      name,
      full: null,
      score: score.value,
      isBare: false,
      amidProject: true,
      mention: byPlace.get(score.quote.where) ?? null,
      quote: { text: `${name} ${score.quote.text.trim()}`, where: score.quote.where },
    }));
}

/** The lists of projects among some tables, line by line. */
export const projectLists = (tables: readonly Table[]): readonly (readonly ListedProject[])[] =>
  tables.flatMap((table) => {
    const names = table.cells.filter((cell) => NAME_HEAD.test(headerText(cell.text)));
    const [head, second] = names;
    if (head === undefined || second !== undefined) return [];
    const grid = new Grid([table]);
    const [top, bottom] = [head.row - 1, head.row + head.rowSpan - 2];
    const columns = Array.from({ length: table.columnCount }, (_, i) => headOf(grid, i + 1, top, bottom));
    const whole = columns.filter(({ own, above }) => isWhole(own, above));
    const scores = whole.length > 0 ? whole : columns.filter(({ own }) => SCORE_HEAD.test(own));
    const [score] = scores;
    if (score === undefined || scores.length > 1) return [];
    const grades = columns.filter(({ own }) => GRADE_HEAD.test(own));
    const parts = columns.filter((column) => isPartOf(column, score));
    return [
      rowsBelow(grid, bottom + 1, {
        name: head.column,
        score: score.column,
        grade: grades.length === 1 ? (grades[0]?.column ?? null) : null,
        parts: parts.map(({ column }) => column),
      }),
    ];
  });

/** The lowest head over a column, and the merged one above it. */
interface Head {
  readonly column: number;
  readonly own: string;
  readonly above: string;
}

function headOf(grid: Grid, column: number, top: number, bottom: number): Head {
  const own = grid.at(bottom, column);
  const above = grid.at(top, column);
  // A head over several columns names none of them.
  const isOwn = own !== undefined && own.colSpan === 1;
  return {
    column,
    own: isOwn ? headerText(own.text) : '',
    above: above !== undefined && above !== own ? headerText(above.text) : '',
  };
}

const isWhole = (own: string, above: string): boolean =>
  WHOLE_HEAD.test(own) && (above === '' ? own !== '合计' : SCORE_HEAD.test(above));

const isPartOf = (column: Head, whole: Head): boolean =>
  column.column !== whole.column &&
  (whole.above === ''
    ? column.column < whole.column && PART_HEAD.test(column.own) && !SCORE_HEAD.test(column.own)
    : column.above === whole.above);

interface ListColumns {
  readonly name: number;
  readonly score: number;
  readonly grade: number | null;
  readonly parts: readonly number[];
}

function rowsBelow(grid: Grid, from: number, columns: ListColumns): readonly ListedProject[] {
  const found: ListedProject[] = [];
  for (let row = from; row < grid.rowCount; row++) {
    const name = grid.at(row, columns.name);
    const score = markOf(grid.at(row, columns.score));
    if (name === undefined || name.rowSpan > 1 || score === null) continue;
    const printed = squeeze(name.text);
    if (printed === '' || isTotalLabel(printed)) continue;
    const grade = columns.grade === null ? undefined : grid.at(row, columns.grade);
    const parts = columns.parts.map((column) => markOf(grid.at(row, column)));
    found.push({
      name: printed,
      score,
      grade: grade === undefined || grade.rowSpan > 1 ? null : { text: grade.text, where: grade.where },
      // A part that cannot be read leaves the whole open.
      parts: parts.every((part) => part !== null) ? parts : [],
    });
  }
  return found;
}

function markOf(cell: GridCell | undefined): ListedMark | null {
  const value = cell === undefined || cell.rowSpan > 1 ? null : scoreValue(cell.text);
  return cell === undefined || value === null
    ? null
    : { value, quote: { text: cell.text, where: cell.where } };
}
