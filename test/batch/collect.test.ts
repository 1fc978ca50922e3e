import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collect } from '../../src/batch/collect.ts';

const posix = process.platform !== 'win32';
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'jihe-collect-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes files of these names, folders included. */
const make = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
};

/** What is collected, files by their names below the test's folder, problems with their reason. */
async function names(...paths: string[]): Promise<string[]> {
  const { candidates } = await collect(paths.map((path) => join(folder, path)));
  return candidates.map((candidate) => {
    const name = relative(folder, candidate.path).replaceAll('\\', '/');
    return candidate.kind === 'file' ? name : `${name}: ${candidate.reason}`;
  });
}

describe('a folder', () => {
  test('gives its reports in the order a person lists them', async () => {
    make(
      '第10组.docx',
      '第2组.docx',
      '附件十一.doc',
      '附件二.doc',
      '附件十.doc',
      'B.pdf',
      'a.pdf',
      '下级/三.docx',
      '下级/一.docx',
    );
    expect(await names('.')).toEqual([
      '第2组.docx',
      '第10组.docx',
      '附件二.doc',
      '附件十.doc',
      '附件十一.doc',
      '下级/一.docx',
      '下级/三.docx',
      'a.pdf',
      'B.pdf',
    ]);
  });

  test('leaves out what is no report, hidden, or an owner file, and tells what a unit may have handed in', async () => {
    make(
      '报告.DOCX',
      '~$报告.DOCX',
      '.~报告.docx',
      '.隐藏.docx',
      '.git/x.docx',
      '说明.txt',
      '数据.xlsx',
      '照片.jpg',
    );
    expect(await names('.')).toEqual(['报告.DOCX']);
    const { skipped } = await collect([folder]);
    expect(skipped.map((path) => relative(folder, path)).toSorted()).toEqual(
      ['数据.xlsx', '照片.jpg', '说明.txt'].toSorted(),
    );
  });

  test('lists reports of kinds that cannot be read yet: their absence would be silence', async () => {
    make('a.wps', 'b.ofd', 'c.rtf', 'd.odt', 'e.docm');
    expect(await names('.')).toHaveLength(5);
  });

  test('takes a file without extension when its first bytes are those of a carrier', async () => {
    make('备忘');
    writeFileSync(join(folder, '自评报告'), Buffer.from('PK\x03\x04...', 'latin1'));
    writeFileSync(join(folder, '短'), 'P');
    expect(await names('.')).toEqual(['自评报告']);
  });

  test('with odd names: blanks, emoji, direction marks, shell characters, a leading hyphen', async () => {
    const odd = [
      '武陵 组织部（终稿 2）📊.docx',
      '报告\u202efdp.docx',
      '-o out.docx',
      "it's $(touch x);&.docx",
      '[2023]{a,b}.docx',
    ];
    make(...odd);
    expect((await names('.')).toSorted()).toEqual(odd.toSorted());
    for (const name of odd) expect(await names(name)).toEqual([name]);
  });

  test('without reports is a problem, also when it holds other files or empty folders', async () => {
    make('下级/说明.txt');
    mkdirSync(join(folder, '空'));
    expect(await names('下级', '空')).toEqual([
      expect.stringMatching(/^下级: .*没有/),
      expect.stringMatching(/^空: .*没有/),
    ]);
  });

  test('named like a report is walked as a folder', async () => {
    make('folder.docx/报告.docx');
    expect(await names('.')).toEqual(['folder.docx/报告.docx']);
  });
});

describe('a path', () => {
  test('that does not exist is a problem in its place', async () => {
    make('a.docx', 'b.docx');
    expect(await names('a.docx', '没有.docx', 'b.docx')).toEqual([
      'a.docx',
      expect.stringMatching(/^没有\.docx: 文件不存在/),
      'b.docx',
    ]);
  });

  test('named explicitly is taken whatever it is called, but for an owner file', async () => {
    make('a.txt', '.b', '~$c.docx');
    expect(await names('a.txt', '.b', '~$c.docx')).toEqual([
      'a.txt',
      '.b',
      expect.stringMatching(/临时文件/),
    ]);
  });

  test('with a file where a folder should be is a problem', async () => {
    make('a.docx');
    expect(await names('a.docx/b.docx')).toEqual([expect.stringMatching(/不存在/)]);
  });

  test('with a NUL character or without length is a problem, not an exception', async () => {
    expect((await collect(['a\0b.docx', ''])).candidates).toEqual([
      { kind: 'problem', path: 'a\0b.docx', reason: expect.stringMatching(/[。]$/) },
      { kind: 'problem', path: '', reason: expect.stringMatching(/[。]$/) },
    ]);
  });
});

describe('the same file', () => {
  test('named twice, by two paths, by a glob and by its folder is audited once', async () => {
    make('a.docx', 'b.docx');
    expect(await names('a.docx', './x/../a.docx', '*.docx', '.', 'a.docx')).toEqual(['a.docx', 'b.docx']);
  });

  test('met again in a folder does not make the folder empty', async () => {
    make('单位/a.docx');
    expect(await names('单位/a.docx', '单位')).toEqual(['单位/a.docx']);
    expect(await names('单位', '单位')).toEqual(['单位/a.docx']);
  });

  test.runIf(posix)('reached through a link is audited once; two copies are two', async () => {
    make('a.docx');
    symlinkSync('a.docx', join(folder, 'b.docx'));
    writeFileSync(join(folder, 'c.docx'), 'a.docx');
    linkSync(join(folder, 'c.docx'), join(folder, 'd.docx'));
    expect(await names('.')).toEqual(['a.docx', 'c.docx', 'd.docx']);
  });
});

describe('a glob', () => {
  test('gives the files it names in natural order, folders below included by **', async () => {
    make('第10组.docx', '第2组.docx', '~$第2组.docx', 'x.pdf', '下级/第1组.docx');
    expect(await names('*.docx')).toEqual(['第2组.docx', '第10组.docx']);
    expect((await names('**/*.docx')).toSorted()).toEqual(
      ['下级/第1组.docx', '第10组.docx', '第2组.docx'].toSorted(),
    );
  });

  test('that names nothing is a problem', async () => {
    expect(await names('*.docx')).toEqual([expect.stringMatching(/没有文件符合/)]);
  });

  test('characters in an existing name are no glob', async () => {
    make('[终稿].docx', '终.docx');
    expect(await names('[终稿].docx')).toEqual(['[终稿].docx']);
  });
});

describe.runIf(posix)('links, pipes and permissions', () => {
  test('a loop of links is walked once', async () => {
    make('loop/word.docx');
    mkdirSync(join(folder, 'loop/a'));
    symlinkSync('..', join(folder, 'loop/a/up'));
    symlinkSync('self', join(folder, 'loop/self'));
    expect(await names('loop')).toEqual(['loop/word.docx']);
  });

  test('a link to nowhere and a link to itself are problems when named', async () => {
    symlinkSync('nowhere', join(folder, 'a.docx'));
    symlinkSync('b.docx', join(folder, 'b.docx'));
    expect(await names('a.docx', 'b.docx')).toEqual([
      expect.stringMatching(/不存在/),
      expect.stringMatching(/循环/),
    ]);
    expect(await names('.')).toHaveLength(2);
  });

  test('a pipe is refused and never waited for', async () => {
    make('a.docx');
    execFileSync('mkfifo', [join(folder, 'pipe.docx')]);
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await names('pipe.docx')).toEqual([expect.stringMatching(/管道/)]);
    expect(await names('.')).toEqual(['a.docx', expect.stringMatching(/^pipe\.docx: .*管道/)]);
    expect((await collect(['/dev/null'])).candidates).toEqual([
      { kind: 'problem', path: '/dev/null', reason: expect.stringMatching(/设备/) },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder without permission is a problem, the rest is walked',
    async () => {
      make('a/secret.docx', 'b/open.docx');
      chmodSync(join(folder, 'a'), 0);
      const found = await names('.');
      chmodSync(join(folder, 'a'), 0o700);
      expect(found).toEqual([expect.stringMatching(/^a: .*权限/), 'b/open.docx']);
    },
  );
});
