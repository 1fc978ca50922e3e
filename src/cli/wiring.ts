import type { BatchEntry } from '../across-reports.js';
import type { AuditOptions } from '../audit.js';
import { type BatchResult, collect, runBatch } from '../batch/index.js';
import type { Limits } from '../documents/limits.js';
import { type ReportResult, unreadableReport } from '../formats/result.js';
import type { AuditJob } from './audit-job.js';
import type { ResultCache } from './cache.js';
import { ruleFiles } from './rule-files.js';
import type { Services } from './services.js';

/**
 * The commands' services on the real program. Audits run in worker threads: this thread loads nothing of what they
 * need, and nothing else before they are started, so that they start the sooner.
 */
export const services: Services = {
  rules: async () => {
    const [{ ALL_RULES }, { BATCH_RULES }] = await Promise.all([
      import('../checks/index.js'),
      import('../checks/batch/index.js'),
    ]);
    return [...ALL_RULES, ...BATCH_RULES];
  },
  collect,
  audit: async (files, { rubric, year, limits, useCache }, signal, onProgress) => {
    const how = { rubric, year, limits };
    const job = {
      module: new URL('./audit-job.js', import.meta.url).href,
      name: 'auditJob',
      options: async (): Promise<AuditJob> => ({ ruleFiles: await ruleFiles(), audit: how }),
    };
    const cache = useCache ? await cacheFor(how, limits) : NO_CACHE;
    const results = new Map<string, BatchResult<BatchEntry>>();
    for (const file of files) {
      const value = cache.find(file);
      if (value) results.set(file, { file, status: 'audited', value });
    }
    const changed = files.filter((file) => !results.has(file));
    for await (const result of runBatch<BatchEntry>(changed, job, { limits, signal, onProgress })) {
      // Wanted at the end; loaded while the workers are busy.
      void acrossReports();
      results.set(result.file, result);
      if (result.status === 'audited') cache.keep(result.file, result.value);
    }
    return finished(files.flatMap((file) => results.get(file) ?? []));
  },
  rubrics: async () => (await import('./rubric-files.js')).rubricServices,
};

const acrossReports = async () => (await import('../across-reports.js')).acrossReports;

/** A cache that holds nothing: --no-cache. */
const NO_CACHE: ResultCache = { find: () => null, keep: () => {} };

async function cacheFor(how: AuditOptions, limits: Limits): Promise<ResultCache> {
  const { cacheFolder, openCache } = await import('./cache.js');
  return openCache(cacheFolder(), how, limits);
}

/** The reports of a run, with what shows only beside the others; the order is kept. */
async function finished(results: readonly BatchResult<BatchEntry>[]): Promise<ReportResult[]> {
  const audited = results.flatMap((result) =>
    result.status === 'audited'
      ? [{ ...result.value, report: { ...result.value.report, file: result.file } }]
      : [],
  );
  const across = await acrossReports();
  const reports = new Map((await across(audited)).map((report) => [report.file, report]));
  return results.map((result) =>
    result.status === 'audited'
      ? (reports.get(result.file) as ReportResult)
      : unreadableReport(result.file, result.reason),
  );
}
