import type { Paragraph } from '../../documents/model.js';
import { fold } from '../../language/fold.js';
import { once } from '../../language/memo.js';
import { contentsLines } from './contents.js';
import type { PrintedNumber } from './number.js';
import { printedNumber } from './number.js';

/** A numbered paragraph, or a heading without a number, and the item it stands under. */
export interface OutlineItem {
  /** Index of the paragraph. */
  readonly index: number;
  /** Its number: the automatic one when there is one, else the typed one; null for a heading without a number. */
  readonly number: PrintedNumber | null;
  /** A number typed after the automatic one (二、三、绩效目标): printed twice. */
  readonly typed: PrintedNumber | null;
  /** Words after the number; of a run-in heading the title only. */
  readonly title: string;
  readonly isHeading: boolean;
  readonly rank: number;
  readonly parent: OutlineItem | null;
}

/** How far ahead the nesting of an unusual number is looked up. */
const LOOKAHEAD = 200;
/** 附件, 附表 and 附录 end what stands before them, as 一、 would. */
const ANNEX = /^附\s?(?:件|表|录|图)?\s?[\d一二三四五六七八九十]{0,2}\s?(?:[:、.]|$)/u;
const ANNEX_RANK = 3;
/** The longest title of a heading; longer paragraphs are sentences. */
const TITLE_LENGTH = 45;
const SENTENCE_END = /[。；;]/u;

/** Every numbered paragraph and heading in reading order, nested as the numbers nest. */
export const outlineItems = once((paragraphs: readonly Paragraph[]): readonly OutlineItem[] => {
  const contents = contentsLines(paragraphs);
  const drafts: Draft[] = [];
  paragraphs.forEach((paragraph, index) => {
    if (contents.has(index) || paragraph.stratum !== 'body') return;
    const draft = draftOf(paragraph, index, drafts.length > 0);
    if (draft !== null) drafts.push(draft);
  });
  return nest(drafts);
});

type Draft = Omit<OutlineItem, 'parent'>;

function draftOf(paragraph: Paragraph, index: number, begun: boolean): Draft | null {
  const automatic = paragraph.number === null ? null : printedNumber(paragraph.number);
  const typed = printedNumber(paragraph.text);
  const number = automatic ?? typed;
  const own = typed === null ? paragraph.text.trim() : paragraph.text.slice(typed.length).trim();
  if (number === null) {
    const styled =
      paragraph.headingLevel !== null &&
      own !== '' &&
      own.length <= TITLE_LENGTH &&
      (begun || paragraph.where.table !== null);
    const annex = begun && own.length <= TITLE_LENGTH && ANNEX.test(fold(own));
    if (!styled && !annex) return null;
    const rank = annex ? ANNEX_RANK : ANNEX_RANK + (paragraph.headingLevel ?? 0);
    return { index, number: null, typed: null, title: own, isHeading: true, rank };
  }
  const title = headingTitle(number, own, paragraph.headingLevel !== null);
  return {
    index,
    number,
    typed: automatic === null ? null : typed,
    title: title ?? own,
    isHeading: title !== null,
    rank: number.rank,
  };
}

/**
 * The title when the words after a number are one, null for a list item. A title is short and no sentence; a
 * heading of the outer levels may run into its text (（一）基本情况。本单位…), then the title ends at the stop.
 */
function headingTitle(number: PrintedNumber, words: string, styled: boolean): string | null {
  if (styled && words.length <= TITLE_LENGTH) return words;
  const outer = number.rank <= 4;
  const stop = words.search(SENTENCE_END);
  if (stop < 0 || stop === words.length - 1) {
    if (words.length > TITLE_LENGTH || words === '') return words === '' && outer ? '' : null;
    const isSentence = stop >= 0 || /[，,、：:]$/u.test(words) || /\d/u.test(words);
    return outer || !isSentence ? words : null;
  }
  if (!outer) return null;
  const runIn = Math.min(stop, ...[words.search(/[：:]/u)].filter((at) => at >= 0));
  return runIn <= 30 ? words.slice(0, runIn) : null;
}

function nest(drafts: readonly Draft[]): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  const open: OutlineItem[] = [];
  drafts.forEach((draft, at) => {
    const family = draft.number?.family;
    const same = open.findLastIndex((item) => item.number !== null && item.number.family === family);
    if (same >= 0) open.length = same;
    else if (!isNestedInside(drafts, at, open.at(-1)))
      while ((open.at(-1)?.rank ?? -1) >= draft.rank) open.pop();
    const item = { ...draft, parent: open.at(-1) ?? null };
    items.push(item);
    open.push(item);
  });
  return items;
}

/**
 * Whether a list that usually stands outside (1.) stands inside the item above it （（1） 1. 2. （2））: then the
 * outer list goes on before any list further out does.
 */
function isNestedInside(drafts: readonly Draft[], at: number, above: OutlineItem | undefined): boolean {
  const draft = drafts[at];
  const outer = above?.number;
  if (draft?.number?.ordinal !== 1 || outer === null || outer === undefined || outer.rank <= draft.rank)
    return false;
  for (const later of drafts.slice(at + 1, at + LOOKAHEAD)) {
    if (later.number?.family === outer.family) return later.number.ordinal === outer.ordinal + 1;
    if (later.rank < draft.rank) return false;
  }
  return false;
}
