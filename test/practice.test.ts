import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { audit } from '../src/index.ts';
import { haveSharedReports, sharedJson, sharedReport } from './support/shared-reports.ts';

const labelSchema = z.object({ file: z.string(), rules: z.array(z.string()), note: z.string() });
const labels = z
  .object({ clean: z.array(labelSchema), faulty: z.array(labelSchema) })
  .parse(haveSharedReports ? sharedJson('practice/labels.json') : { clean: [], faulty: [] });

const errorsOf = async (file: string) =>
  (await audit(sharedReport(`practice/${file}`))).findings.filter((finding) => finding.severity === 'error');

describe.skipIf(!haveSharedReports)('the labelled practice reports', () => {
  it.each(labels.clean)('$file has no error', async ({ file }) => {
    expect((await errorsOf(file)).map((finding) => finding.message)).toEqual([]);
  });

  it.each(labels.faulty)('$file: $note', async ({ file, rules }) => {
    const errors = await errorsOf(file);
    expect(errors.length).toBeGreaterThan(0);
    for (const { rule } of errors) expect(rules).toContain(rule);
  });
});
