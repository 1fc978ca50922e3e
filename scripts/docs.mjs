// Writes docs/rules from the rules themselves; with --check, says which pages are out of date and fails.
// Runs on the built program: npm run docs, npm run docs:check.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BATCH_RULES } from '../dist/checks/batch/index.js';
import { ALL_RULES } from '../dist/checks/index.js';
import { rulePages } from '../dist/cli/rule-page.js';

const folder = fileURLToPath(new URL('../docs/rules', import.meta.url));
const rules = [...ALL_RULES, ...BATCH_RULES];
const pages = rulePages(rules);
const present = (await readdir(folder, { recursive: true }).catch(() => []))
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter((name) => name.endsWith('.md'));

const outdated = [];
for (const [name, content] of pages) {
  const now = await readFile(path.join(folder, name), 'utf8').catch(() => null);
  if (now !== content) outdated.push(name);
}
const stale = present.filter((name) => !pages.has(name));

if (process.argv.includes('--check')) {
  for (const name of outdated) console.error(`过期：docs/rules/${name}`);
  for (const name of stale) console.error(`多余：docs/rules/${name}`);
  if (outdated.length + stale.length > 0) {
    console.error('请运行 npm run docs');
    process.exitCode = 1;
  } else console.log(`docs/rules 与 ${rules.length} 条规则一致`);
} else {
  for (const name of stale) await rm(path.join(folder, name));
  for (const name of outdated) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), pages.get(name));
  }
  console.log(`docs/rules：${rules.length} 条规则，更新 ${outdated.length} 页，删除 ${stale.length} 页`);
}
