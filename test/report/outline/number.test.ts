import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedNumber } from '../../../src/report/outline/number.ts';

describe('printedNumber', () => {
  test.each([
    ['一、部门基本情况', '一、', 1, '一、'],
    ['十一、其他重要事项', '十一、', 11, '一、'],
    ['二. 财务情况', '二.', 2, '一、'],
    ['壹、概况', '壹、', 1, '一、'],
    ['（一）机构、人员情况', '（一）', 1, '（一）'],
    ['(十二)其他', '(十二)', 12, '（一）'],
    ['㈢ 收支', '㈢', 3, '（一）'],
    ['1.数量指标', '1.', 1, '1.'],
    ['１．数量指标', '１．', 1, '1.'],
    ['3、质量指标', '3、', 3, '1、'],
    ['10. 负责考核', '10.', 10, '1.'],
    ['⒉ 质量', '⒉', 2, '1.'],
    ['1.1 概况', '1.1', 1, '1.1'],
    ['2.3部门职责', '2.3', 3, '1.1'],
    ['2.3.1 职责', '2.3.1', 1, '1.1.1'],
    ['（1）全年招录公务员8人。', '（1）', 1, '（1）'],
    ['⑵ 招录', '⑵', 2, '（1）'],
    ['3）编印手册', '3）', 3, '1）'],
    ['①投入指标', '①', 1, '①'],
    ['第一部分 概况', '第一部分', 1, '第一部分'],
    ['第 二 部分：决算表', '第 二 部分：', 2, '第一部分'],
    ['第二十一章 附则', '第二十一章', 21, '第一章'],
    ['II. Scope', 'II.', 2, 'I.'],
    ['b) 其他', 'b)', 2, 'a)'],
    ['　　一、全角空格之后', '一、', 1, '一、'],
  ])('%s', (text, raw, ordinal, notation) => {
    expect(printedNumber(text)).toMatchObject({ raw, ordinal, notation });
  });

  test.each([
    '2023年度收入合计',
    '752.48万元',
    '1.5万元用于办公',
    '3.2%的增幅',
    '2023.12.31',
    '一、二级指标均已设定',
    '一、二、三季度支出',
    '（2023年度）',
    '（盖章）',
    '1、2号楼',
    '一般公共预算',
    '第三条',
    '',
    '300. 以上',
  ])('%s begins with no number', (text) => {
    expect(printedNumber(text)).toBeNull();
  });

  test('never reads past its own text and keeps it verbatim', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const number = printedNumber(text);
        if (number === null) return;
        expect(text.trimStart().startsWith(number.raw)).toBe(true);
        expect(number.length).toBeLessThanOrEqual(text.length);
        expect(number.ordinal).toBeGreaterThan(0);
      }),
    );
  });
});
