import { type Layout, sketch, tall } from './kit.ts';

/** Scores and weights left of the names, the rates in the column of reasons. */
export const LIAONING: Layout = {
  name: '辽宁：得分、分值在指标名称之前，扣分理由载明实际率值',
  document: (at) =>
    sketch(
      '2024年度江北区水务局部门整体支出绩效自评报告',
      `江北区水务局2024年度部门整体支出绩效自评得分${at('正文', '91.50')}分，绩效等级为“${at('等级', '优')}”。`,
      '不足之处：河道清淤工期延误；群众投诉处理不够及时；预算调整偏多。',
      [
        ['得分', '分值', '指标名称', '评分标准', '扣分理由'],
        [
          at('调整', '22.50'),
          '25.00',
          '预算调整率',
          '调整率≤5%得满分，每超过1个百分点扣0.5分',
          '年中追加项目，预算调整率10%',
        ],
        ['25.00', '25.00', '财务制度健全性', '制度健全得满分', ''],
        [
          at('清淤', '23.00'),
          '25.00',
          '河道清淤完成率',
          '完成率100%得25分，每低1%扣1分',
          '完成率98%，工期延误',
        ],
        ['21.00', '25.00', '投诉办结满意度', '满意度≥95%得25分，每低1个百分点扣1分', '满意度91%，处理不及时'],
        [at('合计', '91.50'), '100.00', '合计', '', ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [], items: { 预算调整率: 'confirmed', 河道清淤完成率: 'confirmed' } },
    {
      name: '合计 is not the sum',
      given: { 合计: '92.50', 正文: '92.50' },
      finds: ['error score/total-vs-items 92.5→91.5', 'notice score/narrative-vs-table 92.5→null'],
    },
    {
      name: 'the reason tells another rate than the score stands for',
      given: { 清淤: '24.00', 合计: '92.50', 正文: '92.50' },
      finds: ['error score/rescored 24→23'],
    },
  ],
};

/** 完成及时率 scored in full without a figure. */
const UNSUPPORTED = 'notice score/unsupported 20→null';

/** A weight merged over the rows that share it, and each row's own part behind its name. */
export const JILIN: Layout = {
  name: '吉林：分值按组合并，各指标分值写在名称后',
  document: (at) =>
    sketch(
      '2023年度松江区文化馆部门整体支出绩效自评报告',
      `按照评价标准（90分及以上为优、80-89分为良、60-79分为中、60分以下为差），自评共扣7分，得${at('正文', '93')}分，绩效等级为“${at('等级', '优')}”。`,
      '存在问题：演出场次完成偏慢，馆藏数字化质量有瑕疵，观众测评样本不足。',
      [
        ['一级指标', '二级指标', '分值', '三级指标', '得分', '备注'],
        [tall('产出（60分）', 3), tall('履职', 3), tall('60', 3), '实际完成率（20分）', '19', '演出场次偏慢'],
        ['完成及时率（20分）', at('及时', '20'), ''],
        ['质量达标率（20分）', '18', '数字化质量瑕疵'],
        [tall('效果（40分）', 2), tall('效益', 2), tall('40', 2), '社会效益（20分）', '20', ''],
        ['观众满意度（20分）', '16', '样本不足'],
        ['合计', '', '100', '', at('合计', '93'), ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [UNSUPPORTED] },
    {
      name: 'above the own part of a shared weight',
      given: { 及时: '21', 合计: '94', 正文: '94' },
      finds: ['error score/above-weight 21→≤20'],
    },
    {
      name: 'text beside the table',
      given: { 正文: '92' },
      finds: ['error score/narrative-vs-table 92→93', UNSUPPORTED],
    },
    {
      name: 'grade of another score',
      given: { 等级: '良' },
      finds: ['error grade/vs-score 良→优', UNSUPPORTED],
    },
  ],
};
