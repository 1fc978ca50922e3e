import type { Figure } from '../../numbers/figure.js';
import type { Computed } from '../../numbers/judge.js';
import { judge } from '../../numbers/judge.js';
import {
  changeRateFromDifference,
  changeRateOf,
  changeRateOverPrevious,
  differenceOf,
  quotientOf,
  sumOf,
} from '../../numbers/relations.js';
import type { ChangeStatement, RatioStatement, ShareStatement, SumStatement } from '../model.js';

/**
 * Whether a reading of a sentence is borne out by its figures. Where grammar leaves two bases open, the one that
 * fits is the one that was meant; readings that fit are never used to find fault.
 */
export const agrees = (stated: Figure, computed: Computed | null): boolean => {
  if (computed === null) return false;
  const verdict = judge({ ...stated, value: stated.value.abs() }, computed);
  return verdict === 'exact' || verdict === 'within-rounding' || verdict === 'truncated';
};

export const sumFits = (s: SumStatement): boolean =>
  agrees(s.total.figure, sumOf(s.parts.map((part) => part.figure)));

export const shareFits = (s: ShareStatement): boolean =>
  agrees(s.rate.figure, quotientOf(s.part.figure, s.whole.figure));

export const ratioFits = (s: RatioStatement): boolean =>
  agrees(s.rate.figure, quotientOf(s.numerator.figure, s.denominator.figure)) ||
  (s.numerator.figure.value.isZero() && s.rate.figure.value.isZero());

/** Every pair of members that can be compared agrees. False when nothing can be compared. */
export function changeFits(s: ChangeStatement): boolean {
  const results: boolean[] = [];
  const { current, previous, difference, rate, direction } = s;
  if (current && previous && difference)
    results.push(agrees(difference.figure, differenceOf(current.figure, previous.figure)));
  if (current && previous && rate) {
    const computed = changeRateOf(current.figure, previous.figure);
    if (computed !== null) results.push(agrees(rate.figure, computed));
  }
  if (current && previous) {
    const up = current.figure.value.gt(previous.figure.value);
    const down = current.figure.value.lt(previous.figure.value);
    if (direction !== 'flat' && (direction === 'up' ? down : up)) results.push(false);
  }
  if (!previous && current && difference && rate && direction !== 'flat')
    results.push(agrees(rate.figure, changeRateFromDifference(current.figure, difference.figure, direction)));
  if (!current && previous && difference && rate)
    results.push(agrees(rate.figure, changeRateOverPrevious(difference.figure, previous.figure)));
  return results.length > 0 && results.every(Boolean);
}

/**
 * This year, last year and the difference agree, whatever the rate: where no reading fits altogether, the figures that
 * do are those that were meant, and the rate is what is wrong.
 */
export const differenceFits = (s: ChangeStatement): boolean =>
  s.current !== null && s.previous !== null && s.difference !== null && changeFits({ ...s, rate: null });

/** The first reading that fits, else the one that grammar prefers (the first), else null. */
export function preferred<T>(readings: readonly T[], fits: (reading: T) => boolean): T | null {
  return readings.find(fits) ?? readings[0] ?? null;
}
