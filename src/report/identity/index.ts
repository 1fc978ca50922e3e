import type { Document, Paragraph } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import type { Quote, Report, Stated } from '../model.js';
import type { Outline } from '../outline/index.js';
import type { Labelled } from './labels.js';
import { isUnitName, labelledValues, lineLabels, valuesOf } from './labels.js';
import { isPlacedUnit, isTownship, readTitle } from './title.js';
import type { PrintedTitle } from './titles.js';
import { annexedTitles, headerTitles, lineOf, printedTitles } from './titles.js';
import { UNIT_LABELS, YEAR_LABELS } from './vocabulary.js';
import type { YearMention } from './years.js';
import { yearsIn } from './years.js';

/** Whose report it is, the year it covers and what it is about. */
export type Identity = Pick<Report, 'unit' | 'year' | 'kind'>;

/**
 * Unit, year and kind from cover, title, labels and page headers. They may disagree (a cover kept from last
 * year): the reading that most of them and the running text share is taken, and the checks report the others.
 */
export function identify(document: Document, outline: Outline): Identity {
  const titles = withHeaders(printedTitles(document, outline), document);
  const labels = labelledValues(document);
  const body = outline.paragraphs;
  return {
    unit: unitOf(titles, labels, body) ?? unitOf(annexedTitles(outline), labels, body) ?? unitTold(body),
    year: yearOf(titles, labels, outline, document),
    kind: kindOf(document, titles, outline),
  };
}

/** The titles, and the page headers that read as one: each wording counts once. */
function withHeaders(titles: readonly PrintedTitle[], document: Document): readonly PrintedTitle[] {
  const known = new Set(titles.map((title) => squeeze(title.words)));
  const headers = headerTitles(document).filter((header) => {
    const words = squeeze(header.words);
    return !known.has(words) && known.add(words);
  });
  return [...titles, ...headers];
}

function unitOf(
  titles: readonly PrintedTitle[],
  labels: readonly Labelled[],
  body: readonly Paragraph[],
): Stated<string> | null {
  const stated: Stated<string>[] = [];
  for (const title of titles) {
    const { unit } = readTitle(title.words);
    if (unit !== null) stated.push({ value: unit, quote: lineOf(title, unit) });
  }
  for (const wanted of UNIT_LABELS)
    for (const { label, value, quote } of labels)
      if (label === wanted && isUnitName(value)) stated.push({ value: squeeze(value), quote });
  if (stated.length === 0) return null;
  const text = body.map((paragraph) => squeeze(paragraph.text)).join('\n');
  // A name that only heads a form (主管部门) never outvotes the unit that fills it in: the order above breaks ties.
  const weight = (name: string) =>
    stated.filter((other) => isSameName(other.value, name)).length * 2 + occurrences(text, name);
  const best = stated.reduce((a, b) => (weight(b.value) > weight(a.value) ? b : a));
  const fullest = stated
    .filter((other) => other.value.endsWith(best.value))
    .reduce((a, b) => (b.value.length > a.value.length ? b : a));
  return { ...fullest, value: townshipName(fullest.value, text) };
}

/** 现将渭川县卫生健康局2023年度…自评情况报告如下, 第一部分 平泉市水务局概况: where no title and no label names the unit. */
const TOLD: readonly RegExp[] = [
  /现将(?<unit>\p{Script=Han}{5,40}?)(?:20\d\d|二[〇○零]..)年度?[^。；]{2,40}如下/u,
  /^第一部分[:：]?(?<unit>\p{Script=Han}{5,40}?)(?:单位|部门)?(?:概况|基本情况)$/u,
];

function unitTold(body: readonly Paragraph[]): Stated<string> | null {
  for (const paragraph of body) {
    const text = squeeze(paragraph.text);
    for (const told of TOLD) {
      const unit = told.exec(text)?.groups?.unit;
      if (unit !== undefined && isPlacedUnit(unit)) return { value: unit, quote: quoteOf(paragraph) };
    }
  }
  return null;
}

/** 白马镇 in the title is 白马镇人民政府 when the text says so. */
function townshipName(name: string, text: string): string {
  if (!isTownship(name)) return name;
  const office = name.endsWith('街道') ? '办事处' : '人民政府';
  // 江北区五里街道 signs as 五里街道办事处.
  const place = /[^省市州县区旗]{1,8}$/u.exec(name)?.[0] ?? name;
  return text.includes(place + office) ? name + office : name;
}

/** One name, or the same with the level above it dropped: 中共常德市武陵区委组织部 and 武陵区委组织部. */
const isSameName = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

function occurrences(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) count++;
  return count;
}

function yearOf(
  titles: readonly PrintedTitle[],
  labels: readonly Labelled[],
  outline: Outline,
  document: Document,
): Stated<number> | null {
  const body = outline.paragraphs;
  const stated: Stated<number>[] = [];
  for (const title of titles) {
    const { year } = readTitle(title.words);
    if (year !== null) stated.push({ value: year, quote: title.quote });
  }
  for (const { label, value, quote } of labels) {
    const year = yearsIn(value)[0]?.year ?? bareYear(value);
    if (YEAR_LABELS.includes(label) && year !== null) stated.push({ value: year, quote });
  }
  if (stated.length === 0) stated.push(...formYears(document));
  const first = outline.sections.find((section) => section.depth > 0)?.heading ?? 0;
  // Of what stands before the first heading only sentences tell the year: 现将我局2024年度自评情况报告如下。
  const told = tally(body.filter((paragraph, index) => index >= first || paragraph.text.includes('。')));
  // A project may have begun years ago: the year in its name counts where the text does not speak of others only.
  if (stated.length === 0)
    stated.push(
      ...namedYears(document).filter(
        ({ value }) => told.length === 0 || told.some(({ year }) => year === value),
      ),
    );
  if (stated.length === 0) return told.length === 0 ? null : firstMention(told[0]?.year, body);
  const votes = (year: number) => stated.filter((s) => s.value === year).length;
  const weight = (year: number) => votes(year) * 100 + (told.find((t) => t.year === year)?.count ?? 0);
  const best = stated.reduce((a, b) => (weight(b.value) > weight(a.value) ? b : a));
  const main = told[0];
  if (main !== undefined && main.year !== best.value && isStaleCover(best.value, told)) {
    return firstMention(main.year, body) ?? best;
  }
  return best;
}

/** The year that a form prints across its first rows: （2023年度）. */
function formYears(document: Document): readonly Stated<number>[] {
  const form = document.blocks.find((block) => block.kind === 'table');
  if (form?.kind !== 'table') return [];
  return form.cells.flatMap(({ row, colSpan, text, where }) => {
    if (row > 2 || colSpan < 2 || !/^[（(]?[^（()）]{4,8}年度[）)]?$/u.test(squeeze(text))) return [];
    const year = yearsIn(text)[0]?.year;
    return year === undefined ? [] : [{ value: year, quote: { text: text.trim(), where } }];
  });
}

/** The year that a project's name begins with: 项目名称：2023年农村厕所革命项目. */
const namedYears = (document: Document): readonly Stated<number>[] =>
  valuesOf('项目名称', document).flatMap((quote) => {
    const value = squeeze(quote.text).replace(/^项目名称[:：]/u, '');
    const [own, ...others] = yearsIn(value);
    return own?.start === 0 && others.length === 0 ? [{ value: own.year, quote }] : [];
  });

const bareYear = (value: string): number | null => {
  const digits = /^(20\d\d)$/u.exec(value.trim())?.[1];
  return digits === undefined ? null : Number(digits);
};

interface Told {
  readonly year: number;
  readonly count: number;
}

/** How many paragraphs speak of each year as 年度 or of its budget, most first. */
function tally(body: readonly Paragraph[]): readonly Told[] {
  const counts = new Map<number, number>();
  for (const paragraph of body) {
    if (lineLabels(paragraph).length > 0) continue;
    const own = yearsIn(paragraph.text)[0];
    if (own !== undefined && !isAside(paragraph.text, own))
      counts.set(own.year, (counts.get(own.year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => b.count - a.count);
}

/** Words behind a year that make it another report's: 2022年度绩效评价反馈的问题. */
const PAST_MATTER = /^[^，。；：\d]{0,20}(?:整改|结转|遗留|反馈|指出|提出的|发现的)/u;

/**
 * A year in brackets, in a date or in the name of a document, and one told as another report's: 某课题（2023年立项）.
 * It says nothing of the year that the report is about.
 */
function isAside(text: string, { start, end }: YearMention): boolean {
  // Figures are told as of the end of the report year.
  if (/^\s?(?:12\s?月\s?(?:31\s?日|底|末)|底|末)(?!起|前|发布|印发)/u.test(text.slice(end))) return false;
  const before = text.slice(Math.max(0, start - 60), start);
  const isInside = ['（）', '()', '《》', '〔〕'].some(
    ([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close),
  );
  // 与2022年相比, 截至2023年: what the year's own figures are held against.
  const isBeside = /(?:比|较|与|同|和|自|从|截至|截止)\s?$/u.test(before);
  const isDay = /^\s?\d{1,2}\s?月/u.test(text.slice(end));
  return isInside || isBeside || isDay || PAST_MATTER.test(text.slice(end, end + 40));
}

/**
 * Whether the year of the cover is last year's, left over: the text hardly ever begins a sentence with it and
 * speaks of one neighbouring year throughout.
 */
function isStaleCover(cover: number, told: readonly Told[]): boolean {
  const own = told.find((t) => t.year === cover)?.count ?? 0;
  const main = told[0];
  if (main === undefined || Math.abs(main.year - cover) > 2) return false;
  return main.count >= (own === 0 ? 3 : 4) && main.count >= own * 3;
}

function firstMention(year: number | undefined, body: readonly Paragraph[]): Stated<number> | null {
  for (const paragraph of body) {
    const found = yearsIn(paragraph.text).find((mention) => mention.year === year);
    if (found !== undefined) return { value: found.year, quote: quoteOf(paragraph) };
  }
  return null;
}

const quoteOf = (paragraph: Paragraph): Quote => ({ text: paragraph.text, where: paragraph.where });

/** Headings of the final accounts of a unit, which may have a project's form annexed. */
const FINAL_ACCOUNTS = /^.{0,8}(?:收入支出|财政拨款支出|收入|支出)决算(?:总体)?(?:情况)?(?:说明)?$/u;

function kindOf(document: Document, titles: readonly PrintedTitle[], outline: Outline): Report['kind'] {
  if (outline.sections.some(({ title }) => FINAL_ACCOUNTS.test(squeeze(title)))) return 'department';
  for (const title of titles) {
    const { kind } = readTitle(title.words);
    if (kind !== null) return kind;
  }
  const isForm = document.blocks.some(
    (block) =>
      (block.kind === 'table' && block.cells.some((cell) => /^项目名称$/u.test(squeeze(cell.text)))) ||
      (block.kind === 'paragraph' && /^项目名称[:：]/u.test(squeeze(block.text))),
  );
  return isForm ? 'project' : 'department';
}
