import { clip } from './printable.js';
import { countOf, hasUnread, isBlind, openFindings, type ReportResult } from './result.js';

/** How far a report was audited, in words: a file that could not be read never counts as looked through. */
export function stateWords(report: ReportResult): '已审' | '部分未读' | '没有读出' | '无法审核' {
  if (report.status === 'unreadable') return '无法审核';
  if (isBlind(report)) return '没有读出';
  return hasUnread(report) ? '部分未读' : '已审';
}

/** What was not audited first, then most errors, then most warnings, then most notices; otherwise as given. */
export function byGravity<T>(items: readonly T[], reportOf: (item: T) => ReportResult): T[] {
  const weights = (report: ReportResult): readonly number[] => [
    report.status === 'unreadable' ? 2 : isBlind(report) ? 1 : 0,
    countOf(report, 'error'),
    countOf(report, 'warning'),
    countOf(report, 'notice'),
  ];
  return items
    .map((item) => ({ item, weight: weights(reportOf(item)) }))
    .sort(
      (a, b) =>
        a.weight.map((value, at) => (b.weight[at] ?? 0) - value).find((difference) => difference !== 0) ?? 0,
    )
    .map(({ item }) => item);
}

/** Problem types named before the rest is only counted. */
const NAMED = 5;

/** Why a report stands where it does in an overview: its gravest problem types, each with its number. */
export function mainProblems(report: ReportResult): string {
  if (report.status === 'unreadable') return clip(report.reason ?? '', 120);
  if (isBlind(report)) return '没有读出文字（扫描件或图片），内容没有审核';
  const open = openFindings(report);
  const severity = (['error', 'warning', 'notice'] as const).find((one) => countOf(report, one) > 0);
  const counts = new Map<string, number>();
  for (const finding of open)
    if (finding.severity === severity) counts.set(finding.title, (counts.get(finding.title) ?? 0) + 1);
  const titles = [...counts].map(([title, count]) => (count > 1 ? `${title}${count}处` : title));
  return titles.length > NAMED
    ? `${titles.slice(0, NAMED).join('、')}等${titles.length}类`
    : titles.join('、');
}
