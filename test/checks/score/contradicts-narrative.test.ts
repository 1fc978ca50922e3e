import { describe, expect, it } from 'vitest';
import { type Sketch, sketch } from '../../support/document.ts';
import { found, messages } from './rules.ts';
import { TITLE } from './verdicts.ts';

describe('score/contradicts-narrative', () => {
  const scored = (score: string): Sketch => [
    ['一级指标', '二级指标', '分值', '得分'],
    ['过程', '资金使用合规性', '5', score],
    ['产出', '完成数量', '95', '95'],
  ];
  const text = (problem: string) =>
    [
      '一、基本情况',
      '我馆设3个科室。',
      '二、存在的问题',
      problem,
      '三、改进措施',
      '规范资产管理，避免资产闲置。',
    ] as const;

  it.each(['部分差旅费报销不规范。', '资金使用不够规范，个别票据缺少审批。'])(
    'full marks against %s',
    async (problem) => {
      expect(await found(sketch(TITLE, ...text(problem), scored('5')))).toEqual([
        'warning score/contradicts-narrative 5→null',
      ]);
    },
  );

  it.each([
    ['内部控制制度健全性', '内部规定仍为数年前版本，有待修订。'],
    ['预算执行率', '一笔资金到位较迟，资金当年未付清。'],
    ['预决算信息公开性', '决算公示晚三日。'],
    ['社会效益', '社会知晓度偏低，受众了解不多。'],
    ['重点工作办结率', '一项重点事项延至下年。'],
  ])('full marks for %s against %s', async (name, problem) => {
    const table: Sketch = [
      ['一级指标', '二级指标', '分值', '得分'],
      ['过程', name, '5', '5'],
      ['产出', '完成数量', '95', '95'],
    ];
    expect(await found(sketch(TITLE, ...text(problem), table))).toEqual([
      'warning score/contradicts-narrative 5→null',
    ]);
  });

  it.each([
    ['marks were lost', '部分差旅费报销不规范。', '4'],
    ['another subject', '绩效指标设置不够明确。', '5'],
    ['general modesty', '绩效管理水平有待提高，业务能力需加强。', '5'],
  ])('silent: %s', async (_name, problem, score) => {
    expect(
      await messages('score/contradicts-narrative', sketch(TITLE, ...text(problem), scored(score))),
    ).toEqual([]);
  });

  it('a problem that names one indicator in full says nothing of its like', async () => {
    const table = (staff: string): Sketch => [
      ['一级指标', '二级指标', '分值', '得分', '扣分原因'],
      ['产出', '完成数量', '85', '85', ''],
      ['满意度', '患者满意度', '8', '8', ''],
      ['满意度', '职工满意度', '7', staff, '方案待完善'],
    ];
    expect(await found(sketch(TITLE, ...text('职工满意度未达到90%的目标。'), table('7')))).toEqual([
      'warning score/contradicts-narrative 7→null',
    ]);
    expect(await found(sketch(TITLE, ...text('职工满意度未达到90%的目标。'), table('5')))).toEqual([]);
  });
});
