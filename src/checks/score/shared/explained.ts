import { fold } from '../../../language/fold.js';
import { Decimal } from '../../../numbers/decimal.js';
import type { Indicator, Mention, ScoringTable } from '../../../report/model.js';
import { resultText, targetText } from '../../../report/targets/row-texts.js';
import type { ItemVerdict } from '../../../rescoring/model.js';
import { shareOfTarget, shareWithoutExcess, soleFigure } from '../../../rescoring/row-values.js';

/** Whether a row's own target and result give its score: 88.6公里 of 90公里 earn 9.84 of 10. */
export function isShareOfTarget(indicator: Indicator): boolean {
  const { weight, claimed } = indicator;
  const planned = soleFigure(targetText(indicator));
  const actual = soleFigure(resultText(indicator));
  if (!weight || !claimed.value || !planned || !actual) return false;
  const shares = [shareOfTarget, shareWithoutExcess].flatMap((of) => of(indicator, planned, actual) ?? []);
  return isPrintOf(
    claimed.value,
    claimed.raw,
    shares.flatMap(({ low, high }) => [low, high, low.plus(high).div(2)]),
    weight,
  );
}

/**
 * Whether the score of an execution row is the rate that the table's own amounts give: 97% of 10 is 9.7. Such a loss
 * speaks for itself where the form has no room for a reason. `told` are figures that may state the rate in words.
 */
export function isExecutionShare(
  indicator: Indicator,
  { execution }: ScoringTable,
  told: readonly Mention[] = [],
): boolean {
  const { weight, claimed, name } = indicator;
  if (!/执行率?|支出进度/u.test(name) || !weight || !claimed.value) return false;
  const printed = execution.flatMap(({ rate, executed, budget }) => [
    ...(rate === null ? [] : [rate.figure.value]),
    ...(executed === null || budget === null || budget.figure.value.isZero()
      ? []
      : [executed.figure.value.div(budget.figure.value)]),
  ]);
  const rates = told.flatMap(({ figure, text }) =>
    figure.unit.kind === 'rate' && /执行率|支出进度/u.test(text) ? [figure.value] : [],
  );
  return isPrintOf(claimed.value, claimed.raw, [...printed, ...rates], weight);
}

/** Forms ask for the reason of an execution below this rate: above it the score speaks for itself. */
const WELL_EXECUTED = '0.9';

/** Whether a row earns the execution rate of its table's amounts, and that rate needs no reason. */
export const isWellExecuted = (indicator: Indicator, table: ScoringTable): boolean =>
  isExecutionShare(indicator, table) &&
  indicator.claimed.value?.gte(indicator.weight?.times(WELL_EXECUTED) ?? 0) === true;

/** Whether the rule and the report's own figures were found to give the score. */
export const isBorneOut = (indicator: Indicator, verdicts: readonly ItemVerdict[]): boolean =>
  verdicts.some(
    (verdict) => verdict.indicator === indicator && verdict.status === 'confirmed' && verdict.value !== null,
  );

/** Whether a score is a share of the weight, rounded or cut off at the decimals it is printed with; whole marks are too coarse. */
function isPrintOf(claimed: Decimal, raw: string, shares: readonly Decimal[], weight: Decimal): boolean {
  const places = /\.(\d{1,4})/u.exec(fold(raw))?.[1]?.length ?? 0;
  return shares.some((share) => {
    const exact = share.times(weight);
    if (exact.eq(claimed)) return true;
    return (
      places > 0 &&
      [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN].some((mode) =>
        exact.toDecimalPlaces(places, mode).eq(claimed),
      )
    );
  });
}
