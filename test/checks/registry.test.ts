import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../src/checks/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Ids of the rule files: src/checks/<family>/<rule>.ts that declare a rule. */
const files = readdirSync(`${root}src/checks`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: family }) =>
    readdirSync(`${root}src/checks/${family}`)
      .filter((file) => file.endsWith('.ts'))
      .filter(
        (file) =>
          readFileSync(`${root}src/checks/${family}/${file}`, 'utf8').includes('= defineRule<') ||
          readFileSync(`${root}src/checks/${family}/${file}`, 'utf8').includes('default defineRule<'),
      )
      .map((file) => `${family}/${file.replace(/\.ts$/u, '')}`),
  )
  .sort();

describe('the list of rules', () => {
  it('has every rule file under its own id, and no other', () => {
    expect(ALL_RULES.map((rule) => rule.id).sort()).toEqual(files);
  });

  it.each(files)('%s has a test of the same path', (id) => {
    expect(existsSync(`${root}test/checks/${id}.test.ts`)).toBe(true);
  });

  it.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('%s is fully described', (_, rule) => {
    expect(rule.title.length).toBeLessThanOrEqual(10);
    for (const words of [rule.title, rule.summary, rule.basis, rule.example])
      expect(words.trim()).not.toBe('');
    expect(rule.limits.length).toBeGreaterThan(0);
  });
});
