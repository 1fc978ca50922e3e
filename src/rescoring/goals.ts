import { dec } from '../numbers/decimal.js';
import { span } from '../numbers/figure.js';
import { point } from '../numbers/interval.js';
import type { Computed } from '../numbers/judge.js';
import type { Goal, Report } from '../report/model.js';
import { isInCell } from '../report/prose-cells.js';
import { reached } from '../report/targets/compare.js';
import { matchGoals } from '../report/targets/match.js';
import { bareName } from './names.js';

/** What the results section says of all goals of one kind together. */
export interface GoalsReading {
  readonly value: Computed;
  readonly trace: string;
  readonly goals: readonly Goal[];
}

/** Indicators that count goals, by the kind of goals they count. */
const KINDS: readonly { readonly indicator: RegExp; readonly category: RegExp; readonly what: string }[] = [
  { indicator: /完成及时率|及时完成率|完成时效|及时性/u, category: /时效/u, what: '时效指标' },
  { indicator: /质量达标率|质量合格率|质量指标达标率/u, category: /质量/u, what: '质量指标' },
  {
    indicator: /^(?:实际|任务|工作|目标|工作任务|数量指标|产出数量)完成率$/u,
    category: /数量/u,
    what: '数量指标',
  },
];

/**
 * 实际完成率, 完成及时率 and 质量达标率 by the goals of their kind: how many of the planned ones the results section
 * reports as reached. Null when a goal is unreported or cannot be compared: then nothing is certain.
 */
export function goalsRate(report: Report, indicator: string): GoalsReading | null {
  const name = bareName(indicator);
  const kind = KINDS.find((k) => k.indicator.test(name));
  if (!kind) return null;
  const targets = report.targets.filter(
    (goal) => kind.category.test(goal.category) && !isInCell(goal.quote.where),
  );
  const results = report.results.filter(
    (goal) => kind.category.test(goal.category) && !isInCell(goal.quote.where),
  );
  if (targets.length === 0) return null;
  const { pairs, unreported } = matchGoals(targets, results);
  if (unreported.length > 0) return null;
  let done = 0;
  for (const { target, result } of pairs) {
    const state = stateOf(target, result);
    if (state === null) return null;
    if (state) done++;
  }
  const rate = dec(done).div(targets.length);
  return {
    value: { point: rate, range: point(rate) },
    trace: `${kind.what}共${targets.length}项，已完成${done}项：${done} ÷ ${targets.length} = ${rate.times(100).toDecimalPlaces(2).toFixed()}%`,
    goals: pairs.map((pair) => pair.result),
  };
}

function stateOf(target: Goal, result: Goal): boolean | null {
  if (!target.mention || !result.mention) return result.claimedDone;
  const [planned, actual] = [target.mention.figure, result.mention.figure];
  const state = reached(target, planned, actual);
  if (state !== 'unknown') return state === 'met';
  // 1400余人 planned and 1400余人 done: the same print is the same quantity.
  const same =
    planned.value.eq(actual.value) &&
    planned.bound === actual.bound &&
    span(planned).low.eq(span(actual).low);
  return same ? true : null;
}
