import { squeeze } from '../../language/fold.js';
import { coverage, nameKey } from '../../report/targets/names.js';
import { defineRule } from '../rule.js';
import { proseMatch } from './pairs.js';

interface Data {
  readonly name: string;
  readonly result: string;
}

/** A result of which this much of the name stands among the targets was planned. */
const PLANNED = 0.6;

/** A result that no target mentions. */
export default defineRule<Data>({
  id: 'target/unplanned',
  severity: 'notice',
  title: '完成情况无目标',
  summary: '完成情况里的一项，在年初目标里没有对应的目标',
  basis: '完成情况应与年初绩效目标一一对应；多出的一项可能是目标漏列，或沿用了别的文稿。',
  example: '完成情况有“编印手册500本，已完成”，目标里没有编印手册。',
  limits: ['只看写明“已完成”“未完成”的条目；一般的工作叙述不看。'],
  *check({ report }) {
    const { pairs, unplanned } = proseMatch(report);
    if (pairs.length < 2 || pairs.length * 2 < report.results.filter((r) => r.claimedDone !== null).length)
      return;
    const targets = report.targets.map((target) => squeeze(target.quote.text));
    for (const goal of unplanned) {
      if (goal.mention === null || goal.claimedDone === null) continue;
      const key = nameKey(goal.name);
      if (targets.some((text) => coverage(key, text) >= PLANNED)) continue;
      yield {
        data: { name: goal.name, result: goal.mention.figure.raw },
        evidence: [goal.quote],
        claimed: goal.mention.figure.raw,
        expected: null,
      };
    }
  },
  message: ({ name, result }) => `完成情况里的“${name}${result}”在年初目标里没有对应的一项。`,
  suggestion: () => '核对年初目标是否漏列，或该项是否属于本年度。',
});
