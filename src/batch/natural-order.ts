/** The order in which a person lists names: 第2 before 第10, 附件二 before 附件十, Chinese by its reading. */
import { NUMERAL_CHARS, numeral } from '../language/numerals.js';

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
const NUMERALS = new RegExp(`[${NUMERAL_CHARS}]+`, 'g');
/** Longer runs are no numbers and are left as they are. */
const LONGEST_NUMERAL = 10;

const withDigits = (name: string): string =>
  name.replace(NUMERALS, (words) =>
    words.length > LONGEST_NUMERAL ? words : (numeral(words)?.toFixed() ?? words),
  );

/** Compares two names, for sort(). Names that read alike are told apart by their characters. */
export const naturalOrder = (a: string, b: string): number =>
  collator.compare(withDigits(a), withDigits(b)) || (a < b ? -1 : a > b ? 1 : 0);
