import type { FoundDate } from '../../language/dates.js';
import { scanFigures } from '../../language/figures.js';
import { squeeze } from '../../language/fold.js';
import { sentences } from '../../language/sentences.js';
import { labelledValues } from '../../report/identity/labels.js';
import { isTitle } from '../../report/identity/title.js';
import { printedTitles } from '../../report/identity/titles.js';
import { YEAR_LABELS } from '../../report/identity/vocabulary.js';
import { yearsIn } from '../../report/identity/years.js';
import type { Quote, Report } from '../../report/model.js';
import { contentsLines } from '../../report/outline/contents.js';
import { defineRule } from '../rule.js';
import { cellTexts } from '../texts.js';
import { isUnderOtherYear, misdatedFacts } from './misdated-facts.js';
import { RESULT } from './score-year.js';
import {
  AHEAD_WORDS,
  namedYears,
  namesYear,
  ORDER_WORDS,
  OTHER_YEAR_WORDS,
  PROMISE_WORDS,
  reportYear,
  saysThisYear,
  yearEvidence,
} from './words.js';

type Place = '封面或标题' | '标题' | '页眉' | '年度栏' | '目标或完成情况' | '收支情况';

interface Data {
  readonly place: Place;
  readonly stated: string;
  readonly year: number;
}

interface Misdated {
  readonly place: Place;
  readonly stated: string;
  readonly found: number;
  readonly quote: Quote;
}

/** A heading, goal, income or spending statement of the report year that names another year. */
export default defineRule<Data>({
  id: 'period/section-year',
  severity: 'error',
  title: '表述年度不符',
  summary: '标题、页眉、目标、收支表述写的是别的年度',
  basis: '报告的标题、绩效目标和收支数据都应属于报告年度；别的年度多为沿用上年文稿未改。',
  example: '2023年度报告的小标题写“（二）2022年度部门绩效目标”。',
  limits: [
    '与上年对比、结转结余、整改、下年计划、文件名称、规划期间中的年度不报。',
    '同段同时写有报告年度或“本年”的，视为对比，不报；因此对比句里把报告年度写错的，可能漏报。',
  ],
  *check(audit) {
    const { report } = audit;
    const year = reportYear(audit);
    if (year === null) return;
    if (report.year !== null && audit.year !== null && report.year.value !== audit.year)
      yield {
        data: { place: '封面或标题', stated: `${report.year.value}年度`, year: audit.year },
        evidence: [report.year.quote],
        claimed: String(report.year.value),
        expected: String(audit.year),
      };
    const seen = new Set<string>();
    for (const misdated of misdatedPlaces(report, year)) {
      const { paragraph, table } = misdated.quote.where;
      const isPlaced = paragraph !== null || table !== null;
      const key = isPlaced ? JSON.stringify(misdated.quote.where) : squeeze(misdated.quote.text);
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        data: { place: misdated.place, stated: misdated.stated, year },
        evidence: [misdated.quote, ...yearEvidence(report, year)],
        claimed: String(misdated.found),
        expected: String(year),
      };
    }
  },
  message: ({ place, stated, year }) =>
    place === '封面或标题'
      ? `报告写的是“${stated}”，应报送的是${year}年度的报告。`
      : `${place}写的是“${stated}”，本报告是${year}年度的报告。`,
  suggestion: ({ year }) => `核对该处内容属于哪个年度；如系沿用上年文稿，改为${year}年度并核对其中数据。`,
});

function* misdatedPlaces(report: Report, year: number): Iterable<Misdated> {
  yield* headers(report, year);
  yield* headings(report, year);
  yield* labels(report, year);
  yield* goals(report, year);
  yield* statements(report, year);
  for (const { stated, found, quote } of misdatedFacts(report, year))
    yield { place: '收支情况', stated, found, quote };
}

/** Page headers and footers, each wording once. */
function* headers(report: Report, year: number): Iterable<Misdated> {
  const seen = new Set<string>();
  for (const line of report.document.furniture) {
    if (line.stratum !== 'header' && line.stratum !== 'footer') continue;
    const text = squeeze(line.text);
    if (seen.has(text) || text.length > 80) continue;
    seen.add(text);
    if (namesYear(line.text, year) || ORDER_WORDS.test(text)) continue;
    const other = yearsIn(line.text).find((mention) => mention.year !== year);
    if (other === undefined) continue;
    if (/年\s?度$/u.test(other.raw) || isTitle(line.text))
      yield { place: '页眉', stated: other.raw, found: other.year, quote: quoteOf(line) };
  }
}

/** Titles of cover, report, forms and attachments, and the headings of sections. */
function* headings(report: Report, year: number): Iterable<Misdated> {
  for (const title of printedTitles(report.document, report)) {
    const found = otherYear(title.words, year);
    if (found !== null) yield { place: '标题', ...found, quote: title.quote };
  }
  const contents = contentsLines(report.paragraphs);
  // Of a heading that runs into its text only the title counts: （一）预算安排。2022年…
  const titleAt = new Map(report.sections.map((section) => [section.heading, section.title]));
  const from = report.sections.find((section) => section.depth > 0)?.heading ?? 0;
  for (const [index, paragraph] of report.paragraphs.entries()) {
    if (contents.has(index) || paragraph.text.length > 100) continue;
    // A title set over several lines is no title line by line, but its first line begins with the year.
    const isCoverLine = index < from && /^\s*[（(]?\s*(?:[12]\s?\d\s?\d\s?\d|二)/u.test(paragraph.text);
    if (!titleAt.has(index) && !isTitle(paragraph.text) && !isCoverLine) continue;
    if (isSentence(paragraph.text, titleAt.get(index) ?? null)) continue;
    // A year alone on the cover (2024年) is the date of the report.
    if (isCoverLine && /[。；：:]|月|年\s*$/u.test(paragraph.text)) continue;
    const found = otherYear(titleAt.get(index) ?? paragraph.text, year);
    if (found !== null) yield { place: '标题', ...found, quote: quoteOf(paragraph) };
  }
  for (const cell of cellTexts(report)) {
    if (cell.text.length > 60 || !isTitle(cell.text)) continue;
    const found = otherYear(cell.text, year);
    if (found !== null) yield { place: '标题', ...found, quote: cell };
  }
}

/** （一）2025年开展精准招商。 and （二）2022年末编制26人，在职24人。…: numbered like headings, but sentences of a list. */
const isSentence = (text: string, title: string | null): boolean => {
  if (title === null || !/[。；]\s*$/u.test(text)) return false;
  if (/[，,]/u.test(title)) return true;
  const isWhole = squeeze(text).length - squeeze(title).length <= 1;
  return isWhole && !/^[^，,]{0,12}年度[^，,]{0,20}$/u.test(text.trim());
};

/** The other year that a title belongs to; null when it names the report year too or tells of another year. */
function otherYear(title: string, year: number): { stated: string; found: number } | null {
  if (namesYear(title, year) || OTHER_YEAR_WORDS.test(title) || /第\d/u.test(title)) return null;
  const other = yearsIn(title).find((mention) => mention.year !== year);
  if (other === undefined || namedYears(title).every((date) => date.year === year)) return null;
  if (other.year > year && AHEAD_WORDS.test(title)) return null;
  return { stated: other.raw, found: other.year };
}

/** 评价年度：2022年, （2022年度） beside a form. */
function* labels(report: Report, year: number): Iterable<Misdated> {
  for (const { label, value, quote } of labelledValues(report.document)) {
    if (!YEAR_LABELS.includes(label) || namesYear(value, year)) continue;
    const years = yearsIn(value);
    const found = years[0]?.year ?? (/^20\d\d$/u.test(value) ? Number(value) : year);
    if (found !== year && years.length <= 1) yield { place: '年度栏', stated: value, found, quote };
  }
}

/** Targets and results that begin with another year. */
function* goals(report: Report, year: number): Iterable<Misdated> {
  if (report.kind === 'project') {
    yield* yearGoals(report, year);
    return;
  }
  for (const goal of [...report.targets, ...report.results]) {
    const { text } = goal.quote;
    if (FINANCE.test(text)) continue;
    if (text.length > 400 || /累计|立项|开工|启动|建成|批复|底前|前完成/u.test(text)) continue;
    const found = misdatedStart(text, year);
    if (found === null || isUnderOtherYear(goal.quote, found.year, report)) continue;
    if (found.year < year && found.start <= 10)
      yield { place: '目标或完成情况', stated: found.raw, found: found.year, quote: goal.quote };
  }
}

/** 年度目标：2022年改扩建校舍: what a project aims at in the year, named another year. */
function* yearGoals(report: Report, year: number): Iterable<Misdated> {
  for (const { text, where } of report.paragraphs) {
    if (text.length > 400 || !/(?:年度|当年|本年)/u.test(text)) continue;
    const found = misdatedStart(text.replace(/^(.{0,8})(?:本|当)年/u, '$1__'), year);
    if (found === null || found.year > year) continue;
    if (
      /(?:年度|_)(?:绩效|总体|预期)?目标(?:为)?\s?[：:。]\s?$/u.test(
        text.slice(0, found.start).replace(/[本当]年/u, '__'),
      )
    )
      yield { place: '目标或完成情况', stated: found.raw, found: found.year, quote: { text, where } };
  }
}

/** Quantities that the report year's statements are about, as they begin a statement. */
const FINANCE =
  /收、支总计|收支总计|收入支出总计|收入总计|支出总计|总收入|总支出|收入合计|支出合计|收入决算|支出决算|财政拨款收入|财政拨款支出|财政拨款|政府性基金|国有资本经营|社会保险基金|基本支出|项目支出|整体支出|人员经费|公用经费|["“”]?三公["“”]?经费|年初预算|预算执行|执行率|政府采购/u;

/** Income and spending statements that begin with another year. */
function* statements(report: Report, year: number): Iterable<Misdated> {
  const texts = report.paragraphs.map((paragraph) => paragraph.text);
  for (const [index, paragraph] of report.paragraphs.entries()) {
    const { text } = paragraph;
    if (text.length > 2000 || !FINANCE.test(text)) continue;
    const found = misdatedStart(text, year);
    if (found === null) continue;
    const subject = FINANCE.exec(text.slice(found.start, found.start + 60))?.[0] ?? null;
    const before = FINANCE.exec(text.slice(0, found.start))?.[0] ?? null;
    const term = before ?? subject;
    if (term === null || (before !== null && found.start > 60)) continue;
    if (found.year > year && isAhead(paragraph)) continue;
    // Told right beside the same quantity of the report year: a comparison over several paragraphs.
    const near = [texts[index - 2], texts[index - 1], texts[index + 1], texts[index + 2]];
    if (near.some((other) => other?.includes(term) && namesYear(other, year))) continue;
    yield { place: '收支情况', stated: found.raw, found: found.year, quote: quoteOf(paragraph) };
  }
}

/** Whether a paragraph, or the heading that it stands under, speaks of what is yet to be done. */
const isAhead = ({ text, where }: { readonly text: string; readonly where: Quote['where'] }): boolean =>
  AHEAD_WORDS.test(text) ||
  PROMISE_WORDS.test(text) ||
  /打算|展望|思路|下一步|下一年|下年|明年|改进|整改|措施|建议/u.test(where.section ?? '');

/** A comparison told from the report year: it says nothing of the year that the sentence begins with. */
const AGAINST_LAST_YEAR =
  /(?:与|同|较|比)上一?年(?:度)?[^，。；]{0,16}?(?:比较|相比|对比)|[比较同]上一?年(?:度)?|同比/gu;

/** 2022年无政府性基金预算支出: nothing is a figure, too. */
const SAYS_NONE =
  /^[，,]?(?:我|本|全)?(?:局|委|办|部|院|校|会|馆|中心|单位|部门|镇|乡)?(?:无|没有|未安排|未发生)/u;

/** Both years of a comparison may be the same by mistake; what is compared with stands behind 与, 较 or 比. */
const COMPARED = /对比|比较|相比/gu;

/**
 * The other year that a text with figures begins with or is about: the first year of its first dated sentence.
 * Null when the text names the report year, or says 本年, or tells the other year as another year's.
 */
function misdatedStart(text: string, year: number): (FoundDate & { readonly year: number }) | null {
  // 2022年度本年支出合计: 本年 behind a year belongs to the name of the quantity.
  if (namesYear(text, year) || saysThisYear(text.replace(/(?<=\d年度?)本年度?/gu, ''))) return null;
  const other = namedYears(text)[0];
  if (other?.year === undefined || other.year === null || other.year === year) return null;
  const sentence = sentences(text).find((s) => s.start <= other.start && other.end <= s.end);
  // A sentence that gives the result is judged by period/score-year.
  if (sentence === undefined || RESULT.test(sentence.text)) return null;
  if (scanFigures(text.slice(other.end)).length === 0 && !SAYS_NONE.test(text.slice(other.end))) return null;
  const before = sentence.text.slice(0, other.start - sentence.start);
  // 接待观众28万人次（2022年仅9万人次）: an aside in brackets begins nothing.
  if (/[（(][^）)]*$/u.test(before)) return null;
  if (
    ORDER_WORDS.test(before) ||
    /(?:与|较|比|同|和|自|从|由|于|至|截至|截止|对比|相比|比较)\s?$/u.test(before)
  )
    return null;
  const own = sentence.text.slice(0, 200);
  if (OTHER_YEAR_WORDS.test(own.replace(AGAINST_LAST_YEAR, '').replace(COMPARED, ''))) return null;
  if (
    /[末底]|^(?:起|以来|前|后|以后|印发|发布|成立)/u.test(
      other.raw.slice(-1) + text.slice(other.end, other.end + 2),
    )
  )
    return null;
  return { ...other, year: other.year };
}

const quoteOf = (paragraph: { readonly text: string; readonly where: Quote['where'] }): Quote => ({
  text: paragraph.text,
  where: paragraph.where,
});
