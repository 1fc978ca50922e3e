import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/index.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { sketch } from '../support/document.ts';

/** The verdict on one row of a project's table. */
function verdict(
  name: string,
  rule: string,
  weight: string,
  target: string,
  result: string,
  score: string,
): string {
  const report = readReport(
    sketch('2023年度农村公路养护项目支出绩效自评报告', [
      ['一级指标', '三级指标', '目标值', '完成值', '评分标准', '分值', '得分', '偏差原因'],
      ['成本指标', name, target, result, rule, weight, score, '材料涨价'],
      ['效益指标', '社会效益', '显著', '显著', '根据成效酌情打分。', `${100 - Number(weight)}`, '90', ''],
    ]),
  );
  return rescore(report, null).items[0]?.status ?? 'no item';
}

const WITHIN = '不超过预算得满分，每超1%扣0.5分，扣完为止。';
const AT_MOST = '成本控制率≤100%得满分，每超1个百分点扣0.5分，扣完为止。';

describe('a rule on what may not be exceeded counts what was spent as a share of the plan', () => {
  it.each([
    ['项目总成本', WITHIN, '≤100万元', '103万元', '3.5', 'confirmed'],
    ['项目总成本', WITHIN, '≤100万元', '103万元', '5', 'contradicted'],
    ['项目总成本', WITHIN, '≤100万元', '97万元', '5', 'confirmed'],
    ['项目总成本', WITHIN, '≤100万元', '97万元', '4', 'contradicted'],
    ['项目总成本', WITHIN, '100万元', '103万元', '3.5', 'confirmed'],
    ['成本控制率', AT_MOST, '≤100万元', '103万元', '3.5', 'confirmed'],
    ['成本控制率', AT_MOST, '≤100%', '103%', '3.5', 'confirmed'],
    ['成本控制率', WITHIN, '≤100%', '103%', '5', 'contradicted'],
    // Of a rate of saving the budget is not 100%: the row's own target says what is.
    ['成本节约率', WITHIN, '≥0%', '3%', '5', 'confirmed'],
    ['成本节约率', WITHIN, '≥5%', '3%', '4', 'judgement'],
    // A bound on a change is none on a share of the target.
    ['三公经费变动率', '变动率≤0得满分，每超1%扣0.5分。', '≤10万元', '9万元', '5', 'unverifiable'],
  ])('%s by %s of %s, reached %s, claimed %s: %s', (name, rule, target, result, score, status) => {
    expect(verdict(name, rule, '5', target, result, score)).toBe(status);
  });
});

describe('a rule of graded levels', () => {
  const GRADED =
    '达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。';
  it.each([
    ['≥90%', '93%', '5', 'confirmed'],
    ['≥90%', '85%', '4', 'judgement'],
  ])('target %s, reached %s, claimed %s: %s', (target, result, score, status) => {
    expect(verdict('群众知晓率', GRADED, '5', target, result, score)).toBe(status);
  });
});
