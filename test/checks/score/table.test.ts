import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/model.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { type Sketch, sketch } from '../../support/document.ts';
import { type Given, report, TITLE, tall, wide } from './report.ts';
import { found, messages } from './rules.ts';

describe('score tables against themselves and the text', () => {
  it('a right report is silent', async () => {
    expect(await found(report())).toEqual([]);
    expect(await found(report({ subtotal: '28' }))).toEqual([]);
  });

  it.each<[string, Given, string[]]>([
    [
      '合计 is not the sum',
      { total: '98', narrative: '自评得分98分，评为优。' },
      ['error score/total-vs-items 98→97', 'notice score/narrative-vs-table 98→null'],
    ],
    [
      'three totals differ',
      { total: '100', narrative: '自评得分98分，评为优。' },
      ['error score/narrative-vs-table 98→null', 'error score/total-vs-items 100→97'],
    ],
    [
      'only 合计 is wrong',
      { total: '99' },
      ['error score/total-vs-items 99→97', 'notice score/narrative-vs-table 97→null'],
    ],
    [
      'the text differs from table and rows',
      { narrative: '自评得分96分，评为优。' },
      ['error score/narrative-vs-table 96→97'],
    ],
    ['小计 is wrong', { subtotal: '29' }, ['error score/total-vs-items 29→28']],
    [
      'an item above its weight, the total with it',
      { scores: ['12', '18', '40', '29'], total: '99', narrative: '自评得分99分，评为优。' },
      ['error score/above-weight 12→≤10'],
    ],
    [
      'a score below zero',
      { scores: ['-3', '18', '40', '29'], total: '84', narrative: '自评得分84分，评为良。' },
      ['error score/above-weight -3→null'],
    ],
    [
      'a weight that does not fit its group',
      { weights: ['10', '25', '40', '30'] },
      ['error score/weights-total 30→35'],
    ],
    [
      'a group weight in the name that is wrong',
      { group: '投入（25分）' },
      ['error score/weights-total 25→30'],
    ],
    ['合计 of 分值 is wrong', { totalWeight: '110' }, ['error score/weights-total 110→100']],
    [
      'a score is missing and the total allows it',
      { scores: ['10', '', '40', '29'] },
      ['error score/missing null→null'],
    ],
    [
      'a score is missing and no value gives the total',
      { scores: ['', '18', '40', '29'], total: '99', narrative: '自评得分99分，评为优。' },
      ['error score/total-vs-items 99→null', 'error score/missing null→null'],
    ],
    [
      'a score is not applicable',
      { scores: ['/', '18', '40', '29'], total: '87', narrative: '自评得分87分，评为良。' },
      ['notice score/missing null→null'],
    ],
    ['a score cannot be read', { scores: ['满分', '18', '40', '29'] }, ['warning score/missing null→null']],
    [
      'a grade does not fit its score',
      { narrative: '自评得分97分，评价结果为“良”。' },
      ['error grade/vs-score 良→优'],
    ],
    [
      'a deduction without its reason',
      { reasons: ['', '', '', '一项延期'] },
      ['warning score/unexplained-deduction 18→null'],
    ],
  ])('%s', async (_name, given, expected) => {
    expect((await found(report(given))).sort()).toEqual([...expected].sort());
  });

  it('shows both numbers and the arithmetic', async () => {
    expect(await messages('score/total-vs-items', report({ total: '100' }))).toEqual([
      '评分表合计印100分，各行得分之和 10+18+40+29=97分，合计多3分；正文得分97分与各行之和一致。',
    ]);
    expect(
      await messages('score/narrative-vs-table', report({ total: '100', narrative: '自评得分98分。' })),
    ).toEqual([
      '正文得分98分，评分表合计100分（与正文相差2分），各行之和 10+18+40+29=97分（与正文相差1分）。',
    ]);
    expect(await messages('score/weights-total', report({ group: '投入（25分）' }))).toEqual([
      '“投入”分值25分，所属各项分值之和 10+20=30分，相差5分。',
    ]);
  });

  it('the grade of the rows’ sum, when text and 合计 agree on a better one', async () => {
    const given = { scores: ['10', '8', '40', '29'], reasons: ['', '慢', '', '延期'], total: '97' } as const;
    expect((await found(report(given))).filter((f) => f.includes('grade'))).toEqual([
      'error grade/vs-verified 优→良',
    ]);
  });

  it('a reason in the text but not in the column is a notice', async () => {
    const document = report({
      reasons: ['', '', '', '一项延期'],
      narrative: '自评得分97分，评为优。失分指标：预算执行扣2分（资金未付清）。',
    });
    expect(await found(document)).toEqual(['notice score/unexplained-deduction 18→null']);
  });
});

describe('what was not read proves nothing', () => {
  const doubtful = (change: (document: Document) => Document) => found(change(report({ total: '100' })));

  it('pages without text beside the table', async () => {
    const findings = await doubtful((d) => ({
      ...d,
      losses: [{ kind: 'no-text', message: '第9页没有文字', quote: '', pages: [9], where: NOWHERE }],
    }));
    expect(findings.filter((f) => f.includes('total-vs-items'))).toEqual([
      'notice score/total-vs-items 100→null',
    ]);
  });

  it('pages without text far from the table change nothing', async () => {
    const findings = await doubtful((d) => ({
      ...d,
      losses: [{ kind: 'no-text', message: '第1页没有文字', quote: '', pages: [1], where: NOWHERE }],
      blocks: d.blocks.map((b) =>
        b.kind === 'table'
          ? { ...b, cells: b.cells.map((c) => ({ ...c, where: { ...c.where, page: 7 } })) }
          : b,
      ),
    }));
    expect(findings).toContain('error score/total-vs-items 100→97');
  });

  it('a grid that had to be guessed', async () => {
    const findings = await doubtful((d) => ({
      ...d,
      blocks: d.blocks.map((b) => (b.kind === 'table' ? { ...b, gridCertain: false } : b)),
    }));
    expect(findings.filter((f) => f.includes('total-vs-items'))).toEqual([
      'notice score/total-vs-items 100→null',
    ]);
  });
});

describe('a table without borders', () => {
  const inferred = (given: Given) => {
    const document = report(given);
    const where = { ...NOWHERE, table: 1 };
    return found({
      ...document,
      losses: [{ kind: 'layout', message: '没有边框线', quote: '', pages: [], where }],
    });
  };

  it('has proved itself where its weights add up', async () => {
    expect(await inferred({ total: '100' })).toEqual([
      'error score/total-vs-items 100→97',
      'notice score/narrative-vs-table 97→null',
    ]);
  });

  it('was misread where they do not: a row of it may stand elsewhere', async () => {
    const found = await inferred({ weights: ['10', '20', '40', '20'], total: '100' });
    expect(found).toContain('notice score/total-vs-items 100→null');
    expect(found).toContain('notice score/weights-total 70→60');
    expect(found.filter((finding) => !finding.startsWith('notice'))).toEqual([]);
  });

  it('nor is a blank form seen where its scores were not found', async () => {
    expect(await inferred({ scores: ['', '', '', ''], total: '', narrative: '已完成自评。' })).toEqual([
      'notice score/missing null→null',
    ]);
  });
});

describe('legitimate tables stay silent', () => {
  const silent: [string, Sketch][] = [
    [
      'weights shared by merged cells, a score merged over rows',
      [
        ['一级指标', '二级指标', '分值', '得分'],
        [tall('产出', 3), '数量', tall('60', 3), '20'],
        ['质量', '20'],
        ['时效', '20'],
        [tall('效益', 2), '社会效益', '20', tall('38', 2)],
        ['满意度', '20'],
        [wide('合计', 2), '100', '98'],
      ],
    ],
    [
      'sub-weights out of 100 under groups of 50, totals rescaled',
      [
        ['一级指标', '二级指标', '分值', '得分'],
        [tall('管理（50分）', 2), '制度', '60', '60'],
        ['执行', '40', '36'],
        [tall('产出（50分）', 2), '数量', '50', '50'],
        ['质量', '50', '50'],
        [wide('合计', 2), '100', '98'],
      ],
    ],
    [
      '二者择一: two rules share 20 points',
      [
        ['一级指标', '二级指标', '分值', '评分标准', '得分'],
        [tall('过程（20分）', 2), '新增项目', '20', '二者择一：新增项目按此计分', '20'],
        ['延续项目', '20', '二者择一：延续项目按此计分', '/'],
        ['产出（80分）', '完成', '80', '完成得满分', '80'],
        [wide('合计', 2), '100', '', '100'],
      ],
    ],
    [
      'rows scored out of 100 with weights in per cent',
      [
        ['一级指标', '二级指标', '权重', '得分'],
        [tall('投入', 2), '编制', '10%', '95'],
        ['执行', '20%', '90'],
        ['产出', '完成', '70%', '100'],
        [wide('合计', 2), '100%', '97.5'],
      ],
    ],
  ];
  it.each(silent)('%s', async (_name, table) => {
    const findings = await found(sketch(TITLE, '存在的问题：经验不足。', table));
    expect(findings.filter((f) => !f.startsWith('notice') && !f.includes('unexplained'))).toEqual([]);
  });

  it('a blank template is one finding', async () => {
    const blank: Sketch = [
      ['一级指标', '二级指标', '分值', '评分标准', '得分'],
      [tall('投入', 2), '编制', '40', '细化得40分', ''],
      ['执行', '20', '按比例', ''],
      ['产出', '完成', '40', '完成得40分', ''],
      [wide('合计', 2), '100', '', ''],
    ];
    expect(await found(sketch(TITLE, blank))).toEqual(['warning score/missing null→null']);
  });

  it('the printed rules beside the scored table are no missing scores', async () => {
    const rules: Sketch = [
      ['一级指标', '二级指标', '分值', '评分标准'],
      ['投入', '编制', '60', '细化得60分'],
      ['产出', '完成', '40', '完成得40分'],
    ];
    const scored: Sketch = [
      ['一级指标', '二级指标', '分值', '得分'],
      ['投入', '编制', '60', '60'],
      ['产出', '完成', '40', '40'],
      [wide('合计', 2), '100', '100'],
    ];
    expect(await found(sketch(TITLE, rules, '附件2：自评得分表', scored, '自评得分100分，评为优。'))).toEqual(
      [],
    );
  });
});

describe('reviewed scores', () => {
  const table = (total: string): Sketch => [
    ['一级指标', '二级指标', '分值', '自评得分', '财政审核得分'],
    ['投入', '编制', '60', '60', '55'],
    ['产出', '完成', '40', '40', '40'],
    [wide('合计', 2), '100', '100', total],
  ];
  it('sum on their own', async () => {
    expect(await found(sketch(TITLE, table('95')))).toEqual([]);
    expect(await found(sketch(TITLE, table('96')))).toEqual(['error score/total-vs-items 96→95']);
  });
});

describe('project forms', () => {
  const form = (
    given: {
      score?: string;
      total?: string;
      rate?: string;
      remark?: string;
      reason?: string;
      executed?: string;
    } = {},
  ): Sketch => [
    [wide('项目名称', 2), wide('乡村道路养护', 6)],
    [tall('项目资金（万元）', 2), '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [
      '年度资金总额',
      '200',
      '200',
      given.executed ?? '176.4',
      '10',
      given.rate ?? '88.20%',
      given.score ?? '8.82',
    ],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    [tall('产出指标（60分）', 2), '数量指标', '里程', '≥30公里', '30公里', '30', '30', ''],
    ['质量指标', '合格率', '≥95%', '96%', '30', '28', given.reason ?? '返工一处'],
    ['效益指标（20分）', '社会效益', '通行', '改善', '改善', '20', '20', ''],
    ['满意度指标（10分）', '满意度', '群众', '≥90%', '92%', '10', '10', ''],
    [wide('总分', 5), '100', given.total ?? '96.82', ''],
    [wide(given.remark ?? '备注：执行得分=执行率×10。', 8)],
  ];
  const TITLES = ['项目支出绩效自评表', '（2023年度）'] as const;

  it('the total includes the execution score', async () => {
    expect(await found(sketch(...TITLES, form()))).toEqual([]);
    expect(await found(sketch(...TITLES, form({ total: '88' })))).toEqual([
      'error score/total-vs-items 88→96.82',
    ]);
  });

  it('execution score = rate × weight, as printed or rounded', async () => {
    for (const [score, total] of [
      ['8.82', '96.82'],
      ['8.8', '96.8'],
      ['9', '97'],
    ]) {
      expect(await found(sketch(...TITLES, form({ score, total } as never)))).toEqual([]);
    }
    expect(await found(sketch(...TITLES, form({ score: '10', total: '98' })))).toEqual([
      'error score/rescored 10→8.82',
    ]);
    expect(await messages('score/rescored', sketch(...TITLES, form({ score: '10', total: '98' })))).toEqual([
      '“年度资金总额”得10分，按执行率计分应为执行率88.20%×分值10=8.82分。',
    ]);
  });

  it('no full mark comes of rounding to whole marks: 96% is 9.6 of 10', async () => {
    const lifted = form({ score: '10', total: '98', rate: '96.00%', executed: '192' });
    expect(await found(sketch(...TITLES, lifted))).toEqual(['error score/rescored 10→9.6']);
  });

  it('rate × weight without a printed rule too, and with bands it is not judged', async () => {
    const plain = form({ score: '10', total: '98', remark: '备注：无。' });
    expect(await found(sketch(...TITLES, plain))).toEqual(['error score/rescored 10→8.82']);
    const bands = form({ score: '10', total: '98', remark: '备注：执行率达到85%以上得满分。' });
    expect(await found(sketch(...TITLES, bands))).toEqual([]);
  });

  it('a blank reason beside a deduction', async () => {
    expect(await found(sketch(...TITLES, form({ reason: '' })))).toEqual([
      'warning score/unexplained-deduction 28→null',
    ]);
  });
});
