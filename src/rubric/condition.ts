import type { Decimal } from '../numbers/decimal.js';
import type { Cursor } from './cursor.js';
import { lexicon } from './cursor.js';
import type { Quantity } from './quantity.js';
import { readQuantity } from './quantity.js';
import type { Relation, Suffix } from './words.js';
import {
  AND_WORDS,
  EXCLUDED,
  INCLUDED,
  OR_WORDS,
  PLACING,
  RANGE_AND,
  RANGE_DASHES,
  RANGE_TAILS,
  RELATION_WORDS,
  RELATIONS,
  SUFFIX_WORDS,
  SUFFIXES,
} from './words.js';

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

/** A condition on a quantity: the name it gives, and the alternatives (低于80%或高于120%). */
export interface Condition {
  readonly subject: string;
  readonly ranges: readonly RawRange[];
  readonly absolute: boolean;
  /** Whether the number stands right behind the name, without a sign: 完成率100%. Steps then say which side is meant. */
  readonly bare?: true;
}

const NAME_LIMIT = 60;
const NAME_ENDS = new Set(',;。\n!！?？□�~%≥≤<>=|'.split(''));
/** A name that holds one of these is no name but a sentence that the condition grammar must not cut up. */
const NOT_IN_NAMES = ['每', '扣', '得分', '不计', '满分', '酌情', '或超过', '或低于', '或未'];

/** A condition at the cursor, its subject in front of it or none: 预算完成率≥95%, [80%,90%), 超过5%但不超过10%. */
export function readCondition(cursor: Cursor): Condition | null {
  return cursor.attempt(() => {
    const named = readNamed(cursor);
    if (named === null) return null;
    const ranges = [...named.ranges];
    for (;;) {
      const more = cursor.attempt(() => {
        if (cursor.word(OR_WORDS) === null) return null;
        return readNamed(cursor);
      });
      if (more === null) break;
      ranges.push(...more.ranges);
    }
    return { ...named, ranges };
  });
}

function readNamed(cursor: Cursor): Condition | null {
  const start = cursor.at;
  const bars = /^\|([^|;。,\n]{1,30})\|/u.exec(cursor.text.slice(start, start + 34));
  if (bars !== null) {
    return cursor.attempt(() => {
      cursor.at += bars[0].length;
      const range = readRange(cursor);
      return range === null ? null : { subject: bars[1] as string, ranges: [range], absolute: true };
    });
  }
  for (let end = start; end <= cursor.text.length && end - start <= NAME_LIMIT; end++) {
    cursor.at = end;
    const range = readRange(cursor);
    if (range !== null) {
      const subject = cursor.text.slice(start, end);
      if (isName(subject))
        return { subject: cleanName(subject), ranges: [range], absolute: subject.includes('绝对值') };
      break;
    }
    if (NAME_ENDS.has(cursor.text[end] ?? '\n')) break;
  }
  cursor.at = start;
  return null;
}

/** 超过±10%: the relation was not read with its number, so it may not vanish into the name. */
const UNREAD_RELATION = /(?:超过|超出|大于|高于|多于|突破|低于|小于|少于|不足|[≥≤<>=])$/u;

const isName = (name: string): boolean =>
  !NOT_IN_NAMES.some((word) => name.includes(word)) &&
  !/[A-Za-z\d](?:以|$)/u.test(name.replace(/[xX]$/u, '')) &&
  !name.slice(0, -1).includes(':') &&
  !UNREAD_RELATION.test(name) &&
  balanced(name);

const balanced = (name: string): boolean => {
  let depth = 0;
  for (const char of name) {
    if (char === '(') depth++;
    if (char === ')' && --depth < 0) return false;
  }
  return depth === 0;
};

/** Words that open a condition and say nothing about the quantity. */
const OPENINGS = ['其中:', '如果', '其中', '若', '如', '当', '凡', '对于', '对', '且', '但', '各'];
function cleanName(name: string): string {
  let clean = name.replace(/[、:]$/u, '');
  for (const opening of OPENINGS) if (clean.startsWith(opening)) clean = clean.slice(opening.length);
  for (const placing of ['在', '介于', '控制在', '处于', '的'])
    if (clean.endsWith(placing)) clean = clean.slice(0, -placing.length);
  return clean;
}

/** One range, and a second half of it joined by 且, 但, 、 or nothing: 80%及以上、不足90%. */
function readRange(cursor: Cursor): RawRange | null {
  const first = readSimple(cursor);
  if (first === null || (first.low !== null && first.high !== null)) return first;
  const second = cursor.attempt(() => {
    cursor.word(AND_WORDS);
    const range = readSimple(cursor);
    return range !== null && complements(first, range) ? range : null;
  });
  return second === null ? first : { low: first.low ?? second.low, high: first.high ?? second.high };
}

const complements = (a: RawRange, b: RawRange): boolean =>
  a.low === null ? b.low !== null && b.high === null : b.low === null && b.high !== null;

const readSimple = (cursor: Cursor): RawRange | null =>
  cursor.attempt(() => readInterval(cursor)) ??
  cursor.attempt(() => readChain(cursor)) ??
  cursor.attempt(() => readPlusMinus(cursor)) ??
  cursor.attempt(() => readWords(cursor));

/** [80%,90%), (5%,10%], and (80%-90%) where the brackets are no more than brackets. */
function readInterval(cursor: Cursor): RawRange | null {
  cursor.skip(PLACING);
  const opener = cursor.peek();
  if (!'[(【'.includes(opener) || opener === '') return null;
  cursor.at++;
  const low = readQuantity(cursor);
  if (low === null) return null;
  const comma = cursor.take(',') || cursor.take('、');
  if (!comma && cursor.word(RANGE_DASHES) === null) return null;
  const high = readQuantity(cursor);
  if (high === null) return null;
  const closer = cursor.peek();
  if (!'])】'.includes(closer) || closer === '') return null;
  cursor.at++;
  cursor.skip(RANGE_TAILS);
  const plain = opener === '(' && closer === ')' && !comma;
  return ordered(low, high, plain ? null : opener !== '(', plain ? null : closer !== ')');
}

/** 10%≤x<15%, 15%≥调整率>10%. */
function readChain(cursor: Cursor): RawRange | null {
  const first = readQuantity(cursor);
  if (first === null) return null;
  const firstMark = readMark(cursor);
  const left = readRelation(cursor);
  if (left === null || left === 'eq') return null;
  const start = cursor.at;
  for (; cursor.at - start <= 30 && !cursor.done; cursor.at++) {
    if (';。,\n'.includes(cursor.peek())) {
      // 95%≤政府采购执行率，得4分: the topmost band has one end.
      if (cursor.at - start < 2) return null;
      const end: RawEnd = { quantity: first, closed: firstMark ?? closedOf(left) };
      return left === 'le' || left === 'lt' ? { low: end, high: null } : { low: null, high: end };
    }
    const before = cursor.at;
    const right = readRelation(cursor);
    const last = right === null || right === 'eq' ? null : readQuantity(cursor);
    if (last !== null && right !== null) {
      const up = left === 'le' || left === 'lt';
      if (up !== (right === 'le' || right === 'lt')) return null;
      const a = firstMark ?? closedOf(left);
      const b = readMark(cursor) ?? closedOf(right);
      return up ? ordered(first, last, a, b) : ordered(last, first, b, a);
    }
    cursor.at = before;
  }
  return null;
}

/** ±10%以内, 100%±5%以内. Beyond ±10% lie two ranges, which are not read here. */
function readPlusMinus(cursor: Cursor): RawRange | null {
  cursor.skip(PLACING);
  const relation = readRelation(cursor);
  if (relation === 'ge' || relation === 'gt') return null;
  const center = cursor.attempt(() => {
    const quantity = readQuantity(cursor);
    return quantity !== null && cursor.peek() === '±' ? quantity : null;
  });
  if (!(cursor.take('±') || cursor.take('正负') || cursor.take('+-') || cursor.take('+/-'))) return null;
  const quantity = readQuantity(cursor);
  if (quantity === null) return null;
  const mark = readMark(cursor);
  const suffix = readSuffix(cursor);
  if (suffix?.side === 'low') return null;
  const closed = mark ?? readMark(cursor) ?? suffix?.closed ?? null;
  if (center !== null && center.measure !== quantity.measure) return null;
  const around = (distance: Decimal): Quantity => ({
    ...quantity,
    value: center === null ? distance : center.value.plus(distance),
  });
  return {
    low: { quantity: around(quantity.value.neg()), closed },
    high: { quantity: around(quantity.value), closed },
  };
}

/** Thresholds and ranges in words and signs: ≥95%, 95%及以上, 80%(含)-90%, 大于5%, 在80%和90%之间. */
function readWords(cursor: Cursor): RawRange | null {
  const before = cursor.at;
  cursor.skip(PLACING);
  let relation = readRelation(cursor);
  if (relation === null && cursor.at > before) {
    // 在 and 为 may have eaten a relation: 为95%.
    relation = /[为于]$/u.test(cursor.text.slice(before, cursor.at)) ? 'eq' : null;
  }
  cursor.skip(PLACING);
  const first = readQuantity(cursor);
  if (first === null) return null;
  const firstMark = readMark(cursor);
  const ranged = cursor.attempt(() => readUpperEnd(cursor, first, firstMark));
  if (ranged !== null) return relation === null || relation === 'eq' || relation === 'ge' ? ranged : null;
  const suffix = readSuffix(cursor);
  const mark = firstMark ?? readMark(cursor);
  return oneSided(relation, first, suffix, mark);
}

function readUpperEnd(cursor: Cursor, low: Quantity, lowMark: boolean | null): RawRange | null {
  const dash = cursor.word(RANGE_DASHES) !== null;
  if (!dash && cursor.word(RANGE_AND) === null) return null;
  const high = readQuantity(cursor);
  if (high === null) return null;
  const inner = readMark(cursor);
  const tail = cursor.word(RANGE_TAILS);
  if (!dash && (tail === null || !tail.includes('间'))) return null;
  const both = readBothMarks(cursor);
  const mark = inner ?? readMark(cursor);
  if (both !== null) return ordered(low, high, both.low, both.high);
  return ordered(low, high, lowMark, mark);
}

function oneSided(
  relation: Relation | null,
  quantity: Quantity,
  suffix: Suffix | null,
  mark: boolean | null,
): RawRange | null {
  const end = (closed: boolean | null): RawEnd => ({ quantity, closed: mark ?? closed });
  if (suffix !== null) {
    const wantsLow = suffix.side === 'low';
    if (relation === null || relation === 'eq')
      return wantsLow ? { low: end(suffix.closed), high: null } : { low: null, high: end(suffix.closed) };
    const relationLow = relation === 'ge' || relation === 'gt';
    if (relationLow !== wantsLow) return null;
    const closed = relation === 'ge' || relation === 'le' ? true : relation === 'lt' ? false : null;
    return wantsLow ? { low: end(closed), high: null } : { low: null, high: end(closed) };
  }
  if (relation === null) return null;
  if (relation === 'eq') return { low: end(true), high: end(true) };
  return relation === 'ge' || relation === 'gt'
    ? { low: end(relation === 'ge'), high: null }
    : { low: null, high: end(relation === 'le') };
}

function readRelation(cursor: Cursor): Relation | null {
  const word = cursor.word(RELATION_WORDS);
  return word === null ? null : (RELATIONS.get(word) ?? null);
}

function readSuffix(cursor: Cursor): Suffix | null {
  const word = cursor.word(SUFFIX_WORDS);
  return word === null ? null : (SUFFIXES.get(word) ?? null);
}

const closedOf = (relation: Relation): boolean => relation === 'ge' || relation === 'le';

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

/** （含80%，不含90%）: both ends at once. */
function readBothMarks(cursor: Cursor): { low: boolean; high: boolean } | null {
  return cursor.attempt(() => {
    if (!cursor.take('(')) return null;
    const low = readBareMark(cursor);
    if (low === null || !(cursor.take(',') || cursor.take('、') || cursor.take(';'))) return null;
    const high = readBareMark(cursor);
    return high !== null && cursor.take(')') ? { low, high } : null;
  });
}

function readBareMark(cursor: Cursor): boolean | null {
  const excluded = cursor.word(EXCLUDED) !== null;
  if (!excluded && cursor.word(INCLUDED) === null) return null;
  return readQuantity(cursor) === null ? null : !excluded;
}

/** A range with its ends in order: 90%-80% means the same as 80%-90%. */
function ordered(a: Quantity, b: Quantity, aClosed: boolean | null, bClosed: boolean | null): RawRange {
  // 80-90%: the first number borrows the unit of the second, brought to the same base.
  const borrowed =
    a.measure === null && b.measure === 'rate' ? { value: a.value.div(100), measure: b.measure } : a;
  const low: Quantity =
    borrowed.measure === null && b.measure !== null ? { ...borrowed, measure: b.measure } : borrowed;
  return low.value.gt(b.value)
    ? { low: { quantity: b, closed: bClosed }, high: { quantity: low, closed: aClosed } }
    : { low: { quantity: low, closed: aClosed }, high: { quantity: b, closed: bClosed } };
}
