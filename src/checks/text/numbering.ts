import { squeeze } from '../../language/fold.js';
import type { Quote, Report } from '../../report/model.js';
import { contentsLines } from '../../report/outline/contents.js';
import type { OutlineItem } from '../../report/outline/items.js';
import { outlineItems } from '../../report/outline/items.js';
import type { PrintedNumber } from '../../report/outline/number.js';
import { defineRule } from '../rule.js';

type Fault = 'skipped' | 'repeated' | 'doubled';

interface Data {
  readonly fault: Fault;
  /** The number before the break; '' where a list does not begin with its first number. */
  readonly before: string;
  readonly after: string;
}

interface Break extends Data {
  readonly items: readonly OutlineItem[];
  readonly expected: string | null;
}

/** Heading and list numbers that are skipped, repeated or printed twice. */
export default defineRule<Data>({
  id: 'text/numbering',
  severity: 'warning',
  title: '序号不连续',
  summary: '标题或列表的序号跳号、重号，或自动编号后又手打了序号',
  basis: '同一层次的序号应连续；跳号、重号多为漏写、误删或复制未改。',
  example: '“二、部门财务情况”下由“（一）”直接到“（三）”，缺“（二）”。',
  limits: [
    '列表重新从1编号、“1.”与“1、”混用、各小节之间接着编号，都不报。',
    '两个序号之间有未能读取的页面时不报。',
    '一句话里的“一是……三是……”不检查。',
  ],
  *check({ report }) {
    const items = outlineItems(report.paragraphs).filter((item) => item.number !== null);
    for (const found of [...doubled(items), ...breaks(items, report)])
      yield {
        data: found,
        evidence: quotesOf(report, found.items),
        claimed: found.after,
        expected: found.expected,
      };
  },
  message: ({ fault, before, after }) =>
    fault === 'doubled'
      ? `序号印了两次：自动编号“${before}”之后又有手打的“${after}”。`
      : fault === 'repeated'
        ? `序号重复：“${before}”之后又是“${after}”。`
        : before === ''
          ? `序号不是从头开始：列表的第一个序号是“${after}”。`
          : `序号不连续：“${before}”之后是“${after}”。`,
  suggestion: ({ fault }) =>
    fault === 'doubled'
      ? '删去多余的一个序号，并核对其后各条的序号。'
      : '核对是否漏写、误删了内容，再重新编号。',
});

/** The item as it is printed, its automatic number before the words. */
function quotesOf(report: Report, items: readonly OutlineItem[]): readonly Quote[] {
  return items.flatMap((item) => {
    const paragraph = report.paragraphs[item.index];
    return paragraph === undefined
      ? []
      : [{ text: `${paragraph.number ?? ''}${paragraph.text}`, where: paragraph.where }];
  });
}

function* doubled(items: readonly OutlineItem[]): Iterable<Break> {
  for (const item of items) {
    if (item.typed === null || item.number === null) continue;
    // A list inside a list item (1. （1）…) is set so by some; only numbers of one kind are one number twice.
    if (item.typed.family !== item.number.family) continue;
    yield {
      fault: 'doubled',
      before: item.number.raw.trim(),
      after: item.typed.raw,
      expected: null,
      items: [item],
    };
  }
}

/** A list under one parent, as it goes on: several may be open, for lists restart and nest irregularly. */
interface Run {
  last: OutlineItem;
  /** What may come next; after a wrong number the list may go on as if it had been right. */
  next: readonly number[];
}

function* breaks(items: readonly OutlineItem[], report: Report): Iterable<Break> {
  const runs = new Map<OutlineItem | null, Map<string, Run[]>>();
  const latest = new Map<string, OutlineItem>();
  for (const item of items) {
    const number = item.number;
    if (number === null) continue;
    const families = runs.get(item.parent) ?? new Map<string, Run[]>();
    runs.set(item.parent, families);
    const open = families.get(number.family) ?? [];
    families.set(number.family, open);
    const previous = latest.get(number.family);
    latest.set(number.family, item);
    const run = open.findLast((list) => list.next.includes(number.ordinal));
    if (run !== undefined) {
      run.last = item;
      run.next = [number.ordinal + 1];
      continue;
    }
    const before = open.at(-1)?.last ?? null;
    if (open.length > MOST_OPEN) continue;
    const isNew = number.ordinal === 1;
    open.push({
      last: item,
      next: isNew ? [2] : nextAfterBreak(before?.number?.ordinal ?? 0, number.ordinal),
    });
    const found = isNew ? null : breakAt(before, item, previous, report);
    if (found !== null) yield found;
  }
}

/** What may follow one wrong number, so that it is told once: 1 2 2 4 and 1 2 4 4. */
function nextAfterBreak(before: number, ordinal: number): readonly number[] {
  if (ordinal === before) return [ordinal + 1, ordinal + 2];
  return ordinal === before + 2 ? [ordinal, ordinal + 1] : [ordinal + 1];
}

/** More lists than this under one heading with one kind of number are no lists: numbers in a text of codes. */
const MOST_OPEN = 50;

function breakAt(
  before: OutlineItem | null,
  item: OutlineItem,
  previous: OutlineItem | undefined,
  report: Report,
): Break | null {
  const number = item.number as PrintedNumber;
  const last = before?.number ?? null;
  if (last === null) {
    // Numbers that run on across the headings above them, and lists whose first items stand inside a sentence.
    if (previous?.number?.ordinal === number.ordinal - 1 && number.rank > OUTER_RANK) return null;
    if (number.rank > OUTER_RANK || number.ordinal > 3) return null;
    // A report that opens with 第三部分 is an extract of a larger document; its parts go on from there.
    if (number.rank <= PART_RANK && opensReport(item, report)) return null;
  }
  const missing = last === null ? 1 : last.ordinal + 1;
  const repeated = last !== null && number.ordinal === last.ordinal;
  if (last !== null && number.ordinal < last.ordinal) return null;
  if (isUnread(before, item, report)) return null;
  if (
    !repeated &&
    isPrintedBetween(item, missing, before?.index ?? item.parent?.index ?? -1, item.index, report)
  )
    return null;
  return {
    fault: repeated ? 'repeated' : 'skipped',
    before: last?.raw ?? '',
    after: number.raw,
    expected: repeated ? spelled(number, number.ordinal + 1) : spelled(number, missing),
    items: before === null ? [item] : [before, item],
  };
}

/** Whether an item is the first heading, with nothing but titles above it. */
const opensReport = (item: OutlineItem, { paragraphs, sections }: Report): boolean =>
  sections[1]?.heading === item.index &&
  paragraphs.slice(0, item.index).every(({ text }) => !/[。；]/u.test(text));

/** 第一部分, 第一章 and 第一节. */
const PART_RANK = 2;
/** Headings 一、 and （一）: a list of these always begins with its first number. */
const OUTER_RANK = 4;

/** Whether pages without text lie between two items: the missing number may stand there. */
function isUnread(before: OutlineItem | null, item: OutlineItem, report: Report): boolean {
  const losses = report.document.losses.filter((loss) => loss.kind === 'no-text' || loss.kind === 'damaged');
  if (losses.length === 0) return false;
  const from = before === null ? null : (report.paragraphs[before.index]?.where.page ?? null);
  const to = report.paragraphs[item.index]?.where.page ?? null;
  if (to === null) return true;
  return losses.some(
    (loss) => loss.pages.length === 0 || loss.pages.some((page) => page >= (from ?? 1) && page <= to),
  );
}

/** Whether the missing number is printed after all: inside a paragraph, or in a text box or table cell. */
function isPrintedBetween(
  item: OutlineItem,
  ordinal: number,
  from: number,
  to: number,
  report: Report,
): boolean {
  const number = item.number as PrintedNumber;
  const wanted = squeeze(spelled(number, ordinal) ?? '');
  if (wanted === '') return true;
  const bare = wanted.replace(/[、.．，]$/u, '');
  const spellings = bare === wanted ? [wanted] : [`${bare}、`, `${bare}.`, `${bare}．`];
  const between = report.paragraphs.slice(Math.max(0, from), to);
  // A part whose title page is a picture or a table: the table of contents has it, under another title than this.
  if (number.rank <= PART_RANK) {
    const contents = contentsLines(report.paragraphs);
    const own = wanted + squeeze(item.title);
    const isListed = (text: string) => text.startsWith(wanted) && !text.startsWith(own);
    if (report.paragraphs.some((p, index) => contents.has(index) && isListed(squeeze(p.text)))) return true;
  }
  return between.some((paragraph) => {
    const text = squeeze(paragraph.text);
    // A bare number (5 问题及建议) is met in every figure; as a number it begins a line.
    if (/^\d+$/u.test(wanted)) return new RegExp(`^${wanted}(?!\\d)`, 'u').test(text);
    return spellings.some((spelling) => text.includes(spelling));
  });
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** An ordinal written as another number of the list is: （三） → （二）. Null for numbers of a rare kind. */
function spelled(number: PrintedNumber, ordinal: number): string | null {
  if (/\d/u.test(number.raw)) {
    const at = number.raw.lastIndexOf(String(number.ordinal));
    if (at < 0) return null;
    return number.raw.slice(0, at) + ordinal + number.raw.slice(at + String(number.ordinal).length);
  }
  const single = /^[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿]/u.exec(number.raw)?.[0];
  if (single !== undefined)
    return String.fromCodePoint((single.codePointAt(0) ?? 0) - number.ordinal + ordinal);
  const word = /[一二三四五六七八九十]+/u.exec(number.raw);
  if (word === null || ordinal > 99) return null;
  const tens = Math.floor(ordinal / 10);
  const spoken = `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ordinal % 10]}`;
  return number.raw.slice(0, word.index) + spoken + number.raw.slice(word.index + word[0].length);
}
