import { remembered } from './memo.js';

/** A stretch of a text with its offsets there: `text.slice(start, end)`. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const OPEN = '（(〔[【「『《“';
const CLOSE = '）)〕]】」』》”';

/** A bracket that is never closed, or that closes only after this many characters, brackets nothing. */
const LONGEST_BRACKET = 400;

/**
 * For each offset, how many brackets and quotation marks stand open there. A bracket that is never closed
 * (平均得分99.33分（其中，… without its end) opens nothing. One pass, one stack.
 */
export function bracketDepths(text: string): Uint8Array {
  const delta = new Int16Array(text.length + 1);
  const open: { at: number; close: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    const opening = OPEN.indexOf(char);
    if (opening >= 0) {
      if (open.length < 64) open.push({ at: i, close: same(CLOSE[opening] as string) });
      continue;
    }
    if (!CLOSE.includes(char) || open.length === 0) continue;
    let match = open.length - 1;
    while (match >= 0 && open[match]?.close !== same(char)) match--;
    const opened = open[match];
    if (opened === undefined) continue;
    open.length = match;
    if (i - opened.at > LONGEST_BRACKET) continue;
    delta[opened.at] = (delta[opened.at] ?? 0) + 1;
    delta[i + 1] = (delta[i + 1] ?? 0) - 1;
  }
  const depths = new Uint8Array(text.length + 1);
  let depth = 0;
  for (let i = 0; i <= text.length; i++) {
    depth += delta[i] ?? 0;
    depths[i] = Math.max(0, Math.min(255, depth));
  }
  return depths;
}

/** Half-width and full-width brackets close each other: reports mix them. */
const same = (close: string): string => (close === '）' ? ')' : close === '〕' ? ']' : close);

/** The sentences of a text: they end with 。！？ or a line feed outside brackets. Blank ones are left out. */
export const sentences = remembered((text): readonly Stretch[] => split(text, 0, '。！？!?\n'));

/** The clauses of a text: they end with a comma, semicolon, colon or sentence end outside brackets and numbers. */
export const clauses = remembered((text): readonly Stretch[] => split(text, 0, '。！？!?\n，；：,;:'));

/** The parts of a text between semicolons: what stands in one of them belongs together. */
export const segments = remembered((text): readonly Stretch[] => split(text, 0, '。！？!?\n；;'));

/** The stretch that holds an offset of the text; undefined when none does. They come in order and do not overlap. */
export function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  return found !== undefined && offset < found.end ? found : undefined;
}

function split(text: string, from: number, ends: string): readonly Stretch[] {
  const depths = bracketDepths(text);
  const out: Stretch[] = [];
  let start = from;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    if (piece.trim() !== '') out.push({ text: piece, start, end });
    start = end;
  };
  for (let i = from; i < text.length; i++) {
    const char = text[i] as string;
    if (!ends.includes(char) || (depths[i] ?? 0) > 0) continue;
    if ((char === ',' || char === '，' || char === ':') && isInsideNumber(text, i)) continue;
    push(i + 1);
  }
  push(text.length);
  return out;
}

/** A comma between a digit and exactly three digits separates thousands: 1,234.56 and 1，234.56. */
const isInsideNumber = (text: string, at: number): boolean =>
  /\d/u.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5));
