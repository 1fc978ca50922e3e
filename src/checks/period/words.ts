import type { FoundDate } from '../../language/dates.js';
import { scanDates } from '../../language/dates.js';
import type { Quote, Report } from '../../report/model.js';
import type { Audit } from '../rule.js';

/** Words that make another year legitimate in a heading or statement: it is told as another year's. */
export const OTHER_YEAR_WORDS =
  /上年|上一年|去年|前一年|往年|历年|以前年度|近[两二三四五]年|结转|结余|历史|回顾|整改|审计|巡察|问题清单|结果应用|跨年|续建|遗留|清算|追溯|尾款|余款|欠款|[不未][列纳]入|以来|起(?:施行|执行|实施)|同期|基期|基数|对比|比较|相比/u;

/** Words of what lies ahead: a later year is legitimate beside them. */
export const AHEAD_WORDS =
  /计划|打算|安排|展望|思路|规划|下一步|下一年|下年|明年|次年|预算|工作重点|改进|整改|举措|措施|建议|目标/u;

/** 确保2024年执行率达到95%以上: a promise, which only a later year can be meant by. */
export const PROMISE_WORDS = /确保|力争|争取|力求|力促|保证/u;

/** Words of an order that the report answers: its year is the order's. */
export const ORDER_WORDS = /通知|文件|要求|部署|根据|按照|依据|精神|印发|办法|条例|规定/u;

/** The years named in a text as 年 or 年度, those inside 《》 left out. */
export function namedYears(text: string): readonly FoundDate[] {
  return scanDates(text).filter((date) => date.kind === 'year' && !isInTitleMarks(text, date.start));
}

/** Whether an offset lies inside 《》: the name of a law, plan or document. */
export function isInTitleMarks(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && text.lastIndexOf('》', at) < open && text.indexOf('》', at) >= 0;
}

/** Whether a text names the year, alone or within a range. */
export const namesYear = (text: string, year: number): boolean =>
  scanDates(text).some((date) =>
    date.endYear === null ? date.year === year : (date.year ?? year) <= year && year <= date.endYear,
  );

/** Whether a text speaks of the report's own year in other words: 本年, 今年, 当年. */
export const saysThisYear = (text: string): boolean => scanDates(text).some((date) => date.relative === 0);

/**
 * The year that the report's sentences are held against: its own. The year given with --year is held against the
 * report's year once, by period/section-year, and stands in for it when the report names none.
 */
export const reportYear = ({ report, year }: Audit): number | null => report.year?.value ?? year;

/** The words that say which year the report is for; empty when it was given with --year only. */
export const yearEvidence = (report: Report, year: number): readonly Quote[] =>
  report.year !== null && report.year.value === year ? [report.year.quote] : [];
