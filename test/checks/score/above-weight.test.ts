import { describe, expect, it } from 'vitest';
import { type Sketch, sketch } from '../../support/document.ts';
import { report, TITLE, tall, wide } from './report.ts';
import { found } from './rules.ts';

const told = async (document: Parameters<typeof found>[0]) =>
  (await found(document)).filter((line) => line.includes('above-weight'));

describe('score/above-weight', () => {
  it.each([
    ['10', []],
    ['10.0', []],
    ['10.1', ['error score/above-weight 10.1→≤10']],
    ['-1', ['error score/above-weight -1→null']],
  ])('%s of 10', async (score, expected) => {
    expect(await told(report({ scores: [score, '18', '40', '29'] }))).toEqual(expected);
  });

  const merged = (score: string): Sketch => [
    ['一级指标', '二级指标', '分值', '得分'],
    [tall('过程', 2), '制度健全', '5', tall(score, 2)],
    ['制度执行', '5'],
    ['产出', '完成数量', '90', '90'],
    [wide('合计', 2), '100', ''],
  ];
  it('a score merged over rows stays within their weights together', async () => {
    expect(await told(sketch(TITLE, merged('10')))).toEqual([]);
    expect(await told(sketch(TITLE, merged('11')))).toEqual(['error score/above-weight 11→≤10']);
  });

  const taken = (weight: string, score: string): Sketch => [
    ['一级指标', '分值', '得分'],
    ['预算', '50', '50'],
    ['履职', '50', '45'],
    ['减分项', weight, score],
    ['合计', '100', ''],
  ];
  it.each([
    ['-5', '-1'],
    ['-5', '0'],
    ['5', '-2'],
    ['', '-2'],
  ])('减分项 may be printed %s with %s', async (weight, score) => {
    expect(await told(sketch(TITLE, taken(weight, score)))).toEqual([]);
  });
});
