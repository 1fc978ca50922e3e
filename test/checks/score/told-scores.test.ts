import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../../src/checks/index.ts';
import { findingsOf } from '../../support/audit.ts';
import type { Sketch } from '../../support/document.ts';
import { sketch } from '../../support/document.ts';
import { report, wide } from './report.ts';
import { found, messages } from './rules.ts';

const SAID = '经综合评价，2023年度部门整体支出绩效自评得分97分，评价结果为“优”。';

describe('scores told of parts against the table', () => {
  it.each([
    '其中：投入指标得分28分，产出指标得分69分。',
    '其中：投入类得28分，产出类得69分。',
    '预算编制得10分，完成数量得40分。',
    // Another framework, last year, a project: nothing to compare.
    '投入类满分20分，得分19分。',
    '2022年度投入类得分25分。',
    '文化下乡项目自评得分96分，其中投入类得分20分。',
    // Both classes in one.
    '投入指标得分97分。',
  ])('agrees or is of something else: %s', async (text) =>
    expect(await found(report({ narrative: SAID + text }))).toEqual([]),
  );

  it('a wrong score beside the others and their total is told of once', async () => {
    const all = async (total: string, output: string) =>
      (
        await findingsOf(
          ALL_RULES.filter(({ id }) => /^(?:score|figure)\//u.test(id)),
          report({ narrative: `自评总分${total}分，其中：投入得分28分，产出得分${output}分。` }),
        )
      ).map(({ rule, claimed, expected }) => `${rule} ${claimed}→${expected}`);
    expect(await all('97', '69')).toEqual([]);
    expect(await all('97', '68')).toEqual(['score/narrative-vs-table 68→69']);
    expect(await all('98', '69')).toEqual(['score/narrative-vs-table 98→97']);
  });

  it('a class', async () =>
    expect(
      await messages('score/narrative-vs-table', report({ narrative: `${SAID}投入指标得分27分。` })),
    ).toEqual(['正文写“投入”得27分，评分表中该类各行之和28分，相差1分。']));

  it('an indicator', async () =>
    expect(
      await messages('score/narrative-vs-table', report({ narrative: `${SAID}完成数量自评得分39分。` })),
    ).toEqual(['正文写“完成数量”得39分，评分表中该项得40分，相差1分。']));
});

const form = (name: string, score: string, total: string): Sketch => [
  ['项目名称', wide(name, 5)],
  ['一级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
  ['产出指标', '活动场次', '≥60场', '66场', '60', '60'],
  ['效益指标', '群众文化生活', '丰富', '较丰富', '40', score],
  [wide('总分', 4), '100', total],
];

describe('scores told of projects against their forms', () => {
  const annexed = (text: string, ...more: Sketch[]) =>
    sketch(
      '2023年度柳泉区文化馆部门整体支出绩效自评报告',
      '存在的问题：活动形式单一。',
      text,
      '附件：项目支出绩效自评表',
      form('文化下乡', '37.5', '97.5'),
      form('场馆维修', '38', '98'),
      ...more,
    );

  it('agree', async () =>
    expect(
      await found(annexed('“文化下乡”项目自评得分97.5分，等级为优；场馆维修项目自评得分98分，平均97.75分。')),
    ).toEqual([]));

  it('differ in the text', async () =>
    expect(
      await messages(
        'score/narrative-vs-table',
        annexed('文化下乡项目自评得分98.5分；场馆维修项目自评得分98分。'),
      ),
    ).toEqual(['正文写“文化下乡”得98.5分，所附该项目自评表合计97.5分，相差1分。']));

  it('differ in a list', async () =>
    expect(
      await found(
        annexed('各项目得分见下表。', [
          ['序号', '项目名称', '自评得分'],
          ['1', '文化下乡', '97.5'],
          ['2', '场馆维修', '95'],
        ]),
      ),
    ).toEqual(['error score/narrative-vs-table 95→98']));

  it('two forms of one name settle nothing', async () =>
    expect(await found(annexed('文化下乡项目自评得分90分。', form('文化下乡', '40', '100')))).toEqual([]));
});

describe('forms beside the report', () => {
  const department = '2023年度柳泉区文化馆部门整体支出绩效自评报告';
  const headed = (name: string, score: string, grade: string): Sketch => [
    ['项目名称', name, '自评总分', score, '自评等级', grade],
    ['一级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
    ['产出指标', '活动场次', '≥60场', '66场', '60', '60'],
    ['效益指标', '群众文化生活', '丰富', '较丰富', '40', '37.5'],
  ];
  const two = (score: string, grade: string) =>
    sketch(
      '2023年度项目支出绩效自评表',
      '存在的问题：活动形式单一。',
      headed('文化下乡', '97.5', '优'),
      '',
      headed('场馆维修', score, grade),
    );

  it('a sole annexed form of a project is not the one that the department is scored in', async () => {
    const text = '自评得分95分，评为“优”。';
    const problem = '存在的问题：活动形式单一。';
    expect(await found(sketch(department, text, problem, form('文化下乡', '37.5', '97.5')))).toEqual([]);
    expect(await found(sketch(department, text, problem, form('部门整体支出', '37.5', '97.5')))).toEqual([
      'error score/narrative-vs-table 95→97.5',
    ]);
    expect(await found(sketch(department, text, problem, form('文化下乡', '37.5', '98.5')))).toEqual([
      'error score/total-vs-items 98.5→97.5',
    ]);
  });

  it('each has the score and the grade of its own head', async () => {
    expect(await found(two('97.5', '优'))).toEqual([]);
    expect(await found(two('87.5', '良'))).toEqual(['error score/narrative-vs-table 87.5→97.5']);
    expect(await found(two('97.5', '良'))).toEqual(['error grade/vs-score 良→优']);
  });

  it('the grade in the head of an annexed form is held against that form', async () => {
    const graded = (grade: string) =>
      sketch(department, '自评得分95分，评为“优”。', '存在的问题：活动形式单一。', [
        ['项目名称', '文化下乡', '自评等级', { text: grade, cols: 3 }],
        ['一级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
        ['产出指标', '活动场次', '≥60场', '66场', '60', '60'],
        ['效益指标', '群众文化生活', '丰富', '一般', '40', '25'],
        [{ text: '总分', cols: 4 }, '100', '85'],
      ]);
    expect(await found(graded('良'))).toEqual([]);
    expect(await found(graded('中'))).toEqual(['error grade/vs-score 中→良']);
  });
});

describe('scores told in prose only', () => {
  const prose = (process: string, summary: string, total: string) =>
    sketch(
      '2022年度柳泉区林业局部门整体支出绩效自评报告',
      '一、评分情况',
      '（一）投入类。满分20分，自评得分18分。',
      `（二）过程类。满分30分，自评得${process}分。`,
      '（三）产出类。满分30分，自评得30分。',
      '（四）效果类。满分20分，自评得19.5分。',
      '二、评价结论',
      `综上，投入类得分18分，过程类得分${summary}分，产出类得分30分，效果类得分19.5分，自评总分${total}分，评价等级为“优”。`,
    );

  it('add up', async () => expect(await found(prose('28', '28', '95.5'))).toEqual([]));

  it('do not add up', async () =>
    expect(await messages('score/total-vs-items', prose('28', '28', '96.5'))).toEqual([
      '正文总得分96.5分，正文所述各项（满分共100分）得分之和 18+28+30+19.5=95.5分，总得分多1分。',
    ]));

  it('differ between two places', async () =>
    expect(await found(prose('27', '28', '95.5'))).toEqual(['error score/narrative-vs-table 27→null']));

  it('are each told once for each of several projects', async () => {
    const of = (process: string) => [
      '投入类得分20分。',
      `过程类得分${process}分。`,
      '产出类得分30分。',
      '效果类得分20分。',
    ];
    expect(
      await found(
        sketch(
          '2023年度项目支出绩效评价报告',
          '一、文化下乡项目',
          ...of('28'),
          '二、场馆维修项目',
          ...of('29'),
        ),
      ),
    ).toEqual([]);
  });

  it('exceed their full mark', async () =>
    expect(await found(prose('32', '32', '99.5'))).toEqual(['error score/above-weight 32→≤30']));

  it('heads that name part and full mark', async () => {
    const headed = (duties: string, total: string) =>
      sketch(
        '2024年度凤冈县融媒体中心部门整体支出绩效自评报告',
        '1.预算编制（满分30分）：年初预算编制完整，自评得30分。',
        '2.预算执行（满分20分）：执行进度略慢，自评得18分。',
        `3.职责履行（满分50分）：完成新闻播出任务，自评得${duties}分。`,
        `以上三项合计得分${total}分，评价等级为优。`,
      );
    expect(await found(headed('50', '98'))).toEqual([]);
    expect(await found(headed('50', '97'))).toEqual(['error score/total-vs-items 97→98']);
    expect(await found(headed('51', '99'))).toEqual(['error score/above-weight 51→≤50']);
  });

  it('with full marks that make no hundred are not added up', async () =>
    expect(
      await found(
        sketch(
          '2022年度柳泉区林业局部门整体支出绩效自评报告',
          '投入类满分20分，得18分；过程类满分30分，得28分；产出类满分30分，得30分。自评总分95分，评为“优”。',
        ),
      ),
    ).toEqual([]));
});
