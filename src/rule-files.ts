/** The files of rules/ that a bureau may edit and every audit reads with: plain data, so that threads can share it. */
import { VOCABULARY, type Vocabulary } from './language/vocabulary.js';
import { GRADES } from './report/claims/grades.js';
import type { GradesFile } from './report/claims/grades-file.js';
import { FORMULAS } from './rubric/formula/built-in.js';
import type { FormulasFile } from './rubric/formula/formulas-file.js';

export interface RuleFiles {
  readonly vocabulary: Vocabulary;
  readonly grades: GradesFile;
  readonly formulas: FormulasFile;
}

/**
 * Puts rule files in force, once: before the first audit, and for all audits.
 * @throws Error when others are in force already
 */
export function useRuleFiles({ vocabulary, grades, formulas }: RuleFiles): void {
  VOCABULARY.supply(vocabulary);
  GRADES.supply(grades);
  FORMULAS.supply(formulas);
}

/** Whether rule files are in force. */
export const haveRuleFiles = (): boolean => VOCABULARY.isSupplied;
