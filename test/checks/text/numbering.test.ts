import { describe, expect, test } from 'vitest';
import numbering from '../../../src/checks/text/numbering.ts';
import type { Document, Loss } from '../../../src/documents/model.ts';
import { NOWHERE } from '../../../src/documents/model.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases, within } from '../../support/cases.ts';
import { sketch } from '../../support/document.ts';

ruleCases(
  numbering,
  [
    [['（一）收支情况', '略。', '（三）预算管理', '略。'], '（三）'],
    [['1.造林。', '2.护林。', '4.防火。'], '4.'],
    [['1.造林。', '2.护林。', '2.防火。'], '2.'],
    [['1.造林。', '2.护林。', '2.防火。', '4.检疫。'], '2.'],
    [['1.造林。', '2.护林。', '4.防火。', '4.检疫。', '5.宣传。'], '4.'],
    [['①造林。', '②护林。', '④防火。'], '④'],
    [['（1）造林1亩。', '（3）护林2亩。'], '（3）'],
    [['（二）预算管理', '略。'], '（二）'],
    [['1、造林。', '2.护林。', '4、防火。'], '4、'],
    [['1.2023年造林。', '3.2024年护林。'], '3.'],
    [['1.造林。', '2.2021—2023年护林。', '4.防火。'], '4.'],
  ],
  [
    ['（一）收支情况', '（二）预算管理', '1.造林。', '2.护林。', '（三）其他', '1.防火。'],
    ['1.造林。', '2、护林。', '3.防火。'],
    ['1.造林。', '2.护林。', '其他工作：', '1.防火。', '2.检疫。'],
    ['1.数量指标', '（1）造林1亩。', '（2）护林2亩。', '2.质量指标', '（3）成活率90%。', '（4）保存率85%。'],
    ['1.造林。', '（1）挖穴。', '①机械。', '②人工。', '（2）栽植。', '2.护林。'],
    ['（1）措施', '1.对账。', '2.盘点。', '（2）其他', '1.归档。'],
    ['主要职责：1.造林；', '2.护林；', '3.防火。'],
    ['（一）收支情况。略。（二）支出情况。略。', '（三）其他'],
    ['1.5万元用于防火。', '3.2%用于检疫。'],
    ['一是造林；三是防火。'],
    ['3.造林。'],
  ],
);

test('the skipped number names both places and the number that is missing', async () => {
  const [finding] = await findingsOf([numbering], within('（一）收支情况', '略。', '（三）预算管理'));
  expect(finding?.evidence.map((quote) => quote.text)).toEqual(['（一）收支情况', '（三）预算管理']);
  expect(finding?.expected).toBe('（二）');
});

describe('an extract of a larger document', () => {
  const faults = async (...lines: readonly string[]) =>
    (await findingsOf([numbering], sketch(...lines))).length;
  test('begins with a later part', async () => {
    expect(
      await faults('第三部分 2023年度部门决算情况说明', '一、总体情况', '略。', '第四部分 附件', '略。'),
    ).toBe(0);
  });
  test('still has its parts in order', async () => {
    expect(await faults('第三部分 决算情况说明', '一、总体情况', '略。', '第五部分 附件', '略。')).toBe(1);
  });
  test('is none where text stands before the part', async () => {
    expect(await faults('本单位决算公开如下。', '第二部分 决算情况说明', '一、总体情况', '略。')).toBe(1);
  });
});

const automatic = (...given: readonly (readonly [string, string])[]): Document => {
  const document = sketch('2023年度东湖市林业局整体支出绩效自评报告', ...given.map(([, text]) => text));
  const numbers = new Map(given.map(([number, text]) => [text, number]));
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, number: numbers.get(block.text) ?? null } : block,
    ),
  };
};

describe('automatic numbers', () => {
  test('a gap shows only when they are rendered', async () => {
    const findings = await findingsOf(
      [numbering],
      automatic(['一、', '概况'], ['二、', '收支'], ['四、', '结果']),
    );
    expect(findings.map((finding) => finding.claimed)).toEqual(['四、']);
  });

  test('a number typed after the automatic one is printed twice', async () => {
    const findings = await findingsOf(
      [numbering],
      automatic(['一、', '概况'], ['二、', '三、绩效目标'], ['三、', '结果']),
    );
    expect(findings.map((finding) => finding.claimed)).toEqual(['三、']);
    expect(findings[0]?.evidence[0]?.text).toBe('二、三、绩效目标');
  });

  test('a list inside an item is no number twice', async () => {
    expect(await findingsOf([numbering], automatic(['一、', '概况'], ['二、', '（一）收支']))).toEqual([]);
  });
});

const unread = (pages: readonly number[]): Document => {
  const document = within('（一）收支情况', '略。', '（三）预算管理');
  let page = 1;
  const loss: Loss = { kind: 'no-text', message: '', quote: '', pages, where: NOWHERE };
  return {
    ...document,
    losses: [loss],
    blocks: document.blocks.map((block) => ({ ...block, where: { ...block.where, page: page++ } })),
  };
};

test.each([
  [[6], 0],
  [[9], 1],
])('unread pages %j between the numbers: %i findings', async (pages, count) => {
  expect(await findingsOf([numbering], unread(pages))).toHaveLength(count);
});

test('a chapter that the table of contents numbers otherwise', async () => {
  const report = (number: string) =>
    sketch(
      '石林县应急管理局2023年度部门整体支出绩效自评报告',
      '目录',
      '第一章 概况........1',
      '第二章 自评结论........3',
      '第三章 建议........4',
      '第一章 概况',
      '略。',
      `第${number}章 自评结论`,
      '得分91分。',
      '第三章 建议',
      '略。',
    );
  expect(await findingsOf([numbering], report('二'))).toEqual([]);
  expect((await findingsOf([numbering], report('三'))).map((finding) => finding.claimed)).toEqual(['第三章']);
});

test('the digit of a figure is not the missing bare number', async () => {
  const report = (number: string) =>
    sketch(
      '闽东市自然资源局2023年部门整体支出绩效自评报告',
      '1 部门概况',
      '内设科室15个。',
      '2 自评结论',
      '自评89.5分，预算执行率95.5%。',
      `${number} 问题及建议`,
      '加快验收。',
    );
  expect(await findingsOf([numbering], report('3'))).toEqual([]);
  expect((await findingsOf([numbering], report('4'))).map((finding) => finding.expected)).toEqual(['3']);
});
