import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/report/index.ts';
import { documentOf } from '../../narratives/kit.ts';

/** The quantities that the tables of a report on 2023 give: concept/aspect/scope/year figure. */
const facts = (text: string): readonly string[] =>
  readReport(documentOf(`2023年度柳泉区档案馆部门决算\n单位名称：柳泉区档案馆\n${text}`))
    .facts.filter(({ mention }) => mention.where.table !== null && mention.figure.unit.kind === 'money')
    .map((f) => `${f.concept}/${f.aspect}/${f.scope}/${f.period.year} ${f.mention.figure.raw}`);

describe('quantities of tables', () => {
  it('the last row of a balance is the total of income and expenditure, in the scope of the title', () => {
    expect(
      facts(`
财政拨款收入支出决算总表
单位：万元
|收入|<|支出|<|
|项目|决算数|项目|决算数|
|一、一般公共预算财政拨款|90.00|一、一般公共服务支出|60.00|
|二、政府性基金预算财政拨款|10.00|二、教育支出|40.00|
|总计|100.00|总计|100.00|`),
    ).toEqual(['total/outcome/fiscal/2023 100.00', 'total/outcome/fiscal/2023 100.00']);
  });

  it('“三公”经费: one row without a name, told by headings and title', () => {
    expect(
      facts(`
“三公”经费支出决算表
单位：万元
|预算数|<|<|<|决算数|<|<|<|
|合计|公务用车购置及运行费|<|公务接待费|合计|公务用车购置及运行费|<|公务接待费|
|^|购置费|运行费|^|^|购置费|运行费|^|
|26.50|18.00|6.50|2.00|24.38|17.98|5.40|1.00|`),
    ).toEqual([
      'three-public/budget//2023 26.50',
      'vehicle-purchase/budget//2023 18.00',
      'vehicle-running/budget//2023 6.50',
      'reception/budget//2023 2.00',
      'three-public/outcome//2023 24.38',
      'vehicle-purchase/outcome//2023 17.98',
      'vehicle-running/outcome//2023 5.40',
      'reception/outcome//2023 1.00',
    ]);
  });

  it('columns of years, and of last year under a merged heading', () => {
    expect(
      facts(`
|项目|2022年|2023年|
|收入合计（万元）|280.00|300.00|
|其中：财政拨款|270.00|290.00|
|其他收入|10.00|10.00|`),
    ).toEqual(['income/outcome//2022 280.00', 'income/outcome//2023 300.00']);
    expect(
      facts(`
支出情况表
单位：万元
|项目|本年支出|<|上年支出|<|
|^|基本支出|项目支出|基本支出|项目支出|
|教育|15.00|6.00|14.00|5.00|
|医疗|10.00|4.00|9.00|4.00|
|合计|25.00|10.00|23.00|9.00|`),
    ).toEqual([
      'basic-expenditure/outcome//2023 25.00',
      'project-expenditure/outcome//2023 10.00',
      'basic-expenditure/outcome//2022 23.00',
      'project-expenditure/outcome//2022 9.00',
    ]);
  });

  it('forms of labels and values', () => {
    expect(
      facts(`
|单位名称|柳泉区档案馆|填报日期|2024年2月|
|基本支出（万元）|215.00|项目支出（万元）|128.00|
|年度支出总额（万元）|343.00|编制人数|20|`),
    ).toEqual([
      'basic-expenditure/outcome//2023 215.00',
      'project-expenditure/outcome//2023 128.00',
      'expenditure/outcome//2023 343.00',
    ]);
  });

  it('a list of projects names the whole of the projects, not any one of them', () => {
    expect(
      facts(`
表1 2023年项目支出明细表（单位：万元）
|序号|项目名称|年初预算|执行数|
|1|数字化|60.00|58.00|
|2|库房改造|40.00|40.00|
|合计||100.00|98.00|`),
    ).toEqual(['project-expenditure/initial-budget//2023 100.00', 'project-expenditure/outcome//2023 98.00']);
  });

  it.each([
    [
      '一栏里还有别的限定词',
      `
支出决算表
|项目|局机关|下属单位|
|基本支出|10.00|20.00|
|合计|10.00|20.00|`,
    ],
    [
      '没有金额单位的表',
      `
|项目|数量|
|培训|3|
|合计|3|`,
    ],
  ])('nothing from: %s', (_, text) => {
    expect(facts(text)).toEqual([]);
  });
});
