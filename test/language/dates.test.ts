import { describe, expect, it } from 'vitest';
import { scanDates } from '../../src/language/dates.ts';

const read = (text: string): readonly string[] =>
  scanDates(text).map((d) =>
    [d.kind, d.year, d.endYear, d.month, d.day, d.relative, d.valid ? '' : 'impossible']
      .filter((part) => part !== null && part !== '')
      .join(' '),
  );

describe('years and dates', () => {
  it.each<readonly [string, ...string[]]>([
    ['2023年度收支', 'year 2023'],
    ['２０２３年', 'year 2023'],
    ['二〇二三年', 'year 2023'],
    ['二○二三年度', 'year 2023'],
    ['2021—2025年规划', 'years 2021 2025'],
    ['2021年至2025年', 'years 2021 2025'],
    ['2023年12月31日在职', 'date 2023 12 31'],
    ['2023-12-31', 'date 2023 12 31'],
    ['2023.6.5', 'date 2023 6 5'],
    ['2023年6月', 'month 2023 6'],
    ['2023年2月30日', 'date 2023 2 30 impossible'],
    ['2023年13月', 'month 2023 13 impossible'],
    ['2月30日', 'date 2 30 impossible'],
    ['2月29日', 'date 2 29'],
    ['2023年2月29日', 'date 2023 2 29 impossible'],
    ['2024年2月29日', 'date 2024 2 29'],
    ['比上年增加，较去年同期', 'relative -1', 'relative -1'],
    ['上年度和本年度', 'relative -1', 'relative 0'],
    ['与上一年度相比', 'relative -1'],
    ['财预〔2020〕10号'],
    ['支出2023.50万元'],
    ['12023年'],
    ['1.2023年营造林', 'year 2023'],
    ['2.2021—2025年规划', 'years 2021 2025'],
    ['支出3.20万元'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('gives offsets of the verbatim words', () => {
    const text = '截至 2022 年 12 月 31 日在职';
    const [date] = scanDates(text);
    expect(date?.raw).toBe('2022 年 12 月 31 日');
    expect(text.slice(date?.start, date?.end)).toBe(date?.raw);
  });
});
