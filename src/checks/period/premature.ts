import type { Table } from '../../documents/model.js';
import type { FoundDate } from '../../language/dates.js';
import { scanDates } from '../../language/dates.js';
import { squeeze } from '../../language/fold.js';
import { sentences } from '../../language/sentences.js';
import type { Quote, Report } from '../../report/model.js';
import { defineRule } from '../rule.js';
import { cellTexts } from '../texts.js';
import { namesYear, reportYear, yearEvidence } from './words.js';

interface Data {
  readonly date: string;
  readonly what: '成稿日期' | '自评日期';
  readonly year: number;
}

const DATE_LABEL =
  /(?:成稿|填报|填表|报告|报送|编制|编报|撰写|上报|自评|评价|出具)\s?(?:日\s{0,4}期|时\s{0,4}间)\s?[：:]\s?|^\s*(?:日\s{0,4}期|时\s{0,4}间)\s?[：:]\s?/u;
/** A sentence that tells when the self-evaluation was carried out or scored. */
const EVALUATING = /自评|自我评价|绩效评价|评分|打分|得分|评价组|评价小组|撰写(?:本|自评|评价)/u;
/** Work of the running year that is no evaluation of it. */
const RUNNING =
  /监控|事前|中期|目标|申报|培训|通知|文件|预算编制|批复|印发|上年|去年|前一年|上一年|整改|自评工作方案|项目|制定|修订|出台|办法/u;

/** A report or score dated before the year it covers has ended. */
export default defineRule<Data>({
  id: 'period/premature',
  severity: 'warning',
  title: '日期早于年度末',
  summary: '报告或评分的日期早于所评年度结束',
  basis: '年度绩效自评在预算年度结束后进行；年度未结束时，全年收支和完成情况尚无结果。',
  example: '2020年度报告的成稿日期是2020年10月15日，早于2020年12月31日。',
  limits: ['正文句子里只看1至11月；年内开展的绩效监控、目标申报、培训不报。', '没有日期的报告不判断。'],
  *check(audit) {
    const { report } = audit;
    const year = reportYear(audit);
    if (year === null) return;
    const evidence = yearEvidence(report, year);
    const early = [...reportDates(report), ...evaluationDates(report, year)].filter(({ date }) =>
      isBeforeEnd(date, year),
    );
    // The date of the cover and the one under the report are one mistake.
    const keyOf = ({ date, what }: Dated) => `${what}${squeeze(date.raw)}`;
    for (const key of new Set(early.map(keyOf))) {
      const [first, ...others] = early.filter((dated) => keyOf(dated) === key);
      if (first === undefined) continue;
      yield {
        data: { date: first.date.raw, what: first.what, year },
        evidence: [first.quote, ...others.map(({ quote }) => quote), ...evidence],
        claimed: first.date.raw,
        expected: `${year}年12月31日以后`,
      };
    }
  },
  message: ({ date, what, year }) => `${what}是${date}，早于所评的${year}年度结束。`,
  suggestion: () => '核对日期，或核对报告所属年度。',
});

interface Dated {
  readonly date: FoundDate;
  readonly what: Data['what'];
  readonly quote: Quote;
}

const isBeforeEnd = (date: FoundDate, year: number): boolean =>
  date.valid &&
  date.year !== null &&
  date.year >= year - 2 &&
  (date.year < year || (date.year === year && date.month !== null && !isYearEnd(date)));

const isYearEnd = (date: FoundDate): boolean => date.month === 12 && (date.day === null || date.day === 31);

/** Dates behind a label, and lines that are nothing but a date: on the cover or under the report. */
function* reportDates(report: Report): Iterable<Dated> {
  const last = report.paragraphs.length - 6;
  const first = report.sections.find((section) => section.depth > 0)?.heading ?? 0;
  for (const [index, paragraph] of report.paragraphs.entries()) {
    if (paragraph.text.length > 200) continue;
    const quote = { text: paragraph.text, where: paragraph.where };
    yield* labelled(quote);
    if (index < first || index >= last) {
      const lone = scanDates(paragraph.text).find((date) => date.month !== null && date.year !== null);
      if (
        lone !== undefined &&
        squeeze(lone.raw) === squeeze(paragraph.text).replace(/^[（(](.*)[）)]$/u, '$1')
      )
        yield { date: lone, what: '成稿日期', quote };
    }
  }
  for (const cell of cellTexts(report)) if (cell.text.length <= 100) yield* labelled(cell);
  for (const table of report.tables) yield* labelledCells(table);
}

/** 填报日期 in a cell, and the date in the cell beside it. */
function* labelledCells(table: Table): Iterable<Dated> {
  for (const cell of table.cells) {
    if (cell.text.length > 16 || DATE_LABEL.exec(`${cell.text.trim()}：`)?.index !== 0) continue;
    const beside = table.cells.find(
      (other) => other.row === cell.row && other.column === cell.column + cell.colSpan,
    );
    if (beside === undefined || beside.text.length > 24) continue;
    yield* labelled({ text: `${cell.text.trim()}：${beside.text}`, where: beside.where }, beside.text);
  }
}

function* labelled(quote: Quote, printed = quote.text): Iterable<Dated> {
  const label = DATE_LABEL.exec(quote.text);
  if (label === null) return;
  const from = label.index + label[0].length;
  const date = scanDates(quote.text.slice(from, from + 24))[0];
  if (date !== undefined && date.start <= 2 && date.month !== null)
    yield { date, what: '成稿日期', quote: { text: printed, where: quote.where } };
}

/** Months of the running text in which the evaluation is said to have been done. */
function* evaluationDates(report: Report, year: number): Iterable<Dated> {
  if (report.kind === 'project') return;
  for (const paragraph of report.paragraphs) {
    if (paragraph.text.length > 3000) continue;
    for (const sentence of sentences(paragraph.text)) {
      if (!EVALUATING.test(sentence.text) || RUNNING.test(sentence.text)) continue;
      if (DATE_LABEL.test(sentence.text)) continue;
      const dates = scanDates(sentence.text);
      const date = dates.find((found) => found.month !== null && found.year === year);
      if (date === undefined || (date.month ?? 12) > 11 || date.start > 12) continue;
      if (namesYear(sentence.text, year - 1) || namesYear(sentence.text, year + 1)) continue;
      if (!EVALUATING.test(sentence.text.slice(date.end, date.end + 60))) continue;
      if (/[至到—~-]\s?$/u.test(sentence.text.slice(Math.max(0, date.start - 2), date.start))) continue;
      yield { date, what: '自评日期', quote: { text: paragraph.text, where: paragraph.where } };
    }
  }
}
