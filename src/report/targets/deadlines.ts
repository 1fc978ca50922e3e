import { type FoundDate, scanDates } from '../../language/dates.js';
import { squeeze } from '../../language/fold.js';

/** Cells longer than this tell more than a date. */
const LONGEST = 24;
/** A start, or a date before which nothing should be done. */
const NOT_DUE = /[后起]|不早于|开始|以来|启动|开工/u;

/** The one date of a cell that is about that date and nothing else; null for any other. */
function soleDate(text: string): FoundDate | null {
  const words = squeeze(text);
  if (words.length > LONGEST || NOT_DUE.test(words)) return null;
  const [date, ...more] = scanDates(text);
  if (date === undefined || more.length > 0 || date.year === null || !date.valid) return null;
  return date.kind === 'year' || date.kind === 'month' || date.kind === 'date' ? date : null;
}

const MONTHS = 12;
const DAYS = 31;

/** Days in order, though not evenly spaced. */
const dayNumber = (year: number, month: number, day: number): number => (year * MONTHS + month) * DAYS + day;

/**
 * Whether a result's date is later than its target's: 2024年1月 for 2023年12月底前. Of both everything that the words may
 * mean: 12月前 may end with December, 2024年1月 may be its first day. Null when either is no single date.
 */
export function isLate(target: string, result: string): boolean | null {
  const [due, done] = [soleDate(target), soleDate(result)];
  if (due?.year == null || done?.year == null) return null;
  const latest = dayNumber(due.year, due.month ?? MONTHS, due.day ?? DAYS);
  const earliest = dayNumber(done.year, done.month ?? 1, done.day ?? 1);
  return earliest > latest;
}
