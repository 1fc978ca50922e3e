/** Single characters that mean the same as another. Folding keeps the length, so offsets stay valid. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\u3000': ' ',
    '\u00a0': ' ',
    〇: '零',
    '％': '%',
    '﹪': '%',
    '≦': '≤',
    '≧': '≥',
    '﹤': '<',
    '﹥': '>',
    '⩽': '≤',
    '⩾': '≥',
    '－': '-',
    '−': '-',
    '–': '-',
    '‑': '-',
    '〔': '[',
    '〕': ']',
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '〝': '"',
    '〞': '"',
    '「': '"',
    '」': '"',
    '『': '"',
    '』': '"',
    '‘': "'",
    '’': "'",
    '∶': ':',
  }),
);

/** Punctuation that ends Chinese clauses stays full-width. */
const KEPT = '，；！？';

/** What each character that is not itself folds to, by code unit: full-width ASCII, and every sign above. */
const FOLDED: ReadonlyMap<number, string> = new Map([
  ...Array.from({ length: 0xff5e - 0xff01 + 1 }, (_, i) => 0xff01 + i)
    .filter((code) => !KEPT.includes(String.fromCharCode(code)))
    .map((code) => [code, String.fromCharCode(code - 0xfee0)] as const),
  ...[...SAME].map(([char, same]) => [char.charCodeAt(0), same] as const),
]);

/** Characters between these are Chinese and fold to themselves: nearly all of a report. */
const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

/**
 * Text with full-width letters, digits and signs, every kind of quote, dash and comparison sign made one.
 * The result has exactly the same length, so an offset in it is an offset in the original. Chinese full stops,
 * commas and dashes （——） are kept; full-width commas inside numbers are the figure grammar's business.
 */
export function fold(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 || (code >= FIRST_HAN && code <= LAST_HAN)) continue;
    const same = FOLDED.get(code);
    if (same === undefined) continue;
    folded += text.slice(kept, i) + same;
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** Text without any white space: for comparing wordings, never for quotes. */
export const squeeze = (text: string): string => (/\s/u.test(text) ? text.replace(/\s+/gu, '') : text);
