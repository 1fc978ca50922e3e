import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Document, Table } from '../../../src/documents/model.ts';
import { readPdf } from '../../../src/documents/pdf/index.ts';
import { squeezed, tablesOf } from '../../support/printed.ts';
import { haveSharedReports, sharedJson, sharedReport } from '../../support/shared-reports.ts';

interface Quote {
  readonly page: number;
  readonly quote: string;
}
interface Value {
  readonly page: number;
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** Every quote and table value named anywhere in a truth file. */
function named(json: unknown): { quotes: Quote[]; values: Value[] } {
  const quotes: Quote[] = [];
  const values: Value[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const o = node as Readonly<Record<string, unknown>>;
    const { page, quote, table, row, column, value } = o;
    if (typeof page === 'number' && typeof quote === 'string') quotes.push({ page, quote });
    if (typeof page === 'number' && table && typeof row === 'string' && typeof value === 'string')
      values.push({ page, row, column: typeof column === 'string' ? column : '', value });
    Object.values(o).forEach(walk);
  };
  walk(json);
  return { quotes, values };
}

/** The value stands in the row that carries the label, below the heading. */
function stands(tables: readonly Table[], { page, row, column, value }: Value): boolean {
  const heading = squeezed(column).replace(/[（(].*/, '');
  return tables.some((table) =>
    table.cells
      .filter((cell) => cell.where.page === page && squeezed(cell.text) === squeezed(value))
      .some((cell) => {
        const beside = table.cells
          .filter((other) => other.row <= cell.row && cell.row < other.row + other.rowSpan)
          .map(({ text }) => squeezed(text))
          .join('');
        const above = table.cells
          .filter(
            (other) =>
              other.row < cell.row &&
              other.column <= cell.column &&
              cell.column < other.column + other.colSpan,
          )
          .map(({ text }) => squeezed(text))
          .join('');
        return beside.includes(squeezed(row)) && above.includes(heading);
      }),
  );
}

/** The running text around a page, paragraphs directly after one another. */
const around = (document: Document, page: number): string =>
  document.blocks
    .flatMap((block) =>
      block.kind === 'paragraph' && Math.abs((block.where.page ?? 0) - page) <= 1
        ? [squeezed(block.text)]
        : [],
    )
    .join('');

// Rows that the truth describes instead of quoting.
const DESCRIBED = /^（数据行）$|^支出各类$/;

describe.skipIf(!haveSharedReports)('public final accounts', () => {
  it.each([
    ['guihua-2024-word2010.pdf', 'guihua.expected.json', 46, 20],
    ['caizheng-2024-onlyoffice.pdf', 'caizheng.expected.json', 48, 26],
  ])(
    '%s: every quoted sentence and table value stands where the truth says',
    async (file, expected, sentences, cells) => {
      const document = await readPdf(sharedReport(`real/${file}`), DEFAULT_LIMITS);
      const { quotes, values } = named(sharedJson(`real/${expected}`));
      const checked = values.filter(({ row }) => !DESCRIBED.test(row));
      expect(quotes).toHaveLength(sentences);
      expect(checked).toHaveLength(cells);
      const tables = tablesOf(document);
      const cellTexts = tables.flatMap((table) => table.cells.map(({ text }) => squeezed(text)));
      const missing = quotes.filter(
        ({ page, quote }) =>
          !around(document, page).includes(squeezed(quote)) &&
          !cellTexts.some((text) => text.includes(squeezed(quote))),
      );
      expect(missing).toEqual([]);
      expect(checked.filter((value) => !stands(tables, value))).toEqual([]);
      expect(document.losses).toEqual([]);
      expect(document.furniture).toEqual([]);
      expect(tables.every(({ gridCertain }) => gridCertain)).toBe(true);
    },
  );

  it('juesuan-template-wps.pdf: a blank official template', async () => {
    const document = await readPdf(sharedReport('real/juesuan-template-wps.pdf'), DEFAULT_LIMITS);
    expect(document.pageCount).toBe(23);
    expect(tablesOf(document).length).toBeGreaterThanOrEqual(9);
    expect(document.losses.filter(({ kind }) => kind === 'no-text')).toEqual([]);
  });
});
