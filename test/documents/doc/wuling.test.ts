import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDoc } from '../../../src/documents/doc/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Cell, Document, Table } from '../../../src/documents/model.ts';

const folder = new URL('../../../../shared/reports/wuling/', import.meta.url);
const present = existsSync(folder);
if (!present && process.env.CI)
  throw new Error('../shared/reports/wuling is absent: the real report must be tested in CI');
if (!present) console.warn('skipped: ../shared/reports/wuling is absent');

interface Truth {
  readonly paragraphs: readonly { readonly text: string }[];
  readonly items: readonly {
    readonly weight: string | null;
    readonly sharedWeight: unknown;
    readonly score: string;
    readonly indicator: string;
    readonly explanation: string;
    readonly criterion: string | null;
    readonly group: readonly [string, string];
    readonly groupWeight: string;
  }[];
}

const bare = (text: string | null): string => (text ?? '').replace(/\s/g, '');

describe.skipIf(!present)('the real report as .doc', () => {
  let truth: Truth;
  let document: Document;
  beforeAll(async () => {
    truth = JSON.parse(readFileSync(new URL('wuling.json', folder), 'utf8'));
    document = await readDoc(readFileSync(new URL('legacy.doc', folder)), DEFAULT_LIMITS);
  });

  test('all 101 paragraphs, quotes as typed, in order', () => {
    const texts = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [bare(block.text)] : []));
    expect(texts).toEqual(truth.paragraphs.map(({ text }) => bare(text)));
  });

  test('all 26 rows with the cells that are merged around them', () => {
    const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
    const found = tables.flatMap((table) =>
      Array.from({ length: table.rowCount }, (_, i) =>
        Array.from({ length: 8 }, (__, j) => covering(table, i + 1, j + 1)),
      ),
    );
    expect(found).toHaveLength(27);
    const texts = found.slice(0, 26).map((cells) => cells.map((cell) => bare(cell?.text ?? '(none)')));
    // The second table begins with an empty cell where the first one's 投入 goes on.
    expect(texts.map((cells) => cells.slice(1))).toEqual(
      truth.items.map((item) =>
        [
          item.group[1],
          item.groupWeight,
          item.indicator,
          item.weight ?? '24',
          item.explanation,
          item.criterion,
          item.score,
        ].map(bare),
      ),
    );
    expect(tables.every(({ gridCertain }) => gridCertain)).toBe(true);
    expect(found[19]?.[4]).toMatchObject({ text: '24', rowSpan: 3 });
    expect(found[20]?.[4]).toBe(found[19]?.[4]);
  });

  test('nothing is reported as lost', () => {
    expect([document.losses, document.revisions, document.furniture]).toEqual([[], [], []]);
  });
});

/** The cell that covers a position of the grid. */
const covering = (table: Table, row: number, column: number): Cell | undefined =>
  table.cells.find(
    (cell) =>
      row >= cell.row &&
      row < cell.row + cell.rowSpan &&
      column >= cell.column &&
      column < cell.column + cell.colSpan,
  );
