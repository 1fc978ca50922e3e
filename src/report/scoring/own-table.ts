import { squeeze } from '../../language/fold.js';
import type { Report, ScoringTable } from '../model.js';
import { projectOf } from './form-name.js';
import { partName } from './part-name.js';
import { isScored, sumOfWeights } from './sums.js';

/** Scored tables of a report: rule lists and blank templates printed beside them are left out. */
export const scoredTables = (report: Report): ScoringTable[] => report.scoringTables.filter(isScored);

/** A form that bears the name of a project: 部门整体支出 in its place is none. */
const isProjectForm = (table: ScoringTable): boolean => {
  const project = projectOf(table);
  return project !== null && !/整体/u.test(squeeze(project.text));
};

/**
 * The table that the report's own score belongs to: the only scored one that is no project's form in a department's
 * report, or whose caption does not speak of a project. Null when that is not certain.
 */
export function ownTable(report: Report): ScoringTable | null {
  const scored = scoredTables(report).filter((table) => report.kind === 'project' || !isProjectForm(table));
  if (scored.length <= 1) return scored[0] ?? null;
  const whole = scored.filter((table) => table.execution.length === 0);
  if (report.kind === 'department') {
    const own = scored.filter((table) => /整体/u.test(captionOf(report, table)));
    if (own.length === 1) return own[0] ?? null;
    const others = whole.filter((table) => !/项目/u.test(captionOf(report, table)));
    if (others.length === 1) return others[0] ?? null;
  }
  const full = whole.filter((table) => (table.totalWeight?.value ?? sumOfWeights(table.indicators))?.eq(100));
  if (full.length === 1) return full[0] ?? null;
  const detailed = full.filter((table) => !full.some((other) => other !== table && isSummary(table, other)));
  return detailed.length === 1 && full.length === 2 ? (detailed[0] ?? null) : null;
}

/** Whether the rows of a table are nothing but the groups of another one: they are scored there, row by row. */
export const isSummarised = (table: ScoringTable, tables: readonly ScoringTable[]): boolean =>
  tables.some((other) => other !== table && isSummary(table, other));

/** 决策15、过程25、产出35、效益25 printed once more by themselves: the rows are the groups of the other table. */
function isSummary(table: ScoringTable, detailed: ScoringTable): boolean {
  const [first, second] = table.indicators;
  if (first === undefined || second === undefined) return false;
  if (table.indicators.length >= detailed.indicators.length) return false;
  const groups = new Set(detailed.indicators.map(({ group }) => group[0] ?? ''));
  const names = new Set([...groups].map(partName));
  return table.indicators.every(({ name }) => names.has(partName(name)));
}

/** A caption stands close above its table, a line with the unit or the year may stand between. */
const CAPTION_REACH = 3;
const CAPTION = /^附|表(?:[（(][^（）()]{1,20}[）)])?$/u;

/** The words that head a table: the nearest line above it that reads like a caption, and a first row of one cell. */
export function captionOf(report: Report, table: ScoringTable): string {
  const { blocks } = report.document;
  const [first] = table.tables;
  const at = first ? blocks.indexOf(first) : -1;
  let caption = '';
  for (let i = at - 1; i >= Math.max(0, at - CAPTION_REACH) && caption === ''; i--) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    const text = squeeze(block.text);
    if (CAPTION.test(text)) caption = text;
  }
  const [only, ...more] = first?.cells.filter((cell) => cell.row === 1) ?? [];
  return only && more.length === 0 ? caption + squeeze(only.text) : caption;
}
