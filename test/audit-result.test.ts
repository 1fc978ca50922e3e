import { describe, expect, it } from 'vitest';
import { auditDocument } from '../src/audit.ts';
import { type Sketch, sketch } from './support/document.ts';

const form = (name: string, total: string): Sketch => [
  ['项目名称', { text: name, cols: 5 }],
  ['一级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
  ['产出指标', '活动场次', '≥60场', '66场', '60', '60'],
  ['效益指标', '群众文化生活', '丰富', '丰富', '40', '40'],
  [{ text: '总分', cols: 4 }, '100', total],
];
const totalOf = async (...parts: readonly Sketch[]) =>
  (await auditDocument(sketch(...parts))).score.tableTotal;

describe('the total shown for a report', () => {
  it('is its own table’s', async () => {
    expect(await totalOf('2023年度项目支出绩效自评表', form('文化下乡', '100'))).toBe('100');
  });

  it('is none for several forms, and no annexed form’s', async () => {
    expect(
      await totalOf('2023年度项目支出绩效自评表', form('文化下乡', '100'), '附件2', form('场馆维修', '98')),
    ).toBeNull();
    expect(
      await totalOf(
        '2023年度柳泉区文化馆部门整体支出绩效自评报告',
        '自评得分95分。',
        form('文化下乡', '100'),
      ),
    ).toBeNull();
  });
});

describe('coverage of several forms', () => {
  it('counts the rows that were added up', async () => {
    const { coverage } = await auditDocument(
      sketch('2023年度项目支出绩效自评表', form('文化下乡', '100'), '附件2', form('场馆维修', '100')),
    );
    const left = (coverage.notChecked ?? []).map(({ text }) => text);
    expect(left).not.toContain('60');
    expect(left).not.toContain('40');
  });
});
