import type { FoundDate } from '../../language/dates.js';
import { scanDates } from '../../language/dates.js';
import { defineRule } from '../rule.js';
import { printedTexts } from '../texts.js';

interface Data {
  readonly raw: string;
  readonly why: string;
}

/** 2月30日, 13月 and 2023年2月29日. */
export default defineRule<Data>({
  id: 'period/impossible-date',
  severity: 'error',
  title: '日期不存在',
  summary: '日历上没有的日期：2月30日、13月、平年的2月29日',
  basis: '公历：一年十二个月，二月平年28天、闰年29天，四、六、九、十一月30天。',
  example: '“截至2023年2月29日”：2023年不是闰年，2月只有28天。',
  limits: [
    '不带年份的“2月29日”不判断，因为不知道是哪一年。',
    '不带年份、不带日的“13月”可能是“历时13个月”的简写，不判断。',
  ],
  *check({ report }) {
    for (const { text, where } of printedTexts(report)) {
      if (!/[月/.-]/u.test(text)) continue;
      for (const date of scanDates(text))
        if (!date.valid && isCertain(date))
          yield {
            data: { raw: date.raw, why: why(date) },
            evidence: [{ text, where }],
            claimed: date.raw,
            expected: null,
          };
    }
  },
  message: ({ raw, why }) => `“${raw}”不是日历上的日期：${why}。`,
  suggestion: () => '核对原始资料，改为实际日期。',
});

/** A month alone, or a day alone, may be a span of time; 2023.13.1 may be a clause or version number. */
function isCertain(date: FoundDate): boolean {
  if (date.month === null) return false;
  if (date.raw.includes('.')) return date.month <= 12 && (date.day ?? 0) > 28 && (date.day ?? 0) <= 31;
  return date.year !== null || date.day !== null;
}

function why(date: FoundDate): string {
  const { year, month, day } = date;
  if (month === null || month < 1 || month > 12) return `一年没有${month ?? ''}月`;
  const days = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  return `${year === null ? '' : `${year}年`}${month}月只有${days}天，没有${day ?? ''}日`;
}
