import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/documents/model.ts';
import { scanFigures } from '../../../src/language/figures.ts';
import { countUnit, UNITS } from '../../../src/numbers/units.ts';
import type { Mention } from '../../../src/report/model.ts';
import { readTabular } from '../../../src/report/tabular/index.ts';
import { fits } from '../../../src/report/tabular/reading.ts';
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

describe('tables of finance', () => {
  it('keeps line numbers out of the names of rows', () => {
    const rows = (total: string) => [
      ['项目', '行次', '决算数'],
      ['一、一般公共预算财政拨款', '1', '90.00'],
      ['二、政府性基金预算财政拨款', '2', '10.00'],
      ['三、国有资本经营预算财政拨款', '3', '5.00'],
      ['本年收入合计', '4', total],
      ['年初财政拨款结转和结余', '5', '8.00'],
      ['一般公共预算财政拨款', '6', '8.00'],
      ['政府性基金预算财政拨款', '7', ''],
      ['总计', '8', '113.00'],
    ];
    expect(wrong(rows('105.00'))).toEqual([]);
    expect(wrong(rows('106.00'))).toEqual(['决算数/本年收入合计=106.00', '决算数/总计=113.00']);
  });

  it('joins code lists side by side: 人员经费 is 301 and 303, the other classes are 公用经费', () => {
    const rows = (travel: string, staff: string) => [
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', '60.00', '302', '商品和服务支出', '30.00'],
      ['30101', '基本工资', '40.00', '30201', '办公费', '20.00'],
      ['30102', '津贴补贴', '20.00', '30211', '差旅费', travel],
      ['303', '对个人和家庭的补助', '15.00', '310', '资本性支出', '5.00'],
      ['30302', '退休费', '15.00', '31002', '办公设备购置', '5.00'],
      [{ text: '人员经费合计', cols: 2 }, staff, { text: '公用经费合计', cols: 2 }, '35.00'],
    ];
    expect(wrong(rows('10.00', '75.00'))).toEqual([]);
    expect(wrong(rows('11.00', '75.00'))).toEqual(['决算数/商品和服务支出=30.00']);
    expect(wrong(rows('10.00', '57.00'))).toEqual(['决算数/人员经费合计=57.00']);
  });

  it('reads a line of column numbers as part of the head', () => {
    const rows = [
      [
        { text: '合计', rows: 2 },
        { text: '公务用车购置及运行维护费', cols: 3 },
        { text: '公务接待费', rows: 2 },
      ],
      ['小计', '购置费', '运行费'],
      ['1', '2', '3', '4', '5'],
      ['38.50', '26.50', '0.00', '26.50', '12.00'],
    ];
    expect(wrong(rows)).toEqual([]);
  });

  it('takes 其中 for a full breakdown only where most columns bear it out', () => {
    const rows = (office: string, other: string) => [
      ['项目', '2021年', '2022年', '2023年'],
      ['一、基本支出', '70.00', '73.00', '77.00'],
      ['其中：人员经费', '61.00', '64.00', '67.00'],
      ['公用经费', '9.00', '9.00', office],
      ['二、项目支出', '20.00', other, '40.00'],
      ['其中：数字化', '5.00', '6.00', '7.00'],
      ['修缮', '15.00', '9.00', '8.00'],
      ['支出合计', '90.00', '103.00', '117.00'],
    ];
    expect(wrong(rows('10.00', '30.00'))).toEqual([]);
    expect(wrong(rows('12.00', '30.00'))).toEqual(['2023年/一、基本支出=77.00']);
  });

  it('adds up rows numbered in levels, where the numbers of the table say so', () => {
    const rows = (wages: string, total: string) => [
      ['项目', '金额'],
      ['一、基本支出', '120.00'],
      ['（一）人员经费', '100.00'],
      ['1.基本工资', '60.00'],
      ['2.津贴补贴', wages],
      ['（二）公用经费', '20.00'],
      ['二、项目支出', '80.00'],
      ['1.救护培训', '30.00'],
      ['2.人道救助', '50.00'],
      ['支出合计', total],
    ];
    expect(wrong(rows('40.00', '200.00'))).toEqual([]);
    expect(wrong(rows('45.00', '200.00'))).toEqual(['金额/(一)人员经费=100.00']);
    expect(wrong(rows('40.00', '210.00'))).toEqual(['金额/支出合计=210.00']);
    // Numbers that name only some of the parts: nothing adds up, nothing is said.
    expect(
      wrong([
        ['项目', '金额'],
        ['一、基本支出', '120.00'],
        ['1.基本工资', '60.00'],
        ['2.津贴补贴', '10.00'],
        ['二、项目支出', '80.00'],
        ['1.救护培训', '30.00'],
        ['2.人道救助', '20.00'],
      ]),
    ).toEqual([]);
  });

  it('adds up a balance without numbers before its rows, blanks as nothing', () => {
    const rows = (total: string, first: string) => [
      ['项目', '决算数'],
      [first, '60.00'],
      ['政府性基金预算财政拨款', ''],
      ['其他收入', '10.00'],
      ['本年收入合计', total],
      ['年初结转和结余', '5.00'],
      ['收入总计', '75.00'],
    ];
    expect(wrong(rows('70.00', '一般公共预算财政拨款'))).toEqual([]);
    // 收入总计 may still be all of its single rows.
    expect(wrong(rows('72.00', '一般公共预算财政拨款'))).toEqual(['决算数/本年收入合计=72.00']);
    // 一般公共预算 may break 财政拨款收入 down.
    expect(wrong(rows('60.00', '财政拨款收入'))).toEqual([]);
  });

  it('takes 本年支出合计 for the sum of plain rows only', () => {
    const rows = (first: string, amount: string) => [
      ['项目', '金额'],
      [first, amount],
      ['商品和服务支出', '40.00'],
      ['资本性支出', '10.00'],
      ['本年支出合计', '110.00'],
    ];
    expect(wrong(rows('工资福利支出', '60.00'))).toEqual([]);
    expect(wrong(rows('工资福利支出', '66.00'))).toEqual(['金额/本年支出合计=110.00']);
    expect(wrong(rows('基本支出', '66.00'))).toEqual([]);
  });

  it('adds up rows whose own breakdown goes on behind 其中', () => {
    const rows = (total: string) => [
      ['资产', '原值', '累计折旧', '净值'],
      ['固定资产', '170.00', '70.00', '100.00'],
      ['其中：房屋', '110.00', '40.00', '70.00'],
      ['设备', '60.00', '30.00', '30.00'],
      ['无形资产', '10.00', '2.00', '8.00'],
      ['合计', total, '72.00', '108.00'],
    ];
    expect(wrong(rows('180.00'))).toEqual([]);
    expect(wrong(rows('190.00'))).toEqual(['原值/合计=190.00', '合计/原值=190.00']);
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

  const rates = (rows: readonly (readonly SketchCell[])[]) =>
    read(rows).statements.map((s) =>
      s.kind === 'ratio'
        ? `${s.numerator.figure.raw}/${s.denominator.figure.raw}`
        : s.kind === 'share'
          ? `${s.part.figure.raw} of ${s.whole.figure.raw}`
          : s.kind === 'change'
            ? `${s.current?.figure.raw}-${s.previous?.figure.raw}`
            : s.kind,
    );

  it('knows spending and budgets by wider words, and shares of a column further left', () => {
    expect(
      rates([
        ['项目名称', '年初预算', '全年支出', '执行率', '占项目支出比重'],
        ['甲', '100.00', '90.00', '90.00%', '60.00%'],
        ['乙', '80.00', '60.00', '75.00', '40.00%'],
        ['合计', '180.00', '150.00', '83.33%', '100.00%'],
      ]),
    ).toEqual(['90.00/100.00', '60.00/80.00', '150.00/180.00', '90.00 of 150.00', '60.00 of 150.00']);
  });

  it('compares the last year with the one before it', () => {
    const rows = (difference: string) => [
      ['项目', '2021年', '2022年', '2023年', '增减率'],
      ['收入', '80.00', '90.00', '99.00', '10.00%'],
      ['支出', '70.00', '80.00', '88.00', difference],
    ];
    // Without a column of differences nothing tells what is compared.
    expect(rates(rows('10.00%'))).toEqual([]);
    expect(
      rates([
        ['项目', '2022年', '2023年', '增减额'],
        ['收入', '90.00', '99.00', '9.00'],
        ['支出', '80.00', '88.00', '9.00'],
      ]),
    ).toEqual(['99.00-90.00', '88.00-80.00']);
  });

  it('takes what was to be spent from a total column only when rows bear it out', () => {
    const rows = (paid: string) => [
      ['项目', '中央', '省级', '合计', '已支付', '支付进度'],
      ['甲', '60.00', '40.00', '100.00', '98.00', '98.00%'],
      ['乙', '50.00', '30.00', '80.00', '60.00', '75.00%'],
      ['丙', '10.00', '10.00', '20.00', paid, '50.00%'],
    ];
    expect(rates(rows('10.00'))).toEqual(['98.00/100.00', '60.00/80.00', '10.00/20.00']);
    expect(rates(rows('10.00').slice(0, 2))).toEqual([]);
  });

  it('reads the rate of a column that names its budget, and differences that name both years', () => {
    expect(
      rates([
        ['项目', '年初预算数', '全年预算数', '决算数', '完成全年预算的比例'],
        ['公务接待费', '10.00', '12.00', '6.00', '50.00%'],
        ['公务用车运行维护费', '20.00', '20.00', '15.00', '75.00%'],
      ]),
    ).toEqual(['6.00/12.00', '15.00/20.00']);
    expect(
      rates([
        ['项目', '2022年', '2023年', '2023年较2022年增减', '增减比例'],
        ['工资福利支出', '100.00', '110.00', '10.00', '10.00%'],
      ]),
    ).toEqual(['110.00-100.00']);
  });

  it('compares the outcome with the budget where the differences say so', () => {
    expect(
      rates([
        ['项目', '年初预算', '决算数', '差异额', '差异率', '差异原因'],
        ['财政拨款收入', '860.00', '902.40', '42.40', '4.93%', '追加'],
        ['事业收入', '30.00', '21.60', '-8.40', '-28.00%', '减少'],
      ]),
    ).toEqual(['902.40-860.00', '21.60-30.00']);
  });
});
