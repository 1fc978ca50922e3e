import type { Candidate } from '../../src/batch/index.ts';
import { defineRule, type Rule } from '../../src/checks/rule.ts';
import type { Host } from '../../src/cli/host.ts';
import { UsageError } from '../../src/cli/host.ts';
import { run } from '../../src/cli/program.ts';
import type { Services } from '../../src/cli/services.ts';
import { auditResult, type ReportResult } from '../../src/formats/result.ts';

export const RULE: Rule = defineRule({
  id: 'score/total-vs-items',
  severity: 'error',
  title: '得分合计不符',
  summary: '评分表的合计不等于各行之和',
  basis: '合计必须等于各行之和。',
  example: '合计 100，各行之和 96。',
  limits: ['有无法读出的行时不判断。'],
  check: () => [],
  message: () => '',
  suggestion: () => '',
});

/** What a command line did: its status and what it wrote. */
export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line against results made up by the test. */
export async function jihe(
  argv: readonly string[],
  given: {
    readonly reports?: readonly ReportResult[];
    readonly candidates?: readonly Candidate[];
    readonly host?: Partial<Host>;
    readonly services?: Partial<Services>;
  } = {},
): Promise<Outcome> {
  const written = { out: '', err: '' };
  const reports = given.reports ?? [];
  const host: Host = {
    out: (chunk) => {
      written.out += typeof chunk === 'string' ? chunk : `<${chunk.length} bytes>`;
    },
    err: (chunk) => {
      written.err += chunk;
    },
    colour: false,
    outIsTerminal: false,
    errIsTerminal: false,
    width: 100,
    version: '0.1.0',
    now: () => new Date(2024, 4, 1),
    signal: new AbortController().signal,
    ...given.host,
  };
  const services: Services = {
    rules: async () => [RULE],
    collect: async () => ({
      candidates: given.candidates ?? reports.map((report) => ({ kind: 'file', path: report.file })),
      skipped: [],
      own: [],
    }),
    audit: async () => reports,
    rubrics: async () => ({
      list: async () => [{ id: 'project-form', title: '项目支出绩效自评表' }],
      load: async (id) => {
        throw new UsageError(`没有 ${id} 这套评分标准`);
      },
      print: () => '',
      fromReport: async () => ({ id: '', title: '', indicators: [] }),
    }),
    ...given.services,
  };
  return { status: await run(argv, host, services), ...written };
}

export const summaryOf = (reports: readonly ReportResult[]) => auditResult(reports).summary;
