import { describe, expect, it } from 'vitest';
import type { ScoringTable } from '../../../src/report/model.ts';
import { readScoringTables } from '../../../src/report/scoring/index.ts';
import { type Sketch, type SketchCell, sketch } from '../../support/document.ts';

const tall = (text: string, rows: number): SketchCell => ({ text, rows });
const wide = (text: string, cols: number): SketchCell => ({ text, cols });

/** One line a row: groups/name weight=score, `~` for a shared weight, `^` for a shared score, `|` second score. */
function lines(table: ScoringTable): string[] {
  return table.indicators.map((i) => {
    const weight = i.weightShare ? `~${i.weightShare.value?.toFixed()}` : (i.weight?.toFixed() ?? '?');
    const score = i.claimed.value?.toFixed() ?? i.claimed.state;
    const shared = i.scoreShare ? '^' : '';
    const second = i.reviewed ? `|${i.reviewed.value?.toFixed() ?? i.reviewed.state}` : '';
    return `${[...i.group, i.name].join('/')} ${weight}=${shared}${score}${second}`;
  });
}

const totals = (t: ScoringTable) =>
  [t.totalWeight, t.totalScore, t.totalReviewed].map((c) => c?.value?.toFixed() ?? null);

const groups = (t: ScoringTable) =>
  t.groups.map(
    (g) => `${g.path.join('/')} ${g.weight?.toFixed() ?? '?'} ${g.subtotal?.value?.toFixed() ?? '?'}`,
  );

function only(...parts: Sketch[]): ScoringTable {
  const tables = readScoringTables(sketch(...parts));
  expect(tables).toHaveLength(1);
  return tables[0] as ScoringTable;
}

describe('layouts of scoring tables', () => {
  it('Hunan: merged heads 一级|分值|二级|分值|三级|分值', () => {
    const table = only([
      ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评分标准', '得分'],
      [tall('投入', 3), tall('20', 3), tall('目标设定', 2), tall('12', 2), '合理性', '6', '合理得6分', '6'],
      ['明确性', '6', '明确得6分', '5'],
      ['预算配置', '8', '在职人员控制率', '8', '≤100%得8分', '8'],
      [tall('产出', 1), '80', '职责履行', '80', '完成率', '80', '按完成率计分', '78.5'],
      [wide('合 计', 5), '100', '', '97.5'],
    ]);
    expect(lines(table)).toEqual([
      '投入/目标设定/合理性 6=6',
      '投入/目标设定/明确性 6=5',
      '投入/预算配置/在职人员控制率 8=8',
      '产出/职责履行/完成率 80=78.5',
    ]);
    expect(groups(table)).toEqual([
      '投入 20 ?',
      '投入/目标设定 12 ?',
      '投入/预算配置 8 ?',
      '产出 80 ?',
      '产出/职责履行 80 ?',
    ]);
    expect(totals(table)).toEqual(['100', '97.5', null]);
  });

  it('Guangdong: weights in names at every level, no weight column, full-width digits', () => {
    const table = only([
      ['一级指标', '二级指标', '三级指标', '评分标准', '自评得分'],
      [tall('决策（２０分）', 2), tall('项目立项（20分）', 2), '论证充分性（12分）', '充分得12分', '１２'],
      ['目标合理性（8分）', '合理得8分', '７.5'],
      ['产出(80分)', '数量(80分)', '完成率(80分)', '按比例', '80'],
      [wide('总分', 3), '', '99.5'],
    ]);
    expect(lines(table)).toEqual([
      '决策/项目立项/论证充分性 12=12',
      '决策/项目立项/目标合理性 8=7.5',
      '产出/数量/完成率 80=80',
    ]);
    expect(groups(table).slice(0, 2)).toEqual(['决策 20 ?', '决策/项目立项 20 ?']);
    expect(totals(table)[1]).toBe('99.5');
  });

  it('columns in another order: number, score before weight, criterion last, units and evidence between', () => {
    const table = only([
      ['序号', '考核内容', '考核指标', '自评分', '标准分', '佐证材料', '评分细则'],
      ['1', tall('运行成本', 2), '公用经费控制', '9', '10', '台账', '超支1%扣1分'],
      ['2', '在职人员控制', '10', '10', '名册', '超编1人扣2分'],
      ['3', '管理效率', '预算执行', '75', '80', '报表', '每低1%扣1分'],
      [wide('合计', 3), '94', '100', '', ''],
    ]);
    expect(lines(table)).toEqual([
      '运行成本/公用经费控制 10=9',
      '运行成本/在职人员控制 10=10',
      '管理效率/预算执行 80=75',
    ]);
    expect(totals(table)).toEqual(['100', '94', null]);
    expect(table.indicators[0]?.criterion).toBe('超支1%扣1分');
  });

  it('得分 over 单位自评 and 财政复核: two score columns under one head', () => {
    const table = only([
      [tall('一级指标', 2), tall('二级指标', 2), tall('分值', 2), wide('得分', 2), tall('扣分原因', 2)],
      ['单位自评', '财政复核'],
      [tall('过程', 2), '预算执行率', '60', '58', '55', '年底集中支付'],
      ['信息公开', '40', '40', '40', ''],
      [wide('合计', 2), '100', '98', '95', ''],
    ]);
    expect(lines(table)).toEqual(['过程/预算执行率 60=58|55', '过程/信息公开 40=40|40']);
    expect(totals(table)).toEqual(['100', '98', '95']);
    expect(table.indicators.map((i) => i.reason)).toEqual(['年底集中支付', '']);
  });

  it('no header row: roles from content, criterion told from explanation by its words', () => {
    const table = only([
      [
        tall('投入', 2),
        '预算编制',
        '10',
        '预算编制是否细化、是否与部门职责相符的情况。',
        '细化得10分，每有一项未细化扣2分。',
        '8',
      ],
      [
        '人员控制',
        '10',
        '在职人员数与编制数之比，反映人员成本的控制程度。',
        '≤100%得10分，每超1%扣1分。',
        '10',
      ],
      [
        '产出',
        '任务完成',
        '80',
        '实际完成的工作任务数与计划数之比，反映履职情况。',
        '按完成率计分，每低1%扣1分。',
        '79',
      ],
      [wide('合计', 2), '100', wide('', 2), '97'],
    ]);
    expect(lines(table)).toEqual(['投入/预算编制 10=8', '投入/人员控制 10=10', '产出/任务完成 80=79']);
    expect(table.indicators[0]?.criterion).toContain('每有一项');
    expect(table.indicators[0]?.explanation).toContain('与部门职责相符');
  });

  it('one weight merged over three rows, one score merged over two', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '自评得分'],
      [tall('产出', 3), '数量', tall('24', 3), '8'],
      ['质量', '8'],
      ['时效', '8'],
      [tall('效益', 2), '社会效益', '40', tall('74', 2)],
      ['满意度', '36'],
      [wide('合计', 2), '100', '98'],
    ]);
    expect(lines(table)).toEqual([
      '产出/数量 ~24=8',
      '产出/质量 ~24=8',
      '产出/时效 ~24=8',
      '效益/社会效益 40=^74',
      '效益/满意度 36=^74',
    ]);
    expect(table.indicators[0]?.weightShare?.indicators).toEqual([1, 2, 3]);
    expect(table.indicators[3]?.scoreShare).toBe(table.indicators[4]?.scoreShare);
  });

  it('five levels with weights only at the fourth', () => {
    const table = only([
      ['一级指标', '二级指标', '三级指标', '四级指标', '权重', '五级指标', '评价标准', '得分'],
      [
        tall('产出', 2),
        tall('数量', 2),
        tall('培训', 2),
        tall('场次', 2),
        tall('60', 2),
        '上半年',
        '完成得满分',
        '30',
      ],
      ['下半年', '完成得满分', '28'],
      ['效益', '社会', '影响', '知晓度', '40', '抽样', '≥80%得满分', '40'],
      [wide('合计', 4), '100', '', '', '98'],
    ]);
    expect(lines(table)).toEqual([
      '产出/数量/培训/场次/上半年 ~60=30',
      '产出/数量/培训/场次/下半年 ~60=28',
      '效益/社会/影响/知晓度/抽样 40=40',
    ]);
  });

  it('小计 rows inside merged groups and at the left edge, 合计 at the end', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '得分', '备注'],
      [tall('投入', 3), '目标', '10', '9', ''],
      ['配置', '10', '10', ''],
      ['小计', '20', '19', ''],
      [tall('产出', 2), '完成', '50', '48', '延期一项'],
      ['质量', '30', '30', ''],
      [wide('产出小计', 2), '80', '78', ''],
      [wide('合计', 2), '100', '97', ''],
    ]);
    expect(lines(table)).toHaveLength(4);
    expect(groups(table)).toEqual(['投入 20 19', '产出 80 78']);
    expect(totals(table)).toEqual(['100', '97', null]);
    expect(table.indicators.map((i) => i.reason)).toEqual([null, null, '延期一项', null]);
  });

  it('outline: a group row with weight and score, its indicators below with the group cell blank', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '得分'],
      ['投入', '', '20', '19'],
      ['', '目标', '10', '9'],
      ['', '配置', '10', '10'],
      ['产出', '', '80', '78'],
      ['', '完成', '50', '48'],
      ['', '质量', '30', '30'],
      ['总计', '', '100', '97'],
    ]);
    expect(lines(table)).toEqual(['投入/目标 10=9', '投入/配置 10=10', '产出/完成 50=48', '产出/质量 30=30']);
    expect(groups(table)).toEqual(['投入 20 19', '产出 80 78']);
  });

  it('heading rows across the table instead of a level column', () => {
    const table = only([
      ['评价指标', '分值', '评分标准', '自评得分'],
      [wide('一、投入（30分）', 4)],
      ['预算编制', '10', '细化得10分', '10'],
      ['预算执行', '20', '按执行率计分', '18'],
      [wide('二、产出（70分）', 4)],
      ['任务完成', '70', '按完成率计分', '70'],
      ['合计', '100', '', '98'],
    ]);
    expect(lines(table)).toEqual(['投入/预算编制 10=10', '投入/预算执行 20=18', '产出/任务完成 70=70']);
    expect(groups(table)).toEqual(['投入 30 ?', '产出 70 ?']);
  });

  it('header repeated on each page, and 小 计 with spaces', () => {
    const head = ['一级指标', '二级指标', '分值', '得分'];
    const table = only([
      head,
      [tall('过程', 2), '制度', '40', '38'],
      ['资产', '20', '20'],
      head,
      ['', '采购', '10', '10'],
      ['产出', '完成', '30', '30'],
      [wide('合　计', 2), '100', '98'],
    ]);
    expect(lines(table)).toEqual([
      '过程/制度 40=38',
      '过程/资产 20=20',
      '过程/采购 10=10',
      '产出/完成 30=30',
    ]);
  });

  it('continued in a second table without a header, its first level cell empty', () => {
    const table = only(
      [
        ['一级指标', '二级指标', '分值', '得分'],
        [tall('投入', 2), '目标', '10', '9'],
        ['配置', '10', '10'],
      ],
      '续表',
      [
        ['', '执行', '30', '28'],
        ['产出', '完成', '50', '50'],
        [wide('合计', 2), '100', '97'],
      ],
    );
    expect(lines(table)).toEqual(['投入/目标 10=9', '投入/配置 10=10', '投入/执行 30=28', '产出/完成 50=50']);
    expect(table.tables).toHaveLength(2);
  });

  it('gridBefore and gridAfter: no cell is no score, and nothing shifts left', () => {
    const table = only([
      ['一级指标', '二级指标', '三级指标', '分值', '得分'],
      ['投入', '预算执行', '预算完成率', '3', '2'],
      [null, null, '预算调整率', '2', '2'],
      ['过程', '预算管理', '管理制度健全性', '2'],
      [null, null, '支付进度率', '2'],
      [wide('合计', 3), '9', '4'],
    ]);
    expect(lines(table)).toEqual([
      '投入/预算执行/预算完成率 3=2',
      '投入/预算执行/预算调整率 2=2',
      '过程/预算管理/管理制度健全性 2=empty',
      '过程/预算管理/支付进度率 2=empty',
    ]);
  });

  it('one indicator whose criteria take several rows is one indicator', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '评分标准', '得分'],
      [tall('管理', 4), tall('制度健全', 3), tall('6', 3), '①有制度，2分', tall('6', 3)],
      ['②有执行，2分'],
      ['③有检查，2分'],
      ['信息公开', '4', '按时公开得4分', '4'],
      [wide('合计', 2), '10', '', '10'],
    ]);
    expect(lines(table)).toEqual(['管理/制度健全 6=6', '管理/信息公开 4=4']);
    expect(table.indicators[0]?.criterion).toBe('①有制度，2分\n②有执行，2分\n③有检查，2分');
  });

  it('rows not applicable and rows that cannot be matched', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '得分'],
      ['过程', '政府采购', '5', '/'],
      ['', '', '7', ''],
      ['产出', '完成', '95', '满分'],
      [wide('合计', 2), '100', '100'],
    ]);
    expect(lines(table)).toEqual(['过程/政府采购 5=not-applicable', '产出/完成 95=unreadable']);
    expect(table.unmatched.map((q) => q.text)).toEqual(['7']);
  });

  it('a row without a name counts, a total without a label is a total', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '得分'],
      ['过程', '政府采购', '5', '5'],
      ['', '', '7', '6'],
      ['产出', '完成', '88', '88'],
      ['', '', '100', '99'],
    ]);
    expect(lines(table)).toEqual(['过程/政府采购 5=5', '过程/ 7=6', '产出/完成 88=88']);
    expect(totals(table)).toEqual(['100', '99', null]);
  });

  it('绩效指标 written down the side, a department form with its execution block', () => {
    const table = only('部门整体支出绩效自评表', '（2023年度）', [
      ['部门名称', wide('某区教育局', 8)],
      [
        tall('年度预算（万元）', 2),
        wide('', 2),
        '年初预算数',
        '全年预算数',
        '全年执行数',
        '分值',
        '执行率',
        '得分',
      ],
      [wide('年度资金总额', 2), '300', '320', '304', '10', '95%', '9.5'],
      [
        tall('绩\n效\n指\n标', 5),
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '偏差原因分析及改进措施',
      ],
      [tall('产出指标', 2), '数量指标', '培训教师', '≥100人', '120人', '40', '40', '目标偏低'],
      ['质量指标', '合格率', '95%', '93%', '30', '29', '缺考'],
      ['效益指标', '社会效益', '知晓度', '提升', '提升', '20', '20', ''],
      [wide('总分', 5), '100', '98.5', ''],
    ]);
    expect(lines(table)).toEqual([
      '产出指标/数量指标/培训教师 40=40',
      '产出指标/质量指标/合格率 30=29',
      '效益指标/社会效益/知晓度 20=20',
    ]);
    expect(totals(table)).toEqual(['100', '98.5', null]);
    expect(table.execution[0]).toMatchObject({ label: '年度资金总额', isTotal: true });
  });

  it('评价内容 over long texts and 评价要点 beside 评分标准', () => {
    const table = only([
      ['评价指标', '评价内容', '评价要点', '评分标准', '权重（%）', '自评得分（分）', '主管部门复核得分'],
      [
        '预算编制',
        '部门预算编制是否完整、细化并与职责相符的情况。',
        '细化程度',
        '细化得20分，每有一项未细化扣2分',
        '20',
        '18',
        '18',
      ],
      [
        '任务完成',
        '部门年度任务实际完成数与计划完成数的对比情况。',
        '完成比例',
        '每低1%扣1分',
        '80',
        '80',
        '79',
      ],
      ['合计', '', '', '', '100', '98', '97'],
    ]);
    expect(lines(table)).toEqual(['预算编制 20=18|18', '任务完成 80=80|79']);
    expect(table.indicators[0]).toMatchObject({ criterion: '细化得20分，每有一项未细化扣2分' });
    expect(totals(table)).toEqual(['100', '98', '97']);
  });

  it('total in the label cell, and the score column without a head', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '评分标准', ''],
      ['投入', '目标', '40', '明确得40分', '38'],
      ['投入', '配置', '20', '合理得20分', '20'],
      ['产出', '完成', '40', '完成得40分', '40'],
      [wide('总得分：98分', 5)],
    ]);
    expect(lines(table)).toEqual(['投入/目标 40=38', '投入/配置 20=20', '产出/完成 40=40']);
    expect(totals(table)[1]).toBe('98');
  });
});

describe('tables that are no scoring tables', () => {
  it.each<[string, Sketch]>([
    [
      'finance statement',
      [
        ['项目', '行次', '年初预算数', '决算数'],
        ['一、基本支出', '1', '668.89', '668.89'],
        ['二、项目支出', '2', '83.59', '83.59'],
        ['合计', '3', '752.48', '752.48'],
      ],
    ],
    [
      'label and value',
      [
        ['单位名称', '某局', '编制数', '45'],
        ['在职人数', '43', '离退休', '22'],
        ['年初预算', '100', '决算', '98'],
      ],
    ],
    [
      'targets without scores',
      [
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'],
        ['产出指标', '数量指标', '培训期数', '8期', '8期'],
        ['效益指标', '社会效益', '满意度', '90%', '93%'],
      ],
    ],
    [
      'staff and assets without a header',
      [
        ['行政人员', '34', '30', '财政全额拨款'],
        ['事业人员', '11', '10', '财政全额拨款'],
        ['工勤人员', '5', '3', '财政差额拨款'],
        ['合计', '50', '43', ''],
      ],
    ],
  ])('%s', (_name, table) => {
    expect(readScoringTables(sketch(table))).toEqual([]);
  });

  it('budget lines without a header, parts and totals by function', () => {
    const amounts: Sketch = [
      ['一般公共服务支出', '754.75', '754.75', '一般行政管理事务'],
      ['资产管理', '54.53', '28.11', '信息化建设'],
      ['预算管理', '46.11', '25.12', '财政委托业务'],
      ['合计', '855.39', '807.98', ''],
    ];
    expect(readScoringTables(sketch(amounts))).toEqual([]);
  });

  it('a blank template is a scoring table without scores', () => {
    const table = only([
      ['一级指标', '二级指标', '分值', '评分标准', '得分'],
      [tall('投入', 2), '目标', '60', '明确得60分', ''],
      ['配置', '40', '合理得40分', ''],
      [wide('合计', 2), '100', '', ''],
    ]);
    expect(lines(table)).toEqual(['投入/目标 60=empty', '投入/配置 40=empty']);
  });
});

const FORM: Sketch = [
  [wide('项目名称', 2), wide('乡村道路养护', 5)],
  [wide('主管部门', 2), wide('某县交通局', 5)],
  [tall('项目资金（万元）', 4), '', '年初预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分'],
  ['年度资金总额', '200.00', '180.00', '10', '90.00%', '9'],
  ['其中：财政拨款', '200.00', '180.00', '-', '90.00%', '-'],
  ['其他资金', '0', '0', '-', '-', '-'],
  [tall('年度总体目标', 2), wide('年初设定目标', 3), wide('全年实际完成情况', 3)],
  [wide('养护道路30公里。', 3), wide('养护道路30公里。', 3)],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '全年完成值', '分值', '得分'],
  [tall('产出指标(50)', 2), '数量指标', '养护里程', '≥30公里', '30公里', '30', '30'],
  ['质量指标', '合格率', '100%', '98%', '20', '19'],
  ['效益指标', '社会效益', '通行条件', '改善', '改善', '30', '30'],
  ['满意度指标', '满意度', '群众满意度', '≥90%', '92%', '10', '10'],
  [wide('总 分', 5), '100', '98'],
  [wide('备注：执行得分=执行率×分值。', 7)],
];

describe('project forms', () => {
  it('execution block, indicators, total and remarks', () => {
    const table = only('项目支出绩效自评表', FORM);
    expect(lines(table)).toEqual([
      '产出指标/数量指标/养护里程 30=30',
      '产出指标/质量指标/合格率 20=19',
      '效益指标/社会效益/通行条件 30=30',
      '满意度指标/满意度/群众满意度 10=10',
    ]);
    const [row, part] = table.execution;
    expect(table.execution).toHaveLength(3);
    expect(row).toMatchObject({ label: '年度资金总额', isTotal: true });
    expect(row?.initialBudget?.figure.value.toFixed()).toBe('2000000');
    expect(row?.executed?.figure.value.toFixed()).toBe('1800000');
    expect(row?.rate?.figure.value.toFixed()).toBe('0.9');
    expect([row?.weight?.toFixed(), row?.score?.value?.toFixed()]).toEqual(['10', '9']);
    expect(part).toMatchObject({ label: '其中：财政拨款', isTotal: false });
    expect(totals(table)).toEqual(['100', '98', null]);
    expect(table.indicators[1]).toMatchObject({ target: '100%', result: '98%' });
    expect(table.remarks).toContain('执行得分=执行率×分值');
  });

  it('one table for each project: several forms in one document, and in one Word table', () => {
    expect(readScoringTables(sketch('附件1', FORM, '附件2', FORM))).toHaveLength(2);
    const joined = readScoringTables(sketch([...(FORM as SketchCell[][]), ...(FORM as SketchCell[][])]));
    expect(joined.map((t) => [t.indicators.length, t.execution.length])).toEqual([
      [4, 3],
      [4, 3],
    ]);
    expect(joined[1]?.indicators[0]?.ordinal).toBe(5);
  });

  it('reasons and measures told at the foot in cells merged over weight and score are no indicators', () => {
    const table = only([
      ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
      ['产出指标', '数量指标', '体检人数', '≥360人', '352人', '60', '58'],
      ['满意度指标', '满意度指标', '居民满意度', '≥80%', '88.7%', '40', '40'],
      [wide('总分', 5), '100', '98'],
      [wide('偏差大或目标未完成原因分析', 2), wide('两个村卫生室网络中断，酌情扣2分。', 5)],
      [wide('改进措施', 2), wide('加快档案更新，评价结果作为下年预算安排依据。', 5)],
    ]);
    expect(lines(table)).toEqual([
      '产出指标/数量指标/体检人数 60=58',
      '满意度指标/满意度指标/居民满意度 40=40',
    ]);
    expect(totals(table)).toEqual(['100', '98', null]);
    expect(table.unmatched).toEqual([]);
  });

  it('units come from the caption when the head names none', () => {
    const table = only('单位：元', [
      ['项目名称', wide('甲', 6)],
      [tall('资金', 2), '', '调整后预算数', '预算执行数', '预算执行率', '权重', '得分'],
      ['合计', '2000', '1500', '75%', '10', '7.5'],
      ['一级指标', '二级指标', '指标名称', '指标值', '实际值', '权重', '得分'],
      ['产出', '数量', '次数', '3次', '3次', '90', '90'],
      [wide('合计', 5), '100', '97.5'],
    ]);
    expect(table.execution[0]?.budget?.figure.value.toFixed()).toBe('2000');
    expect(table.execution[0]?.rate?.figure.value.toFixed()).toBe('0.75');
  });
});

describe('size', () => {
  it('reads fifty thousand rows', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => ['组', `指标${i}`, '1', '1']);
    const table = only([['一级指标', '二级指标', '分值', '得分'], ...rows]);
    expect(table.indicators).toHaveLength(50_000);
  });
});
