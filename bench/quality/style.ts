/** How one report prints its figures: unit of money, decimals, separators, percent signs. */
import { Decimal, dec } from '../../src/numbers/decimal.ts';
import type { Random } from './random.ts';
import type { Role, Slot } from './words.ts';

export interface Style {
  readonly unit: '元' | '万元' | '亿元';
  readonly decimals: number;
  readonly separators: boolean;
  readonly rateDecimals: number;
  /** Print 100.00% where the rate is whole, as software does; hands write 100%. */
  readonly paddedRates: boolean;
  /** Amounts are whole in the printed unit; otherwise they are kept in 元 and rounded when printed. */
  readonly exact: boolean;
}

export const makeStyle = (random: Random): Style => {
  const unit = random.chance(0.85) ? '万元' : random.chance(0.85) ? '元' : '亿元';
  const decimals =
    unit === '元' ? random.pick([2, 2, 0]) : unit === '亿元' ? 4 : random.pick([2, 2, 2, 2, 4, 0, 6]);
  return {
    unit,
    decimals,
    separators: unit === '元' ? random.chance(0.7) : random.chance(0.15),
    rateDecimals: random.pick([2, 2, 2, 1]),
    paddedRates: random.chance(0.3),
    exact: random.chance(0.5),
  };
};

const UNIT_SIZE = { 元: '1', 万元: '10000', 亿元: '100000000' } as const;

/** Makes an amount (in 元) one that the style prints exactly, when the report is an exact one. */
export function settle(yuan: Decimal, style: Style): Decimal {
  if (!style.exact) return yuan.toDecimalPlaces(0);
  const quantum = dec(UNIT_SIZE[style.unit]).div(dec(10).pow(style.decimals));
  return yuan.div(quantum).toDecimalPlaces(0).mul(quantum);
}

const grouped = (text: string): string => {
  const [whole = '', fraction] = text.split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
};

const fixed = (value: Decimal, style: Style): string => {
  const text = value.toDecimalPlaces(style.decimals, Decimal.ROUND_HALF_UP).toFixed(style.decimals);
  return style.separators ? grouped(text) : text;
};

/** An amount in the report's unit, as a slot; `bare` leaves the unit to the header or caption. */
export function money(
  yuan: Decimal,
  style: Style,
  roles: readonly Role[] = [],
  options: { readonly quantity?: string; readonly bare?: boolean } = {},
): Slot {
  const value = yuan.div(UNIT_SIZE[style.unit]).toDecimalPlaces(style.decimals, Decimal.ROUND_HALF_UP);
  const print = (given: Decimal) =>
    given.isZero() && style.decimals !== 4
      ? `0${options.bare ? '' : style.unit}`
      : `${fixed(given, style)}${options.bare ? '' : style.unit}`;
  return {
    roles,
    text: print(value),
    value,
    print,
    ...(options.quantity === undefined ? {} : { quantity: options.quantity }),
  };
}

/** A ratio printed as a percentage. */
export function percent(
  ratio: Decimal,
  style: Style,
  roles: readonly Role[] = [],
  options: { readonly cut?: boolean; readonly decimals?: number; readonly quantity?: string } = {},
): Slot {
  const decimals = options.decimals ?? style.rateDecimals;
  const rounding = options.cut ? Decimal.ROUND_DOWN : Decimal.ROUND_HALF_UP;
  const print = (given: Decimal) => {
    const rounded = given.toDecimalPlaces(decimals, rounding);
    return `${style.paddedRates || !rounded.isInteger() ? rounded.toFixed(decimals) : rounded.toFixed(0)}%`;
  };
  const value = ratio.mul(100).toDecimalPlaces(decimals, rounding);
  return {
    roles,
    text: print(value),
    value,
    print,
    ...(options.quantity === undefined ? {} : { quantity: options.quantity }),
  };
}

/** A count with its unit: 43人. */
export function count(value: number, unit: string, roles: readonly Role[] = [], quantity?: string): Slot {
  return {
    roles,
    text: `${value}${unit}`,
    value: dec(value),
    print: (given) => `${given.toFixed(0)}${unit}`,
    ...(quantity === undefined ? {} : { quantity }),
  };
}

/** A score without needless zeros: 97.5. */
export const scoreText = (score: Decimal): string =>
  score.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();
