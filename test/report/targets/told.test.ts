import { describe, expect, it } from 'vitest';
import completion from '../../../src/checks/figure/completion.ts';
import restated from '../../../src/checks/figure/restated.ts';
import { readReport } from '../../../src/report/index.ts';
import { documentOf } from '../../narratives/kit.ts';
import { findingsOf } from '../../support/audit.ts';
import { type SketchCell, sketch } from '../../support/document.ts';

describe('the rate at which a result says that its target was done', () => {
  const found = async (rate: string) =>
    (
      await findingsOf(
        [completion],
        documentOf(`
平川县卫生健康局2023年度部门整体支出绩效自评报告
二、年度绩效目标
1.完成适龄妇女“两癌”筛查12000人；
2.开展健康讲座不少于40场次；
三、绩效目标完成情况
1.全年完成适龄妇女“两癌”筛查12680人，${rate}；
2.开展健康讲座46场次；`),
      )
    ).map((finding) => `${finding.claimed}→${finding.expected}`);

  it.each([
    ['完成目标任务的105.67%', []],
    ['目标完成率105.67%', []],
    ['超额完成680人', []],
    ['较上年增长8%', []],
    ['完成目标任务的106.57%', ['106.57%→105.67%']],
    ['完成率为106.57%', ['106.57%→105.67%']],
  ])('%s', async (rate, expected) => {
    expect(await found(rate)).toEqual(expected);
  });
});

describe('results that a form tells twice', () => {
  const form = (overview: string): readonly (readonly SketchCell[])[] => [
    [
      { text: '年度总体目标', rows: 2 },
      { text: '预期目标', cols: 3 },
      { text: '实际完成情况', cols: 3 },
    ],
    [
      { text: '举办培训12期，新增图书6000册。', cols: 3 },
      { text: overview, cols: 3 },
    ],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '新增图书数量', '≥6000册', '6200册', '40', '40'],
    ['产出指标', '数量指标', '培训期数', '≥12期', '13期', '30', '30'],
    ['满意度', '满意度', '到馆读者满意度', '≥95%', '96%', '30', '30'],
  ];
  const found = async (overview: string) =>
    (await findingsOf([restated], sketch('2023年度项目支出绩效自评表', form(overview)))).map(
      (finding) => finding.message,
    );

  it.each([
    '全年举办培训13期，新增图书6200册，读者满意度96%。',
    // Two figures of one measure, another measure and a shorter name: nothing is certain.
    '全年新增图书2600册，年底前又新增图书3600册，举办各类活动40期，满意度达到99%。',
    '新增图书购置经费35万元，馆藏图书达到12万册，完成预期目标。',
  ])('is silent: %s', async (overview) => {
    expect(await found(overview)).toEqual([]);
  });

  it('finds another value of the same indicator', async () => {
    expect(await found('全年举办培训13期，新增图书6500册，读者满意度96%。')).toEqual([
      '2023年“新增图书数量”一处为6500册，另一处为6200册，相差300册。',
    ]);
  });
});

it('what lies above its target by so much is no target', () => {
  const report = readReport(
    documentOf(`
平川县卫生健康局2023年度部门整体支出绩效自评报告
三、绩效目标完成情况
（三）满意度指标
经营主体满意度96.2%，公众满意度86.5%，分别高于目标值6.2和1.5个百分点。`),
  );
  expect(report.targets.map((goal) => goal.mention?.figure.raw)).toEqual([]);
});
