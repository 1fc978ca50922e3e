import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/documents/limits.ts';
import { compiledBatch } from './compiled.ts';

type Batch = typeof import('../../src/batch/index.ts');
type Value = { readonly words: string; readonly options?: unknown; readonly threadId?: number };
type Result = import('../../src/batch/index.ts').BatchResult<Value>;

const LIMITS = { ...DEFAULT_LIMITS, seconds: 2, heapMegabytes: 60 };
const JOB = {
  module: new URL('./jobs.mjs', import.meta.url).href,
  name: 'treat',
  options: () => ({ year: 2023 }),
};
const folder = mkdtempSync(join(tmpdir(), 'jihe-run-'));
let batch: Batch;

beforeAll(async () => {
  batch = await compiledBatch();
});
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
/** A file that holds the words; a new one each time, so that orders may repeat. */
const file = (words: string): string => {
  const path = join(folder, `${++written}.txt`);
  writeFileSync(path, words);
  return path;
};

const run = (files: readonly string[], options: Partial<Parameters<Batch['runBatch']>[2]> = {}) =>
  batch.runBatch<Value>(files, JOB, { limits: LIMITS, workers: 2, ...options });

async function all(results: AsyncIterable<Result>): Promise<Result[]> {
  const gathered: Result[] = [];
  for await (const result of results) gathered.push(result);
  return gathered;
}

const shown = (results: readonly Result[]): string[] =>
  results.map((result) => (result.status === 'audited' ? result.value.words : result.reason));

describe('one bad file never stops the others', () => {
  test.each([
    ['loop', /超过 2 秒的时限/],
    ['devour', /内存超过上限 60 MB/],
    ['exit', /意外退出/],
    ['throw', /程序出错.*TypeError: 第一行）/],
    ['later', /程序出错.*too late/],
    ['uncloneable', /程序出错/],
  ])('%s', async (order, reason) => {
    const results = await all(run([file('first'), file(order), file('last')], { workers: 1 }));
    expect(shown(results)).toEqual(['first', expect.stringMatching(reason), 'last']);
    expect(shown(results)[1]).not.toMatch(/\n|\bat /);
  });

  test('a file that vanished, a folder, a file without permission', async () => {
    const secret = file('secret');
    chmodSync(secret, 0);
    const results = await all(run([join(folder, 'gone.docx'), folder, secret, file('last')]));
    const readable = process.getuid?.() === 0;
    expect(shown(results)).toEqual([
      expect.stringMatching(/^文件不存在/),
      expect.stringMatching(/文件夹/),
      readable ? 'secret' : expect.stringMatching(/权限/),
      'last',
    ]);
  });

  test('a file beyond the size limit is refused before it is read', async () => {
    const limits = { ...LIMITS, fileBytes: 10 };
    const results = await all(run([file('0123456789'), file('0123456789+')], { limits }));
    expect(shown(results)).toEqual(['0123456789', expect.stringMatching(/超过上限/)]);
  });

  test('options that cannot be worked out end the batch', async () => {
    const job = {
      ...JOB,
      options: () => {
        throw new Error('rules/grades.yaml');
      },
    };
    await expect(all(batch.runBatch<Value>([file('a')], job, { limits: LIMITS }))).rejects.toThrow(
      'rules/grades.yaml',
    );
  });

  test('a worker that replaces another is told the options, too', async () => {
    const results = await all(run([file('exit'), file('last')], { workers: 1 }));
    expect(results[1]).toMatchObject({ value: { options: { year: 2023 } } });
  });

  test('a job that cannot be loaded is the reason for every file, not a crash', async () => {
    const job = { ...JOB, module: new URL('./missing.mjs', import.meta.url).href };
    const results = await all(batch.runBatch<Value>([file('a'), file('b')], job, { limits: LIMITS }));
    expect(results.map(({ status }) => status)).toEqual(['unreadable', 'unreadable']);
  });
});

test('results come in the order of the files, whatever finishes first', async () => {
  const orders = ['wait 120', 'wait 1', 'a', 'wait 60', 'b', 'c'];
  expect(shown(await all(run(orders.map(file))))).toEqual(orders);
});

test('a worker is kept for the next file, and the options reach the job', async () => {
  const results = await all(run(['a', 'b', 'c'].map(file), { workers: 1 }));
  const values = results.map((result) => (result.status === 'audited' ? result.value : null));
  expect(new Set(values.map((value) => value?.threadId)).size).toBe(1);
  expect(values[0]?.options).toEqual({ year: 2023 });
});

test('a rejected promise that a library forgot costs neither its file nor the next', async () => {
  expect(shown(await all(run(['forgotten', 'forgotten', 'a'].map(file), { workers: 1 })))).toEqual([
    'forgotten',
    'forgotten',
    'a',
  ]);
});

test('progress counts every file once and ends at the total', async () => {
  const seen: number[] = [];
  await all(
    run(['a', 'throw', 'b', 'c'].map(file), {
      onProgress: ({ done, total }) => {
        expect(total).toBe(4);
        seen.push(done);
      },
    }),
  );
  expect(seen).toEqual([1, 2, 3, 4]);
});

test('stopping ends at once and yields what is finished', async () => {
  const abort = new AbortController();
  const files = [file('a'), file('b'), file('loop'), file('loop'), file('c')];
  const began = Date.now();
  const limits = { ...LIMITS, seconds: 30 };
  const results = await all(
    run(files, {
      limits,
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done === 2) setTimeout(() => abort.abort(), 20);
      },
    }),
  );
  expect(shown(results)).toEqual(['a', 'b']);
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('a signal that fired before the start yields nothing', async () => {
  expect(await all(run([file('a')], { signal: AbortSignal.abort() }))).toEqual([]);
});

test('a caller that has had enough ends the workers', async () => {
  for await (const { status } of run(['a', 'loop', 'loop', 'b'].map(file), {
    limits: { ...LIMITS, seconds: 30 },
  })) {
    expect(status).toBe('audited');
    break;
  }
});

test('no files, no workers', async () => {
  expect(await all(run([]))).toEqual([]);
});

test('results that wait behind a slow file are few: memory does not grow with the number of files', async () => {
  let started = 0;
  const files = [file('wait 600'), ...Array.from({ length: 100 }, () => file('fill 1000'))];
  for await (const _ of run(files, { onProgress: () => started++ })) {
    expect(started).toBeLessThan(40);
    break;
  }
});
