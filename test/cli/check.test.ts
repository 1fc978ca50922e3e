import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/host.ts';
import { DEFAULT_LIMITS } from '../../src/documents/limits.ts';
import { unreadableReport } from '../../src/formats/result.ts';
import { finding, report } from '../support/result.ts';
import { jihe, summaryOf } from './stub.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jihe-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const clean = report({ findings: [] });
const warned = report({ findings: [finding({ severity: 'warning' })] });
const noticed = report({ findings: [finding({ severity: 'notice' })] });
const broken = unreadableReport('坏.pdf', '文件是空的。');

describe('the exit status', () => {
  it.each([
    ['a clean report', [clean], [], 0],
    ['an error', [report()], [], 1],
    ['a warning by default', [warned], [], 0],
    ['a warning with --fail-on warning', [warned], ['--fail-on', 'warning'], 1],
    ['an error with --fail-on warning', [report()], ['--fail-on', 'warning'], 1],
    ['a notice with --fail-on notice', [noticed], ['--fail-on', 'notice'], 1],
    ['a notice with --fail-on warning', [noticed], ['--fail-on', 'warning'], 0],
    ['an error with --fail-on never', [report()], ['--fail-on', 'never'], 0],
    ['an unreadable file beside a clean one', [clean, broken], [], 2],
    ['an unreadable file with --fail-on never', [broken], ['--fail-on', 'never'], 2],
  ])('%s', async (_case, reports, options, status) => {
    expect((await jihe(['check', '报告', ...options], { reports })).status).toBe(status);
  });
});

describe('bad command lines', () => {
  it.each([
    [['check'], '缺少参数'],
    [['check', 'a.docx', '-f', 'word97'], '没有 word97 这种输出格式'],
    [['check', 'a.docx', '--year', '23'], '--year 应为四位年份'],
    [['check', 'a.docx', '--fail-on', 'bad'], '--fail-on 不能是 bad'],
    [['check', 'a.docx', '--limit', 'pages=many'], '--limit 应写成 名称=正整数'],
    [['check', 'a.docx', '--limit', 'sheets=5'], 'pages=6000'],
    [['check', 'a.docx', '--colour'], '没有 --colour 这个选项'],
    [['check', 'a.docx', '-o'], '后面缺少内容'],
    [['check', 'a.docx', '-r', 'nowhere'], '没有 nowhere 这套评分标准'],
    [['audit', 'a.docx'], '没有 audit 这个命令'],
    [['rules', 'extra'], '参数太多'],
    [['explain', 'score/none'], '没有 score/none 这条规则'],
    [['rubric', 'try', '--weight', '5'], '缺少必需的选项'],
    [['rubric', 'try', '--weight', 'x', '--rule', '酌情'], '--weight 应为分值'],
  ])('%j: status 2 and a Chinese sentence', async (argv, words) => {
    const outcome = await jihe(argv, { reports: [clean] });
    expect(outcome).toMatchObject({ status: 2, out: '' });
    expect(outcome.err).toContain(words);
    expect(outcome.err).not.toMatch(/error:|at .*\.[jt]s/u);
  });

  it('tells help in Chinese on standard output, status 0', async () => {
    const outcome = await jihe(['check', '--help']);
    expect(outcome.status).toBe(0);
    expect(outcome.out).toContain('用法：');
    expect(outcome.out).not.toMatch(/Usage|Options|display help|default:/u);
  });

  it('a wrong file of rules/ stops the run before anything is audited', async () => {
    const outcome = await jihe(['check', 'a.docx'], {
      reports: [clean],
      services: {
        audit: () => Promise.reject(new UsageError('rules/vocabulary.yaml 第3行，concepts.0.unit：…')),
      },
    });
    expect(outcome).toMatchObject({ status: 2, out: '' });
    expect(outcome.err).toContain('第3行');
  });

  it('an inner failure is one sentence, never a stack trace', async () => {
    const outcome = await jihe(['check', 'a.docx'], {
      candidates: [{ kind: 'file', path: 'a.docx' }],
      services: { audit: () => Promise.reject(new TypeError('boom')) },
    });
    expect(outcome.status).toBe(2);
    expect(outcome.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('where the result goes', () => {
  it('results on standard output, the rest on standard error', async () => {
    const outcome = await jihe(['check', 'x', '-f', 'json'], { reports: [clean, broken] });
    expect(JSON.parse(outcome.out)).toMatchObject({ schema: 'jihe/1', summary: summaryOf([clean, broken]) });
    expect(outcome.err).toContain('无法审核 坏.pdf：文件是空的。');
  });

  it('-o writes the file and keeps standard output empty', async () => {
    const output = path.join(folder, '清单.json');
    const outcome = await jihe(['check', 'x', '-f', 'json', '-o', output], { reports: [clean] });
    expect(outcome).toMatchObject({ status: 0, out: '' });
    expect(JSON.parse(await readFile(output, 'utf8'))).toMatchObject({ schema: 'jihe/1' });
  });

  it('a submitted report is never written over, not even through a link', async () => {
    const input = path.join(folder, '报告.docx');
    const link = path.join(folder, '链接.docx');
    await writeFile(input, 'original');
    await symlink(input, link);
    for (const output of [input, link, path.join(folder, '.', '报告.docx')]) {
      const outcome = await jihe(['check', input, '-o', output], { reports: [report({ file: input })] });
      expect(outcome.status).toBe(2);
      expect(outcome.err).toContain('不能覆盖');
    }
    expect(await readFile(input, 'utf8')).toBe('original');
  });

  it('a folder is refused as the output file, and nothing is audited for it', async () => {
    let audited = false;
    const outcome = await jihe(['check', 'x', '-o', folder], {
      reports: [clean],
      services: {
        audit: async () => {
          audited = true;
          return [];
        },
      },
    });
    expect(outcome).toMatchObject({ status: 2, out: '' });
    expect(audited).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  it('an output folder that does not exist is named', async () => {
    const outcome = await jihe(['check', 'x', '-o', path.join(folder, '没有', '清单.txt')], {
      reports: [clean],
    });
    expect(outcome.status).toBe(2);
    expect(outcome.err).toContain('不存在');
  });
});

it('--limit raises one limit and leaves the others', async () => {
  let seen: unknown = null;
  await jihe(['check', 'x', '--limit', 'pages=10000', '--limit', 'seconds=5'], {
    reports: [clean],
    services: {
      audit: async (_files, { limits }) => {
        seen = limits;
        return [clean];
      },
    },
  });
  expect(seen).toEqual({ ...DEFAULT_LIMITS, pages: 10_000, seconds: 5 });
});

describe('batches', () => {
  it('keeps the order of the paths, problems in their places', async () => {
    const outcome = await jihe(['check', 'x', '-f', 'json'], {
      reports: [report({ file: '乙.docx' }), report({ file: '甲.docx' })],
      candidates: [
        { kind: 'file', path: '甲.docx' },
        { kind: 'problem', path: '无.docx', reason: '文件不存在。' },
        { kind: 'file', path: '乙.docx' },
      ],
    });
    const files = (JSON.parse(outcome.out) as { reports: { file: string }[] }).reports.map(
      ({ file }) => file,
    );
    expect(files).toEqual(['甲.docx', '无.docx', '乙.docx']);
    expect(outcome.status).toBe(2);
  });

  it('Ctrl-C prints what is done and says what is not', async () => {
    const stop = new AbortController();
    const outcome = await jihe(['check', 'x'], {
      candidates: ['甲.docx', '乙.docx'].map((file) => ({ kind: 'file' as const, path: file })),
      host: { signal: stop.signal },
      services: {
        audit: async () => {
          stop.abort();
          return [report({ file: '甲.docx' })];
        },
      },
    });
    expect(outcome.status).toBe(130);
    expect(outcome.out).toContain('甲.docx');
    expect(outcome.err).toContain('已中断：1 份已审，1 份未审');
  });

  it('a terminal gets one progress line that is taken away again', async () => {
    const outcome = await jihe(['check', 'x'], {
      reports: [clean],
      host: { errIsTerminal: true, width: 60 },
      services: {
        audit: async (_files, _settings, _signal, tell) => {
          tell({ done: 1, total: 2, file: '甲\u202e.docx' });
          return [clean];
        },
      },
    });
    expect(outcome.err).toContain('1/2');
    expect(outcome.err).not.toContain('\u202e');
    expect(outcome.err.endsWith('\r')).toBe(true);
  });
});
