import { scanDates } from '../../language/dates.js';
import type { Fact, Quote, Report } from '../../report/model.js';
import { RESULT } from './score-year.js';
import { AHEAD_WORDS, namedYears, namesYear, ORDER_WORDS, OTHER_YEAR_WORDS, saysThisYear } from './words.js';

/** A statement of income or spending that begins with a year which is not the report's. */
export interface MisdatedFact {
  readonly stated: string;
  readonly found: number;
  readonly quote: Quote;
}

/** Quantities that every department tells for its own year. */
const OWN_YEARLY: ReadonlySet<string> = new Set([
  'total',
  'income',
  'fiscal-income',
  'expenditure',
  'basic-expenditure',
  'project-expenditure',
  'personnel-funds',
  'operating-funds',
]);
/** How far into its sentence the year may stand. */
const REACH = 12;
/** Words around a figure of another year that is told on purpose. */
const ON_PURPOSE =
  /累计|[不未][列纳]入|同比|增长|下降|增加|减少|上升|提前下达|预拨|垫付|补发|支付了|其中：?20/u;

/**
 * Outcomes told for another year only: a report that gives 2021年度收入合计 and no income of its own year has
 * last year's words. Where the quantity is told for the report year, too, the other one may be a comparison.
 */
export function* misdatedFacts(report: Report, year: number): Iterable<MisdatedFact> {
  if (report.kind === 'project') return;
  const told = new Map<string, Set<number>>();
  for (const fact of report.facts) {
    if (fact.period.year === null) continue;
    const years = told.get(keyOf(fact)) ?? new Set<number>();
    told.set(keyOf(fact), years.add(fact.period.year));
  }
  for (const fact of report.facts) {
    const years = told.get(keyOf(fact));
    if (!OWN_YEARLY.has(fact.concept) || fact.aspect !== 'outcome' || fact.quote.where.table !== null)
      continue;
    if (fact.period.year === null || fact.period.year === year || years?.size !== 1) continue;
    const found = stated(fact, year, report);
    if (found !== null) yield found;
  }
}

/** 财政拨款支出 and 支出 are two quantities; whether a scope is implied is not told apart. */
const keyOf = ({ concept, aspect, scope }: Fact): string =>
  `${concept}|${aspect}|${scope === 'implied' ? '' : scope}`;

/** The year as the fact's own sentence begins with it; null when the sentence tells it as another year's. */
function stated(fact: Fact, year: number, report: Report): MisdatedFact | null {
  const { text } = fact.quote;
  const other = namedYears(text)[0];
  if (other?.year === null || other?.year !== fact.period.year || other.start > REACH) return null;
  if (text.indexOf(fact.mention.figure.raw) < other.end) return null;
  if (namesYear(text, year) || saysThisYear(text.slice(0, other.start)) || RESULT.test(text)) return null;
  if (scanDates(text).some((date) => date.year !== null && date.year !== other.year)) return null;
  const untilFigure = text.slice(0, text.indexOf(fact.mention.figure.raw));
  if (OTHER_YEAR_WORDS.test(untilFigure) || ORDER_WORDS.test(untilFigure) || ON_PURPOSE.test(text))
    return null;
  if (/(?:与|较|比|同|和|自|从|由|于|至|截至|截止)\s?$/u.test(text.slice(0, other.start))) return null;
  if (other.year > year && AHEAD_WORDS.test(text)) return null;
  if (isUnderOtherYear(fact.quote, other.year, report)) return null;
  return { stated: other.raw, found: other.year, quote: fact.quote };
}

/** Whether the headings above tell of another year on purpose: （二）上年度收支情况. */
export function isUnderOtherYear({ where }: Quote, other: number, report: Report): boolean {
  const at = report.paragraphs.findIndex(
    (paragraph) => paragraph.where === where || paragraph.where.paragraph === where.paragraph,
  );
  return report.sections.some(
    (section) =>
      section.depth > 0 &&
      section.heading < at &&
      at < section.end &&
      (OTHER_YEAR_WORDS.test(section.title) || namesYear(section.title, other)),
  );
}
