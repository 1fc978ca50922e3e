import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** Which of a quantity's numbers a word names. */
export const ASPECTS = ['initial-budget', 'adjusted-budget', 'budget', 'outcome'] as const;
export type AspectName = (typeof ASPECTS)[number];

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
/** A quantity of the field. */
export type Concept = Vocabulary['concepts'][number];
/** A named rate with what may stand above and below its fraction. */
export type RateDefinition = Vocabulary['rates'][number];
/** What may stand above or below a rate's fraction: a quantity, one of its numbers, or both. */
export type RateTerm = z.infer<typeof term>;

/** rules/vocabulary.yaml cannot be used. The message names file, line and key. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
}

/** Reads a vocabulary from YAML text. Throws {@link VocabularyError} with the line and key of the first mistake. */
export function parseVocabulary(yaml: string, file = 'vocabulary.yaml'): Vocabulary {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined)
    throw new VocabularyError(
      `${file} 第${lines.linePos(broken.pos[0]).line}行：不是正确的 YAML：${broken.message}`,
    );
  const parsed = schema.safeParse(document.toJS());
  const fail = (path: readonly PropertyKey[], problem: string): never => {
    const line = lineOf(document.contents, path, lines);
    throw new VocabularyError(`${file} 第${line}行，${path.map(String).join('.') || '（全文）'}：${problem}`);
  };
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail(issue?.path ?? [], issue?.message ?? '内容不对');
  }
  const known = new Set(parsed.data.concepts.map((c) => c.id));
  const seen = new Set<string>();
  parsed.data.concepts.forEach((c, i) => {
    if (seen.has(c.id)) fail(['concepts', i, 'id'], `${c.id} 重复`);
    seen.add(c.id);
    c.parts.forEach((parts, p) => {
      for (const part of parts)
        if (!known.has(part)) fail(['concepts', i, 'parts', p], `没有名为 ${part} 的数量`);
    });
  });
  parsed.data.rates.forEach((rate, i) => {
    for (const side of ['numerator', 'denominator'] as const)
      rate[side].forEach((t, j) => {
        if (t.concept !== undefined && !known.has(t.concept))
          fail(['rates', i, side, j, 'concept'], `没有名为 ${t.concept} 的数量`);
      });
  });
  return parsed.data;
}

/** The line on which the deepest known part of a path stands. */
function lineOf(contents: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = contents;
  let at = 0;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !('get' in node) || !('items' in node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (isScalar(pair?.key) && pair.key.range) at = pair.key.range[0];
    }
    node = (node as { get: (key: unknown, keep: boolean) => unknown }).get(key, true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      at = Math.max(at, Number(node.range[0]));
    }
  }
  return lines.linePos(at).line;
}

let shipped: Vocabulary | null = null;

/** The vocabulary that comes with the program (rules/vocabulary.yaml), read once. */
export function vocabulary(): Vocabulary {
  if (shipped === null) {
    const path = fileURLToPath(new URL('../../rules/vocabulary.yaml', import.meta.url));
    shipped = parseVocabulary(readFileSync(path, 'utf8'), 'rules/vocabulary.yaml');
  }
  return shipped;
}
