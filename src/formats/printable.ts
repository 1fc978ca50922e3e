/**
 * Characters that would let a report's text act on the terminal, page or mind that shows it: controls, escape
 * sequences, direction overrides, invisible characters. A report file once carried U+202E so that 69 showed as 96.
 */
const UNSAFE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/** Line breaks and tabs are layout, not content; they get a sign of their own. */
const LAYOUT: ReadonlyMap<string, string> = new Map([
  ['\n', ' ⏎ '],
  ['\r', ''],
  ['\t', ' '],
]);

/** The text in one line, with every character that does not show replaced by its code: ⟨U+202E⟩. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const layout = LAYOUT.get(character);
    return layout ?? codeName(character);
  });
}

/** The same, line breaks kept: for outputs whose cells can hold several lines. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map(printable)
    .join('\n');
}

const codeName = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** The text cut to so many characters, its end kept in sight; a quote may be a paragraph of 100 KB. */
export function clip(text: string, limit = 160): string {
  if (text.length <= limit) return text;
  const characters = Array.from(text.slice(0, limit));
  const tail = Array.from(text.slice(-40));
  return `${characters.slice(0, limit - 40).join('')}……${tail.slice(-30).join('')}`;
}
