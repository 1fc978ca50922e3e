import { dec, digits } from '../numbers/decimal.js';
import { clip } from './printable.js';
import type { FindingResult, ReportResult, ScoreResult, Summary } from './result.js';

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
  report.kind === null ? '未判明' : KIND_WORDS[report.kind];

/** The range that the report's own figures allow: 83.5～96. */
export function verifiedWords(score: ScoreResult): string {
  if (score.verified === null) return '—';
  const { low, high } = score.verified;
  return low === high ? low : `${low}～${high}`;
}

/** Whether anything in the file was not read. */
export const hasUnread = (report: ReportResult): boolean => report.coverage.unread.length > 0;

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

/** Both sides of a contradiction: 报告写 100，核得 96. '' when neither is known. */
export function sidesWords({ claimed, expected }: FindingResult): string {
  if (claimed === null) return expected === null ? '' : `应有 ${clip(expected, 80)}`;
  return `报告写 ${clip(claimed, 80)}${expected === null ? '' : `，核得 ${clip(expected, 80)}`}`;
}

/** A computed value as people read it: four decimals are a hundredth of a per cent. Scores are judged on all digits. */
export const valueWords = (value: string): string => digits(dec(value).toDecimalPlaces(4));

/** One line over all reports. */
export const summaryLine = (summary: Summary): string =>
  `共 ${summary.reports} 份报告：已审 ${summary.audited} 份，无法审核 ${summary.unreadable} 份；错误 ${summary.errors} 条，疑点 ${summary.warnings} 条，提示 ${summary.notices} 条`;
