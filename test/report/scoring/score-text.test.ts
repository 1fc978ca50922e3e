import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOWHERE } from '../../../src/documents/model.ts';
import { dec } from '../../../src/numbers/decimal.ts';
import { readName, readRowScore, readScore, readWeight } from '../../../src/report/scoring/score-text.ts';

describe('the score of a row whose 分值 is known', () => {
  it.each([
    ['2 2', '22', '22'],
    ['1 0', '10', '10'],
    ['9 . 5', '10', '9.5'],
    // 分值 and score that came into one cell, or two scores.
    ['5 5', '5', null],
    ['0 5', '10', null],
    ['2 2', null, null],
    ['2\n2', '22', null],
    ['2 2 分 2', '50', null],
  ])('%j of %s is %s', (text, weight, value) => {
    const cell = readRowScore(text, NOWHERE, weight === null ? null : dec(weight));
    expect(cell.value?.toFixed() ?? null).toBe(value);
  });
});

describe('readScore: never guesses', () => {
  it.each([
    ['1,5', 'unreadable', null],
    ['5..0', 'unreadable', null],
    ['5 5', 'unreadable', null],
    ['满分', 'unreadable', null],
    ['½', 'unreadable', null],
    ['1e309', 'unreadable', null],
    ['NaN', 'unreadable', null],
    ['Infinity', 'unreadable', null],
    ['0x10', 'unreadable', null],
    ['1_0', 'unreadable', null],
    ['٥', 'unreadable', null],
    ['5（含）', 'unreadable', null],
    ['优', 'unreadable', null],
    ['5\n5', 'unreadable', null],
    ['', 'empty', null],
    [' \u3000\n', 'empty', null],
    ['/', 'not-applicable', null],
    ['—', 'not-applicable', null],
    ['不适用', 'not-applicable', null],
    ['五', 'score', '5'],
    ['五分', 'score', '5'],
    ['九点五', 'score', '9.5'],
    ['5分', 'score', '5'],
    ['９.５', 'score', '9.5'],
    ['５', 'score', '5'],
    ['5.', 'score', '5'],
    ['.5', 'score', '0.5'],
    ['-3', 'score', '-3'],
    ['-0', 'score', '0'],
    ['8.50', 'score', '8.5'],
    [' 7.5 分 ', 'score', '7.5'],
    ['4.999999999999999999999', 'score', '4.999999999999999999999'],
    ['99999999999999999999', 'score', '99999999999999999999'],
  ] as const)('%s is %s %s', (raw, state, value) => {
    const cell = readScore(raw, NOWHERE);
    expect([cell.state, cell.value?.toFixed() ?? null]).toEqual([
      state,
      value === '0' ? cell.value?.toFixed() : value,
    ]);
    expect(cell.raw).toBe(raw);
  });

  it('reads back every decimal it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const raw = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(readScore(raw, NOWHERE).value?.eq(raw)).toBe(true);
      }),
    );
  });

  it('does not choke on a hundred thousand digits', () => {
    expect(readScore('1'.repeat(100_000), NOWHERE).state).toBe('unreadable');
  });
});

describe('weights in cells and names', () => {
  it.each([
    ['20%', '20'],
    ['（15分）', '15'],
    ['12.5', '12.5'],
  ])('cell %s is %s', (raw, value) => expect(readWeight(raw, NOWHERE).value?.toFixed()).toBe(value));

  it.each([
    ['投入（15分）', '投入', '15'],
    ['相关性(5分)', '相关性', '5'],
    ['效益\n（权重30%）', '效益', '30'],
    ['过程 （25）', '过程', '25'],
    ['产出指标50分', '产出指标', '50'],
    ['“三公经费”控制率', '“三公经费”控制率', undefined],
    ['管理（含党建）', '管理（含党建）', undefined],
    ['（15分）', '（15分）', undefined],
    ['举办培训（2）', '举办培训（2）', undefined],
    ['目标\n设定', '目标设定', undefined],
    ['web site 建设', 'web site建设', undefined],
  ])('name %s is %s with %s', (text, name, weight) => {
    const read = readName(text);
    expect([read.name, read.weight?.toFixed()]).toEqual([name, weight]);
  });
});
