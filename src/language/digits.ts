/** A run of digits as one printed number. */
export interface Numeral {
  /** First offset after it. */
  readonly end: number;
  /** Digits and point only; '' when the run is no number (1.1.2, a hundred digits). */
  readonly plain: string;
  /** Whether thousands separators stand in it. */
  readonly grouped: boolean;
  /** White space inside: the number was broken over lines or spaced out. */
  readonly spaced: boolean;
}

/** A number of more digits than this is a code or damage. */
const MOST_DIGITS = 20;

/**
 * Reads the number that starts at a digit of a folded text: thousands separators (half or full width) before
 * groups of exactly three digits, one decimal point, white space around the point. One pass.
 */
export function lexNumber(folded: string, from: number): Numeral {
  let at = digitsEnd(folded, from);
  let plain = folded.slice(from, at);
  let grouped = false;
  let spaced = false;
  if (plain.length <= 3) {
    for (;;) {
      const next = groupEnd(folded, at);
      if (next === null) break;
      // 35，120人 is one number, 0，120 is two.
      if (!grouped && plain.startsWith('0')) break;
      plain += folded.slice(next - 3, next);
      at = next;
      grouped = true;
    }
  }
  const decimals = fractionStart(folded, at);
  if (decimals !== null) {
    const end = digitsEnd(folded, decimals);
    const gap = decimals - at > 1;
    if (!gap || /^\s{0,2}(?:[十百千万亿]{0,2}\s?元|%|个百分点)/u.test(folded.slice(end, end + 6))) {
      plain += `.${folded.slice(decimals, end)}`;
      at = end;
      spaced = gap;
    }
  }
  // 1.1.2 and longer chains are list or version numbers: taken whole, so that they are read once.
  if (folded[at] === '.' && isDigit(folded[at + 1])) {
    while (folded[at] === '.' && isDigit(folded[at + 1])) at = digitsEnd(folded, at + 1);
    return { end: at, plain: '', grouped, spaced };
  }
  return { end: at, plain: plain.length > MOST_DIGITS ? '' : plain, grouped, spaced };
}

/** Whether a character is a half-width digit (a folded text has no others). */
export const isDigit = (char: string | undefined): boolean =>
  char !== undefined && char >= '0' && char <= '9';

function digitsEnd(folded: string, from: number): number {
  let at = from;
  while (isDigit(folded[at])) at++;
  return at;
}

/** The end of `,123` at an offset when exactly three digits follow, else null. */
function groupEnd(folded: string, at: number): number | null {
  let start = at;
  if (folded[start] === ',' || folded[start] === '，' || folded[start] === "'") start++;
  else return null;
  if (folded[start] === ' ') start++;
  const end = start + 3;
  for (let i = start; i < end; i++) if (!isDigit(folded[i])) return null;
  return isDigit(folded[end]) ? null : end;
}

/** The first decimal after a point at an offset, white space allowed around it; null when there is none. */
function fractionStart(folded: string, at: number): number | null {
  let i = at;
  while (i < at + 2 && /\s/u.test(folded[i] ?? '')) i++;
  if (folded[i] !== '.') return null;
  i++;
  const point = i;
  while (i < point + 2 && /\s/u.test(folded[i] ?? '')) i++;
  return isDigit(folded[i]) ? i : null;
}
