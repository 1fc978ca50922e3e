import { readFileSync } from 'node:fs';
import type { RuleFiles } from './rule-files.js';
import { parseRuleFiles } from './rule-files-text.js';

/** Where the rules that come with the program lie, from src and from dist alike. */
const RULES = new URL('../rules/', import.meta.url);

/**
 * Reads the rule files of this installation.
 * @throws EditedFileError with file, line and key of the first mistake
 */
export function readRuleFiles(): RuleFiles {
  const text = (name: string): string => readFileSync(new URL(`${name}.yaml`, RULES), 'utf8');
  return parseRuleFiles({
    vocabulary: text('vocabulary'),
    grades: text('grades'),
    formulas: text('formulas'),
  });
}
