/** The font table, needed only to know what the signs of symbol fonts mean. */
import { isSymbolFont, symbolText } from '../docx/symbols.js';
import { PAIR, utf16, viewOf, type WordFile } from './word-file.js';

/** Bytes of a font's entry before its name. */
const NAME_AT = 39;

/** Fonts by number. */
export interface Fonts {
  /** Whether the characters of the font show signs other than those stored. */
  isSymbolFont(font: number): boolean;
  /** The character a reader of the page sees; null when it is not known. */
  symbol(font: number, code: number): string | null;
}

export function readFonts(file: WordFile): Fonts {
  const names = fontNames(file.part(PAIR.fonts));
  return {
    isSymbolFont: (font) => isSymbolFont(names[font]),
    symbol: (font, code) => symbolText(names[font] ?? '', code),
  };
}

function fontNames(table: Uint8Array): string[] {
  const names: string[] = [];
  if (table.length < 4) return names;
  const count = viewOf(table).getUint16(0, true);
  for (let i = 0, at = 4; i < count && at < table.length; i++) {
    const bytes = table[at] ?? 0;
    names.push(utf16(table.subarray(at + 1 + NAME_AT, at + 1 + bytes)).split('\0')[0] ?? '');
    at += 1 + bytes;
  }
  return names;
}
