import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { type Document, type Table, UnreadableError } from '../../../src/documents/model.ts';
import { haveSharedReports, sharedReport } from '../../support/shared-reports.ts';

const read = (file: string): Promise<Document> => readDocx(sharedReport(`hostile/${file}`), DEFAULT_LIMITS);
const tables = (document: Document): Table[] => document.blocks.filter((block) => block.kind === 'table');
const texts = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

const PATTERNS = [
  'commas',
  'dots',
  'digits',
  'zhan',
  'zhan-percent',
  'spaces',
  'fullwidth-spaces',
  'brackets',
];
const MORE_PATTERNS = [
  'quotes',
  'years',
  'headings',
  'wanyuan',
  'compare',
  'mixed-comma',
  'percent',
  'minus',
];
const GOOD = [
  'UPPER.DOCX',
  'docx-as.doc',
  'docx-as.pdf',
  'noextension',
  'odd-utf16-part.docx',
  'odd-part-name.docx',
  'odd-backslash-names.docx',
  'odd-stored-comment.docx',
  'zip-traversal.docx',
  'external-rels.docx',
  'illegal-control-chars.docx',
  'terminal-and-bidi.docx',
  'pattern-slashes.docx',
  'pattern-5000-parts.docx',
  'pattern-pairs.docx',
  ...[...PATTERNS, ...MORE_PATTERNS].map((name) => `pattern-${name}.docx`),
];

describe.skipIf(!haveSharedReports)('hostile and damaged files', () => {
  it.each(GOOD)('%s is read: 得分 96, rows 48 and 48, 合计 96', async (file) => {
    const document = await read(file);
    expect(texts(document).some((text) => text.includes('得分96分'))).toBe(true);
    const [first] = tables(document);
    const scores = first?.cells.filter(({ row, column }) => row > 1 && column === first.columnCount);
    expect(scores?.map(({ text }) => text)).toEqual(['48', '48', '96']);
  });

  it.each([
    ['empty.docx', /损坏/],
    ['truncated.docx', /损坏/],
    ['not-a-zip.docx', /损坏/],
    ['random-bytes.docx', /损坏/],
    ['bomb-2gb.docx', /解压后超过/],
    ['bomb-lying-size.docx', /解压后超过/],
    ['bomb-overlap-42kb.docx', /解压后超过|重叠/],
    ['xxe.docx', /DTD/],
    ['billion-laughs.docx', /DTD/],
    ['external-dtd.docx', /DTD/],
    ['nested-tables-5000.docx', /嵌套/],
    ['paragraphs-200k.docx', /50000 个段落/],
    ['no-document-part.docx', /没有正文/],
    ['xlsx-as.docx', /没有正文/],
    ['odt-as.docx', /没有正文/],
  ])('%s is refused, with what to do', async (file, reason) => {
    const error = await read(file).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadableError);
    expect(error).toHaveProperty('message', expect.stringMatching(reason));
    expect(error).toHaveProperty('message', expect.stringMatching(/请/));
  });

  it('table-50k-rows.docx is read whole', async () => {
    const [table] = tables(await read('table-50k-rows.docx'));
    expect(table?.rowCount).toBe(50_002);
    expect(table?.cells.filter(({ row }) => row === 50_002).map(({ text }) => text)).toEqual([
      '合计',
      '50000',
      '49999',
    ]);
  });

  it('paragraphs-200k.docx is read when the limit is raised', async () => {
    const document = await readDocx(sharedReport('hostile/paragraphs-200k.docx'), {
      ...DEFAULT_LIMITS,
      paragraphs: 300_000,
    });
    expect(document.blocks.length).toBeGreaterThan(200_000);
  });

  it('external-rels.docx: everything linked is named and nothing is fetched', async () => {
    const { losses } = await read('external-rels.docx');
    const external = losses.filter(({ kind }) => kind === 'external').map(({ message }) => message);
    for (const link of [
      '127.0.0.1:48123',
      '/etc/passwd',
      'INCLUDEPICTURE',
      'INCLUDETEXT',
      'DDEAUTO',
      'altChunk',
      '子文档',
    ])
      expect(external.some((message) => message.includes(link))).toBe(true);
  });

  it('terminal-and-bidi.docx: stored order, no control in the text, told so', async () => {
    const document = await read('terminal-and-bidi.docx');
    expect(JSON.stringify(texts(document))).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(texts(document).some((text) => text.includes('得分69分'))).toBe(true);
    expect(document.losses.filter(({ kind }) => kind === 'characters').length).toBeGreaterThanOrEqual(2);
  });

  it('formula-injection.docx: cells are verbatim', async () => {
    const [table] = tables(await read('formula-injection.docx'));
    const cells = table?.cells.map(({ text }) => text) ?? [];
    for (const text of ['-0.81', '+5%', '-', '＝1+1', '@SUM(1,1)']) expect(cells).toContain(text);
  });
});
