import type { Glyph } from './content.js';

/** A gap of this many sizes between Latin letters is a space that the producer did not print. */
const WORD_GAP = 0.22;
/** Digits are spread in justified lines: only a broader gap parts two numbers. */
const NUMBER_GAP = 1.2;
const LATIN = /[A-Za-z]/;
const DIGIT = /[0-9]/;
/** Characters that a line break never parts from their neighbours of the same kind. */
const INSEPARABLE = /^[A-Za-z0-9.,%:/+-]/;
/** Opening marks never stand at the end of a line, closing ones never at its start. */
const NEVER_LAST = /^[（(《〈「『“‘【〔[]/;
const NEVER_FIRST = /^[，。、；：？！）)》〉」』”’】〕%％,.;:?!\]]/;

/** Signs of a formula cling to the figure behind them; signs of comparison begin items of a rule. */
const OPERATOR = /^[×÷=＝±−-]/;
/** Numbers of items: what follows their mark may stand on a line of its own. */
const ENUMERATOR = /^[一二三四五六七八九十]/;

/** Type smaller than this share of its line and standing above its baseline is raised. */
export const RAISED_SIZE = 0.75;
const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Words of a glyph within its line. A raised figure is a power behind a unit (m²) or ten; otherwise it is the mark
 * of a note, which is no part of the words.
 */
function wordsOf(glyph: Glyph, line: { readonly y: number; readonly size: number }, before: string): string {
  const isRaised = glyph.size < RAISED_SIZE * line.size && line.y - glyph.y > 0.2 * line.size;
  if (!isRaised || !/^[0-9ivx*[\]①-⑳]$/.test(glyph.text)) return glyph.text;
  const isPower = /(?:[A-Za-z⁰¹²³⁴⁵⁶⁷⁸⁹]|(?:^|[^0-9.])10)$/.test(before) && /[0-9]/.test(glyph.text);
  return isPower ? (POWERS[Number(glyph.text)] ?? '') : '';
}

/** The words of a stretch: a space only between Latin words or between two numbers. */
export function written(
  stretch: readonly Glyph[],
  afterBlank: ReadonlySet<Glyph>,
  line: { readonly y: number; readonly size: number },
): string {
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of stretch) {
    if (before) {
      const a = before.text.at(-1) ?? '';
      const b = glyph.text[0] ?? '';
      if ((LATIN.test(a) || DIGIT.test(a)) && (LATIN.test(b) || DIGIT.test(b))) {
        const gap = glyph.x - before.x - before.width;
        const broad = (LATIN.test(a) || LATIN.test(b) ? WORD_GAP : NUMBER_GAP) * glyph.size;
        if (afterBlank.has(glyph) || gap > broad) text += ' ';
      }
    }
    text += wordsOf(glyph, line, text.slice(-4));
    before = glyph;
  }
  return closed(text);
}

/** Takes out white space that a font delivered inside a glyph's text, but between Latin words and numbers. */
function closed(text: string): string {
  if (!/[\s\u3000]/.test(text)) return text;
  return text.replace(/[\s\u3000]+/g, (_blank, at: number, whole: string) => {
    const before = whole[at - 1] ?? '';
    const after = whole.slice(at).trimStart()[0] ?? '';
    return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) ? ' ' : '';
  });
}

/** Width of what cannot be parted at the start: opening marks, a character or word, and the marks bound to it. */
export function headWidth(printed: readonly Glyph[]): number {
  const first = printed[0];
  if (!first) return 0;
  let end = first.x;
  let i = 0;
  const take = (): void => {
    const glyph = printed[i++];
    if (glyph) end = Math.max(end, glyph.x + glyph.width);
  };
  const at = (): string => printed[i]?.text ?? '';
  const run = (): void => {
    while (OPERATOR.test(at())) take();
    while (INSEPARABLE.test(at()) && (printed[i]?.x ?? 0) - end < 0.5 * first.size) take();
  };
  while (NEVER_LAST.test(at())) take();
  const opened = i > 0;
  if (INSEPARABLE.test(at()) || OPERATOR.test(at())) run();
  else take();
  const marks = i;
  while (NEVER_FIRST.test(at())) take();
  // LibreOffice does not part a figure or a formula from the mark before it: 分，85% and 数）×100%.
  const single = !opened && marks === 1 && i > marks && !ENUMERATOR.test(first.text);
  if (single) run();
  // A minus or a slash clings to what stands before it and to the figure behind it.
  if (single || /^[-/−]/.test(at()))
    while (INSEPARABLE.test(at()) || NEVER_FIRST.test(at()) || at() === '−') take();
  return end - first.x;
}
