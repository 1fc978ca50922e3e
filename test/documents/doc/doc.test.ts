import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDoc } from '../../../src/documents/doc/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Document, Table } from '../../../src/documents/model.ts';
import { UnreadableError } from '../../../src/documents/model.ts';
import { type BuiltCell, type BuiltParagraph, build, compound, definition, row, u16, u32 } from './build.ts';

const read = (bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<Document> => readDoc(bytes, limits);
const fixtureUrl = (name: string): URL => new URL(`./fixtures/${name}.doc`, import.meta.url);
const fixture = (name: string): Promise<Document> => read(readFileSync(fixtureUrl(name)));
const WordExtractor = createRequire(import.meta.url)('word-extractor');

/** Paragraphs as `number|text`, tables as rows of printed cells with their spans. */
const shown = ({ blocks }: Document): unknown[] =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.number === null
        ? block.text
        : `${block.number}|${block.text}`
      : rows(block),
  );

const rows = (table: Table): string[][] => {
  const out: string[][] = Array.from({ length: table.rowCount }, () => []);
  for (const { row: r, column, rowSpan, colSpan, text } of table.cells)
    out[r - 1]?.push(`${column}${rowSpan > 1 || colSpan > 1 ? ` ${rowSpan}x${colSpan}` : ''}: ${text}`);
  return out;
};

describe('a table', () => {
  const p = (text: string): BuiltParagraph => ({ text: `${text}\r` });
  const cell = (text: string, more: Partial<BuiltCell> = {}): BuiltCell => ({ text, ...more });

  test('keeps merges upwards and to the left as spans', async () => {
    const document = await read(
      build({
        paragraphs: [
          p('附件'),
          ...row(
            [0, 1000, 2000, 3000],
            [cell('产出', { vertical: 'start' }), cell('实际完成率'), cell('24', { vertical: 'start' })],
          ),
          ...row(
            [0, 1000, 2000, 3000],
            [cell('', { vertical: 'continue' }), cell('完成及时率'), cell('', { vertical: 'continue' })],
          ),
          ...row([0, 1000, 2000, 3000], [cell('合计'), cell('', { mergedLeft: true }), cell('24')]),
          p('完'),
        ],
      }),
    );
    expect(shown(document)).toEqual([
      '附件',
      [['1 2x1: 产出', '2: 实际完成率', '3 2x1: 24'], ['2: 完成及时率'], ['1 1x2: 合计', '3: 24']],
      '完',
    ]);
    expect(document.losses).toEqual([]);
  });

  test('puts rows with other boundaries on one grid; lines drawn by hand count as one', async () => {
    const { blocks } = await read(
      build({
        paragraphs: [
          ...row([-108, 1000, 2000, 4000], [cell('a'), cell('b'), cell('c')]),
          ...row([-108, 2030, 4012], [cell('d'), cell('e')]),
          ...row([2010, 4000], [cell('f')]),
          p(''),
        ],
      }),
    );
    expect(rows(blocks[0] as Table)).toEqual([['1: a', '2: b', '3: c'], ['1 1x2: d', '3: e'], ['3: f']]);
  });

  test.each([
    ['boundaries that do not rise', [0, 2000, 1000]],
    ['more boundaries than cells', [0, 1000, 2000, 3000]],
  ])('with %s is counted out, and says so', async (_, edges) => {
    const cells = [cell('a'), cell('b')];
    const broken = definition(edges, edges.length === 3 ? cells : [...cells, cell('')]);
    const [a, b] = row([0, 1000, 2000], cells);
    const document = await read(
      build({
        paragraphs: [
          ...(a && b ? [a, b] : []),
          { text: '\x07', sprms: [0x16, 0x24, 1, 0x17, 0x24, 1, ...broken] },
          p(''),
        ],
      }),
    );
    expect(document.blocks[0]).toMatchObject({ gridCertain: false, rowCount: 1, columnCount: 2 });
    expect(document.losses).toMatchObject([
      { kind: 'layout', message: expect.stringMatching(/第 1 个表格/) },
    ]);
  });

  test('without any row definition is counted out, and says so', async () => {
    const document = await read(
      build({ paragraphs: [...row([0, 1, 2], [cell('a'), cell('b')]).slice(0, 2), p('后')] }),
    );
    expect(shown(document)).toEqual([[['1: a', '2: b']], '后']);
    expect(document.losses).toHaveLength(1);
  });

  test('too wide for its formatting page is defined in the Data stream', async () => {
    const edges = Array.from({ length: 31 }, (_, i) => i * 300);
    const cells = Array.from({ length: 30 }, (_, i) => cell(`${i}`, i === 29 ? { mergedLeft: true } : {}));
    const list = definition(edges, cells);
    const end = { text: '\x07', sprms: [0x16, 0x24, 1, 0x17, 0x24, 1, 0x46, 0x66, ...u32(8)] };
    const document = await read(
      build({
        paragraphs: [...row(edges, cells).slice(0, 30), end, p('')],
        data: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, ...u16(list.length), ...list]),
      }),
    );
    expect(document.blocks[0]).toMatchObject({ gridCertain: true, columnCount: 30, rowCount: 1 });
    expect((document.blocks[0] as Table).cells.at(-1)).toMatchObject({ column: 29, colSpan: 2 });
  });

  test('merges that a modifier adds afterwards count: sprmTMerge, sprmTVertMerge', async () => {
    const edges = [0, 1000, 2000, 3000];
    const plain = [cell('a'), cell(''), cell('b')];
    const withMore = (more: readonly number[]): BuiltParagraph[] => {
      const built = row(edges, plain);
      return built.map((paragraph, i) =>
        i < 3 ? paragraph : { ...paragraph, sprms: [...(paragraph.sprms ?? []), ...more] },
      );
    };
    const { blocks } = await read(
      build({
        paragraphs: [
          ...withMore([0x24, 0x56, 0, 2, 0x2b, 0xd6, 2, 2, 3]),
          ...withMore([0x24, 0x56, 0, 2, 0x2b, 0xd6, 2, 2, 1]),
          p(''),
        ],
      }),
    );
    expect(rows(blocks[0] as Table)).toEqual([['1 1x2: a', '3 2x1: b'], ['1 1x2: a']]);
  });

  test('words under a merge are a loss: they are not shown', async () => {
    const document = await read(
      build({
        paragraphs: [
          ...row([0, 1000, 2000], [cell('合计', { vertical: 'start' }), cell('1')]),
          ...row([0, 1000, 2000], [cell('旧分值', { vertical: 'continue' }), cell('2')]),
          p(''),
        ],
      }),
    );
    expect(document.losses).toMatchObject([
      { kind: 'hidden', quote: '旧分值', where: { table: 1, row: 1, column: 1 } },
    ]);
  });

  test('of any shape comes back as it was written', async () => {
    const tables = fc
      .record({ columns: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 1, max: 8 }) })
      .chain(({ columns, rows: count }) =>
        fc.array(
          fc.array(fc.tuple(fc.constantFrom(1, 1, 2), fc.boolean()), {
            minLength: columns,
            maxLength: columns,
          }),
          {
            minLength: count,
            maxLength: count,
          },
        ),
      );
    await fc.assert(
      fc.asyncProperty(tables, async (plan) => {
        const { paragraphs, expected } = written(plan);
        const { blocks } = await read(build({ paragraphs: [...paragraphs, p('')] }));
        const found = (blocks[0] as Table).cells.map((c) => [c.row, c.column, c.rowSpan, c.colSpan, c.text]);
        expect(found.map(String).toSorted()).toEqual(expected.map(String).toSorted());
      }),
      { numRuns: 150 },
    );
  });
});

/** A table after a plan of widths and merges: its paragraphs, and its cells as row, column, spans and text. */
function written(plan: readonly (readonly (readonly [number, boolean])[])[]): {
  paragraphs: BuiltParagraph[];
  expected: (string | number)[][];
} {
  const paragraphs: BuiltParagraph[] = [];
  const expected: (string | number)[][] = [];
  let above = new Map<string, (string | number)[]>();
  const lines = new Set<number>();
  const all = plan.map((line) => {
    const edges = [0];
    for (const [width] of line)
      if ((edges.at(-1) ?? 0) < line.length) edges.push(Math.min((edges.at(-1) ?? 0) + width, line.length));
    for (const edge of edges) lines.add(edge);
    return edges;
  });
  const column = (edge: number): number => [...lines].filter((line) => line < edge).length + 1;
  all.forEach((edges, r) => {
    const next = new Map<string, (string | number)[]>();
    const cells = edges.slice(1).map((right, i): BuiltCell => {
      const left = edges[i] ?? 0;
      const key = `${left}:${right}`;
      const open = plan[r]?.[i]?.[1] ? above.get(key) : undefined;
      if (open) {
        open[2] = Number(open[2]) + 1;
        next.set(key, open);
        return { text: '', vertical: 'continue' };
      }
      const made = [r + 1, column(left), 1, column(right) - column(left), `${r}.${i}`];
      expected.push(made);
      next.set(key, made);
      return { text: `${r}.${i}`, vertical: 'start' };
    });
    above = next;
    paragraphs.push(
      ...row(
        edges.map((edge) => edge * 1000),
        cells,
      ),
    );
  });
  return { paragraphs, expected };
}

describe('characters', () => {
  const text = async (words: string, runs: Parameters<typeof build>[0]['runs'] = [], fonts: string[] = []) =>
    read(build({ paragraphs: [{ text: `${words}\r` }], runs, fonts }));

  test('quotes stay as they were typed: “ ” ‘ ’', async () => {
    expect(shown(await text('“三公”经费‘其他’'))).toEqual(['“三公”经费‘其他’']);
  });

  test.each([
    ['the result of a field is read, its instruction not', '第\x13 PAGE \x143\x15页', '第3页'],
    ['fields within fields', '\x13 IF \x13 X \x141\x15 \x14a\x13 Y \x14b\x15\x15c', 'abc'],
    ['a field that never ends swallows nothing', '得分\x13 PAGE 97分', '得分 PAGE 97分'],
    ['a field end without a beginning', '得分\x1597分', '得分97分'],
    ['an EQ field is its formula', '\x13 EQ \\f(1,2)\x15', '1/2'],
    ['soft breaks and tabs inside numbers are closed', '752.\x0b48万元，752.\t48', '752.48万元，752.48'],
    ['hyphens: no-break and optional', '\x1e0.81，9\x1f7', '-0.81，97'],
    ['marks of notes and comments say nothing', '收入\x02752.48\x05万元', '收入752.48万元'],
  ])('%s', async (_, words, expected) => {
    expect(shown(await text(words))).toEqual([expected]);
  });

  test('keeps the entries of a table of contents out of the running text', async () => {
    const { blocks, furniture } = await read(
      build({
        paragraphs: [
          { text: '目录\r' },
          { text: '\x13 TOC \\o "1-2" \x14一、部门概况\t1\r' },
          { text: '\x13 HYPERLINK \\l "a" \x14二、评价结论\t3\x15\x15\r' },
          { text: '一、部门概况\r' },
        ],
      }),
    );
    expect(blocks.map((block) => block.kind === 'paragraph' && [block.text, block.where.paragraph])).toEqual([
      ['目录', 1],
      ['一、部门概况', 2],
    ]);
    expect(furniture.map(({ text, stratum }) => [stratum, text])).toEqual([
      ['contents', '一、部门概况 1'],
      ['contents', '二、评价结论 3'],
    ]);
  });
  test('signs of symbol fonts are the signs a reader sees; unknown ones are marked and named', async () => {
    const symbol = (code: number): number[] => [0x09, 0x6a, ...u16(1), ...u16(code)];
    const known = await text('≦(5%', [[1, 2, symbol(0xf0a3)]], ['宋体', 'Symbol']);
    expect(shown(known)).toEqual(['≦≤5%']);
    const stored = await text('\uf0a35%', [[0, 2, [0x4f, 0x4a, ...u16(1)]]], ['宋体', 'Symbol']);
    expect(shown(stored)).toEqual(['≤5%']);
    const unknown = await text('(5%', [[0, 1, symbol(0xf0ff)]], ['宋体', 'Wingdings']);
    expect(shown(unknown)).toEqual(['〓5%']);
    expect(unknown.losses).toMatchObject([{ kind: 'characters' }]);
  });

  test.each([
    ['a list the file does not define', [{ text: '部门概况\r', sprms: [0x0b, 0x46, ...u16(3)] }]],
    ['a number of Word 95', [{ text: '部门概况\r', sprms: [0x3e, 0xc6, 1, 0] }]],
    ['a number field', [{ text: '\x13 AUTONUM \x15部门概况\r' }]],
  ])('an automatic number that cannot be read is named: %s', async (_, paragraphs) => {
    const document = await read(build({ paragraphs: [{ text: '封面\r' }, ...paragraphs] }));
    expect(shown(document)).toEqual(['封面', '部门概况']);
    expect(document.losses).toMatchObject([
      { kind: 'damaged', message: expect.stringMatching(/1 处自动编号/), where: { paragraph: 2 } },
    ]);
  });

  test('raised digits do not join the figure before them', async () => {
    expect(shown(await text('120m2，10', [[4, 5, [0x48, 0x2a, 1]]]))).toEqual(['120m²，10']);
  });

  test('deleted and inserted words: accepted is read, the other reading is kept', async () => {
    const document = await text('得分9297分', [
      [2, 4, [0x00, 0x08, 1]],
      [4, 6, [0x01, 0x08, 1]],
    ]);
    expect(shown(document)).toEqual(['得分97分']);
    expect(document.revisions).toMatchObject([
      { kind: 'deleted', text: '92', accepted: '得分97分', rejected: '得分92分' },
      { kind: 'inserted', text: '97', accepted: '得分97分', rejected: '得分92分' },
    ]);
  });

  test('a deleted paragraph mark joins two paragraphs', async () => {
    const document = await read(
      build({ paragraphs: [{ text: '得分\r' }, { text: '97分\r' }], runs: [[2, 3, [0x00, 0x08, 1]]] }),
    );
    expect(shown(document)).toEqual(['得分97分']);
  });

  test('hidden and struck words are left out and named', async () => {
    const document = await text('得分88旧97分', [
      [2, 4, [0x3c, 0x08, 1]],
      [4, 5, [0x37, 0x08, 1]],
    ]);
    expect(shown(document)).toEqual(['得分97分']);
    expect(document.losses.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['hidden', '88'],
      ['hidden', '旧'],
    ]);
  });
});

describe('files that cannot be read', () => {
  const simple = { paragraphs: [{ text: '得分97分\r' }] };
  test.each([
    ['with an opening password', build({ ...simple, flags: 0x0100 }), /打开密码/],
    ['of Word 95', build({ ...simple, magic: 0xa5dc }), /Word 95/],
    ['of a Chinese Word 95', build({ ...simple, magic: 0xa697 }), /Word 95/],
    ['with a wrong mark, as WPS of old', build({ ...simple, magic: 0x1234 }), /WPS.*另存为/],
    ['without a table stream', compound({ WordDocument: new Uint8Array(4096).fill(0xec) }), /损坏/],
    ['without its stream', compound({ Other: new Uint8Array(4096) }), /损坏/],
    ['cut off in the header', build(simple).subarray(0, 300), /损坏/],
    ['cut off in the middle', build(simple).subarray(0, 3000), /损坏/],
    ['no compound file', new Uint8Array(2000), /损坏/],
  ])('%s: a sentence', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(UnreadableError);
    await expect(read(bytes)).rejects.toThrow(message);
  });

  test('sector chains that run in circles', async () => {
    const bytes = build(simple);
    const tableAt = new DataView(bytes.buffer, bytes.byteOffset).getUint32(76, true);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32((tableAt + 1) * 512, 0, true);
    await expect(read(bytes)).rejects.toThrow(/损坏/);
  });

  test('more than the limits allow is named, never cut in silence', async () => {
    const bytes = build({ paragraphs: Array.from({ length: 30 }, (_, i) => ({ text: `第${i}段\r` })) });
    const { blocks, losses } = await read(bytes, { ...DEFAULT_LIMITS, paragraphs: 10, cells: 5 });
    expect(blocks).toHaveLength(10);
    expect(losses).toMatchObject([{ kind: 'limit', message: expect.stringMatching(/10 段/) }]);
    await expect(read(bytes, { ...DEFAULT_LIMITS, characters: 20 })).rejects.toThrow(/20 字/);
  });
});

describe('files as LibreOffice writes them', () => {
  test.each(['vmerge-score', 'hmerge', 'nested-table', 'comments', 'footnote-endnote', 'symbol-font'])(
    'the words of %s are those that word-extractor finds',
    async (name) => {
      const body: string = (await new WordExtractor().extract(fileURLToPath(fixtureUrl(name)))).getBody({
        filterUnicode: false,
      });
      const words = (cells: Table): string[] =>
        cells.cells.flatMap((c) => [c.text, ...c.nested.flatMap(words)]);
      const own = (await fixture(name)).blocks.flatMap((block) =>
        block.kind === 'table' ? words(block) : [block.text],
      );
      // Order within a cell differs where a table stands in it, and private signs are shown as what they mean.
      const bag = (text: string): string =>
        [...text.replace(/[\s\ue000-\uf8ff≤≥−±×<>☑□]/g, '')].toSorted().join('');
      expect(bag(own.join(''))).toBe(bag(body));
    },
  );

  test('automatic numbers with levels, gaps and restarts', async () => {
    const found = shown(await fixture('auto-numbering'));
    expect(found.slice(1, 6)).toEqual([
      '一、|部门基本情况',
      '（一）|机构、人员情况',
      '（二）|主要职责',
      '1.|贯彻执行党的组织工作方针政策。',
      '2.|指导基层组织建设。',
    ]);
    expect(found.slice(9, 12)).toEqual([
      '2.|2023年度支出合计752.48万元。',
      '（三）|预算管理情况',
      '四、|综合评价结果',
    ]);
  });

  test('a table within a cell belongs to the cell', async () => {
    const table = (await fixture('nested-table')).blocks[1] as Table;
    const holder = table.cells.find(({ row: r, column }) => r === 2 && column === 2);
    expect([table.rowCount, holder?.text]).toEqual([3, '单位：万元\n执行率107.50%']);
    expect(holder?.nested[0]?.cells.map(({ text }) => text)).toEqual([
      '年初预算数',
      '全年执行数',
      '700.00',
      '752.48',
    ]);
  });

  test('shared weights and scores', async () => {
    expect(rows((await fixture('vmerge-score')).blocks[1] as Table).slice(1, 4)).toEqual([
      ['1 4x1: 产出', '2 4x1: 职责履行', '3: 实际完成率', '4 2x1: 10', '5 2x1: 9'],
      ['3: 完成及时率'],
      ['3: 质量达标率', '4: 8', '5 2x1: 8'],
    ]);
  });

  test('rows deleted and inserted by revision', async () => {
    const { blocks, revisions } = await fixture('tracked-rows');
    expect(rows(blocks[1] as Table).map(([first]) => first)).toEqual([
      '1: 三级指标',
      '1: 绩效目标合理性',
      '1: 支付进度率',
      '1: 预算完成率',
      '1: 合计',
    ]);
    expect(revisions.map(({ kind, text }) => [kind, text])).toEqual([
      ['row-deleted', '预算调整率 | 4 | 4'],
      ['row-inserted', '支付进度率 | 2 | 2'],
    ]);
  });

  test('notes, comments, headers and watermarks are kept out of the text, notes with their place', async () => {
    const { furniture } = await fixture('footnote-endnote');
    expect(furniture.map(({ stratum, where }) => [stratum, where.paragraph])).toEqual([
      ['footnote', 2],
      ['footnote', 2],
      ['endnote', 3],
    ]);
    const strata = (await fixture('header-footer')).furniture.map(
      ({ stratum, text }) => `${stratum} ${text}`,
    );
    expect(strata).toContain('watermark 征求意见稿');
    expect(strata).toContain('header 2022年度整体支出绩效自评报告');
    expect((await fixture('comments')).furniture.map(({ stratum }) => stratum)).toEqual([
      'comment',
      'comment',
    ]);
  });

  test('text boxes are read once, behind the paragraph they are anchored in', async () => {
    const { blocks, losses } = await fixture('textbox-score');
    expect(blocks.slice(2).map((block) => block.kind === 'paragraph' && [block.stratum, block.text])).toEqual(
      [
        ['body', '经综合评价，得分见右侧文本框。'],
        ['textbox', '自评得分：95.5分'],
        ['textbox', '评价等级：优'],
      ],
    );
    expect(losses).toEqual([]);
  });

  test('form fields show their state', async () => {
    expect(shown(await fixture('checkboxes'))).toContain('是否整改：☑是 □否');
  });

  test.each([
    ['picture-only-page', 'picture'],
    ['ole-xlsx', 'object'],
  ])('what %s hides is named', async (name, kind) => {
    expect((await fixture(name)).losses).toMatchObject([{ kind }]);
  });

  test('hidden by run, paragraph, character style and paragraph style, and shown again', async () => {
    const { blocks, losses } = await fixture('hidden-text');
    expect(blocks.at(-1)).toMatchObject({ text: '样式隐藏但本处取消隐藏：满意度93%。' });
    expect(losses.map(({ quote }) => quote)).toEqual([
      '88',
      '内部备注：实际得分88分，财政收入数用上年。',
      '（样式隐藏：2022年度）',
      '整段样式隐藏：得分60分',
    ]);
  });
});
