import { Decimal, dec } from '../numbers/decimal.js';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Every character that can stand in a Chinese numeral. */
export const NUMERAL_CHARS = '零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿';

/**
 * The value of a Chinese numeral: 九十七, 一百零五, 二〇二三 (read digit by digit), 三点五. Null when the words do
 * not form one.
 */
export function numeral(words: string): Decimal | null {
  if (words === '') return null;
  const [whole, fraction, ...rest] = words.split('点');
  if (whole === undefined || rest.length > 0) return null;
  const head = wholeNumeral(whole);
  if (head === null || fraction === undefined) return head;
  const tail = digitByDigit(fraction);
  return tail === null ? null : new Decimal(`${head.toFixed()}.${tail}`);
}

function digitByDigit(words: string): string | null {
  let out = '';
  for (const char of words) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    out += digit;
  }
  return out === '' ? null : out;
}

function wholeNumeral(words: string): Decimal | null {
  const plain = digitByDigit(words);
  if (plain !== null) return dec(plain);
  let total = dec(0);
  let section = 0;
  let digit: number | null = null;
  for (const char of words) {
    const d = DIGITS[char];
    const ten = TENS[char];
    const myriad = MYRIADS[char];
    if (d !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = d;
    } else if (ten !== undefined) {
      section += (digit ?? 1) * ten;
      digit = null;
    } else if (myriad !== undefined) {
      total = total.plus(section + (digit ?? 0)).times(myriad);
      section = 0;
      digit = null;
    } else return null;
  }
  return total.plus(section + (digit ?? 0));
}
