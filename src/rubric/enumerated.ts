/** A text with numbered items: what stands before the first, and the items without their numbers. */
export interface Enumerated {
  readonly preamble: string;
  readonly items: readonly string[];
}

const PLAIN_NUMBER = /(?<=^|[;。\n:]|分\))\d{1,2}(?:[、.)](?!\d)|\.(?=[^\d]))/gu;

/** Notations of item numbers, tried in this order. All but circled digits count only at the start of a statement. */
const NOTATIONS: readonly { readonly mark: RegExp; readonly least: number }[] = [
  { mark: /[①-⑳]/gu, least: 1 },
  { mark: /(?<=^|[;。\n:,])\(\d{1,2}\)[、.]?/gu, least: 2 },
  { mark: PLAIN_NUMBER, least: 2 },
  { mark: /(?<=^|[;。\n:])[A-Fa-f][、.:)]/gu, least: 2 },
  { mark: /(?<=^|[;。\n:])\([一二三四五六七八九十]{1,2}\)/gu, least: 2 },
  { mark: /(?<=^|[;。\n:])[一二三四五六七八九十]是:?/gu, least: 2 },
  { mark: /(?<=^|[;。\n:])[一二三四五六七八九十]{1,2}、/gu, least: 2 },
];

/**
 * 1.执行率≥90%，得10分；2.80%≤执行率＜90%…, 2、95%＞执行率…: a sign between two digits counts as that of a number of the list
 * only where the numbers run 1, 2, 3 through the statements and at least one of them cannot be a decimal.
 */
function decimalLike(text: string): RegExpExecArray[] {
  const found = [...text.matchAll(/(?<=^|[;。\n:])\d{1,2}[.、](?=[\d≥≤<>=]|\p{Script=Han})/gu)];
  const consecutive = found.every(([mark], i) => mark.slice(0, -1) === `${i + 1}`);
  const certain = found.some(
    ([mark], i) => mark.endsWith('、') || !/\d/u.test(text[(found[i]?.index ?? 0) + mark.length] ?? ''),
  );
  return consecutive && certain && found.length > 1 ? found : [];
}

/** The numbered items of a normalised rule text; null when it has none. */
export function itemsOf(text: string): Enumerated | null {
  for (const { mark, least } of NOTATIONS) {
    const plain = [...text.matchAll(mark)];
    const mixed = mark === PLAIN_NUMBER ? decimalLike(text) : [];
    const found = mixed.length > plain.length ? mixed : plain;
    if (found.length < least || found.length === 0) continue;
    const items = found.map((match, i) =>
      trim(text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length)),
    );
    // 符合①②③得3分 refers to items instead of listing them.
    if (items.some((item) => item === '')) return null;
    return { preamble: trim(text.slice(0, found[0]?.index ?? 0)), items };
  }
  return null;
}

const trim = (text: string): string =>
  text.replace(/^[\s、.,;。]{1,10}/u, '').replace(/[\s、,;。]{1,10}$/u, '');
