import { describe, expect, it } from 'vitest';
import inconsistent from '../../../src/checks/rubric/inconsistent.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { findingsOf } from '../../support/audit.ts';
import { sketch } from '../../support/document.ts';

const RULES = [inconsistent] as unknown as readonly Rule[];

/** What is said of a printed rule of an indicator worth five marks. */
const told = async (name: string, rule: string) =>
  (
    await findingsOf(
      RULES,
      sketch('2023年度柳泉区档案馆部门整体支出绩效自评报告', [
        ['一级指标', '二级指标', '分值', '评分标准', '得分'],
        ['过程', name, '5', rule, '5'],
        ['产出', '完成', '95', '视情况给分。', '95'],
        [{ text: '合计', cols: 2 }, '100', '', '100'],
      ]),
    )
  ).map((f) => `${f.severity} ${f.message}`);

describe('rubric/inconsistent', () => {
  it.each([
    [
      'a gap between bands',
      '预算完成率',
      '≥90%，得5分；70%（含）-80%，得3分；＜70%，得0分。',
      /空档：“.*70%.*80%.*”与“.*90%.*”之间/u,
    ],
    ['bands that overlap', '预算完成率', '≥90%，得5分；80%（含）-95%，得3分；＜80%，得0分。', /分档重叠/u],
    [
      'points that do not make the weight',
      '制度健全性',
      '①制度健全，得2分；②执行有效，得2分；③公开及时，得2分。',
      /得分合计6分，与分值5分不符/u,
    ],
    ['another full mark', '预算完成率', '≥90%，得6分；＜90%，得0分。', /最高得分为6分，与分值5分不符/u],
    [
      'scores out of order',
      '预算完成率',
      '≥90%，得5分；80%（含）-90%，得1分；70%（含）-80%，得3分；＜70%，得0分。',
      /次序颠倒/u,
    ],
  ])('tells of %s', async (_what, name, rule, message) => {
    const found = await told(name, rule);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^warning “/u);
    expect(found[0]).toMatch(message);
  });

  it.each([
    ['预算完成率', '≥90%，得5分；80%（含）-90%，得3分；＜80%，得0分。'],
    // Ends without （含） are ambiguous, not contradictory.
    ['预算完成率', '90%以上，得5分；80%-90%，得3分；80%以下，得0分。'],
    ['预算调整率', '=0，得5分；0-10%（含），得3分；＞10%，得0分。'],
    ['预算执行率', '≥95%，得5分；每降低1%，扣0.5分，扣完为止。'],
    ['制度健全性', '①制度健全，得2分；②执行有效，得3分。'],
    ['预算完成率', '完成率W95%，得3分；每降低5%Q1分。'],
    ['工作质量', '视情况给分。'],
  ])('is silent on %s: %s', async (name, rule) => {
    expect(await told(name, rule)).toEqual([]);
  });
});
