import { type Layout, sketch, tall, wide } from './kit.ts';

/** Steps to both sides, a deduction counted in shares of the weight, amounts, and rates beside projects of their own. */
export const HEBEI: Layout = {
  name: '河北：考核内容、基准分、自评分，双向扣分，项目自己的执行率不是部门的',
  document: (at) =>
    sketch(
      '2023年度冀源县卫生健康局部门整体支出绩效自评报告',
      '一、部门概况',
      `2023年末编制数80名，在职人员${at('在职', '78')}名。`,
      '其中：疫苗采购项目预算执行率为82.00%，乡镇卫生院设备项目预算执行率为90.00%。',
      `2023年，全局预算执行率为${at('执行率', '97.50%')}。2022年预算执行率为91.20%。`,
      `支付进度率为${at('进度', '98%')}。上年度支付进度率为90%。`,
      '二、自评结论',
      `2023年度部门整体支出绩效自评得分为${at('总分', '98.5')}分，自评等级为“优”。`,
      '三、存在问题',
      '支付进度偏慢。',
      [
        ['考核内容', '考核指标', '基准分', '考核标准', '自评分', '扣分原因'],
        [
          tall('预算管理', 3),
          '预算执行率',
          '20',
          '预算执行率≥95%的得20分；≥90%且＜95%的得16分；≥80%且＜90%的得10分；＜80%的不得分。',
          at('执行', '20'),
          '',
        ],
        [
          '支付进度率',
          '10',
          '以100%为标准，每超过或低于1个百分点扣0.5分，扣完为止。',
          at('支付', '9'),
          '四季度支付偏慢',
        ],
        [
          '在职人员控制率',
          '10',
          '在职人员控制率=在职人员数/编制数×100%，不超过100%得满分，每超1个百分点扣分值的10%，扣完为止。',
          at('人员', '10'),
          '',
        ],
        ['履职', '公共卫生服务', '40', '按完成情况综合评分。', '39.5', '一项服务延期'],
        ['效果', '群众获得感', '20', '由评价组酌情打分。', '20', ''],
        [wide('合计', 2), '100', '', at('合计', at('总分', '98.5')), ''],
      ],
    ),
  cases: [
    {
      name: 'right',
      finds: [],
      items: { 预算执行率: 'confirmed', 支付进度率: 'confirmed', 在职人员控制率: 'confirmed' },
    },
    {
      name: 'the whole department’s rate counts, not that of a project or last year',
      given: { 执行率: '94.50%' },
      finds: ['error score/rescored 20→16'],
    },
    {
      name: 'above the standard costs as much',
      given: { 进度: '103%', 支付: '10', 总分: '99.5' },
      finds: [
        'error score/rescored 10→8.5',
        'warning score/contradicts-narrative 10→null',
        'warning score/contradicts-narrative 20→null',
      ],
    },
    {
      // 82 ÷ 80 = 102.5%: two, three or two and a half steps of one mark.
      name: 'a share of the weight for every step',
      given: { 在职: '82' },
      finds: ['error score/rescored 10→7或8（按比例7.5）'],
    },
    {
      name: 'the same scored pro rata',
      given: { 在职: '82', 人员: '7.5', 总分: '96' },
      finds: ['warning score/unexplained-deduction 7.5→null'],
    },
    {
      name: 'grade and score of another band',
      given: { 总分: '88.5', 合计: '98.5' },
      finds: ['error grade/vs-score 优→良', 'error score/narrative-vs-table 88.5→98.5'],
    },
  ],
};

/** Scores merged over several rows, weights of the rows printed, groups named twice. */
export const FUJIAN: Layout = {
  name: '福建：得分合并填写，各行分值分列，组名重复',
  document: (at) =>
    sketch(
      '2023年度闽山区民政局部门整体支出绩效自评报告',
      '一、综合评价',
      `绩效自评得分${at('总分', '95')}分，评价结果为“优秀”。满意度为${at('满意度', '92%')}。`,
      '二、存在问题',
      '养老服务设施建设滞后。',
      [
        ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
        [
          tall('过程', 2),
          tall('管理', 2),
          '制度健全性',
          '5',
          '健全得5分，否则不得分。',
          tall(at('管理', '10'), 2),
        ],
        ['制度执行', '5', '发现1处问题扣1分，扣完为止。'],
        [tall('产出', 2), tall('数量', 2), '床位建设', '30', '按完成率计分。', '25'],
        ['补贴发放', '20', '按完成率计分。', '20'],
        [tall('效果', 2), '管理', '长效机制', '20', '酌情评分。', '20'],
        ['满意度', '对象满意度', '20', '≥90%得20分，每低1%扣2分，扣完为止。', at('满意', '20')],
        [wide('合计', 3), '100', '', at('合计', at('总分', '95'))],
      ],
    ),
  cases: [
    {
      // 补贴发放 20 and 床位建设 25: full marks without the rate are worth a notice.
      name: 'right',
      finds: ['notice score/unsupported 20→null'],
      items: { 对象满意度: 'confirmed' },
    },
    {
      name: 'a merged score is counted once',
      given: { 合计: '105', 总分: '105' },
      finds: [
        'error score/total-vs-items 105→95',
        'notice score/narrative-vs-table 105→null',
        'notice score/unsupported 20→null',
      ],
    },
    {
      name: 'more than both rows together',
      given: { 管理: '12', 总分: '97' },
      finds: ['error score/above-weight 12→≤10', 'notice score/unsupported 20→null'],
    },
    {
      name: 'satisfaction below the threshold',
      given: { 满意度: '88%' },
      finds: ['error score/rescored 20→16', 'notice score/unsupported 20→null'],
    },
  ],
};

/** A department's form: execution by bands told in the remarks, goals with results in units of every kind. */
export const QINGHAI: Layout = {
  name: '青海：备注规定执行率分档，时间指标，成本指标反向',
  document: (at) =>
    sketch(
      '项目支出绩效自评表',
      '（2023年度）',
      [
        [wide('项目名称', 2), wide('草原监测', 6)],
        [tall('资金（万元）', 2), '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
        ['总额', '100.00', '100.00', '93.00', '10', '93.00%', at('执行', '10')],
        ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分', '偏差原因'],
        [
          tall('产出', 4),
          '数量',
          '监测点',
          '≥50个',
          at('点', '50个'),
          '20',
          at('点分', '20'),
          at('点因', ''),
        ],
        ['质量', '数据准确率', '≥95%', '96%', '10', '10', ''],
        ['时效', '完成时间', '12月底前', '11月', '10', '10', ''],
        ['成本', '单点成本', '≤1.5万元', at('成本', '1.4万元'), '10', at('成本分', '10'), ''],
        ['效益', '生态', '草原盖度', '提高', '提高', '30', '30', ''],
        ['满意度', '满意度', '牧民满意度', '≥90%', '90%', '10', '10', ''],
        [wide('总分', 5), '100', at('总分', '100'), ''],
      ],
      at(
        '备注',
        '备注：预算执行率达到90%以上得满分，80%—90%得8分，80%以下得5分。未完成的数量指标按完成比例计分。',
      ),
      at('正文', '填报完毕。'),
    ),
  cases: [
    { name: 'right by the bands of the remarks', finds: [] },
    {
      name: 'right by bands told in the text',
      given: { 备注: '注：未完成的数量指标按完成比例计分。', 正文: '预算执行率达到90%以上的得满分。' },
      finds: [],
    },
    {
      name: 'without bands the rate decides',
      given: { 备注: '注：未完成的数量指标按完成比例计分。', 正文: '预算执行率目标为90%以上。' },
      finds: ['error score/rescored 10→9.3'],
    },
    {
      // 45 ÷ 50 × 20 = 18.
      name: 'a missed number in proportion',
      given: { 点: '45个', 点分: '18', 点因: '2个点位受灾', 总分: '98' },
      finds: [],
      items: { 监测点: 'confirmed' },
    },
    {
      name: 'a missed number with another score',
      given: { 点: '45个', 点分: '19', 点因: '2个点位受灾', 总分: '99' },
      finds: ['error score/rescored 19→18'],
    },
  ],
};

/** Weights are shares of one, scores out of a hundred each. */
export const TIANJIN: Layout = {
  name: '天津：每项按百分制打分，权重为百分比，加权得总分',
  document: (at) =>
    sketch(
      '2023年度津港区档案馆部门整体支出绩效自评报告',
      '一、结论',
      `自评得分${at('总分', '94')}分，等级为优。`,
      '二、存在问题',
      '数字化率不高。',
      [
        ['一级指标', '二级指标', '权重', '评分标准', '得分'],
        ['投入', '预算编制', '20%', '酌情打分。', '100'],
        ['过程', '预算执行', '20%', '酌情打分。', '95'],
        ['产出', '数字化', '40%', '酌情打分。', '90'],
        ['效果', '利用人次', '20%', '酌情打分。', '95'],
        [wide('加权总分', 2), '100%', '', at('总分', '94')],
      ],
    ),
  cases: [{ name: 'right: 20 + 19 + 36 + 19', finds: [] }],
};

/** Full marks are awarded in words, the table is split into two with a heading between, three totals differ. */
export const HEILONGJIANG: Layout = {
  name: '黑龙江：多表分级，三个总分互不相同',
  document: (at) =>
    sketch(
      '2023年度龙江县司法局部门整体支出绩效自评报告',
      '五、综合评价结果',
      `经综合评价，2023年度部门整体支出绩效评价得分${at('正文', '97')}分，评价结果为“优”。`,
      '六、存在问题',
      '法治宣传覆盖不足。',
      [
        ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评分标准', '得分'],
        [
          tall('投入', 2),
          tall('30', 2),
          tall('预算', 2),
          tall('30', 2),
          '编制',
          '10',
          '科学合理得10分，基本合理得6分，不合理得0分。',
          at('编制', '10'),
        ],
        ['执行', '20', '视情况得分。', '20'],
        [tall('产出', 2), tall('70', 2), '数量', '40', '宣传场次', '40', '视情况得分。', at('宣传', '36')],
        ['质量', '30', '办案质量', '30', '视情况得分。', '30'],
        ['合计', '100', '', '', '', '', '', at('合计', '100')],
      ],
    ),
  cases: [
    {
      name: 'narrative 97, 合计 100, rows 96',
      finds: ['error score/narrative-vs-table 97→null', 'error score/total-vs-items 100→96'],
    },
    { name: 'right', given: { 正文: '96', 合计: '96' }, finds: [] },
    {
      name: 'between the levels',
      given: { 编制: '8', 正文: '94', 合计: '94' },
      finds: ['error score/unattainable 8→0、6、10'],
    },
  ],
};
