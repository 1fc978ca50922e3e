import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../../src/documents/model.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { readOutline } from '../../../src/report/outline/index.ts';
import { outlineItems } from '../../../src/report/outline/items.ts';

const paragraph = (
  text: string,
  number: string | null = null,
  headingLevel: number | null = null,
): Paragraph => ({
  kind: 'paragraph',
  text,
  number,
  headingLevel,
  stratum: 'body',
  where: NOWHERE,
});
const lines = (...texts: readonly string[]): readonly Paragraph[] => texts.map((text) => paragraph(text));
/** Sections as indented titles. */
const tree = (paragraphs: readonly Paragraph[]): readonly string[] =>
  readOutline(paragraphs)
    .sections.slice(1)
    .map((section) => `${'·'.repeat(section.depth)}${section.title}`);

describe('sections', () => {
  test('一、（一）1. nest, list items are none', () => {
    expect(
      tree(
        lines(
          '报告',
          '一、目标',
          '（一）年度目标',
          '1.数量指标',
          '（1）招录公务员8人。',
          '（2）培训12次。',
          '2.质量指标',
          '二、结果',
        ),
      ),
    ).toEqual(['·一、目标', '··（一）年度目标', '···1.数量指标', '···2.质量指标', '·二、结果']);
  });

  test('第一部分 holds 一、, and numbers start anew in each', () => {
    expect(tree(lines('第一部分 概况', '一、职能', '第二部分 说明', '一、收支'))).toEqual([
      '·第一部分概况',
      '··一、职能',
      '·第二部分说明',
      '··一、收支',
    ]);
  });

  test('1. and 1.1 alone', () => {
    expect(tree(lines('1. 概况', '1.1 职责', '1.2 人员', '2. 收支', '2.1 收入'))).toEqual([
      '·1.概况',
      '··1.1职责',
      '··1.2人员',
      '·2.收支',
      '··2.1收入',
    ]);
  });

  test('automatic numbers are printed before the words', () => {
    const given = [
      paragraph('部门概况', '一、', 0),
      paragraph('机构情况', '（一）', 1),
      paragraph('部门绩效', '二、', 0),
    ];
    expect(tree(given)).toEqual(['·一、部门概况', '··（一）机构情况', '·二、部门绩效']);
  });

  test('a heading that runs into its text ends at the stop', () => {
    expect(
      tree(
        lines(
          '一、概况',
          '（一）基本情况。本局是政府工作部门，主管林业，下设六个科室，编制四十名，实有三十八名，另有聘用人员。',
        ),
      ),
    ).toEqual(['·一、概况', '··（一）基本情况']);
  });

  test('a long sentence after a number is an item, not a heading', () => {
    const given = lines(
      '一、职责',
      '1.贯彻执行党的方针政策，拟订全市林业发展规划并组织实施。',
      '2.指导造林绿化。',
    );
    expect(tree(given)).toEqual(['·一、职责']);
    expect(outlineItems(given).map((item) => item.number?.raw)).toEqual(['一、', '1.', '2.']);
  });

  test('a list that stands inside an item of an inner list is nested in it', () => {
    const items = outlineItems(lines('（一）措施', '（1）管好账', '1.对账。', '2.盘点。', '（2）管好物'));
    expect(items.map((item) => item.parent?.number?.raw ?? '')).toEqual([
      '',
      '（一）',
      '（1）',
      '（1）',
      '（一）',
    ]);
  });

  test('the table of contents is not the outline', () => {
    expect(tree(lines('目  录', '一、概况', '二、绩效', '一、概况', '正文。', '二、绩效'))).toEqual([
      '·一、概况',
      '·二、绩效',
    ]);
    expect(tree(lines('一、概况…………3', '二、绩效......5', '一、概况', '二、绩效'))).toEqual([
      '·一、概况',
      '·二、绩效',
    ]);
  });

  test('an annex ends the last section', () => {
    const { sections } = readOutline(lines('一、概况', '无。', '附件：评分表', '备注'));
    expect(sections.map((section) => [section.title, section.end])).toEqual([
      ['', 0],
      ['一、概况', 2],
      ['附件：评分表', 4],
    ]);
  });

  test('paragraphs name the heading of 一、 above them', () => {
    const { paragraphs } = readOutline(
      lines('封面', '第一部分 概况', '一、职能', '（一）主要', '监管。', '二、人员'),
    );
    expect(paragraphs.map((p) => p.where.section)).toEqual([
      null,
      '第一部分概况',
      '一、职能',
      '一、职能',
      '一、职能',
      '二、人员',
    ]);
  });

  test('no paragraphs, one preamble', () => {
    expect(readOutline([]).sections).toHaveLength(1);
  });

  test('50,000 numbered paragraphs', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => paragraph(`${(i % 90) + 1}.第${i}项工作。`));
    expect(readOutline(many).sections.length).toBeGreaterThan(0);
  });
});
