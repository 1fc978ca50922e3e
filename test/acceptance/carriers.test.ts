import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../src/documents/index.ts';
import { DEFAULT_LIMITS } from '../../src/documents/limits.ts';
import type { Document } from '../../src/documents/model.ts';
import type { ReportResult } from '../../src/formats/result.ts';
import { audit } from '../../src/index.ts';
import { cellAt, squeezed, tablesOf } from '../support/printed.ts';
import { haveSharedReports, sharedJson, sharedReport } from '../support/shared-reports.ts';

/** What a carrier adds of its own to the findings of the report, and what of the report it has not. */
interface Carrier {
  readonly file: string;
  /** Rules of findings that only this carrier gives. */
  readonly adds: readonly string[];
  /** Rows and paragraphs that stand on pages without text; all findings are compared only where there are none. */
  readonly rows: number;
  readonly paragraphs: number;
}

const whole = (file: string, ...adds: string[]): Carrier => ({ file, adds, rows: 26, paragraphs: 101 });

const CARRIERS: readonly Carrier[] = [
  whole('word.docx'),
  whole('legacy.doc'),
  whole('libreoffice.pdf'),
  whole('chrome.pdf'),
  whole('chrome-type3.pdf'),
  whole('filled-borders.pdf'),
  whole('borderless.pdf', 'read/lost-content'),
  whole('cjk-unembedded.pdf'),
  whole('landscape-table.docx'),
  whole('landscape-table.pdf'),
  whole('cross-page.pdf'),
  whole('cross-page-header.docx'),
  whole('cross-page-header.pdf'),
  whole('header-footer.docx', 'period/section-year'),
  whole('header-footer.pdf', 'period/section-year'),
  whole('two-scores.docx'),
  whole('two-scores.pdf'),
  { file: 'mixed.pdf', adds: ['read/no-text'], rows: 26, paragraphs: 80 },
  { file: 'mixed-table.pdf', adds: ['read/no-text'], rows: 19, paragraphs: 101 },
  { file: 'scan-150dpi.pdf', adds: ['read/no-text'], rows: 0, paragraphs: 0 },
];

/** Errors that need the missing page; a proof of them without that page would be a guess. */
const NEEDS_PAGE: Readonly<Record<string, readonly string[]>> = {
  'mixed.pdf': ['period/score-year', 'score/narrative-vs-table', 'score/missing'],
  'mixed-table.pdf': ['score/total-vs-items', 'score/weights-total'],
};

const Truth = z.looseObject({
  paragraphs: z.array(z.looseObject({ text: z.string() })),
  items: z.array(
    z.looseObject({
      group: z.array(z.string()),
      groupWeight: z.string(),
      indicator: z.string(),
      weight: z.string().nullable(),
      sharedWeight: z.looseObject({ value: z.string() }).nullable(),
      explanation: z.string(),
      criterion: z.string().nullable(),
      score: z.string(),
    }),
  ),
  files: z.record(z.string(), z.looseObject({ auditScores: z.array(z.string()).optional() })),
});
type Truth = z.infer<typeof Truth>;

/** Rows whose every cell, merged ones included, reads as the truth says. */
function rightRows(document: Document, truth: Truth, file: string): number {
  const second = truth.files[file]?.auditScores;
  return truth.items.filter((item, n) => {
    const wanted = [
      ...item.group,
      item.groupWeight,
      item.indicator,
      item.weight ?? item.sharedWeight?.value,
      item.explanation,
      item.criterion,
      item.score,
      ...(second ? [second[n]] : []),
    ].map(squeezed);
    return tablesOf(document).some(
      (table, t) =>
        table.columnCount === wanted.length &&
        Array.from({ length: table.rowCount }, (_, r) => r + 1).some((row) =>
          wanted.every((text, c) => {
            const printed = squeezed(cellAt(table, row, c + 1)?.text);
            // The second of two tables begins with a blank group cell.
            return printed === text || (c === 0 && t > 0 && printed === '');
          }),
        ),
    );
  }).length;
}

/** Paragraphs that read as the truth says, in its order. */
function rightParagraphs(document: Document, truth: Truth): number {
  const printed = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [squeezed(block.text)] : [],
  );
  let from = 0;
  return truth.paragraphs.filter(({ text }) => {
    const at = printed.indexOf(squeezed(text), from);
    if (at !== -1) from = at + 1;
    return at !== -1;
  }).length;
}

/** Findings without their places and words: what must be the same in every carrier. */
const essence = (result: ReportResult, without: readonly string[] = []): string[] =>
  result.findings
    .filter(({ rule }) => !without.includes(rule))
    .map(({ rule, severity, claimed, expected }) =>
      [rule, severity, squeezed(claimed ?? ''), squeezed(expected ?? '')].join(' '),
    )
    .sort();

/** Everything that a finding may quote. */
function wordsOf(document: Document): string {
  const words: string[] = [];
  for (const block of document.blocks)
    if (block.kind === 'paragraph') words.push(`${block.number ?? ''}${block.text}`);
    else words.push(...block.cells.map(({ text }) => text));
  words.push(...document.furniture.map(({ text }) => text));
  return squeezed(words.join('\n'));
}

describe.skipIf(!haveSharedReports)('one report in twenty carriers', () => {
  it('gives the same rows, paragraphs and findings from each', async () => {
    const truth = Truth.parse(sharedJson('wuling/wuling.json'));
    const auditOf = (file: string) => audit(sharedReport(`wuling/${file}`), { file });
    const word = await auditOf('word.docx');
    const lines: Record<string, string | number>[] = [];
    for (const { file, adds, rows, paragraphs } of CARRIERS) {
      const document = await readDocument(sharedReport(`wuling/${file}`), DEFAULT_LIMITS);
      const result = await auditOf(file);
      const complete = rows === 26 && paragraphs === 101;
      const got = essence(result, adds);
      const wanted = essence(word, adds);
      lines.push({
        carrier: file,
        rows: rightRows(document, truth, file),
        paragraphs: rightParagraphs(document, truth),
        confirmed: result.coverage.items.confirmed,
        findings: result.findings.length,
        'as word.docx': complete ? (got.join() === wanted.join() ? 'yes' : 'NO') : 'pages without text',
        adds: adds.join(' '),
      });
      expect.soft([file, rightRows(document, truth, file)]).toEqual([file, rows]);
      expect.soft([file, rightParagraphs(document, truth)]).toEqual([file, paragraphs]);
      const rules = new Set(result.findings.map(({ rule }) => rule));
      for (const rule of adds) expect.soft([file, rules.has(rule)], rule).toEqual([file, true]);
      if (complete) {
        expect.soft(got, file).toEqual(wanted);
        expect.soft([file, result.coverage.items]).toEqual([file, word.coverage.items]);
        expect
          .soft([file, result.items.map(({ status }) => status)])
          .toEqual([file, word.items.map(({ status }) => status)]);
      } else {
        const errors = result.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
        for (const rule of NEEDS_PAGE[file] ?? [])
          expect.soft([file, errors.includes(rule)], rule).toEqual([file, false]);
        expect.soft(result.coverage.unread, file).not.toEqual([]);
      }
      const printed = wordsOf(document);
      for (const { rule, evidence, message } of result.findings)
        for (const { quote, where } of evidence) {
          if (rule.startsWith('read/')) continue;
          expect.soft(printed, `${file} ${rule}`).toContain(squeezed(quote));
          // A running head has no place in Word but its name.
          const placed = (where.paragraph ?? where.table ?? where.page) !== null || /页眉|页脚/.test(message);
          expect.soft([file, quote, placed]).toEqual([file, quote, true]);
        }
    }
    console.table(lines);
  });
});
