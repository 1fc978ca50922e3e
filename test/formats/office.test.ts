import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { docx, xlsx } from '../../src/formats/index.ts';
import { at, batch, finding, report } from '../support/result.ts';

/** An office suite opens what jihe writes. Skipped where there is none, but never in CI. */
const office = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!office && process.env.CI) throw new Error('CI needs LibreOffice (see .ci/run)');
if (!office) console.warn('没有 LibreOffice，跳过打开 Office 文件的测试');

const folder = mkdtempSync(path.join(tmpdir(), 'jihe-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as the office suite reads it, saved by it in another format. */
function converted(name: string, bytes: unknown, filter: string, extension: string): string {
  if (!(bytes instanceof Uint8Array)) throw new Error('bytes expected');
  const source = path.join(folder, name);
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, source], {
    stdio: 'ignore',
  });
  return readFileSync(path.join(folder, name.replace(/\.[^.]+$/u, extension)), 'utf8');
}

describe.skipIf(!office)('LibreOffice opens', () => {
  it('the workbook, every sheet, numbers as numbers', async () => {
    const bytes = await xlsx.render(batch(), DEFAULT_FORMAT_OPTIONS);
    const sheet = converted('清单.xlsx', bytes, 'fods', '.fods');
    for (const name of ['汇总', '问题清单', '复算表', '未能核查'])
      expect(sheet).toContain(`table:name="${name}"`);
    expect(sheet).toContain('office:value-type="float" office:value="0.9556"');
    expect(sheet).not.toContain('table:formula=');
  });

  it('the commented copy, every comment at its words', async () => {
    const original = new Uint8Array(
      readFileSync(fileURLToPath(new URL('../../samples/部门整体-有误.docx', import.meta.url))),
    );
    const evidence = [
      { quote: '2022年度', where: at({ paragraph: 17 }) },
      { quote: '97', where: at({ table: 1, row: 8, column: 6 }) },
      { quote: '占64.28%', where: at({ paragraph: 12 }) },
    ];
    const given = report({ findings: evidence.map((one) => finding({ evidence: [one] })) });
    const text = converted(
      '批注.docx',
      await docx.render(given, original, DEFAULT_FORMAT_OPTIONS),
      'fodt',
      '.fodt',
    );
    expect(text.match(/<office:annotation /gu)).toHaveLength(3);
    for (const { quote } of evidence)
      expect(text.replace(/<text:[^>]*>/gu, '')).toMatch(
        new RegExp(`</office:annotation>(?:<[^>]*>|\\s)*${quote}(?:<[^>]*>|\\s)*<office:annotation-end`, 'u'),
      );
  });

  it('the 审核意见', async () => {
    const bytes = await docx.render(report({ format: 'pdf' }), null, DEFAULT_FORMAT_OPTIONS);
    expect(converted('意见.docx', bytes, 'fodt', '.fodt')).toContain('绩效自评报告审核意见');
  });
});
