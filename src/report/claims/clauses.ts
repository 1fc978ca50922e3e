import { fold } from '../../language/fold.js';
import { numeral } from '../../language/numerals.js';

/** A sentence of a text, folded (same length as the original), with its offset. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** Sentences end at 。；！？ and, unless a line was only broken for layout, not at line feeds. */
export function sentencesOf(text: string): Sentence[] {
  const folded = fold(text);
  const out: Sentence[] = [];
  let start = 0;
  for (let i = 0; i <= folded.length; i++) {
    if (i < folded.length && !'。；;！!？?'.includes(folded[i] as string)) continue;
    if (i > start) out.push({ text: folded.slice(start, i), start });
    start = i + 1;
  }
  return out;
}

/** A year that words give a score for, with its offset in the sentence. Dates (2024年3月) and 〔2020〕 are none. */
export interface NamedYear {
  readonly year: number;
  readonly index: number;
  readonly length: number;
}

/** Years further back in an overlong sentence no longer belong to the score. */
const YEAR_REACH = 300;

/** The last year named before an offset of a sentence; null when none is. */
export function yearBefore(sentence: string, offset: number): NamedYear | null {
  let found: NamedYear | null = null;
  const from = Math.max(0, offset - YEAR_REACH);
  for (const match of sentence
    .slice(from, offset)
    .matchAll(
      /(?<![\d零一二三四五六七八九])((?:19|20)\d{2}|[一二][零○一二三四五六七八九]{3})\s{0,2}年(?:度)?(?!\s{0,2}[\d一二三四五六七八九十]{1,2}\s{0,2}月)/gu,
    )) {
    const digits = match[1] ?? '';
    const year = /\d/u.test(digits) ? Number(digits) : numeral(digits.replaceAll('○', '零'))?.toNumber();
    if (year !== undefined) found = { year, index: from + match.index, length: match[0].length };
  }
  return found;
}

/** Words before an offset without white space and without what stands in brackets, at most `reach` characters back. */
export function leftOf(sentence: string, offset: number, reach: number): string {
  const raw = sentence.slice(Math.max(0, offset - reach), offset);
  return raw.replace(/\([^()]*\)/gu, '').replace(/\s+/gu, '');
}
