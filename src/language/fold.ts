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

/**
 * Text with full-width letters, digits and signs, every kind of quote, dash and comparison sign made one.
 * The result has exactly the same length, so an offset in it is an offset in the original. Chinese full stops,
 * commas and dashes （——） are kept; full-width commas inside numbers are the figure grammar's business.
 */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    const same = SAME.get(char);
    if (same !== undefined) out += same;
    else {
      const code = text.charCodeAt(i);
      // Full-width ASCII, but for the punctuation that ends Chinese clauses: ， ； ！ ？ ： stay.
      const fullWidth = code >= 0xff01 && code <= 0xff5e && !'，；！？'.includes(char);
      out += fullWidth ? String.fromCharCode(code - 0xfee0) : char;
    }
  }
  return out;
}

/** Text without any white space: for comparing wordings, never for quotes. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');
