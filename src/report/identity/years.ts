import { fold } from '../../language/fold.js';
import { numeral } from '../../language/numerals.js';

/** A calendar year in a text, at its offsets there. */
export interface YearMention {
  readonly year: number;
  /** Verbatim, with 年 or 年度: 2023 年度, 二〇二三年. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** Budget years that a report can be about. */
const EARLIEST = 1990;
const LATEST = 2100;

/** 2023年, 2023 年度, 二〇二三年度, ２０２３年; covers put spaces between the digits. */
const YEAR =
  /(?<!\d)(\d ?\d ?\d ?\d|[一二][零一二三四五六七八九] ?[零一二三四五六七八九] ?[零一二三四五六七八九])\s{0,4}年(?:\s?度)?/gu;

/** Every year written with 年 or 年度, left to right. */
export function yearsIn(text: string): readonly YearMention[] {
  const found: YearMention[] = [];
  for (const match of fold(text).replaceAll('○', '零').matchAll(YEAR)) {
    const digits = (match[1] ?? '').replaceAll(' ', '');
    const year = /^\d+$/u.test(digits) ? Number(digits) : numeral(digits)?.toNumber();
    if (year === undefined || year < EARLIEST || year > LATEST) continue;
    const end = match.index + match[0].length;
    found.push({ year, raw: text.slice(match.index, end), start: match.index, end });
  }
  return found;
}
