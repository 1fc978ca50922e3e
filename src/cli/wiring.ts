import { collect, runBatch } from '../batch/index.js';
import { ALL_RULES } from '../checks/index.js';
import { type ReportResult, unreadableReport } from '../formats/result.js';
import type { AuditOptions } from '../index.js';
import { VocabularyError, vocabulary } from '../language/vocabulary.js';
import { GradesFileError, grades } from '../report/claims/grades.js';
import { UsageError } from './host.js';
import { rubricServices } from './rubric-files.js';
import type { Services } from './services.js';

/** The commands' services on the real program: audits run in worker threads. */
export const services: Services = {
  rules: ALL_RULES,
  readRuleFiles: () => {
    try {
      vocabulary();
      grades();
    } catch (error) {
      if (error instanceof VocabularyError || error instanceof GradesFileError)
        throw new UsageError(error.message);
      throw error;
    }
  },
  collect,
  audit: async (files, { rubric, year, limits }, signal, onProgress) => {
    const options: AuditOptions = { rubric, year, limits };
    const job = { module: new URL('../index.js', import.meta.url).href, name: 'audit', options };
    const reports: ReportResult[] = [];
    const results = runBatch<ReportResult>(files, job, { limits, signal, onProgress });
    for await (const result of results)
      reports.push(
        result.status === 'audited'
          ? { ...result.value, file: result.file }
          : unreadableReport(result.file, result.reason),
      );
    return reports;
  },
  rubrics: rubricServices,
};
