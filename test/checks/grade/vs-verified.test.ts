import { describe, expect, it } from 'vitest';
import { sketch } from '../../support/document.ts';
import { found } from '../score/rules.ts';
import { TITLE, table, verdicts } from '../score/verdicts.ts';

describe('grade/vs-verified', () => {
  const document = sketch(TITLE, '自评得分100分，评价结果为“优”。', table('6'));

  it('no score the figures allow earns the grade', async () => {
    expect(await found(document, { rescoring: verdicts({}, ['80', '89']) })).toEqual([
      'error grade/vs-verified 优→良',
    ]);
  });

  it('some score of the range does', async () => {
    expect(await found(document, { rescoring: verdicts({}, ['80', '90']) })).toEqual([]);
  });

  it('a grade at odds with its own sentence is told once', async () => {
    const odd = sketch(TITLE, '自评得分100分，评价结果为“中”。', table('6'));
    expect(await found(odd, { rescoring: verdicts({}, ['80', '89']) })).toEqual([
      'error grade/vs-score 中→优',
    ]);
  });
});
