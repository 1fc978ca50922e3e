import type { Locator } from '../../../documents/model.js';
import type { Indicator, Quote } from '../../../report/model.js';

/** Whether a claimed score stays within its weight; when not, score/above-weight says so already. */
export function isWithinWeight(indicator: Indicator): boolean {
  const { value } = indicator.claimed;
  const weight = indicator.weight ?? indicator.weightShare?.value ?? null;
  return value !== null && !value.isNegative() && (weight === null || value.lte(weight));
}

/** The scoring rule as printed, for quotes: in the indicator's row, not in its name's column. */
export const ruleText = (indicator: Indicator): Quote[] =>
  indicator.criterion.trim() === '' ? [] : [{ text: indicator.criterion.trim(), where: rowOf(indicator) }];

/** The row of an indicator, without its column. */
export const rowOf = ({ where }: Indicator): Locator => ({ ...where, column: null });

export { spelled } from '../../../rescoring/spelled.js';

/** Whether two names speak of the same indicator: one holds the other once quotes and spaces are dropped. */
export function sameSubject(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  return x.length >= 3 && y.length >= 3 && (x.includes(y) || y.includes(x));
}

/** Words without quotes and white space. */
export const plain = (text: string): string => text.replace(/[\s“”"「」‘’']/gu, '');
