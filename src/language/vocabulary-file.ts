/** rules/vocabulary.yaml: its form, and how it is read. */
import { z } from 'zod';
import { readEdited } from './edited-file.js';

const ASPECTS = ['initial-budget', 'adjusted-budget', 'budget', 'outcome'] as const;

const words = z.array(z.string().min(1)).min(1);
const id = z.string().regex(/^[a-z][a-z-]*$/u, '只能用小写字母和连字符');
const term = z.strictObject({ concept: id.optional(), aspect: z.enum(ASPECTS).optional() });

const concept = z.strictObject({
  id,
  names: words,
  weak: words.optional(),
  under: z.record(id, words).optional(),
  unit: z.enum(['money', 'count', 'rate', 'score']),
  flow: z.boolean().default(false),
  varied: z.boolean().default(false),
  parts: z.array(z.array(id).min(2)).default([]),
});

const schema = z.strictObject({
  aspects: z.strictObject({
    'initial-budget': words,
    'adjusted-budget': words,
    budget: words,
    outcome: words,
  }),
  scopes: z.record(id, words),
  fillers: words,
  concepts: z.array(concept).min(1),
  rates: z.array(
    z.strictObject({
      id,
      names: words,
      numerator: z.array(term).min(1),
      denominator: z.array(term).min(1),
    }),
  ),
});

/** The words of the field, as rules/vocabulary.yaml gives them. */
export type Vocabulary = z.infer<typeof schema>;
/** What may stand above or below a rate's fraction: a quantity, one of its numbers, or both. */
export type RateTerm = z.infer<typeof term>;

/**
 * Reads a vocabulary from YAML text.
 * @throws EditedFileError with the line and key of the first mistake
 */
export function parseVocabulary(yaml: string, file: string): Vocabulary {
  const { data, refuse } = readEdited(schema, yaml, file);
  const known = new Set(data.concepts.map((c) => c.id));
  const seen = new Set<string>();
  data.concepts.forEach((c, i) => {
    if (seen.has(c.id)) refuse(['concepts', i, 'id'], `${c.id} 重复`);
    seen.add(c.id);
    c.parts.forEach((parts, p) => {
      for (const part of parts)
        if (!known.has(part)) refuse(['concepts', i, 'parts', p], `没有名为 ${part} 的数量`);
    });
  });
  data.rates.forEach((rate, i) => {
    for (const side of ['numerator', 'denominator'] as const)
      rate[side].forEach((t, j) => {
        if (t.concept !== undefined && !known.has(t.concept))
          refuse(['rates', i, side, j, 'concept'], `没有名为 ${t.concept} 的数量`);
      });
  });
  return data;
}
