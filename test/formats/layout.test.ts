import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, pad, table, wrap } from '../../src/formats/layout.ts';
import { clip, printable, printableLines } from '../../src/formats/printable.ts';

describe('wrapping', () => {
  it('breaks Chinese at the edge and keeps numbers whole', () => {
    expect(wrap('支出决算752.48万元', 12)).toEqual(['支出决算', '752.48万元']);
  });

  it('lets a closing sign hang rather than begin a line with it', () => {
    expect(wrap('一二三四五，六', 10)).toEqual(['一二三四五，', '六']);
  });

  it('parts no closing sign from its word, and no opening one', () => {
    expect(wrap('一二三四五六）。七', 12)).toEqual(['一二三四五', '六）。七']);
    expect(wrap('一二三四五（六', 12)).toEqual(['一二三四五', '（六']);
  });

  it('loses nothing but the blanks at the breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 40 }), (words, width) => {
        const one = printable(words);
        expect(wrap(one, width).join('').replace(/\s/gu, '')).toBe(one.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('tables', () => {
  it('aligns columns by what shows on the terminal', () => {
    const lines = table(
      [
        { title: '指标', most: 30 },
        { title: '得分', align: 'right', most: 8 },
      ],
      [
        ['控制率', '1'],
        ['abc', '12.5'],
      ],
    );
    expect(lines).toEqual(['指标    得分', '控制率     1', 'abc     12.5']);
    expect(new Set(lines.map(columns)).size).toBe(1);
    expect(columns(pad('控制', 10))).toBe(10);
  });
});

describe('text that others wrote', () => {
  it.each([
    ['\u001b[31m红', '⟨U+001B⟩[31m红'],
    ['得分\u202e69\u202c分', '得分⟨U+202E⟩69⟨U+202C⟩分'],
    ['\u009d0;x\u0007', '⟨U+009D⟩0;x⟨U+0007⟩'],
    ['合\u200b计', '合⟨U+200B⟩计'],
    ['第一行\n第二行\t末', '第一行 ⏎ 第二行 末'],
    ['普通文字 97 分。', '普通文字 97 分。'],
  ])('%j is shown as %j', (given, expected) => {
    expect(printable(given)).toBe(expected);
  });

  it('keeps line breaks where an output can hold them', () => {
    expect(printableLines('一\r\n二\u0007')).toBe('一\n二⟨U+0007⟩');
  });

  it('clips a long quote and keeps its end', () => {
    const clipped = clip(`${'长'.repeat(500)}末尾`, 100);
    expect(clipped.length).toBeLessThan(110);
    expect(clipped.endsWith('末尾')).toBe(true);
  });
});
