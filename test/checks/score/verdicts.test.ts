import { describe, expect, it } from 'vitest';
import { dec } from '../../../src/numbers/decimal.ts';
import { point } from '../../../src/numbers/interval.ts';
import type { Report } from '../../../src/report/model.ts';
import type { ItemVerdict, Rescoring } from '../../../src/rescoring/model.ts';
import { type Sketch, sketch } from '../../support/document.ts';
import { found, messages } from './rules.ts';

const TITLE = '2023年度柳泉区档案馆部门整体支出绩效自评报告';
const table = (score: string): Sketch => [
  ['一级指标', '二级指标', '分值', '评分标准', '得分'],
  ['投入', '“三公经费”控制率', '6', '≤100%得6分，每超1%扣0.5分', score],
  ['产出', '完成', '94', '视情况给分', '94'],
];

/** Verdicts for the first indicator, the rest a matter of judgement. */
const verdicts =
  (given: Partial<ItemVerdict>, verified: [string, string] | null = null) =>
  (report: Report): Rescoring => ({
    items: (report.scoringTables[0]?.indicators ?? []).map((indicator, i) => ({
      indicator,
      status: 'judgement',
      value: null,
      admissible: null,
      inputs: [],
      needs: [],
      reading: '',
      trace: [],
      attainable: null,
      attainableScores: null,
      ...(i === 0 ? given : {}),
    })),
    itemSum: null,
    verified: verified && { low: dec(verified[0]), high: dec(verified[1]) },
  });

const contradicted: Partial<ItemVerdict> = {
  status: 'contradicted',
  value: dec('1.06'),
  admissible: { scores: [dec(3)], range: point(dec(3)) },
  trace: ['三公经费控制率 = 10.6 ÷ 10 = 106%', '6−6×0.5=3'],
  attainable: true,
};

describe('score/rescored', () => {
  it('a claim that no reading of the rule gives', async () => {
    const document = sketch(TITLE, table('6'));
    expect(await found(document, { rescoring: verdicts(contradicted) })).toEqual([
      'error score/rescored 6→3',
    ]);
    expect(await messages('score/rescored', document, { rescoring: verdicts(contradicted) })).toEqual([
      '“‘三公经费’控制率”自评6分，按评分标准应得3分：三公经费控制率 = 10.6 ÷ 10 = 106%；6−6×0.5=3。',
    ]);
  });

  it('says all admissible scores', async () => {
    const several = {
      ...contradicted,
      admissible: { scores: [dec('2.5'), dec(3)], range: { low: dec('2.5'), high: dec(3) } },
    };
    expect(await found(sketch(TITLE, table('6')), { rescoring: verdicts(several) })).toEqual([
      'error score/rescored 6→2.5或3',
    ]);
  });

  it.each(['confirmed', 'unverifiable', 'judgement'] as const)('silent when %s', async (status) => {
    const found_ = await found(sketch(TITLE, table('6')), {
      rescoring: verdicts({ ...contradicted, status }),
    });
    expect(found_.filter((f) => f.includes('rescored'))).toEqual([]);
  });

  it('a claim above its weight is told once', async () => {
    expect(
      await found(sketch(TITLE, table('8')), { rescoring: verdicts({ ...contradicted, attainable: false }) }),
    ).toEqual(['error score/above-weight 8→≤6']);
  });
});

describe('score/unattainable', () => {
  const impossible = {
    ...contradicted,
    attainable: false,
    attainableScores: ['0', '0.5', '1', '1.5', '2'].map(dec),
  };

  it('instead of score/rescored, with what the rule can give', async () => {
    const given = { rescoring: verdicts(impossible) };
    expect(await found(sketch(TITLE, table('1.2')), given)).toContain(
      'error score/unattainable 1.2→0、0.5、1、1.5、2',
    );
    expect(await messages('score/rescored', sketch(TITLE, table('1.2')), given)).toEqual([]);
    expect(await messages('score/unattainable', sketch(TITLE, table('1.2')), given)).toEqual([
      '“‘三公经费’控制率”得1.2分，按评分标准只能得2、1.5、1、0.5、0分之一。',
    ]);
  });

  it('silent when the rule is not known', async () => {
    const given = { rescoring: verdicts({ attainable: null }) };
    expect(await messages('score/unattainable', sketch(TITLE, table('1.2')), given)).toEqual([]);
  });
});

describe('score/unsupported', () => {
  const lacking: Partial<ItemVerdict> = { status: 'unverifiable', needs: ['三公经费支出数'] };

  it('full marks without the figures they need', async () => {
    expect(await found(sketch(TITLE, table('6')), { rescoring: verdicts(lacking) })).toEqual([
      'notice score/unsupported 6→null',
    ]);
  });

  it.each<[string, string, Partial<ItemVerdict>]>([
    ['not full marks', '5', lacking],
    ['confirmed', '6', { ...lacking, status: 'confirmed' }],
    [
      'only the rule was not understood',
      '6',
      { status: 'unverifiable', needs: ['评分标准未能读懂：符号损坏'] },
    ],
  ])('silent: %s', async (_name, score, verdict) => {
    expect(
      await messages('score/unsupported', sketch(TITLE, table(score)), { rescoring: verdicts(verdict) }),
    ).toEqual([]);
  });
});

describe('grade/vs-verified', () => {
  const document = sketch(TITLE, '自评得分100分，评价结果为“优”。', table('6'));

  it('no score the figures allow earns the grade', async () => {
    expect(await found(document, { rescoring: verdicts({}, ['80', '89']) })).toEqual([
      'error grade/vs-verified 优→良',
    ]);
  });

  it('some score of the range does', async () => {
    expect(await found(document, { rescoring: verdicts({}, ['80', '90']) })).toEqual([]);
  });

  it('a grade at odds with its own sentence is told once', async () => {
    const odd = sketch(TITLE, '自评得分100分，评价结果为“中”。', table('6'));
    expect(await found(odd, { rescoring: verdicts({}, ['80', '89']) })).toEqual([
      'error grade/vs-score 中→优',
    ]);
  });
});

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
});
