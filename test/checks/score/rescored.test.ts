import { describe, expect, it } from 'vitest';
import { dec } from '../../../src/numbers/decimal.ts';
import { sketch } from '../../support/document.ts';
import { found, messages } from './rules.ts';
import { contradicted, TITLE, table, verdicts } from './verdicts.ts';

describe('score/rescored', () => {
  it('a claim that no reading of the rule gives', async () => {
    const document = sketch(TITLE, table('6'));
    expect(await found(document, { rescoring: verdicts(contradicted) })).toEqual([
      'error score/rescored 6→3',
    ]);
    expect(await messages('score/rescored', document, { rescoring: verdicts(contradicted) })).toEqual([
      '“‘三公经费’控制率”自评6分，按评分标准应得3分：三公经费控制率 = 10.6 ÷ 10 = 106%；6−6×0.5=3。',
    ]);
  });

  it('says all admissible scores', async () => {
    const several = {
      ...contradicted,
      admissible: { scores: [dec('2.5'), dec(3)], range: { low: dec('2.5'), high: dec(3) } },
    };
    expect(await found(sketch(TITLE, table('6')), { rescoring: verdicts(several) })).toEqual([
      'error score/rescored 6→2.5或3',
    ]);
  });

  it.each(['confirmed', 'unverifiable', 'judgement'] as const)('silent when %s', async (status) => {
    const found_ = await found(sketch(TITLE, table('6')), {
      rescoring: verdicts({ ...contradicted, status }),
    });
    expect(found_.filter((f) => f.includes('rescored'))).toEqual([]);
  });

  it('a claim above its weight is told once', async () => {
    expect(
      await found(sketch(TITLE, table('8')), { rescoring: verdicts({ ...contradicted, attainable: false }) }),
    ).toEqual(['error score/above-weight 8→≤6']);
  });
});
