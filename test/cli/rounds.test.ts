import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditResult } from '../../src/formats/result.ts';
import { finding, report } from '../support/result.ts';
import { jihe } from './stub.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jihe-rounds-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const old = finding({ fingerprint: 'aaaaaaaaaaaaaaaa', title: '已改的' });
const kept = finding({ fingerprint: 'bbbbbbbbbbbbbbbb', title: '没改的' });
const fresh = finding({ fingerprint: 'cccccccccccccccc', title: '新出的', severity: 'warning' });

async function saved(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('jihe compare', () => {
  it('tells mended, remaining and new findings by unit; status 1 while errors remain', async () => {
    const before = await saved('1.json', auditResult([report({ findings: [old, kept] })]));
    const after = await saved('2.json', auditResult([report({ findings: [kept, fresh] })]));
    const { out, status } = await jihe(['compare', before, after]);
    expect(status).toBe(1);
    expect(out).toMatch(/已整改 1 条\n.*已改的[\s\S]*未整改 1 条\n.*没改的[\s\S]*新增 1 条\n.*新出的/u);
    expect(out).toContain('共 1 个单位：已整改 1 条，未整改 1 条，新增 1 条');
    expect((await jihe(['compare', before, before, '-f', 'json'])).out).toContain('"jihe-rounds/1"');
  });

  it('status 0 when no error is left', async () => {
    const before = await saved('1.json', auditResult([report({ findings: [old] })]));
    const after = await saved('2.json', auditResult([report({ findings: [fresh] })]));
    expect((await jihe(['compare', before, after])).status).toBe(0);
  });

  it.each([
    ['not JSON', '{'],
    ['another JSON', '{"schema":"other/1"}'],
  ])('%s is refused with a sentence', async (_case, content) => {
    const good = await saved('1.json', auditResult([]));
    const { status, err, out } = await jihe(['compare', good, await saved('2.json', content)]);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('不是 jihe check -f json 写出的结果');
  });
});

describe('findings set aside', () => {
  const file = (): string => path.join(folder, '报告.docx');
  const entry = (fingerprint: string): string =>
    `suppressions:\n  - fingerprint: ${fingerprint}\n    reason: 已向财政局说明\n    by: 张三\n`;

  it('no longer count, and stay in the JSON with reason and name', async () => {
    await saved('jihe-suppressions.yaml', entry(kept.fingerprint));
    const { status, out } = await jihe(['check', folder, '-f', 'json'], {
      reports: [report({ file: file(), findings: [kept] })],
    });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      summary: { errors: 0 },
      reports: [{ findings: [{ suppressed: { reason: '已向财政局说明', by: '张三' } }] }],
    });
  });

  it('an entry without a finding is told', async () => {
    await saved('jihe-suppressions.yaml', entry(old.fingerprint));
    const { status, err } = await jihe(['check', file()], {
      reports: [report({ file: file(), findings: [kept] })],
    });
    expect(status).toBe(1);
    expect(err).toContain('aaaaaaaaaaaaaaaa（已向财政局说明）没有对应的问题');
  });

  it('a wrong file stops the run before anything is audited', async () => {
    await saved('jihe-suppressions.yaml', 'suppressions:\n  - fingerprint: x\n');
    const { status, out, err } = await jihe(['check', file()], { reports: [report({ file: file() })] });
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('第2行');
  });
});
