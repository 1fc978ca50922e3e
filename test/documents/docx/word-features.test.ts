import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocx } from '../../../src/documents/docx/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Cell, Document, LossKind, Table } from '../../../src/documents/model.ts';
import { haveSharedReports, sharedJson, sharedReport } from '../../support/shared-reports.ts';

const Block = z.looseObject({
  p: z.string().optional(),
  number: z.string().nullable().optional(),
  table: z.array(z.array(z.unknown())).optional(),
  tableRaw: z.array(z.array(z.string())).optional(),
});
const Expected = z.looseObject({
  file: z.string(),
  blocks: z.array(Block),
  mustNotContain: z.array(z.string()).optional(),
  hidden: z.array(z.string()).optional(),
  comments: z.array(z.string()).optional(),
});

const squeezed = (text: string): string => text.replace(/\s/gu, '');

/** The printed words of every cell by its position, with `null` where there is none. */
function rows(table: Table): (string | null)[][] {
  const grid = Array.from({ length: table.rowCount }, () =>
    Array<string | null>(table.columnCount).fill(null),
  );
  for (const { row, column, text } of table.cells) {
    const line = grid[row - 1];
    if (line !== undefined) line[column - 1] = squeezed(text);
  }
  return grid;
}

/** The blocks, in the form of the expectation files. An empty numbered paragraph prints its number and counts. */
const printed = (document: Document) =>
  document.blocks.map((block) =>
    block.kind === 'table'
      ? { table: rows(block) }
      : { p: squeezed(block.text), number: squeezed(block.number ?? '') },
  );

const wanted = (blocks: readonly z.infer<typeof Block>[]) =>
  blocks.map(({ p, number, table }) =>
    table === undefined
      ? { p: squeezed(p ?? ''), number: squeezed(number ?? '') }
      : { table: table.map((row) => row.map((text) => (typeof text === 'string' ? squeezed(text) : null))) },
  );

const NAMES = [
  'auto-numbering',
  'checkboxes',
  'comments',
  'fields',
  'footnote-endnote',
  'fullwidth-digits',
  'grid-before-after',
  'header-footer',
  'hidden-text',
  'hmerge',
  'macro',
  'moved-text',
  'numbering-formats',
  'numbering-styles',
  'omath',
  'sdt-cells',
  'smarttag-customxml',
  'soft-breaks',
  'strict-ooxml',
  'symbol-font',
  'textbox-score',
  'tracked-rows',
  'tracked-score',
  'vmerge-score',
  'wps-markup',
];
/** Losses that must be told, with how many; every other kind must not be there. */
const LOSSES: Readonly<Record<string, Partial<Record<LossKind, number>>>> = {
  'hidden-text': { hidden: 4 },
  'altchunk-html': { object: 1 },
  'ole-xlsx': { object: 1 },
  'picture-only-page': { picture: 1 },
};

const read = (name: string): Promise<Document> =>
  readDocx(sharedReport(`word/${name}.${name === 'macro' ? 'docm' : 'docx'}`), DEFAULT_LIMITS);
const expectation = (name: string) => Expected.parse(sharedJson(`word/${name}.expected.json`));
const count = (document: Document): Partial<Record<LossKind, number>> => {
  const counts: Partial<Record<LossKind, number>> = {};
  for (const { kind } of document.losses) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
const cellAt = (table: Table | undefined, row: number, column: number): Cell | undefined =>
  table?.cells.find((cell) => cell.row === row && cell.column === column);
const tableOf = (document: Document): Table | undefined =>
  document.blocks.find((block) => block.kind === 'table');

describe.skipIf(!haveSharedReports)('Word features, as their expectation files say', () => {
  it.each(NAMES)('%s', async (name) => {
    const { blocks, mustNotContain = [] } = expectation(name);
    const document = await read(name);
    const got = printed(document).map((block) => ({ ...block }));
    expect(got).toEqual(wanted(blocks));
    const all = JSON.stringify(document.blocks);
    for (const words of mustNotContain) expect(all).not.toContain(words);
    expect(count(document)).toEqual(LOSSES[name] ?? {});
  });

  it.each(['altchunk-html', 'ole-xlsx', 'picture-only-page'])(
    '%s: what is not read is named',
    async (name) => {
      const document = await read(name);
      expect(count(document)).toEqual(LOSSES[name]);
      expect(document.losses[0]?.where.paragraph).toBe(name === 'altchunk-html' ? 1 : 2);
      const words = document.blocks.map((block) => (block.kind === 'paragraph' ? squeezed(block.text) : ''));
      const given = expectation(name).blocks.flatMap(({ p }) => (p === undefined ? [] : [squeezed(p)]));
      for (const text of words) expect(given).toContain(text);
    },
  );

  it('nested-table: the inner table stands apart', async () => {
    const outer = tableOf(await read('nested-table'));
    const holder = cellAt(outer, 2, 2);
    expect(outer?.rowCount).toBe(3);
    expect(squeezed(holder?.text ?? '')).toBe('单位：万元执行率107.50%');
    expect(holder?.nested.map(rows)).toEqual([
      [
        ['年初预算数', '全年执行数'],
        ['700.00', '752.48'],
      ],
    ]);
  });

  it('uneven-rows: short rows are aligned from the right, which their numbers prove', async () => {
    const table = tableOf(await read('uneven-rows'));
    expect(table?.gridCertain).toBe(true);
    expect([cellAt(table, 3, 3), cellAt(table, 3, 4), cellAt(table, 3, 5)].map((cell) => cell?.text)).toEqual(
      ['预算调整率', '2', '2'],
    );
    expect([cellAt(table, 5, 4), cellAt(table, 5, 5)].map((cell) => cell?.text)).toEqual(['7', '6']);
  });

  it('tracked-score: both readings of every place', async () => {
    const { revisions } = await read('tracked-score');
    const places = new Set(
      revisions.map(({ accepted, rejected }) => `${squeezed(rejected)}→${squeezed(accepted)}`),
    );
    expect(places).toEqual(
      new Set([
        '经综合评价，2023年度部门整体支出绩效评价得分92.5分，评价结果为“优”。→经综合评价，2023年度部门整体支出绩效评价得分95.5分，评价结果为“优”。',
        '本年度项目支出未完成预算。→',
        '→本年度预算执行率为98.5%。',
        '42.5→45.5',
        '92.5→95.5',
      ]),
    );
    expect(revisions.find(({ text }) => text === '42.5')?.where).toMatchObject({
      table: 1,
      row: 2,
      column: 5,
    });
  });

  it('tracked-rows: the row deleted and the row inserted', async () => {
    const { revisions } = await read('tracked-rows');
    expect(revisions.map(({ kind, text }) => [kind, text])).toEqual([
      ['row-deleted', '预算调整率 | 4 | 4'],
      ['row-inserted', '支付进度率 | 2 | 2'],
    ]);
  });

  it('moved-text: one move, told once', async () => {
    const { revisions } = await read('moved-text');
    expect(revisions.map(({ kind, text }) => [kind, text])).toEqual([
      ['moved', '项目支出83.59万元，占11.11%。'],
    ]);
  });

  it('vmerge-score: merged scores span their rows', async () => {
    const table = tableOf(await read('vmerge-score'));
    expect(cellAt(table, 2, 5)).toMatchObject({ text: '9', rowSpan: 2 });
    expect(cellAt(table, 4, 5)).toMatchObject({ text: '8', rowSpan: 2 });
    expect(cellAt(table, 6, 1)).toMatchObject({ text: '合计', colSpan: 3 });
  });

  it('headers, notes and comments stand aside', async () => {
    const aside = async (name: string) =>
      (await read(name)).furniture.map(({ stratum, text }) => [stratum, squeezed(text)]);
    expect(await aside('header-footer')).toEqual([
      ['header', '2022年度整体支出绩效自评报告'],
      ['watermark', '征求意见稿'],
      ['header', '首页页眉：青岚区委组织部'],
      ['header', '偶数页页眉：2022年度'],
      ['footer', '第1页共3页'],
      ['footer', '内部资料'],
    ]);
    expect(await aside('comments')).toEqual([
      ['comment', '此处应为96分，请核对。'],
      ['comment', '2022年度？'],
    ]);
    expect(await aside('footnote-endnote')).toEqual([
      ['footnote', '其中含上年结转12.30万元。'],
      ['footnote', '决算口径，不含专户资金5.00万元。'],
      ['endnote', '2022年度收入合计946.99万元，数据来源于2022年度部门决算。'],
    ]);
  });

  it('hidden-text: what is hidden is quoted', async () => {
    const { losses } = await read('hidden-text');
    expect(losses.map(({ quote }) => quote)).toEqual(expectation('hidden-text').hidden);
  });

  it('textbox-score: boxes are read once, as boxes', async () => {
    const { blocks } = await read('textbox-score');
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.stratum : 'table'))).toEqual([
      'body',
      'body',
      'body',
      'textbox',
      'textbox',
    ]);
  });
});
