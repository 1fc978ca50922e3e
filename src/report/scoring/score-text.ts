import type { Locator } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';
import { NUMERAL_CHARS, numeral } from '../../language/numerals.js';
import type { Decimal } from '../../numbers/decimal.js';
import { dec } from '../../numbers/decimal.js';
import type { ScoreCell } from '../model.js';

const NOT_APPLICABLE: ReadonlySet<string> = new Set([
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '―',
  '–',
  '一一',
  '无',
  '不适用',
  'N/A',
  'n/a',
  '不涉及',
  '不考核',
  '免评',
  '/分',
]);

/** Numbers longer than this are not scores; the bound also keeps hostile digits out of the arithmetic. */
const LONGEST_SCORE = 40;

/**
 * A score cell. Never guesses: 1,5 and 满分 and 1e3 are unreadable, 5分 and 五 are 5, 5. is 5 and .5 is 0.5. An
 * unreadable cell makes every sum over it uncertain.
 */
export function readScore(raw: string, where: Locator): ScoreCell {
  const text = fold(raw).trim();
  if (squeeze(text) === '') return { raw, value: null, state: 'empty', where };
  if (NOT_APPLICABLE.has(squeeze(text))) return { raw, value: null, state: 'not-applicable', where };
  const value = scoreValue(text);
  return value === null
    ? { raw, value: null, state: 'unreadable', where }
    : { raw, value, state: 'score', where };
}

/** Digits set apart one by one, as justified text prints them: 2 2, 9 . 5. Not 0 5, and no line break. */
const SET_APART = /^(?:0|[1-9](?: \d){0,2})(?: \.(?: \d){1,2})?$/u;

/**
 * The score of a row whose 分值 is known: digits set apart are one number where that is no more than the 分值, and
 * otherwise two that came into one cell (5 5 of 5).
 */
export function readRowScore(raw: string, where: Locator, weight: Decimal | null): ScoreCell {
  const cell = readScore(raw, where);
  const text = fold(raw).trim();
  if (cell.state !== 'unreadable' || weight === null || !SET_APART.test(text)) return cell;
  const value = dec(text.replaceAll(' ', ''));
  return value.lte(weight) ? { raw, value, state: 'score', where } : cell;
}

/** The score that a text states, null when it is not plainly one. */
export const scoreValue = remembered((text): Decimal | null => {
  const flat = fold(text)
    .trim()
    .replace(/\s*分\s*$/u, '')
    .trim();
  if (flat === '' || flat.length > LONGEST_SCORE) return null;
  if (/^[+-]?\s?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(flat)) return dec(plainDigits(flat));
  if ([...flat].every((c) => NUMERAL_CHARS.includes(c) || c === '点') && !/[万亿千]/u.test(flat)) {
    return numeral(flat);
  }
  return null;
});

function plainDigits(text: string): string {
  const bare = text.replace(/\s/gu, '').replace(/^\+/u, '').replace(/\.$/u, '');
  return bare.replace(/^(-?)\./u, '$10.');
}

/** A weight cell: as a score, but 20% stands for 20 of 100. */
export function readWeight(raw: string, where: Locator): ScoreCell {
  const cell = readScore(raw, where);
  if (cell.state !== 'unreadable') return cell;
  const text = fold(raw).trim();
  const percent = /^(\d{1,3}(?:\.\d{1,4})?)\s*%$/u.exec(text);
  if (percent) return { raw, value: dec(percent[1] as string), state: 'score', where };
  const bracket = /^\(\s*(\d{1,3}(?:\.\d{1,4})?)\s*分?\s*\)$/u.exec(text);
  if (bracket) return { raw, value: dec(bracket[1] as string), state: 'score', where };
  return cell;
}

/** A name with its weight: 投入（15分） is 投入 with 15. */
export interface NamedWeight {
  readonly name: string;
  readonly weight: Decimal | null;
}

/** A smaller bare number in brackets counts things: 培训（1）, 培训（2）. */
const LEAST_BARE_WEIGHT = 5;

/** Reads the weight that stands in a group's or indicator's name: “投入（15分）”, “相关性(5分)”, “产出 50分”, “效益（权重30%）”. */
export function readName(text: string): NamedWeight {
  const name = text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^\u0020-\u007e]) | (?=[^\u0020-\u007e])/gu, '');
  const folded = fold(name);
  const tail =
    /\((?:分值|权重|满分|共|计|占|标准分)?[:：]?(\d{1,3}(?:\.\d{1,4})?)(?:分|%)?\)$/u.exec(folded) ??
    /[-—:：]?(\d{1,3}(?:\.\d{1,4})?)分$/u.exec(folded);
  if (tail === null || tail.index === 0) return { name, weight: null };
  const weight = dec(tail[1] as string);
  if (/\(\d/u.test(tail[0]) && !/[分%]/u.test(tail[0]) && weight.lt(LEAST_BARE_WEIGHT))
    return { name, weight: null };
  return { name: name.slice(0, tail.index).trim(), weight };
}
