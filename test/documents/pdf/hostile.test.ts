import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { UnreadableError } from '../../../src/documents/model.ts';
import { refuseBombs } from '../../../src/documents/pdf/guard.ts';
import { readPdf } from '../../../src/documents/pdf/index.ts';
import { PdfPage, pdfOf } from '../../support/pdf.ts';
import { paragraphsOf } from '../../support/printed.ts';
import { haveSharedReports, sharedReport } from '../../support/shared-reports.ts';

const REASONS: readonly (readonly [string, RegExp])[] = [
  ['empty.pdf', /空/],
  ['truncated.pdf', /损坏/],
  ['bomb-flate.pdf', /展开/],
  ['password-user.pdf', /密码/],
  ['password-rc4-40.pdf', /密码/],
  ['no-pages.pdf', /没有任何页面/],
  ['deep-array.pdf', /损坏/],
  ['random-bytes.pdf', /损坏/],
  ['xls-as.pdf', /不是 PDF/],
  ['png-as.pdf', /不是 PDF/],
  ['html-as.pdf', /不是 PDF/],
  ['rtf-as.pdf', /不是 PDF/],
];

const READABLE: readonly (readonly [string, readonly string[]])[] = [
  ['bomb-image.pdf', ['no-text']],
  ['huge-mediabox.pdf', []],
  ['password-owner-only.pdf', []],
  ['page-count-lie.pdf', ['no-text']],
  ['xref-loop.pdf', ['no-text']],
  ['active-content.pdf', []],
  ['terminal-escape.pdf', ['characters']],
  ['truncated-tail.pdf', ['damaged']],
  ['huge-number.pdf', []],
];

describe.skipIf(!haveSharedReports)('hostile PDFs', () => {
  it.each(REASONS)('%s is refused with its reason', async (file, reason) => {
    const reading = readPdf(sharedReport(`hostile/${file}`), DEFAULT_LIMITS);
    await expect(reading).rejects.toBeInstanceOf(UnreadableError);
    await expect(reading).rejects.toThrow(reason);
  });

  it.each(READABLE)('%s is read, its losses are named', async (file, losses) => {
    const document = await readPdf(sharedReport(`hostile/${file}`), DEFAULT_LIMITS);
    expect(document.losses.map(({ kind }) => kind)).toEqual(losses);
    for (const text of paragraphsOf(document))
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('5,000 empty pages are one loss, named as a range', async () => {
    const document = await readPdf(sharedReport('hostile/pages-5000.pdf'), {
      ...DEFAULT_LIMITS,
      seconds: 600,
    });
    expect(document.losses).toHaveLength(1);
    expect(document.losses[0]).toMatchObject({ kind: 'no-text' });
    expect(document.losses[0]?.message).toContain('第 1—5000 页');
  });
});

describe('streams that unpack beyond measure', () => {
  const packed = (filters: string, data: Buffer): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from(`%PDF-1.4\n1 0 obj\n<< ${filters} /Length ${data.length} >>\nstream\n`, 'latin1'),
        data,
        Buffer.from('\nendstream\nendobj\n', 'latin1'),
      ]),
    );
  const spaces = deflateSync(Buffer.alloc(20_000_000, 0x20));

  it('a drawing is refused, a font of the same size is not', () => {
    expect(() => refuseBombs(packed('/Filter /FlateDecode', spaces))).toThrow(/16 MB/);
    expect(() => refuseBombs(packed('/Filter /FlateDecode /Length1 20000000', spaces))).not.toThrow();
  });

  it('layers are undone one by one; pictures and damaged data are left alone', () => {
    expect(() => refuseBombs(packed('/Filter [/FlateDecode /FlateDecode]', deflateSync(spaces)))).toThrow(
      /展开/,
    );
    expect(() => refuseBombs(packed('/Subtype /Image /Filter /FlateDecode', spaces))).not.toThrow();
    expect(() => refuseBombs(packed('/Filter /FlateDecode', Buffer.alloc(60_000, 7)))).not.toThrow();
  });
});

describe('limits', () => {
  const pages = Array.from({ length: 5 }, (_, i) =>
    new PdfPage().text(72, 100, `第${i + 1}段正文，共五页。`),
  );

  it('more pages than allowed: the rest is named, not cut in silence', async () => {
    const document = await readPdf(pdfOf(...pages), { ...DEFAULT_LIMITS, pages: 3 });
    expect(paragraphsOf(document)).toHaveLength(3);
    expect(document.losses.map(({ kind, message }) => [kind, /第 4 页起/.test(message)])).toEqual([
      ['limit', true],
    ]);
  });

  it('more characters than allowed', async () => {
    const document = await readPdf(pdfOf(...pages), { ...DEFAULT_LIMITS, characters: 12 });
    expect(document.losses.map(({ kind }) => kind)).toEqual(['limit']);
  });

  it('more cells and paragraphs than allowed', async () => {
    const form = new PdfPage()
      .grid(
        [50, 200, 400],
        [100, 130, 160],
        [
          ['指标', '得分'],
          ['产出', '10'],
        ],
      )
      .lines(72, 300, ['一、概况', '二、结果', '三、问题'], 12, 40);
    const document = await readPdf(pdfOf(form), { ...DEFAULT_LIMITS, cells: 3, paragraphs: 2 });
    expect(document.blocks).toHaveLength(2);
    expect(document.losses[0]).toMatchObject({ kind: 'limit' });
  });
});
