import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Document } from '../../../src/documents/model.ts';
import { readPdf } from '../../../src/documents/pdf/index.ts';
import { PdfPage, pdfOf } from '../../support/pdf.ts';
import { paragraphsOf, rowsOf, tablesOf } from '../../support/printed.ts';

const read = (...pages: readonly PdfPage[]): Promise<Document> => readPdf(pdfOf(...pages), DEFAULT_LIMITS);
const tableOf = async (...pages: readonly PdfPage[]) => {
  const [table, ...others] = tablesOf(await read(...pages));
  expect(others).toEqual([]);
  return table ? rowsOf(table) : [];
};
const furniture = ({ furniture: lines }: Document): string[] =>
  lines.map(({ stratum, text }) => `${stratum} ${text}`);

describe('cells whose lines end well before the edge', () => {
  const XS = [60, 160, 400];
  const sentence =
    '部门本年度实际在职人员数与编制数的比率，用以反映和考核部门对人员成本的控制程度，并说明原因。';
  /** Lines of so many characters. */
  const broken = (words: string, length: number): string =>
    words.match(new RegExp(`.{1,${length}}`, 'gu'))?.join('\n') ?? '';

  it('joins lines that all end at the same place', async () => {
    const rows = ['在职人员控制率', '公用经费控制率', '预算完成率'].map((name) => [
      name,
      broken(sentence, 14),
    ]);
    const page = new PdfPage().grid(XS, [60, 160, 260, 360], rows);
    expect(await tableOf(page)).toEqual(rows.map(([name]) => [name ?? '', sentence]));
  });

  it('keeps the lines of a list apart, which end at any place', async () => {
    const list = '每超过5%扣1分\n扣完为止\n说明见附件三\n共两条';
    const page = new PdfPage().grid(
      XS,
      [60, 160, 260],
      [
        ['甲', list],
        ['乙', list],
      ],
    );
    const [table] = tablesOf(await read(page));
    expect(table?.cells.filter(({ column }) => column === 2).map(({ text }) => text)).toEqual([list, list]);
  });
});

describe('a merged cell that fills a page and has no edges there', () => {
  it('is still a column of the table', async () => {
    const first = new PdfPage()
      .grid(
        [100, 300, 400],
        [700, 740, 780],
        [
          ['预算完成率', '3'],
          ['预算调整率', '2'],
        ],
      )
      .rule(60, 700, 100, 700)
      .rule(60, 700, 60, 780)
      .text(63, 740, '投入', 10);
    const second = new PdfPage().grid(
      [100, 300, 400],
      [60, 100, 140],
      [
        ['支付进度率', '1'],
        ['政府采购执行率', '4'],
      ],
    );
    const third = new PdfPage().grid(
      [60, 100, 300, 400],
      [60, 100, 140],
      [
        ['过程', '管理制度健全性', '5'],
        ['合计', '', '15'],
      ],
    );
    expect(await tableOf(first, second, third)).toEqual([
      ['投入', '预算完成率', '3'],
      ['投入', '预算调整率', '2'],
      ['投入', '支付进度率', '1'],
      ['投入', '政府采购执行率', '4'],
      ['过程', '管理制度健全性', '5'],
      ['合计', '', '15'],
    ]);
  });

  it('a narrower table of its own is not joined', async () => {
    const rows = [
      ['指标', '分值', '得分'],
      ['预算完成率', '3', '3'],
    ];
    const first = new PdfPage().grid([60, 200, 300, 400], [700, 740, 780], rows);
    const second = new PdfPage().grid(
      [200, 300, 400],
      [60, 100, 140],
      [
        ['项目', '金额'],
        ['基本支出', '668.89'],
      ],
    );
    expect(tablesOf(await read(first, second))).toHaveLength(2);
  });
});

describe('words struck through', () => {
  const struck = (x: number, y: number, words: string, size: number): PdfPage =>
    new PdfPage()
      .text(x, y, words, size)
      .rule(x, y - size * 0.3, x + words.length * size * 0.5, y - size * 0.3);

  it('are no words of the report, and are named', async () => {
    const page = struck(120, 100, '92.5', 12).text(72, 100, '自评得分', 12).text(144, 100, '95.5分', 12);
    const document = await read(page);
    expect(paragraphsOf(document)).toEqual(['自评得分95.5分']);
    expect(document.losses.map(({ kind, quote, pages }) => [kind, quote, pages])).toEqual([
      ['hidden', '92.5', [1]],
    ]);
  });

  it.each([
    ['underlined', 2],
    ['overlined', -11],
  ])('%s words are read', async (_what, below) => {
    const page = new PdfPage().text(72, 100, '得分95.5分', 12).rule(72, 100 + below, 132, 100 + below);
    const document = await read(page);
    expect(paragraphsOf(document)).toEqual(['得分95.5分']);
    expect(document.losses).toEqual([]);
  });

  it('a long rule through the words of a chart strikes nothing', async () => {
    const page = new PdfPage().text(72, 100, '得分95.5分', 12).rule(20, 96, 500, 96);
    expect(paragraphsOf(await read(page))).toEqual(['得分95.5分']);
  });
});

describe('a running head that is a table', () => {
  const body = (page: PdfPage, rows: readonly (readonly string[])[]): PdfPage =>
    page
      .grid([60, 300, 535], [30, 55], [['青岚区档案馆', '2022年度绩效自评']])
      .grid([60, 200, 300, 400], [340, 370, 400], rows);
  const pages = [
    ['预算完成率', '3', '3'],
    ['预算调整率', '2', '2'],
    ['支付进度率', '1', '1'],
    ['公用经费控制率', '5', '5'],
    ['政府采购执行率', '6', '6'],
    ['资产管理安全性', '4', '4'],
  ];

  it('stands aside, and the table below it goes on', async () => {
    const sheets = [0, 2, 4].map((from) => body(new PdfPage(595, 420), pages.slice(from, from + 2)));
    const document = await read(...sheets);
    expect(tablesOf(document).map((table) => rowsOf(table))).toEqual([pages]);
    expect(furniture(document)).toEqual(['header 青岚区档案馆 2022年度绩效自评']);
  });
});

describe('the order of drawing', () => {
  it('says nothing about the order of reading', async () => {
    const lines = ['一、部门基本情况', '2023年度收入合计752.48万元。', '二、综合评价结果', '得分97分。'];
    const page = new PdfPage();
    lines
      .map((line, i) => [line, 100 + i * 40] as const)
      .reverse()
      .forEach(([line, y]) => {
        [...line].reverse().forEach((character, i, all) => {
          page.text(72 + (all.length - 1 - i) * 12, y, character, 12);
        });
      });
    const document = await read(page);
    expect(paragraphsOf(document)).toEqual(lines);
  });
});

describe('a table with rules between its rows only', () => {
  const rules = (page: PdfPage, ys: readonly number[]): PdfPage => {
    for (const y of ys) page.rule(60, y, 540, y);
    return page;
  };
  const NAMES = ['预算完成率', '预算调整率', '支付进度率', '公用经费控制率'];

  it('is read where every row is one line', async () => {
    const page = rules(new PdfPage(), [80, 104, 200]).text(72, 97, '指标', 10).text(300, 97, '分值', 10);
    page.text(450, 97, '得分', 10);
    NAMES.forEach((name, i) => {
      page
        .text(72, 120 + i * 20, name, 10)
        .text(300, 120 + i * 20, '5', 10)
        .text(450, 120 + i * 20, '4', 10);
    });
    const [table] = tablesOf(await read(page));
    expect(table && rowsOf(table)).toEqual([
      ['指标', '分值', '得分'],
      ...NAMES.map((name) => [name, '5', '4']),
    ]);
  });

  it('is not guessed at where cells are broken over lines, and that is said', async () => {
    const page = rules(new PdfPage(), [80, 140, 200, 260, 320]);
    NAMES.forEach((name, i) => {
      const y = 80 + i * 60;
      page.lines(72, y + 20, [name, '（见说明）'], 10, 16);
      page.lines(200, y + 14, ['用以反映和考核部门', '预算执行的情况，', '并说明原因。'], 10, 16);
      page.text(400, y + 33, '5', 10).text(480, y + 33, '4', 10);
    });
    const document = await read(page);
    expect(tablesOf(document)).toEqual([]);
    expect(document.losses.map(({ kind, pages }) => [kind, pages])).toEqual([['layout', [1]]]);
    expect(paragraphsOf(document).join('')).toContain('预算执行的情况');
  });
});

describe('running text in two columns', () => {
  const left =
    '一是加强预算管理，按照年初批复的预算安排各项支出，从严控制一般性支出，没有超预算的情形，也没有挤占挪用的情形，全部用于本单位职责范围。';
  const right =
    '二是规范资产管理，全年收入合计七百五十二万元，支出合计七百五十二万元，结余为零，资产账实相符，全部固定资产都在使用之中，并按规定登记在册，没有闲置。';
  const lines = (words: string): string[] => words.match(/.{1,12}/gu) ?? [];

  it('is read column by column, below a title over both', async () => {
    const page = new PdfPage()
      .text(72, 80, '2023年度青岚区档案馆部门整体支出绩效自评报告（公开稿）', 14)
      .lines(72, 120, lines(left), 16, 24)
      .lines(310, 124, lines(right), 16, 24);
    const document = await read(page);
    expect(paragraphsOf(document)).toEqual([
      '2023年度青岚区档案馆部门整体支出绩效自评报告（公开稿）',
      left,
      right,
    ]);
  });

  it('labels and their figures are no columns of text', async () => {
    const page = new PdfPage();
    ['单位名称', '填报日期', '预算数（万元）', '执行数（万元）', '执行率', '自评得分'].forEach((label, i) => {
      page.text(72, 100 + i * 24, label, 12).text(330, 100 + i * 24, `${i + 90}.00`, 12);
    });
    expect(paragraphsOf(await read(page))[0]).toBe('单位名称 90.00');
  });
});

describe('words that the type alters', () => {
  it('ligatures and soft hyphens are read as the letters meant', async () => {
    const page = new PdfPage().text(72, 100, 'e\ufb03ciency 97\u00ad.5分', 12);
    expect(paragraphsOf(await read(page))).toEqual(['efficiency 97.5分']);
  });
});
