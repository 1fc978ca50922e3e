import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { auditDocument, type FigureAudit } from '../../support/figures.ts';

/** Public reports whose contradictions were worked out by hand; they lie beside the project, not in it. */
const REAL = new URL('../../../../shared/reports/', import.meta.url);
const there = existsSync(REAL);
if (!there && process.env.CI) throw new Error('../shared/reports is missing');
if (!there) console.warn('../shared/reports is missing: the published reports are not checked');

const audit = async (name: string, year: number): Promise<FigureAudit> =>
  auditDocument(await readDocument(new Uint8Array(readFileSync(new URL(name, REAL))), DEFAULT_LIMITS), year);
const list = (result: FigureAudit, ...severities: readonly string[]): readonly string[] =>
  result.findings
    .filter((finding) => severities.includes(finding.severity))
    .map((finding) => `${finding.rule} ${finding.claimed}`)
    .sort();

describe.skipIf(!there)('published reports', () => {
  it('a final account with one wrong share', async () => {
    const result = await audit('real/caizheng-2024-onlyoffice.pdf', 2024);
    expect(list(result, 'error', 'warning')).toEqual(['figure/direction 持平', 'figure/share 71.73%']);
  });

  it('a final account with truncated rates, a lost percent sign and a cut unit', async () => {
    const result = await audit('real/guihua-2024-word2010.pdf', 2024);
    expect(list(result, 'error')).toEqual([]);
    expect(list(result, 'warning')).toEqual(['figure/change 13.95', 'figure/unit 0.39万']);
    expect(list(result, 'notice')).toEqual(['figure/completion 95.45%', 'figure/share 99.86%']);
  });

  it('the blank form', async () => {
    expect((await audit('real/juesuan-template-wps.pdf', 2024)).findings).toEqual([]);
  });

  it.each(['wuling/word.docx', 'wuling/libreoffice.pdf', 'wuling/legacy.doc'])(
    'a department’s report: %s',
    async (name) => {
      expect((await audit(name, 2023)).findings).toEqual([]);
    },
    30_000,
  );

  const labels = there
    ? (JSON.parse(readFileSync(new URL('practice/labels.json', REAL), 'utf8')) as {
        clean: { file: string; rules: string[] }[];
        faulty: { file: string; rules: string[]; anchors: string[] }[];
      })
    : { clean: [], faulty: [] };
  it.each([...labels.clean, ...labels.faulty])(
    'practice: $file',
    async ({ file, rules }) => {
      const result = await audit(`practice/${file}`, null as unknown as number);
      const wanted = rules.filter((rule) => rule === 'figure/share');
      expect([...new Set(result.findings.filter((f) => f.severity !== 'notice').map((f) => f.rule))]).toEqual(
        wanted,
      );
    },
    30_000,
  );
});
