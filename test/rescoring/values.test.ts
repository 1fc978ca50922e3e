import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/index.ts';
import type { Report } from '../../src/report/model.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { plannedAndDone } from '../../src/rescoring/planned.ts';
import { statedValues } from '../../src/rescoring/stated.ts';
import { type Sketch, sketch } from '../support/document.ts';

const TITLE = '2023年度青岚区林业局整体支出绩效自评报告';
const report = (...parts: readonly Sketch[]): Report => readReport(sketch(TITLE, ...parts));

const A_RATE = { measure: 'rate', unit: '', oneUnit: true } as const;

describe('values that the text states', () => {
  const stated = (indicator: string, sentence: string) =>
    statedValues(report(sentence), indicator, A_RATE).map(({ mention }) => mention.figure.raw);

  it.each([
    ['预算执行率', '全年预算执行率为96.5%。', ['96.5%']],
    ['A2 预算执行率', '预算执行率达到96.5%。', ['96.5%']],
    ['预算执行率', '2023年部门预算执行率96.5%。', ['96.5%']],
    ['服务对象满意度', '经测评，群众满意度为91%。', ['91%']],
    // Other years, targets, parts of the unit.
    ['预算执行率', '2022年预算执行率为93%。', []],
    ['预算执行率', '2022年，全局预算执行率为93%。', []],
    ['预算执行率', '上年预算执行率为93%。', []],
    ['预算执行率', '预算执行率目标为95%。', []],
    ['预算执行率', '校舍维修项目预算执行率为80%。', []],
    ['预算执行率', '所属中心预算执行率为80%。', []],
    ['预算执行率', '上半年预算执行率为48%。', []],
    ['项目预算执行率', '校舍维修项目预算执行率为80%。', ['80%']],
    // Another quantity.
    ['公用经费控制率', '“三公经费”控制率为80%。', []],
  ])('%s in “%s”', (indicator, sentence, expected) => {
    expect(stated(indicator, sentence)).toEqual(expected);
  });

  it('counts for rules that count, the unit ending the name', () => {
    const counts = (sentence: string) =>
      statedValues(report(sentence), '服务人次', { measure: 'count', unit: '人次', oneUnit: true }).map(
        ({ mention }) => mention.figure.raw,
      );
    expect(counts('全年服务21500人次。')).toEqual(['21500人次']);
    expect(counts('全年培训21500人次。')).toEqual([]);
  });

  it('counts whose unit stands behind the thing that the name counts', () => {
    const counts = (sentence: string) =>
      statedValues(report(sentence), '公共文化活动场次', {
        measure: 'count',
        unit: '场',
        oneUnit: true,
      }).map(({ mention }) => mention.figure.raw);
    expect(counts('全年开展公共文化活动126场。')).toEqual(['126场']);
    expect(counts('全年公共文化活动服务126人次。')).toEqual([]);
  });

  it('the figures that the sentence divides', () => {
    const [found] = statedValues(
      report('2023年预算1200.00万元，支出1152.00万元，预算执行率为96%。'),
      '预算执行率',
      A_RATE,
    );
    if (found?.divided) expect(found.divided.point.toFixed()).toBe('0.96');
    expect(found?.value.point.toFixed()).toBe('0.96');
  });
});

describe('what was planned and what was done', () => {
  it.each([
    ['农村供水工程完成率', '2023年计划完成农村供水工程12处，实际完成11处。', '0.9167'],
    ['重点工作完成率', '全年重点工作任务25项，完成25项。', '1'],
    ['重点工作办结率', '上级交办重点工作30件，已办结27件。', '0.9'],
    ['重点工作完成率', '上年重点工作任务25项，完成20项。', null],
    ['重点工作完成率', '重点工作任务25项，涉及6个科室，完成25项。', null],
    ['重点工作完成率', '培训计划25期，完成24期。', null],
    ['满意度', '发放问卷100份，收回90份。', null],
  ])('%s: %s', (indicator, sentence, expected) => {
    const found = plannedAndDone(report(sentence), indicator);
    expect(found ? found.value.point.toDecimalPlaces(4).toFixed() : null).toBe(expected);
  });
});

describe('a row that brings its own target and result', () => {
  const verdict = (row: {
    readonly name: string;
    readonly target: string;
    readonly result: string;
    readonly rule: string;
    readonly score: string;
  }) => {
    const table: Sketch = [
      ['一级指标', '三级指标', '目标值', '完成值', '分值', '评分标准', '得分'],
      ['产出', row.name, row.target, row.result, '10', row.rule, row.score],
      ['产出', '工作质量', '', '', '90', '视实际成效打分。', '89.5'],
    ];
    return rescore(report(table), null).items[0]?.status;
  };
  it.each([
    // 450 ÷ 500 = 90%.
    ['培训人次', '500人次', '450人次', '完成率≥100%得满分，低于100%的按完成率×分值计分。', '9', 'confirmed'],
    [
      '培训人次',
      '500人次',
      '450人次',
      '完成率≥100%得满分，低于100%的按完成率×分值计分。',
      '10',
      'contradicted',
    ],
    ['培训人次', '500人次', '450人次', '完成率每低1个百分点扣0.5分，完成率100%得10分。', '5', 'confirmed'],
    // The result itself is what the threshold speaks of.
    ['群众满意度', '≥85%', '88%', '满意度≥90%得10分，每低1个百分点扣1分，扣完为止。', '8', 'confirmed'],
    ['群众满意度', '≥85%', '88%', '满意度≥90%得10分，每低1个百分点扣1分，扣完为止。', '10', 'contradicted'],
    // The formula names both: 92 ÷ 95 × 10 = 9.68.
    ['合格率', '≥95%', '92%', '得分=实际值/目标值×分值。', '9.68', 'confirmed'],
    ['合格率', '≥95%', '92%', '得分=实际值/目标值×分值。', '9.2', 'contradicted'],
    ['合格率', '≥95%', '92%', '得分=实际完成值÷年度指标值×权重。', '9.7', 'confirmed'],
    // Either reading of 按比例: 9.2 or 9.68.
    ['合格率', '≥95%', '92%', '按比例得分。', '9.2', 'confirmed'],
    ['合格率', '≥95%', '92%', '按比例得分。', '9.68', 'confirmed'],
    ['合格率', '≥95%', '92%', '按比例得分。', '8', 'contradicted'],
  ])('%s %s %s, %s, scored %s: %s', (name, target, result, rule, score, status) => {
    expect(verdict({ name, target, result, rule, score })).toBe(status);
  });
});

describe('scores that rows share', () => {
  it('one merged score is not held against the rule of either row', () => {
    const table: Sketch = [
      ['一级指标', '二级指标', '分值', '评分标准', '得分'],
      ['过程', '预算执行率', '5', '得分=预算执行率×5。', { text: '10', rows: 2 }],
      ['过程', '制度健全性', '5', '健全得5分，否则不得分。'],
      ['产出', '工作质量', '90', '视实际成效打分。', '90'],
    ];
    const { items, itemSum } = rescore(report('全年预算执行率为96%。', table), null);
    expect(items.map(({ status }) => status)).toEqual(['unverifiable', 'judgement', 'judgement']);
    expect(items.map(({ attainable }) => attainable)).toEqual([null, null, null]);
    expect(itemSum?.toFixed()).toBe('100');
  });
});

it('what an indicator of work counts is not the unit’s money', () => {
  const table = (name: string): Sketch => [
    ['一级指标', '二级指标', '分值', '评分标准', '得分'],
    ['产出', name, '25', `${name}=实际完成数/计划数×100%，得分=完成率×25。`, '25'],
    ['产出', '工作质量', '75', '视实际成效打分。', '75'],
  ];
  const status = (name: string) =>
    rescore(report('2023年预算数950.00万元，支出合计912.00万元。', table(name)), null).items[0]?.status;
  expect(status('重点工作完成率')).toBe('unverifiable');
  expect(status('预算完成率')).toBe('contradicted');
});

describe('budgets that a formula does not tell apart', () => {
  const verdict = (score: string, ...sentences: string[]) => {
    const table: Sketch = [
      ['一级指标', '二级指标', '分值', '指标解释', '评分标准', '得分'],
      [
        '过程',
        '预算完成率',
        '10',
        '预算完成率=（预算完成数/预算数）×100%。',
        '≥95%，得10分；每降低5%，扣1分，扣完为止。',
        score,
      ],
      ['产出', '工作质量', '90', '', '视实际成效打分。', '90'],
    ];
    return rescore(report(...sentences, table), null).items[0]?.status;
  };
  it('either budget may be meant', () => {
    // 920 of 1000 is 92%: nine marks; of the initial 900 it is all.
    const both = ['年初预算数900.00万元，全年预算数1000.00万元，预算完成数920.00万元。'];
    expect(verdict('9', ...both)).not.toBe('contradicted');
    expect(verdict('10', ...both)).not.toBe('contradicted');
    expect(verdict('6', ...both)).not.toBe('confirmed');
  });
});

describe('several tables', () => {
  it('the sum and the range are those of the department’s own table', () => {
    const own: Sketch = [
      ['一级指标', '二级指标', '分值', '得分'],
      ['投入', '编制', '40', '38'],
      ['产出', '完成', '60', '57'],
      ['合计', '', '100', '95'],
    ];
    const project: Sketch = [
      ['一级指标', '二级指标', '分值', '得分'],
      ['决策', '立项', '40', '40'],
      ['产出', '场次', '60', '50'],
      ['合计', '', '100', '90'],
    ];
    const { itemSum } = rescore(
      report('附表1：部门整体支出绩效自评表', own, '附表2：展览项目绩效自评表', project),
      null,
    );
    expect(itemSum?.toFixed()).toBe('95');
  });
});

describe('terms of a formula that say only which number', () => {
  const rule = '控制率=（决算数/预算数）×100%，≤100%得10分，每超过1个百分点扣1分';
  const verdict = (indicator: string, sentence: string, criterion: string = rule) =>
    rescore(
      report(sentence, [
        ['三级指标', '分值', '评分标准', '得分'],
        [indicator, '10', criterion, '10'],
        ['合计', '10', '', '10'],
      ]),
      null,
    ).items[0];

  it('are those of the indicator, never the whole unit’s', () => {
    const found = verdict('“三公经费”控制率', '2023年部门预算数980.00万元，决算数1031.00万元。');
    expect(found).toMatchObject({ status: 'unverifiable', needs: ['三公经费决算数', '三公经费预算数'] });
  });

  it('are found under the indicator’s own quantity', () => {
    const sentence =
      '2023年“三公经费”预算数15.00万元，“三公经费”决算数15.60万元。部门预算数980.00万元，决算数931.00万元。';
    expect(verdict('“三公经费”控制率', sentence)?.value?.toFixed()).toBe('1.04');
  });

  it('are the unit’s where the indicator names no quantity', () => {
    const sentence = '2023年部门预算数980.00万元，决算数931.00万元。';
    const execution = '预算执行率=（决算数/预算数）×100%，≥95%得10分，每低1个百分点扣1分';
    expect(verdict('预算执行率', sentence, execution)).toMatchObject({ status: 'confirmed' });
  });
});

describe('rates that the reason of a row tells', () => {
  const status = (reason: string) =>
    rescore(
      report('全年工作按计划推进。', [
        ['三级指标', '分值', '评分标准', '得分', '扣分原因'],
        ['河道清淤完成率', '10', '完成率100%得10分，每低1个百分点扣1分', '8', reason],
        ['合计', '10', '', '8', ''],
      ]),
      null,
    ).items[0]?.status;

  it.each([
    ['完成率98%，工期延误', 'confirmed'],
    ['完成率97%，工期延误', 'contradicted'],
    ['河道清淤完成率为98%', 'confirmed'],
    // A part, another quantity, a bound, a comparison.
    ['上半年完成率97%', 'unverifiable'],
    ['A段项目完成率97%', 'unverifiable'],
    ['资金支付率97%', 'unverifiable'],
    ['完成率低于98%', 'unverifiable'],
    ['目标完成率100%，实际完成率97%', 'unverifiable'],
  ])('%s', (reason, expected) => expect(status(reason)).toBe(expected));
});
