import { type Layout, sketch, tall, wide } from './kit.ts';

/** A form of a whole department: amounts and execution above, indicators with goals and results below. */
export const GANSU: Layout = {
  name: '甘肃：部门整体支出自评表，预算执行块10分在表内',
  document: (at) =>
    sketch('部门整体支出绩效自评表', '（2023年度）', [
      [wide('部门名称', 2), wide('安口县气象局', 6)],
      [
        tall('年度预算执行情况（万元）', 3),
        '',
        '年初预算数',
        '全年预算数',
        '全年执行数',
        '分值',
        '执行率',
        '得分',
      ],
      ['年度资金总额', '600.00', '650.00', '624.00', '10', '96.00%', at('执行', '9.6')],
      ['其中：财政拨款', '600.00', '650.00', '624.00', '—', '96.00%', '—'],
      [
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '未完成原因和改进措施',
      ],
      [tall('部门管理', 2), '资金投入', '“三公经费”控制率', '≤100%', '92%', '10', '10', ''],
      ['财务管理', '财务管理制度健全性', '健全', '基本健全', '10', '9', '采购制度待修订'],
      [tall('履职效果', 2), '部门履职目标', '预报准确率', '≥85%', '87%', '25', '25', ''],
      ['部门效果目标', '预警覆盖率', '≥95%', '98%', '25', '25', ''],
      ['能力建设', '人力资源', '培训人次', '≥40人次', '42人次', '10', '10', ''],
      ['服务对象满意度', '公众满意', '公众满意度', '≥90%', '91%', at('满意权重', '10'), '10', ''],
      [wide('合计', 5), '100', at('合计', '98.6'), ''],
    ]),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'the execution row earns rate × weight',
      given: { 执行: '10', 合计: '99' },
      finds: ['error score/rescored 10→9.6'],
    },
    {
      name: '合计 forgets the execution block',
      given: { 合计: '89' },
      finds: ['error score/total-vs-items 89→98.6'],
    },
    {
      name: 'weights do not total 100',
      given: { 满意权重: '15' },
      finds: ['error score/weights-total 100→105', 'warning score/unexplained-deduction 10→null'],
    },
  ],
};
