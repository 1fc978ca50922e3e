import { type Layout, sketch, tall, wide } from './kit.ts';

/** Two halves of one list side by side, each under the same words; the total stands below the second. */
export const QINGDAO: Layout = {
  name: '青岛：左右两栏并排的评分表',
  document: (at) =>
    sketch(
      '部门整体支出绩效自评评分表',
      [
        ['指标', '分值', '得分', '指标', '分值', '得分'],
        ['绩效目标合理性', '15', '15', '资产管理安全性', '15', at('资产', '15')],
        ['绩效指标明确性', '15', '14', '职责履行情况', '30', '30'],
        ['制度执行有效性', '15', '13', '合计', at('总分值', '90'), at('合计', '87')],
      ],
      '扣分说明：绩效指标明确性扣1分，部分指标未细化；制度执行有效性扣2分，采购审批不全。满分90分。',
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: '合计 is not the sum of both halves',
      given: { 合计: '86' },
      finds: ['error score/total-vs-items 86→87'],
    },
    {
      name: 'a row of the second half is above its weight',
      given: { 资产: '16', 合计: '88' },
      finds: ['error score/above-weight 16→≤15'],
    },
    {
      name: 'the weights of both halves do not come to their total',
      given: { 总分值: '95' },
      finds: ['error score/weights-total 95→90'],
    },
  ],
};

/** Indicators as columns: their marks stand in rows. */
export const XIZANG: Layout = {
  name: '西藏：指标横排、分值得分竖排',
  document: (at) =>
    sketch('2023年度绩效自评得分表', [
      ['指标', '预算编制', '数量指标', '质量指标', '社会效益', '满意度', '合计'],
      ['分值', '10', '30', '20', '30', '10', '100'],
      ['得分', '9.5', '30', at('质量', '20'), '28', '10', at('合计', '97.5')],
      ['扣分原因', '编制偏粗', '', '', '宣传覆盖面不足', '', ''],
    ]),
  cases: [
    { name: 'right', finds: [] },
    {
      name: '合计 is not the sum',
      given: { 合计: '96.5' },
      finds: ['error score/total-vs-items 96.5→97.5'],
    },
    {
      name: 'a loss without a reason in its column',
      given: { 质量: '18', 合计: '95.5' },
      finds: ['warning score/unexplained-deduction 18→null'],
    },
  ],
};

/** The amounts with their ten marks in a table of their own, 小计 of the ninety and 总计 of both below the indicators. */
export const NINGBO: Layout = {
  name: '宁波：预算执行单列一表，指标小计90分、总计100分',
  document: (at) =>
    sketch(
      '部门（单位）整体支出绩效自评表',
      '（2023年度）',
      '一、预算执行情况（10分）',
      [
        ['项目', '年初预算数（万元）', '全年预算数（万元）', '全年执行数（万元）', '执行率', '分值', '得分'],
        ['部门支出总额', '3120.50', '3348.20', '2879.45', '86.00%', '10', at('执行', '8.60')],
        ['其中：基本支出', '1210.50', '1248.20', '1239.45', '99.30%', '—', '—'],
        ['项目支出', '1910.00', '2100.00', '1640.00', '78.10%', '—', '—'],
      ],
      '二、绩效指标完成情况（90分）',
      [
        ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分', '偏差原因'],
        [tall('履职效能', 2), '工作', '河流治理长度', '≥18.6公里', '19.02公里', at('河流', '20'), '20', ''],
        ['效果', '水旱灾害损失', '≤1200万元', '960万元', '30', '30', ''],
        ['管理效率', '资产', '固定资产利用率', '≥95%', '90.5%', '20', '19.05', '闲置车辆待处置'],
        ['满意度', '群众', '用水户满意度', '≥90%', '92%', '20', '20', ''],
        [wide('小计', 5), '90', at('小计', '89.05'), ''],
        [wide('总计（含预算执行）', 5), '100', at('总计', '97.65'), ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'the execution earns rate × weight',
      given: { 执行: '9.60', 总计: '98.65' },
      finds: ['error score/rescored 9.6→8.6'],
    },
    {
      name: '小计 is not the sum of the indicators',
      given: { 小计: '90' },
      finds: ['error score/total-vs-items 90→89.05'],
    },
    {
      name: '总计 forgets the execution',
      given: { 总计: '89.05' },
      finds: ['error score/total-vs-items 89.05→97.65'],
    },
    {
      name: 'the weights of the indicators do not come to their 小计',
      given: { 河流: '22' },
      finds: ['error score/weights-total 90→92', 'warning score/unexplained-deduction 20→null'],
    },
  ],
};

/** Amounts under bare words, their marks named in the head of the scores; an excess is taken off as a share. */
export const DALIAN: Layout = {
  name: '大连：得分（10分）写在表头，反向指标按超出比例扣分',
  document: (at) =>
    sketch(
      '专项资金绩效自评表',
      [
        [wide('资金（万元）', 2), '年初预算', '追加（减）', '到位', '支出', '执行率', '得分（10分）'],
        [wide('总计', 2), '880.00', '-30.00', '850.00', '799.00', '94%', at('执行', '9.4')],
        [wide('省级', 2), '500.00', '0.00', '500.00', '470.00', '94%', '—'],
        ['指标性质', '二级指标', '三级指标', '权重', '指标值', '全年完成值', '得分', '说明'],
        [tall('产出', 3), '数量', '改造管网长度', '30.00', '85千米', '85.6公里', '30.00', ''],
        [
          '成本',
          '每公里改造费用',
          '12.00',
          '≤1.5万元',
          '1.62万元',
          at('成本', '11.04'),
          '高排放重型车占比高于预期',
        ],
        ['质量', '水质达标率', '18.00', '100%', '100%', '18.00', ''],
        ['效益', '社会', '受益人口', '20.00', '≥2.3万人', '23150人', '20.00', ''],
        ['满意度', '群众', '群众满意度', '10.00', '≥95%', '96%', '10.00', ''],
        [wide('总分', 3), '100.00', '', '', at('总分', '98.44'), ''],
      ],
      '注：未完成的按完成值与指标值的比例计分，反向指标按1-（完成值-指标值）÷指标值计分。',
    ),
  cases: [
    { name: 'right', finds: [], items: { 每公里改造费用: 'confirmed' } },
    {
      name: 'the target as a share of the result is as good',
      given: { 成本: '11.11', 总分: '98.51' },
      finds: [],
      items: { 每公里改造费用: 'confirmed' },
    },
    {
      name: 'outside both ways of counting the excess',
      given: { 成本: '11.60', 总分: '99' },
      finds: ['error score/rescored 11.6→11至11.15'],
    },
    {
      name: 'the marks of the execution',
      given: { 执行: '10', 总分: '99.04' },
      finds: ['error score/rescored 10→9.4'],
    },
  ],
};

/** One line to a project: amounts, the scores of its parts and their total, the grade. */
export const GUANGZHOU: Layout = {
  name: '广州：项目自评情况汇总表，一个项目一行',
  document: (at) =>
    sketch('2023年度项目支出绩效自评情况汇总表', '单位：元', [
      [tall('序号', 2), tall('项目名称', 2), wide('资金情况', 3), wide('自评得分', 4), tall('等级', 2)],
      ['预算数', '支出数', '执行率', '预算执行（10分）', '产出（60分）', '效益（30分）', '总分'],
      ['1', '基层文化设施维护', '1250000', '1250000', '100.00%', '10', '59', '28', '97', '优'],
      ['2', '流动图书车运行', '368000', '331200', '90.00%', '9', '57.5', '27', at('二', '93.5'), '优'],
      ['3', '公共数字文化服务', '940500', '912285', '97.00%', '9.7', '59', '29', '97.7', at('等级', '优')],
      ['4', '古籍修复', '210000', '147000', '70.00%', '7', '52', '26', '85', '良'],
      [wide('合计', 2), '2768500', '2640485', '95.38%', '—', '—', '—', '—', '—'],
    ]),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'a total that is not the sum of its parts',
      given: { 二: '94.5' },
      finds: ['error score/total-vs-items 94.5→93.5'],
    },
    {
      name: 'a grade that its score does not earn',
      given: { 等级: '良' },
      finds: ['error grade/vs-score 良→优'],
    },
  ],
};
