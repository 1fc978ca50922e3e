import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { dec } from '../../numbers/decimal.js';
import type { GradeBand } from '../model.js';

const bandSchema = z.strictObject({ grade: z.string().min(1), low: z.number().min(0) });

const gradesSchema = z.strictObject({
  scales: z
    .array(z.strictObject({ id: z.string().min(1), bands: z.array(bandSchema).min(2) }))
    .min(1)
    .check((context) => {
      context.value.forEach((scale, i) => {
        const lows = scale.bands.map((b) => b.low);
        if (lows.some((low, k) => k > 0 && low >= (lows[k - 1] as number)) || lows.at(-1) !== 0) {
          context.issues.push({
            code: 'custom',
            input: scale.bands,
            path: [i, 'bands'],
            message: '各等级的 low 应由高到低，最后一级为 0',
          });
        }
      });
    }),
  synonyms: z.array(z.array(z.string().min(1)).min(1)),
});

/** The grade words and default scales of rules/grades.yaml. */
export interface Grades {
  readonly scales: readonly (readonly GradeBand[])[];
  readonly synonyms: readonly (readonly string[])[];
}

/** The text of grades.yaml is wrong; the message names file, line and key. */
export class GradesFileError extends Error {
  override readonly name = 'GradesFileError';
}

/**
 * Reads grades from YAML text.
 * @throws GradesFileError when the text is not YAML or a key is missing, unknown or out of order.
 */
export function parseGrades(text: string, file: string): Grades {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken)
    throw new GradesFileError(
      `${file} 第${lines.linePos(broken.pos[0]).line}行：不是有效的YAML（${broken.code}）`,
    );
  const parsed = gradesSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = (issue?.path ?? []) as (string | number)[];
    const line = lineOf(document, lines, path);
    throw new GradesFileError(`${file} ${line}${path.join('.')}：${issue?.message ?? '内容不符'}`);
  }
  return {
    scales: parsed.data.scales.map((s) => toBands(s.bands.map((b) => ({ grade: b.grade, low: dec(b.low) })))),
    synonyms: parsed.data.synonyms,
  };
}

/** 第4行 of the key named, or of the nearest one above it that stands in the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): string {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return `第${lines.linePos(node.range[0]).line}行 `;
  }
  return '';
}

/** Bands from grades and their lower ends, highest first: each band ends where the one above begins. */
export const toBands = (lows: readonly Pick<GradeBand, 'grade' | 'low'>[]): GradeBand[] =>
  lows.map((band, i) => ({ ...band, high: lows[i - 1]?.low ?? null }));

let loaded: Grades | null = null;

/** The grades of rules/grades.yaml, read once. */
export function grades(): Grades {
  const file = new URL('../../../rules/grades.yaml', import.meta.url);
  loaded ??= parseGrades(readFileSync(file, 'utf8'), 'rules/grades.yaml');
  return loaded;
}

let words: readonly string[] | null = null;

/** Every grade word that is known, longest first so that 优秀 is never read as 优. */
export function gradeWords(): readonly string[] {
  const { scales, synonyms } = grades();
  words ??= [...new Set([...scales.flat().map((b) => b.grade), ...synonyms.flat()])].sort(
    (a, b) => b.length - a.length,
  );
  return words;
}

/** The word of a scale that a printed grade word stands for; null when the scale has none. */
export function canonicalGrade(word: string, scale: readonly GradeBand[]): string | null {
  const known = (w: string) => scale.some((b) => b.grade === w);
  if (known(word)) return word;
  const same = grades().synonyms.find((s) => s.includes(word)) ?? [];
  return same.find(known) ?? null;
}
