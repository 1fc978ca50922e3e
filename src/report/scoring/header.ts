import type { Columns } from './columns.js';
import { figureShare, fits, isLongText, isNumeric, numericShare, speaksOfMarks } from './content.js';
import { goalColumns } from './goal-columns.js';
import type { Grid, GridCell } from './grid.js';
import { headerText, type Role, rankOfHeader, roleOfHeader } from './words.js';

/** Header rows of a scoring table and the columns they name. */
export interface Header {
  readonly start: number;
  /** First row after the header. */
  readonly end: number;
  /** Words of the header rows: a header repeated on the next page has the same. */
  readonly signature: string;
  readonly columns: Columns;
}

const DEEPEST_HEADER = 3;

/** The header that begins at a row, null when no scoring header begins there. `until` bounds the rows that belong to it. */
export function headerAt(grid: Grid, row: number, until: number = grid.rowCount): Header | null {
  if (!isHeaderRow(grid, row)) return null;
  let end = row + 1;
  while (end < grid.rowCount && end - row < DEEPEST_HEADER && isSecondLine(grid, end)) end++;
  const roles = columnRoles(grid, row, end);
  const kinds = new Set(roles.values());
  const scored = kinds.has('score') || kinds.has('reviewed');
  if (!kinds.has('level') || !(scored || (kinds.has('weight') && kinds.has('criterion')))) return null;
  const signature = Array.from({ length: end - row }, (_, i) => headerText(grid.rowText(row + i))).join('|');
  return { start: row, end, signature, columns: assign(grid, roles, row, end, until) };
}

/** Every word of a header row is short and none is a number; at least two name a role. */
function isHeaderRow(grid: Grid, row: number): boolean {
  const cells = grid.anchored(row).filter((c) => headerText(c.text) !== '');
  if (cells.length < 2 || cells.some((c) => isNumeric(c.text) || headerText(c.text).length > 24))
    return false;
  const named = cells.filter((c) => roleOfHeader(c.text) !== null).length;
  return named >= 2 && named * 2 >= cells.length;
}

/**
 * Whether a row is the second line of a merged header: each of its words stands under a wider cell of the line above
 * (名称 and 分值 under 一级指标, 自评 and 复核 under 得分), the other columns reach down or stay blank.
 */
function isSecondLine(grid: Grid, row: number): boolean {
  const cells = grid.anchored(row).filter((c) => headerText(c.text) !== '');
  return (
    cells.length >= 2 &&
    cells.every((c) => {
      const above = grid.at(row - 1, c.left);
      return above !== undefined && above.colSpan > c.colSpan && isWord(c.text);
    })
  );
}

/** Header words are short and no numbers. */
const isWord = (text: string): boolean => !isNumeric(text) && headerText(text).length <= LONGEST_WORD;

const LONGEST_WORD = 24;

const SECOND_SCORE = /财政|复|审|核|主管|专家|第三方|评价组|抽查/u;

/** Roles by column. A cell that runs down beside the whole table (绩效指标 written vertically) heads no column. */
function columnRoles(grid: Grid, start: number, end: number): Map<number, Role> {
  const roles = new Map<number, Role>();
  for (let column = 1; column <= grid.columnCount; column++) {
    const stack: GridCell[] = [];
    for (let row = start; row < end; row++) {
      const cell = grid.at(row, column);
      if (cell && !stack.includes(cell) && cell.rowSpan <= DEEPEST_HEADER) stack.push(cell);
    }
    const role = stackRole(stack.map((c) => c.text));
    if (role !== null) roles.set(column, role);
  }
  return roles;
}

/** The role of header cells over one another: 得分 over 财政审核, 一级指标 over 分值. */
function stackRole(texts: readonly string[]): Role | null {
  const words = texts.filter((t) => headerText(t) !== '');
  const last = words.at(-1);
  if (last === undefined) return null;
  const top = words.length > 1 ? roleOfHeader(words[0] as string) : null;
  const own = roleOfHeader(last);
  if (top === 'score' || top === 'reviewed') {
    if (own !== null && BESIDE_SCORES.has(own)) return own;
    return SECOND_SCORE.test(last) ? 'reviewed' : top;
  }
  if (top === 'target' || top === 'result') {
    const goal = goalOf(last);
    if (goal !== null) return goal;
  }
  return own ?? roleOfHeader(words.join('')) ?? top;
}

/** What may stand under 评分 beside the scores: 权重, 扣分原因. */
const BESIDE_SCORES: ReadonlySet<Role> = new Set(['weight', 'reason', 'note', 'criterion']);

/** Under 指标值 one word tells plan from outcome: 预期 and 实现, 计划 and 完成, 年初 and 全年. */
function goalOf(word: string): Role | null {
  const head = headerText(word);
  if (/^(?:年初|年度)?(?:预期|计划|设定|预设|预定|目标)$|^年初$/u.test(head)) return 'target';
  return /^(?:年度|全年)?(?:实现|完成|实际|达成|达到)$|^全年$/u.test(head) ? 'result' : null;
}

function assign(grid: Grid, roles: Map<number, Role>, start: number, end: number, until: number): Columns {
  const rows = dataRows(end, until);
  const of = (role: Role): number[] => [...roles].filter(([, r]) => r === role).map(([c]) => c);
  settleTexts(grid, roles, start, end, rows);
  const levels = levelColumns(grid, of('level'), start, end, rows);
  const weights = [...of('weight'), ...levels.weights].sort((a, b) => a - b);
  const scores = pickScores(grid, of('score'), of('reviewed'), start, end, rows);
  let { score, reviewed } = scores;
  const leaf = levels.groups.length - 1;
  const attached = weights.map((column) => ({ column, level: levelLeftOf(levels.groups, column) }));
  const deepest = Math.max(-1, ...attached.map((w) => w.level));
  const leafWeights = attached.filter((w) => w.level === deepest).map((w) => w.column);
  if (score === null && leafWeights.length > 1) score = leafWeights.pop() ?? null;
  const weight = leafWeights[0] ?? null;
  if (score === null) score = unnamedScore(grid, roles, weight, rows);
  return {
    levels: levels.groups,
    weight,
    weightLevel: deepest < 0 ? leaf : deepest,
    groupWeights: attached.filter((w) => w.level < deepest && w.level >= 0),
    score,
    reviewed,
    explanation: of('explanation')[0] ?? null,
    criterion: of('criterion')[0] ?? null,
    ...goalColumns(grid, of, start, end, rows),
    reason: of('reason')[0] ?? null,
    note: of('note')[0] ?? null,
  };
}

/** 评分说明 left of the scores and full of 得10分 is the rule; right of them it says why marks were lost. */
function settleReason(grid: Grid, roles: Map<number, Role>, rows: readonly number[]): void {
  if ([...roles.values()].includes('criterion')) return;
  const score = [...roles].find(([, role]) => role === 'score')?.[0] ?? 0;
  for (const [column, role] of roles)
    if (role === 'reason' && column < score && speaksOfMarks(grid, column, rows) >= 0.5)
      roles.set(column, 'criterion');
}

/**
 * Settles by content what header words leave open: 评价内容 over long texts explains and names nothing; of 评价要点
 * and 评分标准 the one that speaks of marks is the rule.
 */
function settleTexts(
  grid: Grid,
  roles: Map<number, Role>,
  start: number,
  end: number,
  rows: readonly number[],
): void {
  const levels = [...roles].filter(([, role]) => role === 'level').map(([column]) => column);
  const isRanked = (column: number) =>
    Array.from({ length: end - start }, (_, i) => grid.at(start + i, column)).some(
      (cell) => cell !== undefined && rankOfHeader(cell.text) !== null,
    );
  for (const column of levels.slice(1)) {
    if (!isRanked(column) && isLongText(grid, column, rows)) {
      roles.set(column, speaksOfMarks(grid, column, rows) >= 0.5 ? 'criterion' : 'explanation');
    }
  }
  settleReason(grid, roles, rows);
  const criteria = [...roles].filter(([, role]) => role === 'criterion').map(([column]) => column);
  const best = [...criteria].sort((a, b) => speaksOfMarks(grid, b, rows) - speaksOfMarks(grid, a, rows))[0];
  for (const column of criteria) if (column !== best) roles.set(column, 'explanation');
  // 评分依据 names the rule in some tables and the evidence for the score in others.
  const isBasis = (column: number) => /依据/u.test(headerText(grid.at(end - 1, column)?.text ?? ''));
  if (best !== undefined && isBasis(best) && speaksOfMarks(grid, best, rows) < 0.3) roles.set(best, 'note');
  // 自评情况 tells how it went in some tables and holds what was reached in others.
  if ([...roles.values()].includes('result')) return;
  for (const [column, role] of roles)
    if (role === 'note' && figureShare(grid, column, rows) >= 0.5) roles.set(column, 'result');
}

const dataRows = (end: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - end) }, (_, i) => end + i);

/** The nearest level to the left of a column; the last level when none stands to the left (columns in any order). */
function levelLeftOf(levels: readonly (readonly number[])[], column: number): number {
  let found = -1;
  let distance = Number.POSITIVE_INFINITY;
  levels.forEach((columns, i) => {
    const gap = column - Math.max(...columns);
    if (gap > 0 && gap < distance) [found, distance] = [i, gap];
  });
  return found < 0 ? levels.length - 1 : found;
}

/**
 * Level columns grouped by their header cell and ordered by rank (一级, 二级) or from left to right. Under one
 * merged header a column of numbers is the level's weight, not a name.
 */
function levelColumns(
  grid: Grid,
  columns: readonly number[],
  start: number,
  end: number,
  rows: readonly number[],
): { groups: number[][]; weights: number[] } {
  const weights: number[] = [];
  const byHeader = new Map<GridCell | undefined, { columns: number[]; rank: number | null }>();
  for (const column of columns) {
    const cells = Array.from({ length: end - start }, (_, i) => grid.at(start + i, column));
    const bottom = cells.at(-1);
    if (bottom && bottom.colSpan > 1 && numericShare(grid, column, rows) > 0.8) {
      weights.push(column);
      continue;
    }
    const rank = cells.map((c) => (c ? rankOfHeader(c.text) : null)).find((r) => r !== null) ?? null;
    const group = byHeader.get(bottom);
    if (group) group.columns.push(column);
    else byHeader.set(bottom, { columns: [column], rank });
  }
  const groups = [...byHeader.values()];
  if (groups.every((g) => g.rank !== null)) groups.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return { groups: groups.map((g) => g.columns), weights };
}

/** The unit's own score column, and the reviewer's beside it. */
function pickScores(
  grid: Grid,
  scores: readonly number[],
  reviews: readonly number[],
  start: number,
  end: number,
  rows: readonly number[],
): { score: number | null; reviewed: number | null } {
  const distinct = oneColumnPerCell(grid, scores, end - 1);
  const review = oneColumnPerCell(grid, reviews, end - 1)[0] ?? null;
  if (distinct.length === 0) return { score: review, reviewed: null };
  const words = (c: number) =>
    Array.from({ length: end - start }, (_, i) => grid.at(start + i, c)?.text ?? '').join('');
  const own = distinct.find((c) => /自评|自我|单位|部门/u.test(headerText(words(c))));
  const filled = (c: number) => rows.filter((r) => isNumeric(grid.at(r, c)?.text ?? '')).length;
  const fullest = [...distinct].sort((a, b) => filled(b) - filled(a))[0] as number;
  const score = own ?? fullest;
  const others = distinct.filter((c) => c !== score && filled(c) > 0 && own !== undefined);
  return { score, reviewed: review ?? others[0] ?? null };
}

/** One column for each header cell: a header merged over several columns counts once. */
function oneColumnPerCell(grid: Grid, columns: readonly number[], row: number): number[] {
  const seen = new Set<GridCell | undefined>();
  return columns.filter((c) => {
    const cell = grid.at(row, c);
    if (cell !== undefined && seen.has(cell)) return false;
    seen.add(cell);
    return true;
  });
}

/** A column without a header word whose numbers never exceed the weights beside them is the score column. */
function unnamedScore(
  grid: Grid,
  roles: ReadonlyMap<number, Role>,
  weight: number | null,
  rows: readonly number[],
): number | null {
  if (weight === null) return null;
  for (let column = grid.columnCount; column > weight; column--) {
    if (!roles.has(column) && numericShare(grid, column, rows) > 0.8 && fits(grid, column, weight, rows))
      return column;
  }
  return null;
}
