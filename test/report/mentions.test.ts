import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/documents/model.ts';
import { readMentions } from '../../src/report/mentions.ts';
import { sketch } from '../support/document.ts';

const read = (document: Document): readonly string[] =>
  readMentions({
    paragraphs: document.blocks.filter((block) => block.kind === 'paragraph'),
    tables: document.blocks.filter((block) => block.kind === 'table'),
    document,
  })
    .filter((mention) => mention.where.table !== null)
    .map(({ figure }) => `${figure.value.toFixed()} ${figure.unit.name || '-'}`);

describe('figures of cells', () => {
  it('take the unit of the caption above the table', () => {
    expect(
      read(
        sketch('支出决算表', '单位：万元', [
          ['项目', '决算数'],
          ['基本支出', '668.89'],
          ['项目支出', '83.59'],
        ]),
      ),
    ).toEqual(['6688900 万元', '835900 万元']);
  });

  it('take the unit of their column before that of the caption', () => {
    expect(
      read(
        sketch('单位：万元', [
          ['项目', '金额（元）', '执行率（%）'],
          ['印刷费', '35,000.00', '97.5'],
        ]),
      ),
    ).toEqual(['35000 元', '0.975 %']);
  });

  it('take no amount for scores, rates, codes and numbers of people', () => {
    expect(
      read(
        sketch('单位：万元', [
          ['科目编码', '科目名称', '人数', '决算数', '占比'],
          ['2080505', '机关事业单位基本养老保险缴费支出', '43', '446.11', '95.2%'],
        ]),
      ),
    ).toEqual(['43 -', '4461100 万元', '0.952 %']);
  });

  it('leave the indicator rows of a project form alone', () => {
    expect(
      read(
        sketch('单位：万元', [
          ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年支出数', '分值', '执行率', '得分'],
          [{ text: '年度资金总额', cols: 2 }, '290.00', '290.00', '281.30', '10', '97%', '9.7'],
          ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差说明'],
          ['产出', '数量指标', '馆藏数字化', '≥49万页', '49万页', '9', '9', ''],
        ]),
      ),
    ).toEqual([
      '2900000 万元',
      '2900000 万元',
      '2813000 万元',
      '10 -',
      '0.97 %',
      '9.7 -',
      '490000 万页',
      '490000 万页',
      '9 -',
      '9 -',
    ]);
  });

  it('are none where “/” or “—” stands', () => {
    expect(
      read(
        sketch('单位：万元', [
          ['项目', '决算数'],
          ['出国费', '/'],
          ['购车费', '—'],
          ['接待费', ''],
        ]),
      ),
    ).toEqual([]);
  });
});
