import { describe, expect, it } from 'vitest';
import { dec } from '../../../src/numbers/decimal.ts';
import { sketch } from '../../support/document.ts';
import { found, messages } from './rules.ts';
import { contradicted, TITLE, table, verdicts } from './verdicts.ts';

describe('score/unattainable', () => {
  const impossible = {
    ...contradicted,
    attainable: false,
    attainableScores: ['0', '0.5', '1', '1.5', '2'].map(dec),
  };

  it('instead of score/rescored, with what the rule can give', async () => {
    const given = { rescoring: verdicts(impossible) };
    expect(await found(sketch(TITLE, table('1.2')), given)).toContain(
      'error score/unattainable 1.2→0、0.5、1、1.5、2',
    );
    expect(await messages('score/rescored', sketch(TITLE, table('1.2')), given)).toEqual([]);
    expect(await messages('score/unattainable', sketch(TITLE, table('1.2')), given)).toEqual([
      '“‘三公经费’控制率”得1.2分，按评分标准只能得2、1.5、1、0.5、0分之一。',
    ]);
  });

  it('silent when the rule is not known', async () => {
    const given = { rescoring: verdicts({ attainable: null }) };
    expect(await messages('score/unattainable', sketch(TITLE, table('1.2')), given)).toEqual([]);
  });
});
