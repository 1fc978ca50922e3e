import { describe, expect, it } from 'vitest';
import { report } from './report.ts';
import { found } from './rules.ts';

const told = async (score: string, total: string) =>
  (await found(report({ scores: [score, '18', '40', '29'], total }))).filter((line) =>
    line.includes('missing'),
  );

describe('score/missing', () => {
  it.each([
    ['10', '97', []],
    ['0', '87', []],
    ['', '97', ['error score/missing null→null']],
    ['满分', '97', ['warning score/missing null→null']],
    ['/', '87', ['notice score/missing null→null']],
  ])('“%s” in the score cell', async (score, total, expected) => {
    expect(await told(score, total)).toEqual(expected);
  });
});
