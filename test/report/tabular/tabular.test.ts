import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/documents/model.ts';
import { scanFigures } from '../../../src/language/figures.ts';
import { countUnit, UNITS } from '../../../src/numbers/units.ts';
import type { Mention } from '../../../src/report/model.ts';
import { readTabular } from '../../../src/report/tabular/index.ts';
import { fits } from '../../../src/report/tabular/sums.ts';
import { type SketchCell, sketch } from '../../support/document.ts';

const WAN = UNITS.find((unit) => unit.name === '万元') ?? countUnit('');

function read(rows: readonly (readonly SketchCell[])[]) {
  const table = sketch(rows).blocks[0] as Table;
  const mentions = table.cells.flatMap((cell): Mention[] =>
    scanFigures(cell.text, WAN).map(({ figure, start, end }) => ({
      figure,
      text: cell.text,
      start,
      end,
      where: cell.where,
    })),
  );
  return readTabular({ tables: [table], mentions, blocks: [table], except: new Set(), year: 2023 });
}

const wrong = (rows: readonly (readonly SketchCell[])[]) =>
  read(rows)
    .sums.filter((sum) => !fits(sum))
    .map((sum) => `${sum.through}/${sum.label}=${sum.total.figure.raw}`);
const counted = (rows: readonly (readonly SketchCell[])[]) => read(rows).sums.length;

describe('sums of tables', () => {
  it('adds a plain table up', () => {
    const rows = (total: string) => [
      ['采购类别', '金额'],
      ['货物', '122.43'],
      ['工程', '1387.72'],
      ['服务', '809.07'],
      ['合计', total],
    ];
    expect(wrong(rows('2319.21'))).toEqual([]); // 2319.22 by the printed digits: rounding explains one cent
    expect(wrong(rows('2329.21'))).toEqual(['金额/合计=2329.21']);
    expect(counted(rows('2319.21'))).toBe(1);
  });

  it('lets another column tell which rows make up the total', () => {
    const rows = (middle: string) => [
      ['项目', '年初预算数', '决算数'],
      ['一、基本支出', '100.00', '110.00'],
      ['人员经费', '80.00', '85.00'],
      ['公用经费', '20.00', '25.00'],
      ['二、项目支出', '50.00', '40.00'],
      ['本年支出合计', '150.00', middle],
    ];
    expect(wrong(rows('150.00'))).toEqual([]);
    expect(wrong(rows('151.00'))).toEqual(['决算数/本年支出合计=151.00']);
  });

  it('reads classes by code and the 合计 row above them', () => {
    const rows = (item: string) => [
      ['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '合计', '115.00', '85.00', '30.00'],
      ['201', '一般公共服务支出', '100.00', '70.00', '30.00'],
      ['20106', '财政事务', '100.00', '70.00', '30.00'],
      ['2010601', '行政运行', '72.00', '70.00', '2.00'],
      ['2010602', '一般行政管理事务', item, '0.00', '28.00'],
      ['208', '社会保障和就业支出', '15.00', '15.00', '0.00'],
    ];
    expect(wrong(rows('28.00'))).toEqual([]);
    expect(wrong(rows('29.00'))).toEqual(['合计/财政事务=100.00', '一般行政管理事务/合计=29.00']);
  });

  it('keeps income and expenditure side by side apart', () => {
    const rows = (total: string) => [
      [
        { text: '收入', cols: 2 },
        { text: '支出', cols: 2 },
      ],
      ['项目', '决算数', '项目', '决算数'],
      ['一、财政拨款收入', '2940.05', '一、一般公共服务支出', '2106.66'],
      ['二、其他收入', '6.20', '二、社会保障和就业支出', '326.71'],
      ['', '', '三、卫生健康支出', '60.99'],
      ['', '', '四、住房保障支出', '445.69'],
      ['本年收入合计', '2946.25', '本年支出合计', '2940.05'],
      ['年初结转和结余', '49.14', '年末结转和结余', '55.34'],
      ['总计', '2995.39', '总计', total],
    ];
    expect(wrong(rows('2995.39'))).toEqual([]);
  });

  it('never adds up what only breaks down a part', () => {
    const rows = [
      ['资金来源', '金额'],
      ['财政拨款', '100.00'],
      ['其中：上年结转', '20.00'],
      ['其他资金', '5.00'],
      ['合计', '105.00'],
    ];
    expect(wrong(rows)).toEqual([]);
  });

  it('says nothing of rows whose total may mean something else', () => {
    const rows = [
      ['项目', '金额'],
      ['甲项目', '10.00'],
      ['乙项目', ''],
      ['合计', '25.00'],
    ];
    expect(wrong(rows)).toEqual([]);
  });
});

describe('rates of table rows', () => {
  it('finds the budget that the rows bear out', () => {
    const { statements } = read([
      ['项目', '年初预算数', '全年预算数', '全年执行数', '执行率'],
      ['年度资金总额', '200.00', '290.00', '281.30', '97%'],
      ['其中：财政拨款', '200.00', '280.00', '271.60', '97.00%'],
    ]);
    expect(statements.map((s) => (s.kind === 'ratio' ? s.denominator.figure.raw : s.kind))).toEqual([
      '290.00',
      '280.00',
    ]);
  });
});
