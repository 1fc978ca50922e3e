import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BATCH_RULES } from '../../src/checks/batch/index.ts';
import { ALL_RULES } from '../../src/checks/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rules = [...ALL_RULES, ...BATCH_RULES];

/** Ids of the rule files: src/checks/<family>/<rule>.ts that declare a rule. */
const files = readdirSync(`${root}src/checks`, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[a-z]+\/[a-z-]+\.ts$/u.test(file))
  .filter((file) =>
    /= define(?:Batch)?Rule<|default define(?:Batch)?Rule</u.test(
      readFileSync(`${root}src/checks/${file}`, 'utf8'),
    ),
  )
  .map((file) => file.replace(/\.ts$/u, ''))
  .sort();

describe('the list of rules', () => {
  it('has every rule file under its own id, and no other', () => {
    expect(rules.map((rule) => rule.id).sort()).toEqual(files);
  });

  it.each(files)('%s has a test of the same path', (id) => {
    expect(existsSync(`${root}test/checks/${id}.test.ts`)).toBe(true);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s is fully described', (_, rule) => {
    expect(rule.title.length).toBeLessThanOrEqual(10);
    for (const words of [rule.title, rule.summary, rule.basis, rule.example])
      expect(words.trim()).not.toBe('');
    expect(rule.limits.length).toBeGreaterThan(0);
  });
});
