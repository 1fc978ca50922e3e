import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BatchEntry } from '../across-reports.js';
import { readBytes } from '../batch/read-bytes.js';
import type { Limits } from '../documents/limits.js';
import { reportSchema, whereSchema } from '../formats/result-schema.js';

/**
 * Results of earlier runs, so that a second run over a folder audits only what has changed. An entry is found by the
 * file's content, the program, its rule files and the options together: none of them can change unnoticed. Entries
 * stay on this machine, in the user's own cache folder.
 */
export interface ResultCache {
  /** The result of this very file under these very options, null when there is none. */
  readonly find: (file: string) => BatchEntry | null;
  /** Keeps a result; a disk that is full or read-only is no error. */
  readonly keep: (file: string, entry: BatchEntry) => void;
}

/** Entries kept at most, the oldest going first. */
const MOST_ENTRIES = 2000;

const entrySchema = z.object({
  report: reportSchema,
  digest: z.object({
    unit: z.string().nullable(),
    year: z.int().nullable(),
    kind: z.enum(['department', 'project']),
    passages: z.array(z.object({ text: z.string(), where: whereSchema })),
    amounts: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        year: z.int(),
        low: z.string(),
        high: z.string(),
        shown: z.string(),
        quote: z.string(),
        where: whereSchema,
      }),
    ),
  }),
});

/** Opens the cache for one run; `options` is everything that shapes a result besides the file. */
export function openCache(folder: string, options: unknown, limits: Limits): ResultCache {
  const stamp = createHash('sha256').update(programStamp()).update(JSON.stringify(options)).digest('hex');
  const names = new Map<string, string | null>();
  const nameOf = (file: string): string | null => {
    const known = names.get(file);
    if (known !== undefined) return known;
    const name = contentName(file, stamp, limits);
    names.set(file, name);
    return name;
  };
  return {
    find: (file) => {
      const name = nameOf(file);
      return name === null ? null : readEntry(join(folder, name));
    },
    keep: (file, entry) => {
      const name = nameOf(file);
      if (name !== null) writeEntry(folder, name, entry);
    },
  };
}

/** Where a system keeps what can be made again. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base =
    environment.XDG_CACHE_HOME ??
    environment.LOCALAPPDATA ??
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
  return join(base, 'jihe');
}

/** The program and its rule files, by size and time of every file: a rebuilt or edited one is another program. */
function programStamp(): string {
  const roots = [new URL('../', import.meta.url), new URL('../../rules/', import.meta.url)].map((url) =>
    fileURLToPath(url),
  );
  return roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
    )
    .sort()
    .map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path}:${size}:${mtimeMs}`;
    })
    .join('\n');
}

function contentName(file: string, stamp: string, limits: Limits): string | null {
  try {
    const bytes = readBytes(file, limits.fileBytes);
    return `${createHash('sha256').update(stamp).update(bytes).digest('hex')}.json`;
  } catch {
    // The audit itself says what is wrong with the file.
    return null;
  }
}

function readEntry(path: string): BatchEntry | null {
  try {
    return entrySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function writeEntry(folder: string, name: string, entry: BatchEntry): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const half = join(folder, `${name}.${process.pid}`);
    writeFileSync(half, JSON.stringify(entry), { mode: 0o600 });
    renameSync(half, join(folder, name));
    prune(folder);
  } catch {
    // A run without a cache is only slower.
  }
}

let writesUntilPrune = 0;

/** Looks over the folder once in so many writes. */
function prune(folder: string): void {
  if (writesUntilPrune-- > 0) return;
  writesUntilPrune = 200;
  const entries = readdirSync(folder).map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }));
  entries.sort((a, b) => b.time - a.time);
  for (const { name } of entries.slice(MOST_ENTRIES)) rmSync(join(folder, name), { force: true });
}
