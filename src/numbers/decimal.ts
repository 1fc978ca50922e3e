import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact decimal arithmetic for every figure. No amount, rate or score is ever a floating-point number.
 * Forty digits hold every quotient that a report can state with thirty to spare.
 */
export const Decimal = DecimalJs.clone({ precision: 40, toExpNeg: -30, toExpPos: 30 });
export type Decimal = DecimalJs;

/** A decimal from its printed digits, e.g. dec('752.48'). */
export const dec = (digits: string | number): Decimal => new Decimal(digits);

/** Plain decimal digits, never an exponent: what JSON and messages print. */
export const digits = (value: Decimal): string => value.toFixed();
