import { describe, expect, it } from 'vitest';
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
});
