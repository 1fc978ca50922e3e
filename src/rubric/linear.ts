import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import type { Linear } from './expression.js';
import type { Expression } from './formula/model.js';
import { printExpression } from './formula/model.js';

/** Names by which a score formula calls the full mark. */
const WEIGHT_NAMES =
  /^(?:(?:该|本|此|各)?(?:项|指标|项指标)?(?:的)?(?:分值|满分|满分值|权重|权重分|权重分值|标准分|标准分值|指标分值|总分|分数|基本分|基础分|赋分|设定分值|规定分值|应得分|权数|指标权重|标准分数))$/u;

/** 按执行率×分值计分: the verb stays with the name. */
const isWeight = (name: string): boolean =>
  WEIGHT_NAMES.test(name.replace(/(?:计算得分|计算|计分|记分|得分|计得|给分|打分|赋分|计|记)$/u, ''));

/** A proportion read from a score formula: the score over the quantity that the formula speaks of. */
export interface Proportion {
  readonly linear: Linear;
  /** The quantity as printed: 执行率, or a ratio of two names. */
  readonly quantity: string;
}

interface Form {
  readonly constant: Decimal;
  readonly factor: Decimal;
  readonly center: Decimal | null;
  readonly quantity: string | null;
}

/** The score formula as constant + factor × quantity; null when it is not of that form or the full mark is not known. */
export function proportionOf(expression: Expression, full: Decimal | null): Proportion | null {
  const form = formOf(expression, full);
  if (form === null || form.quantity === null || form.factor.isZero()) return null;
  // 得分=A/B without ×分值 leaves the full mark out: a ratio of 1 then stands for all of it.
  const ratioOnly = !mentionsScale(expression) && form.constant.isZero() && form.factor.eq(1);
  if (ratioOnly && full === null) return null;
  const scale = ratioOnly && full !== null ? full : dec(1);
  return {
    linear: { constant: form.constant.times(scale), factor: form.factor.times(scale), center: form.center },
    quantity: form.quantity,
  };
}

function mentionsScale(node: Expression): boolean {
  if (node.kind === 'number') return true;
  if (node.kind === 'term') return isWeight(node.name);
  if (node.kind === 'absolute') return mentionsScale(node.of);
  return mentionsScale(node.left) || mentionsScale(node.right);
}

function formOf(node: Expression, full: Decimal | null): Form | null {
  if (node.kind === 'number') return constant(node.value);
  if (node.kind === 'term') {
    if (!isWeight(node.name)) return atom(node);
    return full === null ? null : constant(full);
  }
  if (node.kind === 'absolute') return absoluteForm(node.of, full);
  const left = formOf(node.left, full);
  const right = formOf(node.right, full);
  if (left === null || right === null)
    return node.operator === '÷' && !mentionsWeight(node) ? atom(node) : null;
  switch (node.operator) {
    case '+':
      return sum(left, right, dec(1)) ?? null;
    case '-':
      return sum(left, right, dec(-1)) ?? null;
    case '×':
      if (right.quantity === null) return scaled(left, right.constant);
      return left.quantity === null ? scaled(right, left.constant) : null;
    case '÷':
      if (right.quantity !== null)
        return mentionsWeight(node.right) ? null : quotient(node.left, node.right, full);
      return right.constant.isZero() ? null : scaled(left, dec(1).div(right.constant));
  }
}

/** A/B where both name quantities; a plain factor in front of A (10×a/b) stays a factor. */
function quotient(left: Expression, right: Expression, full: Decimal | null): Form | null {
  if (left.kind === 'operation' && left.operator === '×') {
    const a = formOf(left.left, full);
    if (a !== null && a.quantity === null) {
      const rest = quotient(left.right, right, full);
      return rest === null ? null : scaled(rest, a.constant);
    }
  }
  return atom({ kind: 'operation', operator: '÷', left, right });
}

/** Whether the formula speaks of the full mark. */
export function mentionsWeight(node: Expression): boolean {
  if (node.kind === 'term') return isWeight(node.name);
  if (node.kind === 'number') return false;
  if (node.kind === 'absolute') return mentionsWeight(node.of);
  return mentionsWeight(node.left) || mentionsWeight(node.right);
}

/** |x − c|: a distance from c. */
function absoluteForm(of: Expression, full: Decimal | null): Form | null {
  const inner = formOf(of, full);
  if (inner === null || inner.quantity === null || inner.center !== null || !inner.factor.abs().eq(1))
    return null;
  return {
    constant: dec(0),
    factor: dec(1),
    center: inner.constant.div(inner.factor).neg(),
    quantity: inner.quantity,
  };
}

const constant = (value: Decimal): Form => ({
  constant: value,
  factor: dec(0),
  center: null,
  quantity: null,
});
const atom = (node: Expression): Form => ({
  constant: dec(0),
  factor: dec(1),
  center: null,
  quantity: printExpression(node).replaceAll(' ', '').replaceAll('÷', '/'),
});
const scaled = (form: Form, by: Decimal): Form => ({
  ...form,
  constant: form.constant.times(by),
  factor: form.factor.times(by),
});

function sum(left: Form, right: Form, sign: Decimal): Form | null {
  const other = scaled(right, sign);
  if (left.quantity === null) return { ...other, constant: other.constant.plus(left.constant) };
  if (right.quantity === null) return { ...left, constant: left.constant.plus(other.constant) };
  if (left.quantity !== right.quantity || left.center !== null || right.center !== null) return null;
  return { ...left, constant: left.constant.plus(other.constant), factor: left.factor.plus(other.factor) };
}
