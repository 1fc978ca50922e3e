import type { Award, Marks } from '../award.js';
import type { Condition } from '../condition.js';
import type { Cursor } from '../cursor.js';
import { lexicon } from '../cursor.js';
import type { StartedStep } from '../expression.js';
import type { Expression } from '../formula/model.js';
import type { Quantity } from '../quantity.js';
import type { Direction } from '../words.js';

/** One statement of a rule's sentence, before the statements are put together. */
export type Clause =
  | { readonly kind: 'band'; readonly condition: Condition; readonly award: Award }
  | StepClause
  | { readonly kind: 'otherwise'; readonly award: Award }
  | { readonly kind: 'floor'; readonly score: Marks }
  | { readonly kind: 'cap'; readonly score: Marks | null }
  | { readonly kind: 'most-lost'; readonly marks: Marks }
  | { readonly kind: 'declared'; readonly full: Marks }
  | { readonly kind: 'standard'; readonly quantity: Quantity }
  /** `where` is the condition printed in front: 60%（含）以上的，得分=…; null when there is none. */
  | { readonly kind: 'formula'; readonly expression: Expression; readonly where: Condition | null }
  | { readonly kind: 'proportional'; readonly condition: Condition | null; readonly deducting: boolean }
  /** `of` is the size that 不足5%的 names, null where the words speak of a step. */
  | { readonly kind: 'started-step'; readonly reading: StartedStep; readonly of: Quantity | null }
  | { readonly kind: 'quantity-formula'; readonly text: string }
  | { readonly kind: 'outcome'; readonly text: string; readonly award: Award }
  | { readonly kind: 'deduction'; readonly text: string; readonly marks: Marks }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'prose'; readonly text: string };

/** 每降低5%扣1分, with the words that lead to it. */
export interface StepClause {
  readonly kind: 'steps';
  /** Where the steps start when the clause says so: 低于90%的，每… */
  readonly condition: Condition | null;
  readonly lead: Direction | null;
  readonly direction: Direction | null;
  readonly size: Quantity;
  readonly marks: Marks;
  readonly adding: boolean;
  /** Whether it is measured against the plan or target: 与计划每相差3%. */
  readonly reference: boolean;
  /** The full mark's place when the step itself names it: 每低于90%一个百分点. */
  readonly standard: Quantity | null;
  readonly text: string;
}

/** Signs that end a statement. */
export const HARD = new Set(';。\n!！'.split(''));
/** Signs that may stand inside one. */
const SOFT = new Set(',、'.split(''));
/** Whether a word ends before the sign. */
export const isStop = (char: string): boolean => HARD.has(char) || SOFT.has(char) || char === '';
/** Signs passed over between statements. */
export const SEPARATORS = lexicon([...HARD, ...SOFT, ':', '.', ')']);

/** Whether the clause that was just read ends where a clause may end. */
export function ended(cursor: Cursor): boolean {
  cursor.skip(TAIL_PARTICLES);
  return isStop(cursor.peek()) || ').:'.includes(cursor.peek());
}
const TAIL_PARTICLES = lexicon('的 者 了 计算 计 为止'.split(' '));
