import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/index.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { sketch } from '../support/document.ts';

const TITLE = '2023年度青岚区林业局项目支出绩效自评表';
const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '分值', '评分标准', '实际完成值', '得分'];

function statusOf(target: string, weight: string, rule: string, result: string, score: string): string {
  const report = readReport(
    sketch(TITLE, [
      HEAD,
      ['产出指标', '数量指标', '完成情况', target, weight, rule, result, score],
      ['效益指标', '社会效益', '社会稳定性', '提升', '50', '视成效酌情打分', '提升', '50'],
    ]),
  );
  return rescore(report, null).items[0]?.status ?? '';
}

const ROADS = '里程≥12公里得5分，每少1公里扣1分';
const WATER = '供水量≥3万吨得5分，每少0.1万吨扣0.5分';
const ANSWER = '30分钟以内得5分，30-60分钟得3分，60分钟以上不得分';
const WORKS = '60天以内完成得5分，每超1天扣0.5分';
const TRAINED = '≥500人次得5分，每少10人次扣0.5分';
const SHARE = '得分=实际完成值/目标值×分值';

describe('results in another unit than the rule', () => {
  it.each([
    [ROADS, '≥12公里', '11千米', '4', 'confirmed'],
    [ROADS, '≥12公里', '11千米', '5', 'contradicted'],
    [WATER, '≥3万吨', '2.8万吨', '4', 'confirmed'],
    [WATER, '≥3万吨', '28000吨', '5', 'contradicted'],
    [ANSWER, '≤30分钟', '1.5小时', '3', 'contradicted'],
    [ANSWER, '≤30分钟', '0.5小时', '5', 'confirmed'],
    [WORKS, '≤60天', '62天', '5', 'contradicted'],
    [SHARE, '5公里', '4500米', '4.5', 'confirmed'],
    [SHARE, '5公里', '4500米', '4.8', 'contradicted'],
  ])('%s: %s, done %s, %s is %s', (rule, target, result, score, status) => {
    expect(statusOf(target, '5', rule, result, score)).toBe(status);
  });

  it.each([
    [WATER, '≥3万吨', '2.8', '4'],
    [WORKS, '≤60天', '2个月', '5'],
    [TRAINED, '≥500人次', '480人', '5'],
    [SHARE, '2个月', '60天', '5'],
  ])('judges nothing of %s: %s, done %s', (rule, target, result, score) => {
    expect(statusOf(target, '5', rule, result, score)).toBe('unverifiable');
  });
});
