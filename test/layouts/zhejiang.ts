import { type Layout, sketch, tall, wide } from './kit.ts';

/** Scores before weights, a second score column of the reviewers, weights of groups in names, 计分方法 last. */
export const ZHEJIANG: Layout = {
  name: '浙江：自评得分与复评得分在分值之前，扣分说明，计分方法',
  document: (at) =>
    sketch(
      '桐溪区文化馆2023年度单位整体支出绩效自评报告',
      '一、单位概况',
      `2023年全年预算860.00万元，全年支出${at('支出', '791.20')}万元。政府采购预算40.00万元，实际政府采购金额40.00万元。`,
      '全年开展公共文化活动126场，培训及时率100%。',
      `经调查，群众知晓率${at('知晓率', '80.6%')}，群众满意度94.2%。`,
      '二、自评结果',
      `经自评，2023年度单位整体支出绩效得分${at('总分', '96.5')}分，等级为优。`,
      '三、主要问题',
      '项目进度偏慢，预算执行率有待提高；宣传不够，群众知晓率不高。',
      [
        ['序号', '一级指标', '二级指标', '自评得分', '复评得分', '分值', '扣分说明', '计分方法'],
        [
          '1',
          tall('决策（15分）', 2),
          '绩效目标',
          '10',
          at('复评', ''),
          '10',
          '',
          '目标设定科学得5分；指标明确得5分。',
        ],
        ['2', '资金分配', '5', '', '5', '', '分配办法健全、过程规范的得5分，否则不得分。'],
        [
          '3',
          tall('过程（25分）', 3),
          '预算执行率',
          at('执行', '8.5'),
          '',
          '10',
          at('执行说明', '部分项目跨年'),
          '预算执行率达到95%（含）以上得10分，每低于1个百分点扣0.5分，低于80%不得分。',
        ],
        ['4', '政府采购执行率', '5', '', '5', '', '执行率100%得5分，每低1%扣0.25分，扣完为止。'],
        ['5', '资金使用合规性', '10', '', '10', '', '发现一处不合规扣2分，扣完为止。'],
        [
          '6',
          tall('产出（35分）', 2),
          '公共文化活动场次',
          '20',
          '',
          '20',
          '',
          '完成全年120场得20分，每少1场扣0.5分。',
        ],
        ['7', '培训及时率', '15', '', '15', '', '及时率100%得15分，每下降1个百分点扣1分，扣完为止。'],
        [
          '8',
          tall('效益（25分）', 2),
          '群众知晓率',
          at('知晓', '13'),
          '',
          '15',
          '宣传不够',
          '知晓率≥85%，得15分；75%≤知晓率＜85%，得13分；知晓率＜75%，得8分。',
        ],
        ['9', '群众满意度', '10', '', '10', '', '满意度≥90%得10分，每降低1个百分点扣1分，扣完为止。'],
        [wide('合计', 3), at('合计', at('总分', '96.5')), '', '100', '', ''],
      ],
    ),
  cases: [
    {
      name: 'right',
      finds: [],
      items: {
        预算执行率: 'confirmed',
        政府采购执行率: 'confirmed',
        培训及时率: 'confirmed',
        群众知晓率: 'confirmed',
        群众满意度: 'confirmed',
      },
    },
    {
      // 791.20 ÷ 860.00 may lie on either side of 92%: two, three or four steps.
      name: '92% is about three points below 95%',
      given: { 执行: '10', 总分: '98', 执行说明: '' },
      finds: ['error score/rescored 10→8或8.5或9'],
    },
    {
      // 795.50 ÷ 860.00 = 92.50%: two whole steps, three started ones, or two and a half.
      name: 'whole steps',
      given: { 支出: '795.50', 执行: '9', 总分: '97' },
      finds: [],
      items: { 预算执行率: 'confirmed' },
    },
    {
      name: 'started steps',
      given: { 支出: '795.50' },
      finds: [],
      items: { 预算执行率: 'confirmed' },
    },
    {
      name: 'steps pro rata',
      given: { 支出: '795.50', 执行: '8.75', 总分: '96.75' },
      finds: [],
      items: { 预算执行率: 'confirmed' },
    },
    {
      name: 'outside every way of counting a started step',
      given: { 支出: '795.50', 执行: '9.5', 总分: '97.5' },
      finds: ['error score/rescored 9.5→8.5或9（按比例8.75）'],
    },
    {
      // 679.40 ÷ 860.00 = 79.00%: below the floor.
      name: 'below the floor nothing is earned',
      given: { 支出: '679.40', 执行: '2', 总分: '90' },
      // Nothing for the execution and 13 of 15 for the awareness leave 88 at most.
      finds: ['error grade/vs-verified 优→良或中', 'error score/rescored 2→0'],
    },
    {
      name: '80.6% is in the middle band',
      given: { 知晓: '15', 总分: '98.5' },
      finds: ['error score/rescored 15→13'],
    },
    {
      name: '85% is in the upper band',
      given: { 知晓率: '85%', 知晓: '15', 总分: '98.5' },
      finds: [],
      items: { 群众知晓率: 'confirmed' },
    },
    {
      name: 'no band gives 12',
      given: { 知晓: '12', 总分: '95.5' },
      finds: ['error score/unattainable 12→8、13、15'],
    },
    { name: 'the reviewers may differ', given: { 复评: '8' }, finds: [] },
    {
      name: 'the deduction is not explained in its column',
      given: { 执行说明: '' },
      finds: ['warning score/unexplained-deduction 8.5→null'],
    },
    {
      name: 'the text has another score than table and rows',
      given: { 总分: '98.5', 合计: '96.5' },
      finds: ['error score/narrative-vs-table 98.5→96.5'],
    },
  ],
};
