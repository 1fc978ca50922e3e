import type { Paragraph } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { lineLabels } from '../../report/identity/labels.js';
import { isTitle } from '../../report/identity/title.js';
import type { Quote, Report } from '../../report/model.js';
import { contentsLines } from '../../report/outline/contents.js';
import type { OutlineItem } from '../../report/outline/items.js';
import { outlineItems } from '../../report/outline/items.js';
import { printedNumber } from '../../report/outline/number.js';
import { goalStretches } from '../../report/targets/sections.js';
import { defineRule } from '../rule.js';

interface Data {
  readonly words: string;
  readonly first: string;
  readonly second: string;
}

/** The same words twice anywhere in the report are a copy from this length on … */
const LONG = 40;
/** … one right after the other from this length on … */
const SHORT = 10;
/** … and as items of one list from this length on. */
const ITEM = 6;
/** Headings from （一） outwards: 原因分析 and the like stand under several. */
const HEADING_RANK = 4;
/** How many of the prints before it a line is held against: a line printed hundreds of times is told at once. */
const FARTHEST = 20;
/** A line of a blank template: text/placeholder has it. */
const BLANK = /[XxＸ×]{2}|_{3}/u;
/** Notes under forms are printed under each form. */
const NOTE = /^(?:注|备注|说明|填报说明)\s?\d?[：:]/u;

/** A paragraph printed twice. */
export default defineRule<Data>({
  id: 'text/duplicate',
  severity: 'warning',
  title: '段落重复',
  summary: '同一段文字印了两遍',
  basis: '同一内容重复出现，多为复制粘贴时漏改或重复粘贴，可能盖掉了本应写的内容。',
  example: '主要职责第2条与第8条一字不差。',
  limits: [
    '不同位置的短句（少于40字）、标题、表下注释、目标与完成情况之间的重复不报。',
    '只比较一字不差（不计空格、标点和序号）的段落，改动过的重复不报。',
  ],
  *check({ report }) {
    const lines = comparable(report);
    const groups = new Map<string, Line[]>();
    for (const line of lines) {
      const group = groups.get(line.key);
      if (group === undefined) groups.set(line.key, [line]);
      else group.push(line);
    }
    for (const group of groups.values()) {
      const copied = group.map((line, at) =>
        group.slice(Math.max(0, at - FARTHEST), at).find((earlier) => isCopy(earlier, line)),
      );
      const first = copied.find((earlier) => earlier !== undefined);
      if (first === undefined) continue;
      const copies = group.filter((line, at) => line !== first && copied[at] !== undefined);
      yield {
        data: {
          words: shortened(first.words),
          first: placeOf(first.paragraph),
          second: copies.map((copy) => placeOf(copy.paragraph)).join('、'),
        },
        evidence: [first, ...copies].map(
          (line): Quote => ({ text: line.paragraph.text, where: line.paragraph.where }),
        ),
        claimed: null,
        expected: null,
      };
    }
  },
  message: ({ words, first, second }) => `“${words}”一段印了两遍：${first}，又见${second}。`,
  suggestion: () => '删去重复的一段；如本应是别的内容，补上原文。',
});

interface Line {
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly words: string;
  readonly key: string;
  readonly parent: OutlineItem | null;
  readonly numbered: boolean;
  /** Which of several reports in one file it belongs to: each begins with 一、 anew. */
  readonly part: number;
  readonly holds: string | null;
}

function comparable(report: Report): readonly Line[] {
  const contents = contentsLines(report.paragraphs);
  const items = new Map(outlineItems(report.paragraphs).map((item) => [item.index, item]));
  const holds = new Map<number, string>();
  for (const stretch of goalStretches(report))
    for (let i = stretch.from; i < stretch.to; i++) if (stretch.holds !== null) holds.set(i, stretch.holds);
  const lines: Line[] = [];
  let part = 0;
  let begun = false;
  let open: OutlineItem | null = null;
  report.paragraphs.forEach((paragraph, index) => {
    const item = items.get(index) ?? null;
    if (item !== null) open = item.number === null || item.isHeading ? item : item.parent;
    if (item?.number?.notation === '一、' && item.number.ordinal === 1) part++;
    if (item?.isHeading === true && item.number !== null) begun = true;
    if (item?.isHeading === true && item.rank <= HEADING_RANK && squeeze(paragraph.text).length < LONG) {
      // （一）资金拨付不及时。（二）台账不全。: items of a list, that end as sentences do
      if (!/[。；]\s*$/u.test(paragraph.text)) return;
    }
    if (contents.has(index) || !begun) return;
    const words = paragraph.text.slice(printedNumber(paragraph.text)?.length ?? 0).trim();
    const key = fold(squeeze(words)).replace(/[\p{P}]/gu, '');
    if (
      key.length < ITEM ||
      BLANK.test(words) ||
      NOTE.test(words) ||
      isTitle(words) ||
      lineLabels(paragraph).length > 0
    )
      return;
    lines.push({
      index,
      paragraph,
      words,
      key,
      parent: item?.number ? item.parent : open,
      numbered: item !== null,
      part,
      holds: holds.get(index) ?? null,
    });
  });
  return lines;
}

function isCopy(first: Line, other: Line): boolean {
  if (first.part !== other.part) return false;
  if (first.holds !== null && other.holds !== null && first.holds !== other.holds) return false;
  if (first.key.length >= LONG) return true;
  const together = first.key.length >= SHORT && first.index + 1 === other.index;
  const siblings = first.numbered && other.numbered && first.parent === other.parent;
  return together || siblings;
}

const shortened = (words: string): string => (words.length > 24 ? `${words.slice(0, 24)}…` : words);

function placeOf(paragraph: Paragraph): string {
  const number = printedNumber(`${paragraph.number ?? ''}${paragraph.text}`)?.raw.trim() ?? '';
  const section = paragraph.where.section;
  const named = section === null ? '' : `“${section}”`;
  return number === '' ? `${named}第${paragraph.where.paragraph ?? '?'}段` : `${named}“${number}”条`;
}
