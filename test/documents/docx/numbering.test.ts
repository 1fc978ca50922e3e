import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/index.ts';
import { listNumeral } from '../../../src/documents/docx/numerals.ts';
import { DEFAULT_LIMITS } from '../../../src/documents/limits.ts';
import { docx, para } from '../../support/docx-package.ts';

describe('number formats', () => {
  it.each([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['chineseCountingThousand', 10_005, '一万零五'],
    ['ideographDigital', 2023, '二〇二三'],
    ['chineseLegalSimplified', 10, '壹拾'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 1, '子'],
    ['decimalZero', 7, '07'],
    ['decimalEnclosedCircleChinese', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedFullstop', 4, '⒋'],
    ['ideographEnclosedCircle', 2, '㊁'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['somethingNew', 5, '5'],
  ])('%s %i is %s', (format, value, printed) => {
    expect(listNumeral(format, value)).toBe(printed);
  });
});

const level = (ilvl: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: readonly string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (numId: number, ilvl: number) =>
  para('项', `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
const numbers = async (numbering: string, ...items: readonly string[]) => {
  const { blocks } = await readDocx(docx(items.join(''), { numbering }), DEFAULT_LIMITS);
  return blocks.map((block) => (block.kind === 'paragraph' ? block.number : ''));
};

describe('lists', () => {
  const three = list(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'decimal', '%1.%2'),
    level(2, 'bullet', '●'),
  );

  it('lower levels restart, upper levels are quoted, bullets are no numbers', async () => {
    expect(
      await numbers(
        three + num(1, 0),
        item(1, 0),
        item(1, 1),
        item(1, 1),
        item(1, 2),
        item(1, 0),
        item(1, 1),
      ),
    ).toEqual(['一、', '一.1', '一.2', null, '二、', '二.1']);
  });

  it('legal numbering prints upper levels in digits', async () => {
    const legal = list(0, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
    expect(await numbers(legal + num(1, 0), item(1, 0), item(1, 1))).toEqual(['一、', '1.1']);
  });

  it('instances of one list count on together; an override restarts once', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    expect(
      await numbers(
        three + num(1, 0) + num(2, 0) + num(3, 0, override),
        item(1, 0),
        item(2, 0),
        item(3, 0),
        item(3, 0),
      ),
    ).toEqual(['一、', '二、', '五、', '六、']);
  });

  it('a level that never restarts goes on', async () => {
    const steady = list(0, level(0, 'decimal', '%1'), level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>'));
    expect(await numbers(steady + num(1, 0), item(1, 0), item(1, 1), item(1, 0), item(1, 1))).toEqual([
      '1',
      '1',
      '2',
      '2',
    ]);
  });

  it('a list that does not exist numbers nothing', async () => {
    expect(await numbers(three + num(1, 9), item(1, 0), item(7, 0))).toEqual([null, null]);
  });
});
