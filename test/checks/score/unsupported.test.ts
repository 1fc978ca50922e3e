import { describe, expect, it } from 'vitest';
import type { ItemVerdict } from '../../../src/rescoring/model.ts';
import { sketch } from '../../support/document.ts';
import { found, messages } from './rules.ts';
import { TITLE, table, verdicts } from './verdicts.ts';

describe('score/unsupported', () => {
  const lacking: Partial<ItemVerdict> = { status: 'unverifiable', needs: ['三公经费支出数'] };

  it('full marks without the figures they need', async () => {
    expect(await found(sketch(TITLE, table('6')), { rescoring: verdicts(lacking) })).toEqual([
      'notice score/unsupported 6→null',
    ]);
  });

  it.each<[string, string, Partial<ItemVerdict>]>([
    ['not full marks', '5', lacking],
    ['confirmed', '6', { ...lacking, status: 'confirmed' }],
    [
      'only the rule was not understood',
      '6',
      { status: 'unverifiable', needs: ['评分标准未能读懂：符号损坏'] },
    ],
  ])('silent: %s', async (_name, score, verdict) => {
    expect(
      await messages('score/unsupported', sketch(TITLE, table(score)), { rescoring: verdicts(verdict) }),
    ).toEqual([]);
  });
});
