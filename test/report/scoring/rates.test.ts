import { describe, expect, it } from 'vitest';
import completion from '../../../src/checks/figure/completion.ts';
import tableTotal from '../../../src/checks/figure/table-total.ts';
import unit from '../../../src/checks/figure/unit.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { findingsOf } from '../../support/audit.ts';
import { sketch } from '../../support/document.ts';

/** A project form with one amounts row: 年初预算, 全年预算, 执行数, 执行率. */
const form = (initial: string, budget: string, executed: string, rate: string) =>
  sketch('项目支出绩效自评表', '（2023年度）　单位：万元', [
    ['项目名称', { text: '社区养老服务', cols: 7 }],
    [{ text: '项目资金', rows: 2 }, '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', initial, budget, executed, '10', rate, '9'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    ['产出指标', '数量指标', '新建站点', '≥10个', '10个', '90', '90', ''],
    [{ text: '总分', cols: 5 }, '100', '99', ''],
  ]);

const errors = async (...row: [string, string, string, string]) =>
  (await findingsOf([completion as Rule], form(...row)))
    .filter((finding) => finding.severity === 'error')
    .map((finding) => finding.claimed);

it('heads that do not name money by themselves take the unit of their block', async () => {
  const bare = sketch('项目支出绩效自评表（2023年度）', [
    [{ text: '项目资金（万元）', rows: 2 }, '年初预算', '全年预算', '全年执行', '分值', '执行率', '得分'],
    ['200.00', '260.00', '249.60', '10', '96.00%', '9.6'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
    ['产出指标', '数量指标', '购置设备', '8台', '8台', '90', '90'],
    [{ text: '总分', cols: 5 }, '100', '99.6'],
  ]);
  expect(await findingsOf([completion as Rule, unit as Rule], bare)).toEqual([]);
});

it('beside 到位资金 the rate may be of that or of the budget', async () => {
  const paid = (rate: string) =>
    sketch('项目支出绩效自评表', '（2023年度）　单位：万元', [
      [{ text: '项目资金', rows: 2 }, '', '全年预算数', '到位数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金总额', '120', '110', '108', '10', rate, '9'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
      ['产出指标', '数量指标', '新建站点', '≥10个', '10个', '90', '90', ''],
      [{ text: '总分', cols: 5 }, '100', '99', ''],
    ]);
  const found = async (rate: string) => (await findingsOf([completion as Rule], paid(rate))).length;
  expect(await found('90.00%')).toBe(0);
  expect(await found('98.18%')).toBe(0);
  expect(await found('95.00%')).toBe(1);
});

it('the label left of the heads may give the unit', async () => {
  const headed = sketch('部门整体支出绩效自评表（2023年度）', [
    ['年度预算（万元）', '年初预算', '全年预算', '全年执行', '执行率', '分值', '得分'],
    ['支出合计', '1820.6', '1906.4', '1868.27', '98%', '10', '9.8'],
    ['指标', '三级指标', '指标值', '完成值', '评分标准', '分值', '得分'],
    ['产出', '购置设备', '8台', '8台', '完成得满分', '90', '90'],
    [{ text: '合计', cols: 5 }, '100', '99.8'],
  ]);
  expect(await findingsOf([completion as Rule, unit as Rule], headed)).toEqual([]);
});

it('a total may close the block', async () => {
  const closed = (project: string) =>
    sketch('2022年度部门整体绩效自评表', [
      [{ text: '预算执行（万元）', rows: 4 }, '预算类型', '年初预算数', '调整预算数', '执行数', '执行率'],
      ['基本支出', '1128.60', '1164.32', '1158.77', '99.52%'],
      ['项目支出', '645.00', project, '671.06', ''],
      ['合计', '1773.60', '1854.72', '1829.83', '98.66%'],
      ['一级指标', '二级指标', '三级指标', '目标值', '权重', '得分'],
      ['产出', '数量', '新增藏书', '6万册', '100', '100'],
      [{ text: '合计', cols: 4 }, '100', '100'],
    ]);
  const found = async (project: string) =>
    (await findingsOf([tableTotal as Rule], closed(project))).map((finding) => finding.expected);
  expect(await found('690.40')).toEqual([]);
  expect(await found('960.40')).toEqual(['2124.72']);
});

describe('the execution rate of a project form', () => {
  it.each<[string, string, string, string]>([
    ['100.00', '100.00', '90.00', '90.00%'],
    ['100.00', '120.00', '90.00', '75%'], // of the year's budget
    ['100.00', '120.00', '90.00', '90%'], // of the initial one
    ['0', '0', '0', '0%'],
    ['100.00', '100.00', '90.00', ''],
  ])('is borne out: %s %s %s %s', async (...row) => {
    expect(await errors(...row)).toEqual([]);
  });

  it('is contradicted when neither budget gives it', async () => {
    expect(await errors('100.00', '120.00', '90.00', '95.00%')).toEqual(['95.00%']);
  });
});
