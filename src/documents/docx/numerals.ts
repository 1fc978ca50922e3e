/** Numbers as Word prints them in lists: one function per number format (w:numFmt) of ECMA-376. */

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const pick = (signs: string, value: number): string => [...signs][value - 1] ?? String(value);
const range =
  (first: number, count: number) =>
  (value: number): string =>
    value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);

/** ① to ⑳, ㉑ to ㉟ and ㊱ to ㊿ stand in three places of Unicode. */
export function circled(value: number): string {
  if (value === 0) return '⓪';
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return String(value);
}

/** 十一, 二十, 一百零五, 一万: spoken numerals, with the given digits and places. */
function spoken(
  value: number,
  digits: string,
  places: readonly string[],
  bareTen: boolean,
  zero: string,
): string {
  if (value === 0) return zero;
  if (value >= 100_000_000) return String(value);
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? zero : '';
    return `${spoken(Math.floor(value / 10_000), digits, places, bareTen, zero)}${places[4] ?? ''}${gap}${rest === 0 ? '' : spoken(rest, digits, places, false, zero)}`;
  }
  const text = String(value);
  let out = '';
  let skipped = false;
  for (let i = 0; i < text.length; i++) {
    const digit = Number(text[i]);
    const place = text.length - 1 - i;
    if (digit === 0) {
      skipped = true;
      continue;
    }
    if (skipped && out !== '') out += zero;
    skipped = false;
    const sign = bareTen && digit === 1 && place === 1 && i === 0 ? '' : (digits[digit] ?? '');
    out += sign + (places[place] ?? '');
  }
  return out;
}

const chinese = (value: number): string => spoken(value, DIGITS, ['', '十', '百', '千', '万'], true, '零');
const legal = (value: number): string =>
  spoken(value, LEGAL_DIGITS, ['', '拾', '佰', '仟', '万'], false, '零');
const digitByDigit = (value: number): string =>
  [...String(value)].map((d) => DIGITS[Number(d)] ?? d).join('');

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 4999) return String(value);
  let out = '';
  let left = value;
  for (const [worth, sign] of ROMAN)
    while (left >= worth) {
      out += sign;
      left -= worth;
    }
  return out;
}

/** a … z, aa, bb: Word repeats the letter, it does not count in base 26. */
const letters = (value: number): string =>
  value < 1 || value > 780
    ? String(value)
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const fullWidth = (value: number): string =>
  String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const zeroPadded =
  (width: number) =>
  (value: number): string =>
    String(value).padStart(width, '0');

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  numberInDash: (value) => `- ${value} -`,
  decimalZero: zeroPadded(2),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: range(0x2488, 20),
  decimalEnclosedParen: range(0x2474, 20),
  ideographEnclosedCircle: range(0x3280, 10),
  chineseCounting: (value) => (value === 0 ? '〇' : chinese(value)),
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  koreanCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => pick(STEMS, value),
  ideographZodiac: (value) => pick(BRANCHES, value),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  none: () => '',
};

/** A number in one of Word's formats; formats not used in Chinese documents are printed as decimals. */
export const listNumeral = (format: string, value: number): string => (FORMATS[format] ?? String)(value);
