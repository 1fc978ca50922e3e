import { describe, expect, it } from 'vitest';
import { auditDocument } from '../../src/audit.ts';
import type { Sketch, SketchCell } from '../support/document.ts';
import { sketch } from '../support/document.ts';

const TITLE = '2023年度云溪县水利局部门整体支出绩效自评报告';

/** What a sketch of two paragraphs and a table lacks anyway. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set([
  'text/missing-section',
  'score/unexplained-deduction',
]);

/** Findings at error or warning level: the rule and what it says. */
async function found(...parts: readonly Sketch[]): Promise<string[]> {
  const { findings } = await auditDocument(sketch(TITLE, ...parts));
  return findings
    .filter(({ severity, rule }) => severity !== 'notice' && !BESIDE_THE_POINT.has(rule))
    .map(({ rule, claimed }) => `${rule} ${claimed ?? ''}`.trim());
}

/** A scoring table of one measured indicator and one that fills up to a hundred. */
const scored = (indicator: string, rule: string, weight: number, score: string): Sketch => [
  ['一级指标', '二级指标', '分值', '评分标准', '自评分'],
  ['过程', indicator, `${weight}`, rule, score],
  ['产出', '产出完成情况', `${100 - weight}`, '视实际成效打分。', `${100 - weight}`],
];

describe('scores by rates that the text states', () => {
  it('takes a printed rate on a step for what it is, not for what the last digits of the amounts may hide', async () => {
    const text =
      '年初预算2570.85万元，期中追加69.15万元，调整后预算2640万元，年终执行2376万元，预算完成率90%。';
    const rule = '预算完成率到达95%给4分；每欠5%减去1分，最低0分。';
    expect(await found(text, scored('预算完成率', rule, 4, '3'))).toEqual([]);
    expect(await found(text, scored('预算完成率', rule, 4, '4'))).toEqual(['score/rescored 4']);
  });

  it('still admits both readings of a step that the printed rate rounds over', async () => {
    const text = '调整后预算2640万元，年终执行2377万元，预算完成率90%。';
    const rule = '预算完成率到达95%给4分；每欠5%减去1分，最低0分。';
    expect(await found(text, scored('预算完成率', rule, 4, '3'))).toEqual([]);
    expect(await found(text, scored('预算完成率', rule, 4, '4'))).toEqual([]);
  });

  it('takes the budget that the stated rate is a rate of', async () => {
    const text =
      '年初预算1100.99万元，期中追加49.01万元，调整后预算1150.00万元，年终执行1106.30万元，预算执行率96.20%。';
    const rule = '记分=预算执行率乘以10，封顶10分。';
    expect(await found(text, scored('预算执行率', rule, 10, '9.62'))).toEqual([]);
    expect(await found(text, scored('预算执行率', rule, 10, '9.9'))).toEqual(['score/rescored 9.9']);
  });

  it('measures purchases by what was bought and not by the whole expenditure', async () => {
    const text = [
      '2023年度支出合计2390.38万元。',
      '采购方面，政府采购预算181.00万元，实际采购额181.00万元，政府采购执行率100%。',
    ];
    const rule = '政府采购执行率为100%给2分；多或少每5%减去1分，最低0分。';
    expect(await found(...text, scored('政府采购执行率', rule, 2, '2'))).toEqual([]);
    expect(await found(...text, scored('政府采购执行率', rule, 2, '0'))).toEqual(['score/rescored 0']);
  });
});

describe('deductions listed in the text', () => {
  const rule = '视实际成效打分。';
  const list = (points: string) =>
    `失分指标：资金使用合规性扣${points}分（两笔报销缺少清单），合计失分${points}分。`;
  it.each([
    ['as the row', '2', []],
    ['other than the row', '1', ['score/narrative-vs-table 1']],
  ])('%s', async (_name, points, expected) => {
    expect(await found(list(points), scored('资金使用合规性', rule, 5, '3'))).toEqual(expected);
  });

  it('leaves a rule and a longer name alone', async () => {
    expect(
      await found(
        '失分指标：专项资金使用合规性扣1分（两笔报销缺少清单）；资金使用合规性扣2分。',
        '评分办法：资金使用合规性扣1分，每查出一处扣1分。',
        scored('资金使用合规性', rule, 5, '3'),
      ),
    ).toEqual([]);
  });
});

describe('sources of a project’s funds', () => {
  const wide = (text: string, cols: number): SketchCell => ({ text, cols });
  const form = (fiscal: string, last = '其他资金'): Sketch => [
    [
      { text: '项目资金（万元）', rows: 5 },
      wide('', 2),
      '年初预算数',
      '全年预算数',
      '全年支出数',
      '分值',
      '执行率',
      '得分',
    ],
    [wide('年度资金总额', 2), '503', '510', '476.85', '10', '93.50%', '9.35'],
    [wide('其中：当年财政拨款', 2), '497', '504', fiscal, '—', '—', '—'],
    [wide('上年结转资金', 2), '6', '6', '6', '—', '100%', '—'],
    [wide(last, 2), '0', '0', '0', '—', '—', '—'],
    ['一级指标', '二级指标', wide('三级指标', 2), '年度指标值', '实际完成值', '分值', '得分', '偏差说明'],
    ['产出指标', '数量指标', wide('辅具适配', 2), '≥780件', '780件', '50', '50', ''],
    ['效益指标', '社会效益指标', wide('受益面拓展', 2), '有效拓展', '有效拓展', '40', '40', ''],
    [wide('总分', 6), '100', '99.35', ''],
  ];
  const sums = async (part: Sketch) =>
    (await found(part)).filter((line) => line.startsWith('figure/table-total'));
  it('add up to the total', async () => {
    expect(await sums(form('470.85'))).toEqual([]);
    expect(await sums(form('460.85'))).toEqual(['figure/table-total 476.85']);
  });
  it('may be listed in part when the residual is not among them', async () => {
    expect(await sums(form('460.85', '上级补助资金'))).toEqual([]);
  });
});

describe('words of the running text', () => {
  it.each([
    ['a part above its whole', '任务按期完成率实际值1000%，如期完成。', ['figure/impossible 1000%']],
    ['full marks beside those earned', '我局自评97分，其中投入40分得39分，产出60分得58分。', []],
    ['a goal passed', '预算任务完成率为120%。', []],
    ['a prompt left in', '每旬核对进展（此处待补充）。', ['text/placeholder （此处待补充）']],
    ['waiting for something else', '该项目待验收（资金待拨付）。', []],
    [
      'another unit’s deed',
      '临川县水利局执行统一的财务审批规定，支出先申请后办理。',
      ['text/foreign-unit 临川县水利局'],
    ],
    ['another unit beside', '赴临川县水利局学习财务审批规定。', []],
    ['the own unit’s deed', '云溪县水利局执行统一的财务审批规定，支出先申请后办理。', []],
  ])('%s', async (_name, text, expected) => {
    expect(await found('一、单位概况', text)).toEqual(expected);
  });

  it('tells the year of a result once', async () => {
    expect(await found('对照评分表逐条打分，云溪县水利局2022年度整体支出自评98.08分，属“优”档。')).toEqual([
      'period/score-year 2022',
    ]);
  });
});
