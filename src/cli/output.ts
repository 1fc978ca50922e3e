import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shownNames } from '../formats/files.js';
import type { Format, FormatOptions, Rendered, ReportFormat } from '../formats/format.js';
import { printable } from '../formats/printable.js';
import type { AuditResult } from '../formats/result.js';
import { type Host, UsageError } from './host.js';

/** Where a result goes: standard output, a file, or a folder that takes one file per report. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

/**
 * Checks, before anything is audited, that the result can go where it was asked to, and that no submitted
 * report is ever written over.
 */
export async function resolveTarget(
  format: Format,
  output: string | undefined,
  inputs: readonly string[],
  host: Host,
): Promise<Target> {
  if (output === undefined) return withoutOutput(format, host);
  const isFolder = await isDirectory(output);
  const namesFile = path.extname(output).toLowerCase() === `.${format.extension}`;
  if (format.scope === 'report' && (isFolder || inputs.length !== 1 || !namesFile))
    return { kind: 'folder', path: await usableFolder(output, isFolder) };
  if (isFolder)
    throw new UsageError(
      `输出位置 ${printable(output)} 是文件夹，请给出文件名，例如 ${printable(path.join(output, `问题清单.${format.extension}`))}`,
    );
  await refuseInputs(output, inputs);
  if (!(await isDirectory(path.dirname(output))))
    throw new UsageError(`输出位置所在的文件夹 ${printable(path.dirname(output))} 不存在，请先建立`);
  return { kind: 'file', path: output };
}

function withoutOutput(format: Format, host: Host): Target {
  if (format.scope === 'report')
    throw new UsageError(`${format.name} 格式每份报告生成一个文件，请用 -o 指定存放的文件夹`);
  if (format.binary && host.outIsTerminal)
    throw new UsageError(
      `${format.name} 格式不能显示在终端上，请用 -o 指定文件，例如 -o 问题清单.${format.extension}`,
    );
  return { kind: 'stdout' };
}

async function usableFolder(output: string, exists: boolean): Promise<string> {
  if (exists) return output;
  if (await exactPath(output))
    throw new UsageError(`输出位置 ${printable(output)} 是一个文件，这里需要文件夹`);
  await mkdir(output, { recursive: true }).catch((cause: unknown) => {
    throw new UsageError(`无法建立文件夹 ${printable(output)}：${systemReason(cause)}`);
  });
  return output;
}

/** Writes the result; the paths written are returned. */
export async function deliver(
  result: AuditResult,
  format: Format,
  target: Target,
  options: FormatOptions,
  host: Host,
): Promise<readonly string[]> {
  if (format.scope === 'report') return deliverEach(result, format, target, options);
  const rendered = await format.render(result, options);
  if (target.kind === 'stdout') {
    host.out(rendered);
    return [];
  }
  await save(target.path, rendered);
  return [target.path];
}

async function deliverEach(
  result: AuditResult,
  format: ReportFormat,
  target: Target,
  options: FormatOptions,
): Promise<readonly string[]> {
  if (target.kind === 'stdout') throw new UsageError(`${format.name} 格式需要用 -o 指定位置`);
  const inputs = result.reports.map((report) => report.file);
  const shown = shownNames(inputs);
  const taken = new Set<string>();
  const written: string[] = [];
  for (const report of result.reports) {
    if (report.status !== 'audited') continue;
    const place =
      target.kind === 'file'
        ? target.path
        : path.join(target.path, freeName(report.file, shown, format, taken));
    await refuseInputs(place, inputs);
    const original = await readFile(report.file).catch(() => null);
    await save(place, await format.render(report, original, options));
    written.push(place);
  }
  return written;
}

/**
 * 审核意见 behind the report's own name. Where two reports of one batch share it, their folders come before it
 * (临江镇-自评报告-审核意见.docx); where only their kinds differ, the kind; a number at last.
 */
function freeName(
  file: string,
  shown: ReadonlyMap<string, string>,
  format: ReportFormat,
  taken: Set<string>,
): string {
  const kind = path.extname(file);
  const own = path.basename(file, kind);
  const called = (shown.get(file) ?? own).split('/').filter((part) => !/^\.*$|:$/u.test(part));
  const stem = [...called.slice(0, -1), own].join('-');
  for (let count = 0; ; count++) {
    const apart = count === 0 ? '' : count === 1 ? `（${kind.slice(1)}）` : `(${count})`;
    const name = `${stem}${apart}-审核意见.${format.extension}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

async function refuseInputs(output: string, inputs: readonly string[]): Promise<void> {
  const target = (await exactPath(output)) ?? path.resolve(output);
  for (const input of inputs) {
    if (((await exactPath(input)) ?? path.resolve(input)) === target)
      throw new UsageError(`输出文件 ${printable(output)} 就是送审的报告，不能覆盖，请换一个文件名`);
  }
}

async function save(place: string, rendered: Rendered): Promise<void> {
  await writeFile(place, rendered).catch((cause: unknown) => {
    throw new UsageError(`无法写入 ${printable(place)}：${systemReason(cause)}`);
  });
}

const exactPath = (place: string): Promise<string | null> => realpath(place).catch(() => null);

const isDirectory = async (place: string): Promise<boolean> =>
  (await stat(place).catch(() => null))?.isDirectory() ?? false;

/** The usual reasons of the file system in Chinese; others by their code. */
export function systemReason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return SYSTEM_REASONS.get(code) ?? (code === '' ? '原因不明' : `系统报告 ${code}`);
}

const SYSTEM_REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', '没有权限'],
  ['EPERM', '没有权限'],
  ['ENOENT', '路径不存在'],
  ['ENOSPC', '磁盘已满'],
  ['EROFS', '磁盘只读'],
  ['EBUSY', '文件正被其他程序占用，请先关闭'],
  ['EISDIR', '那是一个文件夹'],
  ['ENAMETOOLONG', '文件名太长'],
]);
