// Project forms (项目支出绩效自评表): an execution block worth 10, indicators worth 50 + 30 + 10.
// Units, projects and figures are invented.
import { table, title } from './word.mjs';

const WIDTHS = [1000, 1200, 1700, 1150, 1150, 1150, 700, 1000, 850];

/** A form from its amounts and indicator rows. */
const form = ({ project, unit, money, indicators, total }) => [
  title('项目支出绩效自评表'),
  table(WIDTHS, [
    [{ text: '（2023年度）', cols: 9 }],
    ['项目名称', { text: project, cols: 8 }],
    ['主管部门', { text: '长汀区民政局', cols: 3 }, '实施单位', { text: unit, cols: 4 }],
    [
      { text: '项目资金（万元）', rows: 4 },
      { text: '', cols: 2 },
      '年初预算数',
      '全年预算数',
      '全年执行数',
      '分值',
      '执行率',
      '得分',
    ],
    [{ text: '年度资金总额', cols: 2 }, ...money.total],
    [{ text: '其中：当年财政拨款', cols: 2 }, ...money.grant],
    [{ text: '其他资金', cols: 2 }, ...money.other],
    [
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      { text: '偏差原因分析', cols: 2 },
      '分值',
      '得分',
    ],
    ...indicators.map((row) => [...row.slice(0, -3), { text: row.at(-1), cols: 2 }, row.at(-3), row.at(-2)]),
    [{ text: '总分', cols: 7 }, '100', total],
  ]),
];

/** A form in which every score follows from its figures. */
export const cleanProject = form({
  project: '居家养老上门服务',
  unit: '长汀区养老服务中心',
  money: {
    total: ['120.00', '120.00', '114.00', '10', '95.00%', '9.5'],
    grant: ['120.00', '120.00', '114.00', '—', '95.00%', '—'],
    other: ['0.00', '0.00', '0.00', '—', '—', '—'],
  },
  indicators: [
    [
      { text: '产出指标（50分）', rows: 4 },
      '数量指标',
      '上门服务人次',
      '≥6000人次',
      '6240人次',
      '20',
      '20',
      '',
    ],
    ['质量指标', '服务合格率', '≥95%', '97%', '10', '10', ''],
    ['时效指标', '服务及时率', '≥98%', '98%', '10', '10', ''],
    ['成本指标', '单次服务成本', '≤200元', '190元', '10', '10', ''],
    [
      { text: '效益指标（30分）', rows: 2 },
      '社会效益',
      '老年人生活质量',
      '明显改善',
      '明显改善',
      '15',
      '15',
      '',
    ],
    ['可持续影响', '服务机制', '健全', '基本健全', '15', '13', '部分街道站点刚建立，机制还在完善'],
    ['满意度指标（10分）', '满意度', '服务对象满意度', '≥90%', '96%', '10', '10', ''],
  ],
  total: '97.5',
});

/** A form with full marks for an execution rate of 80.45%, a score above its weight, and a target missed. */
export const faultyProject = form({
  project: '社区食堂运营补助',
  unit: '长汀区社会福利中心',
  money: {
    total: ['200.00', '200.00', '160.90', '10', '80.45%', '10'],
    grant: ['200.00', '200.00', '160.90', '—', '80.45%', '—'],
    other: ['0.00', '0.00', '0.00', '—', '—', '—'],
  },
  indicators: [
    [{ text: '产出指标（50分）', rows: 4 }, '数量指标', '运营社区食堂', '≥12个', '10个', '20', '20', ''],
    ['质量指标', '食品抽检合格率', '≥98%', '99%', '10', '12', ''],
    ['时效指标', '补助按时拨付率', '≥95%', '96%', '10', '10', ''],
    ['成本指标', '单个食堂补助', '≤16万元', '15.5万元', '10', '10', ''],
    [
      { text: '效益指标（30分）', rows: 2 },
      '社会效益',
      '就餐便利程度',
      '明显提高',
      '明显提高',
      '15',
      '14',
      '两处食堂选址较偏',
    ],
    ['可持续影响', '运营机制', '健全', '健全', '15', '15', ''],
    ['满意度指标（10分）', '满意度', '就餐老人满意度', '≥90%', '93%', '10', '10', ''],
  ],
  total: '99',
});
