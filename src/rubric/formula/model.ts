import type { Decimal } from '../../numbers/decimal.js';

/** A formula as a tree. Terms keep their printed names: matching them to facts is the caller's business. */
export type Expression =
  | { readonly kind: 'term'; readonly name: string }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'absolute'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '×' | '÷';
      readonly left: Expression;
      readonly right: Expression;
    };

/** A named quantity and how it is computed, e.g. 预算完成率=（预算完成数/预算数）×100%. */
export interface Formula {
  /** The name on the left of the equals sign, or the indicator's when the formula is told in words. */
  readonly name: string;
  readonly expression: Expression;
  /** Whether the result is a rate, so that 0.9556 is shown as 95.56%. */
  readonly rate: boolean;
  /** The words the formula was read from. */
  readonly text: string;
}

/** The names of the figures that a formula needs, each once, in printed order. */
export function terms(formula: Formula): readonly string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'term') names.add(node.name);
    else if (node.kind === 'absolute') visit(node.of);
    else if (node.kind === 'operation') {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(formula.expression);
  return [...names];
}

/** The formula in one notation: 在职人员数 ÷ (编制数 + 核增数), brackets only where they are needed. */
export function printExpression(node: Expression, leaf: (node: Expression) => string = printLeaf): string {
  if (node.kind === 'absolute') return `|${printExpression(node.of, leaf)}|`;
  if (node.kind !== 'operation') return leaf(node);
  const strong = node.operator === '×' || node.operator === '÷';
  const wrap = (side: Expression, right: boolean): string => {
    const text = printExpression(side, leaf);
    if (side.kind !== 'operation') return text;
    const weak = side.operator === '+' || side.operator === '-';
    const needed = strong ? weak || right : right && node.operator === '-' && weak;
    return needed ? `(${text})` : text;
  };
  return `${wrap(node.left, false)} ${node.operator} ${wrap(node.right, true)}`;
}

const printLeaf = (node: Expression): string =>
  node.kind === 'term' ? node.name : node.kind === 'number' ? node.value.toFixed() : '';
