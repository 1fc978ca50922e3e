import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/formats/format.ts';
import { docx } from '../../src/formats/index.ts';
import { pack } from '../../src/formats/ooxml/package.ts';
import { openFindings, type ReportResult } from '../../src/formats/result.ts';
import { at, finding, report } from '../support/result.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file from the XML of its body. */
const word = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  pack({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

const p = (words: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;
const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((words) => `<w:tc>${p(words)}</w:tc>`).join('')}</w:tr>`;

async function rendered(original: Uint8Array | null, given: ReportResult): Promise<Record<string, string>> {
  const bytes = await docx.render(given, original, DEFAULT_FORMAT_OPTIONS);
  if (typeof bytes === 'string') throw new Error('bytes expected');
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The words between the marks of a comment. */
const marked = (xml: string, id: number): string =>
  (
    new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`, 'su').exec(
      xml,
    )?.[1] ?? ''
  ).replace(/<[^>]*>/gu, '');

const wordsOf = (xml: string): string => xml.replace(/<[^>]*>/gu, '');

describe('a commented copy of a Word report', () => {
  it('marks exactly the quoted words, also over several runs', async () => {
    const body =
      '<w:p><w:r><w:t>得分9</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">7分 为优</w:t></w:r></w:p>';
    const given = report({
      findings: [finding({ evidence: [{ quote: '97分', where: at({ paragraph: 1 }) }] })],
    });
    const parts = await rendered(word(body), given);
    const xml = parts['word/document.xml'] ?? '';
    expect(marked(xml, 0)).toBe('97分');
    expect(wordsOf(xml)).toBe('得分97分 为优');
    expect(xml).toContain('<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> 为优</w:t></w:r>');
  });

  it('marks the cell that is meant, not the first cell with the same words', async () => {
    const body = `<w:tbl>${row('指标', '100')}${row('合计', '100')}</w:tbl>`;
    const evidence = [{ quote: '100', where: at({ table: 1, row: 2, column: 2 }) }];
    const xml =
      (await rendered(word(body), report({ findings: [finding({ evidence })] })))['word/document.xml'] ?? '';
    expect(xml.indexOf('commentRangeStart')).toBeGreaterThan(xml.indexOf('合计'));
    expect(marked(xml, 0)).toBe('100');
  });

  it('counts columns over merged cells and rows that start later', async () => {
    const merged = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('96')}</w:tc><w:tc>${p('96')}</w:tc></w:tr>`;
    const evidence = [{ quote: '96', where: at({ table: 1, row: 1, column: 3 }) }];
    const parts = await rendered(
      word(`<w:tbl>${merged}</w:tbl>`),
      report({ findings: [finding({ evidence })] }),
    );
    const xml = parts['word/document.xml'] ?? '';
    expect(xml.indexOf('commentRangeStart')).toBeGreaterThan(xml.indexOf('</w:tc>'));
  });

  it('puts one comment at each quoted place, signed, with severity and both numbers', async () => {
    const given = report({
      findings: [
        finding({
          evidence: [
            { quote: '得分97分', where: at({ paragraph: 1 }) },
            { quote: '合计100', where: at({ paragraph: 2 }) },
          ],
        }),
      ],
    });
    const parts = await rendered(word(p('得分97分') + p('合计100')), given);
    const comments = parts['word/jihe-comments.xml'] ?? '';
    expect(comments.match(/<w:comment /gu)).toHaveLength(2);
    expect(comments).toContain('w:author="稽核"');
    expect(comments).toContain('【错误】1. 得分合计不符');
    expect(comments).toContain('报告写 100，核得 96');
    expect(parts['word/document.xml']?.match(/<w:commentReference /gu)).toHaveLength(2);
    expect(parts['[Content_Types].xml']).toContain('/word/jihe-comments.xml');
    expect(parts['word/_rels/document.xml.rels']).toContain('relationships/comments');
  });

  it('tells a notice of one row once', async () => {
    const cell = (quote: string, column: number) => ({ quote, where: at({ table: 1, row: 1, column }) });
    const evidence = [cell('控制率', 1), cell('2', 2)];
    const body = word(`<w:tbl>${row('控制率', '2')}</w:tbl>`);
    const commentsOf = async (severity: 'error' | 'notice') =>
      (await rendered(body, report({ findings: [finding({ severity, evidence })] })))[
        'word/jihe-comments.xml'
      ]?.match(/<w:comment /gu)?.length;
    expect(await commentsOf('notice')).toBe(1);
    expect(await commentsOf('error')).toBe(2);
  });

  it('keeps the comments that are there and takes other numbers', async () => {
    const more = {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
      'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="7" w:author="张三"><w:p/></w:comment></w:comments>`,
    };
    const given = report({
      findings: [finding({ evidence: [{ quote: '97', where: at({ paragraph: 1 }) }] })],
    });
    const parts = await rendered(word(p('得分97分'), more), given);
    expect(parts['word/comments.xml']).toContain('w:author="张三"');
    expect(parts['word/comments.xml']).toContain('w:id="8"');
    expect(marked(parts['word/document.xml'] ?? '', 8)).toBe('97');
  });

  it('words that are not found are told in a comment at the beginning', async () => {
    const given = report({
      findings: [finding({ evidence: [{ quote: '没有的话', where: at({ paragraph: 9 }) }] })],
    });
    const parts = await rendered(word(p('第一段')), given);
    expect(parts['word/jihe-comments.xml']).toContain('未能定位到原文“没有的话”');
    expect(marked(parts['word/document.xml'] ?? '', 0)).toBe('第一段');
  });

  it.each([
    ['without findings', { findings: [] }, '未发现问题（核对了 84 个数字'],
    [
      'with unread parts',
      { coverage: { ...report().coverage, unread: ['第5页没有文字。'] } },
      '错误 1 条，疑点 0 条，提示 0 条',
    ],
  ])('a report %s has a comment that says what was checked', async (_name, more, words) => {
    const parts = await rendered(word(p('合计100')), report(more));
    const comments = parts['word/jihe-comments.xml'] ?? '';
    expect(comments).toContain('【审核结果】');
    expect(comments).toContain(words);
    expect(comments).toContain('数字：看到 120 个');
    expect(comments.match(/<w:comment /gu)?.length).toBe(
      parts['word/document.xml']?.match(/<w:commentReference /gu)?.length,
    );
  });

  it('escapes what reports say, and leaves deleted words alone', async () => {
    const body = `<w:p><w:moveFrom><w:r><w:t>R&amp;D 97</w:t></w:r></w:moveFrom></w:p>${p('R&amp;D 97')}`;
    const given = report({
      findings: [
        finding({ message: '<w:p>&\u0007', evidence: [{ quote: 'R&D 97', where: at({ paragraph: 1 }) }] }),
      ],
    });
    const parts = await rendered(word(body), given);
    expect(marked(parts['word/document.xml'] ?? '', 0)).toBe('R&amp;D 97');
    expect(parts['word/document.xml']?.indexOf('commentRangeStart')).toBeGreaterThan(
      parts['word/document.xml']?.indexOf('</w:moveFrom>') ?? Number.POSITIVE_INFINITY,
    );
    expect(parts['word/jihe-comments.xml']).toContain('&lt;w:p&gt;&amp;⟨U+0007⟩');
  });

  it('touches no other part of the file, and the original bytes not at all', async () => {
    const original = word(p('得分97分'), { 'word/media/image1.bin': 'picture' });
    const before = original.slice();
    const given = report({
      findings: [finding({ evidence: [{ quote: '97', where: at({ paragraph: 1 }) }] })],
    });
    expect((await rendered(original, given))['word/media/image1.bin']).toBe('picture');
    expect(original).toEqual(before);
  });
});

describe('a 审核意见 for reports that cannot carry comments', () => {
  it.each([
    ['a PDF', report({ format: 'pdf' })],
    ['a Word file that cannot be opened any more', report()],
  ])('%s', async (_case, given) => {
    const parts = await rendered(null, given);
    const words = wordsOf(parts['word/document.xml'] ?? '');
    for (const { message, evidence } of openFindings(given)) {
      expect(words).toContain(message);
      for (const { quote } of evidence) expect(words).toContain(quote);
    }
    expect(words).toContain('第9页，附件 评分表，表2第28行第8列');
  });

  it('is given for a document with macros, which Word would refuse as .docx', async () => {
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    const parts = await rendered(word(p('得分97分'), { '[Content_Types].xml': types }), report());
    expect(wordsOf(parts['word/document.xml'] ?? '')).toContain('绩效自评报告审核意见');
  });

  it('is given for a damaged copy too', async () => {
    const parts = await rendered(word('<w:p><w:r><w:t>不完整'), report());
    expect(wordsOf(parts['word/document.xml'] ?? '')).toContain('绩效自评报告审核意见');
  });
});

const seed = new URL('../../samples/部门整体-有误.docx', import.meta.url);

describe('a real file', () => {
  it('of samples/ keeps its words', async () => {
    const original = new Uint8Array(await readFile(seed));
    const given = report({
      findings: [finding({ evidence: [{ quote: '占64.28%', where: at({ paragraph: 11 }) }] })],
    });
    const before = wordsOf(strFromU8(unzipSync(original)['word/document.xml'] ?? new Uint8Array()));
    const xml = (await rendered(original, given))['word/document.xml'] ?? '';
    expect(wordsOf(xml)).toBe(before);
    expect(marked(xml, 0)).toBe('占64.28%');
  });
});
