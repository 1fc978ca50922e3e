import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/index.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { UnreadableError } from '../../../src/documents/model.ts';
import { cell, docx, para, run, table } from '../../support/docx-package.ts';

const LIMITS = { ...DEFAULT_LIMITS, unpackedBytes: 5_000_000, paragraphs: 2_000, cells: 5_000 };
/** One small report with every kind of markup the reader looks at. */
const SAMPLE = docx(
  [
    para('2023年度自评报告', '<w:pStyle w:val="1"/>'),
    para(
      run('得分') +
        `<w:del w:id="1"><w:r><w:delText>92</w:delText></w:r></w:del><w:ins w:id="2">${run('97')}</w:ins>` +
        run('分'),
    ),
    para(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\f(1,2) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('3')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:sym w:font="Symbol" w:char="F0A3"/><w:tab/><w:br/></w:r>`,
    ),
    para(
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    ),
    table(
      ['一级指标', '分值', '得分'],
      [cell('投入', '<w:vMerge w:val="restart"/>'), '3', '2'],
      [cell('', '<w:vMerge/>'), cell('合计', '<w:gridSpan w:val="2"/>')],
    ),
    '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    para(
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    ),
  ].join(''),
  {
    styles:
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    footnotes: `<w:footnote w:id="1">${para('注')}</w:footnote>`,
    header: para('页眉'),
  },
);

/** Reading ends in a document or in UnreadableError. */
async function survives(bytes: Uint8Array): Promise<void> {
  try {
    const document = await readDocx(bytes, LIMITS);
    for (const block of document.blocks)
      if (block.kind === 'table')
        for (const { row, column, rowSpan, colSpan } of block.cells) {
          expect(row + rowSpan - 1).toBeLessThanOrEqual(block.rowCount);
          expect(column + colSpan - 1).toBeLessThanOrEqual(block.columnCount);
        }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    expect(error.message).toMatch(/请/);
  }
}

const MAIN = 'word/document.xml';
const withMain = (xml: string): Uint8Array => zipSync({ ...unzipSync(SAMPLE), [MAIN]: strToU8(xml) });
const xml = strFromU8(unzipSync(SAMPLE)[MAIN] ?? new Uint8Array());
const tokens = xml.match(/<[^>]*>|[^<]+/g) ?? [];

describe('mutated files', () => {
  it('the sample itself is read', async () => {
    const { blocks, revisions } = await readDocx(SAMPLE, LIMITS);
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rowCount))).toEqual([
      '2023年度自评报告',
      '得分97分',
      '3≤',
      '1/2',
      3,
      '',
      '框',
    ]);
    expect(revisions).toHaveLength(2);
  });

  it('bytes changed, cut or repeated', async () => {
    const change = fc.record({ at: fc.nat(SAMPLE.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.nat(SAMPLE.length),
        async (changes, cut) => {
          const bytes = SAMPLE.slice();
          for (const { at, to } of changes) bytes[at] = to;
          await survives(bytes);
          await survives(bytes.slice(0, cut));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tags and words dropped, doubled, moved or replaced', async () => {
    const edit = fc.record({
      at: fc.nat(tokens.length - 1),
      from: fc.nat(tokens.length - 1),
      how: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const changed = [...tokens];
        for (const { at, from, how } of edits) {
          const other = tokens[from] ?? '';
          if (how === 0) changed[at] = '';
          else if (how === 1) changed[at] = `${changed[at]}${changed[at]}`;
          else if (how === 2) changed[at] = other;
          else changed[at] = `${other}${changed[at]}`;
        }
        await survives(withMain(changed.join('')));
      }),
      { numRuns: 200 },
    );
  });

  it('whole elements put in odd places: well-formed, but no Word would write it', async () => {
    const names = [
      'p',
      'r',
      't',
      'tbl',
      'tr',
      'tc',
      'ins',
      'del',
      'sdt',
      'sdtContent',
      'hyperlink',
      'drawing',
      'pict',
      'fldSimple',
      'fldChar',
      'sym',
      'txbxContent',
      'moveTo',
      'customXml',
    ];
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(
          '得分97分',
          '<w:br/>',
          '<w:tab/>',
          '<w:vMerge/>',
          '<w:fldChar w:fldCharType="begin"/>',
          '<w:fldChar w:fldCharType="end"/>',
        ),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inner]) => `<w:${name}>${inner.join('')}</w:${name}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 6 }), (nodes) => survives(docx(nodes.join('')))),
      { numRuns: 200 },
    );
  });

  it('attributes with values that mean nothing', async () => {
    const value = fc.constantFrom(
      '-1',
      '1e9',
      '',
      'NaN',
      '99999999999999999999',
      '0',
      '%1%2%9',
      'restart',
      '一',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 8, maxLength: 8 }), async (v) => {
        const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="${v[0]}"><w:start w:val="${v[1]}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${v[2]}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="${v[3]}"><w:startOverride w:val="${v[4]}"/></w:lvlOverride></w:num>`;
        const body =
          para(
            '甲',
            `<w:numPr><w:ilvl w:val="${v[5]}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="${v[6]}"/>`,
          ) +
          `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="${v[7]}"/></w:trPr>${cell('乙', `<w:gridSpan w:val="${v[0]}"/><w:vMerge w:val="${v[1]}"/><w:tcW w:w="${v[2]}" w:type="dxa"/>`)}</w:tr>${`<w:tr>${cell('丙')}${cell('丁')}</w:tr>`}</w:tbl>`;
        await survives(docx(body, { numbering }));
      }),
      { numRuns: 100 },
    );
  });
});
