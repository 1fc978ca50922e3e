import type { Fact, SumStatement } from '../model.js';

/** Parts told after 其中 share the scope of their total: 一般公共预算财政拨款基本支出…，其中：人员经费…. */
export function withInheritedScope(facts: readonly Fact[], sums: readonly SumStatement[]): readonly Fact[] {
  const byMention = new Map(facts.map((fact) => [fact.mention, fact]));
  const inherited = new Map<Fact, string>();
  for (const { total, parts } of sums) {
    const scope = byMention.get(total)?.scope ?? '';
    if (scope === '') continue;
    for (const part of parts) {
      const fact = byMention.get(part);
      if (fact?.scope === '') inherited.set(fact, scope);
    }
  }
  return facts.map((fact) => {
    const scope = inherited.get(fact);
    return scope === undefined ? fact : { ...fact, scope };
  });
}
