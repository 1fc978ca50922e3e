/** From what a user names — files, folders, globs — to the files to audit, in an order a person expects. */
import type { Dirent, Stats } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { DEFAULT_LIMITS } from '../documents/limits.js';
import { HEAD_BYTES, isOwnOutput, mayBeOwnOutput } from '../documents/ooxml/own-output.js';
import { fileErrorReason, strangeFileReason } from './file-errors.js';
import { naturalOrder } from './natural-order.js';

/** A file to audit, or a path that gave none and why (one Chinese sentence). */
export type Candidate =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'problem'; readonly path: string; readonly reason: string };

/** What was found under the paths. */
export interface Collected {
  readonly candidates: readonly Candidate[];
  /** Files met in folders that no report comes in, but that a unit may have handed in: a table, a picture, an archive. */
  readonly skipped: readonly string[];
  /** Commented copies and opinions that an earlier run wrote there. */
  readonly own: readonly string[];
}

/**
 * Extensions under which units send reports. Those that cannot be read yet are among them, so that the report is
 * listed as unreadable instead of missing from the list.
 */
const REPORT_EXTENSIONS = new Set(
  ['docx', 'docm', 'doc', 'dotx', 'dotm', 'dot', 'pdf', 'wps', 'wpt', 'rtf', 'odt', 'ofd', 'uof', 'ceb'].map(
    (extension) => `.${extension}`,
  ),
);
/** What else a unit hands in: a form filled in Excel, a photographed page, an archive with the report inside. */
const HANDED_IN = new Set(
  'xls xlsx xlsm et ett csv jpg jpeg png bmp gif tif tiff heic webp zip rar 7z tar gz eml msg txt md htm html mht mhtml xml ppt pptx dps'
    .split(' ')
    .map((extension) => `.${extension}`),
);
/** First bytes of the carriers, for files without an extension: zip package, compound file, PDF. */
const CARRIER_STARTS = ['PK\x03\x04', '\xd0\xcf\x11\xe0', '%PDF'];
/** Word and WPS leave these beside an open document. */
const OWNER_FILE = /^~\$|^\.~/;
const OWNER_FILE_REASON = '这是 Word 打开文档时留下的临时文件（~$ 开头），不是报告；请改为审核原文档。';
/** Folders below folders; deeper is a loop that links hide. */
const DEEPEST_FOLDER = 100;

/**
 * Files to audit, each once however often and by whatever path it is named. Folders are walked in the order of
 * their names; what is no report, hidden, or an owner file is left out there, but taken when named itself. What an
 * earlier run wrote is taken only when it is named alone: of several names a shell may have made the list.
 * Every path that cannot be followed becomes a problem in its place; nothing is thrown.
 */
export async function collect(paths: readonly string[]): Promise<Collected> {
  const found = new Found();
  for (const path of paths) await collectPath(path, found, paths.length === 1);
  return { candidates: found.candidates, skipped: found.skipped, own: found.own };
}

/** What was found so far, and the real places of it. */
class Found {
  readonly candidates: Candidate[] = [];
  readonly skipped: string[] = [];
  readonly own: string[] = [];
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** Adds a file unless it is there already. */
  async file(path: string): Promise<void> {
    const place = await realpath(path);
    if (!this.#files.has(place)) this.candidates.push({ kind: 'file', path });
    this.#files.add(place);
  }

  problem(path: string, reason: string): void {
    this.candidates.push({ kind: 'problem', path, reason });
  }

  /** Whether a folder is walked for the first time: links must not lead in circles. */
  async enter(path: string): Promise<boolean> {
    const place = await realpath(path);
    const fresh = !this.#folders.has(place);
    this.#folders.add(place);
    return fresh;
  }
}

async function collectPath(path: string, found: Found, alone: boolean): Promise<void> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) await collectFolder(path, found);
    else if (!alone && (await isOwn(path, stats))) found.own.push(path);
    else await collectNamed(path, stats, found);
  } catch (error) {
    if (!isMissing(error) || !(await collectGlob(path, found))) found.problem(path, fileErrorReason(error));
  }
}

/** A file named by the user, or by a glob of the user's: taken whatever it is called. */
async function collectNamed(path: string, stats: Stats, found: Found): Promise<void> {
  const strange = strangeFileReason(stats);
  if (strange !== null) found.problem(path, strange);
  else if (OWNER_FILE.test(basename(path))) found.problem(path, OWNER_FILE_REASON);
  else await found.file(path);
}

async function collectFolder(path: string, found: Found): Promise<void> {
  const before = found.candidates.length;
  if (!(await found.enter(path))) return;
  const met = await walk(path, 0, found);
  if (!met && found.candidates.length === before)
    found.problem(path, '文件夹里没有 Word 或 PDF 报告；请检查路径是否正确。');
}

/** Walks a folder; tells whether it met any report, even one that is on the list already. */
async function walk(folder: string, depth: number, found: Found): Promise<boolean> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.problem(folder, fileErrorReason(error, '文件夹'));
    return true;
  }
  let met = false;
  for (const { name } of entries.sort((a, b) => naturalOrder(a.name, b.name))) {
    if (name.startsWith('.') || OWNER_FILE.test(name)) continue;
    const path = join(folder, name);
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) {
        if (depth < DEEPEST_FOLDER && (await found.enter(path)))
          met = (await walk(path, depth + 1, found)) || met;
      } else if (await isReport(path, stats)) {
        if (await isOwn(path, stats)) {
          found.own.push(path);
          continue;
        }
        met = true;
        await collectNamed(path, stats, found);
      } else if (HANDED_IN.has(extname(name).toLowerCase())) found.skipped.push(path);
    } catch (error) {
      // A dangling link or a file that has just vanished matters only when it goes by a report's name.
      if (!REPORT_EXTENSIONS.has(extname(name).toLowerCase())) continue;
      met = true;
      found.problem(path, fileErrorReason(error));
    }
  }
  return met;
}

/** Whether a file met in a folder is a report: by its extension, or, where it has none, by its first bytes. */
async function isReport(path: string, stats: Stats): Promise<boolean> {
  const extension = extname(path).toLowerCase();
  if (REPORT_EXTENSIONS.has(extension)) return true;
  if (extension !== '' || !stats.isFile()) return false;
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return CARRIER_STARTS.includes(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Whether a file is what an earlier run of this program wrote: told by its first bytes, and only then by its parts. */
async function isOwn(path: string, stats: Stats): Promise<boolean> {
  if (extname(path).toLowerCase() !== '.docx' || !stats.isFile() || stats.size > DEFAULT_LIMITS.fileBytes)
    return false;
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return mayBeOwnOutput(buffer) && isOwnOutput(await readFile(path));
  } finally {
    await handle.close();
  }
}

/** Files that fit a glob; false when the path is none. */
async function collectGlob(pattern: string, found: Found): Promise<boolean> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return false;
  const matches = await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, {
    onlyFiles: true,
    expandDirectories: false,
  });
  const reports = matches.filter((match) => !OWNER_FILE.test(basename(match)));
  if (reports.length === 0) found.problem(pattern, '没有文件符合这个通配符；请检查路径和写法。');
  for (const match of reports.sort(naturalOrder)) await collectPath(match, found, false);
  return true;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
