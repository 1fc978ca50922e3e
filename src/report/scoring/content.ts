import { fold, squeeze } from '../../language/fold.js';
import { isGroupWord } from './classes.js';
import type { Columns } from './columns.js';
import type { Grid } from './grid.js';
import { readWeight, scoreValue } from './score-text.js';
import { isTotalLabel } from './words.js';

/** Whether a cell's text is plainly a number: a score, or a weight such as 20%. */
export const isNumeric = (text: string): boolean => /\d/u.test(text) && scoreValue(text) !== null;

const weightOf = (text: string) => readWeight(text, NO_PLACE).value;
const NO_PLACE = { page: null, section: null, paragraph: null, table: null, row: null, column: null };

/** Cells of a column that begin in one of the rows, each once, blank ones left out. */
function filled(grid: Grid, column: number, rows: readonly number[]): string[] {
  const texts: string[] = [];
  for (const row of rows) {
    const cell = grid.at(row, column);
    if (cell?.top === row && cell.left === column && squeeze(cell.text) !== '') texts.push(cell.text);
  }
  return texts;
}

/** The share of a column's filled cells that are numbers; 0 when fewer than two are filled. */
export function numericShare(grid: Grid, column: number, rows: readonly number[]): number {
  const texts = filled(grid, column, rows);
  return texts.length < 2 ? 0 : texts.filter(isNumeric).length / texts.length;
}

/** One figure with its unit, 93.2%, 11场, 118.5万元; marks (扣1分) are none. */
const ONE_FIGURE = /^[^\d。;]{0,4}[-+]?\d{1,12}(?:\.\d{1,4})?(?:%|‰|\p{Script=Han}{0,4})(?<!分)$/u;

/** The share of a column's filled cells that hold one figure and nothing else; 0 when fewer than two are filled. */
export function figureShare(grid: Grid, column: number, rows: readonly number[]): number {
  const texts = filled(grid, column, rows);
  return texts.length < 2
    ? 0
    : texts.filter((text) => ONE_FIGURE.test(squeeze(fold(text)))).length / texts.length;
}

/** Whether the numbers of `score` stay within those of `weight` on at least four rows of five. */
export function fits(grid: Grid, score: number, weight: number, rows: readonly number[]): boolean {
  let seen = 0;
  let within = 0;
  for (const row of rows) {
    const s = scoreValue(grid.at(row, score)?.text ?? '');
    const w = weightOf(grid.at(row, weight)?.text ?? '');
    if (s === null || w === null) continue;
    seen++;
    if (s.lte(w) && s.gte(0)) within++;
  }
  return seen >= 2 && within * 5 >= seen * 4;
}

/** 得3分, 扣0.5分, 计2分, 记1分, 给4分: words of a scoring rule. */
const RULE_WORDS = /[得扣计记给减][满\d][\d.]{0,6}分|扣完为止|减完止|得满分|酌情/u;

interface ColumnProfile {
  readonly column: number;
  readonly numeric: number;
  readonly filled: number;
  readonly length: number;
  readonly rules: number;
  /** Share of cells that end like a sentence: names never do. */
  readonly sentences: number;
  /** Mean number of rows a cell takes. */
  readonly tall: number;
}

function profile(grid: Grid, column: number, rows: readonly number[]): ColumnProfile {
  const texts = filled(grid, column, rows);
  const tops = rows.filter((r) => grid.at(r, column)?.top === r);
  const height = tops.reduce((sum, r) => sum + (grid.at(r, column)?.rowSpan ?? 1), 0);
  return {
    column,
    filled: texts.length,
    numeric: texts.length === 0 ? 0 : texts.filter(isNumeric).length / texts.length,
    length: texts.length === 0 ? 0 : texts.reduce((sum, t) => sum + squeeze(t).length, 0) / texts.length,
    rules: texts.length === 0 ? 0 : texts.filter((t) => RULE_WORDS.test(squeeze(t))).length / texts.length,
    sentences: texts.length === 0 ? 0 : texts.filter((t) => /[。；]\s*$/u.test(t)).length / texts.length,
    tall: tops.length === 0 ? 1 : height / tops.length,
  };
}

const LONG_TEXT = 18;

/** Whether a column holds sentences rather than names. */
export const isLongText = (grid: Grid, column: number, rows: readonly number[]): boolean =>
  profile(grid, column, rows).length >= LONG_TEXT;

/** The share of a column's texts that speak of marks given or taken: 得3分, 扣完为止. */
export const speaksOfMarks = (grid: Grid, column: number, rows: readonly number[]): number =>
  profile(grid, column, rows).rules;

/**
 * Columns of a table that has no header row, from what they hold: the last columns of numbers are weight, score
 * and reviewed score (a score stays within its weight), columns of numbers further left belong to the level
 * before them, long texts are explanation and criterion, short ones before the weight are the levels. Null when
 * the content does not show a scoring table beyond doubt.
 */
export function columnsFromContent(grid: Grid): Columns | null {
  const rows = Array.from({ length: grid.rowCount }, (_, i) => i).filter((r) => !isTotalRow(grid, r));
  if (rows.length < 3) return null;
  const profiles = Array.from({ length: grid.columnCount }, (_, i) => profile(grid, i + 1, rows));
  const numbers = profiles.filter((p) => p.filled >= 2 && p.numeric >= 0.75);
  const texts = profiles.filter((p) => p.filled > 0 && p.numeric < 0.25);
  const own = numbers.filter((p) => p.filled * 2 >= rows.length);
  const last = own.at(-1);
  if (!last || own.length < 2 || texts.length < 1) return null;
  const scores = scoreColumns(grid, own, rows);
  if (scores === null) return null;
  const { weight, score, reviewed } = scores;
  if (exceedsHundred(grid, [weight, score], rows)) return null;
  const long = texts.filter((p) => p.length >= LONG_TEXT || p.rules >= 0.3);
  const short = texts.filter((p) => !long.includes(p));
  const before = short.filter((p) => p.column < weight);
  const levels = before.length > 0 ? before : short.filter((p) => p.column < score && p.sentences < 0.5);
  if (levels.length === 0) return null;
  const criterion = [...long].sort((a, b) => b.rules - a.rules)[0];
  const isCriterion = criterion !== undefined && criterion.rules > 0;
  const evidence =
    isCriterion ||
    Array.from({ length: grid.rowCount }, (_, r) => r).some((r) => isTotalOfHundred(grid, r)) ||
    rows.some((r) => levels.some((l) => isGroupWord(grid.at(r, l.column)?.text ?? '')));
  if (!evidence) return null;
  const groups = levels.map((p) => [p.column]);
  const described = texts.filter((p) => !levels.includes(p));
  const after = described.find((p) => p.column > score && !(isCriterion && p === criterion));
  return {
    levels: groups,
    weight,
    weightLevel: groups.length - 1,
    groupWeights: numbers
      .filter((p) => p.column < weight && levels.some((l) => l.column < p.column))
      .map((p) => ({ column: p.column, level: levels.filter((l) => l.column < p.column).length - 1 }))
      .filter((g) => g.level < groups.length - 1),
    score,
    reviewed,
    explanation: described.find((p) => p !== criterion && p.column < score)?.column ?? null,
    criterion: isCriterion ? criterion.column : (long.at(-1)?.column ?? null),
    target: null,
    result: null,
    sign: null,
    unit: null,
    reason: after?.column ?? null,
    note: null,
  };
}

/** Weight, score and reviewed score among the columns of numbers that stand on most rows. */
function scoreColumns(
  grid: Grid,
  own: readonly ColumnProfile[],
  rows: readonly number[],
): { weight: number; score: number; reviewed: number | null } | null {
  const columns = own.map((p) => p.column);
  const last = columns.at(-1) as number;
  const third = columns.at(-3);
  const second = columns.at(-2) as number;
  const tallness = (c: number) => own.find((p) => p.column === c)?.tall ?? 1;
  if (
    third !== undefined &&
    tallness(third) < 1.3 &&
    fits(grid, second, third, rows) &&
    fits(grid, last, third, rows)
  ) {
    return { weight: third, score: second, reviewed: last };
  }
  return fits(grid, last, second, rows) ? { weight: second, score: last, reviewed: null } : null;
}

const isTotalRow = (grid: Grid, row: number): boolean => grid.anchored(row).some((c) => isTotalLabel(c.text));

const isTotalOfHundred = (grid: Grid, row: number): boolean =>
  isTotalRow(grid, row) && grid.anchored(row).some((c) => scoreValue(c.text)?.eq(100));

/** Amounts run above a hundred; weights and scores never do. */
const exceedsHundred = (grid: Grid, columns: readonly number[], rows: readonly number[]): boolean =>
  columns.some((c) => rows.some((r) => scoreValue(grid.at(r, c)?.text ?? '')?.gt(100)));
