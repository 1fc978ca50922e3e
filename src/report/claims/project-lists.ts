import type { Locator, Table } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Mention, ToldScore } from '../model.js';
import { Grid } from '../scoring/grid.js';
import { scoreValue } from '../scoring/score-text.js';
import { headerText, isTotalLabel } from '../scoring/words.js';

const NAME_HEAD = /^(?:二级)?项目(?:支出)?名称$/u;
const SCORE_HEAD = /^(?:自评|绩效自评|自评价|绩效|评价)?(?:总)?得分$|^自评(?:总|评)?分数?$/u;

/** The scores that a list of projects prints: a column 项目名称 and a column 自评得分 under one row of headings. */
export function listedScores(tables: readonly Table[], mentions: readonly Mention[]): readonly ToldScore[] {
  const byPlace = new Map(mentions.map((mention) => [mention.where, mention]));
  return tables.flatMap((table) => {
    const names = table.cells.filter((cell) => NAME_HEAD.test(headerText(cell.text)));
    const [head, second] = names;
    if (head === undefined || second !== undefined) return [];
    const scores = table.cells.filter(
      (cell) => cell.row === head.row && SCORE_HEAD.test(headerText(cell.text)),
    );
    const [column] = scores;
    if (column === undefined || scores.length > 1) return [];
    return rowsBelow(table, head.column, column.column, head.row + head.rowSpan, byPlace);
  });
}

function rowsBelow(
  table: Table,
  names: number,
  scores: number,
  from: number,
  byPlace: ReadonlyMap<Locator, Mention>,
): readonly ToldScore[] {
  const grid = new Grid([table]);
  const found: ToldScore[] = [];
  for (let row = from - 1; row < grid.rowCount; row++) {
    const name = grid.at(row, names);
    const score = grid.at(row, scores);
    if (name === undefined || score === undefined || name.rowSpan > 1 || score.rowSpan > 1) continue;
    const value = scoreValue(score.text);
    const printed = squeeze(name.text);
    if (value === null || printed === '' || isTotalLabel(printed)) continue;
    found.push({
      name: printed,
      full: null,
      score: value,
      isBare: false,
      amidProject: true,
      mention: byPlace.get(score.where) ?? null,
      quote: { text: `${name.text.trim()} ${score.text.trim()}`, where: score.where },
    });
  }
  return found;
}
