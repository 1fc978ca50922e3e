import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { audit, parseRuleFiles, useRuleFiles } from '../src/core.ts';
import { readRuleFiles } from '../src/rule-files-on-disk.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const isOfTheCore = (file: string): boolean =>
  file.endsWith('.ts') && !/^(?:cli|batch|formats)\/|^(?:index|rule-files-on-disk)\.ts$/u.test(file);

describe('the core', () => {
  it('knows neither files, paths nor processes', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(isOfTheCore);
    const found = files.flatMap((file) =>
      [...readFileSync(`${src}${file}`, 'utf8').matchAll(/from '(node:[a-z/]+)'/gu)].map((m) => [file, m[1]]),
    );
    // Unpacking, and finding the character maps of the PDF library, are what a browser build has to replace.
    expect(found.toSorted()).toEqual([
      ['documents/ooxml/package.ts', 'node:zlib'],
      ['documents/pdf/guard.ts', 'node:zlib'],
      ['documents/pdf/open.ts', 'node:module'],
      ['documents/pdf/open.ts', 'node:path'],
      ['documents/pdf/to-unicode.ts', 'node:zlib'],
    ]);
  });

  it('audits bytes', async () => {
    const sample = fileURLToPath(new URL('../samples/部门整体-有误.docx', import.meta.url));
    const { findings, unit } = await audit(new Uint8Array(readFileSync(sample)));
    expect(unit).toBe('临溪区文化馆');
    expect(findings.some((finding) => finding.rule === 'score/total-vs-items')).toBe(true);
  });

  it('takes its rule files once', () => {
    expect(() => useRuleFiles(readRuleFiles())).toThrow('was supplied before');
  });

  it('reads rule files from texts, and refuses a formula that cannot be read', () => {
    const text = (name: string) => readFileSync(`${src}../rules/${name}.yaml`, 'utf8');
    const texts = { vocabulary: text('vocabulary'), grades: text('grades'), formulas: text('formulas') };
    expect(parseRuleFiles(texts)).toEqual(readRuleFiles());
    const wrong = 'formulas:\n  - names: [预算完成率]\n    formula: 预算完成率等于什么\n';
    expect(() => parseRuleFiles({ ...texts, formulas: wrong })).toThrow(
      'rules/formulas.yaml 第3行 formulas 第1条 formula：公式“预算完成率等于什么”读不懂',
    );
  });
});

it('the package offers both entries', () => {
  const manifest = z
    .object({ exports: z.record(z.string(), z.object({ default: z.string() })) })
    .parse(JSON.parse(readFileSync(`${src}../package.json`, 'utf8')));
  expect(Object.keys(manifest.exports)).toEqual(['.', './core']);
});
