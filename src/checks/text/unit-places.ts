import type { Paragraph } from '../../documents/model.js';
import { squeeze } from '../../language/fold.js';
import { isUnitName, labelledValues } from '../../report/identity/labels.js';
import { isTitle, isTownship, readTitle } from '../../report/identity/title.js';
import { lineOf, printedTitles } from '../../report/identity/titles.js';
import { UNIT_LABELS, UNIT_TAILS } from '../../report/identity/vocabulary.js';
import type { Quote, Report } from '../../report/model.js';
import { contentsLines } from '../../report/outline/contents.js';
import { printedNumber } from '../../report/outline/number.js';
import { regionsOf } from './unit-names.js';

/** A unit's name at a place where only the report's own unit may stand. */
export interface Named {
  readonly name: string;
  readonly place: string;
  /** Told of what the unit does, not of what is its own by form: one telling of such a name is enough. */
  readonly deed?: true;
  /** Told of what any unit does: only the same office of another place is surely not this one. */
  readonly namesake?: true;
  readonly quote: Quote;
}

/** Every name that must be the report's own: titles, labels, subjects of statements, signature. */
export function* namedPlaces(report: Report, own: string): Iterable<Named> {
  yield* inTitles(report);
  yield* inLabels(report);
  yield* inStatements(report);
  yield* inShortForms(report);
  yield* inSignature(report, own);
  yield* inDeeds(report);
}

/** Titles, headings that name the unit with the year, and page headers that are titles. */
function* inTitles(report: Report): Iterable<Named> {
  for (const title of printedTitles(report.document, report)) {
    const { unit, year } = readTitle(title.words);
    if (unit !== null && year !== null && title.lines.length > 1)
      yield { name: unit, place: '标题', quote: lineOf(title, unit) };
  }
  const contents = contentsLines(report.paragraphs);
  for (const [index, paragraph] of report.paragraphs.entries()) {
    if (contents.has(index) || paragraph.text.length > 80) continue;
    const below = report.paragraphs[index + 1]?.text ?? '';
    // The unit on a line of its own above the rest of the title, as annexes print it.
    const line = squeeze(paragraph.text).replace(/^附件\d{0,2}[:：]?/u, '');
    if (
      isSubject(line) &&
      printedNumber(paragraph.text) === null &&
      printedNumber(below) === null &&
      isTitleWithYear(below) &&
      readTitle(below).unit === null
    )
      yield { name: line, place: '标题', quote: quoteOf(paragraph) };
    const words = paragraph.text.slice(printedNumber(paragraph.text)?.length ?? 0);
    const title = /[：:]/u.test(words) || !isTitleWithYear(words) ? null : readTitle(words);
    if (title?.unit) yield { name: title.unit, place: '标题', quote: quoteOf(paragraph) };
  }
  for (const table of report.tables)
    for (const cell of table.cells) {
      if (cell.text.length > 60 || cell.row > 2 || !isTitleWithYear(cell.text)) continue;
      const { unit } = readTitle(cell.text);
      if (unit !== null) yield { name: unit, place: '表的标题', quote: quoteOf(cell) };
    }
  const seen = new Set<string>();
  for (const line of report.document.furniture) {
    if (line.stratum !== 'header' || seen.has(line.text) || !isTitle(line.text)) continue;
    seen.add(line.text);
    const { unit } = readTitle(line.text);
    if (unit !== null) yield { name: unit, place: '页眉', quote: quoteOf(line) };
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
      yield { name: squeeze(value), place: `“${label}”栏`, quote };
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
        if ((isSubject(name) || isTownship(name)) && !DISQUALIFY.test(name))
          yield { name, place: '正文', quote: quoteOf(paragraph) };
      }
      const after = nameBehind(behind);
      if (after !== null && !DISQUALIFY.test(clause) && !/[与较比同和]$/u.test(clause.trimEnd()))
        yield { name: after, place: '正文', quote: quoteOf(paragraph) };
    }
  }
}

/** What only the reporting unit itself is said to do or have: its posts, its duties, its self-evaluation. */
const OWN_DEED =
  /^(?:(?:批准|核定|现有|人员)?编制(?:人数|数)?\d|在编|在职|内设|部门内有|承担的(?:工作|主要)?职责|(?:的)?(?:工作|主要)?职(?:责|能)(?:有|为|是|包括)|执行(?:统一|内部|国家|规范|严格)的?.{0,8}(?:财务|审批|制度|规定)|抽调.{0,24}(?:组成|成立)|(?:组织)?(?:开展|实施|启动)了?.{0,8}(?:绩效)?自评|开会布置自评|对(?:19|20)\d{2}年度?.{0,12}(?:作了|进行了?|开展了?)(?:绩效)?自评|[为是](?:省|市|区|县|州|旗|镇|乡)?(?:人民)?(?:政府|委)(?:的)?(?:工作部门|组成部门|直属机构|派出机构))/u;
/** What the final accounts tell of the unit by its name; a subordinate (中心, 分局) may have its own beside it. */
const OWN_ACCOUNT = /^(?:机关运行经费支出|政府采购支出总额|共有车辆)/u;
const PEER = /(?:(?<!分)局|厅|委员会|人民政府|法院|检察院)$/u;
/** What a unit is said to do when it is presented; its subordinates and partners are presented so, too. */
const ANY_DEED = /^(?:主要)?(?:负责(?!人)|承担|主管|成立于|组建于|设立于|下设|下辖)/u;
/** A paragraph that presents the unit itself: elsewhere its namesakes of other places may be partners. */
const isPresentation = ({ text, where }: Paragraph): boolean =>
  /概况|概述|简介|基本情况|职能|职责|机构/u.test(`${where.section ?? ''}${text.slice(0, 20)}`) &&
  !/对口|帮扶|协作|联合|结对|片区|共同|交流/u.test(text);

const ANY_TAIL = new RegExp(UNIT_TAILS.join('|'), 'u');
/** The longest name looked for at the beginning of a sentence. */
const LONGEST_NAME = 40;

/** Another unit as the subject of a deed of one's own: 临川县档案馆执行统一的财务审批规定. */
function* inDeeds(report: Report): Iterable<Named> {
  for (const paragraph of report.paragraphs) {
    if (paragraph.text.length > 3000) continue;
    for (const sentence of paragraph.text.split(/[。；;\n，,]/u)) {
      const words = squeeze(sentence);
      const head = words.slice(printedNumber(words)?.length ?? 0).slice(0, LONGEST_NAME);
      if (!ANY_TAIL.test(head)) continue;
      for (const tail of UNIT_TAILS) {
        const at = head.indexOf(tail, 3);
        if (at < 0) continue;
        const name = head.slice(0, at + tail.length);
        const behind = words.slice(words.indexOf(name) + name.length);
        if (!isSubject(name) || DISQUALIFY.test(name)) continue;
        const isOwn = OWN_DEED.test(behind) || (OWN_ACCOUNT.test(behind) && PEER.test(name));
        if (isOwn) yield { name, place: '正文', deed: true, quote: quoteOf(paragraph) };
        else if (ANY_DEED.test(behind) && isPresentation(paragraph))
          yield { name, place: '正文', deed: true, namesake: true, quote: quoteOf(paragraph) };
      }
    }
  }
}

const isSubject = (name: string): boolean =>
  name.length >= 5 &&
  name.length <= 40 &&
  !/^[我本该各全]/u.test(name) &&
  !/[：:，。；、]/u.test(name) &&
  regionsOf(name) !== '' &&
  UNIT_TAILS.some((tail) => name.endsWith(tail));

/** （以下简称“我局”） and its like: the name before it is the writer's own. */
const CALLED_OURS =
  /[（(](?:以下)?(?:统一)?简称(?:为)?[：:]?["“”'‘’「]?(?:我|本)(?:局|委|办|部|厅|院|校|会|馆|站|所|队|社|处|镇|乡|中心|单位|部门|机关|街道)["“”'‘’」]?[）)]/gu;

/** 粤湾市农业农村局（以下简称“我局”）: one telling is enough. */
function* inShortForms(report: Report): Iterable<Named> {
  for (const paragraph of report.paragraphs) {
    if (paragraph.text.length > 3000) continue;
    for (const match of paragraph.text.matchAll(CALLED_OURS)) {
      const name = squeeze(clauseBefore(paragraph.text, match.index).replace(LEAD, ''));
      if (isSubject(name) && !DISQUALIFY.test(name)) yield { name, place: '正文', quote: quoteOf(paragraph) };
    }
  }
}

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
  const last = report.sections.findLast((section) => section.depth > 0)?.heading ?? 0;
  // A list of annexes may stand below the signature.
  const annex = report.sections.find((section) => section.number === '' && /^附\s?件/u.test(section.title));
  const ends = [[Math.max(last + 1, paragraphs.length - 8), paragraphs.length]];
  if (annex !== undefined) ends.push([annex.heading - 4, annex.heading]);
  for (const [from = 0, to = 0] of ends) yield* signed(paragraphs.slice(Math.max(0, from), to), own);
}

function* signed(paragraphs: readonly Paragraph[], own: string): Iterable<Named> {
  for (let i = 0; i + 1 < paragraphs.length; i++) {
    const line = paragraphs[i];
    const below = paragraphs[i + 1];
    if (line === undefined || below === undefined) continue;
    const name = squeeze(line.text);
    const dated =
      /^(?:(?:19|20)\d{2}|二[〇零○][一二三四五六七八九〇零○]{2})年\d{0,2}[一二三四五六七八九十]{0,2}月/u.test(
        squeeze(below.text),
      );
    if (dated && squeeze(below.text).length <= 12 && isSubject(name) && name !== own)
      yield { name, place: '落款', quote: quoteOf(line) };
  }
}

const quoteOf = (place: { readonly text: string; readonly where: Quote['where'] }): Quote => ({
  text: place.text,
  where: place.where,
});
