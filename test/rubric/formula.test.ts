import { describe, expect, it } from 'vitest';
import { dec } from '../../src/numbers/decimal.ts';
import type { Operand } from '../../src/rubric/index.ts';
import { builtInFormula, evaluate, printExpression, readFormula, terms } from '../../src/rubric/index.ts';

const exact = (value: string, shown?: string): Operand => ({
  point: dec(value),
  range: { low: dec(value), high: dec(value) },
  ...(shown === undefined ? {} : { shown }),
});

const rounded = (value: string, half: string): Operand => ({
  point: dec(value),
  range: { low: dec(value).minus(half), high: dec(value).plus(half) },
});

describe('formulas in explanations', () => {
  it.each([
    [
      '部门本年度实际在职人员数与编制数的比率，用以反映人员成本。\n在职人员控制率=（在职人员数/编制数）×100%。\n在职人员数：以财政部口径为准。',
      '在职人员控制率',
      '在职人员数 ÷ 编制数',
    ],
    [
      '“三公经费”变动率=[（本年度“三公经费”预算数-上年度“三公经费”预算数）/上年度“三公经费”预算数]×100%。',
      '“三公经费”变动率',
      '(本年度“三公经费”预算数 - 上年度“三公经费”预算数) ÷ 上年度“三公经费”预算数',
    ],
    [
      '预算完成率=（上年结转＋年初预算＋本年追加－年末结余）÷（上年结转＋年初预算＋本年追加）×100％。',
      '预算完成率',
      '(上年结转 + 年初预算 + 本年追加 - 年末结余) ÷ (上年结转 + 年初预算 + 本年追加)',
    ],
    ['预算执行率＝预算执行数／预算数×100%', '预算执行率', '预算执行数 ÷ 预算数'],
    ['预算执行率（%）=实际支出数÷预算安排数*100%；', '预算执行率', '实际支出数 ÷ 预算安排数'],
    ['预决算差异率=|决算数-预算数|/预算数×100%', '预决算差异率', '|决算数 - 预算数| ÷ 预算数'],
    [
      '三公经费控制率=（因公出国（境）费＋公务接待费）/“三公经费”预算数×100%',
      '“三公经费”控制率',
      '(因公出国(境)费 + 公务接待费) ÷ “三公经费”预算数',
    ],
    [
      '公用经费控制率=实际支出公用经费总额除以预算安排公用经费总额×100%',
      '公用经费控制率',
      '实际支出公用经费总额 ÷ 预算安排公用经费总额',
    ],
    ['执行数除以调整后预算数。', '预算完成率', '执行数 ÷ 调整后预算数'],
    ['问卷满意份数占有效份数之比。', '社会公众或服务对象满意度', '问卷满意份数 ÷ 有效份数'],
    [
      '本年“三公”预算较上年“三公”预算的增减比。',
      '“三公经费”变动率',
      '(本年“三公”预算 - 上年“三公”预算) ÷ 上年“三公”预算',
    ],
    ['期末结转结余比上期末的增减比。', '结转结余变动率', '(期末结转结余 - 上期末结转结余) ÷ 上期末结转结余'],
    [
      '部门本年度预算完成数与预算数的比率，用以反映和考核部门预算完成程度。',
      '预算完成率',
      '本年度预算完成数 ÷ 预算数',
    ],
    ['质量达标工作数占实际完成工作数的比例', '质量达标率', '质量达标工作数 ÷ 实际完成工作数'],
    [
      '支付进度率=（实际支付进度/既定支付进度）×100%。实际支付进度=支出执行数/支出预算数×100%',
      '支付进度率',
      '实际支付进度 ÷ 既定支付进度',
    ],
    ['预算完成率=（预算完成数/预算数）×100%，≥95%得3分，每降低5%扣1分', '预算完成率', '预算完成数 ÷ 预算数'],
  ])('%s', (text, indicator, expected) => {
    const formula = readFormula(text, indicator);
    expect(formula === null ? null : printExpression(formula.expression)).toBe(expected);
    expect(formula?.rate).toBe(true);
  });

  it.each([
    ['得分=执行率×分值', '预算执行率'],
    ['反映部门预算完成程度。', '预算完成率'],
    ['预算完成率=（预算完成数/预算数×100%', '预算完成率'],
    ['预算完成率=预算完成数□预算数×100%', '预算完成率'],
    ['预算完成率=95%', '预算完成率'],
    ['≥95%，得3分', '预算完成率'],
    ['', '预算完成率'],
  ])('reads none in %s', (text, indicator) => expect(readFormula(text, indicator)).toBeNull());
});

describe('computing', () => {
  const staff = readFormula('在职人员控制率=（在职人员数/编制数）×100%', '在职人员控制率');

  it('shows the names with their figures', () => {
    if (staff === null) throw new Error('no formula');
    expect(terms(staff)).toEqual(['在职人员数', '编制数']);
    const { value, trace } = evaluate(staff, (name) =>
      name === '在职人员数' ? exact('43') : exact('45', '34 + 11'),
    );
    expect(trace).toBe('在职人员控制率 = 43 ÷ (34 + 11) = 95.56%');
    expect(value?.point.toFixed(4)).toBe('0.9556');
  });

  it('names what is missing', () => {
    if (staff === null) throw new Error('no formula');
    const result = evaluate(staff, (name) => (name === '在职人员数' ? exact('43') : null));
    expect(result).toMatchObject({ value: null, missing: ['编制数'] });
    expect(result.trace).toBe('在职人员控制率 = 43 ÷ 编制数（缺编制数）');
  });

  it('does not divide by what may be zero', () => {
    if (staff === null) throw new Error('no formula');
    const result = evaluate(staff, (name) => (name === '编制数' ? rounded('0', '0.005') : exact('43')));
    expect(result.value).toBeNull();
    expect(result.trace).toContain('除数可能为零');
  });

  it('moves a term that stands twice as one', () => {
    const change = builtInFormula('“三公经费”变动率');
    if (change === null) throw new Error('no formula');
    const { value } = evaluate(change, (name) =>
      name.startsWith('本年度') ? rounded('100', '0.5') : rounded('80', '0.5'),
    );
    // 99.5/80.5 − 1 … 100.5/79.5 − 1, and not the wider span of (99 … 101)/(79.5 … 80.5)
    expect(value?.range.low.toFixed(4)).toBe('0.2360');
    expect(value?.range.high.toFixed(4)).toBe('0.2642');
    expect(value?.point.toFixed(4)).toBe('0.2500');
  });
});

describe('built-in formulas', () => {
  it.each([
    '在职人员控制率',
    '“三公经费”变动率',
    '“三公经费”控制率',
    '预算完成率',
    '预算执行率',
    '预算调整率',
    '支付进度率',
    '结转结余变动率',
    '公用经费控制率',
    '政府采购执行率',
    '固定资产利用率',
    '重点支出安排率',
    '完成及时率',
    '质量达标率',
  ])('%s', (name) => {
    expect(builtInFormula(name)).not.toBeNull();
  });
  it.each(['满意度', '社会效益', '数量指标'])('none for %s', (name) =>
    expect(builtInFormula(name)).toBeNull(),
  );
});
