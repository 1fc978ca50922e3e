/** Characters of symbol fonts as the Unicode characters a reader of the page sees. */

/** Symbol, by its code. The signs of scoring rules; mammoth knows the other characters of the font. */
const SYMBOL: Readonly<Record<number, string>> = {
  32: ' ',
  37: '%',
  40: '(',
  41: ')',
  42: '∗',
  43: '+',
  44: ',',
  45: '−',
  46: '.',
  47: '/',
  60: '<',
  61: '=',
  62: '>',
  83: 'Σ',
  126: '~',
  163: '≤',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  213: '∏',
  214: '√',
  176: '°',
  165: '∞',
  229: '∑',
};
for (const digit of '0123456789') (SYMBOL as Record<number, string>)[digit.charCodeAt(0)] = digit;

/** Boxes, ticks and circled numbers of the Wingdings fonts. */
const WINGDINGS: Readonly<Record<number, string>> = {
  32: ' ',
  108: '●',
  110: '■',
  111: '□',
  112: '□',
  113: '□',
  114: '□',
  117: '◆',
  168: '□',
  161: '○',
  216: '➢',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  32: ' ',
  42: '□',
  48: '□',
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  163: '□',
};
for (let n = 1; n <= 10; n++) {
  (WINGDINGS as Record<number, string>)[0x80 + n] = String.fromCodePoint(0x2460 + n - 1);
  (WINGDINGS as Record<number, string>)[0x8b + n] = String.fromCodePoint(0x2776 + n - 1);
  (WINGDINGS_2 as Record<number, string>)[0x69 + n - 1] = String.fromCodePoint(0x2460 + n - 1);
  (WINGDINGS_2 as Record<number, string>)[0x74 + n - 1] = String.fromCodePoint(0x2776 + n - 1);
}

const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: SYMBOL,
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
};
const SYMBOL_FONTS = new Set([
  'symbol',
  'wingdings',
  'wingdings 2',
  'wingdings 3',
  'webdings',
  'zapfdingbats',
  'mt extra',
]);
/** Symbol characters are stored in the private area from U+F000 on. */
const PRIVATE = 0xf000;

/** Whether text in this font does not show the characters that are stored. */
export const isSymbolFont = (font: string | undefined): font is string =>
  font !== undefined && SYMBOL_FONTS.has(font.toLowerCase());

/** The Unicode character of a symbol; null when it is not among those known here. `code` may be a private one. */
export function symbolText(font: string, code: number): string | null {
  const own = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code;
  return FONTS[font.toLowerCase()]?.[own] ?? null;
}

const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '-': '⁻',
};

/**
 * Digits set as superscript, as superscript characters: 10⁴ is no 104 and 752.48¹ no 752.481. Other text is returned
 * as it is.
 */
export const raised = (text: string): string =>
  /^[-−]?[0-9]{1,3}$/.test(text)
    ? [...text.replace('−', '-')].map((char) => RAISED[char] ?? char).join('')
    : text;
