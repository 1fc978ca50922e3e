import { describe, expect, it } from 'vitest';
import { dec } from '../../src/numbers/decimal.ts';
import type { StartedStep } from '../../src/rubric/index.ts';
import {
  admissible,
  implied,
  inconsistencies,
  isAdmissible,
  isAttainable,
  printImplied,
  readRule,
  subject,
} from '../../src/rubric/index.ts';
import { admitted, computed, ruleOf } from './support.ts';

const COMPLETION = '预算完成率≥95%，得3分；每降低5%，扣1分，扣完为止。';
const ADJUSTMENT =
  '预算调整率≤5%，得2分；5%-10%（含），得1.5分；10%-15%（含），得1分；15%-20%（含），得0.5分；＞20%，得0分。';

describe('a claim against the value', () => {
  it.each([
    // started, whole and pro rata (3 − 7/5 = 1.6) are all readings of a started step
    [COMPLETION, '3', '88%', '1', true],
    [COMPLETION, '3', '88%', '2', true],
    [COMPLETION, '3', '88%', '1.6', true],
    [COMPLETION, '3', '88%', '3', false],
    [COMPLETION, '3', '88%', '1.5', false],
    [COMPLETION, '3', '88%', '0', false],
    // a rounded value that may lie on either side of a boundary admits both sides
    [COMPLETION, '3', '94.95%~95.05%', '3', true],
    [COMPLETION, '3', '94.95%~95.05%', '2', true],
    [ADJUSTMENT, '2', '4%', '2', true],
    [ADJUSTMENT, '2', '4%', '1.2', false],
    [ADJUSTMENT, '2', '6%', '2', false],
    // proportional scores may be printed rounded or cut off at the claim's own decimals, never otherwise
    ['得分=预算执行率×分值。', '10', '97.8%', '9.78', true],
    ['得分=预算执行率×分值。', '10', '97.8%', '9.8', true],
    ['得分=预算执行率×分值。', '10', '97.8%', '9.7', true],
    ['得分=预算执行率×分值。', '10', '97.8%', '10', true],
    ['得分=预算执行率×分值。', '10', '97.8%', '9.6', false],
    ['得分=预算执行率×分值。', '10', '88.2%', '10', false],
    ['得分=预算执行率×分值。', '10', '88.2%', '9', true],
    // words the rule says nothing about leave the score to the reviewer, but not the full mark
    ['预算执行率达到95%的，得5分。', '5', '80%', '3', true],
    ['预算执行率达到95%的，得5分。', '5', '80%', '5', false],
    // beyond a rule that only takes marks below 100% the full mark stays possible
    ['固定资产利用率=100%，得1分；每低一个百分点扣0.1分，扣完为止。', '1', '100.2%', '1', true],
    ['完成率=100%，得4分。', '4', '120%', '4', true],
    ['完成率=100%，得4分。', '4', '90%', '4', false],
    ['①制度健全，得1分；②执行有效，得2分。', '3', '0', '1.5', true],
    ['每发现一处扣2分，扣完为止。', '5', '0', '4', false],
    ['酌情打分', '5', '0', '4.2', true],
    ['酌情打分', '5', '0', '6', false],
  ] as const)('%s（%s分） at %s: %s is %s', (rule, weight, value, claimed, expected) => {
    expect(isAdmissible(admissible(ruleOf(rule, weight), computed(value)), dec(claimed))).toBe(expected);
  });

  it.each<[StartedStep, string]>([
    ['whole', '2'],
    ['started', '1'],
    ['pro-rata', '1.6..1.6'],
  ])('a rubric that fixes started steps as %s leaves %s', (startedStep, expected) => {
    const reading = readRule(COMPLETION, { weight: dec(3), indicator: '预算完成率', startedStep });
    if (!reading.understood) throw new Error(reading.reason);
    expect(admitted(reading.rule, '88%')).toBe(expected);
  });
});

describe('a claim against the rule alone', () => {
  it.each([
    [ADJUSTMENT, '2', '1.2', false],
    [ADJUSTMENT, '2', '1.5', true],
    [ADJUSTMENT, '2', '2.5', false],
    [COMPLETION, '3', '2', true],
    [COMPLETION, '3', '1.2', true],
    [COMPLETION, '3', '3.5', false],
    ['年度培训不少于8期得4分，每少1期扣1分，扣完为止。', '4', '2.5', false],
    ['优秀计3分，良好计2分，合格计1分，不合格计0分。', '3', '2.5', false],
    ['效果显著得8—10分；效果较好得5—7分；效果一般得0—4分。', '10', '7.5', false],
    ['效果显著得8—10分；效果较好得5—7分；效果一般得0—4分。', '10', '9.5', true],
    ['每发现一处扣2分，扣完为止。', '5', '4', false],
    // Half a month late may have cost half the marks, half a day is no day.
    ['按时完成得满分，每延迟1个月扣1分。', '5', '4.5', null],
    ['按时完成得满分，每延迟1天扣1分。', '5', '4.5', false],
    ['实际支出未超过预算支出得5分，每超1万元扣1分。', '5', '3.4', null],
    ['①制度健全，得1分；②执行有效，得2分。', '3', '1.5', null],
    ['①制度健全，得1分，否则不得分；②执行有效，得2分，否则不得分。', '3', '1.5', false],
    ['得分=预算执行率×分值。', '10', '9.37', true],
    ['视实际成效打分。', '9', '8.5', null],
    ['预算执行率达到95%的，得5分。', '5', '3', null],
    ['覆盖率达到100%得3分，否则不得分。', '3', '2', false],
  ] as const)('%s（%s分） can give %s: %s', (rule, weight, claimed, expected) => {
    expect(isAttainable(ruleOf(rule, weight), dec(claimed))).toBe(expected);
  });
});

describe('what a claimed score implies', () => {
  it.each([
    [COMPLETION, '3', '2', '预算完成率应在[90%，95%)'],
    [COMPLETION, '3', '3', '预算完成率应不低于95%'],
    [COMPLETION, '3', '0', '预算完成率应低于85%'],
    [ADJUSTMENT, '2', '1.5', '预算完成率应在(5%，10%]'],
    [
      '支付进度率=100%，得2分；每超过（降低）5%，扣0.5分，扣完为止。',
      '2',
      '1.5',
      '预算完成率应在[95%，100%)，或在(100%，105%]',
    ],
    ['得分=预算执行率×分值。', '10', '9.5', '预算完成率应为95%'],
    ['得分=预算执行率×分值。', '10', '10', '预算完成率应不低于100%'],
    [ADJUSTMENT, '2', '1.2', ''],
    ['酌情打分', '5', '4', ''],
  ] as const)('%s（%s分）: %s → %s', (rule, weight, score, expected) => {
    const read = ruleOf(rule, weight);
    expect(printImplied(read, implied(read, dec(score)), '预算完成率')).toBe(expected);
  });

  it('takes whole and pro rata steps into account when asked for any reading', () => {
    const rule = ruleOf(COMPLETION, '3');
    expect(printImplied(rule, implied(rule, dec(2), 'any'), '预算完成率')).toBe('预算完成率应在(85%，95%)');
  });
});

describe('rules that contradict themselves', () => {
  it.each([
    [
      '≥90%得3分；70%（含）-80%（不含）得1分；＜70%得0分',
      '3',
      ['分档有空档：“70%（含）—80%（不含）得1分”与“≥90%得3分”之间的数值没有对应的得分'],
    ],
    ['＞90%得3分；＜90%得1分', '3', ['分档有空档：90%未归入任何一档']],
    [
      '80%（含）-95%（含）得2分；90%（含）-100%（含）得3分；＜80%得0分',
      '3',
      ['分档重叠：“80%（含）—95%（含）得2分”与“90%（含）—100%（含）得3分”'],
    ],
    [
      '≤10%得2分；10%（含）-20%（含）得1分；＞20%得0分',
      '2',
      ['分档重叠：10%同时属于“≤10%得2分”与“10%（含）—20%（含）得1分”'],
    ],
    ['≥90%得1分；80%（含）-90%得3分；60%（含）-80%得2分；＜60%得2.5分', '3', ['分档得分的高低次序颠倒']],
    ['①制度健全，得1分；②执行有效，得1分。', '3', ['各项得分合计2分，与分值3分不符']],
    ['预算完成率≥95%，得4分；每降低5%，扣1分。', '3', ['评分标准的最高得分为4分，与分值3分不符']],
    [
      '满分5分。完成率达到100%得5分，每降低10%扣1分。',
      '4',
      ['评分标准写明满分5分，分值为4分', '评分标准的最高得分为5分，与分值4分不符'],
    ],
    // silent: real rules whose ends are merely not said, percents in whole steps, a value singled out
    [COMPLETION, '3', []],
    [ADJUSTMENT, '2', []],
    ['满意度90%以上得5分，80%-90%得4分，60%-80%得2分，60%以下不得分。', '5', []],
    ['80%-89%得3分，90%-100%得5分，80%以下得0分。', '5', []],
    ['预算调整率=0，计3分；0-10%（含），计2分；10-20%（含），计1分；大于20%不得分。', '3', []],
    ['95%以上得3分；90%以上得2分；85%以上得1分；其余不得分。', '3', []],
    [
      '低于80%或超过120%不得分；80%（含）至90%得1分；90%（含）至110%（含）得3分；110%至120%（含）得1分。',
      '3',
      [],
    ],
    ['投诉次数为0次得3分，1-2次得2分，3次及以上不得分。', '3', []],
    ['优秀计3分，良好计2分，合格计1分，不合格计0分。', '3', []],
    ['每发现一处扣2分，扣完为止。', '5', []],
  ] as const)('%s（%s分）', (rule, weight, expected) => {
    expect(inconsistencies(ruleOf(rule, weight), dec(weight))).toEqual(expected);
  });
});

describe('the quantity a rule measures', () => {
  it.each([
    [COMPLETION, '3', { name: '预算完成率', measure: 'rate', better: 'higher' }],
    [ADJUSTMENT, '2', { name: '预算调整率', measure: 'rate', better: 'lower' }],
    [
      '支付进度率=100%，得2分；每超过（降低）5%，扣0.5分。',
      '2',
      { name: '支付进度率', better: 'neither', center: dec(1) },
    ],
    ['≥90%，得5分；每降低1%，扣0.5分。', '5', { name: null, better: 'higher' }],
    ['年度培训不少于8期得4分，每少1期扣1分。', '4', { measure: 'count', better: 'higher' }],
  ] as const)('%s', (rule, weight, expected) => {
    expect(subject(ruleOf(rule, weight))).toMatchObject(expected);
  });

  it('has none for judgement', () => expect(subject(ruleOf('酌情打分', '5'))).toBeNull());

  it('reads a ratio spelt out in a score formula', () => {
    const found = subject(ruleOf('得分=达标个数/全部个数×分值', '4'));
    expect(found?.formula?.expression).toMatchObject({
      operator: '÷',
      left: { name: '达标个数' },
      right: { name: '全部个数' },
    });
  });
});
