import { parseVocabulary } from './language/vocabulary-file.js';
import { parseGrades } from './report/claims/grades-file.js';
import { parseFormulas } from './rubric/formula/formulas-file.js';
import type { RuleFiles } from './rule-files.js';

/** The texts of rules/vocabulary.yaml, rules/grades.yaml and rules/formulas.yaml. */
export type RuleFileTexts = Readonly<Record<keyof RuleFiles, string>>;

/**
 * Rule files from their texts.
 * @throws EditedFileError with file, line and key of the first mistake
 */
export const parseRuleFiles = (texts: RuleFileTexts): RuleFiles => ({
  vocabulary: parseVocabulary(texts.vocabulary, 'rules/vocabulary.yaml'),
  grades: parseGrades(texts.grades, 'rules/grades.yaml'),
  formulas: parseFormulas(texts.formulas, 'rules/formulas.yaml'),
});
