import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, dec } from '../../../src/numbers/decimal.ts';
import { auditText } from '../../support/figures.ts';

/** Amounts in cents, so that what is printed is made from exact integers. */
const cents = fc.integer({ min: 2_000_00, max: 9_000_000_00 });
const print = (value: number): string => dec(value).div(100).toFixed(2);
const percent = (ratio: Decimal, decimals = 2): string =>
  `${ratio.times(100).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals)}%`;
/** A printed percentage moved by more than rounding can explain. */
const off = (printed: string, by: number): string =>
  `${dec(printed.slice(0, -1)).plus(dec(by).div(100)).toFixed(2)}%`;

const graver = (text: string | readonly string[]): readonly string[] =>
  auditText(text)
    .findings.filter((finding) => finding.severity === 'error')
    .map((finding) => finding.rule);

const JOINS = ['，其中：', '：', '，构成为', '，分布如下：', '，具体为', '，分别用于：'] as const;
const MARKS = ['比上年', '较上年', '与上年相比', '较2022年度', '同比'] as const;
const RUNS = { numRuns: 150 };

describe('parts and totals', () => {
  it('stay silent when right and speak when a part is changed', () => {
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(...JOINS),
        fc.integer({ min: 10, max: 5_000_00 }),
        (parts, join, change) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          const say = (values: readonly number[]): string =>
            `项目支出${print(total)}万元${join}${values.map((v, i) => `${'甲乙丙丁戊己'[i]}项${print(v)}万元`).join('，')}。`;
          expect(graver(say(parts))).toEqual([]);
          const more = parts.map((part, i) => (i === 0 ? part + change : part));
          expect(graver(say(more))).toEqual(['figure/sum']);
        },
      ),
      RUNS,
    );
  });
});

describe('shares', () => {
  it('stay silent when rounded and speak when off by more than rounding', () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 3, max: 900 }), (basic, project, shift) => {
        const total = basic + project;
        const first = percent(dec(basic).div(total));
        const second = percent(dec(project).div(total));
        const say = (share: string): string =>
          `支出合计${print(total)}万元，其中：基本支出${print(basic)}万元，占${share}；项目支出${print(project)}万元，占${second}。`;
        expect(graver(say(first))).toEqual([]);
        expect(graver(say(off(first, shift)))).toContain('figure/share');
      }),
      RUNS,
    );
  });
});

describe('changes', () => {
  it('stay silent when rounded and speak when the rate or the direction is changed', () => {
    fc.assert(
      fc.property(
        cents,
        cents,
        fc.constantFrom(...MARKS),
        fc.integer({ min: 5, max: 900 }),
        (now, then, mark, shift) => {
          fc.pre(Math.abs(now - then) > 100_00 && now < then * 2);
          const up = now > then;
          const rate = percent(dec(Math.abs(now - then)).div(then));
          const say = (r: string, verbs: readonly [string, string]): string =>
            `2023年度收、支总计${print(now)}万元，${mark}${verbs[0]}${print(Math.abs(now - then))}万元，${verbs[1]}${r}。`;
          const right: readonly [string, string] = up ? ['增加', '增长'] : ['减少', '下降'];
          expect(graver(say(rate, right))).toEqual([]);
          expect(graver(say(off(rate, shift), right))).toContain('figure/change');
          expect(graver(say(rate, [right[0], up ? '下降' : '增长']))).toContain('figure/direction');
          const both = (word: string): string =>
            `2023年度收、支总计${print(now)}万元，2022年度为${print(then)}万元，${word}${print(Math.abs(now - then))}万元。`;
          expect(graver(both(right[0]))).toEqual([]);
          expect(graver(both(up ? '减少' : '增加'))).toEqual(['figure/direction']);
        },
      ),
      RUNS,
    );
  });
});

describe('completion', () => {
  it('stays silent when rounded and speaks when off', () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 5, max: 900 }), (budget, done, shift) => {
        fc.pre(done < budget * 1.5);
        const rate = percent(dec(done).div(budget));
        const relation = done > budget ? '大于' : done < budget ? '小于' : '等于';
        const wrong = done > budget ? '小于' : '大于';
        const say = (r: string, word: string): string =>
          `年初预算为${print(budget)}万元，支出决算为${print(done)}万元，完成年初预算的${r}。决算数${word}预算数的主要原因是据实列支。`;
        expect(graver(say(rate, relation))).toEqual([]);
        expect(graver(say(off(rate, shift), relation))).toEqual(['figure/completion']);
        if (done !== budget) expect(graver(say(rate, wrong))).toEqual(['figure/direction']);
      }),
      RUNS,
    );
  });
});

describe('long and hostile text', () => {
  const hostile = [
    '1,',
    '占1%',
    '1.',
    '1234567890',
    '占',
    '2023年',
    '1万元',
    '-',
    '1/',
    '（',
    '“',
    '比上年增加',
    '比上年增加1万元，',
    '1，',
    '%',
    '得分  ',
    '一、',
    '其中：甲1元，',
    '甲1人；',
    '百分之',
    '完成预算的1%，',
  ];
  it.each(hostile)('is read in linear time: %s', (unit) => {
    const time = (size: number): number => {
      const text = unit.repeat(Math.floor(size / unit.length));
      // Processor time: what other programs do meanwhile does not count.
      const start = process.cpuUsage();
      auditText(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    time(5_000);
    const [short, long] = [time(25_000), time(100_000)];
    // Four times the text may cost a little more than four times the time, never sixteen times.
    expect(long).toBeLessThan(Math.max(short * 9, 1500));
  });
});
