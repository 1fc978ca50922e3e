import type { RatioStatement } from '../model.js';
import { lessIsBetter } from './compare.js';
import type { Goals } from './index.js';
import { matchGoals } from './match.js';

/** Names less alike than this are not surely one goal. */
const SURE = 0.75;

/** The rates at which results say that their targets were done (完成目标任务的105.67%): result ÷ target = rate. */
export function goalCompletions({ targets, results }: Goals): readonly RatioStatement[] {
  if (results.every(({ completion }) => completion === undefined)) return [];
  return matchGoals(targets, results).pairs.flatMap(({ target, result, likeness }): RatioStatement[] => {
    const { completion: rate, mention: numerator } = result;
    const denominator = target.mention;
    if (!rate || !numerator || !denominator || likeness < SURE) return [];
    if (numerator.figure.bound !== 'exactly' || denominator.figure.bound === 'about') return [];
    if (rate.figure.bound !== 'exactly' || lessIsBetter(target, denominator.figure)) return [];
    return [{ kind: 'ratio', numerator, denominator, rate, name: '完成率', quote: result.quote }];
  });
}
