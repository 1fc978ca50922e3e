import { type Layout, sketch, tall, wide } from './kit.ts';

const LEVELS =
  'A档：完全符合，得满分；B档：基本符合，得分值的80%；C档：部分符合，得分值的60%；D档：不符合，不得分。';

/** 分 behind every weight and score, numbered levels, the total in words, a scale of four other words. */
export const SHANGHAI: Layout = {
  name: '上海：分值得分带“分”字，A1 编号，总分用汉字，优良合格不合格',
  document: (at) =>
    sketch(
      '沪东区市容管理所2022年度单位整体支出绩效自评报告',
      '一、自评结论',
      `经自评，2022年度单位整体支出绩效自评总分${at('总分', '玖拾肆')}分，等级为“${at('等级', '优')}”。`,
      '二、预算和绩效情况',
      '2022年全年预算318.00万元，实际支出296.06万元，预算执行率93.1%。',
      `全年服务21500人次，响应及时率98%，居民满意度${at('满意度', '92%')}。`,
      '三、存在问题',
      '绩效目标设置不够细化；预算执行率偏低；个别诉求响应不及时。',
      [
        ['一级指标', '二级指标', '分值', '评分细则', '得分'],
        [tall('A 决策', 2), 'A1 立项依据充分性', '10分', LEVELS, '10分'],
        ['A2 绩效目标合理性', '10分', LEVELS, at('目标', '8分')],
        [
          tall('B 过程', 2),
          'B1 预算执行率',
          '10分',
          '预算执行率在95%（含）-100%之间得10分；90%（含）-95%之间得8分；80%（含）-90%之间得5分；80%以下得0分。',
          at('执行', '8分'),
        ],
        ['B2 资金使用合规性', '10分', '每出现1例违规扣3分，扣完为止。', '10分'],
        [
          tall('C 产出', 2),
          'C1 服务人次',
          '20分',
          '服务人次≥20000人次得20分；15000（含）-20000人次得15分；10000（含）-15000人次得10分；低于10000人次得0分。',
          '20分',
        ],
        [
          'C2 响应及时率',
          '20分',
          '及时率100%，得20分；每下降1个百分点扣1分，低于90%不得分。',
          at('响应', '18分'),
        ],
        [
          'D 效果',
          'D1 居民满意度',
          '20分',
          '满意度≥90%得满分；≥80%且＜90%得满分的80%；＜80%不得分。',
          at('满意', '20分'),
        ],
        [wide('总分', 2), '100分', '', at('合计', '94分')],
      ],
    ),
  cases: [
    {
      name: 'right',
      finds: [],
      items: {
        B1预算执行率: 'confirmed',
        C2响应及时率: 'confirmed',
        D1居民满意度: 'confirmed',
      },
    },
    {
      name: 'two points below',
      given: { 响应: '20分', 合计: '96分', 总分: '玖拾陆' },
      finds: ['error score/rescored 20→18'],
    },
    {
      name: 'no level gives 9',
      given: { 目标: '9分', 合计: '95分', 总分: '95' },
      finds: ['error score/unattainable 9→0、6、8、10'],
    },
    {
      name: 'eighty per cent of the full mark',
      given: { 满意度: '85%' },
      finds: ['error score/rescored 20→16'],
    },
    { name: 'the grade is another', given: { 等级: '良' }, finds: ['error grade/vs-score 良→优'] },
    {
      name: 'the total in words is another',
      given: { 总分: '玖拾柒' },
      finds: ['error score/narrative-vs-table 97→94'],
    },
  ],
};
