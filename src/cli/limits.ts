import { DEFAULT_LIMITS, type Limits } from '../documents/limits.js';
import { printable } from '../formats/printable.js';
import { UsageError } from './host.js';

/** The limits by name, as --limit takes them. */
export const LIMIT_NAMES = Object.keys(DEFAULT_LIMITS) as readonly (keyof Limits)[];

/** The default limits with those of the command line (pages=10000) in their place. */
export function limitsFrom(given: readonly string[]): Limits {
  let limits = DEFAULT_LIMITS;
  for (const one of given) {
    const [, name, digits] = /^([a-zA-Z]+)=(\d{1,12})$/u.exec(one.trim()) ?? [];
    const known = LIMIT_NAMES.find((candidate) => candidate === name);
    const value = Number(digits);
    if (!known || !(value > 0))
      throw new UsageError(
        `--limit 应写成 名称=正整数，不能是 ${printable(one)}；名称和默认值：${LIMIT_NAMES.map((each) => `${each}=${DEFAULT_LIMITS[each]}`).join('、')}`,
      );
    limits = { ...limits, [known]: value };
  }
  return limits;
}
