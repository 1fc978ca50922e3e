import { readFile } from 'node:fs/promises';
import { readDocument } from '../documents/index.js';
import { DEFAULT_LIMITS } from '../documents/limits.js';
import { UnreadableError } from '../documents/model.js';
import { printable } from '../formats/printable.js';
import { readReport } from '../report/index.js';
import { rubricFromReport } from '../rubric/from-report.js';
import { listRubrics, loadRubric, printRubric, RubricError } from '../rubric/index.js';
import { UsageError } from './host.js';
import { systemReason } from './output.js';
import type { RubricServices } from './services.js';

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
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new UsageError(`无法读取 ${printable(path)}：${systemReason(cause)}`);
    });
    const rubric = rubricFromReport(readReport(await readable(bytes, path)));
    if (rubric === null) throw new UsageError(`${printable(path)} 里没有找到评分表，无法生成评分标准`);
    return rubric;
  },
};

async function readable(bytes: Uint8Array, path: string) {
  try {
    return await readDocument(bytes, DEFAULT_LIMITS);
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UsageError(`无法读取 ${printable(path)}：${error.message}`);
    throw error;
  }
}
