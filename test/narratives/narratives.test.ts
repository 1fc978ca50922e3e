import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../src/checks/index.ts';
import { runRules } from '../../src/checks/run.ts';
import { readReport } from '../../src/report/index.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { AFAR } from './afar.ts';
import { DEPARTMENTS } from './departments.ts';
import { INSTITUTIONS } from './institutions.ts';
import { documentOf, type Narrative, slipped } from './kit.ts';
import { OFFICES } from './offices.ts';
import { TRAPS } from './traps.ts';

async function audit(text: string): Promise<readonly string[]> {
  const report = readReport(documentOf(text));
  const rescoring = rescore(report, null);
  const findings = await runRules(ALL_RULES, {
    report,
    rescoring,
    issued: null,
    year: report.year?.value ?? null,
    checked: () => {},
  });
  return findings.map((f) => `${f.severity} ${f.rule} ${f.claimed}→${f.expected}`).sort();
}

const sorted = (...finds: readonly (readonly string[])[]) => finds.flat().sort();

describe.each(
  [...OFFICES, ...INSTITUTIONS, ...DEPARTMENTS, ...AFAR, ...TRAPS].map((n) => [n.name, n] as const),
)('%s', (_, given: Narrative) => {
  it('原样', async () => {
    expect(await audit(given.text)).toEqual(sorted(given.finds ?? []));
  });
  it.each(given.slips.map((slip) => [slip.name, slip] as const))('%s', async (_name, slip) => {
    expect(await audit(slipped(given.text, slip))).toEqual(sorted(given.finds ?? [], slip.finds));
  });
});
