import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import type { Document } from '../../../src/documents/model.ts';
import { readPdf } from '../../../src/documents/pdf/index.ts';
import { PdfPage, pdfOf } from '../../support/pdf.ts';
import { cellAt, paragraphsOf, rowsOf, tablesOf } from '../../support/printed.ts';

const read = (...pages: readonly PdfPage[]): Promise<Document> => readPdf(pdfOf(...pages), DEFAULT_LIMITS);
const XS = [60, 150, 260, 320, 520];

/** Breaks words into lines of so many full-width characters, anywhere, as a typesetter without rules would. */
function set(words: string, first: number, rest: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const c of words) {
    const advance = c.charCodeAt(0) < 0x80 ? 0.5 : 1;
    if (width + advance > (lines.length === 0 ? first : rest)) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += c;
    width += advance;
  }
  return [...lines, line];
}

describe('paragraphs', () => {
  it('joins the lines of a paragraph, numbers broken over lines included', async () => {
    const paragraphs = [
      '二〇二三年度本单位全部收入合计七百余万元，其中财政拨款收入752.48万元，占全部收入的百分之百，比上年减少了194.51万元，主要原因是单位厉行节约。',
      '支出合计七百余万元，其中基本支出六百余万元，项目支出八十三万元，以上各项支出均按照年初预算执行。',
    ];
    const page = new PdfPage();
    let y = 100;
    for (const paragraph of paragraphs)
      for (const [i, line] of set(paragraph, 30, 32).entries()) {
        page.text(i === 0 ? 96 : 68, y, line, 14);
        y += 22;
      }
    expect(paragraphsOf(await read(page))).toEqual(paragraphs);
  });

  it('closes the gaps of spread type and keeps the spaces between Latin words and numbers', async () => {
    const page = new PdfPage();
    [...'合计96分'].forEach((c, i) => {
      page.text(72 + i * 16, 100, c, 12);
    });
    page.text(72, 140, '执行 率 为 95 %，见 Annex B', 12);
    page.text(72, 180, '编号 12 34', 12);
    expect(paragraphsOf(await read(page))).toEqual(['合计96分', '执行率为95%，见Annex B', '编号12 34']);
  });

  it('reads a character printed twice for bold type once', async () => {
    const page = new PdfPage().text(72, 100, '得分97', 12).text(72.4, 100, '得分97', 12);
    expect(paragraphsOf(await read(page))).toEqual(['得分97']);
  });

  it('leaves the mark of a note out of a figure and keeps a power', async () => {
    const page = new PdfPage()
      .text(72, 100, '收入752.48', 12)
      .text(132, 95, '1', 6)
      .text(136, 100, '万元，面积120m', 12)
      .text(220, 95, '2', 6)
      .text(224, 100, '。', 12);
    expect(paragraphsOf(await read(page))).toEqual(['收入752.48万元，面积120m²。']);
  });

  it('joins the lines of smaller type in a report whose lines are set at one distance', async () => {
    const body =
      '二〇二三年度本单位全部收入合计七百余万元，其中财政拨款收入七百五十二万元，占全部收入的百分之百，比上年减少了一百九十四万元，主要原因是单位厉行节约，压减了一般性支出，并将部分项目移交下级单位实施。';
    const note =
      '注：表中数据取自部门决算报表，个别分项数之和与合计数因小数取舍产生的误差未作机械调整，以万元为单位，保留两位小数，与批复的决算数一致。';
    const page = new PdfPage();
    let y = 100;
    for (const [i, line] of set(body, 26, 28).entries()) {
      page.text(i === 0 ? 100 : 68, y, line, 16);
      y += 28;
    }
    for (const [i, line] of set(note, 40, 42).entries()) {
      page.text(i === 0 ? 89 : 68, y, line, 10.5);
      y += 28;
    }
    expect(paragraphsOf(await read(page))).toEqual([body, note]);
  });

  it('keeps headings apart from the text below them', async () => {
    const page = new PdfPage().lines(
      72,
      100,
      ['一、基本情况', '（一）机构', '1.人员43人。', '2.车辆2辆。'],
      14,
      24,
    );
    expect(paragraphsOf(await read(page))).toEqual([
      '一、基本情况',
      '（一）机构',
      '1.人员43人。',
      '2.车辆2辆。',
    ]);
  });

  it('reads a page that is turned by its entry or by its text', async () => {
    const turned = new PdfPage(595, 842, 90).raw('BT /F1 12 Tf 0 1 -1 0 300 100 Tm <5F97520639> Tj ET');
    const sideways = new PdfPage().raw('BT /F1 12 Tf 0 1 -1 0 300 100 Tm <5F975206> Tj ET');
    expect(paragraphsOf(await read(turned))).toHaveLength(1);
    expect(paragraphsOf(await read(sideways))).toEqual(['得分']);
  });
});

describe('ruled tables', () => {
  const ROWS = [
    ['投入', '预算完成率', '3', '达到95%的，得3分'],
    ['过程', '支付进度率', '2', '每降低5%扣0.5分'],
  ];

  it('reads stroked borders', async () => {
    const [table] = tablesOf(await read(new PdfPage().grid(XS, [100, 130, 160], ROWS)));
    expect(table && rowsOf(table)).toEqual(ROWS);
    expect(table?.gridCertain).toBe(true);
  });

  it('reads borders that are filled boxes, broken at every crossing', async () => {
    const page = new PdfPage();
    const ys = [100, 130, 160];
    for (const y of ys)
      XS.slice(1).forEach((x, i) => {
        page.bar((XS[i] ?? 0) + 0.5, y, x - (XS[i] ?? 0) - 0.5, 0.48);
      });
    for (const x of XS) for (const y of ys) page.bar(x, y, 0.48, 0.48);
    for (const x of XS) for (const y of ys.slice(0, -1)) page.bar(x, y + 0.48, 0.48, 29.5);
    ROWS.forEach((row, r) => {
      row.forEach((words, c) => {
        page.text((XS[c] ?? 0) + 4, (ys[r] ?? 0) + 18, words, 10);
      });
    });
    const [table] = tablesOf(await read(page));
    expect(table && rowsOf(table)).toEqual(ROWS);
  });

  it.each([
    ['double', [-1, 1]],
    ['triple', [-1.5, 0, 1.5]],
  ])('reads %s borders as one', async (_name, offsets) => {
    const page = new PdfPage();
    for (const d of offsets)
      page.grid(
        XS.map((x) => x + d),
        [100 + d, 130 + d, 160 + d],
        [
          ['', '', '', ''],
          ['', '', '', ''],
        ],
      );
    ROWS.forEach((row, r) => {
      row.forEach((words, c) => {
        page.text((XS[c] ?? 0) + 5, 118 + 30 * r, words, 10);
      });
    });
    const [table] = tablesOf(await read(page));
    expect(table && rowsOf(table)).toEqual(ROWS);
  });

  it('reads borders of dots', async () => {
    const page = new PdfPage();
    for (const y of [100, 130, 160]) for (let x = 60; x <= 520; x += 3) page.bar(x, y, 1, 1);
    for (const x of XS) for (let y = 100; y <= 160; y += 3) page.bar(x, y, 1, 1);
    ROWS.forEach((row, r) => {
      row.forEach((words, c) => {
        page.text((XS[c] ?? 0) + 5, 118 + 30 * r, words, 10);
      });
    });
    const [table] = tablesOf(await read(page));
    expect(table && rowsOf(table)).toEqual(ROWS);
  });

  it('knows cells merged over columns and rows', async () => {
    const page = new PdfPage().grid(
      [60, 160, 260, 360, 460],
      [100, 130, 160, 190],
      [
        ['指标', null, '分值', '得分'],
        ['', '完成率', '3', '2'],
        ['合计', null, '3', '2'],
      ],
    );
    const [table] = tablesOf(await read(page));
    expect(table && cellAt(table, 1, 2)).toMatchObject({ text: '指标', colSpan: 2 });
    expect(table && cellAt(table, 3, 1)).toMatchObject({ text: '合计', colSpan: 2 });
    const down = new PdfPage()
      .rule(60, 100, 300, 100)
      .rule(120, 130, 300, 130)
      .rule(60, 160, 300, 160)
      .rule(60, 100, 60, 160)
      .rule(120, 100, 120, 160)
      .rule(300, 100, 300, 160)
      .text(64, 134, '投入', 10)
      .text(124, 120, '甲', 10)
      .text(124, 150, '乙', 10);
    const [tall] = tablesOf(await read(down));
    expect(tall && cellAt(tall, 2, 1)).toMatchObject({ text: '投入', row: 1, rowSpan: 2 });
    expect(tall?.rowCount).toBe(2);
  });

  it('keeps the caption before the table and the remark behind it', async () => {
    const page = new PdfPage()
      .text(230, 80, '收入决算表', 14)
      .text(450, 95, '单位：万元', 10)
      .grid(XS, [100, 130, 160], ROWS)
      .text(60, 180, '注：本表数据取自决算。', 10);
    const { blocks } = await read(page);
    expect(blocks.map((block) => (block.kind === 'table' ? 'table' : block.text))).toEqual([
      '收入决算表',
      '单位：万元',
      'table',
      '注：本表数据取自决算。',
    ]);
  });

  it('keeps two tables on one page apart', async () => {
    const page = new PdfPage().grid(XS, [100, 130, 160], ROWS).grid(
      [60, 300, 520],
      [200, 230, 260],
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    );
    expect(tablesOf(await read(page)).map((table) => [table.rowCount, table.columnCount])).toEqual([
      [2, 4],
      [2, 2],
    ]);
  });

  it('does not take an underlined blank, a frame or a strike for a table', async () => {
    const page = new PdfPage()
      .text(72, 100, '单位名称：', 12)
      .rule(140, 102, 300, 102)
      .rule(50, 50, 545, 50)
      .rule(50, 790, 545, 790)
      .rule(50, 50, 50, 790)
      .rule(545, 50, 545, 790)
      .text(72, 140, '一、概况', 12);
    const document = await read(page);
    expect(tablesOf(document)).toEqual([]);
    expect(paragraphsOf(document)).toEqual(['单位名称：', '一、概况']);
  });

  it('squared paper is no table and is named', async () => {
    const page = new PdfPage().text(72, 780, '附图', 12);
    for (let x = 10; x < 580; x += 3.6) page.rule(x, 10, x, 760);
    for (let y = 10; y < 765; y += 1.5) page.rule(10, y, 580, y);
    for (let y = 10; y < 765; y += 3.6) page.rule(10, y, 580, y);
    const document = await read(page);
    expect(paragraphsOf(document)).toEqual(['附图']);
  });

  it('text beside a table is text', async () => {
    const page = new PdfPage()
      .grid(XS, [100, 130, 160], ROWS)
      .grid(
        [60, 150, 260],
        [160, 190, 220],
        [
          ['合计', '5'],
          ['备注', '无'],
        ],
      )
      .text(330, 200, '本表由办公室填写。', 10);
    const document = await read(page);
    expect(paragraphsOf(document)).toEqual(['本表由办公室填写。']);
  });

  it('says so when walls do not close into rectangles', async () => {
    const page = new PdfPage()
      .grid(
        [60, 200, 340, 480],
        [100, 130, 160, 190],
        [
          ['甲', '乙', '丙'],
          ['1', '2', '3'],
        ],
      )
      .rule(60, 190, 480, 190)
      .rule(60, 160, 60, 190)
      .rule(480, 160, 480, 190)
      .rule(340, 160, 340, 175)
      .rule(200, 175, 340, 175)
      .rule(200, 160, 200, 175)
      .text(210, 171, '4', 8);
    const document = await read(page);
    const [table] = tablesOf(document);
    if (table?.gridCertain) expect(document.losses).toEqual([]);
    else expect(document.losses.map(({ kind }) => kind)).toContain('layout');
  });

  it('closes the lines of a cell and keeps its paragraphs', async () => {
    const page = new PdfPage().grid(
      [60, 150, 270],
      [100, 200],
      [['预算\n完成率', '达到95%及以上的，得3\n分；\n每降低5%扣1分，扣完为\n止。']],
      10,
    );
    const [table] = tablesOf(await read(page));
    expect(table?.cells.map(({ text }) => text)).toEqual([
      '预算\n完成率',
      '达到95%及以上的，得3分；\n每降低5%扣1分，扣完为止。',
    ]);
  });

  it('joins a line that begins with what LibreOffice does not part from the mark before it', async () => {
    const page = new PdfPage().grid(
      [60, 167, 309],
      [100, 200],
      [
        [
          '得分率在90%以上的\n（含90%）得3分，80%\n（含）至90%的得2\n分，70%（含）至80%的\n得1.5分。',
          '采购执行率=（实际金额/预算\n数）×100%。\n控制率=（实际总额/预算总额）\n×100%。',
        ],
      ],
      10,
    );
    const [table] = tablesOf(await read(page));
    expect(table?.cells.map(({ text }) => text)).toEqual([
      '得分率在90%以上的（含90%）得3分，80%（含）至90%的得2分，70%（含）至80%的得1.5分。',
      '采购执行率=（实际金额/预算数）×100%。\n控制率=（实际总额/预算总额）×100%。',
    ]);
  });
});

describe('tables over pages', () => {
  const HEAD = ['指标', '分值', '说明'];
  const WIDE = [60, 160, 220, 520];

  it('joins them, the repeated head once', async () => {
    const first = new PdfPage().grid(WIDE, [700, 730, 760], [HEAD, ['完成率', '3', '按比例计分']]);
    const second = new PdfPage().grid(WIDE, [60, 90, 120], [HEAD, ['进度率', '2', '按进度计分']]);
    const [table, ...more] = tablesOf(await read(first, second));
    expect(more).toEqual([]);
    expect(table && rowsOf(table)).toEqual([
      HEAD,
      ['完成率', '3', '按比例计分'],
      ['进度率', '2', '按进度计分'],
    ]);
    expect(table && cellAt(table, 3, 1)?.where.page).toBe(2);
  });

  it('joins a row that is broken by the page, also below a repeated head', async () => {
    const first = new PdfPage().grid(
      WIDE,
      [700, 730, 770],
      [HEAD, ['完成率', '3', '预算完成率是指本年度预算完成数与预算数的比率，用以反']],
    );
    const second = new PdfPage().grid(
      WIDE,
      [60, 90, 120, 150],
      [HEAD, ['', '', '映和考核部门预算完成程度。'], ['进度率', '2', '按进度计分']],
    );
    const [table] = tablesOf(await read(first, second));
    expect(table && rowsOf(table)).toEqual([
      HEAD,
      ['完成率', '3', '预算完成率是指本年度预算完成数与预算数的比率，用以反映和考核部门预算完成程度。'],
      ['进度率', '2', '按进度计分'],
    ]);
  });

  it('takes long rows with upright labels on either side of a page break for two rows', async () => {
    const xs = [60, 82, 520];
    const label = (words: string): string => [...words].join('\n');
    const first = new PdfPage().grid(
      xs,
      [600, 700, 790],
      [
        [label('部门概况'), '本单位内设十二个股室，年末在职人员五十一人，编制五十二名。'],
        [label('完成情况'), '全年举办公益讲座十九场，开展阅读推广活动九十一场，完成年度目标。'],
      ],
    );
    const second = new PdfPage().grid(
      xs,
      [60, 160],
      [[label('自评组织'), '本单位成立自评工作小组，制定了工作方案，汇总后形成本报告。']],
    );
    const [table] = tablesOf(await read(first, second));
    expect(table && rowsOf(table).map(([words]) => words)).toEqual(['部门概况', '完成情况', '自评组织']);
  });

  it('joins the last character of an upright label that stands alone over the page', async () => {
    const xs = [60, 82, 520];
    const first = new PdfPage().grid(
      xs,
      [700, 790],
      [['组\n织\n情', '本单位成立自评工作小组，制定了工作方案，汇总后形成本报告。']],
    );
    const second = new PdfPage().grid(
      xs,
      [60, 80, 140],
      [
        ['况', ''],
        ['结\n论', '本单位自评得分九十七分，评价等级为优。'],
      ],
    );
    const [table] = tablesOf(await read(first, second));
    expect(table && rowsOf(table).map(([words]) => words)).toEqual(['组织情况', '结论']);
  });

  it('joins a row of totals broken in cells that are too narrow for their figures', async () => {
    const xs = [60, 74, 84, 520, 540];
    const first = new PdfPage().grid(
      xs,
      [700, 730, 750],
      [
        ['质\n量', '9', '按比例计分', '9'],
        ['合', '1', '', '95.'],
      ],
    );
    const second = new PdfPage().grid(xs, [60, 100], [['计', '0\n0', '', '02']]);
    const [table] = tablesOf(await read(first, second));
    expect(table && rowsOf(table)).toEqual([
      ['质量', '9', '按比例计分', '9'],
      ['合计', '100', '', '95.02'],
    ]);
  });

  it('leaves out the strip that a broken row leaves at the head of a page', async () => {
    const first = new PdfPage().grid(WIDE, [700, 730, 760], [HEAD, ['完成率', '3', '按比例计分']]);
    const second = new PdfPage().grid(
      WIDE,
      [60, 90, 94, 124],
      [HEAD, ['', '', ''], ['进度率', '2', '按进度计分']],
    );
    const [table] = tablesOf(await read(first, second));
    expect(table && rowsOf(table)).toEqual([
      HEAD,
      ['完成率', '3', '按比例计分'],
      ['进度率', '2', '按进度计分'],
    ]);
  });

  it('does not swallow a row whose score is blank', async () => {
    const first = new PdfPage().grid(
      WIDE,
      [700, 730, 760],
      [
        ['完成率', '3', '已完成'],
        ['质量率', '3', '已完成'],
      ],
    );
    const second = new PdfPage().grid(
      WIDE,
      [60, 90, 120],
      [
        ['进度率', '', '已完成'],
        ['满意度', '2', '已完成'],
      ],
    );
    const [table] = tablesOf(await read(first, second));
    expect(table && rowsOf(table).map((row) => row[1])).toEqual(['3', '3', '', '2']);
  });

  it('does not join tables of other columns or with words between them', async () => {
    const first = new PdfPage().grid(WIDE, [700, 730, 760], [HEAD, ['完成率', '3', '是']]);
    const other = new PdfPage().grid(
      [60, 200, 520],
      [60, 90, 120],
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    );
    const titled = new PdfPage()
      .text(230, 50, '附表二', 12)
      .grid(WIDE, [60, 90, 120], [HEAD, ['进度率', '2', '是']]);
    expect(tablesOf(await read(first, other))).toHaveLength(2);
    expect(tablesOf(await read(first, titled))).toHaveLength(2);
  });

  it('joins parts below a repeated title or a 续表 when the head is repeated', async () => {
    const title = (page: PdfPage, y: number): PdfPage =>
      page.text(230, y, '收入决算表', 14).text(450, y + 20, '单位：万元', 10);
    const first = title(new PdfPage(), 650).grid(WIDE, [700, 730, 760], [HEAD, ['完成率', '3', '是']]);
    const again = title(new PdfPage(), 40).grid(WIDE, [70, 100, 130], [HEAD, ['进度率', '2', '是']]);
    const next = new PdfPage()
      .text(60, 50, '续表', 10)
      .grid(WIDE, [60, 90, 120], [HEAD, ['质量率', '2', '是']]);
    const document = await read(first, again, next);
    expect(tablesOf(document)).toHaveLength(1);
    expect(tablesOf(document)[0]?.rowCount).toBe(4);
    expect(paragraphsOf(document)).toEqual(['收入决算表', '单位：万元']);
  });

  it('does not join over a page without text, which is named', async () => {
    const first = new PdfPage().grid(WIDE, [700, 730, 760], [HEAD, ['完成率', '3', '是']]);
    const scan = new PdfPage().picture(0, 0, 595, 842);
    const last = new PdfPage().grid(WIDE, [60, 90, 120], [HEAD, ['进度率', '2', '是']]);
    const document = await read(first, scan, last);
    expect(tablesOf(document)).toHaveLength(2);
    expect(document.losses).toMatchObject([{ kind: 'no-text', pages: [2] }]);
  });
});

describe('heads and feet', () => {
  const page = (n: number): PdfPage =>
    new PdfPage()
      .text(200, 40, '某局2022年度绩效自评报告', 9)
      .lines(72, 100, [`第${n}部分`, `本页说明第${n}件事情的办理情况。`, '详见附件。'], 12, 24)
      .text(280, 810, `- ${n} -`, 9);

  it('are furniture, not text', async () => {
    const document = await read(page(1), page(2), page(3));
    expect(paragraphsOf(document).join()).not.toMatch(/2022|- /);
    expect(document.furniture.map(({ stratum, text }) => `${stratum} ${text}`)).toEqual([
      'header 某局2022年度绩效自评报告',
      'footer -1-',
      'footer -2-',
      'footer -3-',
    ]);
  });

  it('a head is one on a page that is blank but for it', async () => {
    const pages = [1, 2, 3, 4].map((n) =>
      new PdfPage().text(250, 50, '绩效材料汇编', 10).text(60, 120, `第${n}部分的正文。`),
    );
    const document = await read(...pages, new PdfPage().text(250, 50, '绩效材料汇编', 10));
    expect(paragraphsOf(document)).not.toContain('绩效材料汇编');
  });

  it('notes below a short rule are notes', async () => {
    const page = new PdfPage()
      .text(72, 100, '收入合计752.48万元。', 14)
      .rule(72, 740, 220, 740)
      .text(72, 756, '1 其中含上年结转12.30万元。', 10);
    const document = await read(page);
    expect(paragraphsOf(document)).toEqual(['收入合计752.48万元。']);
    expect(document.furniture).toMatchObject([{ stratum: 'footnote', text: '1其中含上年结转12.30万元。' }]);
    const signed = new PdfPage()
      .text(72, 700, '签字：', 14)
      .rule(72, 740, 220, 740)
      .text(72, 760, '2024年3月', 14);
    expect(paragraphsOf(await read(signed))).toHaveLength(2);
  });

  it('a sentence that returns on every page in the middle of the text stays text', async () => {
    const pages = [1, 2, 3].map((n) =>
      new PdfPage().lines(72, 200, ['详见附件。', `第${n}项已完成。`], 12, 30),
    );
    expect(paragraphsOf(await read(...pages))).toHaveLength(6);
  });

  it('a year at the end of the only page is no page number', async () => {
    expect(paragraphsOf(await read(new PdfPage().text(72, 100, '概况').text(250, 780, '2024年3月')))).toEqual(
      ['概况', '2024年3月'],
    );
  });
});

describe('columns', () => {
  const LEFT = [
    '一、部门基本情况',
    '全年收入九百八十三万二千四百元，其中财政拨款收入七百',
    '一十六万元，其他收入一百六十六万元。',
    '全年支出九百一十万六千五百元，其中基本支出五百七十六',
    '万元，项目支出三百三十三万元，均按预算执行。',
    '年末在职人员五十四人，核定编制五十四名，另有退休人员',
    '三十四人，内设股室十二个。',
  ];
  const RIGHT = [
    '二、部门绩效目标',
    '（一）数量指标',
    '放映公益电影一千六百场次。',
    '新增馆藏图书一万七千册，举办展演活动十三次，修缮文物',
    '保护单位十二处。',
    '组织业务培训四期，培训一百五十人次，参训人员对课程的',
    '满意度达到九成以上。',
    '举办群众文化活动二十场，惠及三个乡镇和十二个社区的群',
    '众。',
  ];
  const write = (page: PdfPage, x: number, lines: readonly string[]): PdfPage => {
    lines.forEach((line, i) => {
      page.text(x, 100 + i * 30, line, i === 0 ? 13 : 12);
    });
    return page;
  };

  it('are read one after the other, with heads of larger type at their places', async () => {
    const page = write(write(new PdfPage(842, 595), 60, LEFT), 460, RIGHT);
    const [head, ...rest] = paragraphsOf(await read(page));
    expect(head).toBe('一、部门基本情况');
    expect(rest.join('')).toBe([...LEFT.slice(1), ...RIGHT].join(''));
  });

  it('short lines of a further page keep to the columns of the first', async () => {
    const first = write(write(new PdfPage(842, 595), 60, LEFT), 460, RIGHT);
    const short = (mark: string): string[] => [1, 2, 3, 4].map((n) => `（${n}）第${mark}项任务已经完成。`);
    const second = write(write(new PdfPage(842, 595), 60, short('甲')), 460, short('乙'));
    const words = paragraphsOf(await read(first, second)).slice(-8);
    expect(words).toEqual([...short('甲'), ...short('乙')]);
  });
});

describe('contents', () => {
  it('entries stand apart from each other and from the text', async () => {
    const dots = (words: string, page: number): string =>
      `${words}${'.'.repeat(2 * (33 - words.length))}${page}`;
    const page = new PdfPage().lines(
      60,
      100,
      [dots('一、部门概况', 2), dots('二、评价结论', 3), '2023年度自评报告'],
      12,
      20,
    );
    expect(paragraphsOf(await read(page))).toHaveLength(3);
  });

  it('a number of two parts behind the end of a sentence begins a heading, an amount does not', async () => {
    const full = '在职人员三十九人，编制三十九名，在职人员控制率为百分之百，与上年相比没有变化。';
    const page = new PdfPage().lines(
      60,
      100,
      [full, '1.3收支及预算执行', full, '1.3万元用于采购。', full, '96.25分为综合得分。'],
      12,
      20,
    );
    expect(paragraphsOf(await read(page))).toEqual([
      full,
      '1.3收支及预算执行',
      `${full}1.3万元用于采购。`,
      `${full}96.25分为综合得分。`,
    ]);
  });
});

describe('pages without text', () => {
  it('a blank sheet between written pages is no loss, a picture is', async () => {
    const words = new PdfPage().text(72, 100, '一、概况');
    expect((await read(words, new PdfPage(), words)).losses).toEqual([]);
    const scan = new PdfPage().picture(20, 20, 500, 700);
    expect((await read(words, scan, scan, words)).losses).toMatchObject([{ kind: 'no-text', pages: [2, 3] }]);
  });

  it('a file in which nothing is written at all is one loss', async () => {
    expect((await read(new PdfPage(), new PdfPage())).losses).toMatchObject([
      { kind: 'no-text', pages: [1, 2] },
    ]);
  });

  it('a large picture among text is named, a seal is not', async () => {
    const words = (): PdfPage => new PdfPage().text(72, 100, '一、概况');
    expect((await read(words().picture(72, 200, 400, 300))).losses).toMatchObject([
      { kind: 'picture', pages: [1] },
    ]);
    expect((await read(words().picture(400, 600, 110, 110))).losses).toEqual([]);
  });
});

describe('tables without borders', () => {
  it('keep to their columns', async () => {
    const page = new PdfPage().text(72, 80, '支出构成如下：', 12);
    const rows = [
      ['项目', '预算数', '决算数'],
      ['基本支出', '668.89', '650.00'],
      ['项目支出', '83.59', '80.10'],
      ['合计', '752.48', '730.10'],
    ];
    rows.forEach((row, r) => {
      row.forEach((words, c) => {
        page.text(80 + c * 150, 110 + r * 20, words, 12);
      });
    });
    page.text(72, 220, '以上数据均取自财务决算，其中不含上年结转和专户资金的部分，特此说明。', 12);
    const document = await read(page);
    const [table] = tablesOf(document);
    expect(table && rowsOf(table)).toEqual(rows);
    expect(document.losses).toMatchObject([{ kind: 'layout' }]);
    expect(paragraphsOf(document)).toHaveLength(2);
  });

  it('a head centred over columns of figures belongs to them', async () => {
    const page = new PdfPage();
    [
      [110, '科目', 260, '预算', 410, '决算'],
      [80, '人员经费', 280, '500.00', 430, '499.10'],
      [80, '公用经费', 286, '80.00', 436, '78.20'],
    ].forEach((row, r) => {
      for (let c = 0; c < row.length; c += 2) page.text(Number(row[c]), 110 + r * 20, String(row[c + 1]), 12);
    });
    const [table] = tablesOf(await read(page));
    expect(table && rowsOf(table)).toEqual([
      ['科目', '预算', '决算'],
      ['人员经费', '500.00', '499.10'],
      ['公用经费', '80.00', '78.20'],
    ]);
  });

  it('running text and a signature line are none', async () => {
    const page = new PdfPage()
      .lines(
        72,
        100,
        ['一、基本情况', '单位负责人：甲      经办人：乙      日期：2024年', '二、结果'],
        12,
        24,
      )
      .text(72, 200, '以上情况属实。', 12);
    expect(tablesOf(await read(page))).toEqual([]);
  });
});
