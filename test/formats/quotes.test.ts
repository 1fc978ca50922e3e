import { describe, expect, it } from 'vitest';
import { quoteLines, quoteWords } from '../../src/formats/quotes.ts';
import { at } from '../support/result.ts';

const cell = (quote: string, row: number, table = 2, column = 8) => ({
  quote,
  where: at({ page: row > 3 ? 10 : 9, section: '附件', table, row, column }),
});

describe('the quotes of a finding', () => {
  it('tells the rows of a sum together, every quote kept', () => {
    const rows = ['3', '5', '1', '0', '2'].map((score, index) => cell(score, index + 1));
    const lines = quoteLines([{ quote: '得分97分', where: at({ paragraph: 63 }) }, ...rows]);
    expect(lines.map((line) => quoteWords(line, 100))).toEqual([
      '“得分97分”（第63段）',
      '“3”“5”“1”“0”“2”（第9—10页，附件，表2第1—5行第8列）',
    ]);
  });

  it('keeps few cells, long cells, and cells of other columns apart', () => {
    expect(quoteLines([cell('3', 1), cell('5', 2), cell('8', 3)])).toHaveLength(3);
    expect(
      quoteLines([1, 2, 3, 4].map((row) => cell('绩效目标合理性的评价标准说明文字很长', row))),
    ).toHaveLength(4);
    expect(quoteLines([1, 2, 3, 4].map((column) => cell('3', 1, 2, column)))).toHaveLength(4);
    expect(quoteLines([])).toEqual([]);
  });

  it('shows a quote once, and not within a longer one of the same place', () => {
    const line = (quote: string, paragraph: number) => ({ quote, where: at({ paragraph }) });
    const shown = quoteLines([
      line('编制35名', 7),
      line('编制35名，在职43人。', 7),
      line('编制35名，在职43人。', 7),
      line('编制35名', 9),
      { quote: '1', where: at({}) },
      { quote: '1', where: at({}) },
    ]);
    expect(shown.map(({ quotes, place }) => [...quotes, place])).toEqual([
      ['编制35名，在职43人。', '第7段'],
      ['编制35名', '第9段'],
      ['1', ''],
      ['1', ''],
    ]);
  });
});
