import { type Decimal, digits } from '../numbers/decimal.js';
import type { Interval } from '../numbers/interval.js';
import type { Admissible } from './model.js';

/** Scores are printed with two decimals at most. */
const PLACES = 2;

/** What an item may get, in words: 3, 2或1.5, 8或8.5（按比例8.45）, 8.2至8.5. */
export function spelled({ scores, range, proRata = [] }: Admissible): string {
  if (scores === null) return stretch(range);
  const listed = scores.map(digits).join('或');
  const shares = joined(proRata)
    .map(stretch)
    .filter((text) => !scores.map(digits).includes(text));
  return shares.length === 0 ? listed : `${listed}（按比例${shares.join('或')}）`;
}

/** Ranges that touch told as one: 2.98至3 and 2.98 are 2.98至3. */
function joined(ranges: readonly Interval[]): readonly Interval[] {
  const out: Interval[] = [];
  for (const range of [...ranges].sort((a, b) => a.low.comparedTo(b.low))) {
    const last = out.at(-1);
    if (last && (range.low.lte(last.high) || shown(range.low) === shown(last.high)))
      out[out.length - 1] = { low: last.low, high: range.high.gt(last.high) ? range.high : last.high };
    else out.push(range);
  }
  return out;
}

/** The ends of a range of scores, as one number when they print alike. */
function stretch({ low, high }: Interval): string {
  const [from, to] = [shown(low), shown(high)];
  return from === to ? from : `${from}至${to}`;
}

const shown = (value: Decimal): string => digits(value.toDecimalPlaces(PLACES));
