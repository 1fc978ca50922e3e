import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../../src/numbers/decimal.ts';
import { dec } from '../../src/numbers/decimal.ts';
import type { RuleExpression } from '../../src/rubric/index.ts';
import {
  admissible,
  attainable,
  implied,
  isMeasured,
  printRule,
  readFormula,
  readRule,
} from '../../src/rubric/index.ts';
import { SENTENCES } from './sentences.ts';
import { read } from './support.ts';

const tenths = (min: number, max: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min: min * 10, max: max * 10 }).map((n) => dec(n).div(10));

/** A threshold and steps in one of many wordings: rules that reward more, or less. */
const stepRule = fc
  .record({
    weight: tenths(1, 20),
    threshold: fc.integer({ min: 50, max: 110 }),
    size: fc.integer({ min: 1, max: 10 }),
    lost: fc.constantFrom('0.1', '0.2', '0.5', '1', '2'),
    down: fc.boolean(),
    award: fc.constantFrom('得', '计', '记', '给'),
    loss: fc.constantFrom('扣', '减', '扣减', '减去'),
    unit: fc.constantFrom('%', '个百分点'),
    end: fc.constantFrom('，扣完为止。', '，减完止。', '，最低0分。', '。'),
  })
  .map(({ weight, threshold, size, lost, down, award, loss, unit, end }) => ({
    weight: weight.toString(),
    down,
    rule: `完成率${down ? '≥' : '≤'}${threshold}%${award}${weight}分，每${down ? '降低' : '超过'}${size}${unit}${loss}${lost}分${end}`,
  }));

/** Bands from the best down, with ends said in one of several ways. */
const bandRule = fc
  .record({
    ends: fc.uniqueArray(fc.integer({ min: 10, max: 120 }), { minLength: 1, maxLength: 5 }),
    scores: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 }),
    style: fc.constantFrom('signs', 'brackets', 'said', 'unsaid'),
  })
  .map(({ ends, scores, style }) => {
    const cuts = [...ends].sort((a, b) => b - a);
    const marks = [...scores].sort((a, b) => b - a);
    const parts = cuts.map((cut, i) => {
      const upper = cuts[i - 1];
      if (upper === undefined)
        return style === 'unsaid' ? `${cut}%以上得${marks[i]}分` : `≥${cut}%得${marks[i]}分`;
      if (style === 'brackets') return `[${cut}%，${upper}%）得${marks[i]}分`;
      if (style === 'signs') return `${cut}%≤完成率＜${upper}%得${marks[i]}分`;
      return `${cut}%${style === 'said' ? '（含）' : ''}-${upper}%得${marks[i]}分`;
    });
    return {
      weight: String(marks[0]),
      down: true,
      rule: `完成率${parts.join('；')}；＜${cuts.at(-1)}%得0分。`,
    };
  });

const linearRule = tenths(1, 20).map((weight) => ({
  weight: weight.toString(),
  down: true,
  rule: '得分=完成率×分值，最高不超过分值。',
}));

const anyRule = fc.oneof(stepRule, bandRule, linearRule);
const value = tenths(-20, 150).map((percent) => percent.div(100));
const at = (rule: RuleExpression, low: Decimal, high = low) =>
  admissible(rule, { point: low, range: { low, high } });

function understood({ rule, weight }: { rule: string; weight: string }): RuleExpression {
  const reading = read(rule, weight);
  if (!reading.understood) throw new Error(`${rule}：${reading.reason}`);
  return reading.rule;
}

describe('rules in general', () => {
  it('never give more than the weight or less than nothing', () => {
    fc.assert(
      fc.property(anyRule, value, (given, v) => {
        const { scores, range } = at(understood(given), v);
        for (const score of [...(scores ?? []), range.low, range.high])
          expect(score.gte(0) && score.lte(given.weight)).toBe(true);
      }),
    );
  });

  it('never give less for more, or more for less when less is better', () => {
    fc.assert(
      fc.property(anyRule, value, value, (given, a, b) => {
        const rule = understood(given);
        const [low, high] = a.lte(b) ? [a, b] : [b, a];
        const [worse, better] = given.down
          ? [at(rule, low), at(rule, high)]
          : [at(rule, high), at(rule, low)];
        expect(worse.range.low.lte(better.range.low) && worse.range.high.lte(better.range.high)).toBe(true);
      }),
    );
  });

  it('admit over a range everything they admit at any value in it', () => {
    fc.assert(
      fc.property(anyRule, value, value, fc.integer({ min: 0, max: 8 }), (given, a, b, eighth) => {
        const rule = understood(given);
        const [low, high] = a.lte(b) ? [a, b] : [b, a];
        const inside = low.plus(high.minus(low).times(eighth).div(8));
        const whole = at(rule, low, high);
        const single = at(rule, inside);
        expect(whole.range.low.lte(single.range.low) && whole.range.high.gte(single.range.high)).toBe(true);
        for (const score of single.scores ?? [])
          if (whole.scores !== null) expect(whole.scores.some((one) => one.eq(score))).toBe(true);
      }),
    );
  });

  it('imply, for every attainable score, values that give it', () => {
    fc.assert(
      fc.property(fc.oneof(stepRule, bandRule), (given) => {
        const rule = understood(given);
        for (const score of attainable(rule) ?? []) {
          const ranges = implied(rule, score, 'any');
          expect(ranges.length).toBeGreaterThan(0);
          for (const { low, high } of ranges) {
            const inside =
              low && high
                ? low.value.plus(high.value).div(2)
                : (low?.value.plus(1) ?? high?.value.minus(1) ?? dec(0));
            const { scores, proRata } = at(rule, inside);
            const listed = scores?.some((one) => one.eq(score)) === true;
            const shared = proRata?.some((span) => span.low.lte(score) && span.high.gte(score)) === true;
            expect(listed || shared).toBe(true);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('read back from their own reading unchanged', () => {
    fc.assert(
      fc.property(anyRule, (given) => {
        const first = read(given.rule, given.weight);
        if (!first.understood) throw new Error(first.reason);
        const second = read(first.reading, given.weight);
        if (!second.understood) throw new Error(second.reason);
        expect(second.reading).toBe(first.reading);
        expect(JSON.stringify(second.rule)).toBe(JSON.stringify(first.rule));
      }),
    );
  });

  it('give nothing that they cannot attain', () => {
    fc.assert(
      fc.property(fc.oneof(stepRule, bandRule), value, (given, v) => {
        const rule = understood(given);
        const list = attainable(rule);
        for (const score of at(rule, v).scores ?? []) expect(list?.some((one) => one.eq(score))).toBe(true);
      }),
    );
  });
});

const WORDS = [
  '预算完成率',
  '≥',
  '95%',
  '得',
  '3分',
  '每',
  '降低',
  '扣',
  '（',
  '）',
  '①',
  '，',
  '；',
  '1',
  '分',
  '酌情',
  '或',
  '~',
  '-',
  '=',
  '×',
  '/',
  '含',
  '以上',
  '扣完为止',
  '\n',
  '比例',
  '|',
  '[',
  '%',
];

describe('hostile text', () => {
  it('never throws', () => {
    const salad = fc
      .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 3 })), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(salad, fc.constantFrom(null, '3'), (text, weight) => {
        const reading = read(text, weight, '预算完成率');
        if (reading.understood) printRule(reading.rule);
        readFormula(text, '预算完成率');
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '每',
    '（',
    '≥',
    '1',
    '1%',
    '得1分',
    '①',
    '酌情',
    '扣',
    '，',
    '=',
    '|',
    '1-',
    'a/',
    '“',
    ' ',
    '\n',
    '预算完成率≥95%，得3分；',
  ])('ends on 100 KB of %j', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(read(text, '3').understood).toBeTypeOf('boolean');
    expect(read(text.slice(0, 2900), '3').understood).toBeTypeOf('boolean');
    readFormula(text, '预算完成率');
  });
});

describe('every sentence of the tables', () => {
  it('keeps its rule when its reading is read again', () => {
    for (const [sentence, weight, indicator] of SENTENCES) {
      const first = read(sentence, weight, indicator);
      if (!first.understood || !isMeasured(first.rule)) continue;
      const second = readRule(first.reading, { weight: weight === null ? null : dec(weight), indicator });
      if (!second.understood) throw new Error(`${first.reading}：${second.reason}`);
      for (const percent of [-30, 0, 5, 33, 60, 79.5, 80, 90, 95, 99, 100, 101, 130]) {
        const v = dec(percent).div(100);
        expect(JSON.stringify(at(second.rule, v))).toBe(JSON.stringify(at(first.rule, v)));
      }
    }
  });
});
