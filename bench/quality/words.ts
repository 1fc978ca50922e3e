/**
 * The words of a generated report. What a fault may change is a slot: a number, a unit, a direction word, that
 * knows its part in the sentence (share, total, difference …), so that one fault works on every wording.
 */
import type { Decimal } from '../../src/numbers/decimal.ts';

/** What a slot is in its sentence. One slot may be several things: the total of a sum and the base of a share. */
export type Role =
  | 'share'
  | 'sum-total'
  | 'sum-part'
  | 'change-difference'
  | 'change-rate'
  | 'direction'
  | 'comparison'
  | 'completion'
  | 'told-twice'
  | 'satisfaction'
  | 'product'
  | 'table-total'
  | 'table-change'
  | 'as-of-year'
  | 'section-year'
  | 'score-year'
  | 'calendar-date'
  | 'own-unit'
  | 'growth'
  | 'zero-completion'
  | 'evaluation-date'
  | 'result';

/** A replaceable piece of a sentence. */
export interface Slot {
  readonly roles: readonly Role[];
  text: string;
  /** The figure as a plain number in its printed unit; absent for words. */
  readonly value?: Decimal;
  /** Prints another value in the same style. */
  readonly print?: (value: Decimal) => string;
  /** The word that says the opposite. */
  readonly opposite?: string;
  /** Slots of one quantity, told at several places, share this name. */
  readonly quantity?: string;
}

export type Words = readonly (string | Slot)[];

/** Pieces of a sentence put together; nested sentences are spliced in. */
export function say(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Slot | Words)[]
): Words {
  const words: (string | Slot)[] = [];
  strings.forEach((text, index) => {
    if (text !== '') words.push(text);
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === 'number') words.push(String(value));
    else if (typeof value === 'string') words.push(value);
    else if (isSlot(value)) words.push(value);
    else words.push(...value);
  });
  return words;
}

/** Sentences or parts joined by a separator. */
export function join(parts: readonly Words[], separator: string): Words {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [separator, ...part]));
}

export const isSlot = (value: string | number | Slot | Words): value is Slot =>
  typeof value === 'object' && 'roles' in value;

export const textOf = (words: Words): string =>
  words.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** A word that may be turned into its opposite or another word. */
export const word = (role: Role, text: string, opposite?: string, quantity?: string): Slot => ({
  roles: [role],
  text,
  ...(opposite === undefined ? {} : { opposite }),
  ...(quantity === undefined ? {} : { quantity }),
});
