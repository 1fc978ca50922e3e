import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/report/index.ts';
import { readScoringTables } from '../../../src/report/scoring/index.ts';
import { sketch } from '../../support/document.ts';

const AMOUNTS = [
  ['项目名称', { text: '社区养老服务', cols: 7 }],
  [{ text: '项目资金', rows: 2 }, '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '100.00', '100.00', '90.00', '10', '90.00%', '9'],
];
const INDICATORS = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '新建站点', '≥10个', '10个', '50', '50', ''],
  ['效益指标', '社会效益', '受益人数', '≥1000人', '1200人', '40', '39', '宣传不够'],
  [{ text: '总分', cols: 5 }, '100', '98', ''],
];

describe('a project form whose amounts block is a table of its own', () => {
  it('counts the block’s ten points with the indicators that follow', () => {
    const [form, ...others] = readScoringTables(sketch(AMOUNTS, INDICATORS));
    expect(others).toEqual([]);
    expect(form?.execution.map((row) => row.score?.raw)).toEqual(['9']);
  });

  it('gives each of two forms its own block', () => {
    const forms = readScoringTables(sketch(AMOUNTS, INDICATORS, AMOUNTS, INDICATORS));
    expect(forms.map((form) => form.execution.length)).toEqual([1, 1]);
  });

  it('tells the relations of a table of amounts once, though a table of scores follows', () => {
    const { tableSums, statements } = readReport(
      sketch(
        '2023年度海安市住房局部门整体支出绩效自评报告',
        [
          ['资金性质', '年初预算数', '调整预算数', '决算数', '执行率'],
          ['一般公共预算', '138.00', '153.00', '152.00', '99.35%'],
          ['政府性基金', '300.00', '330.00', '328.00', '99.39%'],
          ['合计', '438.00', '483.00', '480.00', '99.38%'],
        ],
        '分项得分情况见下表：',
        [
          ['指标', '分值', '得分'],
          ['部门管理', '30', '27'],
          ['产出', '50', '48'],
          ['效益', '20', '18'],
          ['合计', '100', '93'],
        ],
      ),
    );
    const totals = tableSums.map(({ total }) => total);
    expect(new Set(totals).size).toBe(totals.length);
    const rates = statements.flatMap((one) => (one.kind === 'ratio' ? [one.rate] : []));
    expect(new Set(rates).size).toBe(rates.length);
    expect(rates.length).toBeGreaterThan(0);
  });
});
