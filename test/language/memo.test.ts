import { describe, expect, it } from 'vitest';
import { once, remembered } from '../../src/language/memo.ts';

describe('remembered', () => {
  it('works a text out once', () => {
    let runs = 0;
    const length = remembered((text) => {
      runs++;
      return text.length;
    });
    expect([length('预算执行率'), length('预算执行率'), length('')]).toEqual([5, 5, 0]);
    expect(runs).toBe(2);
  });

  it('remembers that nothing was found', () => {
    let runs = 0;
    const nothing = remembered(() => {
      runs++;
      return null;
    });
    nothing('甲');
    nothing('甲');
    expect(runs).toBe(1);
  });

  it('forgets when the texts are too many, and still answers right', () => {
    let runs = 0;
    const first = remembered((text) => {
      runs++;
      return text[0];
    });
    first('甲');
    for (let i = 0; i < 30; i++) expect(first(`${i}${'长'.repeat(100_000)}`)).toBe(String(i)[0]);
    expect(first('甲')).toBe('甲');
    expect(runs).toBe(32);
  });

  it('keeps what is asked for again and again, whatever comes in between', () => {
    const runs = new Map<string, number>();
    const length = remembered((text) => {
      runs.set(text, (runs.get(text) ?? 0) + 1);
      return text.length;
    });
    const rule = '预算执行率达到95%得满分，每降1个百分点扣0.5分。';
    for (let report = 0; report < 100; report++) {
      expect(length(rule)).toBe(rule.length);
      for (let i = 0; i < 20; i++) length(`${report}/${i}${'句'.repeat(100)}`);
    }
    expect(runs.get(rule)).toBe(1);
    length(`0/0${'句'.repeat(100)}`);
    expect(runs.get(`0/0${'句'.repeat(100)}`)).toBe(2);
  });
});

describe('once', () => {
  it('works an object out once, and tells objects of the same content apart', () => {
    let runs = 0;
    const count = once((rows: readonly number[]) => {
      runs++;
      return rows.length;
    });
    const rows = [1, 2];
    expect([count(rows), count(rows), count([1, 2])]).toEqual([2, 2, 2]);
    expect(runs).toBe(2);
  });
});
