import { UsageError } from './host.js';
import type { RubricServices } from './services.js';

/** Rubric files are not read yet. */
const notYet = (): never => {
  throw new UsageError('评分标准文件暂不能使用');
};

export const rubricServices: RubricServices = {
  list: async () => [],
  load: notYet,
  print: notYet,
  fromReport: notYet,
};
