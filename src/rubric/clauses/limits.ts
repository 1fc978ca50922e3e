import { dec } from '../../numbers/decimal.js';
import type { Marks } from '../award.js';
import { readAward } from '../award.js';
import type { Cursor } from '../cursor.js';
import { lexicon } from '../cursor.js';
import type { StartedStep } from '../expression.js';
import { readNumber, readQuantity } from '../quantity.js';
import * as w from '../words.js';
import type { Clause } from './clause.js';
import { ended, isStop } from './clause.js';

const readFixedSentence = (cursor: Cursor): Clause | null => {
  if (cursor.word(w.FLOOR_SENTENCES) !== null && ended(cursor)) return zeroFloor;
  return null;
};
const zeroFloor: Clause = { kind: 'floor', score: (full) => full?.times(0) ?? null };

const readCapSentence = (cursor: Cursor): Clause | null => {
  if (cursor.word(w.CAP_SENTENCES) !== null && ended(cursor)) return { kind: 'cap', score: null };
  return null;
};

/** 完成率超过100%时按100%计算, 实际完成率＞100%的，以100%计: a quantity named before the bound. */
const OVER_ALL =
  /^(?:[^,;。\d%]{0,12}(?:率|比例|比|度|结果|值))?(?:超过|超出|大于或?等于|大于|高于|>|≥|达到或超过)(?:100%|1)(?:以上)?[的时]?,?(?:均|一律|则|也)?(?:按|以|取|视同|视为|计为|记为|作)(?:100%|1|满分|分值)(?:计算|计分|计入|取值|封顶|计|算|记)?/u;
/** 最高不得超过该项分值上限, 得分不得超过满分. */
const NO_MORE_THAN_ALL =
  /^(?:最高|最多|最终|实际)?(?:得分)?(?:最高|最多)?(?:不|不得|不能|不可|不应)超过(?:该|本|此)?(?:项|指标|项指标)?(?:的)?(?:分值|权重分?|满分|标准分值?)(?:的?上限|值)?/u;

/** 超过10个不加分, 超额完成的不另加分. */
const NOTHING_ADDED = /^(?:超过|超出|多于|超额)[^,;。]{0,10}?,?不(?:再|另|予)?加分/u;

const readCapWords = (cursor: Cursor): Clause | null => {
  const ahead = cursor.text.slice(cursor.at, cursor.at + 48);
  const match = OVER_ALL.exec(ahead) ?? NO_MORE_THAN_ALL.exec(ahead) ?? NOTHING_ADDED.exec(ahead);
  if (match === null) return null;
  cursor.at += match[0].length;
  return ended(cursor) ? { kind: 'cap', score: null } : null;
};

/** 每档相差2分: said of bands that print their scores anyway. */
const readSpacing = (cursor: Cursor): Clause | null => {
  const match =
    /^(?:每档|各档|档与档之间|每级|各级)(?:之间)?(?:相差|差|级差为?|递减)\d{1,3}(?:\.\d)?分/u.exec(
      cursor.text.slice(cursor.at, cursor.at + 20),
    );
  if (match === null) return null;
  cursor.at += match[0].length;
  return ended(cursor) ? { kind: 'prose', text: '' } : null;
};

/** 超过10分按10分计, 超过100%的按10分计. */
const readCapNumber = (cursor: Cursor): Clause | null => {
  const match =
    /^(?:[^,;。\d%]{0,12}(?:率|比例|比))?(?:超过|大于|高于|超出)(?:(\d{1,4}(?:\.\d+)?)分的?,?(?:按|以|均按)(?:\1分|满分)|100%的?,?(?:按|以|均按)(\d{1,4}(?:\.\d+)?)分)(?:计算|计分|计|算|记)?/u.exec(
      cursor.text.slice(cursor.at, cursor.at + 40),
    );
  if (match === null) return null;
  cursor.at += match[0].length;
  return ended(cursor) ? { kind: 'cap', score: () => dec(match[1] ?? match[2] ?? 0) } : null;
};

const readStartedSentence = (cursor: Cursor): Clause | null => {
  const sentences: [typeof w.PRORATA_SENTENCES, StartedStep][] = [
    [w.PRORATA_SENTENCES, 'pro-rata'],
    [w.WHOLE_SENTENCES, 'whole'],
    [w.STARTED_SENTENCES, 'started'],
  ];
  for (const [words, reading] of sentences) {
    const at = cursor.at;
    if (cursor.word(words) !== null && ended(cursor)) return { kind: 'started-step', reading, of: null };
    cursor.at = at;
  }
  return null;
};

/** 不足5%的按5%计算, 不足一个百分点不扣分, 不足5%的按比例扣分. */
const readPartStep = (cursor: Cursor): Clause | null => {
  const size = cursor.word(w.PART_HEADS) === null ? null : readQuantity(cursor);
  if (size === null) return null;
  const started = (reading: StartedStep): Clause | null =>
    ended(cursor) ? { kind: 'started-step', reading, of: size } : null;
  cursor.skip(w.PARTICLES);
  if (cursor.take(',')) cursor.skip(w.PARTICLES);
  if (cursor.word(w.PART_PRORATA) !== null) return started('pro-rata');
  if (cursor.word(w.PART_WHOLE) !== null) return started('whole');
  if (cursor.word(w.PART_STARTED_HEADS) === null || readQuantity(cursor) === null) return null;
  cursor.word(w.PART_STARTED_TAILS);
  return started('started');
};

/** 扣完为止, 直至扣完该项分值为止, 扣满15分为止, 扣至0分为止. */
const readUntil = (cursor: Cursor): Clause | null => {
  cursor.word(w.UNTIL_HEADS);
  cursor.skip(w.UNTIL_OBJECTS);
  const verb = cursor.word(w.UNTIL_VERBS);
  if (verb !== null) {
    const number = cursor.attempt(() => {
      const found = readNumber(cursor);
      return found !== null && cursor.take('分') ? found.value : null;
    });
    cursor.skip(w.UNTIL_OBJECTS);
    cursor.skip(w.UNTIL_TAILS);
    if (!ended(cursor)) return null;
    if (/^[加满]/u.test(verb)) return { kind: 'cap', score: number === null ? null : () => number };
    return number === null || number.isZero() ? zeroFloor : { kind: 'most-lost', marks: () => number };
  }
  return null;
};

const bounded = (
  words: typeof w.LOWEST,
  build: (score: Marks, word: string) => Clause,
): ((cursor: Cursor) => Clause | null) => {
  return (cursor) => {
    const before = cursor.at;
    const leading = cursor.attempt(() => {
      const word = cursor.word(words);
      return word === null ? null : word;
    });
    const number = readNumber(cursor);
    if (number === null || number.percent || !cursor.take('分')) return null;
    cursor.skip(w.UNTIL_TAILS);
    const trailing = leading === null ? cursor.word(words) : null;
    if (leading === null && trailing === null) {
      cursor.at = before;
      return null;
    }
    return ended(cursor) ? build(() => number.value, leading ?? trailing ?? '') : null;
  };
};

const readLowest = bounded(w.LOWEST, (score) => ({ kind: 'floor', score }));
const readHighest = bounded(w.HIGHEST, (score) => ({ kind: 'cap', score }));
const readMostLost = bounded(w.LARGEST_LOSS, (marks) => ({ kind: 'most-lost', marks }));

const DECLARED = lexicon(
  '满分 分值 总分 该项指标满分 本项指标满分 此项指标满分 指标满分 该项指标分值 本指标分值 本项满分 该项满分 此项满分 本指标满分 本项分值 该项分值 权重 共 本项 标准分 满分值 分值为 满分为 本项共 指标分值 该指标满分 此项分值 基础分 基本分 本项总分 总分值 该项 共计'.split(
    ' ',
  ),
);
/** 满分5分, （5分） at the start of the sentence. */
export const readDeclared = (cursor: Cursor): Clause | null => {
  const first = cursor.at === 0;
  const bracket = cursor.take('(');
  const word = cursor.word(DECLARED);
  if (word === null && !(bracket && first)) return null;
  cursor.word(lexicon(['为', ':', '是', '共']));
  const number = readNumber(cursor);
  if (number === null || number.percent || !cursor.take('分') || (bracket && !cursor.take(')'))) return null;
  if (!isStop(cursor.peek()) && !':).'.includes(cursor.peek()) && !bracket) return null;
  return { kind: 'declared', full: () => number.value };
};

const STANDARD_TAILS = lexicon(
  '为标准 为基准 为满分标准 为满分 为准 为目标 为目标值 为基数 为标准值 作为标准 为基准值 为上限 为最高标准'.split(
    ' ',
  ),
);
/** 目标值为95%, 标杆值：95%, （基准值≥90%）. */
function readNamedStandard(cursor: Cursor): Clause | null {
  const bracket = cursor.take('(');
  const name =
    /^(?:[^,;。:()\d%=≥≤<>]{2,10}?(?:的|率|度)(?=目标值|标杆值|指标值))?(?:年度)?(?:目标值?|标杆值|基准值|标准值|指标值|计划值)(?:(?:为|是|:)[≥≤]|为|:|=|是|≥|≤|设为|定为|(?<=值)(?=\d))/u.exec(
      cursor.text.slice(cursor.at, cursor.at + 20),
    );
  if (name === null) return null;
  cursor.at += name[0].length;
  const quantity = readQuantity(cursor);
  if (quantity === null || quantity.measure === null || (bracket && !cursor.take(')'))) return null;
  // 指标值≥98%，得5分 is a band.
  if (cursor.attempt(() => readAward(cursor)) !== null) return null;
  return ended(cursor) ? { kind: 'standard', quantity } : null;
}

/** 以100%为标准. */
export const readStandard = (cursor: Cursor): Clause | null => {
  const named = cursor.attempt(() => readNamedStandard(cursor));
  if (named !== null) return named;
  const start = cursor.at;
  for (; cursor.at - start <= 30 && !isStop(cursor.peek()); cursor.at++) {
    const at = cursor.at;
    cursor.take('以');
    const quantity = readQuantity(cursor);
    if (quantity !== null && cursor.word(STANDARD_TAILS) !== null && ended(cursor))
      return { kind: 'standard', quantity };
    cursor.at = at;
    if (/[\d≥≤<>=]/u.test(cursor.peek())) return null;
  }
  return null;
};

/** Statements that bound what the others give. */
export const LIMITS: readonly ((cursor: Cursor) => Clause | null)[] = [
  readFixedSentence,
  readCapSentence,
  readCapWords,
  readSpacing,
  readCapNumber,
  readStartedSentence,
  readPartStep,
  readUntil,
  readLowest,
  readHighest,
  readMostLost,
];

/** （不足5%按5%计算）, （最高10分）: limits of the rule in brackets. */
export const readBracketed = (cursor: Cursor): Clause | null => {
  if (!cursor.take('(')) return null;
  for (const read of LIMITS) {
    const clause = cursor.attempt(() => {
      const found = read(cursor);
      return found !== null && cursor.take(')') ? found : null;
    });
    if (clause !== null) return clause;
  }
  return null;
};
