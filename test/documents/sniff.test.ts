import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/documents/index.ts';
import { DEFAULT_LIMITS } from '../../src/documents/limits.ts';
import { UnreadableError } from '../../src/documents/model.ts';
import { sniff } from '../../src/documents/sniff.ts';
import { build, compound } from './doc/build.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
/** A package of empty parts; a part may be given its content. */
const zip = (...parts: (string | [string, string])[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      parts.map((part) => (typeof part === 'string' ? [part, utf8('')] : [part[0], utf8(part[1])])),
    ),
    {
      level: 0,
    },
  );
const ole = (...streams: string[]): Uint8Array =>
  compound(Object.fromEntries(streams.map((name) => [name, new Uint8Array(4096)])));
const GBK = Uint8Array.from([0xd7, 0xd4, 0xc6, 0xc0, 0xb5, 0xc3, 0xb7, 0xd6]);

describe('carriers are told from their content', () => {
  test.each([
    ['Word', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    [
      'Word with an embedded workbook',
      zip('[Content_Types].xml', 'word/document.xml', 'word/embeddings/xl.xlsx'),
      'docx',
    ],
    ['Word with backslashes in its names', zip('[Content_Types].xml', 'word\\document.xml'), 'docx'],
    ['Word whose main part has another name', zip('[Content_Types].xml', '_rels/.rels', 'doc.xml'), 'docx'],
    ['a package behind other bytes', Buffer.concat([zip('word/document.xml')]), 'docx'],
    ['a package that holds the words %PDF-', zip(['word/document.xml', '%PDF-1.7']), 'docx'],
    ['Word 97', build({ paragraphs: [{ text: '得分97分\r' }] }), 'doc'],
    ['PDF', latin('%PDF-1.7\n'), 'pdf'],
    [
      'PDF behind a byte order mark and mail headers',
      latin('\xef\xbb\xbfX-Mail: a\r\n\r\n%PDF-1.4\n'),
      'pdf',
    ],
  ])('%s', (_, bytes, carrier) => {
    expect(sniff(bytes)).toBe(carrier);
  });
});

describe('everything else is named, with what to do', () => {
  test.each([
    ['nothing', new Uint8Array(0), /空的/],
    ['Excel 97, WPS tables', ole('Workbook'), /Excel 97.*\.et/],
    ['Excel 95', ole('Book'), /Excel 5\/95/],
    ['PowerPoint 97', ole('PowerPoint Document'), /PowerPoint.*ppt/],
    ['a mail', ole('__properties_version1.0'), /Outlook/],
    ['Works', ole('MatOST', 'CONTENTS'), /Works/],
    ['another compound file', ole('Whatever'), /其他程序/],
    ['an encrypted package', ole('EncryptionInfo', 'EncryptedPackage'), /打开密码/],
    ['a rights-managed document', ole('WordDocument', '\x09DRMContent'), /权限/],
    ['a compound file cut off', ole('WordDocument').subarray(0, 700), /损坏|不完整/],
    ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), /Excel 工作簿/],
    ['PowerPoint', zip('[Content_Types].xml', 'ppt/presentation.xml'), /PowerPoint/],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), /OFD/],
    [
      'OpenDocument',
      zip(['mimetype', 'application/vnd.oasis.opendocument.text'], 'content.xml'),
      /OpenDocument 文本/,
    ],
    [
      'OpenDocument tables',
      zip(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']),
      /OpenDocument 表格/,
    ],
    ['an archive of reports', zip('报告.docx', '附表.xlsx'), /ZIP 压缩包.*解压/],
    ['a package cut off', zip('[Content_Types].xml', 'word/document.xml').subarray(0, 80), /损坏|不完整/],
    [
      'a package signature and zeros',
      Buffer.concat([latin('PK\x03\x04'), new Uint8Array(2000)]),
      /损坏|不完整/,
    ],
    ['PNG', latin('\x89PNG\r\n\x1a\n'), /PNG 图片/],
    ['JPEG', latin('\xff\xd8\xff\xe0'), /JPEG 图片/],
    ['TIFF', latin('II*\0\0'), /TIFF/],
    ['RAR', latin('Rar!\x1a\x07\x01'), /RAR.*解压/],
    ['RTF', latin('{\\rtf1\\ansi 97}'), /RTF/],
    ['HTML', utf8('<!DOCTYPE html><html>97'), /网页/],
    ['HTML of a web system', utf8('\ufeff\r\n <HTML xmlns:o="x"><head>'), /网页/],
    ['HTML behind a comment', utf8('<!-- 导出 --><table><tr>'), /网页/],
    ['MHTML', utf8('MIME-Version: 1.0\nContent-Type: multipart/related'), /MHTML/],
    [
      'Word 2003 XML',
      utf8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>'),
      /Word 2003 XML/,
    ],
    ['flat Word XML', utf8('<?xml version="1.0"?><pkg:package>'), /Word XML/],
    ['other XML', utf8('<?xml version="1.0"?><报表/>'), /XML/],
    ['UTF-8 text', utf8('自评得分97分'), /纯文本.*UTF-8/],
    ['GBK text', GBK, /纯文本.*GBK/],
    ['UTF-16 text', Buffer.from('\ufeff自评得分97分', 'utf16le'), /纯文本.*UTF-16/],
    ['zeros', new Uint8Array(3000), /零字节/],
    ['noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff), /认不出/],
  ])('%s', (_, bytes, message) => {
    expect(() => sniff(bytes)).toThrow(UnreadableError);
    expect(() => sniff(bytes)).toThrow(message);
  });

  test('whatever the bytes: a carrier or a Chinese sentence', () => {
    const starts = fc.constantFrom(
      '',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<?xml',
      '<!--',
      'MIME-Version:',
      '\xff\xfe',
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 2000 }), (start, rest) => {
        try {
          expect(['docx', 'doc', 'pdf']).toContain(sniff(Buffer.concat([latin(start), rest])));
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError);
          expect(String(error)).toMatch(/[\u4e00-\u9fff].*。$/s);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('long hostile beginnings are refused', () => {
    for (const piece of ['<!--', '<?xml', 'From:', ' ', '<!--<?xml', '\n']) {
      expect(() => sniff(utf8(piece.repeat(200_000)))).toThrow(UnreadableError);
    }
  });
});

test('a file beyond the limit is refused with both sizes', async () => {
  await expect(
    readDocument(new Uint8Array(3_000_000), { ...DEFAULT_LIMITS, fileBytes: 1_000_000 }),
  ).rejects.toThrow(/3\.0 MB.*1\.0 MB/);
});

test('reads by content what the name would hide', async () => {
  const { carrier, blocks } = await readDocument(
    build({ paragraphs: [{ text: '得分97分\r' }] }),
    DEFAULT_LIMITS,
  );
  expect([carrier, blocks]).toMatchObject(['doc', [{ text: '得分97分' }]]);
});

const hostile = new URL('../../../shared/reports/hostile/', import.meta.url);
const present = existsSync(hostile);
if (!present && process.env.CI)
  throw new Error('../shared/reports/hostile is absent: it must be tested in CI');
if (!present) console.warn('skipped: ../shared/reports/hostile is absent');

describe.skipIf(!present)('hostile files under a wrong name', () => {
  const { files } = present
    ? (JSON.parse(readFileSync(new URL('expected.json', hostile), 'utf8')) as {
        files: { file: string; kind: string; expect: string; reason?: string }[];
      })
    : { files: [] };
  const REAL: Readonly<Record<string, RegExp>> = {
    'Excel 97': /Excel 97/,
    Excel: /Excel/,
    PNG: /PNG/,
    HTML: /HTML/,
    RTF: /RTF/,
    OpenDocument: /OpenDocument/,
  };
  test.each(files.filter(({ kind }) => kind === 'wrong type'))('$file: $reason', ({ file, reason = '' }) => {
    const name = Object.keys(REAL).find((type) => reason.includes(`this is ${type}`));
    expect(() => sniff(readFileSync(new URL(file, hostile)))).toThrow(REAL[name ?? ''] ?? /./);
    expect(name).toBeDefined();
  });

  test.each(files.filter(({ kind }) => kind === 'wrong extension'))('$file is read', ({ file }) => {
    expect(['docx', 'doc', 'pdf']).toContain(sniff(readFileSync(new URL(file, hostile))));
  });

  test('a password is called a password', () => {
    expect(() => sniff(readFileSync(new URL('encrypted.docx', hostile)))).toThrow(/打开密码/);
  });
});
