import { describe, expect, it } from 'vitest';
import { dec } from '../../../src/numbers/decimal.ts';
import { readReport } from '../../../src/report/index.ts';
import type { ScoringTable } from '../../../src/report/model.ts';
import { captionOf, ownTable } from '../../../src/report/scoring/own-table.ts';
import { isTotal, shownTotal, totalsOf } from '../../../src/report/scoring/scaled.ts';
import { type Sketch, sketch } from '../../support/document.ts';

const TITLE = '2023年度青岚区林业局部门整体支出绩效自评报告';

function tableOf(...parts: readonly Sketch[]): ScoringTable {
  const [table] = readReport(sketch(TITLE, ...parts)).scoringTables;
  if (!table) throw new Error('no scoring table was read');
  return table;
}

const rows = (...body: readonly (readonly string[])[]): Sketch => [
  ['一级指标', '二级指标', '分值', '得分'],
  ...body,
];

/** The totals in words, the likeliest first: 191, 95.5 按权重折算. */
const told = (...parts: readonly Sketch[]) =>
  totalsOf(tableOf(...parts)).map((total) => `${shownTotal(total).toFixed()}${total.how}`);

describe('totals that the rows of a table may stand for', () => {
  it('the sum, in most tables', () => {
    expect(told(rows(['投入', '编制', '40', '38'], ['产出', '完成', '60', '57']))).toEqual(['95']);
  });

  it('rows out of a hundred under a group of fifty', () => {
    const table = rows(
      ['管理（50分）', '制度', '60', '60'],
      ['管理（50分）', '执行', '40', '36'],
      ['产出（50分）', '完成', '100', '95'],
    );
    expect(told(table)).toEqual(['95.5按权重折算', '191']);
  });

  it('rows that do not apply: the scaled total comes first where the table says so', () => {
    const table = rows(
      ['过程', '采购', '10', '/'],
      ['过程', '执行', '30', '27'],
      ['产出', '完成', '60', '60'],
    );
    expect(told(table)).toEqual(['87', '96.67按百分制折算']);
    expect(told(table, '注：不适用的指标按百分制折算。')).toEqual(['96.67按百分制折算', '87']);
  });

  it('marks taken, with their sign and without', () => {
    const table = (score: string) =>
      rows(['预算', '编制', '50', '50'], ['履职', '完成', '50', '46'], ['减分项', '迟报', '5', score]);
    expect(told(table('-2'))).toEqual(['94']);
    expect(told(table('2'))).toEqual(['98', '94减去扣分项', '96不计扣分项']);
  });

  it('a bonus may be capped at the full mark', () => {
    const table = rows(
      ['预算', '编制', '50', '50'],
      ['履职', '完成', '50', '49'],
      ['加分项', '表彰', '5', '3'],
    );
    expect(told([...(table as readonly (readonly string[])[]), ['合计', '', '100', '100']])).toEqual([
      '102',
      '100以满分为限',
    ]);
  });

  it.each([
    ['96.67', true],
    ['96.66', true],
    ['96.7', true],
    ['97', true],
    ['96.5', false],
    ['95', false],
  ])('a scaled total of 96.666… printed %s: %s', (printed, expected) => {
    expect(isTotal(dec(printed), [{ value: dec(290).div(3), how: '按百分制折算' }])).toBe(expected);
  });

  it('a scaled total of few decimals is printed as it is', () => {
    expect(isTotal(dec('96'), [{ value: dec('95.5'), how: '按权重折算' }])).toBe(false);
  });
});

describe('the table that the report’s own score belongs to', () => {
  const body = rows(['投入', '编制', '40', '38'], ['产出', '完成', '60', '57'], ['合计', '', '100', '95']);
  const own = (...parts: readonly Sketch[]) => {
    const report = readReport(sketch(TITLE, ...parts));
    const table = ownTable(report);
    return table ? captionOf(report, table) : null;
  };
  it.each<[string, readonly Sketch[], string | null]>([
    ['the only one', [body], expect.any(String) as unknown as string],
    [
      'the one of the whole department',
      ['附表1：部门整体支出绩效自评表', body, '附表2：展览项目绩效自评表', body],
      expect.stringContaining('部门整体') as unknown as string,
    ],
    ['none where nothing tells', ['附表1：评分表', body, '附表2：评分表', body], null],
  ])('%s', (_name, parts, expected) => {
    expect(own(...parts)).toEqual(expected);
  });
});
