import { type Layout, sketch, tall, wide } from './kit.ts';

/** Bonus and penalty rows beside a base of one hundred. */
export const HENAN: Layout = {
  name: '河南：加分项、减分项在100分之外',
  document: (at) =>
    sketch(
      '2023年度洛川区审计局部门整体支出绩效自评报告',
      '一、自评结论',
      `2023年度部门整体支出绩效自评得分${at('总分', '97')}分，评价结果为“优”。`,
      '二、存在问题',
      '审计项目完成不够及时。因迟报一次扣减1分。',
      [
        ['指标', '分值', '得分', '说明'],
        ['目标管理', '20', '20', ''],
        ['预算管理', '30', '30', ''],
        ['审计项目完成', '50', at('完成', '46'), '两个项目延期'],
        ['加分项', '5', at('加分', '2'), '获省级表彰1次'],
        ['减分项', '-5', at('减分', '-1'), '迟报1次'],
        ['合计', '100', at('合计', at('总分', '97')), ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: '合计 is wrong',
      given: { 合计: '98' },
      finds: ['error score/total-vs-items 98→97', 'notice score/narrative-vs-table 97→null'],
    },
    { name: 'nothing added, nothing taken', given: { 加分: '0', 减分: '0', 总分: '96' }, finds: [] },
    { name: 'dashes', given: { 加分: '—', 减分: '—', 总分: '96' }, finds: [] },
    {
      name: 'more than the bonus allows',
      given: { 加分: '6', 总分: '101' },
      finds: ['error score/above-weight 6→≤5'],
    },
  ],
};

/** Two rows share one weight: a unit is scored by one or the other. */
export const HUBEI: Layout = {
  name: '湖北：二者择一，标准分、实得分',
  document: (at) =>
    sketch(
      '2023年度荆口县供销合作社联合社整体绩效自评报告',
      '一、自评结果',
      `2023年度整体绩效自评得分${at('总分', '97')}分，自评等级优。`,
      '二、存在问题',
      '管理制度执行不到位。',
      [
        ['评价内容', '评价指标', '标准分', '计分标准', '实得分', '备注'],
        [tall('管理', 2), '管理制度', '30', '制度健全20分，执行有效10分。', at('制度', '30'), ''],
        ['资产管理', '20', '账实相符得20分，否则不得分。', '20', ''],
        [
          tall('履职（二者择一）', 2),
          '有项目的单位：项目完成情况',
          tall('30', 2),
          '按完成情况打分。',
          at('有项目', '27'),
          '一个项目延期',
        ],
        ['无项目的单位：工作完成情况', '按完成情况打分。', at('无项目', '/'), ''],
        ['效果', '社员满意度', '20', '满意度≥90%得20分，80%-90%（不含）得15分，低于80%得0分。', '20', ''],
        [wide('总计', 2), '100', '', at('合计', at('总分', '97')), ''],
      ],
    ),
  cases: [
    {
      name: 'right; the satisfaction is not in the text',
      finds: ['notice score/unsupported 20→null'],
    },
    {
      name: '合计 is wrong',
      given: { 合计: '99' },
      finds: [
        'error score/total-vs-items 99→97',
        'notice score/narrative-vs-table 97→null',
        'notice score/unsupported 20→null',
      ],
    },
    {
      name: 'a part of one of the points',
      given: { 制度: '25', 总分: '92' },
      finds: ['notice score/unsupported 20→null', 'warning score/unexplained-deduction 25→null'],
    },
  ],
};

/** Rows that do not apply are left out and the rest is scaled to a hundred. */
export const SHANXI: Layout = {
  name: '陕西：不适用指标，其余按百分制折算',
  document: (at) =>
    sketch(
      '2022年度秦安县档案局部门整体支出绩效自评报告',
      '一、自评结果',
      `2022年度部门整体支出绩效自评得分${at('总分', '94.44')}分，评价等级为“优”。`,
      '二、存在问题',
      '档案数字化进度滞后。',
      [
        ['一级指标', '二级指标', '分值', '得分', '扣分原因'],
        [tall('投入', 2), '预算编制', '20', '20', ''],
        ['政府采购执行', '10', at('不适用', '不适用'), '本年无政府采购'],
        [tall('产出', 2), '档案数字化', '40', '35', '进度滞后'],
        ['档案接收', '30', '30', ''],
        [wide('合计', 2), '100', at('合计', at('总分', '94.44')), ''],
      ],
      '注：不适用的指标不考核，以适用指标得分合计按百分制折算。',
    ),
  cases: [
    {
      // 85 ÷ 90 × 100 = 94.44.
      name: 'right',
      finds: ['notice score/missing null→null'],
    },
    {
      name: '合计 is neither the sum nor the scaled sum',
      given: { 合计: '96' },
      finds: [
        'error score/total-vs-items 96→94.44',
        'notice score/missing null→null',
        'notice score/narrative-vs-table 94.44→null',
      ],
    },
    {
      name: 'the sum before scaling',
      given: { 总分: '85' },
      finds: ['error grade/vs-score 优→良', 'notice score/missing null→null'],
    },
  ],
};

/** Points in brackets behind each item, and amounts and dates as limits. */
export const GUIZHOU: Layout = {
  name: '贵州：括号计分、时间和金额为界',
  document: (at) =>
    sketch(
      '黔岭县民政局2023年度部门整体支出绩效自评报告',
      '一、自评结果',
      `2023年度部门整体支出绩效自评得分${at('总分', '92')}分，自评等级为优。`,
      '二、收支情况',
      '年末结余资金23.50万元。项目入库于2023年8月10日完成。',
      '三、存在问题',
      '结余资金偏多，项目入库推迟，制度建设不完善。',
      [
        ['一级指标', '二级指标', '分值', '计分方法', '自评得分', '扣分原因'],
        [
          tall('管理', 4),
          '制度建设',
          '10',
          at('制度规则', '①制度健全（4分）；②制度合规（3分）；③执行有效（3分）。'),
          at('制度', '7'),
          '采购制度缺失',
        ],
        [
          '结余资金',
          '10',
          '结余资金10万元（含）以内得10分，10万元至50万元（含）得6分，超过50万元得0分。',
          at('结余', '6'),
          '尾款未付',
        ],
        [
          '项目入库及时性',
          '10',
          '2023年6月30日前完成得10分，每推迟1个月扣1分，扣完为止。',
          at('入库', '9'),
          '8月完成',
        ],
        ['违规问题', '10', '审计、巡察发现违规问题，每个扣2.5分，扣完为止。', at('违规', '10'), ''],
        ['产出', '低保发放', '40', '按发放情况评分。', '40', ''],
        ['效益', '社会稳定', '20', '酌情评分。', '20', ''],
        [wide('合计', 2), '100', '', at('合计', at('总分', '92')), ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'a part of one of the points',
      given: { 制度: '8', 总分: '93' },
      finds: [],
    },
    {
      name: 'no band of amounts gives 8',
      given: { 结余: '8', 总分: '94' },
      finds: ['error score/unattainable 8→0、6、10'],
    },
    {
      name: 'two and a half for each case',
      given: { 违规: '9', 总分: '91' },
      finds: ['error score/unattainable 9→0、2.5、5、7.5、10', 'warning score/unexplained-deduction 9→null'],
    },
    {
      name: 'points that do not add up to the weight',
      given: { 制度规则: '①制度健全（4分）；②制度合规（4分）；③执行有效（4分）。', 制度: '8', 总分: '93' },
      finds: ['warning rubric/inconsistent null→null'],
    },
  ],
};

/** Lost marks stand beside the marks earned. */
export const ANHUI: Layout = {
  name: '安徽：满分、扣分、得分三列，小计行，级次带编号',
  document: (at) =>
    sketch(
      '2023年度皖丘区科学技术局部门整体支出绩效自评报告',
      '一、评价结论',
      `2023年度部门整体支出绩效自评得分${at('总分', '95')}分，结果为“优”。`,
      [
        ['序号', '指标内容', '满分', '评分办法', '扣分', '得分', '扣分理由'],
        [wide('一、预算管理（40分）', 7)],
        ['1', '预算编制', '20', '编制规范得20分，每发现1处问题扣1分。', '2', at('编制', '18'), '两处漏项'],
        ['2', '预算执行', '20', '按执行进度打分。', '', '20', ''],
        ['', '小计', '40', '', '2', at('小计一', '38'), ''],
        [wide('二、履职绩效（60分）', 7)],
        ['3', '科技项目管理', '30', '酌情打分。', '3', '27', '验收偏迟'],
        ['4', '科普活动', '30', '酌情打分。', '', '30', ''],
        ['', '小计', '60', '', '3', at('小计二', '57'), ''],
        ['', '总计', '100', '', '5', at('合计', at('总分', '95')), ''],
      ],
    ),
  cases: [
    { name: 'right; the rate of 预算执行 is not in the text', finds: ['notice score/unsupported 20→null'] },
    {
      name: '小计 is wrong',
      given: { 小计二: '58' },
      finds: ['error score/total-vs-items 58→57', 'notice score/unsupported 20→null'],
    },
    {
      name: '合计 is wrong',
      given: { 合计: '96' },
      finds: [
        'error score/total-vs-items 96→95',
        'notice score/narrative-vs-table 95→null',
        'notice score/unsupported 20→null',
      ],
    },
  ],
};

/** A form whose remarks say how rows are scored. */
export const SICHUAN: Layout = {
  name: '四川：项目自评表，备注写明计分办法，产出质量时效成本各带三级',
  document: (at) =>
    sketch(
      '2024年度项目支出绩效自评表',
      [
        [wide('项目名称', 2), wide('农村厕所改造', 6)],
        [wide('主管部门', 2), wide('青禾县乡村振兴局', 6)],
        [
          tall('预算执行情况（万元）', 2),
          '',
          '年初预算（A）',
          '全年预算（B）',
          '全年执行（C）',
          '分值（10分）',
          '执行率（C/B）',
          '得分',
        ],
        [
          '年度资金总额',
          '300.00',
          '320.00',
          at('执行数', '304.00'),
          '10',
          at('执行率', '95%'),
          at('执行', '9.5'),
        ],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
        [
          tall('产出指标（50分）', 4),
          '数量指标',
          '改造户数',
          '≥400户',
          at('户数', '380户'),
          '20',
          at('户数分', '19'),
          '部分农户外出',
        ],
        ['质量指标', '验收合格率', '≥98%', '99%', '10', '10', ''],
        ['时效指标', '完工时间', '2024年11月底前', '2024年10月', '10', '10', ''],
        ['成本指标', '户均成本', '≤8000元', at('成本', '7600元'), '10', at('成本分', '10'), ''],
        [tall('效益指标（30分）', 2), '生态效益指标', '污水直排减少', '明显减少', '明显减少', '15', '15', ''],
        ['社会效益指标', '人居环境改善', '有效改善', '基本改善', '15', at('定性', '12'), '管护不足'],
        ['满意度指标（10分）', '服务对象满意度', '农户满意度', '≥90%', '93%', '10', '10', ''],
        [wide('总分', 5), '100', at('合计', '95.5'), ''],
      ],
      '注：1.定量指标：达到目标值的得满分，未达到的按实际完成值占目标值的比例计分。2.定性指标：达成预期指标得分值的100%—80%（含），部分达成得80%—60%（含），未达成得60%—0%。',
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'the execution row',
      given: { 执行: '9.8', 合计: '95.8' },
      finds: ['error score/rescored 9.8→9.5'],
    },
    {
      // 380 ÷ 400 × 20 = 19.
      name: 'a goal missed and scored in full',
      given: { 户数分: '20', 合计: '96.5' },
      finds: ['error score/rescored 20→19'],
    },
    {
      name: 'a row in words may have any score of its part',
      given: { 定性: '9', 合计: '92.5' },
      finds: [],
    },
  ],
};

/** The table is broken off and carried on under its repeated header; a caption and a unit line stand above. */
export const GUANGXI: Layout = {
  name: '广西：续表，表头重复，表题行和单位行在表内，共用分值',
  document: (at) =>
    sketch(
      '2023年度邕南区总工会部门整体支出绩效自评报告',
      '一、评价结果',
      `2023年度部门整体支出绩效评价得分${at('总分', '98')}分，评价结果为“优”。`,
      '二、存在问题',
      '职工活动质量不高。',
      '附件：部门整体支出绩效评价指标表',
      [
        [wide('部门整体支出绩效评价指标表', 5)],
        [wide('填报单位：邕南区总工会', 5)],
        ['一级指标', '二级指标', '分值', '评价标准', '评分'],
        [tall('过程', 2), '预算执行', '20', '按执行情况酌情评分。', '20'],
        ['资产管理', '20', '①账实相符，计10分；②处置规范，计10分。', '20'],
      ],
      '续表',
      [
        ['一级指标', '二级指标', '分值', '评价标准', '评分'],
        [tall('产出', 3), '活动数量', tall('40', 3), tall('按完成情况酌情评分。', 3), '14'],
        ['活动质量', at('质量', '12')],
        ['活动时效', '12'],
        ['效益', '职工受益', '20', '酌情评分。', '20'],
        [wide('合计', 2), '100', '', at('合计', at('总分', '98'))],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: '合计 is wrong',
      given: { 合计: '97' },
      finds: ['error score/total-vs-items 97→98', 'notice score/narrative-vs-table 98→null'],
    },
    {
      name: 'more than the shared weight',
      given: { 质量: '15', 总分: '101' },
      finds: ['error score/above-weight 41→≤40'],
    },
  ],
};

/** A table for the department and one for a project in the same report: two totals, one claim. */
export const CHONGQING: Layout = {
  name: '重庆：同一报告中部门评分表与项目评分表各一张',
  document: (at) =>
    sketch(
      '2023年度渝江区文物管理所部门整体支出绩效自评报告',
      '一、综合评价结论',
      `我所2023年度部门整体支出绩效自评综合得分${at('总分', '96')}分，等级为优。`,
      '二、存在问题',
      '文物修缮进度滞后，展览更新不足。',
      '附表1 部门整体支出绩效自评表',
      [
        ['一级指标', '二级指标', '分值', '得分', '扣分原因'],
        ['投入', '预算编制', '30', '30', ''],
        ['产出', '文物修缮', '40', '36', '进度滞后'],
        ['效果', '社会影响', '30', '30', ''],
        [wide('合计', 2), '100', at('合计', at('总分', '96')), ''],
      ],
      '附表2 文物展览项目支出绩效自评表',
      [
        ['一级指标', '二级指标', '分值', '得分', '扣分原因'],
        ['决策', '立项依据', '20', '20', ''],
        ['产出', '展览场次', '50', '42', '展览更新不足'],
        ['效果', '观众人次', '30', '26', '展览更新不足'],
        [wide('合计', 2), '100', at('项目合计', '88'), ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'the claim is that of neither',
      given: { 总分: '97', 合计: '96' },
      finds: ['error score/narrative-vs-table 97→96'],
    },
    {
      name: 'the project’s total is wrong',
      given: { 项目合计: '90' },
      finds: ['error score/total-vs-items 90→88'],
    },
  ],
};

/** Bands with a hole in them; the grade is not that of the rows. */
export const JIANGXI: Layout = {
  name: '江西：评分标准自身有空档，等级与评分表不符',
  document: (at) =>
    sketch(
      '2023年度赣源县图书馆单位整体支出绩效自评报告',
      '一、自评结论',
      `经自评，得分${at('总分', '91')}分，等级“优”。`,
      '二、存在问题',
      '借阅量下降，读者活动不足。',
      [
        ['一级指标', '二级指标', '权重分', '评分依据', '自评分', '失分原因'],
        [
          '过程',
          '预算执行率',
          '20',
          at('执行规则', '≥95%得20分；85%（含）-95%得15分；＜85%得0分。'),
          '15',
          '年底集中支付',
        ],
        ['产出', '读者活动场次', '40', '视情况给分。', at('活动', '36'), '活动不足'],
        ['效益', '借阅量', '40', '视情况给分。', '40', ''],
        [wide('合　计', 2), '100', '', at('合计', at('总分', '91')), ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'nothing is said of 85% to 90%',
      given: { 执行规则: '≥95%得20分；90%（含）-95%得15分；＜85%得0分。' },
      finds: ['warning rubric/inconsistent null→null'],
    },
    {
      // The rows add up to 87: the text and 合计 say 91.
      name: 'the grade is not that of the rows',
      given: { 活动: '32' },
      finds: [
        'error grade/vs-verified 优→良',
        'error score/total-vs-items 91→87',
        'notice score/narrative-vs-table 91→null',
      ],
    },
  ],
};

/** Label and value cells instead of a header. */
export const YUEYANG: Layout = {
  name: '岳阳：标签与内容相邻的表格，自评得分在单元格里',
  document: (at) =>
    sketch(
      '2022年度部门整体支出绩效自评报告',
      [
        ['部门（单位）名称', wide('云溪湖区商务局', 3)],
        ['年度预算申请（万元）', '500.00', '全年执行数', '480.00'],
        ['自评总分', at('总分', '96'), '自评等级', at('等级', '优')],
        ['主要问题', wide('招商引资实绩未达预期。', 3)],
      ],
      [
        ['一级指标', '二级指标', '分值', '评分标准', '自评得分'],
        ['投入（20分）', '预算配置', '20', '酌情评分。', '20'],
        [tall('产出（50分）', 2), '招商引资', '30', '酌情评分。', at('招商', '26')],
        ['消费促进', '20', '酌情评分。', '20'],
        ['效果（30分）', '外贸增长', '30', '酌情评分。', '30'],
        [wide('合计', 2), '100', '', at('合计', '96')],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'the cell has another score',
      given: { 总分: '98' },
      finds: ['error score/narrative-vs-table 98→96'],
    },
    { name: 'the cell has another grade', given: { 等级: '良' }, finds: ['error grade/vs-score 良→优'] },
  ],
};
