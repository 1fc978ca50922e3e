import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/index.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { sketch } from '../support/document.ts';

/** The verdict on one row of a project's table. */
function verdict(rule: string, weight: string, target: string, result: string, score: string): string {
  const rest = `${100 - Number(weight)}`;
  const report = readReport(
    sketch('2023年度农村公路养护项目支出绩效自评报告', [
      ['三级指标', '目标值', '完成值', '评分标准', '分值', '得分', '偏差原因'],
      ['道路完好率', target, result, rule, weight, score, '局部破损'],
      ['社会效益', '显著', '显著', '根据成效酌情打分。', rest, rest, ''],
    ]),
  );
  return rescore(report, null).items[0]?.status ?? 'no item';
}

describe('a rule that counts from the target of its row', () => {
  it.each([
    ['每低1个百分点扣1分，扣完为止。', '15', '≥95%', '93.6%', '14', 'confirmed'],
    ['每低1个百分点扣1分，扣完为止。', '15', '≥95%', '93.6%', '13.6', 'confirmed'],
    ['每低1个百分点扣1分，扣完为止。', '15', '≥95%', '93.6%', '14.6', 'contradicted'],
    ['达到目标值得满分，每低1个百分点扣1分，扣完为止。', '15', '≥95%', '93.6%', '15', 'contradicted'],
    // Not from 100%.
    ['目标达成得满分；未达成的，每低于目标值1个百分点扣1分。', '10', '≥98%', '97%', '9', 'confirmed'],
    ['目标达成得满分；未达成的，每低于目标值1个百分点扣1分。', '10', '≥98%', '97%', '7', 'contradicted'],
    ['等于或优于目标值得满分；每相差1个百分点扣1分。', '10', '≥98%', '99%', '10', 'confirmed'],
    ['完成目标值得满分，每少10人扣0.5分。', '10', '≥500人', '480人', '9', 'confirmed'],
    ['完成目标值得满分，每少10人扣0.5分。', '10', '≥500人', '480人', '9.5', 'contradicted'],
    ['每超过目标值0.5个百分点扣1分。', '10', '≤2%', '3%', '8', 'confirmed'],
    ['每超过目标值0.5个百分点扣1分。', '10', '≤2%', '3%', '9', 'contradicted'],
    // 45 ÷ 50 is ten hundredths short: a share of the target.
    ['每少1个百分点扣0.5分。', '10', '≥50%', '45%', '5', 'judgement'],
    // A threshold of its own comes first.
    ['完好率≥90%得满分，每低1个百分点扣1分。', '10', '≥95%', '93%', '10', 'confirmed'],
  ])('%s of %s for %s, reached %s, claimed %s: %s', (rule, weight, target, result, score, status) => {
    expect(verdict(rule, weight, target, result, score)).toBe(status);
  });
});

it('takes a column of bare figures for what was reached', () => {
  const report = readReport(
    sketch('青石市教育局2023年度部门整体支出绩效自评报告', [
      ['一级指标', '指标名称', '权重', '评分标准', '自评情况', '自评得分', '扣分原因'],
      ['管理', '预算执行率', '10', '≥95%得10分；90%（含）-95%得8分；低于90%不得分。', '93.2%', '10', ''],
      ['管理', '培训场次', '10', '培训12场及以上得10分；10-11场得8分；10场以下不得分。', '11场', '8', '天气'],
      ['效益', '社会效益', '80', '视成效打分。', '成效显著', '80', ''],
    ]),
  );
  expect(rescore(report, null).items.map(({ status }) => status)).toEqual([
    'contradicted',
    'confirmed',
    'judgement',
  ]);
});
