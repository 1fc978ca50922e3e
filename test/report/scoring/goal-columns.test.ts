import { describe, expect, it } from 'vitest';
import unmet from '../../../src/checks/target/unmet.ts';
import { readScoringTables } from '../../../src/report/scoring/index.ts';
import { resultText, targetText } from '../../../src/report/targets/row-texts.ts';
import { findingsOf } from '../../support/audit.ts';
import { type SketchCell, sketch } from '../../support/document.ts';

const goals = (rows: readonly (readonly SketchCell[])[]) =>
  readScoringTables(sketch(rows))[0]?.indicators.map((row) => `${targetText(row)} ${resultText(row)}`);
const messages = async (rows: readonly (readonly SketchCell[])[]) =>
  (await findingsOf([unmet], sketch(rows))).map(({ message }) => message);

describe('targets whose sign and unit stand in columns of their own', () => {
  const form = (days: string, rate: string) => [
    ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '实际完成值', '分值', '得分'],
    ['产出指标', '时效指标', '平均办理天数', '<=', '5', '天', days, '20', '20'],
    ['产出指标', '质量指标', '苗木成活率', '>=', '85', '%', rate, '30', '30'],
    ['效益指标', '可持续影响', '防火能力', '定性', '提升', '-', '提升', '40', '40'],
  ];

  it('are read with both', async () => {
    expect(goals(form('3', '88.4'))).toEqual(['≤5天 3天', '≥85% 88.4%', '提升 提升']);
    expect(await messages(form('3', '88.4'))).toEqual([]);
    expect(await messages(form('7', '60'))).toEqual([
      '“平均办理天数”目标≤5天，实际7天，超过了目标，却得满分20分。',
      '“苗木成活率”目标≥85%，实际60%，没有达到目标，却得满分30分。',
    ]);
  });

  it('may stand under one heading', () => {
    expect(
      goals([
        [
          '一级指标',
          '二级指标',
          '三级指标',
          { text: '目标值', cols: 2 },
          { text: '完成值', cols: 2 },
          '分值',
          '得分',
        ],
        ['产出', '数量指标', '走访帮教', '240', '人次', '263', '人次', '60', '60'],
        ['效益', '社会效益', '重新犯罪率（不高于）', '0.2', '%', '0.12', '%', '40', '40'],
      ]),
    ).toEqual(['240人次 263人次', '0.2% 0.12%']);
  });

  it('are told apart from results under one heading, and weights from scores', async () => {
    const rows = (rate: string): readonly (readonly SketchCell[])[] => [
      [
        { text: '三级指标', rows: 2 },
        { text: '指标值', cols: 2 },
        { text: '评分', cols: 3 },
      ],
      ['预期', '实现', '权重', '自评得分', '复核得分'],
      ['全年开放天数', '≥300天', '312天', '60', '60', ''],
      ['免费开放率', '100%', rate, '40', '40', ''],
    ];
    expect(goals(rows('100%'))).toEqual(['≥300天 312天', '100% 100%']);
    expect(readScoringTables(sketch(rows('100%')))[0]?.indicators.map((i) => i.weight?.toFixed())).toEqual([
      '60',
      '40',
    ]);
    expect(await messages(rows('100%'))).toEqual([]);
    expect(await messages(rows('95%'))).toHaveLength(1);
  });

  it('may be called 计划完成值 beside 实际完成值', () => {
    expect(
      goals([
        ['指标内容', '计划完成值', '实际完成值', '分值', '得分'],
        ['新闻播发量', '1.2万条', '12500条', '60', '60'],
        ['受众满意度', '90%以上', '92.4%', '40', '40'],
      ]),
    ).toEqual(['1.2万条 12500条', '90%以上 92.4%']);
  });

  it('gives way to the adjusted target', async () => {
    const rows = [
      [
        '指标名称',
        '计量单位',
        '指标性质',
        '年初指标值',
        '调整指标值',
        '全年完成值',
        '指标权重（分）',
        '指标得分（分）',
      ],
      ['公厕维护数量', '座', '≥', '100', '80', '85', '60', '60'],
      ['投诉处理及时率', '%', '≥', '95', '95', '100', '40', '40'],
    ];
    expect(goals(rows)).toEqual(['≥80座 85座', '≥95% 100%']);
    expect(await messages(rows)).toEqual([]);
  });

  it('says in brackets behind the name that less is better', async () => {
    const rows = (result: string) => [
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '质量指标', '重复信件比例（不超过）', '5%', result, '50', '50'],
      ['产出指标', '数量指标', '办理件数', '≥100件', '120件', '50', '50'],
    ];
    expect(await messages(rows('3%'))).toEqual([]);
    expect(await messages(rows('9%'))).toHaveLength(1);
  });
});
