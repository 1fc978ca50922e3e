import type { Cursor } from './cursor.js';
import { lexicon } from './cursor.js';
import type { Quantity } from './quantity.js';
import { readQuantity } from './quantity.js';
import { EXCLUDED, INCLUDED } from './words.js';

/** A range whose numbers still wait for the rule's unit: 80-90%, 0. */
export interface RawRange {
  readonly low: RawEnd | null;
  readonly high: RawEnd | null;
}
/** One end of such a range; `closed` is null where the words leave it open. */
export interface RawEnd {
  readonly quantity: Quantity;
  readonly closed: boolean | null;
}

/** （含）, （不含95%）, 含: whether the end just named belongs to the range. */
export function readMark(cursor: Cursor): boolean | null {
  return cursor.attempt(() => {
    const bracket = cursor.take('(') || cursor.take('[');
    const excluded = cursor.word(EXCLUDED) !== null;
    if (!excluded && cursor.word(INCLUDED) === null) return null;
    if (!bracket) return /^[-—~至]|^以/u.test(cursor.rest.slice(0, 1)) ? !excluded : null;
    readQuantity(cursor);
    cursor.word(NOTE_TAILS);
    return cursor.take(')') || cursor.take(']') ? !excluded : null;
  });
}

/** （含90%，下同）. */
const NOTE_TAILS = lexicon([',下同', '、下同', ';下同', '本数', ',以下同']);

/** What brackets behind a range say of its two ends, in printed order. */
export interface EndMarks {
  readonly first: boolean | null;
  readonly last: boolean | null;
}

/**
 * Behind a range a mark without a number is about the end it follows; one with a number is about the end that has the
 * number, and leaves the other end as the opposite: 80%-90%（含80%）, 90%-80%（含80%，不含90%）, 80%-90%（不含90%）.
 */
export function readEndMarks(cursor: Cursor, first: Quantity, last: Quantity): EndMarks | null {
  return cursor.attempt(() => {
    if (!cursor.take('(')) return null;
    const sides = cursor.word(SIDES);
    if (sides !== null)
      return cursor.take(')') ? { first: sides[1] === '闭', last: sides[3] === '闭' } : null;
    const marks = [readNumberedMark(cursor, null)];
    while (marks.length < 2 && cursor.word(MARK_COMMAS) !== null)
      marks.push(readNumberedMark(cursor, marks[0]?.closed ?? null));
    cursor.word(NOTE_TAILS);
    if (!cursor.take(')')) return null;
    const ends: { first: boolean | null; last: boolean | null } = { first: null, last: null };
    for (const mark of marks) {
      if (mark === null) return null;
      if (same(mark.quantity, last)) ends.last = mark.closed;
      else if (same(mark.quantity, first)) ends.first = mark.closed;
      else return null;
    }
    const opposite = (known: boolean | null): boolean | null => (known === null ? null : !known);
    return { first: ends.first ?? opposite(ends.last), last: ends.last ?? opposite(ends.first) };
  });
}

const MARK_COMMAS = lexicon([',', '、', ';', '和', '及', '与', ',并', '且']);
const SIDES = lexicon(['左闭右开', '左开右闭', '左闭右闭', '左开右开']);

/** 80 and 80% of one range are the same end. */
const same = (a: Quantity, b: Quantity): boolean =>
  a.value.eq(b.value) ||
  (a.measure !== b.measure && (a.value.eq(b.value.times(100)) || b.value.eq(a.value.times(100))));

/** 含80%, 不含90%; `before` is what the mark in front says, for a second number without words: （含95%和100%）. */
function readNumberedMark(
  cursor: Cursor,
  before: boolean | null,
): { closed: boolean; quantity: Quantity } | null {
  const excluded = cursor.word(EXCLUDED) !== null;
  const said = excluded ? false : cursor.word(INCLUDED) === null ? before : true;
  const quantity = readQuantity(cursor);
  return quantity === null || said === null ? null : { closed: said, quantity };
}

/** A range with its ends in order: 90%-80% means the same as 80%-90%. */
export function ordered(
  a: Quantity,
  b: Quantity,
  aClosed: boolean | null,
  bClosed: boolean | null,
): RawRange {
  // 80-90%: the first number borrows the unit of the second, brought to the same base; so does 120-130万元.
  const low: Quantity =
    a.measure === null && b.measure !== null && b.factor !== undefined
      ? { ...b, value: a.value.times(b.factor) }
      : a;
  return low.value.gt(b.value)
    ? { low: { quantity: b, closed: bClosed }, high: { quantity: low, closed: aClosed } }
    : { low: { quantity: low, closed: aClosed }, high: { quantity: b, closed: bClosed } };
}
