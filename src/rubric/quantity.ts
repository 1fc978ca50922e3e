import { measure, readUnit } from '../language/measures.js';
import { NUMERAL_CHARS, numeral } from '../language/numerals.js';
import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import { measureSame } from '../numbers/measure-words.js';
import type { Cursor } from './cursor.js';
import { lexicon } from './cursor.js';
import type { Measure } from './expression.js';

/** A number with its unit, as a threshold or a step. `measure` is null for a bare number. */
export interface Quantity {
  /** Rates as ratios, money in 元. */
  readonly value: Decimal;
  readonly measure: Measure | null;
  /** What one of the printed unit is worth; absent for a bare number. */
  readonly factor?: Decimal;
  /** The measure word of a count or a time without its multiple: 吨 of 3万吨. */
  readonly unit?: string;
}

interface UnitWord {
  readonly measure: Measure;
  readonly factor: string;
}

/** Units of thresholds. Every measure word is a count; 分 is no threshold here but a score. */
const UNITS: ReadonlyMap<string, UnitWord> = new Map<string, UnitWord>([
  ...words('rate', '0.01', '% 个百分点 百分点 个点 个% 个百分比 个百分数 个百分 %点 个百分点数'),
  ...words('rate', '0.001', '‰ 个千分点'),
  ...words('rate', '0.1', '成'),
  ...words('money', '1', '元'),
  ...words('money', '1000', '千元'),
  ...words('money', '10000', '万元'),
  ...words('money', '100000000', '亿元'),
  ...words('time', '1', '天 日 个工作日 工作日 个自然日 自然日 小时 个小时 分钟 秒'),
  ...words(
    'count',
    '1',
    '个 项 次 人 户 处 份 期 家 件 条 例 起 类 种 名 位 个单位 单位 人次 场 篇 批 台 辆 套 所 间 块 亩 公里 吨 个月 月 周 年 季度 倍 册 本 届 堂 宗 笔 座 张 只 株 棵 头 盏 幅 栋 幢 支 艘 门 场次 个项目 个指标 项指标 项任务 个百分点位 批次 学时 课时 平方米 公斤 米',
  ),
]);
const UNIT_WORDS = lexicon([...UNITS.keys()]);

/** A number at the cursor: 95, -0.5, 95.5, 一, 百分之九十 (then the unit is said by the words). */
export function readNumber(cursor: Cursor): { value: Decimal; percent: boolean } | null {
  if (cursor.text.startsWith('百分之', cursor.at)) {
    return cursor.attempt(() => {
      cursor.take('百分之');
      const value = readDigits(cursor) ?? readNumeral(cursor);
      return value === null ? null : { value, percent: true };
    });
  }
  const value = readDigits(cursor) ?? readNumeral(cursor);
  return value === null ? null : { value, percent: false };
}

function readDigits(cursor: Cursor): Decimal | null {
  const match = /^[-+]?\d{1,12}(?:\.\d{1,8})?/u.exec(cursor.text.slice(cursor.at, cursor.at + 24));
  if (match === null) return null;
  const next = cursor.text[cursor.at + match[0].length] ?? '';
  // 1.2.3, 12A and digits cut short by the bound above are no numbers.
  if (/[\dA-Za-z]/u.test(next) && !/[xX]/u.test(next)) return null;
  cursor.at += match[0].length;
  return dec(match[0].replace('+', ''));
}

function readNumeral(cursor: Cursor): Decimal | null {
  let end = cursor.at;
  while (end - cursor.at < 12 && (isNumeral(cursor.text[end]) || isPointAt(cursor, end))) end++;
  // 一万元: the myriad may belong to the unit; the numeral is then read without it.
  for (let stop = end; stop > cursor.at; stop--) {
    const value = numeral(cursor.text.slice(cursor.at, stop));
    const last = cursor.text[stop - 1] ?? '';
    if (value === null || ('万亿千'.includes(last) && stop - cursor.at === 1)) continue;
    cursor.at = stop;
    return value;
  }
  return null;
}

const isNumeral = (char: string | undefined): boolean => char !== undefined && NUMERAL_CHARS.includes(char);

/** 零点五: the point of a numeral stands between two of its characters; that of 一个百分点 does not. */
const isPointAt = (cursor: Cursor, at: number): boolean =>
  at > cursor.at && cursor.text[at] === '点' && isNumeral(cursor.text[at + 1]);

/** A threshold or step with its unit. A score (3分) is none. */
export function readQuantity(cursor: Cursor): Quantity | null {
  return cursor.attempt(() => {
    const number = readNumber(cursor);
    if (number === null) return null;
    if (number.percent) return { value: number.value.div(100), measure: 'rate', factor: dec('0.01') };
    const word = cursor.look(UNIT_WORDS);
    // 户次 is more than 户.
    const other = readUnit(cursor.text, cursor.at);
    if (
      word === null ||
      (other !== null && other.end - cursor.at > word.length && other.unit.kind === 'count')
    )
      return isScore(cursor)
        ? null
        : (readMultiple(cursor, number.value) ?? { value: number.value, measure: null });
    cursor.at += word.length;
    const unit = UNITS.get(word) as UnitWord;
    if (unit.measure === 'money' || unit.measure === 'count') takePer(cursor);
    const factor = dec(unit.factor);
    const value = number.value.times(factor);
    return isNamed(unit.measure)
      ? { value, measure: unit.measure, factor, unit: takeSecond(cursor, word) }
      : { value, measure: unit.measure, factor };
  });
}

/** Measures of which the unit is told by its name. */
const isNamed = (measure: Measure): boolean => measure === 'count' || measure === 'time';

/** 3万吨, 1.2万人, 九成, and whatever else the reports count things in. */
function readMultiple(cursor: Cursor, number: Decimal): Quantity | null {
  const read = readUnit(cursor.text, cursor.at);
  if (read === null || read.about || (read.unit.kind !== 'count' && read.unit.kind !== 'rate')) return null;
  cursor.at = read.end;
  const { factor } = read.unit;
  const value = number.times(factor);
  if (read.unit.kind === 'rate') return { value, measure: 'rate', factor };
  takePer(cursor);
  const unit = takeSecond(cursor, measure(read.unit));
  return { value, measure: measureSame(unit, '秒') ? 'time' : 'count', factor, unit };
}

/** 15台（套）, 60篇（条）: a second measure word for the same things; 人（次） is one word. */
function takeSecond(cursor: Cursor, word: string): string {
  const second = /^\((\p{Script=Han}{1,2})\)/u.exec(cursor.text.slice(cursor.at, cursor.at + 4));
  if (second === null || readUnit(second[1] ?? '', 0) === null) return word;
  cursor.at += second[0].length;
  return second[1] === '次' ? `${word}次` : word;
}

/** 300元/人, 8小时/天: what a unit is counted by. */
function takePer(cursor: Cursor): void {
  const per =
    /^\/(?:人次?|户|次|天|日|月|年|亩|公里|平方米|米|吨|件|台|套|个|项|场|辆|课时|学时|人·(?:天|月|年))(?:[·/]?(?:天|月|年|次))?(?![\p{Script=Han}×÷/]*[×÷])/u.exec(
      cursor.text.slice(cursor.at, cursor.at + 16),
    );
  if (per !== null) cursor.at += per[0].length;
}

const isScore = (cursor: Cursor): boolean => cursor.peek() === '分' && cursor.peek(1) !== '之';

function words(measure: Measure, factor: string, list: string): [string, UnitWord][] {
  return list.split(' ').map((word) => [word, { measure, factor }]);
}
