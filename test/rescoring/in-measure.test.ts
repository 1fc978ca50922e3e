import { describe, expect, it } from 'vitest';
import { inMeasure } from '../../src/rescoring/in-measure.ts';
import { soleFigure } from '../../src/rescoring/row-values.ts';
import { isMeasured } from '../../src/rubric/index.ts';
import { ruleOf } from '../rubric/support.ts';

describe('a figure as a value of the rule', () => {
  it.each([
    ['里程≥12公里得6分，每减少1公里扣1分', '11千米', '11'],
    ['里程≥12公里得6分，每减少1公里扣1分', '11500米', '11.5'],
    ['里程≥12公里得6分，每减少1公里扣1分', '11', '11'],
    ['供水量≥3万吨得6分，每少0.1万吨扣1分', '2.8万吨', '28000'],
    // Whether 2.8 are 万吨 or 28000 are 吨, a number alone does not tell.
    ['供水量≥3万吨得6分，每少0.1万吨扣1分', '2.8', null],
    ['时限≤2小时得6分，每超30分钟扣1分', '2.5小时', '150'],
    ['时限≤2小时得6分，每超30分钟扣1分', '2.5', null],
    ['工期≤60天得6分，每超1天扣1分', '2个月', null],
    ['工期≤60个工作日得6分，每超1个工作日扣1分', '65天', null],
    ['培训≥500人次得6分，每少10人次扣1分', '480人次', '480'],
    ['培训≥500人次得6分，每少10人次扣1分', '120人', null],
    ['完成≥12项得6分，每少1项扣1分', '11个', '11'],
    ['完成率≥90%得6分，每少1%扣1分', '89', '0.89'],
    ['完成率≥90%得6分，每少1%扣1分', '89万元', null],
  ])('of %s, %s is %s', (sentence, printed, value) => {
    const rule = ruleOf(sentence, '6', '');
    const figure = soleFigure(printed);
    if (!figure || !isMeasured(rule)) throw new Error(printed);
    expect(inMeasure(figure, rule)?.point.toFixed() ?? null).toBe(value);
  });
});
