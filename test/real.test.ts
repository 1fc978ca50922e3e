import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { audit } from '../src/index.ts';
import { haveSharedReports, sharedReport } from './support/shared-reports.ts';

/**
 * Published reports, audited whole. Every finding was held against the report by hand before it was written down, so a
 * difference here is a finding to be reviewed: `REVIEWED=1 npx vitest run test/real.test.ts` writes the file anew.
 */
const REPORTS = [
  'real/guihua-2024-word2010.pdf',
  'real/caizheng-2024-onlyoffice.pdf',
  'real/juesuan-template-wps.pdf',
  'wuling/word.docx',
] as const;

const SNAPSHOT = fileURLToPath(new URL('./__snapshots__/real.json', import.meta.url));
type Reviewed = Record<string, readonly string[]>;
const reviewed = existsSync(SNAPSHOT) ? (JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as Reviewed) : {};

describe.skipIf(!haveSharedReports)('published reports', () => {
  it.each(REPORTS)('%s gives exactly the findings that were reviewed', async (file) => {
    const result = await audit(sharedReport(file), { file });
    const found = result.findings
      .map((f) => `${f.severity} ${f.rule} ${f.claimed ?? '-'} → ${f.expected ?? '-'}`)
      .sort();
    if (process.env.REVIEWED) {
      reviewed[file] = found;
      writeFileSync(SNAPSHOT, `${JSON.stringify(reviewed, null, 2)}\n`);
    }
    expect(found).toEqual(reviewed[file]);
  });

  it.each(REPORTS.filter((file) => !file.includes('template')))(
    '%s: the figures are understood and checked',
    async (file) => {
      const { figures } = (await audit(sharedReport(file), { file })).coverage;
      expect(figures.understood / figures.seen).toBeGreaterThanOrEqual(0.9);
      expect(figures.checked / figures.seen).toBeGreaterThanOrEqual(0.7);
    },
  );
});
