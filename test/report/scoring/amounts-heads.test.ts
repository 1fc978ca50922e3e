import { describe, expect, it } from 'vitest';
import { readScoringTables } from '../../../src/report/scoring/index.ts';
import { countedExecution } from '../../../src/report/scoring/sums.ts';
import { type SketchCell, sketch } from '../../support/document.ts';

const INDICATORS = (weights: readonly [string, string]) => [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '新建站点', '≥10个', '10个', weights[0], weights[0]],
  ['效益指标', '社会效益', '受益人数', '≥1000人', '1200人', weights[1], weights[1]],
];

/** The row of the amounts block that counts: executed, weight and score. */
function execution(block: readonly (readonly SketchCell[])[], weights: readonly [string, string]) {
  const [form] = readScoringTables(sketch([...block, ...INDICATORS(weights)]));
  const row = form && countedExecution(form);
  return row && [row.executed?.figure.raw, row.weight?.toString(), row.score?.raw];
}

describe('heads of the amounts block', () => {
  it('tell the weight and the score of the rate from the rate', () => {
    const block = [
      [
        { text: '项目资金（万元）', rows: 2 },
        '',
        '全年预算数',
        '全年执行数',
        '执行率',
        '执行率权重',
        '执行率得分',
      ],
      ['年度总金额', '352.00', '352.00', '100%', '10', '10.00'],
    ];
    expect(execution(block, ['50', '40'])).toEqual(['352.00', '10', '10.00']);
  });

  it('may give the weight in brackets only', () => {
    const block = [
      [
        { text: '预算执行情况（万元）（20分）', rows: 2 },
        '',
        '预算数（A）',
        '执行数（B）',
        '执行率（B/A）',
        '得分（20分×执行率）',
      ],
      ['年度财政资金总额', '486.00', '451.98', '93%', '18.6'],
    ];
    expect(execution(block, ['50', '30'])).toEqual(['451.98', '20', '18.6']);
  });

  it('may take two lines, （B/A） below 执行率', () => {
    const down = (text: string) => ({ text, rows: 2 });
    const block = [
      [
        { text: '项目资金（万元）', rows: 3 },
        down(''),
        down('全年预算数（A）'),
        down('全年执行数（B）'),
        down('分值'),
        '执行率',
        down('得分'),
      ],
      ['（B/A）'],
      ['年度资金总额：', '1920.50', '1905.14', '10', '99.20%', '9.92'],
    ];
    expect(execution(block, ['50', '40'])).toEqual(['1905.14', '10', '9.92']);
  });

  it('a label broken over two rows leaves the total in the first', () => {
    const block = [
      [{ text: '项目资金（万元）', rows: 4 }, '', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      ['年度资金', '98.64', '92.18', '10', '93.45%', '9.35'],
      ['总额', '', '', '', '', ''],
      ['其中：财政拨款', '98.64', '92.18', '—', '93.45%', '—'],
    ];
    expect(execution(block, ['50', '40'])).toEqual(['92.18', '10', '9.35']);
  });

  it('may give no weight at all: the score stands for the marks that the indicators leave', () => {
    const block = [
      [{ text: '资金情况', rows: 2 }, '', '全年预算数', '全年执行数', '执行率', '得分'],
      ['资金总额', '100.00', '95.00', '95%', '9.5'],
    ];
    expect(execution(block, ['50', '40'])).toEqual(['95.00', '10', '9.5']);
    expect(execution(block, ['60', '40'])).toBeNull();
  });
});

describe('a column headed 评分说明', () => {
  const read = (...[explained, score]: readonly [string, string]) =>
    readScoringTables(
      sketch([
        ['一级指标', '评价指标', '分值', explained, score],
        ['投入', '预算执行率', '10', '≥95%得10分，低于95%得5分', '10'],
        ['产出', '招生人数', '90', '达到3800人得满分', '90'],
        [{ text: '合计', cols: 2 }, '100', '', '100'],
      ]),
    )[0]?.indicators[0];
  it('is the rule where it stands left of the scores and speaks of marks', () => {
    expect(read('评分说明', '得分')?.criterion).toBe('≥95%得10分，低于95%得5分');
  });
});

describe('weights printed with the group only', () => {
  it('are those of a row that is alone in its group', () => {
    const [form] = readScoringTables(
      sketch([
        ['一级指标', '二级指标', '三级指标', '年初目标值', '实际完成值', '得分'],
        [{ text: '产出指标', rows: 3 }, '数量指标（20分）', '养护里程', '320公里', '320公里', '20'],
        [{ text: '质量指标（10分）', rows: 2 }, '优良路率', '≥80%', '83%', '5'],
        ['合格率', '100%', '100%', '5'],
      ]),
    );
    expect(form?.indicators.map(({ weight }) => weight?.toString() ?? null)).toEqual(['20', null, null]);
  });
});
