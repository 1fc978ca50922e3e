import { describe, expect, it } from 'vitest';
import { bracketDepths, clauses, segments, sentences } from '../../src/language/sentences.ts';

const words = (pieces: readonly { readonly text: string }[]): readonly string[] =>
  pieces.map((piece) => piece.text);

describe('sentences', () => {
  it.each<readonly [string, readonly string[]]>([
    ['甲。乙！丙', ['甲。', '乙！', '丙']],
    ['甲（乙。丙）丁。戊', ['甲（乙。丙）丁。', '戊']],
    ['平均得分99.33分（其中，优39个。绩效自评', ['平均得分99.33分（其中，优39个。', '绩效自评']],
    ['甲\n乙', ['甲\n', '乙']],
  ])('%s', (text, expected) => {
    expect(words(sentences(text))).toEqual(expected);
  });

  it('keeps the offsets', () => {
    const text = '甲。（乙。）丙。';
    for (const piece of sentences(text)) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
  });
});

it('keeps thousands and decimals in one clause', () => {
  expect(words(clauses('支出1，234.56万元，占5%；其中：甲'))).toEqual([
    '支出1，234.56万元，',
    '占5%；',
    '其中：',
    '甲',
  ]);
});

it('divides at semicolons outside brackets', () => {
  expect(words(segments('甲（乙；丙）；丁'))).toEqual(['甲（乙；丙）；', '丁']);
});

it('a bracket may be closed by the other width', () => {
  const text = '甲（乙)丙';
  expect([...bracketDepths(text)].slice(0, text.length)).toEqual([0, 1, 1, 1, 0]);
});
