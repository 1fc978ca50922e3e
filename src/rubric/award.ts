import { numeral } from '../language/numerals.js';
import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import { interval, point } from '../numbers/interval.js';
import type { Cursor, Lexicon } from './cursor.js';
import { lexicon } from './cursor.js';
import { readNumber } from './quantity.js';
import {
  ADD_VERBS,
  AWARD_VERBS,
  DEDUCT_VERBS,
  FULL_AWARDS,
  JUDGED_AWARDS,
  MARK_WORDS,
  PARTICLES,
  RANGE_DASHES,
  ZERO_AWARDS,
} from './words.js';

/** A score that may depend on the full mark (得满分, 得分值的80%, 扣2分); null without a full mark. */
export type Award = (full: Decimal | null) => Interval | null;

/** A number of marks, or a share of the full mark. */
export type Marks = (full: Decimal | null) => Decimal | null;

const fixed =
  (marks: Decimal): Marks =>
  () =>
    marks;
const share =
  (part: Decimal): Marks =>
  (full) =>
    full === null ? null : full.times(part);

const BOUNDARY = new Set([...',;。\n、)]】:!./；', '']);
const COMMAS = lexicon([',', '、', ':']);

/** An award at the cursor, with the particles before it: 的，得3分 · 不得分 · （2分） · 得分值的80% · 扣1分. */
export const readAward = (cursor: Cursor): Award | null => awardAfter(cursor, PARTICLES);

/** The same behind free words, of which no more than 的 and its like may be taken for particles: 相对应，得2分. */
export const readAwardTight = (cursor: Cursor): Award | null => awardAfter(cursor, TIGHT_PARTICLES);

const TIGHT_PARTICLES = lexicon('的 ,则 则该项'.split(' '));

function awardAfter(cursor: Cursor, particles: Lexicon): Award | null {
  return cursor.attempt(() => {
    skipParticles(cursor, particles);
    const inBrackets = cursor.attempt(() => {
      if (!cursor.take('(')) return null;
      const award = readBareAward(cursor);
      return award !== null && cursor.take(')') ? award : null;
    });
    if (inBrackets !== null) return inBrackets;
    const start = cursor.at;
    const award = readBareAward(cursor);
    if (award !== null && cursor.text.slice(start, cursor.at).endsWith('满分')) skipFullMark(cursor);
    return award !== null && atBoundary(cursor) ? award : null;
  });
}

/** 得满分（5分）. */
function skipFullMark(cursor: Cursor): void {
  const note = /^\((?:即)?\d{1,3}(?:\.\d{1,2})?分\)/u.exec(cursor.text.slice(cursor.at, cursor.at + 12));
  if (note !== null) cursor.at += note[0].length;
}

function skipParticles(cursor: Cursor, particles: Lexicon): void {
  for (;;) {
    const before = cursor.at;
    cursor.skip(COMMAS);
    // 指标 and the like are particles only where no award begins: 得分值 is one.
    if (startsAward(cursor)) return;
    cursor.word(particles);
    if (cursor.at === before) return;
  }
}

const startsAward = (cursor: Cursor): boolean => {
  const at = cursor.at;
  const found = readBareAward(cursor) !== null;
  cursor.at = at;
  return found;
};

/** Whether a clause may end here; 2分钟 and 三分之一 are no scores. */
function atBoundary(cursor: Cursor): boolean {
  const next = cursor.peek();
  if (BOUNDARY.has(next) || next === '(') return true;
  const at = cursor.at;
  cursor.skip(PARTICLES);
  const ended = BOUNDARY.has(cursor.peek());
  cursor.at = at;
  return (
    ended ||
    /^(?:每|否则|其|若|如|最|扣完|直|但|低|超|未|不足|反之|封顶|以|无)/u.test(cursor.rest.slice(0, 4))
  );
}

function readBareAward(cursor: Cursor): Award | null {
  return (
    cursor.attempt(() => readShare(cursor)) ??
    cursor.attempt(() => readScore(cursor)) ??
    cursor.attempt(() => readDeducted(cursor)) ??
    cursor.attempt(() => readWordAward(cursor))
  );
}

function readWordAward(cursor: Cursor): Award | null {
  const candidates: [Lexicon, Award][] = [
    [JUDGED_AWARDS, (full) => (full === null ? null : interval(dec(0), full))],
    [ZERO_AWARDS, () => point(dec(0))],
    [FULL_AWARDS, (full) => (full === null ? null : point(full))],
  ];
  let best: { word: string; award: Award } | null = null;
  for (const [words, award] of candidates) {
    const word = cursor.look(words);
    if (word !== null && word.length > (best?.word.length ?? 0)) best = { word, award };
  }
  if (best === null) return readInterpolated(cursor);
  cursor.at += best.word.length;
  // 扣完为止 is a floor; 酌情扣1分 has its number behind it.
  if (/^[为止于]|^\d|^的?\d/u.test(cursor.rest.slice(0, 2))) return null;
  return best.award;
}

/** 60%-90%之间按线性插值法计分: between which scores is not said, so none is ruled out. */
function readInterpolated(cursor: Cursor): Award | null {
  const match =
    /^(?:则|均)?(?:按照?|采用|使用|运用|用|以|通过)(?:直线|线性|内)?插(?:值|入)法(?:来|进行)?(?:计算|确定)?(?:得分|分值|计分|评分|给分|打分)?/u.exec(
      cursor.text.slice(cursor.at, cursor.at + 20),
    );
  if (match === null) return null;
  cursor.at += match[0].length;
  return (full) => (full === null ? null : interval(dec(0), full));
}

/** 得3分, 3分, 得4-5分. */
function readScore(cursor: Cursor): Award | null {
  cursor.word(AWARD_VERBS);
  cursor.word(lexicon(['满分', '分值', '基本分', '基础分', '基准分']));
  const low = readNumber(cursor);
  if (low === null || low.percent) return null;
  cursor.take('分');
  const ended = cursor.text[cursor.at - 1] === '分';
  const high = cursor.attempt(() => {
    if (cursor.word(RANGE_DASHES) === null) return null;
    return readNumber(cursor);
  });
  if (high === null) return ended ? () => point(low.value) : null;
  if (!cursor.take('分')) return null;
  cursor.word(lexicon(['之间', '以内']));
  return () => interval(low.value, high.value);
}

/** 得分值的80%, 得80%的分值, 按80%计分, 得一半分值, and ranges of them. */
function readShare(cursor: Cursor): Award | null {
  // 得分值的80%: the longer verb 得分 would eat the first half of 分值.
  const share = cursor.attempt(() =>
    /^[得计记]$/u.test(cursor.peek()) && cursor.take(cursor.peek()) ? readShareMarks(cursor) : null,
  );
  const verb = share === null ? cursor.word(AWARD_VERBS) : null;
  const marks =
    share ??
    cursor.attempt(() => readShareMarks(cursor)) ??
    (verb === '得' || verb === '计' || verb === '记' ? readBareShare(cursor) : null);
  if (marks === null) return null;
  cursor.word(lexicon('计分 计算 计 得分 给分 记分 计得 赋分 计算得分'.split(' ')));
  return (full) => {
    const low = marks.low(full);
    const high = marks.high(full);
    // 得100%-80%（含）分值 names the better end first.
    return low === null || high === null ? null : low.lte(high) ? interval(low, high) : interval(high, low);
  };
}

const END_MARKS = lexicon(['(含)', '(不含)']);

/** 计80% of a rule whose best band earns all: a share of the full mark. */
function readBareShare(cursor: Cursor): { low: Marks; high: Marks } | null {
  const percent = readPercent(cursor);
  return percent === null || !BOUNDARY.has(cursor.peek())
    ? null
    : { low: share(percent), high: share(percent) };
}

function readShareMarks(cursor: Cursor): { low: Marks; high: Marks } | null {
  const half = cursor.attempt(() => {
    if (!(cursor.take('一半') || cursor.take('半数') || cursor.take('50%'))) return null;
    cursor.take('的');
    return cursor.word(MARK_WORDS);
  });
  if (half !== null) return { low: share(dec('0.5')), high: share(dec('0.5')) };
  const marked = cursor.word(MARK_WORDS);
  if (marked !== null && !(cursor.take('的') || cursor.take('×') || cursor.take('*'))) {
    if (!/^\d/u.test(cursor.peek())) return null;
  }
  if (marked !== null && cursor.take('一半')) return { low: share(dec('0.5')), high: share(dec('0.5')) };
  const low = readPart(cursor);
  if (low === null) return null;
  cursor.word(END_MARKS);
  const high = cursor.attempt(() => (cursor.word(RANGE_DASHES) === null ? null : readPart(cursor))) ?? low;
  cursor.word(END_MARKS);
  if (marked === null) {
    cursor.word(lexicon(['的', '×', '*']));
    if (cursor.word(MARK_WORDS) === null) return null;
  }
  return { low, high };
}

/** 80%, 1/3, 三分之一 of the full mark. */
function readPart(cursor: Cursor): Marks | null {
  const percent = readPercent(cursor);
  if (percent !== null) return share(percent);
  const match = FRACTION.exec(cursor.text.slice(cursor.at, cursor.at + 6));
  const parts = [match?.[1] ?? match?.[4] ?? '', match?.[2] ?? match?.[3] ?? ''];
  const [top = null, bottom = null] = parts.map((part) => (/^\d/u.test(part) ? dec(part) : numeral(part)));
  if (match === null || top === null || bottom === null || !bottom.gte(top)) return null;
  cursor.at += match[0].length;
  return (full) => full?.times(top).div(bottom) ?? null;
}
const FRACTION = /^(?:([1-9])\/([1-9]\d?)|([二三四五六七八九十])分之([一二三四五六七八九]))/u;

function readPercent(cursor: Cursor): Decimal | null {
  return cursor.attempt(() => {
    const number = readNumber(cursor);
    if (number === null) return null;
    if (number.percent) return number.value.div(100);
    return cursor.take('%') ? number.value.div(100) : null;
  });
}

/** A single deduction: 扣2分, 扣分值的20%: what is left of the full mark. */
function readDeducted(cursor: Cursor): Award | null {
  cursor.word(lexicon(['酌情', '视情况', '视情', '适当']));
  const change = readDeduction(cursor);
  if (change === null) return null;
  return (full) => {
    const lost = change(full);
    return full === null || lost === null ? null : point(full.minus(lost).lt(0) ? dec(0) : full.minus(lost));
  };
}

/** 扣1分, 减去0.5分, 扣分值的10%, 扣10%的权重分. */
export function readDeduction(cursor: Cursor): Marks | null {
  // 比上年减少得2分: the 少得 of 减少 takes no marks.
  if (cursor.peek() === '少' && /[减缩]/u.test(cursor.text[cursor.at - 1] ?? '')) return null;
  return (
    cursor.attempt(() => (cursor.word(DEDUCT_VERBS) === null ? null : readMarks(cursor))) ??
    // 扣分值的10%: the longer verb 扣分 has eaten the first half of 分值.
    cursor.attempt(
      () => (cursor.take('扣') || cursor.take('减') ? readShareMarks(cursor) : null)?.low ?? null,
    )
  );
}

/** 加1分: marks added for a step. */
export function readAddition(cursor: Cursor): Marks | null {
  return cursor.attempt(() => (cursor.word(ADD_VERBS) === null ? null : readMarks(cursor)));
}

function readMarks(cursor: Cursor): Marks | null {
  const part = cursor.attempt(() => readShareMarks(cursor));
  if (part !== null) return part.low;
  const bare = cursor.attempt(() => {
    const percent = readPercent(cursor);
    return percent !== null && BOUNDARY.has(cursor.peek()) ? percent : null;
  });
  if (bare !== null) return share(bare);
  const number = readNumber(cursor);
  if (number === null || number.percent || !cursor.take('分')) return null;
  if (/^[之钟]/u.test(cursor.peek())) return null;
  // 扣1-2分 leaves the amount to the reviewer: no step can be counted with it.
  return cursor.look(RANGE_DASHES) !== null && /\d/u.test(cursor.peek(1)) ? null : fixed(number.value);
}
