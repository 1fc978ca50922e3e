import { describe, expect, it } from 'vitest';
import type { Paragraph, Table } from '../../../src/documents/model.ts';
import { parseGrades } from '../../../src/report/claims/grades-file.ts';
import { readGradeClaims, readGradeScale } from '../../../src/report/claims/index.ts';
import { printedScale } from '../../../src/report/claims/scale.ts';
import { type Sketch, sketch } from '../../support/document.ts';

const split = (parts: readonly Sketch[]) => {
  const { blocks } = sketch('2023年度柳泉区档案馆部门整体支出绩效自评报告', ...parts);
  return [
    blocks.filter((b): b is Paragraph => b.kind === 'paragraph'),
    blocks.filter((b): b is Table => b.kind === 'table'),
    '柳泉区档案馆',
    2023,
  ] as const;
};
const grades = (...parts: Sketch[]) => readGradeClaims(...split(parts)).map((c) => c.grade);
const scale = (...parts: Sketch[]) =>
  readGradeScale(...split(parts))
    .map((b) => `${b.grade}${b.low.toFixed()}`)
    .join(' ');

describe('grades of the report as a whole', () => {
  it.each([
    ['绩效评价得分97分，评价结果为“优”。', '优'],
    ['2023年度自评得分85.4分，等级“良”，比2022年度自评得分93.8分下降8.4分。', '良'],
    ['自评得97.35分，评为优秀。', '优秀'],
    ['自我评定为98分，等级为“优”。', '优'],
    ['整体支出自评分数为98.08分，档次“优”。', '优'],
    ['绩效评分100分，自评为优。', '优'],
    ['自评得分89分（良）。', '良'],
    ['按标准（90分以上为优、80-89分为良、60-79分为中、60分以下为差），自评得88分，等级为“良”。', '良'],
    ['综合评价等级：良好', '良好'],
    ['绩效等级属于「中」。', '中'],
    ['自评结论为优秀等级。', '优秀'],
    ['评价等级：☑优 □良 □中 □差', '优'],
    ['评价等级：□优 ☑良 □中 □差', '良'],
    ['自评等级：优（ ）良（√）中（ ）差（ ）', '良'],
    ['自评得分76分，绩效等级为合格', '合格'],
  ])('%s', (text, grade) => expect(grades(text)).toEqual([grade]));

  it('those of an indicator or project in a table are not', () => {
    const table: Sketch = [
      ['项目名称', '智慧社区平台'],
      ['指标', '分值', '得分'],
      ['放心消费环境', '10', '8'],
    ];
    expect(grades(table, '放心消费环境评为良，因预付卡投诉较多。')).toEqual([]);
    expect(grades(table, '经自评，智慧社区平台评为良。')).toEqual(['良']);
    expect(grades(table, '综合评价，评为良。')).toEqual(['良']);
  });

  it('beside its label in a cell', () => {
    expect(
      grades([
        ['自评总分', '85'],
        ['自评等级', '良'],
      ]),
    ).toEqual(['良']);
  });

  it.each([
    '优化支出结构，建设良性机制，群众评价良好。',
    '2023年综合考核，本馆列优秀等次。',
    '就数字化项目而言，项目自评分数98分，项目等级优。',
    '项目自评方面，动物疫病防控项目自评得分95分，等级优秀。',
    '下属的县文化馆自评得分92分，评价等级为优。',
    '前一年自评得分97分，等级为优。',
    '评价等级：□优 □良 □中 □差',
    '等级划分办法：满90分为优，满80分未满90分为良，满60分未满80分为中，未满60分为差。',
    '90分以上评为优，80分以上评为良，60分以上评为中，60分以下评为差。',
    '服务对象评价为优秀。',
    '绩效自评的项目4个，平均得分99.43分（其中，绩效评级为“优”的项目4个；绩效评级为“良”的项目0个）。',
    '第三方机构对我馆2021年度档案数字化项目开展了重点绩效评价，评价等级为良。',
    '2023年对档案数字化项目开展事后评价，评价结果为“良”。',
    '财政评价等级为良。',
    '数字化工作2021年度由第三方机构评价，得分88分，等级为良。',
    '全馆3名公务员年度考核被评为优秀。',
    '力争下年度绩效等级为优。',
    '资金使用效果良好，差异较小，中心工作完成。',
  ])('none in %s', (text) => expect(grades(text)).toEqual([]));
});

describe('grade scales', () => {
  it.each([
    ['满90分为优，满80分未满90分为良，满60分未满80分为中，未满60分为差。', '优90 良80 中60 差0'],
    ['90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差。', '优90 良80 中60 差0'],
    ['得分≥90为优；80≤得分<90为良；60≤得分<80为中；得分<60为差', '优90 良80 中60 差0'],
    [
      '得分在90-100分（含90分）的为优，得分在80-90分（含80分）的为良，60-80分（含60分）的为中，60分以下的为差。',
      '优90 良80 中60 差0',
    ],
    ['优（90分以上）、良（80-90分）、中（60-80分）、差（60分以下）', '优90 良80 中60 差0'],
    [
      '95分及以上为优秀，85分（含）至95分为良好，60分（含）至85分为合格，60分以下为不合格。',
      '优秀95 良好85 合格60 不合格0',
    ],
    [
      '总分为90分以上的，评为优；75分以上90分以下的，评为良；60分以上75分以下的，评为一般；60分以下的，评为差。',
      '优90 良75 一般60 差0',
    ],
    [
      '评价结果分为四个等级：优（得分≥90分）、良（80分≤得分＜90分）、中（60分≤得分＜80分）、差（得分＜60分）。',
      '优90 良80 中60 差0',
    ],
    ['89.99-80分为良，90-100分为优，79.99-60分为中，59.99分以下为差', '优90 良80 中60 差0'],
  ])('%s', (text, bands) => {
    expect(
      printedScale(text)
        ?.map((b) => `${b.grade}${b.low.toFixed()}`)
        .join(' '),
    ).toBe(bands);
    expect(scale(text)).toBe(bands);
  });

  it.each([
    '自评得分97分，等级为优。',
    '2023年度得97.35分，评为优秀。',
    '优秀计3分，良好计2分，合格计1分，不合格计0分。',
  ])('none in %s', (text) => expect(printedScale(text)).toBeNull());

  it('the default scale is the one that knows the claimed word', () => {
    expect(scale('自评得分97分，评为优秀。')).toBe('优秀90 良好80 中等60 较差0');
    expect(scale('自评得分76分，绩效等级为合格。')).toBe('优秀90 良好80 合格60 不合格0');
    expect(scale('没有等级。')).toBe('优90 良80 中60 差0');
  });

  it('a claimed word is told in the words of the printed scale', () => {
    expect(grades('自评得分97分，评为优秀。', '满90分为优，满80分未满90分为良，未满80分为差。')).toEqual([
      '优',
    ]);
  });
});

describe('grades.yaml', () => {
  const good =
    'scales:\n  - id: a\n    bands:\n      - { grade: 优, low: 90 }\n      - { grade: 差, low: 0 }\nsynonyms: []\n';

  it('is read', () => expect(parseGrades(good, 'g.yaml').scales[0]?.bands).toHaveLength(2));

  it.each([
    [good.replace('low: 90', 'lo: 90'), /g\.yaml 第4行/],
    [good.replace('low: 0', 'low: 95'), /由高到低/],
    [good.replace('synonyms: []', 'synonym: []'), /synonyms/],
    ['scales: [', /第\d+行/],
  ])('names file, line and key of %#', (text, message) => {
    expect(() => parseGrades(text, 'g.yaml')).toThrow(message);
  });
});
