import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/checks/batch/digest.ts';
import { cacheFolder, openCache } from '../../src/cli/cache.ts';
import { DEFAULT_LIMITS } from '../../src/documents/limits.ts';
import { readReport } from '../../src/report/index.ts';
import { sketch } from '../support/document.ts';
import { report } from '../support/result.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jihe-cache-'));
  file = path.join(folder, '报告.docx');
  writeFileSync(file, 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = {
  report: report(),
  digest: digestOf(readReport(sketch('2023年度青岚区水利局整体支出绩效自评报告'))),
};
const open = (options: unknown = { year: null }) =>
  openCache(path.join(folder, 'cache'), options, DEFAULT_LIMITS);

describe('the cache of results', () => {
  it('finds what it kept, key by key', () => {
    open().keep(file, entry);
    expect(JSON.stringify(open().find(file))).toBe(JSON.stringify(entry));
  });

  it('finds nothing once the file, or an option, is another', () => {
    open().keep(file, entry);
    expect(open({ year: 2024 }).find(file)).toBeNull();
    writeFileSync(file, 'two');
    expect(open().find(file)).toBeNull();
  });

  it('takes a damaged entry for none', () => {
    open().keep(file, entry);
    for (const name of readdirSync(path.join(folder, 'cache')))
      writeFileSync(path.join(folder, 'cache', name), '{"report":1}');
    expect(open().find(file)).toBeNull();
  });

  it('is no error where it cannot be written or the file cannot be read', () => {
    writeFileSync(path.join(folder, 'taken'), '');
    const cache = openCache(path.join(folder, 'taken'), {}, DEFAULT_LIMITS);
    expect(() => cache.keep(file, entry)).not.toThrow();
    expect(cache.find(path.join(folder, '没有.docx'))).toBeNull();
  });

  it('stands where the system keeps caches', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' })).toBe(path.join('/x', 'jihe'));
  });
});
