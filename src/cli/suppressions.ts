import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { printable } from '../formats/printable.js';
import type { ReportResult } from '../formats/result.js';
import { SUPPRESSIONS_FILE, type Suppression, suppress } from '../rounds/suppressions.js';
import { type Host, UsageError } from './host.js';
import { systemReason } from './output.js';

/** The findings set aside in the files beside the reports and in the folders that were named. */
export async function suppressionsBeside(
  paths: readonly string[],
  files: readonly string[],
): Promise<Suppression[]> {
  const folders = new Set(files.map((file) => path.dirname(path.resolve(file))));
  for (const given of paths) {
    const isFolder = (await stat(given).catch(() => null))?.isDirectory() ?? false;
    if (isFolder) folders.add(path.resolve(given));
  }
  const lists = await Promise.all([...folders].map((folder) => read(path.join(folder, SUPPRESSIONS_FILE))));
  return lists.flat();
}

async function read(file: string): Promise<readonly Suppression[]> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw new UsageError(`无法读取 ${printable(file)}：${systemReason(cause)}`);
  });
  if (text === null) return [];
  const { parseSuppressions } = await import('../rounds/suppressions-file.js');
  try {
    return parseSuppressions(text, file);
  } catch (error) {
    const { EditedFileError } = await import('../language/edited-file.js');
    if (error instanceof EditedFileError) throw new UsageError(printable(error.message));
    throw error;
  }
}

/** Marks what was set aside; entries that match no finding any more are told, so that the file stays true. */
export function setAside(
  reports: readonly ReportResult[],
  entries: readonly Suppression[],
  host: Host,
): readonly ReportResult[] {
  const { reports: marked, stale } = suppress(reports, entries);
  for (const { fingerprint, reason } of stale)
    host.err(`${SUPPRESSIONS_FILE} 中的 ${fingerprint}（${printable(reason)}）没有对应的问题，可以删去\n`);
  return marked;
}
