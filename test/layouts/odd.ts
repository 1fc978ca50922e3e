import { type Layout, sketch, tall, wide } from './kit.ts';

/** Weights stand in the names only, no total row; scores are added up by the reader. */
export const HAINAN: Layout = {
  name: '海南：分值只在指标名称里，没有合计行',
  document: (at) =>
    sketch(
      '2023年度琼山区水务局部门整体支出绩效自评报告',
      '一、结论',
      `自评得分${at('总分', '96')}分，自评等级“优”。`,
      '二、存在问题',
      '供水工程进度滞后。',
      [
        ['一级指标', '二级指标', '评分标准', '自评得分'],
        [tall('投入（20分）', 2), '预算编制（10分）', '酌情打分。', '10'],
        ['绩效目标（10分）', '酌情打分。', '10'],
        [tall('产出（50分）', 2), '供水工程（30分）', '酌情打分。', at('供水', '26')],
        ['河道治理（20分）', '酌情打分。', '20'],
        ['效果（30分）', '群众受益（30分）', '酌情打分。', '30'],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'the text has another score',
      given: { 总分: '98' },
      finds: ['error score/narrative-vs-table 98→96'],
    },
    {
      name: 'above the weight in the name',
      given: { 供水: '31', 总分: '101' },
      finds: ['error score/above-weight 31→≤30'],
    },
  ],
};

/** Two score columns under one heading; the total's label holds its number. */
export const XINJIANG: Layout = {
  name: '新疆：“得分”下分自评、审核两列，总分写在标签里',
  document: (at) =>
    sketch(
      '2023年度天山区信访局部门整体支出绩效自评报告',
      '一、自评结论',
      `自评得分${at('总分', '95')}分，等级为优。`,
      '二、存在问题',
      '矛盾化解率偏低。',
      [
        [tall('一级指标', 2), tall('二级指标', 2), tall('分值', 2), tall('评分标准', 2), wide('得分', 2)],
        ['自评', '审核'],
        ['管理', '制度建设', '30', '酌情打分。', '30', '28'],
        ['产出', '矛盾化解', '40', '酌情打分。', '35', '33'],
        ['效果', '社会稳定', '30', '酌情打分。', '30', '30'],
        [wide(`总分：100分`, 3), '', at('合计', at('总分', '95')), at('审核', '91')],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: '合计 of the unit’s own scores is wrong',
      given: { 合计: '96' },
      finds: ['error score/total-vs-items 96→95', 'notice score/narrative-vs-table 95→null'],
    },
    {
      name: '合计 of the reviewers’ scores is wrong',
      given: { 审核: '95' },
      finds: ['error score/total-vs-items 95→91'],
    },
  ],
};

/** A row for each group with its weight and subtotal, the indicators below it. */
export const BEIJING: Layout = {
  name: '北京：大类单独成行，行内印大类分值和得分，执行率为一行指标',
  document: (at) =>
    sketch(
      '2023年度燕东区园林绿化局部门整体绩效自评报告',
      '一、自评结论',
      `2023年度部门整体绩效自评得分${at('总分', '95.65')}分，评价等级为“优”。全年预算数2000.00万元，全年执行数1930.00万元，执行率96.5%。`,
      '二、存在问题',
      '预算执行率、绿地养护质量有待提高。',
      [
        ['序号', '一级指标', '二级指标', '分值', '得分', '评分说明'],
        ['一', '预算执行', '', '10', at('执行类', '9.65'), ''],
        ['1', '', '预算执行率', '10', at('执行', '9.65'), '得分=预算执行率×10'],
        ['二', '产出', '', '60', at('产出类', '56'), ''],
        ['2', '', '绿化面积', '30', '30', ''],
        ['3', '', '养护质量', '30', '26', '抽查扣分'],
        ['三', '效益', '', '30', '30', ''],
        ['4', '', '生态效益', '30', '30', ''],
        ['', '合计', '', '100', at('合计', at('总分', '95.65')), ''],
      ],
    ),
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'a subtotal is wrong',
      given: { 产出类: '57' },
      finds: ['error score/total-vs-items 57→56'],
    },
    {
      name: 'text, total and rows differ',
      given: { 总分: '97', 合计: '98' },
      finds: ['error score/narrative-vs-table 97→null', 'error score/total-vs-items 98→95.65'],
    },
  ],
};

/** Indicators one below another without groups; half-width and full-width digits; a score told with its full mark. */
export const HUNAN: Layout = {
  name: '湖南：无分级单列指标，全角数字，多种计分动词',
  document: (at) =>
    sketch(
      '２０２３年度永平县医疗保障局部门整体支出绩效自评报告',
      '一、基本情况',
      `编制数４５名，２０２３年末在职人员${at('在职', '４５')}人。`,
      `全年政府采购预算100.00万元，实际政府采购金额${at('采购', '97.00')}万元。`,
      `固定资产利用率为${at('资产', '98%')}。`,
      '二、评价结果',
      `绩效自评得分${at('总分', '９６．４')}分，评定等级为“优”。`,
      '三、存在的问题',
      '政府采购执行率、固定资产利用率未达标。',
      [
        ['指标名称', '满分', '计分规则', '实得分'],
        ['在职人员控制率', '5', '控制率未突破100%记5分，每突破1个百分点减0.5分，减完止。', at('人员', '5')],
        ['政府采购执行率', '5', '执行率=100%给5分；每低于1个百分点扣0.5分，扣完为止。', at('采购分', '3.5')],
        ['固定资产利用率', '2', '利用率达到100%计2分，每少1%扣0.05分，扣光为止。', at('资产分', '1.9')],
        ['基金监管', '40', '酌情打分。', '40'],
        ['参保服务', '48', '酌情打分。', '46'],
        ['合计', '100', '', at('合计', '96.4')],
      ],
    ),
  cases: [
    {
      name: 'right',
      finds: [],
      items: { 在职人员控制率: 'confirmed', 政府采购执行率: 'confirmed', 固定资产利用率: 'confirmed' },
    },
    {
      name: 'purchases three points short',
      given: { 采购分: '5', 总分: '97.9', 合计: '97.9' },
      finds: ['error score/rescored 5→3或3.5或4', 'warning score/contradicts-narrative 5→null'],
    },
    {
      // 46 ÷ 45 = 102.22%: two whole steps, three started ones, 2.22 pro rata.
      name: 'one too many',
      given: { 在职: '46' },
      finds: ['error score/rescored 5→3.5或4（按比例3.89）'],
    },
    {
      name: 'a tenth of a mark more than the steps give',
      given: { 资产分: '2', 总分: '96.5', 合计: '96.5' },
      finds: ['error score/rescored 2→1.9', 'warning score/contradicts-narrative 2→null'],
    },
  ],
};

/** A form of a department with target and result, rules in a column of their own, satisfaction as a count of forms. */
export const NINGXIA: Layout = {
  name: '宁夏：目标值、完成值与评分标准并列，完成率按目标折算',
  document: (at) =>
    sketch(
      '2023年度贺南县教育体育局部门整体支出绩效自评报告',
      '一、自评结论',
      `自评得分${at('总分', '97')}分，自评等级为优。`,
      '二、存在问题',
      '教师培训未完成计划。',
      [
        ['一级指标', '三级指标', '目标值', '完成值', '分值', '评分标准', '得分', '原因分析'],
        [
          tall('产出', 3),
          '教师培训人次',
          '500人次',
          at('培训', '450人次'),
          '30',
          '完成率≥100%得满分，低于100%的按完成率×分值计分。',
          at('培训分', '27'),
          '一期延至次年',
        ],
        [
          '校舍改造面积',
          '≥8000平方米',
          '8200平方米',
          '20',
          '达到目标值得满分，否则按完成比例得分。',
          '20',
          '',
        ],
        [
          '工程验收合格率',
          '100%',
          at('验收', '100%'),
          '20',
          '合格率100%得20分，每降低1个百分点扣1分，扣完为止。',
          at('验收分', '20'),
          at('验收因', ''),
        ],
        [
          '效益',
          '家长满意度',
          '≥90%',
          at('满意度', '92%'),
          '30',
          '满意度≥90%得30分，85%（含）-90%得25分，85%以下得15分。',
          at('满意', '30'),
          '',
        ],
        [wide('合计', 2), '', '', '100', '', at('合计', at('总分', '97')), ''],
      ],
    ),
  cases: [
    {
      name: 'right',
      finds: [],
      items: { 教师培训人次: 'confirmed', 工程验收合格率: 'confirmed', 家长满意度: 'confirmed' },
    },
    {
      name: '450 of 500 is 27 of 30',
      given: { 培训分: '30', 总分: '100' },
      finds: ['error score/rescored 30→27'],
    },
    {
      name: 'the second band',
      given: { 满意度: '88%' },
      finds: ['error score/rescored 30→25'],
    },
    {
      name: 'two points below all',
      given: { 验收: '98%', 验收分: '18', 验收因: '两项返工', 总分: '95' },
      finds: [],
      items: { 工程验收合格率: 'confirmed' },
    },
    {
      name: 'two points below all, one mark lost',
      given: { 验收: '98%', 验收分: '19', 验收因: '两项返工', 总分: '96' },
      finds: ['error score/rescored 19→18'],
    },
  ],
};

/** Full marks for an optional indicator, a bracketed note behind the scores, 分值 as a range. */
export const GUANGDONG_PROJECT: Layout = {
  name: '广东：多个项目一张汇总表，每行一个项目得分',
  document: (at) =>
    sketch(
      '2023年度梅湖市统计局部门整体支出绩效自评报告',
      '一、自评结论',
      `部门整体支出绩效自评得分${at('总分', '95')}分，评定为“优”。`,
      '二、存在问题',
      '普查进度滞后。',
      '附表1：部门整体支出绩效自评表',
      [
        ['一级指标', '二级指标', '分值', '得分'],
        ['投入', '预算编制', '40', '40'],
        ['产出', '普查', '60', '55'],
        [wide('合计', 2), '100', at('合计', at('总分', '95'))],
      ],
      '附表2：项目支出绩效自评情况汇总表',
      [
        ['序号', '项目名称', '预算数（万元）', '执行数（万元）', '执行率', '自评得分', '等级'],
        ['1', '经济普查', '100.00', '96.00', '96%', '92', '优'],
        ['2', '住户调查', '50.00', '50.00', '100%', '98', '优'],
        ['3', '统计执法', '20.00', '18.00', '90%', '88', '良'],
      ],
    ),
  cases: [
    { name: 'right: the list of projects is no scoring table', finds: [] },
    {
      name: 'the text has another score',
      given: { 总分: '97', 合计: '95' },
      finds: ['error score/narrative-vs-table 97→95'],
    },
  ],
};
