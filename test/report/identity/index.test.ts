import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/documents/model.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { identify } from '../../../src/report/identity/index.ts';
import { readTitle } from '../../../src/report/identity/title.ts';
import { yearsIn } from '../../../src/report/identity/years.ts';
import { readOutline } from '../../../src/report/outline/index.ts';
import { sketch } from '../../support/document.ts';
import { STYLES } from '../../support/styles.ts';

const identityOf = (document: Document) => {
  const outline = readOutline(document.blocks.filter((block) => block.kind === 'paragraph'));
  const { unit, year, kind } = identify(document, outline);
  return { unit: unit?.value ?? null, year: year?.value ?? null, kind };
};

describe('titles', () => {
  test.each([
    ['2023年度柳泉区档案馆部门整体支出绩效自评报告', '柳泉区档案馆', 2023, 'department'],
    ['柳泉区档案馆2023年度部门整体支出绩效自评报告', '柳泉区档案馆', 2023, 'department'],
    ['关于柳泉区档案馆2023年部门整体支出绩效自评的报告', '柳泉区档案馆', 2023, 'department'],
    ['关于2023年度柳泉区档案馆整体支出绩效自评情况的报告', '柳泉区档案馆', 2023, 'department'],
    [
      '中共云溪市梅岭区委宣传部２０２２年度整体支出绩效评价报告',
      '中共云溪市梅岭区委宣传部',
      2022,
      'department',
    ],
    ['二〇二三年度青禾市人民检察院部门整体支出绩效自评报告', '青禾市人民检察院', 2023, 'department'],
    [
      '云溪市公安局交通警察支队智能交通系统运维项目支出绩效自评报告',
      '云溪市公安局交通警察支队',
      null,
      'project',
    ],
    ['部门（单位）整体支出绩效自评表', null, null, 'department'],
    ['白马镇2023年部门整体支出绩效自评报告', '白马镇', 2023, 'department'],
    ['第二部分 望江县水利局2024年度部门决算表', '望江县水利局', 2024, 'department'],
    ['望江县水利局（本级）2024年度整体支出绩效自评报告', '望江县水利局（本级）', 2024, 'department'],
    ['2022年度望江县水利局河道治理项目支出绩效自评报告', '望江县水利局', 2022, 'project'],
    ['2023年度部门整体支出绩效自评报告', null, 2023, 'department'],
    ['上海市XX局2024年度部门决算', null, 2024, 'department'],
    ['项目支出绩效自评表', null, null, 'project'],
  ])('%s', (title, unit, year, kind) => {
    expect(readTitle(title)).toEqual({ unit, year, kind });
  });
});

describe('years', () => {
  test.each([
    ['2023年度', [2023]],
    ['2 0 2 3 年度', [2023]],
    ['２０２３年', [2023]],
    ['二〇二三年度', [2023]],
    ['二○二三年', [2023]],
    ['共2023人', []],
    ['12023年', []],
  ])('%s', (text, years) => {
    expect(yearsIn(text).map((mention) => mention.year)).toEqual(years);
  });
});

describe('identity', () => {
  test.each(STYLES.map((style) => [style.name, style] as const))('%s', (_, style) => {
    expect(identityOf(style.document())).toMatchObject({ unit: style.unit, year: style.year });
  });

  test('a title over three lines', () => {
    expect(identityOf(sketch('东湖市林业局', '2023年度部门整体支出', '绩效自评报告', '一、概况'))).toEqual({
      unit: '东湖市林业局',
      year: 2023,
      kind: 'department',
    });
  });

  test('the unit from a label when the title names none', () => {
    expect(
      identityOf(sketch('2023年度部门整体支出绩效自评报告', '单位名称（公章）： 东湖市林业局', '一、概况')),
    ).toMatchObject({ unit: '东湖市林业局', year: 2023 });
  });

  test('final accounts with the form of a project annexed are a department’s', () => {
    const form = [
      ['项目名称', '租赁补贴'],
      ['实施单位', '静水县住房保障中心'],
    ];
    const kindOf = (...lines: readonly string[]) =>
      identityOf(sketch(...lines, '项目支出绩效自评表', form)).kind;
    expect(kindOf('静水县住房保障中心2023年度部门决算公开', '一、概况')).toBe('department');
    expect(kindOf('第三部分 情况说明', '一、收入支出决算总体情况说明', '收、支总计505.20万元。')).toBe(
      'department',
    );
    expect(kindOf('租赁补贴项目', '一、支出情况')).toBe('project');
  });

  test('cells of a form', () => {
    const form = sketch('绩效自评表', [
      ['项目名称', '造林项目', '评价年度', '2022'],
      ['主管部门', '东湖市林业局', '实施单位', '东湖市国有林场'],
    ]);
    expect(identityOf(form)).toEqual({ unit: '东湖市国有林场', year: 2022, kind: 'project' });
  });

  test('a cover kept from last year is outvoted by title and text', () => {
    const document = sketch(
      '2022年度东湖市林业局部门整体支出绩效自评报告',
      '2023年度东湖市林业局部门整体支出绩效自评报告',
      '一、收支',
      '2023年度收入合计1.00万元。',
    );
    expect(identityOf(document).year).toBe(2023);
  });

  test('a cover kept from another unit is outvoted by label and text', () => {
    const document = sketch(
      '2023年度西山市林业局部门整体支出绩效自评报告',
      '填报单位：东湖市林业局',
      '一、概况',
      '东湖市林业局主管林业。东湖市林业局编制20名。',
    );
    expect(identityOf(document).unit).toBe('东湖市林业局');
  });

  test('page headers are the last resort', () => {
    const header = {
      kind: 'paragraph' as const,
      text: '东湖市林业局2023年度部门整体支出绩效自评报告',
      number: null,
      headingLevel: null,
      stratum: 'header' as const,
      where: NOWHERE,
    };
    expect(identityOf({ ...sketch('一、概况', '无。'), furniture: [header] })).toMatchObject({
      unit: '东湖市林业局',
      year: 2023,
    });
  });

  test('nothing said, nothing known', () => {
    expect(identityOf(sketch('无标题', '正文。'))).toEqual({ unit: null, year: null, kind: 'department' });
  });
});

describe('who and when, from more than one witness', () => {
  const body = (year: number) => [
    '一、收支情况',
    `${year}年收入合计90.00万元。`,
    `${year}年支出合计90.00万元。`,
    '二、评价结果',
    `${year}年度自评得分92分。`,
  ];

  test('the date of the next line, run into the name', () => {
    const document = sketch(
      '2023年度部门整体支出绩效自评报告',
      '单位名称（盖章）：青溪县交通运输局2024年4月12日一、基本情况',
      ...body(2023),
    );
    expect(identityOf(document).unit).toBe('青溪县交通运输局');
  });

  test('a label set wide, and a measure that is no unit', () => {
    const document = sketch(
      '2023年度部门整体支出绩效自评报告',
      '单  位：石林县应急管理局（盖章）',
      '单位：人民币万元',
      ...body(2023),
    );
    expect(identityOf(document).unit).toBe('石林县应急管理局');
  });

  test('the unit above on a line of its own does not become part of the name below', () => {
    const document = sketch(
      '江夏市卫生健康局',
      '江夏市疾病预防控制中心2023年度单位整体支出绩效自评报告',
      ...body(2023),
    );
    expect(identityOf(document).unit).toBe('江夏市疾病预防控制中心');
  });

  test('a township has its full name from the text', () => {
    const document = sketch(
      '白马镇2023年部门整体支出绩效自评报告',
      '白马镇人民政府辖18个村。',
      ...body(2023),
    );
    expect(identityOf(document).unit).toBe('白马镇人民政府');
  });

  test("dates, brackets and last year's matter do not vote for a stale cover", () => {
    const document = sketch(
      '石林县应急管理局2022年度部门整体支出绩效自评报告',
      ...body(2023),
      '1.完成课题（2022年立项）。',
      '2.2022年度绩效评价反馈的问题已整改。',
      '3.2022年6月开工。',
    );
    expect(identityOf(document).year).toBe(2023);
  });
});

describe('what stands before the title', () => {
  test('a list of what the folder holds', () => {
    const document = sketch(
      '绩效自评材料',
      '一、自评报告',
      '二、自评表',
      '三、佐证材料',
      '云岭市民族宗教事务委员会2022年度部门整体支出绩效自评报告',
      '一、自评结论',
      '自评得分96.2分。',
    );
    expect(identityOf(document)).toEqual({
      unit: '云岭市民族宗教事务委员会',
      year: 2022,
      kind: 'department',
    });
  });

  test('a street signs without its district', () => {
    const document = sketch(
      '江北区五里街道2023年度部门整体支出绩效自评报告',
      '一、概况',
      '五里街道办事处是江北区人民政府的派出机构。',
    );
    expect(identityOf(document).unit).toBe('江北区五里街道办事处');
  });

  test('the end of the report year outvotes a cover that nothing else names', () => {
    const document = sketch(
      '黔北县投资促进局2023年度部门整体支出绩效自评报告',
      '我局对2024年度部门整体支出开展了自评。',
      '一、基本情况',
      '2024年12月31日在职18人。',
      '引进企业31家，与2023年持平。',
      '2024年末固定资产86.00万元。',
    );
    expect(identityOf(document).year).toBe(2024);
  });
});

describe('the year across the first rows of a form', () => {
  test.each([
    [[{ text: '（2023年度）', cols: 2 }], 2023],
    [[{ text: '2023年度', cols: 2 }], 2023],
    [['项目名称', '2021年度路灯维护'], 2021],
    [[{ text: '截至2023年度末的累计支出', cols: 2 }], null],
  ])('%j', (row, year) => {
    expect(identityOf(sketch('项目支出绩效自评表', [row, ['项目名称', '路灯维护']])).year).toBe(year);
  });
});

describe('the unit of a project', () => {
  test.each([
    ['农村厕所革命项目支出绩效自评报告', null],
    ['2023年平安校园建设项目绩效自评报告', null],
    ['2023年城区小学改扩建项目绩效自评报告', null],
    ['2023年城镇污水处理项目绩效自评报告', null],
    ['青石县水利局农村饮水安全项目绩效自评报告', '青石县水利局'],
    ['青石县第一小学塑胶操场项目绩效自评报告', '青石县第一小学'],
    ['住房和城乡建设局老旧小区改造项目绩效自评报告', '住房和城乡建设局'],
  ])('%s', (title, unit) => {
    expect(identityOf(sketch(title, '一、项目概况', '略。')).unit).toBe(unit);
  });

  test('is the one its form names', () => {
    const document = sketch('农村厕所革命项目绩效自评报告', '主管部门：云岭县农业农村局', '一、项目概况');
    expect(identityOf(document).unit).toBe('云岭县农业农村局');
  });
});

describe('the unit where no title names it', () => {
  test.each([
    [['现将渭川县卫生健康局2023年度整体支出绩效自评情况报告如下：'], '渭川县卫生健康局'],
    [['现将我局2023年度整体支出绩效自评情况报告如下：'], null],
    [['第一部分 平泉市水务局概况'], '平泉市水务局'],
    [
      ['第三部分 决算情况说明', '一、总体情况', '略。', '平泉市水务局2023年部门整体支出绩效自评报告'],
      '平泉市水务局',
    ],
  ])('%j', (lines, unit) => {
    expect(identityOf(sketch(...lines)).unit).toBe(unit);
  });
});

describe('the year in the name of a project', () => {
  const yearOf = (...lines: readonly string[]) =>
    identityOf(sketch('项目支出绩效自评报告', '项目名称：2023年农村厕所革命项目', '一、概况', ...lines)).year;
  test('is the report’s where the text speaks of it', () => {
    expect(yearOf('截至2023年12月底，资金全部到位。', '2024年安排管护经费40万元。')).toBe(2023);
  });
  test('is not where the text speaks of another only', () => {
    expect(yearOf('2024年度预算80万元。', '2024年度支出79万元。')).toBe(2024);
  });
});
