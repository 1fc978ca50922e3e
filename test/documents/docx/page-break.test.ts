import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { cell, docx, para, run, table } from '../../support/docx-package.ts';
import { paragraphsOf, rowsOf, tablesOf } from '../../support/printed.ts';

const BREAK = '<w:r><w:br w:type="page"/></w:r>';
const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const read = (body: string) => readDocx(docx(body, { numbering }), DEFAULT_LIMITS);

describe('a page break inside a paragraph', () => {
  it.each([
    [
      'parts it in two',
      run('（此页为封面）') + BREAK + run('一、部门概况'),
      ['（此页为封面）', '一、部门概况'],
    ],
    [
      'parts it within one run',
      '<w:r><w:t>封面</w:t><w:br w:type="page"/><w:t>正文</w:t></w:r>',
      ['封面', '正文'],
    ],
    [
      'parts it as often as it stands',
      run('一') + BREAK + BREAK + run('二') + BREAK + run('三'),
      ['一', '二', '三'],
    ],
    ['before all words parts nothing', BREAK + run('一、部门概况'), ['一、部门概况']],
    ['behind all words parts nothing', run('一、部门概况') + BREAK, ['一、部门概况']],
    [
      'is none when only the layout of an earlier print is kept',
      `${run('752.')}<w:r><w:lastRenderedPageBreak/></w:r>${run('48万元')}`,
      ['752.48万元'],
    ],
    ['is none when it ends a line', `${run('752.')}<w:r><w:br/></w:r>${run('48万元')}`, ['752.48万元']],
  ])('%s', async (_what, content, expected) => {
    expect(paragraphsOf(await read(para(content)))).toEqual(expected);
  });

  it('leaves the list number with the first part alone', async () => {
    const { blocks } = await read(para(run('甲') + BREAK + run('乙'), NUMBERED) + para(run('丙'), NUMBERED));
    expect(blocks.map((block) => (block.kind === 'paragraph' ? [block.number, block.text] : []))).toEqual([
      ['1.', '甲'],
      [null, '乙'],
      ['2.', '丙'],
    ]);
  });

  it('in a cell parts its paragraphs', async () => {
    const [found] = tablesOf(await read(table(['说明', cell(para(run('甲') + BREAK + run('乙')))])));
    expect(found?.cells[1]?.text).toBe('甲\n乙');
  });
});

describe('a cell that spans further than any column', () => {
  const wide = (span: number, text: string): string => cell(text, `<w:gridSpan w:val="${span}"/>`);

  it('ends where the other rows end', async () => {
    const [found] = tablesOf(
      await read(table(['指标', '分值', '得分'], ['预算完成率', '50', '48'], ['合计', wide(9, '96')])),
    );
    expect(found?.gridCertain).toBe(true);
    expect(found && rowsOf(found)).toEqual([
      ['指标', '分值', '得分'],
      ['预算完成率', '50', '48'],
      ['合计', '96', '96'],
    ]);
  });

  it('keeps its span where some row reaches as far', async () => {
    const [found] = tablesOf(
      await read(table(['指标', '分值', '得分'], ['预算完成率', wide(2, '48')], ['合计', '100', '96'])),
    );
    expect(found?.columnCount).toBe(3);
    expect(found && rowsOf(found)[1]).toEqual(['预算完成率', '48', '48']);
  });
});
