import { type Layout, sketch, tall, wide } from './kit.ts';

const BANDS = '满意度90%（含）以上得20分；80%（含）-90%得15分；60%（含）-80%得10分；60%以下不得分。';

/** Header of two rows; weights of three levels as percentages; the reason stands in 自评情况说明. */
export const GUANGDONG: Layout = {
  name: '广东：两行表头，三级权重均为百分比',
  document: (at) =>
    sketch(
      '梅湖市统计局2022年度部门整体支出绩效自评报告',
      '一、部门基本情况',
      `我局核定编制50名，2022年末在职人员${at('在职', '48')}名。`,
      '2022年部门预算支出1200.00万元，实际支出1152.00万元，预算执行率96%。',
      '“三公”经费预算20.00万元，“三公”经费支出17.80万元。',
      '2022年重点工作任务25项，完成25项。服务对象满意度为88.5%。',
      '二、自评结论',
      `2022年度部门整体支出绩效自评得分为${at('总分', '91.2')}分，自评等级为“优”。`,
      '三、存在问题',
      '部分项目绩效目标不够量化。',
      [
        [
          wide('评价指标', 6),
          tall('指标说明', 2),
          tall('评分标准', 2),
          tall('自评分', 2),
          tall('自评情况说明', 2),
        ],
        ['一级指标', '权重（%）', '二级指标', '权重（%）', '三级指标', '权重（%）'],
        [
          tall('预算编制情况', 2),
          tall('20%', 2),
          tall('预算编制', 2),
          tall('20%', 2),
          '绩效目标合理性',
          '10%',
          '考核目标设置是否合理。',
          '依据充分、与部门职能相符得4分；符合客观实际得3分；细化量化得3分。',
          at('目标', '7'),
          '部分目标未量化',
        ],
        [
          '财政供养人员控制率',
          '10%',
          '财政供养人员控制率=在职人员数/核定编制数×100%。',
          '比率≤100%的，得满分；每超过1%扣1分，扣完为止。',
          at('人员', '10'),
          '见正文',
        ],
        [
          tall('预算执行情况', 2),
          tall('30%', 2),
          tall('资金管理', 2),
          tall('30%', 2),
          '预算执行率',
          '20%',
          '预算执行率=实际支出/预算支出×100%。',
          '得分=预算执行率×指标分值。',
          at('执行', '19.2'),
          '部分资金结转下年',
        ],
        [
          '“三公”经费控制率',
          '10%',
          '“三公”经费控制率=“三公”经费支出/“三公”经费预算×100%。',
          '“三公”经费控制率≤90%得10分；90%＜控制率≤100%得8分；控制率＞100%得0分。',
          at('三公', '10'),
          '',
        ],
        [
          tall('预算使用效益', 2),
          tall('50%', 2),
          '效率性',
          '30%',
          '重点工作完成率',
          '30%',
          '重点工作完成率=完成重点工作数/重点工作任务数×100%。',
          '完成率100%得30分，每少一个百分点扣0.6分，扣完为止。',
          '30',
          '',
        ],
        [
          '公平性',
          '20%',
          '服务对象满意度',
          '20%',
          '反映满意程度。',
          BANDS,
          at('满意', '15'),
          '满意度未达90%',
        ],
        [wide('合计', 5), '100%', '', '', at('合计', at('总分', '91.2')), ''],
      ],
    ),
  cases: [
    {
      name: 'right',
      finds: [],
      items: {
        财政供养人员控制率: 'confirmed',
        预算执行率: 'confirmed',
        '“三公”经费控制率': 'confirmed',
        重点工作完成率: 'confirmed',
        服务对象满意度: 'confirmed',
      },
    },
    {
      name: 'the execution rate is 96%, not full',
      given: { 执行: '20', 总分: '92' },
      finds: ['error score/rescored 20→19.2'],
    },
    {
      name: '88.5% does not earn the first band',
      given: { 满意: '20', 总分: '96.2' },
      finds: ['error score/rescored 20→15'],
    },
    {
      name: 'no band gives 17',
      given: { 满意: '17', 总分: '93.2' },
      finds: ['error score/unattainable 17→0、10、15、20'],
    },
    {
      // 52/50 = 104%: four per cent over cost four.
      name: 'more staff than posts',
      given: { 在职: '52' },
      finds: ['error score/rescored 10→6'],
      items: { 财政供养人员控制率: 'contradicted' },
    },
    {
      name: 'more staff than posts, and told so',
      given: { 在职: '52', 人员: '6', 总分: '87.2' },
      finds: ['error grade/vs-score 优→良'],
      items: { 财政供养人员控制率: 'confirmed' },
    },
    {
      // 4 + 3 + 3: reviewers give parts of a point unless the rule forbids it.
      name: 'a part of one of the points',
      given: { 目标: '8', 总分: '92.2' },
      finds: [],
    },
    {
      name: '89% is in the first band',
      given: { 三公: '8', 总分: '89.2' },
      finds: [
        'error grade/vs-score 优→良',
        'error score/rescored 8→10',
        'warning score/unexplained-deduction 8→null',
      ],
    },
    {
      name: 'only 合计 is wrong',
      given: { 合计: '91.5' },
      finds: ['error score/total-vs-items 91.5→91.2', 'notice score/narrative-vs-table 91.2→null'],
    },
  ],
};
