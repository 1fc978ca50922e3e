import type { Line } from './lines.js';

/** A line and the room its column gives it: from the left to the right edge of what may be printed there. */
export interface SetLine {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
}

/** Starts of list items and headings: 一、 （一） 1. 1、 (1) ① 第一章 附件. */
const ITEM_START =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条部]|附件[\d一二三四五六七八九十]*[:：]|[●◆■▪•·])/;
/** Numbers of headings such as 1.3 or 2.1.1, and no amounts: after a sentence end they start a paragraph. */
const DECIMAL_START =
  /^\d{1,2}(?:\.\d{1,2}){1,3}(?=[\u4e00-\u9fff])(?![万亿元倍个分人次项家户公米亩吨年月日天小度平千百克件台套])/;
/** An entry of a table of contents: dots that lead to a page number. */
const LEADING = /(?:[.．·]{4,}|…{2,})[\s-]{0,3}\d{1,4}[\s-]{0,3}$/;
/** Ends of sentences and of list items. */
const SENTENCE_END = /[。；！？;!?：:]["”’）)」』]*$/;

/**
 * Whether a new paragraph starts at `next`, judged from where the lines end and begin. A line that was broken by
 * the layout is full: what opens the next line would not have fitted behind it.
 * @param body left edge of the running text, null in a cell, where nothing is indented reliably
 */
export function startsParagraph(previous: SetLine, next: SetLine, body: number | null): boolean {
  const a = previous.line;
  const b = next.line;
  if (Math.abs(a.size - b.size) > 0.12 * Math.max(a.size, b.size) || LEADING.test(a.text)) return true;
  // A heading in type a little larger than the text below it.
  if (body !== null && ITEM_START.test(a.text) && a.size > 1.04 * b.size) return true;
  const before = a.left - previous.left;
  const after = previous.right - a.right;
  // A centred line has as much room before it as behind it, and all of it could have been used; what follows
  // in the same paragraph is centred too, whereas after an indented first line it begins at the edge.
  const centred =
    before > 0.5 * a.size && Math.abs(before - after) < 0.6 * a.size && b.left - next.left > 0.3 * b.size;
  const rest = centred ? before + after : after;
  // Justified lines and uneven margins leave a little room more than what was needed.
  const full = rest < b.head + 0.4 * b.size;
  if (!full) return true;
  const ended = SENTENCE_END.test(a.text);
  if (ended && ITEM_START.test(b.text)) return true;
  if (/[。！？]$/.test(a.text) && DECIMAL_START.test(b.text)) return true;
  if (body === null) return false;
  const indent = b.left - body;
  const continued = Math.min(a.left, b.left) === a.left && a.left - body < 1.2 * a.size;
  if (indent >= 1.2 * b.size && indent <= 4.5 * b.size) return ended || continued || ITEM_START.test(b.text);
  return ITEM_START.test(b.text) && (ended || indent > 0.8 * b.size);
}

/** Joins lines that the layout broke: a space only between two Latin words. */
export function joined(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const a = text.at(-1) ?? '';
    const b = line[0] ?? '';
    text += (/[A-Za-z]/.test(a) && /[A-Za-z]/.test(b) ? ' ' : '') + line;
  }
  return text;
}

/** The words of a cell: lines broken by the layout closed, paragraphs joined by line feeds. */
export function cellText(lines: readonly SetLine[]): string {
  // A label set one character under another is one word.
  if (lines.length > 1 && lines.every(({ line }) => [...line.text].length <= 1))
    return lines.map(({ line }) => line.text).join('');
  const paragraphs: string[][] = [];
  let previous: SetLine | undefined;
  for (const set of lines) {
    const open = paragraphs.at(-1);
    if (open && previous && !startsParagraph(previous, set, null)) open.push(set.line.text);
    else paragraphs.push([set.line.text]);
    previous = set;
  }
  return paragraphs.map(joined).join('\n');
}
