import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Document } from '../../../src/documents/model.ts';
import { readPdf } from '../../../src/documents/pdf/index.ts';
import { cellAt, squeezed, tablesOf } from '../../support/printed.ts';

const FOLDER = new URL('../../../../shared/reports/wuling/', import.meta.url);
const present = existsSync(FOLDER);
if (!present && process.env.CI) throw new Error('shared/reports/wuling is missing');
if (!present) console.warn('skipped: shared/reports/wuling is not here');

const truthSchema = z.object({
  paragraphs: z.array(z.object({ n: z.number(), text: z.string() })),
  items: z.array(
    z.object({
      n: z.number(),
      group: z.array(z.string()),
      groupWeight: z.string(),
      indicator: z.string(),
      weight: z.string().nullable(),
      sharedWeight: z.object({ value: z.string() }).nullable(),
      explanation: z.string(),
      criterion: z.string().nullable(),
      score: z.string(),
    }),
  ),
  files: z.record(
    z.string(),
    z.object({
      pages: z.number().optional(),
      tables: z.number().optional(),
      headerRow: z.array(z.string()).optional(),
      auditScores: z.array(z.string()).optional(),
      rowPages: z.array(z.number()).optional(),
      paragraphPages: z.array(z.number()).optional(),
      textlessPages: z.array(z.number()).optional(),
      pageHeader: z.string().optional(),
    }),
  ),
});

interface Outcome {
  readonly rows: number;
  readonly rowPages: number;
  readonly paragraphs: number;
  readonly paragraphPages: number;
  readonly foreign: readonly string[];
}

const truth = present
  ? truthSchema.parse(JSON.parse(readFileSync(new URL('wuling.json', FOLDER), 'utf8')))
  : { paragraphs: [], items: [], files: {} };

const read = (file: string): Promise<Document> =>
  readPdf(new Uint8Array(readFileSync(new URL(file, FOLDER))), DEFAULT_LIMITS);

/** Rows and paragraphs that agree with the truth, and paragraphs that stand in no report. */
function outcome(document: Document, file: string): Outcome {
  const expected = truth.files[file];
  const tables = tablesOf(document);
  let rows = 0;
  let rowPages = 0;
  for (const item of truth.items) {
    const wanted = [
      ...item.group,
      item.groupWeight,
      item.indicator,
      item.weight ?? item.sharedWeight?.value,
      item.explanation,
      item.criterion,
      item.score,
      ...(expected?.auditScores ? [expected.auditScores[item.n - 1]] : []),
    ].map(squeezed);
    const found = tables.flatMap((table, t) =>
      Array.from({ length: table.rowCount }, (_, r) => wanted.map((_, c) => cellAt(table, r + 1, c + 1)))
        .filter(() => table.columnCount === wanted.length)
        .filter((cells) =>
          cells.every((cell, c) => {
            const text = squeezed(cell?.text);
            // The second of two tables begins with a blank group cell.
            return text === wanted[c] || (c === 0 && t > 0 && text === '');
          }),
        ),
    );
    if (found.length > 0) rows++;
    if (found[0]?.[3]?.where.page === expected?.rowPages?.[item.n - 1]) rowPages++;
  }
  const printed = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
  let from = 0;
  let paragraphs = 0;
  let paragraphPages = 0;
  truth.paragraphs.forEach(({ text }, i) => {
    const at = printed.findIndex((block, k) => k >= from && squeezed(block.text) === squeezed(text));
    if (at === -1) return;
    from = at + 1;
    paragraphs++;
    if (printed[at]?.where.page === expected?.paragraphPages?.[i]) paragraphPages++;
  });
  const known = new Set(truth.paragraphs.map(({ text }) => squeezed(text)));
  const foreign = printed.map((block) => squeezed(block.text)).filter((text) => !known.has(text));
  return { rows, rowPages, paragraphs, paragraphPages, foreign };
}

const BORN_DIGITAL = [
  'libreoffice.pdf',
  'borderless.pdf',
  'cross-page.pdf',
  'cross-page-header.pdf',
  'landscape-table.pdf',
  'header-footer.pdf',
  'two-scores.pdf',
  'filled-borders.pdf',
  'cjk-unembedded.pdf',
  'chrome.pdf',
  'chrome-type3.pdf',
];

describe.skipIf(!present)('one report in every PDF carrier', () => {
  it('reads 26 rows and 101 paragraphs, each with its page', async () => {
    const table: (Omit<Outcome, 'foreign'> & { file: string; foreign: string })[] = [];
    for (const file of BORN_DIGITAL) {
      const { foreign, ...counts } = outcome(await read(file), file);
      table.push({ file, ...counts, foreign: foreign.join(' ') });
    }
    console.table(table);
    for (const row of table)
      expect(row).toEqual({
        file: row.file,
        rows: 26,
        rowPages: 26,
        paragraphs: 101,
        paragraphPages: 101,
        foreign: row.file === 'landscape-table.pdf' ? '附件：部门整体支出绩效评价评分表' : '',
      });
  });

  it.each(BORN_DIGITAL)('%s: one table, merged cells with their spans, nothing lost', async (file) => {
    const document = await read(file);
    const tables = tablesOf(document);
    const expected = truth.files[file];
    expect(tables).toHaveLength(expected?.tables ?? 1);
    expect(document.pageCount).toBe(expected?.pages);
    const table = tables.at(-1);
    if (!table) throw new Error('no table');
    expect(table.gridCertain).toBe(true);
    const cells = table.cells.map((cell) => ({ ...cell, text: squeezed(cell.text) }));
    expect(cells.find(({ text }) => text === '合计')).toMatchObject({ column: 1, colSpan: 4 });
    expect(cells.find(({ text, column }) => text === '24' && column === 5)).toMatchObject({ rowSpan: 3 });
    expect(document.losses.map(({ kind }) => kind)).toEqual(file === 'borderless.pdf' ? ['layout'] : []);
  });

  it('keeps the running head and the page numbers out of the text, once each', async () => {
    const { furniture } = await read('header-footer.pdf');
    const head = truth.files['header-footer.pdf']?.pageHeader;
    expect(furniture.filter(({ stratum }) => stratum === 'header').map(({ text }) => squeezed(text))).toEqual(
      [squeezed(head)],
    );
    expect(furniture.filter(({ stratum }) => stratum === 'footer')).toHaveLength(13);
  });

  it('has the repeated head of the table once', async () => {
    const head = truth.files['cross-page-header.pdf']?.headerRow?.map(squeezed) ?? [];
    const [table] = tablesOf(await read('cross-page-header.pdf'));
    const texts = table?.cells.map(({ text }) => squeezed(text)) ?? [];
    for (const title of new Set(head))
      expect(texts.filter((text) => text === title)).toHaveLength(head.filter((t) => t === title).length);
  });

  it.each([
    ['mixed.pdf', [5], 26],
    ['mixed-table.pdf', [9], 19],
    ['scan-150dpi.pdf', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 0],
  ] as const)('%s: names the pages without text and reads the others', async (file, pages, rows) => {
    const document = await read(file);
    expect(document.losses.map(({ kind, pages }) => ({ kind, pages }))).toEqual([{ kind: 'no-text', pages }]);
    expect(outcome(document, file).rows).toBe(rows);
  });
});
