import type { Cell, Locator, Table } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import { once } from '../../language/memo.js';
import { columnsFromContent } from '../scoring/content.js';
import { Grid } from '../scoring/grid.js';
import { headerAt } from '../scoring/header.js';
import { scoreValue } from '../scoring/score-text.js';
import { headerText, isTotalLabel } from '../scoring/words.js';

/** Words of a cell, or of a label and the value beside or below it, read as one sentence. */
export interface CellText {
  /** As in the report: label and value joined by a colon when they stand in two cells. */
  readonly text: string;
  /** Verbatim words for the quote. */
  readonly quote: string;
  readonly where: Locator;
}

const SCORE_LABEL =
  /^(?:[一二三四五六七八九十\d]+[、.．])?(?:本?(?:单位|部门|项目)?(?:整体支出)?(?:绩效)?)?(?:自评|自我评价|评价|综合|绩效|最终)(?:绩效)?(?:总得分|总分|得分|分数|评分|分值|分|总评分|结果得分)$/u;
const GRADE_LABEL =
  /^(?:[一二三四五六七八九十\d]+[、.．])?(?:自评|自我评价|评价|综合|绩效|评定|最终)*(?:评价|绩效|自评)?(?:等级|等次|档次|结果|结论|评级)$/u;

/** Tables taller than this list projects or units: a score under a heading there is not the report's. */
const TALLEST_RESULT = 3;

/**
 * Where tables claim a score or grade for the whole: label and value cells (自评总分 | 97.93), and sentences inside
 * cells (自评结论：…得分96分). Rows of a scoring table between its header and its end are the table's own.
 */
export const cellTexts = once((tables: readonly Table[]): readonly CellText[] =>
  tables.flatMap((table) => {
    const grid = new Grid([table]);
    const rows = rowsOutsideScoring(grid);
    const projects = table.cells.filter((c) => headerText(c.text) === '项目名称').length;
    const inRows = table.cells.filter((c) => rows.has(c.row - 1));
    return [...labelled(grid, inRows, table.rowCount, projects), ...sentencesInCells(inRows)];
  }),
);

function rowsOutsideScoring(grid: Grid): Set<number> {
  const rows = new Set<number>();
  // Columns told from content leave open where the table begins; a header row further down says where.
  const headed = rowNumbers(grid).some((row) => headerAt(grid, row, row + 1));
  let inside = !headed && columnsFromContent(grid) !== null;
  for (let row = 0; row < grid.rowCount; row++) {
    if (!inside && headerAt(grid, row, row + 1)) inside = true;
    if (!inside) rows.add(row);
    else if (grid.anchored(row).some((c) => isTotalLabel(c.text))) inside = false;
  }
  return rows;
}

const rowNumbers = (grid: Grid): readonly number[] => Array.from({ length: grid.rowCount }, (_, row) => row);

/** Longer values are sentences, read as such. */
const LONGEST_GRADE = 20;

function labelled(grid: Grid, cells: readonly Cell[], rowCount: number, projects: number): CellText[] {
  const out: CellText[] = [];
  for (const cell of cells) {
    const label = headerText(cell.text);
    if (label.length > 20) continue;
    const score = SCORE_LABEL.test(label);
    if (!score && !GRADE_LABEL.test(label)) continue;
    const right = grid.at(cell.row - 1, cell.column + cell.colSpan);
    const below =
      rowCount <= TALLEST_RESULT && projects === 0
        ? grid.at(cell.row - 1 + cell.rowSpan, cell.column)
        : undefined;
    const fits = (text: string) =>
      score ? scoreValue(text) !== null && /\d/u.test(text) : squeeze(text).length <= LONGEST_GRADE;
    const value = [right, below].find((c) => c !== undefined && squeeze(c.text) !== '' && fits(c.text));
    if (value === undefined || value.where === cell.where) continue;
    out.push({
      text: `${label}:${value.text.trim()}${score && !/分\s*$/u.test(value.text) ? '分' : ''}`,
      quote: `${cell.text.trim()} ${value.text.trim()}`,
      where: value.where,
    });
  }
  return out;
}

const SHORTEST_SENTENCE = 8;

const sentencesInCells = (cells: readonly Cell[]): CellText[] =>
  cells
    .filter((c) => squeeze(c.text).length >= SHORTEST_SENTENCE)
    .map((c) => ({ text: c.text, quote: '', where: c.where }));
