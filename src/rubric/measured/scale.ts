import type { Decimal as DecimalType } from '../../numbers/decimal.js';
import { converted, smaller } from '../../numbers/measure-words.js';
import type { Clause } from '../clauses.js';
import type { Measure } from '../expression.js';
import type { Quantity } from '../quantity.js';
import type { RawRange } from '../range.js';
import { NotUnderstood } from './assembly.js';

/** What a rule's numbers measure, and how a printed number becomes a value. */
export interface Scale {
  readonly measure: Measure;
  /** The measure word of counts and times, the smallest that is printed. */
  readonly unit: string;
  /** Whether every number is printed in just that one. */
  readonly oneUnit: boolean;
  /** Whether the rule speaks of the quantity without its sign: |偏差率|, 绝对值. */
  readonly absolute: boolean;
  readonly value: (quantity: Quantity) => DecimalType;
}

const RATE_NAME = /(?:率|度|比|比例|比重|幅度|百分比|占比|进度|水平)$/u;

/** The unit of the rule's numbers; bare ones take it from the others, or from a rate's name. */
export function scaleOf(clauses: readonly Clause[], indicator: string): Scale {
  const all: Quantity[] = [];
  const add = (range: RawRange): void => {
    if (range.low) all.push(range.low.quantity);
    if (range.high) all.push(range.high.quantity);
  };
  for (const clause of clauses) {
    if ('condition' in clause) clause.condition?.ranges.forEach(add);
    if (clause.kind === 'steps') all.push(clause.size);
    if (clause.kind === 'standard') all.push(clause.quantity);
  }
  const measures = new Set(all.flatMap((quantity) => quantity.measure ?? []));
  if (measures.size > 1) throw new NotUnderstood('规则中的数字单位不一');
  const measure = [...measures][0] ?? null;
  const absolute = clauses.some((clause) => 'condition' in clause && clause.condition?.absolute === true);
  const units = all.flatMap((quantity) => quantity.unit ?? []);
  const unit = units.slice(1).reduce(smaller, units[0] ?? '');
  if (measure !== null && measure !== 'rate') {
    const oneUnit = units.every((one) => one === unit) && all.every(({ factor }) => !factor?.gt(1));
    return { measure, unit, oneUnit, absolute, value: (quantity) => inUnit(quantity, unit) };
  }
  const names = [
    indicator,
    ...clauses.flatMap((clause) => ('condition' in clause ? (clause.condition?.subject ?? []) : [])),
  ];
  const isRate =
    measure === 'rate' || names.some((name) => RATE_NAME.test(name.replaceAll(/["'“”()]/gu, '')));
  if (!isRate)
    return { measure: 'bare', unit: '', oneUnit: true, absolute, value: (quantity) => quantity.value };
  // ≥90得5分 of a 满意度: the percent sign is left out throughout.
  const percent = all.some((quantity) => quantity.measure === null && quantity.value.abs().gt('1.5'));
  return {
    measure: 'rate',
    unit: '',
    oneUnit: true,
    absolute,
    value: (quantity) => (quantity.measure === null && percent ? quantity.value.div(100) : quantity.value),
  };
}

/** 超过2小时的，每30分钟扣1分: a number in the rule's unit. */
function inUnit({ value, unit: own }: Quantity, unit: string): DecimalType {
  const found = own === undefined ? value : converted(value, own, unit);
  if (found === null) throw new NotUnderstood('规则中的数字单位不一');
  return found;
}
