import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportSchema } from '../src/formats/result-schema.ts';
import { audit } from '../src/index.ts';

const folder = fileURLToPath(new URL('../samples/', import.meta.url));

/** What a sample must give, written down by hand beside it. */
const expectedSchema = z.strictObject({
  unit: z.string().nullable(),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'notice']),
      claimed: z.string().nullable(),
      expected: z.string().nullable(),
    }),
  ),
});

const names = readdirSync(folder).filter((name) => /\.(?:docx|doc|pdf)$/u.test(name));

describe('samples/', () => {
  it('holds clean and faulty reports in every carrier', () => {
    for (const kind of ['无误', '有误']) expect(names.some((name) => name.includes(kind))).toBe(true);
    expect(new Set(names.map((name) => name.split('.').at(-1)))).toEqual(new Set(['docx', 'doc', 'pdf']));
  });

  it.each(names)('%s gives exactly the findings written down for it', async (name) => {
    const stem = name.slice(0, name.lastIndexOf('.'));
    const wanted = expectedSchema.parse(JSON.parse(await readFile(`${folder}${stem}.expected.json`, 'utf8')));
    const result = await audit(new Uint8Array(await readFile(folder + name)), { file: name });
    const found = result.findings.map(({ rule, severity, claimed, expected }) => ({
      rule,
      severity,
      claimed,
      expected,
    }));
    expect(sorted(found)).toEqual(sorted(wanted.findings));
    expect(result.unit).toBe(wanted.unit);
    // The contract of the result holds for real audits too.
    expect(reportSchema.safeParse(result).error).toBeUndefined();
  });

  it.each(names)('%s: every quote stands in the report', async (name) => {
    const bytes = new Uint8Array(await readFile(folder + name));
    const { readDocument } = await import('../src/documents/index.ts');
    const { DEFAULT_LIMITS } = await import('../src/documents/limits.ts');
    const document = await readDocument(bytes, DEFAULT_LIMITS);
    const text = compact(
      document.blocks
        .map((block) =>
          block.kind === 'paragraph'
            ? (block.number ?? '') + block.text
            : block.cells.map((cell) => cell.text).join('\n'),
        )
        .join('\n'),
    );
    for (const finding of (await audit(bytes, { file: name })).findings)
      for (const { quote } of finding.evidence) expect(text).toContain(compact(quote));
  });
});

const compact = (text: string): string => text.replace(/\s+/gu, '');

const sorted = <T>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
