import { measure, measuredLike } from '../../language/measures.js';
import { Decimal, dec } from '../../numbers/decimal.js';
import type { Figure } from '../../numbers/figure.js';
import { span } from '../../numbers/figure.js';
import type { Goal, Indicator } from '../model.js';
import { nameKey } from './names.js';
import { CAPPED, LESS_IS_BETTER, LIMITED, LONGER_IS_BETTER, SAVING, SPANS } from './vocabulary.js';

/** How a result stands to its target. `unknown` when units differ or the figures are only 约 or 左右. */
export type Reached = 'met' | 'below' | 'unknown';

/** What is compared: a goal under its category, or a row of a scoring table under its groups. */
export type Aim = Pick<Goal, 'name' | 'category'> | Pick<Indicator, 'name' | 'group'>;

/**
 * Whether less is better: said by the bound (不超过, ≤, 以内), else by the name (投诉率) or by the group: of a cost
 * (成本指标) less is better unless it is one of savings.
 */
export function lessIsBetter(aim: Aim, target: Figure): boolean {
  if (target.bound === 'at-most' || target.bound === 'less-than') return true;
  if (target.bound === 'at-least' || target.bound === 'more-than') return false;
  if (LIMITED.test(aim.name) || LESS_IS_BETTER.test(nameKey(aim.name))) return true;
  const groups = 'group' in aim ? aim.group.join() : aim.category;
  return /成本/u.test(groups) && !SAVING.test(aim.name);
}

/** 30分钟 to respond and 300天 to be open: which way a span of time is meant, its name tells or nothing does. */
const isOpenSpan = (aim: Aim, target: Figure): boolean =>
  target.bound === 'exactly' &&
  SPANS.has(measure(target.unit)) &&
  !LONGER_IS_BETTER.test(aim.name) &&
  !lessIsBetter(aim, target);

/**
 * Whether a result reaches its target. The target is a threshold; the result is everything its print may stand
 * for, so 94.96% may be 95.0% when printed with one decimal less, but 94.6% is below 95%. 余 and 以上 on a
 * result leave it open upwards.
 */
export function reached(aim: Aim, target: Figure, printed: Figure): Reached {
  const result = measuredLike(printed, target);
  if (result === null || isVague(target) || isVague(result)) return 'unknown';
  const low = lessIsBetter(aim, target);
  const stated = span(result);
  if (isOpenSpan(aim, target)) return stated.low.gt(target.value) ? 'unknown' : 'met';
  if (low) {
    if (result.bound === 'at-most' || result.bound === 'less-than') return 'met';
    return stated.low.gt(target.value) ? 'below' : 'met';
  }
  if (result.bound === 'at-least' || result.bound === 'more-than')
    return result.value.lt(target.value) && target.bound !== 'about' ? 'unknown' : 'met';
  return stated.high.lt(target.value) ? 'below' : 'met';
}

/** 约 and 左右 may lie on either side. 余 and 多 are printed as 约 too: then only a result of the same print is met. */
const isVague = (figure: Figure): boolean => figure.bound === 'about';

/** A result that is 30% or more above its target, as a ratio of the target; null for rates and less-is-better. */
export function overshoot(aim: Aim, target: Figure, printed: Figure): Decimal | null {
  const result = measuredLike(printed, target);
  if (result === null || isVague(target) || isVague(result)) return null;
  if (target.value.lte(0) || target.unit.kind === 'rate' || target.unit.kind === 'points') return null;
  if (target.unit.kind === 'bare' && CAPPED.test(nameKey(aim.name))) return null;
  if (lessIsBetter(aim, target) || isOpenSpan(aim, target)) return null;
  const ratio = result.value.div(target.value).minus(1);
  return ratio.gte(dec('0.3')) ? new Decimal(ratio) : null;
}
