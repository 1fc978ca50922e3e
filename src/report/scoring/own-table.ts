import { squeeze } from '../../language/fold.js';
import type { Report, ScoringTable } from '../model.js';
import { isScored, sumOfWeights } from './sums.js';

/** Scored tables of a report: rule lists and blank templates printed beside them are left out. */
export const scoredTables = (report: Report): ScoringTable[] => report.scoringTables.filter(isScored);

/**
 * The table that the report's own score belongs to: the only scored one; in a department's report the only one
 * that is not a project form, or whose caption does not speak of a project. Null when that is not certain.
 */
export function ownTable(report: Report): ScoringTable | null {
  const scored = scoredTables(report);
  if (scored.length <= 1) return scored[0] ?? null;
  const whole = scored.filter((table) => table.execution.length === 0);
  if (report.kind === 'department') {
    const own = scored.filter((table) => /整体/u.test(captionOf(report, table)));
    if (own.length === 1) return own[0] ?? null;
    const others = whole.filter((table) => !/项目/u.test(captionOf(report, table)));
    if (others.length === 1) return others[0] ?? null;
  }
  const full = whole.filter((table) => (table.totalWeight?.value ?? sumOfWeights(table.indicators))?.eq(100));
  return full.length === 1 ? (full[0] ?? null) : null;
}

/** A caption stands close above its table. */
const CAPTION_REACH = 3;

/** The words just above a table, and its first row when that is a single cell. */
export function captionOf(report: Report, table: ScoringTable): string {
  const { blocks } = report.document;
  const [first] = table.tables;
  const at = first ? blocks.indexOf(first) : -1;
  const words: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - CAPTION_REACH); i--) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    words.unshift(block.text);
  }
  const head = first?.cells.filter((cell) => cell.row === 1) ?? [];
  const [only, ...more] = head;
  if (only && more.length === 0) words.push(only.text);
  return squeeze(words.join(''));
}
