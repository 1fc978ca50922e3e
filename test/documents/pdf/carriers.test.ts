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

  const broken = (ys: readonly number[]): PdfPage => {
    const page = rules(new PdfPage(), ys);
    NAMES.forEach((name, i) => {
      const y = 80 + i * 60;
      page.lines(72, y + 20, [name, '（见说明）'], 10, 16);
      page.lines(200, y + 14, ['用以反映和考核部门', '预算执行的情况，', '并说明原因。'], 10, 16);
      page.text(400, y + 33, '5', 10).text(480, y + 33, '4', 10);
    });
    return page;
  };
  const losses = (document: Document) => document.losses.map(({ kind, pages }) => [kind, pages]);

  it('is read where every row is ruled, and it is said that its columns are not', async () => {
    const document = await read(broken([80, 140, 200, 260, 320]));
    const [table] = tablesOf(document);
    expect(table && rowsOf(table)).toEqual(
      NAMES.map((name) => [`${name}（见说明）`, '用以反映和考核部门预算执行的情况，并说明原因。', '5', '4']),
    );
    expect(document.losses.map(({ kind }) => kind)).toEqual(['layout']);
  });

  it('knows labels merged over rows by the shorter rules between them', async () => {
    const page = rules(new PdfPage(), [80, 120, 200, 240, 280]).rule(140, 160, 540, 160);
    page.text(72, 104, '一级指标', 10).text(200, 104, '三级指标', 10).text(400, 104, '分值', 10);
    page.text(72, 164, '过程', 10).text(200, 144, '预算完成率', 10).text(400, 144, '5', 10);
    page.text(200, 184, '预算调整率', 10).text(400, 184, '4', 10);
    page.text(72, 224, '产出', 10).text(200, 224, '实际完成率', 10).text(400, 224, '9', 10);
    page.text(72, 264, '合计', 10).text(400, 264, '18', 10);
    const [table] = tablesOf(await read(page));
    expect(table && rowsOf(table)).toEqual([
      ['一级指标', '三级指标', '分值'],
      ['过程', '预算完成率', '5'],
      ['过程', '预算调整率', '4'],
      ['产出', '实际完成率', '9'],
      ['合计', '', '18'],
    ]);
  });

  it('is not guessed at where rows are broken over lines and not ruled, and that is said', async () => {
    const document = await read(broken([80, 140, 320]));
    expect(tablesOf(document)).toEqual([]);
    expect(losses(document)).toEqual([['layout', [1]]]);
    expect(paragraphsOf(document).join('')).toContain('预算执行的情况');
  });

  it('is not guessed at where words run across the edges of its columns', async () => {
    const page = rules(new PdfPage(), [80, 120, 160, 200, 240, 280]);
    for (const y of [104, 144, 184])
      page
        .text(72, y, '项目名称与主管部门及实施单位的全部名称', 10)
        .text(400, y, '5', 10)
        .text(480, y, '4', 10);
    page
      .text(72, 224, '指标', 10)
      .text(160, 224, '目标', 10)
      .text(240, 224, '实际', 10)
      .text(400, 224, '分', 10);
    page.text(72, 264, '甲', 10).text(160, 264, '9', 10).text(240, 264, '9', 10).text(400, 264, '6', 10);
    const document = await read(page);
    expect(tablesOf(document)).toEqual([]);
    expect(losses(document)).toEqual([['layout', [1]]]);
  });
});

describe('a table without any rules whose cells are set in the middle of their rows', () => {
  const rows = (page: PdfPage, middle: boolean): PdfPage => {
    page.text(72, 90, '指标', 10).text(300, 90, '分值', 10).text(450, 90, '得分', 10);
    ['预算完成情况', '预算调整情况', '支付进度情况', '公用经费情况'].forEach((name, i) => {
      const y = 120 + i * 36;
      page.lines(72, y, [name, '（见说明）'], 10, 14);
      page.text(300, y + (middle ? 7 : 0), '5', 10).text(450, y + (middle ? 7 : 0), '4', 10);
    });
    return page;
  };

  it('is not read, and that is said', async () => {
    const document = await read(rows(new PdfPage(), true));
    expect(tablesOf(document)).toEqual([]);
    expect(document.losses.map(({ kind, pages }) => [kind, pages])).toEqual([['layout', [1]]]);
  });

  it('is read where they are set from the top', async () => {
    const [table] = tablesOf(await read(rows(new PdfPage(), false)));
    expect(table && rowsOf(table).at(1)).toEqual(['预算完成情况（见说明）', '5', '4']);
  });
});

describe('a table with rules between its columns only', () => {
  const list = (from: number, step: number): string =>
    Array.from({ length: 4 }, (_, i) => `${from + i * step}`).join('\n\n');

  it('is named and not taken for one row', async () => {
    const page = new PdfPage().grid(
      [60, 200, 300, 400],
      [60, 220],
      [['甲项\n\n乙项\n\n丙项\n\n丁项', list(10, 5), list(8, 5)]],
    );
    const document = await read(page);
    expect(document.losses.map(({ kind }) => kind)).toEqual(['layout']);
    expect(tablesOf(document)[0]?.gridCertain).toBe(false);
  });

  it('figures broken in narrow cells are none', async () => {
    const page = new PdfPage().grid(
      [60, 200, 214, 228],
      [60, 120, 180],
      [
        ['合计', '1\n0\n0', '1\n0\n0'],
        ['其中', '5\n0', '5\n0'],
      ],
    );
    const document = await read(page);
    expect(document.losses).toEqual([]);
  });
});

describe('labels broken by the end of the page', () => {
  const XS = [60, 96, 300, 400];
  const parts = (upper: string, lower: string): Promise<(string | null)[][]> =>
    tableOf(
      new PdfPage().grid(
        XS,
        [640, 700, 780],
        [
          ['产出指\n标（50\n分）', '运营社区食堂', '50'],
          [upper, '就餐便利程度', '15'],
        ],
      ),
      new PdfPage().grid(
        XS,
        [60, 120, 180],
        [
          [lower, '运营机制', '15'],
          ['满意度\n指标\n（10\n分）', '就餐老人满意度', '10'],
        ],
      ),
    );

  it.each([
    ['效益指', '标（30\n分）'],
    ['效益指\n标（30', '分）'],
  ])('are one label: %s', async (upper, lower) => {
    const rows = await parts(upper, lower);
    expect(rows.map(([label]) => label)).toEqual([
      '产出指标（50分）',
      '效益指标（30分）',
      '效益指标（30分）',
      '满意度指标（10分）',
    ]);
  });

  it('two labels stay two', async () => {
    const rows = await parts('社会\n效益', '生态\n效益');
    expect(rows.map(([label]) => label)).toEqual([
      '产出指标（50分）',
      '社会效益',
      '生态效益',
      '满意度指标（10分）',
    ]);
  });
});

describe('figures broken by the end of the page', () => {
  const XS = [60, 160, 206, 400];
  const parts = (lower: readonly string[]): Promise<(string | null)[][]> =>
    tableOf(
      new PdfPage().grid(
        XS,
        [640, 700, 780],
        [
          ['项目', '金额', '说明'],
          ['合计', '2189179', '按决算'],
        ],
      ),
      new PdfPage().grid(XS, [100, 180], [lower]),
    );

  it('are one where the row has no word of its own', async () => {
    expect((await parts(['', '8.00', ''])).at(-1)).toEqual(['合计', '21891798.00', '按决算']);
  });

  it('are two where it has', async () => {
    expect((await parts(['其中', '8.00', ''])).at(-1)).toEqual(['其中', '8.00', '']);
  });
});

describe('upright columns of type', () => {
  it('are read from top to bottom, with the figures that lie on their side', async () => {
    const page = new PdfPage().grid(
      [60, 100, 300, 400],
      [60, 180, 220],
      [
        ['', '预算完成率', '14'],
        ['合计', '', '14'],
      ],
    );
    ['决', '策', '︵'].forEach((sign, i) => {
      page.text(75, 80 + i * 12, sign, 10);
    });
    page.raw(`BT /F1 10 Tf 0 -1 1 0 77 ${842 - 108} Tm <00310034> Tj ET`);
    ['分', '︶'].forEach((sign, i) => {
      page.text(75, 130 + i * 12, sign, 10);
    });
    expect((await tableOf(page))[0]?.[0]).toBe('决策（14分）');
  });
});

describe('running text set narrower than the tables', () => {
  it('is joined line by line', async () => {
    const words =
      '全年执行数为一百二十万元其中基本支出六十万元项目支出六十万元均已按规定用途使用并完成验收工作';
    const lines = Array.from({ length: 12 }, (_, i) => words.slice(i % 20, (i % 20) + 18));
    const page = new PdfPage().lines(60, 80, lines, 10, 16);
    expect(paragraphsOf(await read(page))).toEqual([lines.join('')]);
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
