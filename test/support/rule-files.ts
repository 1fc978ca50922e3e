// The core opens no file: tests of its modules read with the rule files of this checkout.
import { haveRuleFiles, useRuleFiles } from '../../src/rule-files.ts';
import { readRuleFiles } from '../../src/rule-files-on-disk.ts';

if (!haveRuleFiles()) useRuleFiles(readRuleFiles());
