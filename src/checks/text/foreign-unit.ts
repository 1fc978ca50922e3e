import { squeeze } from '../../language/fold.js';
import { isUnitName, labelledValues } from '../../report/identity/labels.js';
import { isTitle, readTitle } from '../../report/identity/title.js';
import { UNIT_LABELS, UNIT_TAILS } from '../../report/identity/vocabulary.js';
import type { Quote, Report } from '../../report/model.js';
import { contentsLines } from '../../report/outline/contents.js';
import { printedNumber } from '../../report/outline/number.js';
import type { Severity } from '../rule.js';
import { defineRule } from '../rule.js';
import { coreOf, kinship, regionsOf } from './unit-names.js';

interface Data {
  readonly name: string;
  readonly own: string;
  readonly place: string;
  readonly misspelt: boolean;
}

interface Named {
  readonly name: string;
  readonly place: string;
  readonly quote: Quote;
  /** Whether a name that is merely the superior's is an error here too. */
  readonly strict: boolean;
}

/** Another unit's name where this unit's must stand, or this unit's name misspelt. */
export const foreignUnit = defineRule<Data>({
  id: 'text/foreign-unit',
  severity: 'error',
  title: '单位名称不符',
  summary: '该写本单位名称的地方（标题、结论、收支主语、落款）写成了别的单位，或名称写法不一致',
  basis: '封面、标题、结论和落款的单位必须是同一个；写成别的单位，多为套用其他单位的报告。',
  example:
    '封面是“上海市普陀区规划和自然资源局”，第二部分标题却是“上海市规划和自然资源局2024年度部门决算表”。',
  limits: [
    '简称、上级单位、财政部门、合作单位、下属单位在正文中出现不报。',
    '正文中只检查“某单位＋年度＋收支或绩效”这样必为本单位的位置。',
    '写法不一致只查连接字（和、与、及）和前后两字颠倒，作疑点。',
  ],
  *check({ report }) {
    const own = report.unit;
    if (own === null || squeeze(own.value).length < 4) return;
    const seen = new Set<string>();
    for (const named of namedPlaces(report, own.value)) {
      const found = judged(named, own.value, report);
      if (found === null || seen.has(named.quote.text)) continue;
      seen.add(named.quote.text);
      yield finding(named, own, found);
    }
    for (const { name, places } of misspellings(report, own.value)) {
      const others = places.filter((place) => !seen.has(place.text));
      if (others.length === 0) continue;
      yield {
        data: { name, own: own.value, place: '正文', misspelt: true },
        evidence: [...others, own.quote],
        claimed: name,
        expected: coreOf(squeeze(own.value)),
        severity: 'warning' as const,
      };
    }
  },
  message: ({ name, own, place, misspelt }) =>
    misspelt
      ? `单位名称写法不一致：此处写“${name}”，封面和标题是“${own}”。`
      : `${place}写的单位是“${name}”，本报告的单位是“${own}”。`,
  suggestion: ({ own, misspelt }) =>
    misspelt ? `统一为“${own}”。` : `核对是否套用了别的单位的文稿；该处应为“${own}”，并核对其中数据。`,
});

const finding = (named: Named, own: NonNullable<Report['unit']>, severity: Severity) => ({
  data: { name: named.name, own: own.value, place: named.place, misspelt: severity === 'warning' },
  evidence: [named.quote, own.quote],
  claimed: named.name,
  expected: own.value,
  severity,
});

function judged(named: Named, own: string, report: Report): Severity | null {
  const relation = kinship(named.name, own);
  if (relation === 'misspelt') return 'warning';
  if (relation === 'superior') return named.strict ? 'error' : null;
  if (relation !== 'foreign') return null;
  return isSurelyForeign(named, own, report) ? 'error' : null;
}

/** 财政局 and its like receive, review and publish reports. */
const RECEIVER = /财政(?:局|厅|部|所|分局|事务)|审计|人大|人民政府$|党委$|评审中心|绩效(?:评价)?中心/u;

/**
 * A name is surely another unit's when it has the regions of this one or the same kind of office elsewhere.
 * Elsewhere it may be a subordinate, a predecessor or a project.
 */
function isSurelyForeign(named: Named, own: string, report: Report): boolean {
  const { name } = named;
  if (RECEIVER.test(name) && !RECEIVER.test(own)) return false;
  if (!UNIT_TAILS.some((tail) => name.endsWith(tail))) return false;
  if (isListedUnit(named, report)) return false;
  const sameCore = coreOf(name) === coreOf(own) && regionsOf(name) !== '' && regionsOf(own) !== '';
  const sameRegion = regionsOf(name) !== '' && regionsOf(own).endsWith(regionsOf(name));
  const otherRegion = regionsOf(name) !== '' && regionsOf(own) !== '' && !sameRegion;
  return sameCore || (named.strict && (sameRegion || otherRegion));
}

/** A unit of the department: listed in a table, or named as 下属 or 所属. */
function isListedUnit({ name, quote }: Named, report: Report): boolean {
  const at = JSON.stringify(quote.where);
  const listed = report.tables.some((table) =>
    table.cells.some((cell) => squeeze(cell.text).startsWith(name) && JSON.stringify(cell.where) !== at),
  );
  if (listed) return true;
  return report.paragraphs.some((paragraph) => {
    const at = paragraph.text.indexOf(name);
    return (
      at >= 0 &&
      /下属|所属|下设|二级|直属|代管|划转|更名|原名|前身|合并|分别为|包括/u.test(
        paragraph.text.slice(Math.max(0, at - 40), at + name.length + 20),
      )
    );
  });
}

function* namedPlaces(report: Report, own: string): Iterable<Named> {
  yield* inTitles(report);
  yield* inLabels(report);
  yield* inStatements(report);
  yield* inSignature(report, own);
}

/** Titles, headings that name the unit with the year, and page headers that are titles. */
function* inTitles(report: Report): Iterable<Named> {
  const contents = contentsLines(report.paragraphs);
  for (const [index, paragraph] of report.paragraphs.entries()) {
    if (contents.has(index) || paragraph.text.length > 80) continue;
    const words = paragraph.text.slice(printedNumber(paragraph.text)?.length ?? 0);
    const title = /[：:]/u.test(words) || !isTitleWithYear(words) ? null : readTitle(words);
    if (title?.unit) yield { name: title.unit, place: '标题', quote: quoteOf(paragraph), strict: true };
  }
  for (const table of report.tables)
    for (const cell of table.cells) {
      if (cell.text.length > 60 || cell.row > 2 || !isTitleWithYear(cell.text)) continue;
      const { unit } = readTitle(cell.text);
      if (unit !== null) yield { name: unit, place: '表的标题', quote: quoteOf(cell), strict: true };
    }
  const seen = new Set<string>();
  for (const line of report.document.furniture) {
    if (line.stratum !== 'header' || seen.has(line.text) || !isTitle(line.text)) continue;
    seen.add(line.text);
    const { unit } = readTitle(line.text);
    if (unit !== null) yield { name: unit, place: '页眉', quote: quoteOf(line), strict: true };
  }
}

/** A title that names a year: a heading without one (残疾人联合会项目支出情况) may be about another unit. */
const isTitleWithYear = (words: string): boolean =>
  isTitle(words) && readTitle(words).year !== null && !/整改|上级|下属|所属/u.test(words);

/** 填报单位 and its like; 主管部门 and 实施单位 may be others. */
function* inLabels(report: Report): Iterable<Named> {
  const own = new Set(UNIT_LABELS.slice(0, UNIT_LABELS.indexOf('项目单位')));
  for (const { label, value, quote } of labelledValues(report.document))
    if (own.has(label) && isUnitName(value) && !/[、/]/u.test(value))
      yield { name: squeeze(value), place: `“${label}”栏`, quote, strict: true };
}

/** Words behind the year that make the unit before it the report's own. */
const OWN_MATTER =
  /^(?:本级|本单位)?(?:部门|单位)?(?:整体支出|预算支出|收、支总计|收支总计|收入支出总计|收入总计|支出总计|收入合计|支出合计|总收入|总支出|部门决算|财政拨款收入|财政拨款支出|绩效自评|自评|绩效评价|综合评价)/u;
/** What may stand before the unit's name in its clause. */
const LEAD =
  /^.{0,30}(?:经过?综合评价|综合评价|经评价|经自评|评价结论如下|汇总评分|综合评分|据此|总体来看|经汇总|经核算|经评分)[，,：:]?/u;
/** Words before or in a clause that make the unit somebody else on purpose. */
const DISQUALIFY =
  /^(?:根据|按照|依据|参照|向|报送|报|送|由|请|会同|联合|委托|学习|借鉴|经|对|与|和|同|据|关于|在|以)|下属|所属|二级|项目|批复|印发|下达|通知/u;
const YEAR = /(?:19|20)\d{2}\s?年(?:度)?/gu;

/** Subjects of statements about the unit's own year: 柳泉区档案馆2023年度整体支出绩效得分. */
function* inStatements(report: Report): Iterable<Named> {
  for (const paragraph of report.paragraphs) {
    if (paragraph.text.length > 3000) continue;
    const text = paragraph.text;
    for (const match of text.matchAll(YEAR)) {
      const behind = squeeze(text.slice(match.index + match[0].length, match.index + match[0].length + 60));
      const clause = clauseBefore(text, match.index);
      if (OWN_MATTER.test(behind)) {
        const name = squeeze(clause.replace(LEAD, ''));
        if (isSubject(name) && !DISQUALIFY.test(name))
          yield { name, place: '正文', quote: quoteOf(paragraph), strict: true };
      }
      const after = nameBehind(behind);
      if (after !== null && !DISQUALIFY.test(clause) && !/[与较比同和]$/u.test(clause.trimEnd()))
        yield { name: after, place: '正文', quote: quoteOf(paragraph), strict: true };
    }
  }
}

const isSubject = (name: string): boolean =>
  name.length >= 5 &&
  name.length <= 40 &&
  !/^[我本该各全]/u.test(name) &&
  regionsOf(name) !== '' &&
  UNIT_TAILS.some((tail) => name.endsWith(tail));

/** The clause that ends at an offset. */
function clauseBefore(text: string, end: number): string {
  const from = Math.max(0, end - 80);
  const before = text.slice(from, end);
  const stop = Math.max(
    ...['，', '。', '；', '：', ',', ';', ':', '\n'].map((sign) => before.lastIndexOf(sign)),
  );
  const clause = before.slice(stop + 1);
  return clause.slice(printedNumber(clause)?.length ?? 0);
}

/** 2023年度柳泉区档案馆整体支出…: the name between the year and what is the unit's own. */
function nameBehind(behind: string): string | null {
  for (const tail of UNIT_TAILS) {
    for (let at = behind.indexOf(tail, 3); at >= 0; at = behind.indexOf(tail, at + 1)) {
      const name = behind.slice(0, at + tail.length);
      if (isSubject(name) && !/[，。；：、,（(]/u.test(name) && OWN_MATTER.test(behind.slice(name.length)))
        return name;
    }
  }
  return null;
}

/** A line that is nothing but a unit's name, above the date that ends the report. */
function* inSignature(report: Report, own: string): Iterable<Named> {
  const { paragraphs } = report;
  const from = report.sections.findLast((section) => section.depth > 0)?.heading ?? 0;
  for (let i = Math.max(from + 1, paragraphs.length - 8); i + 1 < paragraphs.length; i++) {
    const line = paragraphs[i];
    const below = paragraphs[i + 1];
    if (line === undefined || below === undefined) continue;
    const name = squeeze(line.text);
    const dated =
      /^(?:(?:19|20)\d{2}|二[〇零○][一二三四五六七八九〇零○]{2})年\d{0,2}[一二三四五六七八九十]{0,2}月/u.test(
        squeeze(below.text),
      );
    if (dated && squeeze(below.text).length <= 12 && isSubject(name) && name !== own)
      yield { name, place: '落款', quote: quoteOf(line), strict: true };
  }
}

/** The own name with 和, 与 or 及 exchanged, anywhere in the text: one finding for each wrong name. */
function misspellings(report: Report, own: string): readonly Misspelt[] {
  const core = coreOf(squeeze(own));
  const at = core.search(/[和与及]/u);
  if (at <= 0 || core.length < 5) return [];
  const found: Misspelt[] = [];
  for (const word of ['和', '与', '及', '暨']) {
    const name = core.slice(0, at) + word + core.slice(at + 1);
    if (name === core) continue;
    const places = report.paragraphs.filter((paragraph) => squeeze(paragraph.text).includes(name));
    if (places.length > 0) found.push({ name, places: places.map(quoteOf) });
  }
  return found;
}

interface Misspelt {
  readonly name: string;
  readonly places: readonly Quote[];
}

const quoteOf = (place: { readonly text: string; readonly where: Quote['where'] }): Quote => ({
  text: place.text,
  where: place.where,
});
