import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BATCH_RULES } from '../src/checks/batch/index.ts';
import { ALL_RULES } from '../src/checks/index.ts';
import { rulePages } from '../src/cli/rule-page.ts';

const folder = fileURLToPath(new URL('../docs/rules', import.meta.url));
const RULES = [...ALL_RULES, ...BATCH_RULES];
const pages = rulePages(RULES);

describe('docs/rules is what `npm run docs` makes of the rules', () => {
  it.each([...pages])('%s', async (name, content) => {
    expect(await readFile(`${folder}/${name}`, 'utf8')).toBe(content);
  });

  it('holds no page of a rule that is gone', async () => {
    const present = (await readdir(folder, { recursive: true }))
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.md'));
    expect(present.filter((name) => !pages.has(name))).toEqual([]);
  });
});

describe('every rule', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s says what a page needs', (_id, rule) => {
    expect(rule.title.length).toBeGreaterThan(0);
    expect([...rule.title].length).toBeLessThanOrEqual(10);
    for (const words of [rule.summary, rule.basis, rule.example]) expect(words.trim()).not.toBe('');
  });
});
