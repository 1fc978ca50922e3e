import type { Decimal } from '../numbers/decimal.js';
import type { Indicator } from '../report/model.js';

/** The score that the row claims for itself; null where several rows share one merged score. */
export const claimOf = ({ claimed, scoreShare }: Indicator): Decimal | null =>
  scoreShare && scoreShare.indicators.length > 1 ? null : claimed.value;

/** The 分值 of a row; where several rows share one, equal parts are what a full mark can be. */
export function fullMark(indicator: Indicator): Decimal | null {
  if (indicator.weight) return indicator.weight;
  const { weightShare } = indicator;
  return weightShare?.value ? weightShare.value.div(weightShare.indicators.length) : null;
}
