import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { auditResultSchema } from '../../src/formats/result-schema.ts';

/** The whole command as users run it: argument line, status, what it printed. Runs on the built program. */
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const samples = fileURLToPath(new URL('../../samples', import.meta.url));

let folder = '';
beforeAll(async () => {
  if (!existsSync(program)) throw new Error('请先运行 npm run build');
  folder = await mkdtemp(path.join(tmpdir(), 'jihe-command-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function jihe(...argv: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...argv], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('close', (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

describe('jihe check', () => {
  it('samples/: findings, status 1, JSON of the contract', async () => {
    const { status, out } = await jihe('check', samples, '-f', 'json');
    const result = auditResultSchema.parse(JSON.parse(out));
    expect(status).toBe(1);
    expect(result.summary).toMatchObject({ reports: 6, audited: 6, unreadable: 0 });
  });

  it('a clean sample: status 0, and what was checked', async () => {
    const { status, out } = await jihe('check', path.join(samples, '项目自评表-无误.doc'));
    expect(status).toBe(0);
    expect(out).toContain('未发现问题（核对了');
  });

  it('a missing file beside a good one: the good one audited, status 2, one sentence', async () => {
    const { status, out, err } = await jihe(
      'check',
      '没有.docx',
      path.join(samples, '项目自评表-无误.doc'),
      '-f',
      'json',
    );
    expect(status).toBe(2);
    expect(JSON.parse(out).summary).toMatchObject({ audited: 1, unreadable: 1 });
    expect(err).toMatch(/^无法审核 没有\.docx：\S+\n$/u);
  });

  it.each([
    ['empty', ''],
    ['text', '这不是报告'],
    ['half a zip', 'PK\u0003\u0004'],
  ])('%s under the name of a report: a reason, never a stack trace', async (name, content) => {
    const file = path.join(folder, `${name}.docx`);
    await writeFile(file, content);
    const { status, out, err } = await jihe('check', file);
    expect(status).toBe(2);
    expect(out).toMatch(/无法审核\n {2}[\u4e00-\u9fff]/u);
    expect(out + err).not.toMatch(/\bat .*\.[jt]s:\d|node_modules/u);
  });

  it('a folder without reports says so', async () => {
    const { status, out } = await jihe('check', folder.replace(/$/u, '/.'));
    expect(status).toBe(2);
    expect(out).toContain('无法审核');
  });

  it('-f docx: one file per report, the originals untouched, opened again without loss', async () => {
    const original = path.join(folder, '报告.docx');
    await copyFile(path.join(samples, '部门整体-有误.docx'), original);
    const before = await readFile(original);
    const { status } = await jihe(
      'check',
      original,
      path.join(samples, '结论在前-有误.pdf'),
      '-f',
      'docx',
      '-o',
      '意见/',
    );
    expect(status).toBe(1);
    expect((await readdir(path.join(folder, '意见'))).sort()).toEqual(
      ['报告-审核意见.docx', '结论在前-有误-审核意见.docx'].sort(),
    );
    expect(await readFile(original)).toEqual(before);
    // The copy is the same report: comments are no part of its words.
    const [first, second] = await Promise.all(
      [original, path.join(folder, '意见', '报告-审核意见.docx')].map(async (file) => {
        const { out } = await jihe('check', file, '-f', 'json');
        return auditResultSchema.parse(JSON.parse(out)).reports[0];
      }),
    );
    const rules = (report: typeof first) =>
      report?.findings.map(({ rule, claimed, expected }) => [rule, claimed, expected]);
    expect(rules(second)).toEqual(rules(first));
  });

  it('a reader that stops listening is no error', async () => {
    const { err } = await new Promise<Outcome>((resolve) => {
      const child = spawn(process.execPath, [program, 'check', samples, '-f', 'json'], { cwd: folder });
      child.stdout.destroy();
      const chunks: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('close', (status) => resolve({ status, out: '', err: Buffer.concat(chunks).toString() }));
    });
    expect(err).not.toContain('EPIPE');
  });

  it('Ctrl-C ends in order: what is done is written, status 130', async () => {
    const many = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const file = path.join(folder, `批量${index}.docx`);
        await copyFile(path.join(samples, '部门整体-无误.docx'), file);
        return file;
      }),
    );
    const output = path.join(folder, '中断.json');
    const child = spawn(
      process.execPath,
      [program, 'check', ...many, '--no-cache', '-f', 'json', '-o', output],
      {
        cwd: folder,
      },
    );
    let asked = false;
    const status = await new Promise<number | null>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        if (!asked && chunk.toString().includes('已审')) asked = child.kill('SIGINT');
      });
      child.on('close', resolve);
    });
    expect(status).toBe(130);
    const { reports } = auditResultSchema.parse(JSON.parse(await readFile(output, 'utf8')));
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.length).toBeLessThan(40);
  });
});

describe('README.md', () => {
  const readme = (): Promise<string> => readFile(new URL('../../README.md', import.meta.url), 'utf8');

  it('shows what the command really prints', async () => {
    const example = /```text\n(.*?)```/su.exec(await readme())?.[1] ?? '';
    const { out } = await jihe('check', path.join(samples, '部门整体-有误.docx'));
    const lines = example.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(out).toContain(line);
  });

  it('names every format, command and option', async () => {
    const text = await readme();
    const help = (await Promise.all([jihe('--help'), jihe('check', '--help')]))
      .map(({ out }) => out)
      .join('\n');
    for (const { name } of FORMATS) expect(text).toContain(`\`${name}\``);
    const options = [...help.matchAll(/--[a-z-]+/gu)].map(([option]) => option);
    for (const option of options.filter((one) => !['--help', '--version'].includes(one)))
      expect(text).toContain(option);
    for (const command of ['check', 'rules', 'explain', 'compare', 'rubric'])
      expect(text).toContain(`jihe ${command}`);
  });
});

describe('jihe rubric', () => {
  it('from a report: a file that check takes, and the report agrees with its own table', async () => {
    const report = path.join(samples, '部门整体-无误.docx');
    const { status, out } = await jihe('rubric', 'from', report);
    expect(status).toBe(0);
    const file = path.join(folder, '标准.yaml');
    await writeFile(file, out);
    const checked = await jihe('check', report, '-r', file, '-f', 'json');
    const [found] = auditResultSchema.parse(JSON.parse(checked.out)).reports;
    expect(found?.findings.filter(({ rule }) => rule.startsWith('rubric/'))).toEqual([]);
    expect(checked.status).toBe(0);
  });

  it('a rubric with a wrong key is refused before anything is audited', async () => {
    const file = path.join(folder, '错.yaml');
    await writeFile(file, 'id: a\ntitle: b\nindicatorz: []\n');
    const { status, out, err } = await jihe('check', samples, '-r', file);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('indicatorz');
  });

  it('lists and shows the built-in ones', async () => {
    expect((await jihe('rubric', 'list')).out).toContain('project-form');
    expect((await jihe('rubric', 'show', 'project-form')).out).toContain('indicators:');
    expect((await jihe('rubric', 'show', 'nope')).status).toBe(2);
  });
});
