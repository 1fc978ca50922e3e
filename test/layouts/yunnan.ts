import { type Layout, sketch, tall, wide } from './kit.ts';

const DONE = '完成率达100%得满分；完成率在60%—100%之间的，按完成率×分值计分；低于60%不得分。';

/** Four levels; the total stands in the first row; the conclusion stands before the evidence. */
export const YUNNAN: Layout = {
  name: '云南：结论在前，四级指标，合计在首行',
  document: (at) =>
    sketch(
      '关于勐远县水务局2023年度部门整体支出绩效自评情况的报告',
      '一、自评结论',
      '（一）自评得分',
      `2023年度部门整体支出绩效自评得分为${at('总分', '93')}分，自评等级为“优”。`,
      '（二）存在问题',
      '部分项目支出进度偏慢，个别绩效目标偏低。',
      '二、基本情况',
      `2023年支出预算数2000.00万元，预算完成数${at('完成数', '1838.00')}万元，结转结余总额${at('结余', '162.00')}万元。`,
      `2023年计划完成农村供水工程12处，实际完成${at('工程数', '12')}处。全县供水保证率达96.5%。经测评，群众满意度${at('满意度', '93.4%')}。`,
      [
        ['一级指标', '二级指标', '三级指标', '四级指标', '权重', '评价要点', '评分标准', '得分', '扣分原因'],
        [wide('合计', 4), '100', '', '', at('合计', at('总分', '93')), ''],
        [
          tall('投入', 2),
          tall('目标管理', 2),
          tall('绩效目标', 2),
          '目标完整性',
          '5',
          '目标是否完整。',
          '①目标完整（3分）；②目标可量化（2分）。',
          at('完整', '5'),
          '',
        ],
        [
          '目标合理性',
          '5',
          '目标是否合理。',
          '目标合理得5分，较合理得3分，不合理得0分。',
          at('合理', '3'),
          '个别目标偏低',
        ],
        [
          tall('过程', 3),
          tall('预算执行', 2),
          tall('执行效率', 2),
          '预算完成率',
          '10',
          '预算完成率＝（预算完成数÷预算数）×100%。',
          '预算完成率≥95%的，得10分；85%≤预算完成率＜95%的，得8分；60%≤预算完成率＜85%的，得5分；预算完成率＜60%的，不得分。',
          at('完成', '8'),
          '项目支出进度偏慢',
        ],
        [
          '结转结余率',
          '10',
          '结转结余率=结转结余总额/支出预算数×100%。',
          '结转结余率≤10%得满分，每增加1个百分点扣0.5分，扣完为止。',
          at('结余分', '10'),
          '',
        ],
        [
          '预算管理',
          '信息公开',
          '预决算信息公开性',
          '10',
          '',
          '按规定内容公开，得5分；按规定时限公开，得5分。',
          '10',
          '',
        ],
        [
          '产出',
          '产出数量',
          '供水工程',
          '农村供水工程完成率',
          '30',
          '完成率=实际完成数/计划完成数×100%。',
          DONE,
          at('工程', '30'),
          at('工程原因', ''),
        ],
        [
          '效益',
          '社会效益',
          '用水保障',
          '供水保证率',
          '15',
          '',
          '供水保证率≥95%得15分，每降1%扣2分，扣完为止。',
          '15',
          '',
        ],
        [
          '满意度',
          '满意度',
          '服务对象',
          '群众满意度',
          '15',
          '',
          '满意度≥95%，得15分；90%（含）—95%，得12分；85%（含）—90%，得9分；85%以下不得分。',
          at('满意', '12'),
          '测评结果',
        ],
      ],
    ),
  cases: [
    {
      name: 'right',
      finds: [],
      items: {
        预算完成率: 'confirmed',
        结转结余率: 'confirmed',
        供水保证率: 'confirmed',
        群众满意度: 'confirmed',
      },
    },
    {
      name: '合计 of the first row is wrong',
      given: { 合计: '95' },
      finds: ['error score/total-vs-items 95→93', 'notice score/narrative-vs-table 93→null'],
    },
    {
      name: '93.4% is in the second band',
      given: { 满意: '15', 总分: '96' },
      finds: ['error score/rescored 15→12'],
    },
    {
      name: 'no level gives 4',
      given: { 合理: '4', 总分: '94' },
      finds: ['error score/unattainable 4→0、3、5'],
    },
    {
      name: 'a part of one of the points',
      given: { 完整: '4', 总分: '92' },
      finds: ['warning score/unexplained-deduction 4→null'],
    },
    {
      name: 'no band gives 9',
      given: { 完成: '9', 总分: '94' },
      finds: ['error score/unattainable 9→0、5、8、10'],
    },
    {
      // 1900.00 ÷ 2000.00 as printed may lie on either side of 95%: neither band is ruled out.
      name: 'a quotient of rounded amounts on a boundary',
      given: { 完成数: '1900.00', 结余: '100.00' },
      finds: [],
    },
    {
      // 262.00 ÷ 2000.00 = 13.10%: three whole steps, four started ones, or 1.55.
      name: 'steps above a limit',
      given: { 完成数: '1738.00', 结余: '262.00', 结余分: '10' },
      finds: ['error score/rescored 10→8或8.5（按比例8.45）'],
    },
    {
      // 11 ÷ 12 × 30 = 27.5.
      name: 'in proportion under a limit',
      given: { 工程数: '11', 工程: '27.5', 工程原因: '1处延期', 总分: '90.5' },
      finds: [],
    },
  ],
};
