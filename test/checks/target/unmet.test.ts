import { describe, expect, test } from 'vitest';
import unmet from '../../../src/checks/target/unmet.ts';
import { findingsOf } from '../../support/audit.ts';
import { ruleCases } from '../../support/cases.ts';
import type { Sketch } from '../../support/document.ts';
import { sketch } from '../../support/document.ts';
import { altered, STYLES } from '../../support/styles.ts';

const goals = (target: string, result: string): readonly string[] => [
  '（一）绩效目标',
  target,
  '（二）绩效目标完成情况',
  result,
];

ruleCases(
  unmet,
  [
    [goals('新设便民网点10处。', '新设便民网点7处，如期完成。'), '7处'],
    [goals('培训参与率95%以上。', '培训参与率94.6%，目标已完成。'), '94.6%'],
    [goals('单堂授课费不超过460元。', '单堂授课费实际为470元，已达标。'), '470元'],
    [goals('投诉率控制在2%以内。', '投诉率3%，已达标。'), '3%'],
    [goals('储备化肥2.5万吨。', '储备化肥24000吨，已完成。'), '24000吨'],
    [['（一）绩效目标完成情况', '年初目标新设网点10处，实际完成7处，已完成。'], '7处'],
  ],
  [
    goals('新设便民网点10处。', '新设便民网点10处，如期完成。'),
    goals('新设便民网点10处。', '新设便民网点12处，如期完成。'),
    goals('新设便民网点10处。', '新设便民网点7处，未完成。'),
    goals('新设便民网点10处。', '新设便民网点7处，部分完成。'),
    goals('新设便民网点10处。', '新设便民网点7处。'),
    goals('受访对象满意度须达90%。', '受访对象满意度86%，未达标。'),
    goals('合格率95.4%。', '合格率95%，已达标。'),
    goals('单堂授课费不超过460元。', '单堂授课费实际为445元，已达标。'),
    goals('单位成本460元。', '单位成本445元，已达标。'),
    goals('公务员考核1400余人。', '公务员考核1400余人，已完成。'),
    goals('走访约500户。', '走访480户，已完成。'),
    goals('造林3000亩。', '护林1000亩，已完成。'),
    goals('培训8期。', '培训300人，已完成。'),
  ],
);

const form = (
  target: string,
  result: string,
  weight: string,
  score: string,
  reason = '',
): readonly Sketch[] => [
  '项目支出绩效自评表',
  '（2023年度）',
  '填报单位：东湖市林业局',
  [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
    ['产出指标', '数量指标', '管护面积', target, result, weight, score, reason],
    ['产出指标', '质量指标', '成活率', '≥90%', '92%', '20', '20', ''],
    ['', '总分', '', '', '', '', '', ''],
  ],
];

describe('rows of a scoring table', () => {
  test.each([
    ['≥3000亩', '2400亩', '20', '20', '', 1],
    ['≤30万元', '33万元', '10', '10', '', 1],
    ['≥90%', '88%', '10', '10', '', 0], // 9.78 of 10, printed without decimals
    ['≥1000户', '860户', '10', '10', '部分家庭未及时申报', 1],
    ['≥90%', '85%', '10', '10', '', 1],
    ['≥3000亩', '2400亩', '20', '16', '', 0],
    ['≥3000亩', '2400亩', '20', '20', '天气原因未完成', 1], // admitted, and still scored in full
    ['≥3000亩', '2400亩', '20', '20', '上级调减任务，不扣分', 0],
    ['≥3000亩', '3000亩', '20', '20', '', 0],
    ['≥3000亩', '已管护', '20', '20', '', 0],
    ['3000亩，其中公益林1000亩', '2400亩', '20', '20', '', 0],
    ['2023年12月底前', '2024年1月15日', '10', '10', '', 1],
    ['2023年12月底前', '2024年1月15日', '10', '8', '招标流标', 0],
    ['2023年12月底前', '2024年1月15日', '10', '10', '经市局批准延期', 0],
    ['2023年12月底前', '2023.12.15', '10', '10', '', 0],
    ['2023年6月前', '2023年6月', '10', '10', '', 0],
    ['2023年6月30日前', '2023年7月', '10', '10', '', 1],
    ['2023年3月后开工', '2023年4月', '10', '10', '', 0],
    ['2023年10月', '2023年9月验收，12月移交', '10', '10', '', 0],
    ['显著提升', '未达成预期指标', '10', '10', '', 1],
    ['显著提升', '部分达成预期指标并具有一定效果', '10', '10', '', 1],
    ['显著提升', '部分达成预期指标', '10', '7', '', 0],
    ['显著提升', '达成预期指标', '10', '10', '', 0],
    ['不发生安全事故', '未发生', '10', '10', '', 0],
  ])('%s, %s, %s points, %s given, reason “%s”: %i', async (target, result, weight, score, reason, count) => {
    const findings = await findingsOf([unmet], sketch(...form(target, result, weight, score, reason)));
    expect(findings.map((finding) => finding.message)).toHaveLength(count);
  });
});

test.each([
  [0, '（2）组织文化下乡12次，目标已完成', '（2）组织文化下乡9次，目标已完成'],
  [0, '单场宣讲费用750元', '单场宣讲费用850元'],
  [0, '（1）稿件差错2‰', '（1）稿件差错5‰'],
  [1, '实际完成3200户', '实际完成2900户'],
  [1, '实际完成93%', '实际完成89%'],
  [3, '12.5公里', '10公里'],
  [4, '1.举办读者活动64场', '1.举办读者活动50场'],
])('finds the shortfall planted in style %i: %s', async (style, from, to) => {
  const chosen = STYLES[style];
  if (chosen === undefined) throw new Error('no such style');
  expect(await findingsOf([unmet], altered(chosen, from, to))).toHaveLength(1);
});

test.each([
  ['20', []],
  ['19.5', ['“管护面积”目标≥90%，实际88%，没有达到目标，却得满分10分。']],
])('full marks of 88%% against 90%% where another row has %s', async (other, messages) => {
  const rows = form('≥90%', '88%', '10', '10', '').map((part) =>
    typeof part === 'string'
      ? part
      : part.map((row) => (row[2] === '成活率' ? [...row.slice(0, 6), other, '个别地块'] : row)),
  );
  const findings = await findingsOf([unmet], sketch(...rows));
  expect(findings.map((finding) => finding.message)).toEqual(messages);
});
