import type { FindingResult } from './result.js';

/** More findings of one rule than this, all notices, are told together instead of one by one. */
const MANY = 3;

/** Findings of one rule, in the order in which the rules first appear. */
export interface RuleGroup {
  readonly first: FindingResult;
  readonly findings: readonly FindingResult[];
  /** Whether they are told as one. */
  readonly together: boolean;
  /** What to do about all of them; '' when each says something else. */
  readonly suggestion: string;
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
    const alike = group.every(({ suggestion }) => suggestion === first.suggestion);
    return [{ first, findings: group, together, suggestion: alike ? first.suggestion : '' }];
  });
}
