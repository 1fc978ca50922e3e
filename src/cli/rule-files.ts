import type { RuleFiles } from '../rule-files.js';
import { UsageError } from './host.js';

/** The rule files of this installation, for the workers of a run. Throws UsageError when one is wrong. */
export async function ruleFiles(): Promise<RuleFiles> {
  const { readRuleFiles } = await import('../rule-files-on-disk.js');
  try {
    return readRuleFiles();
  } catch (error) {
    const { EditedFileError } = await import('../language/edited-file.js');
    if (error instanceof EditedFileError) throw new UsageError(error.message);
    throw error;
  }
}
