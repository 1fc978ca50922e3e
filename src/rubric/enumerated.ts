/** A text with numbered items: what stands before the first, and the items without their numbers. */
export interface Enumerated {
  readonly preamble: string;
  readonly items: readonly string[];
}

/** Notations of item numbers, tried in this order. All but circled digits count only at the start of a statement. */
const NOTATIONS: readonly { readonly mark: RegExp; readonly least: number }[] = [
  { mark: /[①-⑳]/gu, least: 1 },
  { mark: /(?<=^|[;。\n:,])\(\d{1,2}\)[、.]?/gu, least: 2 },
  { mark: /(?<=^|[;。\n:]|分\))\d{1,2}(?:[、.)](?!\d)|\.(?=[^\d]))/gu, least: 2 },
  { mark: /(?<=^|[;。\n:])[A-Fa-f][、.:)]/gu, least: 2 },
  { mark: /(?<=^|[;。\n:])\([一二三四五六七八九十]{1,2}\)/gu, least: 2 },
  { mark: /(?<=^|[;。\n:])[一二三四五六七八九十]是:?/gu, least: 2 },
  { mark: /(?<=^|[;。\n:])[一二三四五六七八九十]{1,2}、/gu, least: 2 },
];

/** The numbered items of a normalised rule text; null when it has none. */
export function itemsOf(text: string): Enumerated | null {
  for (const { mark, least } of NOTATIONS) {
    const found = [...text.matchAll(mark)];
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
