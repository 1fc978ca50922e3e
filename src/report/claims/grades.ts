import { once } from '../../language/memo.js';
import { Supplied } from '../../language/supplied.js';
import { dec } from '../../numbers/decimal.js';
import type { GradeBand } from '../model.js';
import type { GradesFile } from './grades-file.js';

/** The grade words and default scales in force: rules/grades.yaml. */
export const GRADES = new Supplied<GradesFile>('the grades');

/** Grade scales, best grade first, and words that stand for the same grade. */
export interface Grades {
  readonly scales: readonly (readonly GradeBand[])[];
  readonly synonyms: readonly (readonly string[])[];
}

/** Bands from grades and their lower ends, highest first: each band ends where the one above begins. */
export const toBands = (lows: readonly Pick<GradeBand, 'grade' | 'low'>[]): GradeBand[] =>
  lows.map((band, i) => ({ ...band, high: lows[i - 1]?.low ?? null }));

const scalesOf = once(
  (file: GradesFile): Grades => ({
    scales: file.scales.map((s) => toBands(s.bands.map((b) => ({ grade: b.grade, low: dec(b.low) })))),
    synonyms: file.synonyms,
  }),
);

/** The grades that this run judges with. */
export const grades = (): Grades => scalesOf(GRADES.get());

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
