import type { FindingResult } from './result.js';

/** More findings of one rule than this, all notices, are told together instead of one by one. */
const MANY = 3;

/** Findings of one rule, in the order in which the rules first appear. `together` when they are told as one. */
export interface RuleGroup {
  readonly first: FindingResult;
  readonly findings: readonly FindingResult[];
  readonly together: boolean;
}

export function groupedByRule(findings: readonly FindingResult[]): RuleGroup[] {
  const groups = new Map<string, FindingResult[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const together = group.length > MANY && group.every(({ severity }) => severity === 'notice');
    return [{ first, findings: group, together }];
  });
}
