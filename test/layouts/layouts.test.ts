import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../src/checks/index.ts';
import { runRules } from '../../src/checks/run.ts';
import { readReport } from '../../src/report/index.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { GUANGZHOU } from './forms.ts';
import { documentOf } from './kit.ts';
import { LAYOUTS } from './layouts.ts';

const RULES = ALL_RULES.filter((rule) => /^(?:score|grade|rubric)\//u.test(rule.id));

// A list of projects is no scoring table that a rubric could be made of.
describe.each([...LAYOUTS, GUANGZHOU].map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
  it.each(layout.cases.map((given) => [given.name, given] as const))('%s', async (_name, given) => {
    const report = readReport(documentOf(layout, given));
    const rescoring = rescore(report, null);
    const findings = await runRules(RULES, {
      report,
      rescoring,
      issued: null,
      year: report.year?.value ?? null,
      checked: () => {},
    });
    const items = Object.fromEntries(
      Object.keys(given.items ?? {}).map((name) => [
        name,
        rescoring.items.find((item) => item.indicator.name === name)?.status ?? 'no such indicator',
      ]),
    );
    expect({
      finds: findings.map((f) => `${f.severity} ${f.rule} ${f.claimed}→${f.expected}`).sort(),
      items,
    }).toEqual({ finds: [...given.finds].sort(), items: given.items ?? {} });
  });
});
