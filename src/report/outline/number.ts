import { fold } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';
import { NUMERAL_CHARS, numeral } from '../../language/numerals.js';

/**
 * How heading and list numbers are written, outermost first. `family` joins spellings that units mix within
 * one list (1. beside 1、); `rank` is the usual nesting of official documents: 第一部分 ⊃ 一、 ⊃ （一） ⊃ 1. ⊃ （1） ⊃ ①.
 */
export type Notation =
  | '第一部分'
  | '第一章'
  | '第一节'
  | '一、'
  | '（一）'
  | 'I.'
  | '1.'
  | '1、'
  | '1.1'
  | '1.1.1'
  | '（1）'
  | '1）'
  | '①'
  | 'a)';

const RANKS: Readonly<Record<Notation, number>> = {
  第一部分: 0,
  第一章: 1,
  第一节: 2,
  '一、': 3,
  '（一）': 4,
  'I.': 5,
  '1.': 6,
  '1、': 6,
  '1.1': 7,
  '1.1.1': 8,
  '（1）': 9,
  '1）': 10,
  '①': 11,
  'a)': 12,
};

/** A number that stands at the head of a paragraph. */
export interface PrintedNumber {
  /** Verbatim, without the spaces after it. */
  readonly raw: string;
  /** Characters of the text that the number and the spaces around it take. */
  readonly length: number;
  readonly ordinal: number;
  readonly notation: Notation;
  /** The list it belongs to: 1. and 1、 are one family; 2.1 and 3.1 are two. */
  readonly family: string;
  readonly rank: number;
}

/** A list longer than this is not a list: years, codes and amounts begin with larger numbers. */
const LONGEST_LIST = 199;

interface Form {
  readonly notation: Notation;
  readonly pattern: RegExp;
  /** What must not follow: then the characters are words or a figure, not a number. */
  readonly unless?: RegExp;
}

const CJK = `[${NUMERAL_CHARS}]{1,5}`;
/** 一、二级指标 and 一、二、三季度 are enumerations inside a sentence. */
const ENUMERATION = /^[一二三四五六七八九十两]{1,2}[、级类季期等是批阶届次线档]/u;
/** 1.5万元 and 3.2% are figures, 2023.12.31 is a date. */
const FIGURE =
  /^\s*(?:[万亿元%‰月号倍吨亩米]|年(?!度)|日(?!常)|分(?!析|配|类|项|管|工|解|别)|人(?!员|事|口|才|力|大|民|均)|个百分点|公里|平方|小时)/u;

const FORMS: readonly Form[] = [
  { notation: '第一部分', pattern: new RegExp(`^第\\s?(${CJK}|\\d{1,2})\\s?部分[:、.]?`, 'u') },
  { notation: '第一章', pattern: new RegExp(`^第\\s?(${CJK}|\\d{1,2})\\s?章[:、.]?`, 'u') },
  { notation: '第一节', pattern: new RegExp(`^第\\s?(${CJK}|\\d{1,2})\\s?节[:、.]?`, 'u') },
  { notation: '一、', pattern: new RegExp(`^(${CJK})\\s?[、.]`, 'u'), unless: ENUMERATION },
  { notation: '（一）', pattern: new RegExp(`^\\(\\s?(${CJK})\\s?\\)[、.]?`, 'u') },
  { notation: '（1）', pattern: /^\(\s?(\d{1,3})\s?\)[、.]?/u },
  { notation: '1）', pattern: /^(\d{1,3})\s?\)[、.]?/u },
  { notation: '1.1.1', pattern: /^\d{1,2}\.\d{1,2}\.(\d{1,2})(?![\d.])[、.]?/u, unless: FIGURE },
  { notation: '1.1', pattern: /^\d{1,2}\.(\d{1,2})(?![\d.%])[、]?/u, unless: FIGURE },
  // 1.2023年支出, 2.2020—2022年: a list number right before a year is no decimal.
  { notation: '1.', pattern: /^(\d{1,3})\s?\.(?!\d(?!\d{3}\s?(?:年|[-—~至]{1,2}\s?\d{4}\s?年)))/u },
  { notation: '1、', pattern: /^(\d{1,3})\s?、/u, unless: /^\d+[、号]/u },
  // 4 自评结论 above 4.1: a bare number before a title and nothing else.
  {
    notation: '1.',
    pattern: /^(\d{1,2})(?=\s{1,4}[\p{Script=Han}()、"]{3,20}$)/u,
    unless:
      /^\s*(?:[个项名家次人万件户处期批场年月日天元吨亩座台套份里岁条]|公里|平方|小时|分(?!析|配|类|项))/u,
  },
  { notation: 'I.', pattern: /^([IVX]{1,5})[.、]/u },
  { notation: 'a)', pattern: /^([a-z])[.)、]/iu },
];

/** Numbers that are one character: the first of the row, how many there are, and what they stand for. */
const SIGNS: readonly { readonly first: string; readonly count: number; readonly notation: Notation }[] = [
  { first: '①', count: 20, notation: '①' },
  { first: '❶', count: 10, notation: '①' },
  { first: '⑴', count: 20, notation: '（1）' },
  { first: '⒈', count: 20, notation: '1.' },
  { first: '㈠', count: 10, notation: '（一）' },
];

/**
 * The number at the head of a text, null when there is none. Years, amounts, dates and enumerations inside a
 * sentence (一、二级指标) are not numbers of headings or lists.
 */
export const printedNumber = remembered((text): PrintedNumber | null => {
  const lead = text.length - text.trimStart().length;
  const head = fold(text.slice(lead, lead + 24));
  return signNumber(text, head, lead) ?? formNumber(text, head, lead);
});

function signNumber(text: string, head: string, lead: number): PrintedNumber | null {
  const code = head.codePointAt(0);
  if (code === undefined) return null;
  for (const sign of SIGNS) {
    const ordinal = code - (sign.first.codePointAt(0) ?? 0) + 1;
    if (ordinal >= 1 && ordinal <= sign.count) return made(text, lead, 1, ordinal, sign.notation, '');
  }
  return null;
}

function formNumber(text: string, head: string, lead: number): PrintedNumber | null {
  for (const form of FORMS) {
    const match = form.pattern.exec(head);
    if (match === null) continue;
    if (form.unless?.test(head.slice(match[0].length)) === true) continue;
    const ordinal = ordinalOf(match[1] ?? '', form.notation);
    if (ordinal === null || ordinal < 1 || ordinal > LONGEST_LIST) continue;
    const stem = form.notation.startsWith('1.1') ? match[0].slice(0, match[0].lastIndexOf('.')) : '';
    return made(text, lead, match[0].length, ordinal, form.notation, stem);
  }
  return null;
}

function ordinalOf(digits: string, notation: Notation): number | null {
  if (/^\d+$/u.test(digits)) return Number(digits);
  if (notation === 'I.') return roman(digits);
  if (notation === 'a)') return digits.toLowerCase().charCodeAt(0) - 96;
  const value = numeral(digits);
  return value === null ? null : value.toNumber();
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function roman(digits: string): number {
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = ROMAN[digits[i] ?? ''] ?? 0;
    total += value < (ROMAN[digits[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

function made(
  text: string,
  lead: number,
  length: number,
  ordinal: number,
  notation: Notation,
  stem: string,
): PrintedNumber {
  const end = lead + length;
  const spaces = text.slice(end).length - text.slice(end).trimStart().length;
  const family = notation === '1、' ? '1.' : stem === '' ? notation : `${notation} ${stem}`;
  return {
    raw: text.slice(lead, end),
    length: end + spaces,
    ordinal,
    notation,
    family,
    rank: RANKS[notation],
  };
}
