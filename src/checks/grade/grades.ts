import type { Decimal } from '../../numbers/decimal.js';
import { digits } from '../../numbers/decimal.js';
import type { Interval } from '../../numbers/interval.js';
import type { GradeBand } from '../../report/model.js';

/** The band that a score falls in; null when it lies below the lowest. */
export const bandOf = (score: Decimal, scale: readonly GradeBand[]): GradeBand | null =>
  scale.find((b) => b.low.lte(score) && (b.high === null || b.high.gt(score))) ?? null;

/** Every grade that a score of the interval may earn, best first. */
export const gradesWithin = ({ low, high }: Interval, scale: readonly GradeBand[]): string[] =>
  scale.filter((b) => b.low.lte(high) && (b.high === null || b.high.gt(low))).map((b) => b.grade);

/** 90分及以上, 80分至不满90分, 不满60分. */
export function bandWords({ low, high }: GradeBand): string {
  if (high === null) return `${digits(low)}分及以上`;
  return low.isZero() ? `不满${digits(high)}分` : `${digits(low)}分至不满${digits(high)}分`;
}
