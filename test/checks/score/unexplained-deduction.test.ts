import { describe, expect, it } from 'vitest';
import { type Sketch, sketch } from '../../support/document.ts';
import { report, TITLE, wide } from './report.ts';
import { found } from './rules.ts';

const unexplained = async (document: Parameters<typeof found>[0]) =>
  (await found(document)).filter((line) => line.includes('unexplained'));

describe('score/unexplained-deduction', () => {
  it.each([
    ['年底支付较集中', []],
    ['', ['warning score/unexplained-deduction 18→null']],
    ['/', ['warning score/unexplained-deduction 18→null']],
    ['无', ['warning score/unexplained-deduction 18→null']],
  ])('reason “%s”', async (reason, expected) => {
    expect(await unexplained(report({ reasons: ['', reason, '', '一项延期'] }))).toEqual(expected);
  });

  const form = (score: string, reason: boolean): Sketch =>
    [
      ['一级指标', '三级指标', '指标值', '完成值', '分值', '得分', '偏差原因分析'],
      ['产出', '养护里程', '≥90公里', '88.6公里', '10', score, ''],
      ['产出', '合格率', '≥90%', '92%', '90', '90', ''],
    ].map((row) => (reason ? row : row.slice(0, -1)));
  it('what the row’s own figures give needs no words, what they do not give does', async () => {
    const lost = (score: string) => [`warning score/unexplained-deduction ${score}→null`];
    expect(await unexplained(sketch(TITLE, form('9.84', true)))).toEqual([]);
    expect(await unexplained(sketch(TITLE, form('9.8', false)))).toEqual([]);
    expect(await unexplained(sketch(TITLE, form('9.48', true)))).toEqual(lost('9.48'));
    expect(await unexplained(sketch(TITLE, form('9', true)))).toEqual(lost('9'));
  });
  it('an execution row whose table gives the rate needs none where there is no room for it', async () => {
    const execution = (score: string): Sketch => [
      ['三级指标', '指标值', '完成值', '分值', '得分'],
      ['预算执行率', '100%', '97%', '10', score],
      ['养护里程', '≥90公里', '90公里', '90', '90'],
    ];
    expect(await unexplained(sketch(TITLE, execution('9.7')))).toEqual([]);
    expect(await unexplained(sketch(TITLE, execution('9.2')))).toEqual([
      'warning score/unexplained-deduction 9.2→null',
    ]);
  });

  it('the rate may be told in words, and a reason may follow the name or open the paragraph', async () => {
    const told = (score: string): Sketch => [
      ['指标', '分值', '得分'],
      ['预算执行率（95%）', '10', score],
      ['培训学员不少于600人', '60', '60'],
      ['放心消费环境', '30', '30'],
    ];
    const lost = (score: string) => [`warning score/unexplained-deduction ${score}→null`];
    expect(await unexplained(sketch(TITLE, told('9.5')))).toEqual([]);
    expect(await unexplained(sketch(TITLE, told('9')))).toEqual(lost('9'));
    expect(await unexplained(sketch(TITLE, told('9'), '预算执行率偏离目标，因尾款未付。'))).toEqual([]);
    expect(await unexplained(sketch(TITLE, told('9'), '未达标原因：尾款未付，影响预算执行率。'))).toEqual([]);
    expect(await unexplained(sketch(TITLE, told('9'), '预算执行率较高，因此资金效益好。'))).toEqual(
      lost('9'),
    );
  });

  const table: Sketch = [
    ['一级指标', '二级指标', '分值', '得分'],
    ['投入', '预算编制', '40', '38'],
    ['产出', '完成数量', '60', '60'],
    [wide('合计', 2), '100', '98'],
  ];
  it('without a column the text speaks for it, in paragraphs or in the cells of a form', async () => {
    expect(await unexplained(sketch(TITLE, table))).toEqual(['warning score/unexplained-deduction 38→null']);
    expect(await unexplained(sketch(TITLE, '三、存在的问题', '编制不够细。', table))).toEqual([]);
    const labelled: Sketch = [['存在的问题', '部分项目编制不够细化。']];
    expect(await unexplained(sketch(TITLE, labelled, table))).toEqual([]);
    const told = (words: string) => sketch(TITLE, words, table);
    expect(await unexplained(told('投入类扣2分：编制不够细。'))).toEqual([]);
    // The marks of another indicator, other marks, or a rule tell nothing of these.
    for (const words of ['完成数量扣2分：延期。', '投入类扣1分：编制不够细。', '每超一项扣2分。'])
      expect(await unexplained(told(words))).toEqual(['warning score/unexplained-deduction 38→null']);
    const blank: Sketch = [['存在的问题', '']];
    expect(await unexplained(sketch(TITLE, blank, table))).toEqual([
      'warning score/unexplained-deduction 38→null',
    ]);
  });
  it('an execution of nine tenths and more that its score follows from needs no reason', async () => {
    const table = (rate: string, score: string): Sketch => [
      ['部门预算执行情况（万元）', '', '全年预算数', '全年执行数', '执行率', '', ''],
      ['', '年度资金总额', '1000.00', rate === '97.00%' ? '970.00' : '850.00', rate, '', ''],
      ['一级指标', '二级指标', '三级指标', '分值', '得分', '得分率', '未完成原因'],
      ['产出', '数量', '养护里程', '80', '80', '100%', ''],
      ['效益', '满意度', '群众满意度', '10', '9.5', '95%', '个别群众不满意'],
      [wide('预算执行率', 3), '10', score, rate, ''],
    ];
    expect(await unexplained(sketch(TITLE, table('97.00%', '9.7')))).toEqual([]);
    expect(await unexplained(sketch(TITLE, table('97.00%', '9.2')))).toEqual([
      'warning score/unexplained-deduction 9.2→null',
    ]);
    expect(await unexplained(sketch(TITLE, table('85.00%', '8.5')))).toEqual([
      'warning score/unexplained-deduction 8.5→null',
    ]);
  });
});
