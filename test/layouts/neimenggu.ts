import { type Layout, sketch, tall, type Words, wide } from './kit.ts';

const form = (at: Words, name: string, which: string, amounts: readonly [string, string, string, string]) => [
  [wide('项目名称', 2), wide(name, 6)],
  [wide('主管部门', 2), wide('乌兰旗教育局', 2), '实施单位', wide('乌兰旗教育局', 3)],
  [tall('项目资金（万元）', 3), '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', amounts[0], amounts[0], amounts[1], '10', amounts[2], at(`${which}执行`, amounts[3])],
  ['其中：本年财政拨款', amounts[0], amounts[0], amounts[1], '—', '', '—'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  [tall('产出指标', 4), '数量指标', '维修面积', '≥5000平方米', '5200平方米', '20', '20', ''],
  ['质量指标', '验收合格率', '100%', '100%', '10', '10', ''],
  ['时效指标', '完工及时率', '100%', '100%', '10', '10', ''],
  ['成本指标', '单位造价', '≤400元/平方米', '390元/平方米', '10', '10', ''],
  [tall('效益指标', 2), '社会效益指标', '受益学生数', '≥1500人', '1600人', '15', '15', ''],
  ['可持续影响指标', '使用年限', '≥10年', '10年', '15', '15', ''],
  [
    '满意度指标',
    '服务对象满意度指标',
    '师生满意度',
    '≥90%',
    at(`${which}满意度`, '88%'),
    '10',
    at(`${which}满意`, '9.78'),
    '施工影响教学',
  ],
  [wide('总分', 5), '100', at(`${which}总分`, ''), ''],
];

/** Two project forms in one document; the text gives the score of each and their average. */
export const NEIMENGGU: Layout = {
  name: '内蒙古：一份报告两张项目自评表，正文只有各项目得分和平均分',
  document: (at) => {
    const a = at('甲总分', '99.28');
    const b = at('乙总分', '99.78');
    const words: Words = (place, clean) =>
      place === '甲总分' ? a : place === '乙总分' ? b : at(place, clean);
    return sketch(
      '2023年度乌兰旗教育局项目支出绩效自评报告',
      '一、自评情况',
      `校舍维修项目自评得分${a}分，操场改造项目自评得分${b}分，两个项目平均得分99.53分。`,
      '二、存在问题',
      '施工影响教学。',
      '附件1：项目支出绩效自评表',
      form(words, '校舍维修项目', '甲', ['200.00', '190.00', '95.00%', '9.5']),
      '附件2：项目支出绩效自评表',
      form(words, '操场改造项目', '乙', ['80.00', '80.00', '100.00%', '10']),
    );
  },
  cases: [
    { name: 'right', finds: [] },
    {
      name: 'execution of the first project is 95%',
      given: { 甲执行: '10', 甲总分: '99.78' },
      finds: ['error score/rescored 10→9.5'],
    },
    {
      name: 'the total of the second form is wrong',
      given: { 乙总分: '99.98' },
      finds: ['error score/total-vs-items 99.98→99.78'],
    },
    {
      name: 'a score above its weight',
      given: { 乙满意: '10.5', 乙总分: '100.5' },
      finds: ['error score/above-weight 10.5→≤10'],
    },
  ],
};
