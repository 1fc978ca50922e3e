import { describe, expect, it } from 'vitest';
import { auditDocument } from '../../src/audit.ts';
import type { Sketch } from '../support/document.ts';
import { sketch } from '../support/document.ts';

/** Rules at error or warning level that a report of these parts sets off. */
async function found(...parts: readonly Sketch[]): Promise<string[]> {
  const { findings } = await auditDocument(sketch('2023年度云溪县水利局部门整体支出绩效自评报告', ...parts));
  const grave = findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule);
  return [...new Set(grave)].filter((rule) => rule !== 'text/missing-section').sort();
}

/** Sentences that the generated reports of the quality measurement showed to be misread, right and wrong. */
const SENTENCES: readonly (readonly [why: string, right: string, wrong: string, rule: string])[] = [
  [
    'last year’s figure is no total of the list behind it',
    '“三公”经费支出较上年度的22.18万元减少6.14万元（降低27.68%）。其中公务用车运行维护费12.22万元；公务接待费3.82万元。',
    '“三公”经费支出较上年度的22.18万元减少6.14万元（降低37.68%）。其中公务用车运行维护费12.22万元；公务接待费3.82万元。',
    'figure/change',
  ],
  [
    'the part is named again before its share',
    '2023年度支出决算3782.07万元，由基本支出3113.78万元、项目支出668.29万元构成，其中基本支出占比82.33%，项目支出占比17.67%。',
    '2023年度支出决算3782.07万元，由基本支出3113.78万元、项目支出668.29万元构成，其中基本支出占比83.23%，项目支出占比17.67%。',
    'figure/share',
  ],
  [
    'the total stands between the parts and their shares',
    '财政拨款收入937.46万元、其他收入200.65万元，合计1138.11万元，占比分别为82.37%、17.63%。',
    '财政拨款收入937.46万元、其他收入200.65万元，合计1138.11万元，占比分别为87.32%、17.63%。',
    'figure/share',
  ],
  [
    'last year’s and this year’s budget in one sentence',
    '“三公”经费上年预算数25.59万元，本年预算数20.47万元，同比减少5.12万元。',
    '“三公”经费上年预算数25.59万元，本年预算数20.47万元，同比减少4.12万元。',
    'figure/change',
  ],
  [
    'a price for each person and the total behind it',
    '举办业务培训1期，培训200人，按每人350元标准安排，共支出培训费7万元。',
    '举办业务培训1期，培训200人，按每人350元标准安排，共支出培训费15万元。',
    'figure/sum',
  ],
  [
    'a product behind its amount',
    '业务培训费7.5万元，即250人×300元/人。',
    '业务培训费6.5万元，即250人×300元/人。',
    'figure/sum',
  ],
];

describe('sentences of the generated reports', () => {
  it.each(SENTENCES)('%s', async (_why, right, wrong, rule) => {
    expect(await found('一、收支情况', right)).toEqual([]);
    expect(await found('一、收支情况', wrong)).toContain(rule);
  });

  it('takes the bounds of a grade scale for no sum', async () => {
    const scale =
      '评价等级分为四档：90分（含）以上为优，80分（含）-90分为良，60分（含）-80分为中，60分以下为差。';
    expect(await found('一、评价结果', scale)).toEqual([]);
  });

  it('takes the share’s base from the part’s own year', async () => {
    const parts =
      '其中公务用车运行维护费10.20万元，占“三公”经费支出的60.00%；公务接待费6.80万元，占“三公”经费支出的40.00%。';
    expect(
      await found(
        '一、收支情况',
        '上年“三公”经费支出25.00万元，本年支出17.00万元，同比减少8.00万元。',
        parts,
      ),
    ).toEqual([]);
  });

  it('tells a year that belongs to a quantity’s name from 本年 of the report', async () => {
    const say = (year: number) =>
      `${year}年度本年支出合计100.00万元，其中：基本支出60.00万元，项目支出40.00万元。`;
    expect(await found('一、收支情况', say(2023))).toEqual([]);
    expect(await found('一、收支情况', say(2022))).toContain('period/section-year');
  });

  it('counts projects of a grade without claiming it', async () => {
    const projects = '本部门共对5个项目开展绩效自评，平均得分96.7分，其中评为“优”的4个，评为“良”的1个。';
    expect(
      await found('一、评价结果', projects, '2023年度部门整体支出绩效自评得分95.5分，评价结果为“优”。'),
    ).toEqual([]);
  });

  it('sees complaints that are settled as work done', async () => {
    const target = ['一、绩效目标', '（1）办结消费投诉790件。', '二、绩效目标完成情况'] as const;
    expect(await found(...target, '（1）办结消费投诉845件，已完成。')).toEqual([]);
    expect(await found(...target, '（1）办结消费投诉545件，已完成。')).toContain('target/unmet');
  });

  it('reads 绩效目标设定情况 as targets, after the results', async () => {
    const results = ['一、绩效目标完成情况', '（1）举办讲座12场，已完成。'] as const;
    expect(await found(...results, '二、绩效目标设定情况', '（1）举办讲座20场。')).toContain('target/unmet');
    expect(await found(...results, '二、绩效目标设定情况', '（1）举办讲座12场。')).toEqual([]);
  });

  it('tells two deductions by name and misses the third', async () => {
    const rows = ['制度建设', '资金使用', '信息公开', '资产管理'] as const;
    const table = [
      ['三级指标', '分值', '评分标准', '自评得分'],
      ...rows.map((name, i) => [name, '25', '根据实际情况酌情评分。', i < 3 ? '24' : '25']),
      ['合计', '100', '', '97'],
    ];
    const told = '扣分情况：“制度建设”扣1分（更新不及时）、“资金使用”扣1分（附件不全）';
    expect(await found('一、存在的问题', `${told}。`, table)).toContain('score/unexplained-deduction');
    expect(await found('一、存在的问题', `${told}、“信息公开”扣1分（公开较晚）。`, table)).not.toContain(
      'score/unexplained-deduction',
    );
  });
});

describe('reports typed into one table', () => {
  const form = (share: string, result: string): Sketch => [
    ['部门概况', { text: '负责全县水利工作，内设股室8个，承担防汛抗旱和河湖管理等职责。', cols: 3 }],
    [
      '收支情况',
      {
        text: `2023年度支出合计100.00万元，其中：基本支出60.00万元，占${share}；项目支出40.00万元，占40.00%。`,
        cols: 3,
      },
    ],
    ['年度绩效目标', { text: '1.全年开展河道巡查600次。\n2.全年水质抽样检测120份。', cols: 3 }],
    [
      '目标完成情况',
      { text: `1.全年开展河道巡查${result}次，目标已完成。\n2.全年水质抽样检测120份，目标已完成。`, cols: 3 },
    ],
  ];

  it('reads the prose beside the labels as chapters', async () => {
    expect(await found(form('60.00%', '620'))).toEqual([]);
    expect(await found(form('60.00%', '420'))).toContain('target/unmet');
    expect(await found(form('66.00%', '620'))).toContain('figure/share');
  });
});
