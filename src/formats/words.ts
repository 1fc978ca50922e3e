import { SEVERITY_WORDS } from '../checks/rule.js';
import { dec, digits } from '../numbers/decimal.js';
import { shownNames } from './files.js';
import { clip } from './printable.js';
import {
  type AuditResult,
  countOf,
  type FindingResult,
  hasUnread,
  type ItemResult,
  isBlind,
  type ReportResult,
  type ScoreResult,
} from './result.js';

/** Sentences that several formats share. */

const KIND_WORDS = { department: '部门整体支出', project: '项目支出' } as const;

/** Unit, year and kind; then the totals; then the grades. */
export function headLines(report: ReportResult): string[] {
  return [
    `单位 ${report.unit ?? '未读出'}  年度 ${report.year ?? '未读出'}  类型 ${kindWords(report)}  格式 ${report.format ?? '—'}`,
    `得分 文中 ${report.score.narrative ?? '—'}，合计 ${report.score.tableTotal ?? '—'}，各行之和 ${report.score.itemSum ?? '—'}，可核实区间 ${verifiedWords(report.score)}`,
    `等级 自评 ${report.score.grade ?? '—'}，按可核实区间 ${report.score.verifiedGrades.join('、') || '—'}`,
  ];
}

export const kindWords = (report: ReportResult): string =>
  report.kind === null || isBlind(report) ? '未判明' : KIND_WORDS[report.kind];

/** The range that the report's own figures allow: 83.5～96. */
export function verifiedWords(score: ScoreResult): string {
  if (score.verified === null) return '—';
  const [low, high] = [scoreWords(score.verified.low), scoreWords(score.verified.high)];
  return low === high ? low : `${low}～${high}`;
}

/**
 * What may be said of a report without findings. Never "no problems" of one with unread parts or without
 * anything checked.
 */
export function nothingFound(report: ReportResult): string {
  const { figures, items } = report.coverage;
  const scored = items.confirmed + items.contradicted;
  const checked = `核对了 ${figures.checked} 个数字，复算了 ${scored} 项指标`;
  if (hasUnread(report)) return `已读部分未见矛盾（${checked}），但有内容未能读出，见核查范围。`;
  if (figures.checked === 0 && scored === 0) return '没有可以核对的数字和指标，不能据此认为报告没有问题。';
  return `未发现问题（${checked}；其余见核查范围）。`;
}

/** What was looked at and what was not, a line each. */
export function coverageLines(report: ReportResult): string[] {
  const { figures, items, unread } = report.coverage;
  return [
    `数字：看到 ${figures.seen} 个，读懂 ${figures.understood} 个${shareWords(figures.understood, figures.seen)}，参与核对 ${figures.checked} 个${shareWords(figures.checked, figures.seen)}`,
    items.total === 0
      ? '指标：没有找到评分表'
      : `指标：共 ${items.total} 项，相符 ${items.confirmed}，不符 ${items.contradicted}，无法核实 ${items.unverifiable}，需人工判断 ${items.judgement}`,
    ...(unread.length === 0 ? ['未读：无'] : unread.map((sentence) => `未读：${sentence}`)),
    ...suppressedLine(report),
  ];
}

const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '' : `（${Math.round((part * 100) / whole)}%）`;

function suppressedLine(report: ReportResult): string[] {
  const count = report.findings.filter((finding) => finding.suppressed).length;
  return count === 0 ? [] : [`已说明理由、不再列出的问题：${count} 条`];
}

/** Rules that set one place against another without saying which is right, and what they call the two. */
const TWO_PLACES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['figure/restated', ['一处写', '另一处写']],
  ['batch/last-year', ['本报告写', '上年报告写']],
  ['read/tracked-changes', ['接受修订为', '拒绝修订为']],
]);

/** Both sides of a contradiction: 报告写 100，核得 96. '' when there is nothing to set against the claim. */
export function sidesWords({ rule, claimed, expected }: FindingResult): string {
  if (expected === null) return '';
  if (claimed === null) return `应有 ${shown(expected)}`;
  const [left, right] = TWO_PLACES.get(rule) ?? ['报告写', '核得'];
  return `${left} ${shown(claimed)}，${right} ${shown(expected)}`;
}

const shown = (side: string): string => (side.trim() === '' ? '（空）' : clip(side, 80));

/** What should stand there, for a list with a column of that name; the other place where neither is known to be right. */
export function expectedWords({ rule, expected }: FindingResult): string | null {
  const other = TWO_PLACES.get(rule)?.[1];
  return expected === null || other === undefined ? expected : `${other}${shown(expected)}`;
}

/** A computed value as people read it: four decimals are a hundredth of a per cent. Scores are judged on all digits. */
export const valueWords = (value: string): string => digits(dec(value).toDecimalPlaces(4));

/** What a row may get: 3, 0或1, 7.94～7.95; '' when it was not rescored. */
export function possibleWords({ admissible, possible }: ItemResult): string {
  if (admissible.length > 0) return admissible.join('或');
  if (!possible) return '';
  const [low, high] = [scoreWords(possible.low), scoreWords(possible.high)];
  return low === high ? low : `${low}～${high}`;
}

/** A score that was worked out, as people write scores: two decimals at most. */
export const scoreWords = (value: string): string => digits(dec(value).toDecimalPlaces(2));

/** What a row lacks to be rescored: 缺：在职人员数, or why its rule was not understood. '' when nothing. */
export function needsWords({ needs }: ItemResult): string {
  if (needs.length === 0) return '';
  const told = needs.join('、');
  return told.startsWith('评分标准') ? told : `缺：${told}`;
}

/** The value of a row's indicator as people read it: a ratio in per cent. '' when it was not found. */
export function itemValueWords({ value, isRate }: ItemResult): string {
  if (value === null) return '';
  return isRate ? `${digits(dec(value).times(100).toDecimalPlaces(2))}%` : valueWords(value);
}

/** One line over all reports. What was read in part, or not at all, is told apart from what was audited. */
export function summaryLine({ summary, reports }: AuditResult): string {
  const blind = reports.filter(isBlind).length;
  const partly = reports.filter((report) => hasUnread(report) && !isBlind(report)).length;
  const apart = [
    ...(blind === 0 ? [] : [`${blind} 份没有读出文字`]),
    ...(partly === 0 ? [] : [`${partly} 份有内容未读出`]),
  ];
  const audited = `已审 ${summary.audited} 份${apart.length === 0 ? '' : `（其中 ${apart.join('，')}）`}`;
  return `共 ${summary.reports} 份报告：${audited}，无法审核 ${summary.unreadable} 份；错误 ${summary.errors} 条，疑点 ${summary.warnings} 条，提示 ${summary.notices} 条`;
}

/** 错误 3 条，疑点 1 条，提示 0 条. */
export const countWords = (report: ReportResult): string =>
  (['error', 'warning', 'notice'] as const)
    .map((severity) => `${SEVERITY_WORDS[severity]} ${countOf(report, severity)} 条`)
    .join('，');

/** Files named before the rest is only counted. */
const NAMED = 5;

/** What lay in the folders and was not looked at, '' when nothing did: nobody is to think that it was audited. */
export const skippedLine = ({ skipped = [], own = [] }: AuditResult): string =>
  [leftOut(skipped, '不是 Word 或 PDF'), leftOut(own, '是稽核此前写出的批注副本或审核意见')]
    .filter((line) => line !== '')
    .join('。');

function leftOut(files: readonly string[], why: string): string {
  if (files.length === 0) return '';
  const names = shownNames(files);
  const named = files.slice(0, NAMED).map((file) => names.get(file) ?? file);
  return `另有 ${files.length} 个文件${why}，没有审核：${named.join('、')}${files.length > NAMED ? ' 等' : ''}`;
}
