import { describe, expect, it } from 'vitest';
import { type Sketch, sketch } from '../../support/document.ts';
import { report, TITLE, tall, wide } from './report.ts';
import { found, messages } from './rules.ts';

const told = async (document: Parameters<typeof found>[0]) =>
  (await found(document)).filter((line) => line.includes('total-vs-items'));

describe('score/total-vs-items', () => {
  it.each([
    ['98', ['error score/total-vs-items 98→97']],
    ['96.5', ['error score/total-vs-items 96.5→97']],
    ['97', []],
    ['97.0', []],
  ])('合计 %s of rows that add up to 97', async (total, expected) => {
    expect(await told(report({ total }))).toEqual(expected);
  });

  const scaled = (total: string): Sketch => [
    ['一级指标', '二级指标', '分值', '得分'],
    [tall('管理（50分）', 2), '制度', '60', '60'],
    ['执行', '40', '36'],
    ['产出（50分）', '数量', '100', '95'],
    [wide('合计', 2), '100', total],
  ];
  it('rows out of a hundred under groups of fifty count by half', async () => {
    // 96 ÷ 2 + 95 ÷ 2 = 95.5.
    expect(await told(sketch(TITLE, scaled('95.5')))).toEqual([]);
    expect(await told(sketch(TITLE, scaled('96')))).toEqual(['error score/total-vs-items 96→95.5']);
    expect(await messages('score/total-vs-items', sketch(TITLE, scaled('96')))).toEqual([
      '评分表合计印96分，各行得分之和 60+36+95=191，按权重折算为95.5分，合计多0.5分。',
    ]);
  });

  const inapplicable = (total: string): Sketch => [
    ['一级指标', '二级指标', '分值', '得分'],
    [tall('过程', 2), '预算执行', '30', '27'],
    ['政府采购', '10', '不适用'],
    ['产出', '完成数量', '60', '60'],
    [wide('合计', 2), '100', total],
  ];
  it.each([
    ['87', []],
    ['96.67', []],
    ['96.66', []],
    ['97', []],
    ['90', ['error score/total-vs-items 90→87']],
  ])('a row that does not apply: 合计 %s', async (total, expected) => {
    // 87 as it stands, or 87 ÷ 90 × 100 = 96.67 when scaled; 97 is that in whole marks.
    expect(await told(sketch(TITLE, inapplicable(total)))).toEqual(expected);
  });

  it('a row that differs from its 小计 is told once where the 合计 is that of the 小计', async () => {
    const table = (row: string, total: string): Sketch => [
      ['类别', '指标', '分值', '得分'],
      [tall('产出', 3), '数量', '40', '40'],
      ['质量', '20', row],
      ['小计', '60', '58'],
      [tall('效益', 2), '社会', '40', '39'],
      ['小计', '40', '39'],
      [wide('合计', 2), '100', total],
    ];
    expect(await told(sketch(TITLE, table('18', '97')))).toEqual([]);
    expect(await told(sketch(TITLE, table('15', '97')))).toEqual(['error score/total-vs-items 58→55']);
    expect(await told(sketch(TITLE, table('18', '96')))).toEqual(['error score/total-vs-items 96→97']);
  });

  it('a subtotal of base marks sums up what stands above it, and not the last group', async () => {
    const table = (total: string): Sketch => [
      ['一级指标', '二级指标', '标准分', '自评分'],
      [tall('管理', 2), '制度', '30', '28'],
      ['执行', '20', '20'],
      ['产出', '数量', '50', '45'],
      [wide('基础分小计', 2), '100', '93'],
      ['加分项', '省级表彰', '10', '4'],
      [wide('合计', 2), '110', total],
    ];
    expect(await told(sketch(TITLE, table('97')))).toEqual([]);
    expect(await messages('score/weights-total', sketch(TITLE, table('97')))).toEqual([]);
    expect(await told(sketch(TITLE, table('98')))).toEqual(['error score/total-vs-items 98→97']);
  });
});
