import type { Decimal } from '../numbers/decimal.js';
import type { Cursor } from './cursor.js';
import type { Quantity } from './quantity.js';
import { readQuantity } from './quantity.js';
import type { EndMarks, RawEnd, RawRange } from './range-ends.js';
import { ordered, readEndMarks, readMark } from './range-ends.js';
import type { Relation, Suffix } from './words.js';
import {
  AND_WORDS,
  PLACING,
  RANGE_AND,
  RANGE_DASHES,
  RANGE_TAILS,
  RELATION_WORDS,
  RELATIONS,
  SUFFIX_WORDS,
  SUFFIXES,
} from './words.js';

export type { RawEnd, RawRange } from './range-ends.js';

/** One range, and a second half of it joined by 且, 但, 、 or nothing: 80%及以上、不足90%. */
export function readRange(cursor: Cursor): RawRange | null {
  const start = cursor.at;
  const first = readSimple(cursor);
  if (first === null || (first.low !== null && first.high !== null)) return first;
  const second = cursor.attempt(() => {
    const middle = cursor.at;
    cursor.word(AND_WORDS);
    const range = readSimple(cursor);
    // ≤5.5%，超过0.1个百分点扣0.5分: so many points are a distance and no end of the range.
    const apart =
      POINTS.test(cursor.text.slice(middle, cursor.at)) && !POINTS.test(cursor.text.slice(start, middle));
    return range !== null && !apart && complements(first, range) ? range : null;
  });
  return second === null ? first : { low: first.low ?? second.low, high: first.high ?? second.high };
}

const POINTS = /百分|个点/u;

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

/** 90%≥完成率得5分: the marks stand right behind the name. */
const AWARD_AHEAD = /^(?:的?[得计记]\d|的?得满|不得分|不计分)/u;

/** 10%≤x<15%, 15%≥调整率>10%. */
function readChain(cursor: Cursor): RawRange | null {
  const first = readQuantity(cursor);
  if (first === null) return null;
  const firstMark = readMark(cursor);
  const left = readRelation(cursor);
  if (left === null || left === 'eq') return null;
  const start = cursor.at;
  for (; cursor.at - start <= 30 && !cursor.done; cursor.at++) {
    if (';。,\n'.includes(cursor.peek()) || AWARD_AHEAD.test(cursor.text.slice(cursor.at, cursor.at + 3))) {
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
  const inner = readEndMarks(cursor, low, high) ?? lastEnd(readMark(cursor));
  const tail = cursor.word(RANGE_TAILS);
  if (!dash && (tail === null || !tail.includes('间'))) return null;
  const marks = inner ?? readEndMarks(cursor, low, high) ?? lastEnd(readMark(cursor));
  return ordered(low, high, lowMark ?? marks?.first ?? null, marks?.last ?? null);
}

const lastEnd = (closed: boolean | null): EndMarks | null =>
  closed === null ? null : { first: null, last: closed };

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
