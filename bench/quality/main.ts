/**
 * Measured quality: recall and false alarms on generated reports.
 *
 *     npm run bench:quality [-- --clean 80 --faults 440 --seed jihe --show clean|<fault> --write]
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Auditor, cleanTrials, FAULTS, faultTrials, type Trial } from './measure.ts';
import { markdown, measure, share } from './publish.ts';
import { textOf } from './words.ts';

const { values } = parseArgs({
  options: {
    clean: { type: 'string', default: '80' },
    faults: { type: 'string', default: String(FAULTS.length * 9) },
    seed: { type: 'string', default: 'jihe-1' },
    show: { type: 'string' },
    text: { type: 'string' },
    dist: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

// The compiled bench stands in dist-bench/bench/quality; the program it measures is the built one.
const root = new URL('../../../', import.meta.url);
const dist = values.dist ? new URL(`file://${values.dist}/`) : new URL('dist/', root);
const { readRuleFiles } = await import(new URL('rule-files-on-disk.js', dist).href);
const { useRuleFiles } = await import(new URL('rule-files.js', dist).href);
useRuleFiles(readRuleFiles());
const auditor: Auditor = await import(new URL('audit.js', dist).href);
const { ALL_RULES } = await import(new URL('checks/index.js', dist).href);

const started = performance.now();
const { seed, show } = values;
const only =
  show && show !== 'clean' ? FAULTS.filter(({ name, rule }) => name === show || rule === show) : FAULTS;
const clean = show && show !== 'clean' ? [] : await cleanTrials(auditor, seed, Number(values.clean));
const faulty =
  show === 'clean'
    ? []
    : await faultTrials(auditor, seed, show ? only.length * 24 : Number(values.faults), only);
const result = measure(clean, faulty);

for (const { rule, planted, found, byRule, wrong } of result.rules)
  console.log(
    `${rule.padEnd(30)} 种入 ${String(planted).padStart(3)}  找到 ${String(found).padStart(3)} ${share(found, planted).padStart(6)}  本规则 ${String(byRule).padStart(3)}  误报 ${wrong}`,
  );
console.log(
  `查全 ${result.faults.found}/${result.faults.planted} = ${share(result.faults.found, result.faults.planted)}`,
);
console.log(`查准 ${share(result.faults.right, result.faults.right + result.faults.wrong)}`);
console.log(
  `无误报告 ${result.clean.reports} 份：误报错误 ${result.clean.errors}，误报疑点 ${result.clean.warnings}`,
);
console.log(`${Math.round(performance.now() - started) / 1000} 秒`);

if (show) for (const trial of [...clean, ...faulty]) explain(trial);

if (values.write) {
  const page = fileURLToPath(new URL('docs/quality.md', root));
  await writeFile(page, markdown(result, ALL_RULES, seed));
  console.log(`写入 ${page}`);
}

/** Prints what went wrong in one report: the miss, and every false alarm with its words. */
function explain(trial: Trial): void {
  const missed = trial.fault !== null && trial.hits.length === 0;
  if (!missed && trial.false.length === 0 && values.text === undefined) return;
  console.log(`\n== 版式${trial.layout} ${trial.seed}`);
  if (trial.fault) console.log(`${missed ? '漏报' : '找到'} ${trial.fault.name}：${trial.planted?.note}`);
  for (const finding of trial.false) {
    console.log(`  误报 ${finding.severity} ${finding.rule}：${finding.message}`);
    for (const { quote } of finding.evidence) console.log(`       「${quote.slice(0, 160)}」`);
  }
  if (values.text !== undefined && trial.seed.includes(values.text))
    for (const block of trial.draft.blocks)
      console.log(
        block.kind === 'paragraph'
          ? textOf(block.words)
          : block.rows.map((row) => row.map((cell) => textOf(cell.words)).join(' | ')).join('\n'),
      );
}
