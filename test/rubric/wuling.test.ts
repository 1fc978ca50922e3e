import { describe, expect, it } from 'vitest';
import { loadRubric } from '../../src/cli/rubric-folder.ts';
import { dec } from '../../src/numbers/decimal.ts';
import { attainable, readRule } from '../../src/rubric/index.ts';
import { admitted } from './support.ts';

/** One row for each of the 26 indicators: kind, scores below, at and above each boundary, and the attainable set. */
const ROWS: readonly (readonly [
  name: string,
  kind: string,
  scores: Readonly<Record<string, string>>,
  attainable: string | null,
])[] = [
  ['绩效目标合理性', 'points', {}, '0 1 2 3'],
  ['绩效指标明确性', 'points', {}, '0 1 2 3 4 5 6 7'],
  [
    '在职人员控制率',
    'steps',
    {
      '95.56%': '1',
      '100%': '1',
      '100.5%': '0.5 1',
      '101%': '0.5',
      '101.5%': '0 0.5',
      '102%': '0',
      '150%': '0',
    },
    '0 0.5 1',
  ],
  [
    '“三公经费”变动率',
    'steps',
    { '-100%': '1', '0%': '1', '0.5%': '0.5 1', '1%': '0.5', '2%': '0', '30%': '0' },
    '0 0.5 1',
  ],
  [
    '重点支出安排率',
    'bands',
    {
      '95%': '3',
      '90%': '3',
      '89.99%': '2',
      '80%': '2',
      '79.99%': '1',
      '70%': '1',
      '69.99%': '0.5',
      '60%': '0.5',
      '59.99%': '0',
    },
    '0 0.5 1 2 3',
  ],
  [
    '预算完成率',
    'steps',
    {
      '100%': '3',
      '95%': '3',
      '93%': '2 3',
      '90%': '2',
      '88%': '1 2',
      '85%': '1',
      '84%': '0 1',
      '80%': '0',
      '0%': '0',
    },
    '0 1 2 3',
  ],
  [
    '预算调整率',
    'bands',
    {
      '4.99%': '2',
      '5%': '2',
      '5.01%': '1.5',
      '10%': '1.5',
      '10.01%': '1',
      '15%': '1',
      '15.01%': '0.5',
      '20%': '0.5',
      '20.01%': '0',
    },
    '0 0.5 1 1.5 2',
  ],
  [
    '支付进度率',
    'steps',
    {
      '100%': '2',
      '97%': '1.5 2',
      '95%': '1.5',
      '103%': '1.5 2',
      '105%': '1.5',
      '90%': '1',
      '80%': '0',
      '121%': '0',
    },
    '0 0.5 1 1.5 2',
  ],
  [
    '结转结余变动率',
    'steps',
    { '-10%': '1', '0%': '1', '3%': '0.5 1', '5%': '0.5', '10%': '0', '50%': '0' },
    '0 0.5 1',
  ],
  ['公用经费控制率', 'steps', { '90%': '2', '100%': '2', '102%': '1 2', '105%': '1', '110%': '0' }, '0 1 2'],
  [
    '“三公经费”控制率',
    'steps',
    { '0%': '1', '100%': '1', '104%': '0.5 1', '105%': '0.5', '111%': '0' },
    '0 0.5 1',
  ],
  ['政府采购执行率', 'steps', { '100%': '2', '96%': '1 2', '95%': '1', '106%': '0 1', '90%': '0' }, '0 1 2'],
  ['管理制度健全性', 'violations', {}, '0 1 2'],
  ['资金使用合规性', 'violations', {}, '0 1 3 5'],
  ['预决算信息公开性', 'violations', {}, '0 0.5 1'],
  ['基础信息完善性', 'points', {}, '0 1'],
  ['管理制度健全性', 'points', {}, '0 0.5 1'],
  ['资产管理安全性', 'points', {}, '0 0.5 1'],
  [
    '固定资产利用率',
    'steps',
    { '100%': '1', '99.5%': '0.9 1', '99%': '0.9', '95%': '0.5', '90%': '0', '80%': '0' },
    '0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1',
  ],
  ['实际完成率', 'judgement', {}, null],
  ['完成及时率', 'judgement', {}, null],
  ['质量达标率', 'judgement', {}, null],
  ['重点工作办结率', 'judgement', {}, null],
  ['实施效益', 'judgement', {}, null],
  ['行政效能', 'levels', {}, '0 1 2 3'],
  [
    '社会公众或服务对象满意度',
    'steps',
    { '93%': '5', '90%': '5', '89.5%': '4.5 5', '89%': '4.5', '80.5%': '0 0.5', '80%': '0', '60%': '0' },
    '0 0.5 1 1.5 2 2.5 3 3.5 4 4.5 5',
  ],
];

describe('the 26 indicators of Wuling 2023', () => {
  const { indicators } = loadRubric('wuling-2023');

  it('leaves none out', () => {
    expect(indicators.map(({ name }) => name)).toEqual(ROWS.map(([name]) => name));
  });

  it.each(ROWS.map((row, i) => [i, ...row] as const))('%i %s', (i, _name, kind, scores, listed) => {
    const indicator = indicators[i];
    const reading = readRule(indicator?.rule ?? '?', {
      weight: indicator?.weight == null ? null : dec(indicator.weight),
      indicator: indicator?.name ?? '',
    });
    if (!reading.understood) throw new Error(reading.reason);
    expect(reading.kind).toBe(kind);
    expect(attainable(reading.rule)?.join(' ') ?? null).toBe(listed);
    for (const [value, expected] of Object.entries(scores))
      expect(`${value} → ${admitted(reading.rule, value)}`).toBe(`${value} → ${expected}`);
  });
});
