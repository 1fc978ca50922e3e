import { describe, expect, it } from 'vitest';
import { findFact } from '../../../src/report/facts/find.ts';
import { understoodMentions } from '../../../src/report/facts/understood.ts';
import { auditText } from '../../support/figures.ts';

const told = (text: string | readonly string[], year = 2023): readonly string[] =>
  auditText(text, year).facts.map((fact) =>
    [fact.concept, fact.aspect, fact.scope || '-', fact.period.year, fact.mention.figure.raw].join(' '),
  );

describe('facts', () => {
  it('take year, scope and aspect from their words', () => {
    expect(told('2023年度“三公”经费财政拨款支出预算为1万元，支出决算为0万元，完成预算的0%。')).toEqual([
      'three-public budget fiscal 2023 1万元',
      'three-public outcome fiscal 2023 0万元',
    ]);
  });

  it('take the date of a point in time', () => {
    expect(told('核定编制45名，2022年12月31日在职人员43人。')).toEqual([
      'establishment plain - 2023 45名',
      'staff plain - 2022 43人',
    ]);
  });

  it('take the topic of a clause of its own', () => {
    expect(told('公用经费方面，预算548.84万元，公用经费实际支出496.85万元。')).toEqual([
      'operating-funds budget - 2023 548.84万元',
      'operating-funds outcome - 2023 496.85万元',
    ]);
  });

  it('tell last year’s figure as last year’s', () => {
    expect(told('“三公”经费2023年决算9.45万元，同上年10.95万元比较，减少1.50万元。')).toEqual([
      'three-public outcome - 2023 9.45万元',
      'three-public outcome - 2022 10.95万元',
    ]);
  });

  it('leave the whole unit alone where a heading in the text names a narrower quantity', () => {
    expect(told('“三公经费”控制情况。2023年度预算数15万元，决算数12.6万元。')).toEqual([]);
  });

  it.each([
    '党员教育项目支出50万元，完成预算的100%。',
    '社会保障和就业支出（类）754.75万元。',
    '就馆藏数字化项目而言，年初预算50万元，执行48万元。',
    '由中小企业供应商中标或成交的，政府采购金额225.10万元。',
  ])('are not read where the words belong to a part: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('are not the unit’s own name’s fault', () => {
    expect(told('青岚区档案局2023年度收入合计752.48万元。')).toEqual(['income outcome - 2023 752.48万元']);
  });
});

describe('terms of formulas', () => {
  const { facts } = auditText([
    '机关编制人数34人，事业编制人数11人，在职人员43人，退休人员22人。',
    '“三公经费”2022年预算数14.36万元、2023年预算数13.80万元。“三公”经费2023年决算10.59万元。',
    '年初预算4478.23万元，期中追加111.77万元，调整后预算4590.00万元，年终执行4556.28万元。',
    '固定资产总额1547.49万元，在用1540.00万元。政府采购预算102.00万元，实际采购额102.00万元。',
    '公用经费方面，预算496.39万元，公用经费实际支出456.99万元。',
  ]);

  it.each([
    ['编制数', ['34人', '11人']],
    ['在职人员数', ['43人']],
    ['本年度“三公经费”预算数', ['13.80万元']],
    ['上年度“三公经费”预算数', ['14.36万元']],
    ['“三公经费”实际支出数', ['10.59万元']],
    ['年初预算数', ['4478.23万元']],
    ['预算完成数', ['4556.28万元']],
    ['调整后预算数', ['4590.00万元']],
    ['本年预算调整数', ['111.77万元']],
    ['实际在用固定资产总额', ['1540.00万元']],
    ['所有固定资产总额', ['1547.49万元']],
    ['政府采购预算数', ['102.00万元']],
    ['实际政府采购金额', ['102.00万元']],
    ['实际支出公用经费总额', ['456.99万元']],
    ['预算安排公用经费总额', ['496.39万元']],
  ])('%s', (term, expected) => {
    expect(findFact(facts, term, { year: 2023 }).facts.map((fact) => fact.mention.figure.raw)).toEqual(
      expected,
    );
  });

  it('give the reason when there is none', () => {
    expect(findFact(facts, '重点工作实际完成数', { year: 2023 }).reason).toMatch(/重点工作/u);
    expect(findFact(facts, '会议费', { year: 2023 })).toEqual({
      facts: [],
      reason: '报告中没有“会议费”的数字',
    });
    const two = auditText(['在职人员43人。', '在职人员45人。']).facts;
    expect(findFact(two, '在职人员数', { year: 2023 }).reason).toMatch(/43人、45人/u);
  });
});

it('figures with a quantity or in a relation are understood', () => {
  const { mentions, facts, statements } = auditText(
    '支出合计752.48万元，其中：基本支出668.89万元，占88.89%；项目支出83.59万元，占11.11%。路程15公里。',
  );
  const understood = understoodMentions(facts, statements);
  expect(mentions.filter((mention) => !understood.has(mention)).map((m) => m.figure.raw)).toEqual(['15公里']);
});
