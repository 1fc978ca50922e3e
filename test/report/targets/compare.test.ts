import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanFigures } from '../../../src/language/figures.ts';
import type { Figure } from '../../../src/numbers/figure.ts';
import { overshoot, reached } from '../../../src/report/targets/compare.ts';

const figure = (text: string): Figure => {
  const found = scanFigures(text)[0];
  if (found === undefined) throw new Error(`no figure in ${text}`);
  return found.figure;
};

const aim = (name: string) => ({
  name: name.split('/').at(-1) ?? '',
  category: name.split('/')[1] ? (name.split('/')[0] ?? '') : '',
});

describe('reached', () => {
  test.each([
    ['网点', '10处', '7处', 'below'],
    ['网点', '10处', '10处', 'met'],
    ['网点', '不少于10处', '12处', 'met'],
    ['参与率', '95%以上', '95%', 'met'],
    ['参与率', '95%以上', '94.6%', 'below'],
    ['参与率', '95.4%', '95%', 'met'], // 95% may be 95.4% with one decimal less
    ['完好率', '≥95%', '94.96%', 'below'],
    ['授课费', '不超过460元', '445元', 'met'],
    ['授课费', '不超过460元', '470元', 'below'],
    ['授课费', '≤460元', '460元', 'met'],
    ['投诉率', '控制在2%以内', '1.5%', 'met'],
    ['投诉率', '控制在2%以内', '3%', 'below'],
    ['单位成本', '460元', '445元', 'met'], // the name alone says that less is better
    ['差错控制合格率', '97%', '98%', 'met'],
    ['差错控制合格率', '97%', '96%', 'below'],
    ['成本指标/设备采购', '50万元', '48万元', 'met'], // of a cost less is better whatever it is called
    ['成本指标/设备采购', '50万元', '52万元', 'below'],
    ['成本指标/成本节约率', '5%', '4%', 'below'],
    ['响应时间', '30分钟', '20分钟', 'met'], // which way a span of time is meant is not said
    ['响应时间', '30分钟', '40分钟', 'unknown'],
    ['全年开放天数', '300天', '290天', 'below'],
    ['公务员考核', '1400余人', '1400余人', 'unknown'],
    ['走访', '约500户', '480户', 'unknown'],
    ['合格率', '95%', '95人', 'unknown'],
    ['数字化', '49万页', '490000页', 'met'],
    ['数字化', '49万页', '48.9万页', 'below'],
    ['培训', '100人', '100人以上', 'met'],
    ['公路里程', '≥5公里', '4500米', 'below'],
    ['公路里程', '≥5公里', '5200米', 'met'],
    ['工期', '≤2个月', '58天', 'unknown'], // months have no fixed number of days
    ['处理时限', '≤2小时', '90分钟', 'met'],
    ['培训', '≥500人', '480人次', 'unknown'], // one may come twice
    ['培训', '≥500人', '480名', 'below'],
    ['演出', '12次', '11场', 'below'],
  ])('%s: target %s, result %s is %s', (name, target, result, expected) => {
    expect(reached(aim(name), figure(target), figure(result))).toBe(expected);
  });

  test('a result that equals its target always reaches it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99999 }),
        fc.constantFrom('家', '人次', '%', '元', '万元'),
        (n, unit) => {
          const same = figure(`${n}${unit}`);
          expect(reached(aim('任务'), same, same)).toBe('met');
          expect(reached(aim('成本'), same, same)).toBe('met');
        },
      ),
    );
  });
});

describe('overshoot', () => {
  test.each([
    ['培训', '60名', '90名', '0.5'],
    ['培训', '60名', '78名', '0.3'],
    ['培训', '60名', '77名', null],
    ['满意度', '60%', '95%', null],
    ['单位成本', '100元', '150元', null],
    ['费用', '不超过100元', '60元', null],
    ['走访', '约100户', '180户', null],
    ['走访', '0户', '10户', null],
    ['响应时间', '30分钟', '60分钟', null],
  ])('%s: target %s, result %s gives %s', (name, target, result, expected) => {
    expect(overshoot(aim(name), figure(target), figure(result))?.toFixed() ?? null).toBe(expected);
  });
});
