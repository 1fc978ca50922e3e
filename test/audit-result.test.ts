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

describe('the items of a report', () => {
  it('are those of the detailed table, not its summary’s', async () => {
    const { items } = await auditDocument(
      sketch(
        '2023年度教师培训项目绩效评价报告',
        [
          ['一级指标', '分值', '得分'],
          ['产出', '60', '60'],
          ['效益', '40', '38'],
          ['合计', '100', '98'],
        ],
        '附表',
        [
          ['一级指标', '三级指标', '分值', '得分'],
          [{ text: '产出（60分）', rows: 2 }, '培训人次', '30', '30'],
          ['培训质量', '30', '30'],
          ['效益（40分）', '教学能力', '40', '38'],
          [{ text: '合计', cols: 2 }, '100', '98'],
        ],
      ),
    );
    expect(items.map(({ indicator }) => indicator)).toEqual(['培训人次', '培训质量', '教学能力']);
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
