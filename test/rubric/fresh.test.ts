import { describe, expect, it } from 'vitest';
import type { RuleReading } from '../../src/rubric/index.ts';
import { attainable } from '../../src/rubric/index.ts';
import { ANNEX } from './annex-sentences.ts';
import { BUREAUX, WITHOUT_GROUND } from './bureau-sentences.ts';
import type { Fresh } from './fresh-sentences.ts';
import { CLEAR, DAMAGED, UNCLEAR } from './fresh-sentences.ts';
import { NOT_THE_QUANTITY, PROVINCES } from './province-sentences.ts';
import { REFUSED, STATED } from './stated-sentences.ts';
import { admitted, read } from './support.ts';

const named = (row: Fresh): [string, Fresh] => [row[0], row];

/** A span of one score is that score. */
const narrow = (scores: string): string => {
  const [low, high] = scores.split('..');
  return low !== undefined && low === high ? low : scores;
};

function expectScores(reading: RuleReading, [, , , cases, list]: Fresh): void {
  if (!reading.understood) throw new Error(reading.reason);
  for (const [value, scores] of Object.entries(cases))
    expect(`${value} → ${narrow(admitted(reading.rule, value))}`).toBe(`${value} → ${narrow(scores)}`);
  if (list === undefined) return;
  expect(attainable(reading.rule)?.map(String).join(' ') ?? null).toBe(list);
}

describe('rules written without knowing the grammar', () => {
  it.each([...CLEAR, ...STATED, ...ANNEX, ...BUREAUX, ...PROVINCES].map(named))('reads %s', (_, row) => {
    const [rule, weight, indicator] = row;
    expectScores(read(rule, weight, indicator), row);
  });

  it.each([...CLEAR, ...STATED, ...ANNEX, ...BUREAUX, ...PROVINCES].map(named))(
    'reads its own reading of %s the same',
    (_, [rule, weight, indicator]) => {
      const first = read(rule, weight, indicator);
      if (!first.understood) throw new Error(first.reason);
      const second = read(first.reading, weight, indicator);
      expect(second.understood ? second.reading : second.reason).toBe(first.reading);
    },
  );

  it.each(UNCLEAR.map(named))('refuses or reads rightly %s', (_, row) => {
    const [rule, weight, indicator] = row;
    const reading = read(rule, weight, indicator);
    if (reading.understood) expectScores(reading, row);
    else expect(reading.reason).not.toBe('');
  });

  it.each([...DAMAGED, ...REFUSED, ...WITHOUT_GROUND, ...NOT_THE_QUANTITY])(
    'does not guess %s',
    (rule, weight, indicator) => {
      expect(read(rule, weight, indicator).understood).toBe(false);
    },
  );
});
