import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { type Document, type Table, UnreadableError } from '../../../src/documents/model.ts';
import { cell, docx, para, run, table } from '../../support/docx-package.ts';

type Parts = Parameters<typeof docx>[1];
const read = (body: string, parts?: Parts): Promise<Document> => readDocx(docx(body, parts), DEFAULT_LIMITS);
const texts = (document: Document): string[] =>
  document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'table'));
const first = (document: Document): Table => {
  const found = document.blocks.find((block) => block.kind === 'table');
  if (found === undefined) throw new Error('no table');
  return found;
};
const cells = (document: Document): string[] =>
  first(document).cells.map(
    ({ row, column, rowSpan, colSpan, text }) =>
      `${row},${column}${rowSpan > 1 ? `↓${rowSpan}` : ''}${colSpan > 1 ? `→${colSpan}` : ''} ${text}`,
  );
const losses = (document: Document): string[] => document.losses.map(({ kind }) => kind);
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const bare = (instruction: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('words of a paragraph', () => {
  it.each([
    [
      'a struck-through figure is left out',
      para(run('得分') + run('92', '<w:strike/>') + run('95分')),
      '得分95分',
      ['hidden'],
    ],
    ['strike switched off is no strike', para(run('得分95分', '<w:strike w:val="0"/>')), '得分95分', []],
    [
      'a raised digit is no digit of the number',
      para(run('752.48') + run('1', '<w:vertAlign w:val="superscript"/>') + run('万元')),
      '752.48¹万元',
      [],
    ],
    [
      'a field never closed swallows nothing',
      para(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('得分95分')}`),
      '得分95分',
      [],
    ],
    [
      'a field that ends twice',
      para(`${field('PAGE', run('3'))}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('页')}`),
      '3页',
      [],
    ],
    ['an EQ fraction', para(run('占比=') + bare(' EQ \\f(668.89,752.48) ')), '占比=668.89/752.48', []],
    ['an EQ circle', para(bare(' eq \\o\\ac(○,3) ') + run('合规')), '③合规', []],
    ['an EQ formula of unknown kind', para(run('得') + bare(' EQ \\q(1) ')), '得', ['formula']],
    [
      'a prompt is text of the report',
      para(bare(' MACROBUTTON NoMacro [请填写单位名称] ')),
      '[请填写单位名称]',
      [],
    ],
    ['a symbol by number', para(run('5%') + bare(' SYMBOL 163 \\f "Symbol" ') + run('率')), '5%≤率', []],
    [
      'linked text keeps its stored result',
      para(field('INCLUDETEXT "http://x.invalid/a.docx"', run('752.48'))),
      '752.48',
      ['external'],
    ],
    [
      'ticks typed in Wingdings 2',
      para(run('R', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') + run('优')),
      '☑优',
      [],
    ],
    ['Chinese set in a symbol font stays', para(run('优', '<w:rFonts w:ascii="Wingdings"/>')), '优', []],
    [
      'a symbol nobody maps leaves a mark',
      para(`${run('甲')}<w:r><w:sym w:font="Nowhere" w:char="F0FF"/></w:r>${run('乙')}`),
      '甲〓乙',
      ['characters'],
    ],
    [
      'such a symbol at the beginning',
      para(`<w:r><w:sym w:font="Nowhere" w:char="F0FF"/></w:r>${run('乙')}`),
      '〓乙',
      ['characters'],
    ],
    [
      'a ruby prints its base',
      para(
        '<w:r><w:ruby><w:rt><w:r><w:t>jì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>绩</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
          run('效'),
      ),
      '绩效',
      [],
    ],
    [
      'a root',
      para('<m:oMath><m:rad><m:deg/><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:rad></m:oMath>'),
      '√(a+b)',
      [],
    ],
    [
      'space that is not kept',
      '<w:p><w:r><w:t>  得分95  </w:t></w:r><w:r><w:t>分</w:t></w:r></w:p>',
      '得分95分',
      [],
    ],
  ])('%s', async (_, body, text, kinds) => {
    const document = await read(body);
    expect(texts(document)).toEqual([text]);
    expect(losses(document)).toEqual(kinds);
  });

  it('a drop-down field shows the chosen entry', async () => {
    const list =
      '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="优"/><w:listEntry w:val="良"/></w:ddList></w:ffData>';
    const body = para(
      `${run('等级：')}<w:r><w:fldChar w:fldCharType="begin">${list}</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    );
    expect(texts(await read(body))).toEqual(['等级：良']);
  });

  it('an unticked content control without characters still shows a box', async () => {
    const box = (value: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${value}"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>`;
    expect(texts(await read(para(`${box('1')}${run('优')}${box('0')}${run('良')}`)))).toEqual(['☑优☐良']);
  });
});

describe('revisions', () => {
  const deletedMark = '<w:rPr><w:del w:id="1"/></w:rPr>';
  const ins = (text: string) => `<w:ins w:id="2">${run(text)}</w:ins>`;
  const del = (text: string) => `<w:del w:id="3"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

  it('a deleted paragraph mark joins two paragraphs', async () => {
    const document = await read(para('得分9', deletedMark) + para('7分。') + para('下一段'));
    expect(texts(document)).toEqual(['得分97分。', '下一段']);
  });

  it('a deleted paragraph mark before a table joins nothing', async () => {
    const document = await read(para('得分97', deletedMark) + table(['甲', '乙']));
    expect(texts(document)).toEqual(['得分97', 'table']);
  });

  it('words inserted by one and deleted by another stand in neither reading', async () => {
    const document = await read(
      para(`${run('得分')}<w:ins w:id="1">${del('92')}</w:ins>${ins('97')}${run('分')}`),
    );
    expect(texts(document)).toEqual(['得分97分']);
    expect(document.revisions.map(({ kind, text, rejected }) => [kind, text, rejected])).toEqual([
      ['inserted', '97', '得分分'],
    ]);
  });

  it('a table whose rows are all deleted is gone, and told', async () => {
    const gone =
      '<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:delText>合计</w:delText></w:r></w:p></w:tc></w:tr></w:tbl>';
    const document = await read(para('前') + gone + para('后'));
    expect(texts(document)).toEqual(['前', '后']);
    expect(document.revisions).toMatchObject([
      { kind: 'row-deleted', text: '合计', where: { paragraph: 1 } },
    ]);
  });

  it('a deleted last row is told in its table', async () => {
    const document = await read(
      `<w:tbl><w:tr>${cell('甲')}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('乙')}</w:tr></w:tbl>${para('后')}`,
    );
    expect(document.revisions).toMatchObject([
      { kind: 'row-deleted', text: '乙', where: { table: 1, row: 1 } },
    ]);
  });

  it('hidden words at very many places are one loss with their number', async () => {
    const hidden = (count: number): Promise<Document> =>
      read(Array.from({ length: count }, (_, i) => para(run(`第${i}段`) + run('x', '<w:vanish/>'))).join(''));
    const document = await hidden(30);
    expect(document.losses.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^有 30 处隐藏文字，未计入核查/),
    ]);
    expect((await hidden(3)).losses).toHaveLength(3);
  });

  it('a blank line that was moved is no revision to read twice', async () => {
    const mark = (kind: string, words: string) =>
      `<w:${kind} w:id="1" w:author="a">${run(words)}</w:${kind}>`;
    const document = await read(para(mark('moveTo', ' ')) + para(mark('ins', '得分97分')));
    expect(document.revisions.map(({ text }) => text)).toEqual(['得分97分']);
  });

  it('earlier formatting kept by a revision hides nothing', async () => {
    const changed = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>';
    expect(texts(await read(para(run('得分97分', changed))))).toEqual(['得分97分']);
  });
});

describe('tables', () => {
  const span = (n: number) => `<w:gridSpan w:val="${n}"/>`;
  const wide = (text: string, width: number) => cell(text, `<w:tcW w:w="${width}" w:type="dxa"/>`);
  const merged = (text: string, value: string, more = '') => cell(text, `${more}<w:vMerge${value}/>`);
  const from = ' w:val="restart"';

  it('a row without spans is placed by the widths of its cells', async () => {
    const document = await read(
      table(
        [wide('一级', 1500), wide('三级', 3000), wide('分值', 1200), wide('得分', 1200)],
        [wide('合计', 4500), wide('九', 1200), wide('四', 1200)],
        [wide('说明', 4500)],
      ),
    );
    expect(cells(document).slice(4)).toEqual(['2,1→2 合计', '2,3 九', '2,4 四', '3,1→2 说明']);
    expect(first(document).gridCertain).toBe(true);
  });

  it('a short row that fits nowhere, or on both sides, is said to be uncertain', async () => {
    const document = await read(table(['1', '2', '3'], ['4', '5', '6'], ['7', '8']));
    expect(first(document).gridCertain).toBe(false);
    expect(losses(document)).toEqual(['layout']);
  });

  it('a short row of words under a table that ends in numbers stays on the left', async () => {
    const document = await read(table(['指标', '说明', '分值'], ['完成率', '按时', '3'], ['备注：无']));
    expect(cells(document).at(-1)).toBe('3,1 备注：无');
    expect(first(document).gridCertain).toBe(true);
  });

  it('a stroke in a column of figures is no word', async () => {
    const document = await read(
      table(
        ['项目', '分类', '预算', '执行'],
        ['甲', '一', '3', '2'],
        ['乙', '二', '4', '3'],
        ['合计', '7', '—'],
      ),
    );
    expect(cells(document).slice(-3)).toEqual(['4,2 合计', '4,3 7', '4,4 —']);
    expect(first(document).gridCertain).toBe(true);
  });

  it('a merge that goes on from nothing begins here', async () => {
    const document = await read(
      table([merged('投入', ''), '甲'], [merged('', ''), '乙'], ['过程', '丙'], [merged('效果', ''), '丁']),
    );
    expect(cells(document)).toEqual([
      '1,1↓2 投入',
      '1,2 甲',
      '2,2 乙',
      '3,1 过程',
      '3,2 丙',
      '4,1 效果',
      '4,2 丁',
    ]);
  });

  it('a merge of another width does not go on', async () => {
    const document = await read(table([merged('甲', from), '乙', '丙'], [merged('丁', '', span(2)), '戊']));
    expect(cells(document)).toEqual(['1,1 甲', '1,2 乙', '1,3 丙', '2,1→2 丁', '2,3 戊']);
  });

  it('words under a merge are not printed, and told', async () => {
    const document = await read(table([merged('3', from), '甲'], [merged('2', ''), '乙']));
    expect(cells(document)).toEqual(['1,1↓2 3', '1,2 甲', '2,2 乙']);
    expect(document.losses).toMatchObject([{ kind: 'hidden', quote: '2', where: { table: 1, row: 2 } }]);
  });

  it('automatic numbers are part of what a cell prints', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
    const item = cell(para('<w:r/>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'));
    const document = await read(table([item, '甲'], [item, '乙']), { numbering });
    expect(cells(document)).toEqual(['1,1 1', '1,2 甲', '2,1 2', '2,2 乙']);
  });

  it('two tables that touch stay two', async () => {
    const document = await read(table(['甲']) + table(['乙']));
    expect(document.blocks.map(({ kind, where }) => [kind, where.table])).toEqual([
      ['table', 1],
      ['table', 2],
    ]);
  });

  it('tables nested deep are read, deeper ones refused', async () => {
    const nest = (levels: number) =>
      '<w:tbl><w:tr><w:tc>'.repeat(levels) + para('底') + '</w:tc></w:tr></w:tbl>'.repeat(levels);
    let depth = 0;
    let inner: Table | undefined = first(await read(nest(160)));
    for (; inner !== undefined; inner = inner.cells[0]?.nested[0]) depth++;
    expect(depth).toBe(160);
    await expect(read(nest(170))).rejects.toBeInstanceOf(UnreadableError);
  });

  it('more cells or paragraphs than the limit are refused', async () => {
    const small = { ...DEFAULT_LIMITS, cells: 3, paragraphs: 2 };
    await expect(readDocx(docx(table(['1', '2'], ['3', '4'])), small)).rejects.toThrow('3 个');
    await expect(readDocx(docx(para('一') + para('二') + para('三')), small)).rejects.toThrow('2 个段落');
  });
});

describe('what cannot be read is named', () => {
  const drawing = (inner: string, cm: readonly [number, number]) =>
    para(
      `<w:r><w:drawing><wp:inline><wp:extent cx="${cm[0] * 360_000}" cy="${cm[1] * 360_000}"/>${inner}</wp:inline></w:drawing></w:r>`,
    );
  const picture = '<a:graphic><a:graphicData><a:blip r:embed="rId9"/></a:graphicData></a:graphic>';

  it.each([
    ['a page', [16, 24], ['picture']],
    ['a table', [14, 5], ['picture']],
    ['a seal', [4.2, 4.2], []],
    ['a logo', [2, 2], []],
    ['a ruled line', [16, 0.1], []],
  ] as const)('a picture the size of %s', async (_, size, kinds) => {
    expect(losses(await read(para('前') + drawing(picture, size)))).toEqual(kinds);
  });

  it('a chart, an old equation, a linked picture', async () => {
    const equation =
      '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Equation.3" r:id="x"/></w:object></w:r>';
    const linked = '<a:graphic><a:blip r:link="far"/></a:graphic>';
    const document = await read(
      drawing('<c:chart r:id="rId1"/>', [10, 6]) + para(equation) + drawing(linked, [2, 2]),
      {
        relationships:
          '<Relationship Id="far" Type="x/image" Target="http://fixture.invalid/a.png" TargetMode="External"/>',
      },
    );
    expect(losses(document)).toEqual(['object', 'formula', 'external']);
  });

  it('every message is one sentence that says what to do', async () => {
    const document = await read(drawing(picture, [16, 24]) + para(run('x', '<w:vanish/>')));
    for (const { message } of document.losses) expect(message).toMatch(/请.*。$/);
  });
});

describe('beside the running text', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="二级标题"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="正文"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>';

  it('a table of contents stands aside; the paragraph in which its field ends does not', async () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const document = await read(
      para('目录') +
        para(begin + run('一、部门概况 1')) +
        para('二、绩效情况 5') +
        para(end + run('一、部门概况')) +
        para('三、结论 9', '<w:pStyle w:val="T1"/>'),
      { styles },
    );
    expect(texts(document)).toEqual(['目录', '一、部门概况']);
    expect(document.furniture.map(({ stratum, text }) => [stratum, text])).toEqual([
      ['contents', '一、部门概况 1'],
      ['contents', '二、绩效情况 5'],
      ['contents', '三、结论 9'],
    ]);
  });

  it('heading levels by name, by outline, and none for body text', async () => {
    const document = await read(
      para('甲', '<w:pStyle w:val="H"/>') +
        para('乙', '<w:outlineLvl w:val="2"/>') +
        para('丙', '<w:pStyle w:val="B"/>'),
      { styles },
    );
    expect(document.blocks.map((block) => block.kind === 'paragraph' && block.headingLevel)).toEqual([
      1,
      2,
      null,
    ]);
  });

  it('a note stands where it is referred to', async () => {
    const document = await read(
      para('前') + para(`${run('收入752.48')}<w:r><w:footnoteReference w:id="3"/></w:r>${run('万元')}`),
      {
        footnotes: `<w:footnote w:id="0" w:type="separator">${para('—')}</w:footnote><w:footnote w:id="3">${para('含上年结转')}</w:footnote>`,
      },
    );
    expect(texts(document)).toEqual(['前', '收入752.48万元']);
    expect(document.furniture).toMatchObject([
      { stratum: 'footnote', text: '含上年结转', where: { paragraph: 2 } },
    ]);
  });
});

describe('long tables', () => {
  it('merges hold where the markup is cut into pieces', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => [
      cell(`组${Math.floor(i / 7)}`, `<w:vMerge${i % 7 === 0 ? ' w:val="restart"' : ''}/>`),
      `指标${i}${'长'.repeat(40)}`,
    ]);
    const found = first(
      await read(
        table(
          ...rows.map((row, i) => (i % 7 === 0 ? row : [row[0]?.replace(/组\d+/, '') ?? '', row[1] ?? ''])),
        ),
      ),
    );
    expect(found.rowCount).toBe(3_000);
    const groups = found.cells.filter(({ column }) => column === 1);
    expect(groups).toHaveLength(Math.ceil(3_000 / 7));
    groups.forEach(({ row, rowSpan, text }, i) => {
      expect([row, rowSpan, text]).toEqual([i * 7 + 1, Math.min(7, 3_000 - i * 7), `组${i}`]);
    });
  });

  it('a chain of deleted paragraph marks is read once and in bounded room', async () => {
    const joined = await read(para('甲', '<w:rPr><w:del w:id="1"/></w:rPr>').repeat(5_000) + para('乙'));
    expect(texts(joined)).toEqual([`${'甲'.repeat(5_000)}乙`]);
    expect(joined.revisions[0]).toMatchObject({ text: '（段落标记）', rejected: '甲' });
    expect(joined.revisions[0]?.accepted).toHaveLength(5_001);
  });
});
