import type { Table } from '../../documents/model.js';
import type { Goal, Mention } from '../model.js';
import type { Outline } from '../outline/index.js';
import { mentionIndex } from './mentions.js';
import { proseResults, proseTargets } from './prose.js';
import { goalStretches } from './sections.js';
import { goalRows } from './tables.js';

export type { GoalMatch, GoalPair } from './match.js';
export { matchGoals } from './match.js';

/** Targets and results of a report. */
export interface Goals {
  readonly targets: readonly Goal[];
  readonly results: readonly Goal[];
}

export { goalCompletions } from './completions.js';
export { retoldResults } from './retold.js';

/**
 * The targets and results of prose lists and of tables, each in reading order, prose before tables. `mentions`
 * are the report's figures, so that a goal names the same object; figures that are not among them are read anew.
 */
export function readGoals(
  outline: Outline,
  tables: readonly Table[],
  mentions: readonly Mention[] = [],
): Goals {
  const index = mentionIndex(mentions);
  const targets: Goal[] = [];
  const results: Goal[] = [];
  for (const stretch of goalStretches(outline)) {
    for (const paragraph of outline.paragraphs.slice(stretch.from, stretch.to)) {
      if (stretch.holds === 'targets') {
        const read = proseTargets(paragraph, stretch.category, index);
        targets.push(...read.targets);
        results.push(...read.results);
      }
      if (stretch.holds !== 'results') continue;
      const read = proseResults(paragraph, stretch.category, index);
      targets.push(...read.targets);
      results.push(...read.results);
    }
  }
  for (const table of tables) {
    for (const row of goalRows(table, index)) {
      if (row.target !== null) targets.push(row.target);
      if (row.result !== null) results.push(row.result);
    }
  }
  return { targets, results };
}

/** The targets alone; see `readGoals`. */
export const readTargets = (
  outline: Outline,
  tables: readonly Table[],
  mentions: readonly Mention[] = [],
): readonly Goal[] => readGoals(outline, tables, mentions).targets;

/** The results alone; see `readGoals`. */
export const readResults = (
  outline: Outline,
  tables: readonly Table[],
  mentions: readonly Mention[] = [],
): readonly Goal[] => readGoals(outline, tables, mentions).results;
