import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph, Table } from '../../../src/documents/model.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { readScoreClaims } from '../../../src/report/claims/index.ts';
import { type Sketch, sketch } from '../../support/document.ts';

function claims(year: number | null, unit: string | null, ...parts: Sketch[]) {
  const { blocks } = sketch(...parts);
  const paragraphs = blocks.filter((b): b is Paragraph => b.kind === 'paragraph');
  const tables = blocks.filter((b): b is Table => b.kind === 'table');
  return readScoreClaims(paragraphs, tables, unit, year);
}

const UNIT = '柳泉区档案馆';
const TITLE = '2023年度柳泉区档案馆部门整体支出绩效自评报告';
const read = (...parts: Sketch[]) =>
  claims(2023, UNIT, TITLE, ...parts).map((c) => `${c.score.toFixed()}${c.year ? `@${c.year.value}` : ''}`);

it("scores under 项目支出绩效自评 in a report on the department are its projects'", () => {
  const project = {
    kind: 'paragraph' as const,
    text: '2.自评得分98分。',
    number: null,
    headingLevel: null,
    stratum: 'body' as const,
    where: { ...NOWHERE, paragraph: 9, section: '二、项目支出绩效自评' },
  };
  const { blocks } = sketch(TITLE, '2023年度部门整体支出绩效自评得分96分。');
  const own = blocks.filter((b): b is Paragraph => b.kind === 'paragraph');
  const found = readScoreClaims([...own, project], [], UNIT, 2023);
  expect(found.map((claim) => claim.score.toFixed())).toEqual(['96']);
});

describe('scores of the report as a whole', () => {
  it.each([
    ['经综合评价，柳泉区档案馆2023年度部门整体支出绩效评价得分97分，评价结果为“优”。', '97@2023'],
    ['柳泉区档案馆2023年度整体支出绩效自评得97.35分，评为优秀。', '97.35@2023'],
    ['2023年度整体支出绩效自我评定为98分，等级为“优”。', '98@2023'],
    ['经自评，我单位综合评分为 96.5 分。', '96.5'],
    ['自评总分（分）97.93', '97.93'],
    ['自评得分\n90 分', '90'],
    ['得分：95.5', '95.5'],
    ['自评得分（满分100分）：95分', '95'],
    ['我馆自评得分为满分100分。', '100'],
    ['绩效评分100分，自评为优。', '100'],
    ['根据评分标准，本单位绩效自评分数９５．５分。', '95.5'],
    ['部门整体支出绩效自评综合得分为九十七分。', '97'],
    ['2024年3月，我馆对2023年度支出进行自评，最终得分94分。', '94@2023'],
    ['依据评价指标体系，评价组评定本单位绩效得分为96分，属“优”。', '96'],
    ['评价结论：总得分92.4分，绩效等级为优。', '92.4'],
    ['自评等级为优，实得分91分。', '91'],
    ['我单位2023年整体支出绩效自评打分98分', '98@2023'],
    ['综合评价得分：89.6分，等级为良', '89.6'],
    ['根据《柳泉区预算绩效管理办法》，自评得分97分。', '97'],
    ['自评总分100分，得分95.5分，评为优。', '95.5'],
    ['整体支出绩效自评满分100分，实际得分95.5分。', '95.5'],
    ['结余变动0.81万元，占比20.54%，得分97分。', '97'],
    ['经复查提高2分，得分97分。', '97'],
    ['整体支出（权重90分），自评得分86分。', '86'],
    ['我镇逐项自评，得分94分，等级为优。', '94'],
    ['基础分自评得分91.5分，加分项得分4分，合计95.5分，评价等级为优秀。', '95.5'],
    [
      '综合得分95.5分，其中：投入类指标满分20分，得分19分；过程类指标满分30分，得分28.5分；运行成本（50分），得分48分。',
      '95.5',
    ],
    ['对2023年度财政资金开展绩效自评，自评得分95.5分。', '95.5@2023'],
    ['对部门整体支出和项目支出进行了绩效自评，自评得分95.5分。', '95.5'],
    ['根据自评表逐项打分，得97分，属于“优”等次。', '97'],
    ['二〇二三年度我局整体绩效自评综合得分94.6分', '94.6@2023'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('a heading with nothing but the score below it', () => {
    expect(read('（一）自评得分', '90分')).toEqual(['90']);
  });

  it.each<[string, Sketch, string[]]>([
    ['beside its label', [['自评总分（分）', '97.93', '自评等级', '优']], ['97.93']],
    [
      'under its label',
      [
        ['自评得分', '评价等级'],
        ['95.5', '优'],
      ],
      ['95.5'],
    ],
    [
      'in a sentence of a cell',
      [['自评结论', '我馆2023年度整体支出绩效自评得分96分，等级为优。']],
      ['96@2023'],
    ],
  ])('in a cell: %s', (_name, table, expected) => expect(read(table)).toEqual(expected));
});

describe('no scores of the report as a whole', () => {
  it.each([
    ['a project', '就全民健身项目而言，项目自评分数98分，项目等级优。'],
    ['a project by name', '馆藏数字化项目自评得分95分。'],
    ['an average', '5个项目平均得分99.43分。'],
    ['an average said otherwise', '各项目自评得分均为95分以上。'],
    ['last year told as last year', '前一年（2022年度）自评分数为90分，有关问题均已改正。'],
    ['last year by another word', '上年度自评得分92分，本年有所提高。'],
    ['lost marks', '资金使用合规性扣2分，合计失分5.5分。'],
    ['a group of indicators', '投入指标得15分，过程指标自评得分28分。'],
    ['a group beside its full mark', '过程类指标满分30分，得分28.5分；产出指标权重30%，自评得分29分。'],
    [
      'a group of another name beside its full mark',
      '社会效应（满分30分），实得28.5分；履职效能30分，得分29分。',
    ],
    ['an appraisal of a project', '区财政局对我馆2022年档案保护专项实施了绩效评价，评价得分86分。'],
    ['one indicator', '预算执行率得分9分，满意度得分10分。'],
    ['full marks', '评价指标满分100分，其中投入20分、过程30分。'],
    ['full marks as a total', '指标体系总分100分，按四个等级划分。'],
    ['a weight', '该指标分值10分。'],
    ['a rule', '得分90分以上为优，得分在80-90分（含80分）的为良。'],
    ['a rule with a sign', '综合得分≥90分为优。'],
    ['a target', '力争下年度自评得分达到95分。'],
    ['a subordinate unit', '下属单位档案服务中心自评得分93分。'],
    ['the finance bureau', '区财政局复核得分88分。'],
    ['another unit', '柳泉区教育局自评得分95分。'],
    ['another appraisal', '年度目标管理考核得分98分，问卷测评得分95分。'],
    ['a survey', '服务对象满意度得分为92分。'],
    ['minutes', '自评用时90分钟。'],
    ['a bureau branch', '自评3分局。'],
    ['a share', '得分率97%。'],
    ['no plain number', '自评得分1e309分，得分-3分。'],
    ['a rank', '自评得分排名第3。'],
    ['a document number', '根据财预〔2020〕10号开展绩效评价。'],
  ])('%s: %s', (_name, text) => expect(read(text)).toEqual([]));

  it('the total row of a scoring table is the table’s own', () => {
    expect(
      read([
        ['一级指标', '二级指标', '分值', '得分'],
        ['投入', '目标', '60', '58'],
        ['产出', '完成', '40', '40'],
        ['自评总分', '', '100', '98'],
      ]),
    ).toEqual([]);
  });

  it('a list of projects with their scores', () => {
    expect(
      read([
        ['项目名称', '自评得分'],
        ['甲', '95'],
      ]),
    ).toEqual([]);
  });
});

describe('the year of a claim', () => {
  const wrong = '柳泉区档案馆2022年度部门整体支出绩效评价得分97分，评价结果为“优”。';

  it('another year in the result sentence is this report’s claim with that year', () => {
    expect(read(wrong)).toEqual(['97@2022']);
    const [claim] = claims(2023, UNIT, TITLE, wrong);
    expect(claim?.year?.quote.text).toBe('2022年度');
  });

  it('also beside last year’s score told as such', () => {
    expect(read(wrong, '前一年（2022年度）自评分数为90分，有关问题均已改正。')).toEqual(['97@2022']);
  });

  it('beside the right year’s own claim it is a look back', () => {
    expect(read('2022年度整体支出绩效自评得分90分。', '2023年度整体支出绩效自评得分97分。')).toEqual([
      '97@2023',
    ]);
  });

  it('the same score said once without a year and once with the wrong one stays', () => {
    expect(read('一、自评结论：自评得分97分。', wrong)).toEqual(['97', '97@2022']);
  });

  it('without a known report year nothing is left out for its year', () => {
    expect(claims(null, null, wrong).map((c) => c.year?.value)).toEqual([2022]);
  });
});

describe('the score of something else, or without its name', () => {
  it.each([
    ['（二）新闻宣传项目自评综述：全年预算数为120万元，执行数为120万元，自评得分98分。', []],
    ['（一）决策指标。满分15分，自评14.5分。', []],
    ['满分100分，自评94.5分。', ['94.5']],
    ['合计96分，自评等级：优。', ['96']],
    ['投入合计14分，产出合计30分。', []],
  ])('%s', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });
});

describe('a project’s own report', () => {
  it('takes the project’s score as its own', () => {
    const found = claims(
      2023,
      null,
      '2023年度农村公路养护项目绩效自评报告',
      '该项目绩效自评得分95分，等级为优。',
    );
    expect(found.map((c) => c.score.toFixed())).toEqual(['95']);
  });
});

describe('any score', () => {
  it('is read as printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('自评得分', '绩效评价得分', '综合评分为', '自评总分：', '最终得分是', '自我评定为'),
        (whole, tenth, words) => {
          expect(read(`本单位${words}${whole}.${tenth}分。`)).toEqual([`${whole}.${tenth}`]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
