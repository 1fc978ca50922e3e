import { describe, expect, it } from 'vitest';
import { PRINTED_RULES } from './printed-rules.ts';
import { READINGS } from './readings.ts';
import { NOT_UNDERSTOOD, SENTENCES } from './sentences.ts';
import { admitted, read } from './support.ts';

describe('rules as printed in reports', () => {
  it.each(PRINTED_RULES)('%s（%s分）：%s', (indicator, weight, rule, reading) => {
    const result = read(rule, weight, indicator);
    expect(result.understood ? result.reading : null).toBe(reading);
  });

  it('understands at least nine of ten', () => {
    const understood = PRINTED_RULES.filter(
      ([indicator, weight, rule]) => read(rule, weight, indicator).understood,
    );
    expect(understood.length / PRINTED_RULES.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('rules in the manners of many places', () => {
  it.each(SENTENCES.filter(([, , , kind]) => kind !== 'not'))(
    '%s',
    (rule, weight, indicator, kind, cases) => {
      const result = read(rule, weight, indicator);
      if (!result.understood) throw new Error(result.reason);
      expect(result.kind).toBe(kind);
      for (const [value, scores] of Object.entries(cases))
        expect(`${value} → ${admitted(result.rule, value)}`).toBe(`${value} → ${scores}`);
    },
  );

  it.each(SENTENCES.filter(([, , , kind]) => kind !== 'not'))(
    'reads its own reading of %s the same',
    (rule, weight, indicator) => {
      const first = read(rule, weight, indicator);
      if (!first.understood) throw new Error(first.reason);
      const second = read(first.reading, weight, indicator);
      expect(second).toEqual({ ...first, rule: second.understood ? second.rule : null });
    },
  );
});

describe('more wordings', () => {
  it.each(READINGS)('%s', (rule, weight, indicator, reading) => {
    const result = read(rule, weight, indicator);
    expect(result.understood ? result.reading : null).toBe(reading);
    if (!result.understood) return;
    const again = read(result.reading, weight, indicator);
    expect(again.understood ? again.reading : again.reason).toBe(reading);
  });
});

describe('what must not be guessed', () => {
  const refused = [...NOT_UNDERSTOOD, ...SENTENCES.filter(([, , , kind]) => kind === 'not')];
  it.each(refused.map(([rule, weight, indicator]) => [rule, weight, indicator] as const))(
    '%s',
    (rule, weight, indicator) => {
      const result = read(rule, weight, indicator);
      expect(result.understood ? result.reading : '').toBe('');
      if (!result.understood) expect(result.reason).not.toBe('');
    },
  );
});
