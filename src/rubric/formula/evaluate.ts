import type { Decimal } from '../../numbers/decimal.js';
import type { Interval } from '../../numbers/interval.js';
import { absolute, add, divide, hull, multiply, point, subtract } from '../../numbers/interval.js';
import type { Computed } from '../../numbers/judge.js';
import type { Expression, Formula } from './model.js';
import { printExpression, terms } from './model.js';

/** A term's value, with the words it is shown by in the trace (752.48万元, 34+11); plain digits without them. */
export interface Operand extends Computed {
  readonly shown?: string;
}

/** What came of a formula. `value` is null when a figure is missing or the divisor may be zero. */
export interface Evaluation {
  readonly value: Computed | null;
  /** Terms without a figure, as printed. */
  readonly missing: readonly string[];
  /** 在职人员控制率 = 43 ÷ (34 + 11) = 95.56%; the names in place of figures that are missing. */
  readonly trace: string;
}

/** Corners are tried up to this many rounded operands; beyond, interval arithmetic alone bounds the result. */
const CORNER_LIMIT = 8;

/** Computes a formula from the figures that `lookup` finds for its terms. */
export function evaluate(formula: Formula, lookup: (term: string) => Operand | null): Evaluation {
  const operands = new Map<string, Operand>();
  const missing: string[] = [];
  for (const name of terms(formula)) {
    const found = lookup(name);
    if (found === null) missing.push(name);
    else operands.set(name, found);
  }
  const shown = printExpression(formula.expression, (leaf) => leafText(leaf, operands));
  const head = `${formula.name} = ${shown}`;
  if (missing.length > 0) return { value: null, missing, trace: `${head}（缺${missing.join('、')}）` };
  const at = compute(formula.expression, (name) => operands.get(name)?.point ?? null);
  const bounds = enclose(formula.expression, operands);
  if (at === null || bounds === null)
    return { value: null, missing, trace: `${head}（除数可能为零，无法计算）` };
  const range = corners(formula.expression, operands) ?? bounds;
  const value = { point: at, range: hull([at, range.low, range.high]) };
  return { value, missing, trace: `${head} = ${result(at, formula.rate)}` };
}

function leafText(leaf: Expression, operands: ReadonlyMap<string, Operand>): string {
  if (leaf.kind === 'number') return leaf.value.toFixed();
  if (leaf.kind !== 'term') return '';
  const operand = operands.get(leaf.name);
  if (operand === undefined) return leaf.name;
  const text = operand.shown ?? operand.point.toDecimalPlaces(6).toFixed();
  return /^-|[+\-×÷](?=.)/u.test(text) && !/^\(.*\)$/u.test(text) ? `(${text})` : text;
}

const result = (value: Decimal, rate: boolean): string =>
  rate ? `${value.times(100).toDecimalPlaces(2).toFixed()}%` : value.toDecimalPlaces(4).toFixed();

function compute(node: Expression, value: (name: string) => Decimal | null): Decimal | null {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'term') return value(node.name);
  if (node.kind === 'absolute') return compute(node.of, value)?.abs() ?? null;
  const left = compute(node.left, value);
  const right = compute(node.right, value);
  if (left === null || right === null) return null;
  switch (node.operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '×':
      return left.times(right);
    case '÷':
      return right.isZero() ? null : left.div(right);
  }
}

/** Interval arithmetic, node by node: also finds out whether a divisor may be zero. */
function enclose(node: Expression, operands: ReadonlyMap<string, Operand>): Interval | null {
  if (node.kind === 'number') return point(node.value);
  if (node.kind === 'term') return operands.get(node.name)?.range ?? null;
  if (node.kind === 'absolute') {
    const of = enclose(node.of, operands);
    return of === null ? null : absolute(of);
  }
  const left = enclose(node.left, operands);
  const right = enclose(node.right, operands);
  if (left === null || right === null) return null;
  switch (node.operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '×':
      return multiply(left, right);
    case '÷':
      return divide(left, right);
  }
}

/**
 * The range over all corners of the rounded operands. A term that stands twice, as in (a−b)/b, then moves as one,
 * which node-by-node intervals cannot know. Null with absolute values or too many operands.
 */
function corners(node: Expression, operands: ReadonlyMap<string, Operand>): Interval | null {
  const wide = [...operands].filter(([, { range }]) => !range.low.eq(range.high));
  if (wide.length > CORNER_LIMIT || hasAbsolute(node)) return null;
  const values: Decimal[] = [];
  for (let mask = 0; mask < 2 ** wide.length; mask++) {
    const chosen = new Map(
      wide.map(([name, { range }], i) => [name, (mask >> i) % 2 === 0 ? range.low : range.high]),
    );
    const value = compute(node, (name) => chosen.get(name) ?? operands.get(name)?.point ?? null);
    if (value === null) return null;
    values.push(value);
  }
  return hull(values);
}

function hasAbsolute(node: Expression): boolean {
  if (node.kind === 'absolute') return true;
  return node.kind === 'operation' && (hasAbsolute(node.left) || hasAbsolute(node.right));
}
