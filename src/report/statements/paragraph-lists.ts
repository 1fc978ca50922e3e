import type { Vocabulary } from '../../language/vocabulary.js';
import type { Mention, SumStatement } from '../model.js';
import { type PrintedNumber, printedNumber } from '../outline/number.js';
import { isCompared } from './earlier.js';
import { sumFits } from './fit.js';
import { otherNumber } from './lists.js';
import { overlap } from './overlap.js';
import { composition, isClose } from './sums.js';
import { alike, isPlain, type Passage, type Term } from './terms.js';

/** A total ends its paragraph by announcing a list, which is printed in the paragraphs behind. */
const ANNOUNCES = /(?:其中|包括|如下|组成|构成|分别为|分别是|用于)[\p{Script=Han}]{0,6}[:：]?\s*$|[:：]\s*$/u;
const SAYS_ALL = /(?:包括|如下|组成|构成|分别为|分别是)[\p{Script=Han}]{0,6}[:：]?\s*$/u;
const LEAVES_ROOM = /主要|重点|部分|例如|如:/u;

/** Longest list of paragraphs, and fewest items of one that no composition of the vocabulary vouches for. */
const MOST_ITEMS = 60;
const FEWEST_ITEMS = 3;
/** Figures at the end of a paragraph among which the total of its list is looked for. */
const HEADS = 4;

/**
 * Totals whose parts stand in paragraphs of their own: 基本支出6,214.08万元，其中：¶ 人员经费5,236.41万元，主要包括… ¶
 * 公用经费977.67万元…. The first figure of each paragraph that measures what the total measures is the part.
 */
export function readParagraphLists(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
): readonly SumStatement[] {
  const found: SumStatement[] = [];
  for (let i = 0; i + 1 < passages.length; i++) {
    const passage = passages[i] as Passage;
    const text = passage.text.trimEnd().slice(-24);
    if (!ANNOUNCES.test(text)) continue;
    const items = itemsBehind(passages, i);
    if (items.length < 2) continue;
    const statement = sumOver(passage, items, text, vocabulary);
    if (statement !== null) found.push(statement);
  }
  return found;
}

/** The paragraphs of the list: numbered one after the other, or plain ones without a number. */
function itemsBehind(passages: readonly Passage[], at: number): readonly Passage[] {
  const items: Passage[] = [];
  let before = placeOf(passages[at] as Passage);
  let last: PrintedNumber | null = null;
  for (let i = at + 1; i < passages.length && items.length < MOST_ITEMS; i++) {
    const item = passages[i] as Passage;
    const place = placeOf(item);
    // A paragraph without figures is no passage: a list with such an item is not known in full.
    if (before === null || place === null || place !== before + 1) break;
    const number = printedNumber(item.text);
    const [first] = items;
    if (first === undefined && number !== null && number.ordinal !== 1) break;
    if (first !== undefined && !follows(last, number)) break;
    items.push(item);
    last = number;
    before = place;
  }
  return items;
}

const placeOf = (passage: Passage): number | null => passage.sentences[0]?.quote.where.paragraph ?? null;

const follows = (last: PrintedNumber | null, number: PrintedNumber | null): boolean =>
  last === null || number === null
    ? last === null && number === null
    : number.family === last.family && number.ordinal === last.ordinal + 1;

function sumOver(
  passage: Passage,
  items: readonly Passage[],
  text: string,
  vocabulary: Vocabulary,
): SumStatement | null {
  const sentence = [...passage.sentences].reverse().find((one) => one.terms.length > 0);
  if (sentence === undefined) return null;
  const heads = sentence.terms
    .filter((term) => term.role === 'value' && isPlain(term.mention) && !isCompared(term))
    .filter((term) => term.mention.figure.unit.kind === 'money' || term.mention.figure.unit.kind === 'count')
    .slice(-HEADS)
    .reverse();
  const numbered = printedNumber(items[0]?.text ?? '') !== null;
  const make = (head: Term, parts: readonly Term[], complete: boolean): SumStatement => ({
    kind: 'sum',
    total: head.mention,
    parts: parts.map((part) => part.mention),
    complete,
    quote: sentence.quote,
  });
  let likely: SumStatement | null = null;
  for (const head of heads) {
    const told = items.map((item) => partOf(head, item));
    const until = told.indexOf(null);
    const parts = (until < 0 ? told : told.slice(0, until)).filter((part) => part !== null);
    if (parts.length < 2 || parts.some((part) => !isPlain(part.mention))) continue;
    const composed = composition(head.label.concept, parts, vocabulary);
    if (composed !== null) {
      const statement = make(head, composed, true);
      if (sumFits(statement)) return statement;
      likely ??= statement;
      continue;
    }
    const whole = make(head, parts, true);
    if (sumFits(whole) && (numbered || parts.length >= FEWEST_ITEMS)) return whole;
    // 1.工资300万元 2.办公100万元 3.其中三公经费10万元: the list of parts may end before its last paragraphs.
    const shorter = parts
      .map((_, n) => make(head, parts.slice(0, n), true))
      .findLast((one) => one.parts.length >= 2 && sumFits(one));
    if (numbered && shorter !== undefined) return shorter;
    // Plain paragraphs behind the list may be no items of it.
    if (!numbered || until >= 0 || parts.length < FEWEST_ITEMS || overlap(parts)) continue;
    const complete = SAYS_ALL.test(text) && !LEAVES_ROOM.test(text);
    if (isClose(whole, '0.1')) likely ??= { ...whole, complete };
  }
  return likely;
}

/** The figure that an item contributes: the first of its first sentence with figures. */
function partOf(head: Term, item: Passage): Term | null {
  const sentence = item.sentences.find((one) => one.terms.length > 0);
  const part = sentence?.terms.find(
    (term) =>
      term.role === 'value' &&
      alike(head.mention, term.mention) &&
      !otherNumber(head, term) &&
      (head.label.aspect !== 'outcome' || term.label.aspect !== null || !hasAspects(sentence.terms)),
  );
  return part ?? null;
}

/** 年初预算为620万元，支出决算为612.30万元: an item that tells budget and outcome. */
const hasAspects = (terms: readonly Term[]): boolean =>
  terms.some((term) => term.role === 'value' && term.label.aspect === 'outcome');

/** The parts of lists of paragraphs, each with the total it stands under. */
export function totalsOver(sums: readonly SumStatement[]): ReadonlyMap<Mention, Mention> {
  return new Map(
    sums.flatMap((sum) => (sumFits(sum) ? sum.parts.map((part) => [part, sum.total] as const) : [])),
  );
}
