import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** What a module loads before it runs, and what that loads in turn: files of the program, and packages by name. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type)[^;=]*?\bfrom '([^']+)';/gmu,
  );
  for (const [, name = ''] of statements) {
    if (!name.startsWith('.')) seen.add(name);
    else {
      const source = join(dirname(file), name.replace(/\.js$/u, '.ts'));
      if (existsSync(source)) loadedBy(source, seen);
    }
  }
  return seen;
}

it('the command starts its workers before it loads what checks, prints or measures', () => {
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
  const packages = [...loadedBy(main)].filter((name) => !name.startsWith('/') && !name.startsWith('node:'));
  expect(packages.toSorted()).toEqual(['commander', 'decimal.js']);
});
