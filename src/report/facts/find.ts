import { LabelReader } from '../../language/labels.js';
import { type Concept, vocabulary as shipped, type Vocabulary } from '../../language/vocabulary.js';
import type { Fact } from '../model.js';
import { IMPLIED } from './facts.js';

/** The facts whose sum a printed term stands for; none, with the reason, when they are missing or differ. */
export interface FoundFacts {
  /** Facts to be added up; empty when the term cannot be given a value. */
  readonly facts: readonly Fact[];
  /** Why there are none, in Chinese; null when there are. */
  readonly reason: string | null;
}

export interface FindOptions {
  /** The report's year: 本年度 is this one, 上年度 the one before. Null takes facts of any year. */
  readonly year?: number | null;
  readonly scope?: string;
  readonly vocabulary?: Vocabulary;
}

/** Finds what a printed term of a formula (编制数, “三公经费”实际支出数, 上年度“三公经费”预算数) amounts to. */
export function findFact(facts: readonly Fact[], term: string, options: FindOptions = {}): FoundFacts {
  const words = options.vocabulary ?? shipped();
  const label = LabelReader.of(words).read(term);
  const aspect = label.aspect;
  const concept = label.concept ?? meantBy(term, words);
  if (concept === null || (label.concept === null && aspect === null))
    return { facts: [], reason: `“${term}”不在词汇表中` };
  if (label.residual !== '') return { facts: [], reason: `“${term}”中“${label.residual}”所指不明` };
  const base = options.year ?? null;
  const year =
    label.period === null
      ? base
      : label.period.kind === 'relative'
        ? base === null
          ? null
          : base + (label.period.relative ?? 0)
        : label.period.year;
  const pool = facts.filter(
    (fact) => year === null || fact.period.year === null || fact.period.year === year,
  );
  const direct = pick(pool, concept, aspect, options.scope ?? label.scope, term);
  if (direct.facts.length > 0 || direct.reason !== null) return direct;
  for (const parts of concept.parts) {
    const found = parts.map((id) => {
      const part = words.concepts.find((c) => c.id === id);
      return part === undefined ? null : pick(pool, part, aspect, options.scope ?? label.scope, term);
    });
    if (found.every((one) => one !== null && one.facts.length === 1))
      return { facts: found.flatMap((one) => one?.facts ?? []), reason: null };
  }
  return { facts: [], reason: `报告中没有“${term}”的数字` };
}

/**
 * What a term without the name of a quantity is about: 采购成交额 names a purchase in its words for the outcome, and
 * 实际支出数 alone is the unit's whole expenditure.
 */
function meantBy(term: string, { concepts }: Vocabulary): Concept | null {
  const hinted = concepts.filter(
    ({ id, weak }) => id !== 'expenditure' && weak?.some((name) => term.includes(name)),
  );
  const [only, ...others] = hinted;
  if (only !== undefined && others.length === 0) return only;
  return concepts.find(({ id }) => id === 'expenditure') ?? null;
}

/** The one value told for a quantity, every telling of which agrees; the scopes are tried from narrow to wide. */
function pick(
  facts: readonly Fact[],
  concept: Concept,
  aspect: string | null,
  scope: string,
  term: string,
): FoundFacts {
  const matching = facts.filter((fact) => fact.concept === concept.id && aspectFits(fact, concept, aspect));
  const scopes = scope === '' ? ['', IMPLIED, 'fiscal', 'general-public'] : [scope];
  for (const wanted of scopes) {
    const told = matching.filter((fact) => fact.scope === wanted);
    const values = new Set(told.map((fact) => fact.mention.figure.value.toFixed()));
    if (values.size > 1)
      return {
        facts: [],
        reason: `“${term}”在报告中有不同的数：${told.map((f) => f.mention.figure.raw).join('、')}`,
      };
    const fact = told[0];
    if (fact !== undefined) return { facts: [fact], reason: null };
  }
  return { facts: [], reason: null };
}

function aspectFits(fact: Fact, concept: Concept, aspect: string | null): boolean {
  if (aspect === null) return !concept.flow || fact.aspect === 'outcome' || fact.aspect === 'plain';
  if (aspect === 'budget' && concept.flow)
    return fact.aspect === 'budget' || (concept.id !== 'expenditure' && fact.aspect === 'initial-budget');
  return fact.aspect === aspect || (fact.aspect === 'plain' && aspect === 'outcome');
}
