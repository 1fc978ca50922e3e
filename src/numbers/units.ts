import { dec } from './decimal.js';
import type { Unit, UnitKind } from './figure.js';

const unit = (name: string, kind: UnitKind, factor: string): Unit => ({ name, kind, factor: dec(factor) });

/** Units with a meaning of their own. Any other measure word (期, 家, 辆次) is a count. Longest first. */
export const UNITS: readonly Unit[] = [
  unit('个百分点', 'points', '0.01'),
  unit('百分点', 'points', '0.01'),
  unit('万亿元', 'money', '1000000000000'),
  unit('亿元', 'money', '100000000'),
  unit('百万元', 'money', '1000000'),
  unit('万元', 'money', '10000'),
  unit('千元', 'money', '1000'),
  unit('元', 'money', '1'),
  unit('%', 'rate', '0.01'),
  unit('‰', 'rate', '0.001'),
  unit('分', 'score', '1'),
];

/** A number with no unit beside it. */
export const BARE: Unit = unit('', 'bare', '1');

/** A count in the measure word given: 人, 期, 处 … */
export const countUnit = (name: string): Unit => unit(name, 'count', '1');
