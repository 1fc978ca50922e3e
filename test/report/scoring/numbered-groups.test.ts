import { describe, expect, it } from 'vitest';
import { readScoringTables } from '../../../src/report/scoring/index.ts';
import { sketch } from '../../support/document.ts';

const read = (...rows: readonly (readonly [string, string, string])[]) =>
  readScoringTables(
    sketch([['指标', '分值', '自评分'], ...rows.map((row) => [...row]), ['总分', '100', '95']]),
  )[0];

const names = (table: ReturnType<typeof read>) =>
  table?.indicators.map(({ name, group }) => [...group, name].join('/'));

describe('groups told by their numbers alone', () => {
  const rows = (weight: string) =>
    read(
      ['一、投入', '40', '38'],
      ['1.目标设定', '20', '18'],
      ['2.预算编制', '20', '20'],
      ['二、产出', weight, '57'],
      ['3.造林任务', '30', '30'],
      ['4.草原修复', '30', '27'],
    );
  it('are no indicators, and hold their weight and subtotal', () => {
    const table = rows('60');
    expect(names(table)).toEqual([
      '投入/1.目标设定',
      '投入/2.预算编制',
      '产出/3.造林任务',
      '产出/4.草原修复',
    ]);
    expect(
      table?.groups.map(({ path, weight, subtotal }) => [path.join('/'), `${weight}`, `${subtotal?.value}`]),
    ).toEqual([
      ['投入', '40', '38'],
      ['产出', '60', '57'],
    ]);
  });

  it('are indicators like the others where their items do not make up their weight', () => {
    expect(names(rows('50'))).toHaveLength(6);
    expect(
      names(read(['一、投入', '40', '38'], ['二、产出', '30', '30'], ['三、效果', '30', '27'])),
    ).toHaveLength(3);
  });
});
