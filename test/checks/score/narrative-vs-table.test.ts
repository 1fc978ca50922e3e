import { describe, expect, it } from 'vitest';
import { type Sketch, sketch } from '../../support/document.ts';
import { report, TITLE, wide } from './report.ts';
import { found } from './rules.ts';

const told = async (document: Parameters<typeof found>[0]) =>
  (await found(document)).filter((line) => line.includes('narrative-vs-table'));

const says = (score: string) => `自评得分${score}分，评为优。`;

describe('score/narrative-vs-table', () => {
  it.each([
    ['all agree', '97', '97', []],
    ['the text alone differs', '95', '97', ['error score/narrative-vs-table 95→97']],
    ['all three differ', '98', '100', ['error score/narrative-vs-table 98→null']],
    // The table contradicts itself: score/total-vs-items is the error, this one only shows all three.
    ['only 合计 is wrong', '97', '99', ['notice score/narrative-vs-table 97→null']],
    ['text and 合计 differ from the rows', '99', '99', ['notice score/narrative-vs-table 99→null']],
  ])('%s: text %s, 合计 %s, rows 97', async (_name, narrative, total, expected) => {
    expect(await told(report({ narrative: says(narrative), total }))).toEqual(expected);
  });

  it('groups printed once more by themselves are no second table, and their scores no claims', async () => {
    const twice = (score: string) =>
      sketch(
        TITLE,
        `2023年度部门整体支出绩效自评得分${score}分。`,
        '（一）投入指标。满分40分，自评38分。',
        [
          ['一级指标', '满分', '得分'],
          ['投入', '40', '38'],
          ['产出', '60', '56'],
          ['合计', '100', '94'],
        ],
        [
          ['一级指标', '二级指标', '分值', '得分'],
          [{ text: '投入（40分）', rows: 2 }, '预算编制', '20', '18'],
          ['预算执行', '20', '20'],
          [{ text: '产出（60分）', rows: 2 }, '完成数量', '30', '26'],
          ['完成质量', '30', '30'],
          [wide('合计', 2), '100', '94'],
        ],
      );
    expect(await told(twice('94'))).toEqual([]);
    expect(await told(twice('95'))).toEqual(['error score/narrative-vs-table 95→94']);
  });

  it.each([
    ['主要扣分项：预算编制工作（扣2分）、预算执行（扣2分）。', []],
    ['主要扣分项：预算编制工作（扣2分）、年度完成质量（扣3分）。', ['warning score/narrative-vs-table 3→2']],
  ])('marks lost may stand in brackets: %s', async (words, expected) => {
    const document = sketch(TITLE, words, '自评得分96分。', [
      ['一级指标', '二级指标', '分值', '得分'],
      ['投入', '预算编制工作', '40', '38'],
      ['产出', '年度完成质量', '60', '58'],
      [wide('合计', 2), '100', '96'],
    ]);
    expect(await told(document)).toEqual(expected);
  });

  const tables = (text: string): Sketch[] => [
    text,
    '附表1：部门整体支出绩效自评表',
    [
      ['一级指标', '二级指标', '分值', '得分'],
      ['投入', '预算编制', '40', '40'],
      ['产出', '完成数量', '60', '56'],
      [wide('合计', 2), '100', '96'],
    ],
    '附表2：培训项目绩效自评表',
    [
      ['一级指标', '二级指标', '分值', '得分'],
      ['决策', '立项', '40', '40'],
      ['产出', '培训人次', '60', '50'],
      [wide('合计', 2), '100', '90'],
    ],
  ];
  it('of several tables the department’s own is meant, told by its caption', async () => {
    expect(await told(sketch(TITLE, ...tables(says('96'))))).toEqual([]);
    expect(await told(sketch(TITLE, ...tables(says('98'))))).toEqual([
      'error score/narrative-vs-table 98→96',
    ]);
  });

  const groups = (words: string) =>
    sketch(TITLE, `自评得分96分。${words}`, [
      ['一级指标', '二级指标', '三级指标', '分值', '得分'],
      [{ text: '投入', rows: 2 }, { text: '预算配置', rows: 2 }, '在职人员控制率', '10', '9'],
      ['“三公经费”变动率', '10', '10'],
      [{ text: '产出', rows: 2 }, '职责履行', '实际完成率', '30', '28'],
      ['完成质量', '质量达标率', '20', '19'],
      ['效果', '履职效益', '社会效益', '30', '30'],
      [wide('合计', 3), '100', '96'],
    ]);
  it.each([
    ['其中：投入指标得分19分，产出指标得分47分，效果指标得分30分。', []],
    [
      '其中：投入指标得分18分，产出指标得分48分，效果指标得分30分。',
      ['error score/narrative-vs-table 18→19', 'error score/narrative-vs-table 48→47'],
    ],
    ['产出（50分，得分49分）。', ['error score/narrative-vs-table 49→47']],
    ['产出指标50分，得46分；效果指标30分，得30分。', ['error score/narrative-vs-table 46→47']],
    // Behind the score of the whole the parts need no 得, unless they may be full marks.
    [
      '部门整体支出绩效得分96分，其中：投入19分，产出48分，效果30分。',
      ['error score/narrative-vs-table 48→47'],
    ],
    ['部门整体支出绩效得分96分，其中：投入20分，产出50分，效果30分。', []],
    // Another full mark, another year, other reports' averages: nothing is held against the rows.
    ['产出指标满分100分，得分95分。', []],
    ['上年产出指标得分46分。', []],
    ['专家组打分：投入指标得18分。', []],
    ['重点产出得分46分。', []],
  ])('the score that the text gives a group: %s', async (words, expected) => {
    expect(await told(groups(words))).toEqual(expected);
  });
});
