import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, joinLines } from '../../../src/documents/docx/text.ts';

describe('lines that soft breaks made', () => {
  it.each([
    ['a figure broken after its point', '收入752.\n48万元', '收入752.48万元'],
    ['a figure broken before its point', '收入752\n.48万元', '收入752.48万元'],
    ['a figure broken in its digits', '得分9\n7分', '得分97分'],
    ['a figure and its percent sign', '占20.54\n%，', '占20.54%，'],
    ['a figure and its unit', '收入752.48\n万元', '收入752.48万元'],
    ['full-width figures', '７５２．\n４８', '７５２．４８'],
    ['a title over two lines', '某某局2023年度\n整体支出绩效自评报告', '某某局2023年度整体支出绩效自评报告'],
    ['a clause that goes on', '完成率95%，\n得2分', '完成率95%，得2分'],
    ['sentences', '得1分；\n得2分。', '得1分；\n得2分。'],
    ['list items', '经费管理\n（二）人员', '经费管理\n（二）人员'],
    ['items with digits', '甲项\n1.乙项', '甲项\n1.乙项'],
    ['a year is no item', '截至\n2023年', '截至2023年'],
    ['labels', '评价机构甲\n评价时间：2024年', '评价机构甲\n评价时间：2024年'],
    ['two columns of figures', '100\n97', '100\n97'],
    ['rates one under the other', '95%\n100%', '95%\n100%'],
    ['Latin words', 'performance\nreport', 'performance report'],
    ['a tab inside a figure', '752.\t48万元', '752.48万元'],
    ['a tab between figures', '100.00\t97.00', '100.00 97.00'],
    ['breaks at the ends', '\n得分97分\n\n', '得分97分'],
  ])('%s', (_, raw, text) => {
    expect(joinLines(raw)).toBe(text);
  });

  it('in a cell a break between words stays, inside a figure it does not', () => {
    expect(joinLines('领导班子\n考核', true)).toBe('领导班子\n考核');
    expect(joinLines('4.\n5', true)).toBe('4.5');
    expect(joinLines('培训8\n期', true)).toBe('培训8期');
  });
});

describe('characters', () => {
  it.each([
    ['zero-width', '万\u200b元\ufeff', '万元'],
    ['soft hyphen', '20.5\u00ad4%', '20.54%'],
    ['no-break hyphen', '\u20110.81', '-0.81'],
    ['no-break space between thousands', '1\u00a0400余人', '1400余人'],
    ['thin space between thousands', '1\u2009400\u2009000元', '1400000元'],
    ['no-break space between two figures is kept apart', '97\u00a010', '97 10'],
    ['a plain blank is kept', '5 500', '5 500'],
    ['an ideographic space is kept', '填报单位：　　', '填报单位：　　'],
  ])('%s', (_, raw, text) => {
    expect(clean(raw).text).toBe(text);
  });

  it('overrides and controls are told, direction marks alone are not', () => {
    expect(clean('得分\u202e69\u202c分')).toMatchObject({ text: '得分69分', turned: true });
    expect(clean('得分\u200e69分')).toMatchObject({ text: '得分69分', turned: false });
    expect(clean('\u001b[31m')).toMatchObject({ text: '[31m', controls: true });
  });

  it('neither adds nor drops a digit', () => {
    const digits = (text: string) => text.replace(/[^0-9]/g, '');
    const character = fc.constantFrom(...'0123456789.,%，。：（）一万元年率 \t\n\u00a0\u2009\u200b\u3000A');
    fc.assert(
      fc.property(
        fc.array(character).map((all) => all.join('')),
        fc.boolean(),
        (raw, inCell) => {
          expect(digits(joinLines(clean(raw).text, inCell))).toBe(digits(raw));
        },
      ),
    );
  });
});
