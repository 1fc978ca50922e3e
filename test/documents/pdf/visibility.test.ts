import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { readPdf } from '../../../src/documents/pdf/index.ts';
import { PdfPage, pdfOf } from '../../support/pdf.ts';
import { paragraphsOf, rowsOf, tablesOf } from '../../support/printed.ts';

const SEEN = '2023年度部门整体支出绩效自评得分97分。';
const HIDDEN = '实际得分88分，请勿外传。';

const page = (): PdfPage => new PdfPage().text(80, 100, SEEN);
const read = (bytes: Uint8Array) => readPdf(bytes, DEFAULT_LIMITS);
const outcome = async (bytes: Uint8Array) => {
  const document = await read(bytes);
  return {
    text: paragraphsOf(document).join('\n'),
    losses: document.losses.map(({ kind, quote, pages }) => ({ kind, quote, pages })),
  };
};

/** The same file with entries added to its pages, its table of objects made anew. */
function withPageEntries(bytes: Uint8Array, entries: string): Uint8Array {
  const body = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll('/Type /Page /Parent', `/Type /Page ${entries} /Parent`)
    .replace(/xref\n[\s\S]*$/, '');
  const offsets = [...body.matchAll(/^\d+ 0 obj/gm)].map(({ index }) => String(index).padStart(10, '0'));
  const table = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`;
  const trailer = `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body + table + trailer, 'latin1'));
}

describe('words that stand in a PDF and are not seen', () => {
  it.each([
    ['white on white', page().raw('1 1 1 rg').text(80, 300, HIDDEN)],
    ['nearly white', page().raw('0.99 g').text(80, 300, HIDDEN)],
    ['without ink', page().raw('3 Tr').text(80, 300, HIDDEN)],
    ['beside the page', page().text(700, 300, HIDDEN)],
    ['below the page', page().text(80, 900, HIDDEN)],
    ['outside a clipping box', page().raw('q 0 700 595 142 re W n').text(80, 300, HIDDEN).raw('Q')],
    ['under a white box', page().text(80, 300, HIDDEN).raw('1 g 60 500 400 60 re f')],
    ['under a black bar', page().text(80, 300, HIDDEN).raw('0 g 60 500 400 60 re f')],
  ])('%s: not read, but named with their page', async (_what, sheet) => {
    expect(await outcome(pdfOf(sheet))).toEqual({
      text: SEEN,
      losses: [{ kind: 'hidden', quote: HIDDEN, pages: [1] }],
    });
  });

  it.each([
    ['white on a dark ground', page().raw('0 0 0.4 rg 60 500 400 60 re f 1 g').text(80, 300, HIDDEN)],
    ['white on a pattern of pictures', page().picture(60, 250, 400, 80).raw('1 g').text(80, 300, HIDDEN)],
    ['on a white ground', page().raw('1 g 60 500 400 60 re f 0 g').text(80, 300, HIDDEN)],
    ['under a thin rule', page().text(80, 300, HIDDEN).raw('0 g 60 545 400 1 re f')],
    ['inside a clipping box', page().raw('q 0 0 595 742 re W n').text(80, 300, HIDDEN).raw('Q')],
    ['after the clipping has ended', page().raw('q 0 700 595 142 re W n Q').text(80, 300, HIDDEN)],
    ['as clip and fill', page().raw('4 Tr').text(80, 300, HIDDEN)],
    ['white with a black outline', page().raw('1 g 2 Tr').text(80, 300, HIDDEN)],
    [
      'white on a ground with round corners',
      page()
        .raw('0.8 0 0 rg 60 510 m 60 500 60 500 70 500 c 450 500 l 460 500 460 500 460 510 c 460 560 l')
        .raw('460 570 460 570 450 570 c 70 570 l 60 570 60 570 60 560 c h f 1 g')
        .text(80, 300, HIDDEN),
    ],
    ['grey', page().raw('0.6 g').text(80, 300, HIDDEN)],
  ])('%s: read as any other', async (_what, sheet) => {
    expect((await outcome(pdfOf(sheet))).text).toBe(`${SEEN}\n${HIDDEN}`);
    expect((await outcome(pdfOf(sheet))).losses.filter(({ kind }) => kind === 'hidden')).toEqual([]);
  });

  it('what is written a second time where it is not seen is no loss', async () => {
    const sheet = page().text(80, 900, SEEN).raw('3 Tr').text(80, 300, SEEN);
    expect(await outcome(pdfOf(sheet))).toEqual({ text: SEEN, losses: [] });
  });

  it('outside the cropped page: not read, and the places stay those of the sheet', async () => {
    const sheet = page().text(80, 300, '第二行。').text(80, 780, HIDDEN);
    const got = await outcome(withPageEntries(pdfOf(sheet), '/CropBox [40 142 555 842]'));
    expect(got).toEqual({
      text: `${SEEN}\n第二行。`,
      losses: [{ kind: 'hidden', quote: HIDDEN, pages: [1] }],
    });
  });

  it('rules that run on below the page make no rows there', async () => {
    const sheet = new PdfPage().grid(
      [60, 200, 400],
      [700, 740, 780, 900, 960],
      [
        ['指标', '得分'],
        ['预算完成率', '3'],
        ['', ''],
        ['', ''],
      ],
    );
    const [table] = tablesOf(await read(pdfOf(sheet)));
    expect(table && rowsOf(table).slice(0, 2)).toEqual([
      ['指标', '得分'],
      ['预算完成率', '3'],
    ]);
    expect(table?.rowCount).toBeLessThanOrEqual(3);
  });
});

describe('the layer of recognised words over a scan', () => {
  it('is read, and said to be recognised', async () => {
    const sheet = new PdfPage().picture(0, 0, 595, 842).raw('3 Tr').text(80, 100, SEEN);
    const document = await read(pdfOf(new PdfPage().text(80, 100, '封面'), sheet));
    expect(paragraphsOf(document)).toEqual(['封面', SEEN]);
    expect(document.losses.map(({ kind, pages }) => [kind, pages])).toEqual([['picture', [2]]]);
    expect(document.losses[0]?.message).toMatch(/第 2 页.*OCR/u);
  });

  it('is read where only half the page is a scan', async () => {
    const sheet = page().picture(0, 400, 595, 300).raw('3 Tr').text(80, 500, '合计100分');
    const { text, losses } = await outcome(pdfOf(sheet));
    expect(text).toBe(`${SEEN}\n合计100分`);
    expect(losses.map(({ kind }) => kind)).toEqual(['picture']);
  });
});
