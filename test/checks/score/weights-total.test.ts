import { describe, expect, it } from 'vitest';
import { report } from './report.ts';
import { found } from './rules.ts';

const told = async (document: Parameters<typeof found>[0]) =>
  (await found(document)).filter((line) => line.includes('weights-total'));

describe('score/weights-total', () => {
  it('weights that add up level by level are silent', async () => {
    expect(await told(report())).toEqual([]);
  });
  it.each([
    ['a group', { group: '投入（25分）' }, ['error score/weights-total 25→30']],
    ['a row', { weights: ['10', '25', '40', '30'] }, ['error score/weights-total 30→35']],
    ['合计', { totalWeight: '110' }, ['error score/weights-total 110→100']],
  ] as const)('%s is wrong', async (_name, given, expected) => {
    expect(await told(report(given))).toEqual(expected);
  });
});
