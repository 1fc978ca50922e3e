import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocx } from '../../../src/documents/docx/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Document, Table } from '../../../src/documents/model.ts';
import { haveSharedReports, sharedJson, sharedReport } from '../../support/shared-reports.ts';

const Truth = z.looseObject({
  paragraphs: z.array(z.looseObject({ text: z.string() })),
  items: z.array(z.looseObject({ printedCells: z.array(z.string()), score: z.string() })),
});
const squeezed = (text: string): string => text.replace(/\s/gu, '');
const tables = (document: Document): Table[] => document.blocks.filter((block) => block.kind === 'table');
const words = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [squeezed(block.text)] : []));

/** Cells of a row by column, '' where a cell is empty or the position is covered, as the truth prints them. */
const line = (table: Table, row: number): string[] =>
  Array.from({ length: table.columnCount }, (_, column) =>
    squeezed(table.cells.find((cell) => cell.row === row && cell.column === column + 1)?.text ?? ''),
  );
const lines = (document: Document): string[][] =>
  tables(document).flatMap((table) =>
    Array.from({ length: table.rowCount }, (_, row) => line(table, row + 1)),
  );

describe.skipIf(!haveSharedReports)('the Wuling report', () => {
  const truth = haveSharedReports ? Truth.parse(sharedJson('wuling/wuling.json')) : null;

  it.each([
    ['word.docx', 0, [5, 22]],
    ['landscape-table.docx', 1, [28]],
    ['cross-page-header.docx', 1, [28]],
    ['header-footer.docx', 0, [27]],
    ['two-scores.docx', 1, [28]],
  ])('%s: 101 paragraphs, 26 rows, cell by cell', async (file, headers, rowCounts) => {
    const document = await readDocx(sharedReport(`wuling/${file}`), DEFAULT_LIMITS);
    const paragraphs = truth?.paragraphs.map(({ text }) => squeezed(text)) ?? [];
    expect(words(document).filter((text) => !text.startsWith('附件：'))).toEqual(paragraphs);
    expect(
      document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.where.paragraph] : [])),
    ).toEqual(words(document).map((_, i) => i + 1));
    const got = lines(document).slice(headers, headers + 26);
    const second = file === 'two-scores.docx';
    expect(got.map((row) => (second ? row.slice(0, 8) : row))).toEqual(
      truth?.items.map(({ printedCells }) => printedCells.map(squeezed)),
    );
    expect(tables(document).map(({ rowCount }) => rowCount)).toEqual(rowCounts);
    expect(
      lines(document)
        .at(-1)
        ?.filter((text) => text !== ''),
    ).toEqual(second ? ['合计', '100', '100', '91'] : ['合计', '100', '100']);
    expect(document.losses).toEqual([]);
    expect(document.revisions).toEqual([]);
  });

  it('header-footer.docx: the header of another year stands aside', async () => {
    const { furniture } = await readDocx(sharedReport('wuling/header-footer.docx'), DEFAULT_LIMITS);
    expect(furniture.map(({ stratum, text }) => [stratum, squeezed(text).slice(0, 6)])).toContainEqual([
      'header',
      '2022年度',
    ]);
  });
});
