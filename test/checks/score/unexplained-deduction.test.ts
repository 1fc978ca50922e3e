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
});
