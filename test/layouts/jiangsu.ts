import { type Layout, sketch, tall, wide } from './kit.ts';

/** Each first-level indicator counts half; its own rows are scored out of a hundred and scaled. */
export const JIANGSU: Layout = {
  name: '江苏：一级权重各50，其下三级分值合计100，按权重折算',
  document: (at) =>
    sketch(
      '淮滨区体育局2023年度部门整体支出绩效自评报告',
      '一、评价结论',
      `2023年度部门整体支出绩效自评得分${at('总分', '96')}分，评价等次为“优”。`,
      '二、存在的问题',
      '全民健身活动数量未达计划，社会效益有待提升。',
      [
        ['一级指标', '权重', '二级指标', '三级指标', '分值', '评分标准', '得分'],
        [tall('产出', 3), tall('50', 3), '产出数量', '健身活动次数', '40', '视完成情况酌情打分。', '38'],
        ['产出质量', '器材合格率', '30', '合格率100%得30分，否则酌情扣分。', '30'],
        ['产出时效', '完成及时性', '30', '按期完成得30分，否则酌情扣分。', '30'],
        [tall('效益', 2), tall('50', 2), '经济效益', '赛事收入', '40', '视实际成效打分。', '40'],
        ['社会效益', '健身人口增长', '60', '视实际成效打分。', '54'],
        [wide('合计', 1), '100', '', '', '', '', at('合计', at('总分', '96'))],
      ],
    ),
  cases: [
    {
      name: 'right: 98 × 50% + 94 × 50%; the 合格率 is not in the text',
      finds: ['notice score/unsupported 30→null'],
    },
    {
      name: '合计 is not the scaled sum',
      given: { 合计: '97' },
      finds: [
        'error score/total-vs-items 97→96',
        'notice score/narrative-vs-table 96→null',
        'notice score/unsupported 30→null',
      ],
    },
  ],
};
