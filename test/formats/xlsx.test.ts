import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { xlsx } from '../../src/formats/index.ts';
import { auditResult } from '../../src/formats/result.ts';
import { batch, finding, report } from '../support/result.ts';

/** The parts of the workbook; sheets by their order. */
async function parts(result = batch()): Promise<Record<string, string>> {
  const bytes = await xlsx.render(result, DEFAULT_FORMAT_OPTIONS);
  if (typeof bytes === 'string') throw new Error('bytes expected');
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

const sheet = async (ordinal: number, result = batch()): Promise<string> =>
  (await parts(result))[`xl/worksheets/sheet${ordinal}.xml`] ?? '';

/** Rows of cells as words. */
const rows = (xml: string): string[][] =>
  [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gsu)].map(([, cell = '']) =>
      cell.replace(/<[^>]*>/gu, ''),
    ),
  );

describe('the workbook', () => {
  it('has the four sheets that a bureau works through', async () => {
    const names = [...((await parts())['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/gu)];
    expect(names.map(([, name]) => name)).toEqual(['汇总', '问题清单', '复算表', '未能核查']);
  });

  it('汇总: the file that could not be audited first, then most errors; three totals and the verified range', async () => {
    const [, , header, ...records] = rows(await sheet(1));
    expect(header?.slice(6, 13)).toEqual([
      '文中得分',
      '合计得分',
      '各行之和',
      '可核实下限',
      '可核实上限',
      '自评等级',
      '可支持等级',
    ]);
    expect(records.map((record) => record[4])).toEqual([
      '扫描件.pdf',
      '武岭区档案馆.docx',
      '青岚县图书馆.pdf',
    ]);
    expect(records[1]?.slice(6, 17)).toEqual([
      '97',
      '100',
      '96',
      '83.5',
      '96',
      '优',
      '优、良',
      '2',
      '1',
      '5',
      '0',
    ]);
  });

  it('问题清单: fifteen columns, the last three blank for people', async () => {
    const [, , header, first] = rows(await sheet(2));
    expect(header).toEqual([
      '序号',
      '单位',
      '文件',
      '位置',
      '级别',
      '问题类型',
      '问题描述',
      '原文',
      '自评值',
      '应为',
      '依据',
      '整改建议',
      '单位说明',
      '整改期限',
      '复核结果',
    ]);
    expect(first?.slice(4, 10)).toEqual([
      '错误',
      '得分合计不符',
      '评分表合计得分为 100，各行得分之和为 96，相差 4。',
      '“合计”\n“100”',
      '100',
      '96',
    ]);
    expect(first?.slice(12)).toEqual(['', '', '']);
  });

  it('复算表 and 未能核查 hold every indicator and everything not checked', async () => {
    expect(rows(await sheet(3)).slice(3)).toHaveLength(9);
    const unchecked = rows(await sheet(4)).slice(3);
    expect(unchecked.map((row) => row[2])).toEqual([
      ...Array.from({ length: 5 }, () => '指标缺数据'),
      '需人工判断',
      '数字未核对',
      '整份文件',
    ]);
  });

  it('writes numbers as numbers, digit by digit, with the decimals they are printed with', async () => {
    const given = report({ findings: [finding({ claimed: '8.90', expected: '0.1000000000000000055' })] });
    const xml = await sheet(2, auditResult([given]));
    expect(xml).toContain('<v>8.90</v>');
    const rate = await sheet(2, auditResult([report({ findings: [finding({ claimed: '64.28%' })] })]));
    expect(rate).toContain('<v>0.6428</v>');
    // More digits than a spreadsheet holds stay text.
    expect(xml).toContain('>0.1000000000000000055</t>');
  });

  it.each([
    ['=HYPERLINK("http://x","点")', "'=HYPERLINK(&quot;http://x&quot;,&quot;点&quot;)"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2+3+cmd', "'-2+3+cmd"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1+1', "'＝1+1"],
    [' =1+1', "' =1+1"],
    ['-0.81', '-0.81'],
    ['+5%', '+5%'],
    ['—', '—'],
  ])('%s in a report is never run as a formula', async (given, shown) => {
    const result = auditResult([report({ unit: given, findings: [finding({ title: given })] })]);
    for (const xml of [await sheet(1, result), await sheet(2, result)]) {
      expect(xml).not.toMatch(/<f>/u);
      expect(xml).toContain(`>${shown.replaceAll("'", '&#39;')}</t>`);
    }
  });

  it('holds no character that XML forbids', async () => {
    const nasty = report({ unit: '馆\u0000\u0007\ud800', findings: [finding({ message: '一\n二\u001b' })] });
    const xml = await sheet(2, auditResult([nasty]));
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f]|\p{Cs}/u);
    expect(xml).toContain('一\n二⟨U+001B⟩');
  });

  it('filters, freezes and prints: header repeated, one page wide, landscape', async () => {
    const all = await parts();
    for (const ordinal of [1, 2, 3, 4]) {
      const xml = all[`xl/worksheets/sheet${ordinal}.xml`] ?? '';
      expect(xml).toContain('<autoFilter ref="A3:');
      expect(xml).toContain('state="frozen"');
      expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
    }
    expect(all['xl/workbook.xml']).toContain("'问题清单'!$3:$3");
  });
});
