import { once } from '../../../language/memo.js';
import { isGuessed, isInferred } from '../../../report/guessed.js';
import type { Report, ScoringTable } from '../../../report/model.js';
import { isScored } from '../../../report/scoring/sums.js';
import { weightsAgree } from './weights.js';

/**
 * Whether a scoring table was most likely not read as it is printed: its rows and columns were inferred, and the
 * weights so read do not add up, or no score was found. Where they do, group by group and in the whole, the inference
 * has proved itself.
 */
export const isMisread = (report: Report, table: ScoringTable): boolean => misread(report).has(table);

const misread = once(
  (report: Report): ReadonlySet<ScoringTable> =>
    new Set(
      report.scoringTables.filter(
        (table) =>
          table.tables.some((t) => isInferred(report, t)) &&
          !(isScored(table) && weightsAgree(report, table)),
      ),
    ),
);

/**
 * Why a sum over the rows of a table cannot be proven, in words; null when nothing is in its way. Rows that were not
 * matched, a guessed grid, or pages without text beside the table may hold scores that nobody read.
 */
export function doubtAbout(report: Report, table: ScoringTable): string | null {
  if (table.unmatched.length > 0) return `有${table.unmatched.length}行未能对应到列`;
  if (table.tables.some((t) => !t.gridCertain || isGuessed(report, t))) return '表格结构未能确定';
  if (isMisread(report, table)) return '表格没有完整的边框线，读出的分值合不上';
  const losses = report.document.losses;
  if (losses.some((l) => l.kind === 'damaged' || l.kind === 'limit')) return '文件有未读出的部分';
  const pages = table.tables.flatMap((t) => t.cells.map((c) => c.where.page)).filter((p) => p !== null);
  const blank = losses.filter((l) => l.kind === 'no-text').flatMap((l) => l.pages);
  if (blank.length === 0) return null;
  const [first, last] = [Math.min(...pages), Math.max(...pages)];
  const near = pages.length === 0 || blank.some((p) => p >= first - 1 && p <= last + 1);
  return near ? `评分表前后有无文字的页面（第${blank.slice(0, 5).join('、')}页）` : null;
}
