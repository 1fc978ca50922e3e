import { EditedFileError } from '../language/edited-file.js';
import type { RuleFiles } from '../rule-files.js';
import { readRuleFiles } from '../rule-files-on-disk.js';
import { UsageError } from './host.js';

/** The rule files of this installation, for the workers of a run. Throws UsageError when one is wrong. */
export function ruleFiles(): RuleFiles {
  try {
    return readRuleFiles();
  } catch (error) {
    if (error instanceof EditedFileError) throw new UsageError(error.message);
    throw error;
  }
}
