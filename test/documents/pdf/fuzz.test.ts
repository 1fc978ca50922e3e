import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { UnreadableError } from '../../../src/documents/model.ts';
import { readPdf } from '../../../src/documents/pdf/index.ts';
import { PdfPage, pdfOf } from '../../support/pdf.ts';
import { haveSharedReports, sharedReport } from '../../support/shared-reports.ts';

/** Numbers that follow from a seed, so that a failure can be repeated. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const small = pdfOf(
  new PdfPage()
    .text(200, 80, '绩效自评报告', 18)
    .lines(72, 120, ['一、基本情况', '收入752.48万元，支出752.48万元。'])
    .grid(
      [60, 200, 300, 500],
      [200, 230, 260],
      [
        ['指标', '分值', '得分'],
        ['预算完成率', '3', '2'],
      ],
    ),
  new PdfPage().text(72, 100, '二、综合评价结果'),
);

const WORDS = [
  'obj',
  'endobj',
  'stream',
  '<<',
  '>>',
  '[',
  ']',
  '/Kids',
  '0 R',
  '99999999999',
  '-1',
  '(',
  '%',
  'BT',
];

/** A copy with bytes changed, cut, doubled, or syntax written over it. */
function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const next = sequence(seed);
  const copy = Uint8Array.from(bytes);
  switch (seed % 4) {
    case 0:
      for (let i = 0; i < 1 + next(20); i++) copy[next(copy.length)] = next(256);
      return copy;
    case 1:
      return copy.subarray(0, next(copy.length));
    case 2: {
      const at = next(copy.length);
      const piece = copy.subarray(at, at + next(500));
      return Uint8Array.from([...copy.subarray(0, at), ...piece, ...copy.subarray(at)]);
    }
    default: {
      const word = Buffer.from(WORDS[next(WORDS.length)] ?? '', 'latin1');
      for (let i = 0; i < 3; i++) copy.set(word, next(copy.length - word.length));
      return copy;
    }
  }
}

describe('mutated PDFs', () => {
  const outcome = async (bytes: Uint8Array): Promise<'document' | 'unreadable'> => {
    try {
      await readPdf(bytes, { ...DEFAULT_LIMITS, seconds: 10 });
      return 'document';
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableError);
      expect((error as Error).message).toMatch(/[\u4e00-\u9fff]/);
      return 'unreadable';
    }
  };

  it('500 copies of a small file end in a document or a clear refusal', async () => {
    const counts = { document: 0, unreadable: 0 };
    for (let seed = 1; seed <= 500; seed++) counts[await outcome(mutated(small, seed))]++;
    expect(counts.document).toBeGreaterThan(50);
    expect(counts.unreadable).toBeGreaterThan(5);
  });

  it('no failure of the parser escapes from the file it belongs to', async () => {
    // On this copy the parser keeps a rejected promise that it never looks at again.
    const outside = process.listenerCount('unhandledRejection');
    expect(await outcome(mutated(small, 7))).toBe('unreadable');
    expect(process.listenerCount('unhandledRejection')).toBe(outside);
  });

  it.skipIf(!haveSharedReports)(
    'copies of real exports likewise',
    async () => {
      for (const file of ['chrome.pdf', 'filled-borders.pdf', 'libreoffice.pdf'])
        for (let seed = 1; seed <= 4; seed++) await outcome(mutated(sharedReport(`wuling/${file}`), seed));
    },
    60_000,
  );
});
