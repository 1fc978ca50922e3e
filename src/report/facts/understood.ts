import type { Fact, Mention, Statement } from '../model.js';

/** The figures that have a known quantity or take part in a stated relation: the numerator of coverage. */
export function understoodMentions(
  facts: readonly Fact[],
  statements: readonly Statement[],
): ReadonlySet<Mention> {
  const known = new Set<Mention>();
  for (const fact of facts) known.add(fact.mention);
  for (const statement of statements) for (const mention of membersOf(statement)) known.add(mention);
  return known;
}

/** Every figure that takes part in a statement. */
export function membersOf(statement: Statement): readonly Mention[] {
  switch (statement.kind) {
    case 'sum':
      return [statement.total, ...statement.parts];
    case 'share':
      return [statement.part, statement.whole, statement.rate];
    case 'ratio':
      return [statement.numerator, statement.denominator, statement.rate];
    case 'product':
      return [...statement.factors, statement.product];
    case 'enumeration':
      return [statement.count];
    case 'equation':
      return [...statement.operands, statement.result];
    case 'direction':
      return [statement.left, statement.right];
    case 'change':
      return [statement.current, statement.previous, statement.difference, statement.rate].filter(
        (m) => m !== null,
      );
  }
}
