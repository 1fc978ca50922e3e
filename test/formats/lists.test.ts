import { describe, expect, it } from 'vitest';
import { type BatchFormat, DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { csv, FORMATS, html, md, sarif } from '../../src/formats/index.ts';
import { auditResult } from '../../src/formats/result.ts';
import { at, batch, finding, item, report } from '../support/result.ts';

const render = async (format: BatchFormat, result = batch()): Promise<string> =>
  String(await format.render(result, DEFAULT_FORMAT_OPTIONS));

/** A report whose every word tries to act on the output. */
const NASTY = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&|`[x](javascript:1)\u202e\u0007';
const hostile = () =>
  auditResult([
    report({
      file: `${NASTY}.docx`,
      unit: NASTY,
      items: [item({ indicator: NASTY, trace: [NASTY], needs: [NASTY] })],
      findings: [
        finding({
          message: NASTY,
          claimed: NASTY,
          evidence: [{ quote: NASTY, where: at({ section: NASTY }) }],
        }),
      ],
      coverage: { ...report().coverage, unread: [NASTY] },
    }),
  ]);

describe('every output of all reports', () => {
  const formats = FORMATS.filter((format) => format.scope === 'batch' && !format.binary);

  it.each(formats.map((format) => [format.name, format] as const))(
    '%s tells every finding and every file',
    async (_n, format) => {
      if (format.scope !== 'batch') return;
      const out = (await render(format)).replaceAll('\\', '');
      for (const words of ['得分合计不符', '评分年度不符', '模板文字未删', '满分缺数据支撑', '文件有密码'])
        expect(out).toContain(words);
    },
  );

  it.each(formats.map((format) => [format.name, format] as const))(
    '%s says nothing of an empty run that is not so',
    async (_n, format) => {
      if (format.scope === 'batch') expect(await render(format, auditResult([]))).not.toContain('未发现问题');
    },
  );
});

describe('the page', () => {
  it('is one file that fetches nothing and runs nothing', async () => {
    const page = await render(html);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:\/\//u);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<html lang="zh-CN">');
  });

  it('escapes every word of a report', async () => {
    const page = await render(html, hostile());
    expect(page).not.toMatch(/<script|<img|\u202e|\u0007/u);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('shows claimed against admissible as a picture and in words', async () => {
    expect(await render(html)).toMatch(/<svg [^>]*role="img" aria-label="分值2，自评2，可得1或1\.5"/u);
  });

  it('has closed every element that it opens', async () => {
    const page = (await render(html, hostile())).replace(/<style>.*?<\/style>/su, '');
    const open: string[] = [];
    for (const [, slash, name = '', attributes = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gu)) {
      if (['meta', 'br'].includes(name) || attributes.endsWith('/')) continue;
      if (slash) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe('Markdown', () => {
  it('lets no word of a report act as markup', async () => {
    const out = await render(md, hostile());
    expect(out).not.toMatch(/<script|<img|\u202e/u);
    expect(out).not.toMatch(/(?<!\\)\]\(/u);
    for (const row of out.split('\n').filter((line) => line.startsWith('| ')))
      expect(row.match(/(?<!\\)\|/gu)).toHaveLength(7);
  });
});

describe('comma-separated values', () => {
  it('begins with the mark by which Excel knows UTF-8, lines end as RFC 4180 has it', async () => {
    const out = await render(csv);
    expect(out.startsWith('\ufeff序号,单位')).toBe(true);
    expect(out.replaceAll('\r\n', '')).not.toContain('\r');
  });

  it('never holds a formula, and quotes what it must', async () => {
    const given = report({
      unit: '=cmd|calc',
      findings: [finding({ message: '一,"二"\n三', claimed: '-0.81' })],
    });
    const out = await render(csv, auditResult([given]));
    expect(out).toContain(",'=cmd|calc,");
    expect(out).toContain('"一,""二""\n三"');
    expect(out).toContain(',-0.81,');
  });

  it('lists a file that could not be audited', async () => {
    expect(await render(csv)).toContain('无法审核,文件有密码');
  });
});

describe('SARIF', () => {
  const log = async (result = batch()) => JSON.parse(await render(sarif, result));

  it('has one result for each finding, with level, rule, place and fingerprint', async () => {
    const [run] = (await log()).runs;
    expect(run.results).toHaveLength(8);
    expect(run.results[0]).toMatchObject({
      ruleId: 'score/total-vs-items',
      level: 'error',
      partialFingerprints: { 'jihe/v1': '0123456789abcdef' },
    });
    const declared = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of run.results) expect(declared).toContain(ruleId);
    expect(new Set(declared).size).toBe(declared.length);
  });

  it('tells a file that could not be audited, and that the run was not whole', async () => {
    const [{ invocations }] = (await log()).runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('密码');
  });

  it.each([
    ['送审/报告 1#.docx', '%E9%80%81%E5%AE%A1/%E6%8A%A5%E5%91%8A%201%23.docx'],
    ['C:\\送审\\a.pdf', 'file:///C:/%E9%80%81%E5%AE%A1/a.pdf'],
    ['/srv/a.pdf', 'file:///srv/a.pdf'],
  ])('%s is a valid URI reference', async (file, uri) => {
    const [{ artifacts }] = (await log(auditResult([report({ file })]))).runs;
    expect(artifacts[0].location.uri).toBe(uri);
  });

  it('keeps findings set aside, with the reason', async () => {
    const aside = finding({ suppressed: { reason: '已说明', by: '李四' } });
    const [{ results }] = (await log(auditResult([report({ findings: [aside] })]))).runs;
    expect(results[0].suppressions).toEqual([{ kind: 'external', justification: '已说明' }]);
  });
});
