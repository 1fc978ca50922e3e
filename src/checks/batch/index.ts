import type { Finding } from '../rule.js';
import { word } from '../run.js';
import copied from './copied.js';
import lastYear from './last-year.js';
import type { BatchRule, Member } from './rule.js';

/** The rules that compare reports with each other. */
export const BATCH_RULES: readonly BatchRule[] = [copied, lastYear];

/** Runs the rules across reports; the findings of each report, by its index. */
export async function runBatchRules(
  members: readonly Member[],
): Promise<ReadonlyMap<number, readonly Finding[]>> {
  const found = new Map<number, Finding[]>();
  for (const rule of BATCH_RULES)
    for (const draft of rule.check(members)) {
      const list = found.get(draft.member) ?? [];
      list.push(word(rule, draft));
      found.set(draft.member, list);
    }
  return found;
}
