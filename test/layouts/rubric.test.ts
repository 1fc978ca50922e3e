import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../../src/checks/index.ts';
import { runRules } from '../../src/checks/run.ts';
import { readReport } from '../../src/report/index.ts';
import type { Report } from '../../src/report/model.ts';
import { rescore } from '../../src/rescoring/index.ts';
import { parseRubric, printRubric } from '../../src/rubric/file.ts';
import { rubricFromReport } from '../../src/rubric/from-report.ts';
import type { Rubric, RubricIndicator } from '../../src/rubric/rubric.ts';
import { documentOf } from './kit.ts';
import { LAYOUTS } from './layouts.ts';

const ALTERED = ALL_RULES.filter((rule) => rule.id === 'rubric/altered');

/** The printed table as a rubric file, written and read again. */
function issuedFrom(report: Report): Rubric {
  const printed = rubricFromReport(report);
  if (!printed) throw new Error('no scoring table was read');
  return parseRubric(printRubric(printed), 'printed.yaml');
}

async function alterations(report: Report, issued: Rubric): Promise<readonly string[]> {
  const findings = await runRules(ALTERED, {
    report,
    rescoring: rescore(report, issued),
    issued,
    year: null,
    checked: () => {},
  });
  return findings.map((f) => `${f.severity} ${f.claimed}→${f.expected}`);
}

const verdicts = (report: Report, issued: Rubric | null) =>
  rescore(report, issued).items.map(({ indicator, status, admissible, value }) => [
    indicator.name,
    status,
    value?.toFixed() ?? null,
    admissible?.scores?.map(String) ?? null,
  ]);

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
  const report = readReport(documentOf(layout, {}));

  it('its table as a rubric file differs in nothing and rescores alike', async () => {
    const issued = issuedFrom(report);
    expect(await alterations(report, issued)).toEqual([]);
    expect(verdicts(report, issued)).toEqual(verdicts(report, null));
  });

  it('another weight, another rule and a dropped indicator are told', async () => {
    const issued = issuedFrom(report);
    const [first, second, ...rest] = issued.indicators;
    if (!first || !second) throw new Error('too few indicators');
    const reweighed: RubricIndicator = first.weight
      ? { ...first, weight: String(Number(first.weight) + 1) }
      : { ...first, sharedWeight: String(Number(first.sharedWeight) + 1) };
    const changed = await alterations(report, { ...issued, indicators: [reweighed, second, ...rest] });
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((found) => found.startsWith('error'))).toBe(true);

    expect(await alterations(report, { ...issued, indicators: [first, ...rest] })).toEqual([
      `error ${second.name}→null`,
    ]);
    const added: RubricIndicator = { ...first, name: '另设指标', group: ['另设'] };
    expect(await alterations(report, { ...issued, indicators: [...issued.indicators, added] })).toEqual([
      'error null→另设指标',
    ]);
    if (first.rule === '') return;
    const rule = first.rule.replace(/\d+/u, (n) => String(Number(n) + 1));
    const rephrased = { ...first, rule: rule === first.rule ? `${rule}扣完为止` : rule };
    expect(await alterations(report, { ...issued, indicators: [rephrased, second, ...rest] })).toEqual([
      `error ${first.rule}→${rephrased.rule}`,
    ]);
  });
});
