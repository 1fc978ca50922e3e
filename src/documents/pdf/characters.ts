import { RADICALS } from './radicals.js';

/** Not written by anyone into a report: control characters, private use, unpaired surrogates, direction overrides. */
const UNREADABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufffd\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Zero-width marks and soft hyphens: layout, not words. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Marks as they are drawn in upright columns of type, beside those of ordinary lines. */
const UPRIGHT_MARKS = '︐︑︒︓︔︕︖︗︘︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈';
const LEVEL_MARKS = '，、。：；！？〖〗—–（）｛｝〔〕【】《》〈〉「」『』［］';

/** Latin ligatures that fonts draw as one glyph. */
const LIGATURES = /[\ufb00-\ufb06]/g;

/** True for the great majority of characters, which need no work. */
const plain = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0x3000 && code < 0xd800) ||
  (code >= 0xff00 && code < 0xffe7) ||
  (code > 0x2015 && code < 0x2028);

/** Kangxi radicals whose compatibility folding is a traditional form that no simplified text means. */
const SIMPLIFIED: Readonly<Record<string, string>> = { 戶: '户', 靑: '青', 黃: '黄' };

/**
 * Signs that symbol fonts place in the private area at U+F000 plus their own code. Ticked and empty boxes are left
 * out: without the font one cannot be told from the other, and a wrong tick is worse than a named loss.
 */
const SIGNS: Readonly<Record<string, string>> = {
  '\uf025': '%',
  '\uf02b': '+',
  '\uf02d': '−',
  '\uf03c': '<',
  '\uf03d': '=',
  '\uf03e': '>',
  '\uf0a3': '≤',
  '\uf0b1': '±',
  '\uf0b3': '≥',
  '\uf0b4': '×',
  '\uf0b7': '•',
  '\uf0b8': '÷',
  '\uf0b9': '≠',
  '\uf0bb': '≈',
  '\uf0d6': '√',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf075': '◆',
  '\uf0d8': '➢',
};

/** A glyph's characters as words: radicals folded into the characters they stand for, unreadable ones dropped. */
export function clean(text: string): { readonly text: string; readonly dropped: number } {
  if (text.length === 1 && plain(text.charCodeAt(0))) return { text, dropped: 0 };
  let dropped = 0;
  const folded = text
    .replace(/[\uf020-\uf0ff]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(UNREADABLE, () => {
      dropped++;
      return '';
    })
    .replace(INVISIBLE, '')
    .replace(/[\u2e80-\u2fdf]/g, (radical) => RADICALS[radical] ?? simplified(radical.normalize('NFKC')))
    .replace(/[\uf900-\ufaff]/g, (compatible) => compatible.normalize('NFKC'))
    .replace(/[\ufe10-\ufe48]/g, (mark) => LEVEL_MARKS[UPRIGHT_MARKS.indexOf(mark)] ?? mark)
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replace(/\u2015/g, '—')
    .replace(/[\t\n\r\u00a0\u2000-\u200a\u202f\u205f]/g, ' ');
  return { text: folded, dropped };
}

const simplified = (character: string): string => SIMPLIFIED[character] ?? character;

/** What Chinese reports are written with: Latin, Greek and Cyrillic letters, signs, Chinese characters, full width. */
const USUAL =
  /^[\u0020-\u024f\u02b0-\u02ff\u0370-\u04ff\u2000-\u2bff\u2e80-\u9fff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef\u{20000}-\u{3ffff}]*$/u;

/** False for characters of scripts that no Chinese report uses. */
export const isUsual = (text: string): boolean => USUAL.test(text);
