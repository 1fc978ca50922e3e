import { describe, expect, it } from 'vitest';
import { fontFacts, PLAIN_FONT } from '../../../src/documents/pdf/fonts.ts';

/** The head of a packed font record: ten facts of two bits, three numbers, an absent box, the font matrix. */
function record(facts: readonly number[], matrix: readonly number[]): { readonly data: ArrayBuffer } {
  const data = new ArrayBuffer(3 + 24 + 9 + 1 + 8 * matrix.length + 8);
  const view = new DataView(data);
  for (const fact of facts) view.setUint8(fact >> 2, view.getUint8(fact >> 2) | (2 << ((fact * 2) % 8)));
  view.setUint8(36, matrix.length);
  matrix.forEach((value, i) => {
    view.setFloat64(37 + 8 * i, value, true);
  });
  return { data };
}

describe('facts of a font', () => {
  it('takes the units of glyph widths from the matrix of any font', () => {
    const matrix = [1 / 2048, 0, 0, 1 / 2048, 0, 0];
    expect(fontFacts(record([], matrix))).toEqual({ vertical: false, scale: 1 / 2048 });
    expect(fontFacts(record([5], matrix))).toEqual({ vertical: false, scale: 1 / 2048 });
  });

  it('counts a thousand units without a matrix, or with one that says nothing', () => {
    expect(fontFacts(record([9], []))).toEqual({ vertical: true, scale: 0.001 });
    expect(fontFacts(record([], [0, 0, 0, 0, 0, 0]))).toEqual(PLAIN_FONT);
    expect(fontFacts({ error: 'no font' })).toEqual(PLAIN_FONT);
  });
});
