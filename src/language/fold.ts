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

/** Full-width ASCII but for the punctuation that ends Chinese clauses (， ； ！ ？), and every sign above. */
const FOLDABLE = new RegExp(`[\\uff01-\\uff5e${[...SAME.keys()].join('')}]`, 'gu');
const KEPT = '，；！？';

/**
 * Text with full-width letters, digits and signs, every kind of quote, dash and comparison sign made one.
 * The result has exactly the same length, so an offset in it is an offset in the original. Chinese full stops,
 * commas and dashes （——） are kept; full-width commas inside numbers are the figure grammar's business.
 */
export const fold = (text: string): string => text.replace(FOLDABLE, foldOne);

function foldOne(char: string): string {
  const same = SAME.get(char);
  if (same !== undefined) return same;
  return KEPT.includes(char) ? char : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

/** Text without any white space: for comparing wordings, never for quotes. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');
