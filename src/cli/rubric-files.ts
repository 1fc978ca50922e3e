import { runBatch } from '../batch/index.js';
import { DEFAULT_LIMITS } from '../documents/limits.js';
import { printable } from '../formats/printable.js';
import { printRubric, RubricError } from '../rubric/file.js';
import type { Rubric } from '../rubric/rubric.js';
import { UsageError } from './host.js';
import { listRubrics, loadRubric } from './rubric-folder.js';
import { ruleFiles } from './rule-files.js';
import type { RubricServices } from './services.js';

const MODULE = new URL('./rubric-job.js', import.meta.url).href;

/** Rubrics as the commands use them: built in, from files, from the scoring table of a report. */
export const rubricServices: RubricServices = {
  list: async () => listRubrics(),
  load: async (idOrFile) => {
    try {
      return loadRubric(idOrFile);
    } catch (error) {
      if (error instanceof RubricError) throw new UsageError(error.message);
      throw error;
    }
  },
  print: printRubric,
  fromReport: async (path) => {
    const job = { module: MODULE, name: 'rubricOf', options: ruleFiles };
    for await (const result of runBatch<Rubric | null>([path], job, { limits: DEFAULT_LIMITS })) {
      if (result.status === 'unreadable')
        throw new UsageError(`无法读取 ${printable(path)}：${result.reason}`);
      if (result.value) return result.value;
    }
    throw new UsageError(`${printable(path)} 里没有找到评分表，无法生成评分标准`);
  },
};
