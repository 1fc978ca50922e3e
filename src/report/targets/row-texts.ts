import { fold, squeeze } from '../../language/fold.js';
import type { Indicator } from '../model.js';

/** What 指标性质 and 指标方向 say in signs and words. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['≥', /^(?:[≥≧]|>=|=>|大于等于|大于或等于|不低于|不少于|不小于|正向|正向指标)$/u],
  ['≤', /^(?:[≤≦]|<=|=<|小于等于|小于或等于|不高于|不超过|不大于|不多于|反向|反向指标|逆向|逆向指标)$/u],
  ['>', /^(?:>|大于|高于)$/u],
  ['<', /^(?:<|小于|低于)$/u],
];

/** A number that has no unit of its own yet. */
const BARE = /^[≥≤><=≧≦]*\s*[\d.,]+$/u;

/** The target of a row with its sign and unit, also where these stand in columns of their own: ≥ | 85 | %. */
export function targetText(indicator: Indicator): string {
  const told = withUnit(indicator.target, indicator);
  const sign = SIGNS.find(([, words]) => words.test(squeeze(fold(indicator.sign))))?.[0];
  return sign === undefined || !/^\d/u.test(fold(told).trim()) ? told : `${sign}${told.trim()}`;
}

/** The result of a row with the unit that a column of its own gives. */
export const resultText = (indicator: Indicator): string => withUnit(indicator.result, indicator);

const withUnit = (text: string, { unit }: Indicator): string =>
  BARE.test(fold(text).trim()) && /^[\p{Script=Han}%‰㎡/]{1,6}$/u.test(squeeze(fold(unit)))
    ? `${text.trim()}${unit.trim()}`
    : text;
