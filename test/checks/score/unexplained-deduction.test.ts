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
