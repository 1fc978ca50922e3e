import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Bound, Figure, Unit } from '../numbers/figure.js';
import { BARE } from '../numbers/units.js';
import { boundAround } from './bounds.js';
import { scanDates } from './dates.js';
import { isDigit, lexNumber } from './digits.js';
import { fold } from './fold.js';
import { type ReadUnit, readUnit, skipSpace } from './measures.js';
import { remembered } from './memo.js';
import { isName } from './not-figures.js';
import { scanWordFigures } from './word-figures.js';

/** A figure found in a text, at its offsets there. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
}

/**
 * The figures of a text, left to right. Dates, document numbers, article and phone numbers, list numbers and
 * codes are not figures; “/” and “—” are none either. `caption` is the unit that stands in a table's caption or
 * header for bare numbers. Time is linear in the length of the text.
 */
export const scanFigures = (text: string, caption: Unit | null = null): readonly FoundFigure[] =>
  caption === null ? plainFigures(text) : scan(text, caption);

const plainFigures = remembered((text) => scan(text, null));

function scan(text: string, caption: Unit | null): readonly FoundFigure[] {
  const folded = fold(text);
  const dates = scanDates(text);
  const found: FoundFigure[] = [];
  let date = 0;
  let at = 0;
  while (at < folded.length) {
    if (!isDigit(folded[at])) {
      at++;
      continue;
    }
    while (date < dates.length && (dates[date]?.end ?? 0) <= at) date++;
    const inDate = dates[date];
    if (inDate !== undefined && inDate.start <= at) {
      at = inDate.end;
      continue;
    }
    const number = lexNumber(folded, at);
    const unit = readUnit(folded, number.end);
    const name = isName({
      folded,
      start: at,
      digitsEnd: number.end,
      plain: number.plain,
      grouped: number.grouped,
      hasUnit: unit !== null,
      inCell: caption !== null,
    });
    if (!name && !isDateLike(folded, at, number.end, number.plain)) {
      found.push(figureAt(text, folded, at, number.end, number.plain, unit, caption, found));
    }
    at = Math.max(number.end, at + 1);
  }
  return withWords(text, folded, found, dates);
}

/** 5年, 30日, 8时, 2023年: spans of time and clock times, which scanDates leaves, are no quantities of the field. */
function isDateLike(folded: string, start: number, end: number, plain: string): boolean {
  const after = folded.slice(skipSpace(folded, end), end + 4);
  if (/^[月日](?!常)|^时(?!效)|^点(?:[钟整半前后]|\d)|^世纪/u.test(after)) return true;
  if (!/^年/u.test(after)) return false;
  const bounded = /(?:[≥≤<>]|不少于|不低于|不小于|不超过)$/u.test(
    folded.slice(Math.max(0, start - 4), start),
  );
  return plain.length >= 3 || !bounded;
}

function figureAt(
  text: string,
  folded: string,
  start: number,
  digitsEnd: number,
  plain: string,
  read: ReadUnit | null,
  caption: Unit | null,
  found: FoundFigure[],
): FoundFigure {
  const years = read === null && /^年/u.test(folded.slice(digitsEnd, digitsEnd + 1));
  const prefix = moneySign(folded, start);
  const shared = read === null ? sharedUnit(folded, digitsEnd) : null;
  const unit = read?.unit ?? shared ?? (prefix === null ? null : YUAN) ?? caption ?? BARE;
  const end = read?.end ?? (years ? digitsEnd + 1 : digitsEnd);
  const signed = signStart(folded, prefix ?? start, found);
  const bracket = read === null && isBracketedNegative(folded, start, digitsEnd, plain, caption);
  const negative = bracket || folded[signed] === '-';
  const from = bracket ? folded.indexOf('(') : signed;
  const to = bracket ? folded.indexOf(')') + 1 : end;
  const decimals = plain.split('.')[1]?.length ?? 0;
  const rounded = read?.rounded ?? isRounded(unit, decimals);
  const value = dec(plain).times(unit.factor);
  // 0万元 says that there is none, not less than five thousand yuan.
  const nothing = value.isZero() && decimals === 0 && unit.kind === 'money';
  const around = boundAround(folded.slice(Math.max(0, from - 8), from), folded.slice(to, to + 10));
  return {
    figure: {
      raw: text.slice(from, to),
      value: negative ? value.negated() : value,
      quantum: rounded && !nothing ? step(decimals).times(unit.factor) : dec(0),
      unit,
      bound:
        read?.about === true && around === 'exactly' ? 'about' : (rangeBound(folded, from, to) ?? around),
    },
    start: from,
    end: to,
  };
}

const step = (decimals: number): Decimal => dec(10).pow(-decimals);

/** Money and rates are printed to a number of decimals; a bare number with decimals is taken to be one of them. */
const isRounded = (unit: Unit, decimals: number): boolean =>
  unit.kind === 'money' ||
  unit.kind === 'rate' ||
  unit.kind === 'points' ||
  (unit.kind === 'bare' && decimals > 0);

const YUAN: Unit = { name: '元', kind: 'money', factor: dec(1) };

/** ￥5,000.00: where the money sign stands, null when there is none. */
const moneySign = (folded: string, start: number): number | null =>
  /[¥￥]/u.test(folded[start - 1] ?? '') ? start - 1 : null;

/** The start of the figure with its sign: a hyphen or plus that joins nothing before it. */
function signStart(folded: string, start: number, found: readonly FoundFigure[]): number {
  const sign = folded[start - 1];
  if (sign !== '-' && sign !== '+') return start;
  const before = folded[start - 2] ?? '';
  if (/[\dA-Za-z%)\-+]/u.test(before)) return start;
  const last = found[found.length - 1];
  return last !== undefined && last.end === start - 1 ? start : start - 1;
}

/** 80-90%, 15至20人, 5～8万元: the first figure takes the unit of the second. */
function sharedUnit(folded: string, digitsEnd: number): Unit | null {
  const joined = /^\s?(?:-|—|~|～|至|到)\s?(?=\d)/u.exec(folded.slice(digitsEnd, digitsEnd + 4));
  if (joined === null) return null;
  const second = lexNumber(folded, digitsEnd + joined[0].length);
  return second.plain === '' ? null : (readUnit(folded, second.end)?.unit ?? null);
}

/** The ends of a range bound what lies between them. */
function rangeBound(folded: string, start: number, end: number): Bound | null {
  if (/^\s?(?:-|—|~|～|至)\s?\d/u.test(folded.slice(end, end + 4))) return 'at-least';
  if (
    /\d\s?(?:%|[十百千万亿]{0,2}元|个|人)?\s?(?:-|—|~|～|至)\s?$/u.test(
      folded.slice(Math.max(0, start - 8), start),
    )
  )
    return 'at-most';
  return null;
}

/** A cell that holds nothing but （0.81）: accountants bracket what is below zero. （1） alone is a list number. */
function isBracketedNegative(
  folded: string,
  start: number,
  end: number,
  plain: string,
  caption: Unit | null,
): boolean {
  const alone = folded.slice(0, start).trim() === '(' && folded.slice(end).trim() === ')';
  return alone && (plain.includes('.') || caption?.kind === 'money');
}

function withWords(
  text: string,
  folded: string,
  found: readonly FoundFigure[],
  dates: readonly { readonly start: number; readonly end: number }[],
): readonly FoundFigure[] {
  const words = scanWordFigures(folded);
  if (words.length === 0) return found;
  const out = [...found];
  let date = 0;
  for (const word of words) {
    while (date < dates.length && (dates[date]?.end ?? 0) <= word.start) date++;
    if ((dates[date]?.start ?? Number.POSITIVE_INFINITY) < word.end) continue;
    // 5千余人, 3万元: the numeral belongs to the digits before it.
    if (/[\d.]\s?$/u.test(folded.slice(Math.max(0, word.start - 2), word.start))) continue;
    const around = boundAround(
      folded.slice(Math.max(0, word.start - 8), word.start),
      folded.slice(word.end, word.end + 10),
    );
    out.push({
      figure: {
        raw: text.slice(word.start, word.end),
        value: word.value,
        quantum: word.quantum,
        unit: word.unit,
        bound: word.about && around === 'exactly' ? 'about' : around,
      },
      start: word.start,
      end: word.end,
    });
  }
  return out.sort((a, b) => a.start - b.start);
}
