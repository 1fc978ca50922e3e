/** Text as printed, with the breaks and invisible characters closed that the layout put inside words and numbers. */

/** Characters that print nothing: zero-width spaces and joiners, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/g;
/** Controls: terminal escapes and what report systems leave behind. Tab and line feed are layout. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;
/** Overrides that turn the reading direction: 得分 69 is shown as 96. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Overrides proper: marks that only state a direction change no digits. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/;
/** Spaces narrower than a blank group thousands: 1 400. */
const GROUPING = /(?<=[0-9０-９])[\u00a0\u2007\u2009\u202f](?=[0-9０-９]{3}(?![0-9０-９]))/g;
const ODD_SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g;

/** Any character that `clean` may touch: most texts have none and are taken as they are. */
const ODD = /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u2000-\u2011\u202a-\u202f\u205f-\u2069\ufeff]/;

/** What `clean` took out besides layout. */
export interface Cleaned {
  readonly text: string;
  /** Characters that turn the reading direction stood in the text. */
  readonly turned: boolean;
  /** Control characters stood in the text. */
  readonly controls: boolean;
}

/** Takes invisible characters out and puts plain blanks for odd spaces. Linear in the length. */
export function clean(raw: string): Cleaned {
  if (!ODD.test(raw)) return { text: raw, turned: false, controls: false };
  const turned = OVERRIDES.test(raw);
  const withoutControls = raw.replace(CONTROLS, '');
  return {
    text: withoutControls
      .replace(DIRECTIONS, '')
      .replace(INVISIBLE, '')
      .replace(/\u2011/g, '-')
      .replace(GROUPING, '')
      .replace(ODD_SPACES, ' '),
    turned,
    controls: withoutControls.length !== raw.length,
  };
}

const DIGIT = /[0-9０-９]/;
const POINT = /[.．,，]/;
const ENDS_CLAUSE = /[。；;！!？?：:…）)】》”]/;
const CONTINUES = /[，,、（(“《—\-/]/;
const PERCENT = /[%％]/;
/** Signs that belong to what stands before them. */
const CLOSES = /[，,、。；;：:）)》”%％]/;
const LATIN = /[A-Za-z]/;
const BEGINS_ITEM =
  /^(?:[①-⑳]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、．.)）](?![0-9])|[□☑☐☒√■●◆·•*])/;
/** A label at the beginning of a line: 评价机构：. */
const LABEL = /^[^\s，。；、：:]{2,12}[：:]/;
const NUMBER_LINE = /^[\s\-+−0-9０-９.．,，%％]+$/;

/**
 * The lines of a paragraph that soft breaks (w:br) made, put together: inside numbers and words the break is closed,
 * between clauses and list items it stays a line feed. In a cell, where a break more often parts entries than wraps
 * a sentence, it also stays between words.
 */
export function joinLines(raw: string, inCell = false): string {
  const lines = raw.split('\n').map(joinTabs);
  let out = '';
  let previous = '';
  for (const line of lines) {
    if (line.trim() === '') continue;
    if (out !== '') out = out.trimEnd() + between(previous, line, inCell);
    const added = out === '' ? line.trim() : line.trimStart();
    out += added;
    previous = line;
  }
  return out.trim();
}

/** What stands between two lines: nothing, a blank or a line feed. */
function between(before: string, after: string, inCell: boolean): '' | ' ' | '\n' {
  const left = before.trimEnd();
  const right = after.trimStart();
  const last = left.at(-1) ?? '';
  const first = right[0] ?? '';
  const secondLast = left.at(-2) ?? '';
  if (BEGINS_ITEM.test(right) || LABEL.test(right)) return '\n';
  if (POINT.test(last) && DIGIT.test(secondLast) && DIGIT.test(first)) return '';
  if (DIGIT.test(last) && DIGIT.test(first))
    return NUMBER_LINE.test(left) && NUMBER_LINE.test(right) ? '\n' : '';
  if (DIGIT.test(last) && /[.．%％]/.test(first)) return '';
  if (ENDS_CLAUSE.test(last)) return '\n';
  if (CONTINUES.test(last)) return '';
  if (PERCENT.test(last) && DIGIT.test(first)) return '\n';
  if (DIGIT.test(last) || CLOSES.test(first)) return '';
  if (LATIN.test(last) && LATIN.test(first)) return ' ';
  return inCell ? '\n' : '';
}

/** A tab inside a number (752.⇥48) is closed; any other stands for a blank. */
function joinTabs(line: string): string {
  if (!line.includes('\t')) return line;
  return line
    .replace(/(?<=[0-9０-９][.．])\t+(?=[0-9０-９])|(?<=[0-9０-９])\t+(?=[.．][0-9０-９])/g, '')
    .replace(/\t+/g, ' ');
}
