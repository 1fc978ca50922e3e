import type { Candidate } from '../batch/index.js';
import type { FormatOptions } from '../formats/format.js';
import { FORMATS, formatNamed } from '../formats/index.js';
import { printable } from '../formats/printable.js';
import { auditResult, type ReportResult, unreadableReport } from '../formats/result.js';
import { skippedLine, summaryLine } from '../formats/words.js';
import { EXIT, exitStatus, FAIL_ON, type FailOn } from './exit.js';
import { type Host, UsageError } from './host.js';
import { limitsFrom } from './limits.js';
import { deliver, resolveTarget } from './output.js';
import { progressLine } from './progress.js';
import type { Services } from './services.js';
import { setAside, suppressionsBeside } from './suppressions.js';

/** Options of `jihe check` as the command line gives them. */
export interface CheckOptions {
  readonly format: string;
  readonly output?: string;
  readonly rubric?: string;
  readonly year?: string;
  readonly failOn: string;
  readonly limit?: readonly string[];
  readonly verbose?: boolean;
  /** False with --no-cache. */
  readonly cache: boolean;
  /** False with --no-color. */
  readonly color: boolean;
}

/** Audits everything under the paths and writes the list; returns the exit status. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  host: Host,
  services: Services,
): Promise<number> {
  const format = formatNamed(options.format);
  if (!format)
    throw new UsageError(
      `没有 ${printable(options.format)} 这种输出格式，可选：${FORMATS.map(({ name }) => name).join('、')}`,
    );
  const failOn = failOnOf(options.failOn);
  const year = yearOf(options.year);
  const limits = limitsFrom(options.limit ?? []);
  const rubric = options.rubric === undefined ? null : await (await services.rubrics()).load(options.rubric);
  const { candidates, skipped, own } = await services.collect(paths);
  const files = candidates.flatMap((candidate) => (candidate.kind === 'file' ? [candidate.path] : []));
  const target = await resolveTarget(format, options.output, files, host);

  const aside = await suppressionsBeside(paths, files);
  const progress = await progressLine(host);
  const audited = await services.audit(
    files,
    { rubric, year, limits, useCache: options.cache },
    host.signal,
    progress.update,
  );
  progress.clear();
  const result = auditResult(setAside(inOrder(candidates, audited), aside, host), skipped, own);

  const written = await deliver(
    result,
    format,
    target,
    formatOptions(options, target.kind === 'stdout', host),
    host,
  );
  if (target.kind !== 'stdout') {
    for (const line of writtenLines(written, target.path)) host.err(`${line}\n`);
    host.err(`${summaryLine(result)}\n`);
  }

  // The text list on the screen has told them already.
  const told = target.kind === 'stdout' && format.name === 'text';
  const left = skippedLine(result);
  if (!told && left !== '') host.err(`${printable(left)}\n`);
  for (const report of told ? [] : result.reports)
    if (report.status === 'unreadable')
      host.err(`无法审核 ${printable(report.file)}：${printable(report.reason ?? '')}\n`);
  if (host.signal.aborted) {
    host.err(`已中断：${audited.length} 份已审，${files.length - audited.length} 份未审\n`);
    return EXIT.interrupted;
  }
  return exitStatus(result, failOn);
}

/** More files than this are counted: a batch of two hundred fills no screen. */
const MOST_NAMED = 10;

const writtenLines = (written: readonly string[], target: string): readonly string[] =>
  written.length > MOST_NAMED
    ? [`已写入 ${printable(target)}：${written.length} 个文件`]
    : written.map((place) => `已写入 ${printable(place)}`);

/** Results and problems together, in the order in which the paths were given. */
function inOrder(candidates: readonly Candidate[], audited: readonly ReportResult[]): ReportResult[] {
  const byFile = new Map(audited.map((report) => [report.file, report]));
  return candidates.flatMap((candidate) => {
    if (candidate.kind === 'problem') return [unreadableReport(candidate.path, candidate.reason)];
    const report = byFile.get(candidate.path);
    return report ? [report] : [];
  });
}

function formatOptions(options: CheckOptions, toStdout: boolean, host: Host): FormatOptions {
  return {
    verbose: options.verbose ?? false,
    colour: toStdout && host.colour && options.color,
    width: toStdout ? host.width : 100,
    version: host.version,
    now: host.now(),
  };
}

function failOnOf(given: string): FailOn {
  const known = FAIL_ON.find((value) => value === given);
  if (!known) throw new UsageError(`--fail-on 不能是 ${printable(given)}，可选：${FAIL_ON.join('、')}`);
  return known;
}

function yearOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^(?:19|20)\d\d$/u.test(given))
    throw new UsageError(`--year 应为四位年份，例如 2023，不能是 ${printable(given)}`);
  return Number(given);
}
