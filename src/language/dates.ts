import { fold } from './fold.js';
import { remembered } from './memo.js';
import { numeral } from './numerals.js';

/** A year, month or day in a text, at its offsets there. */
export interface FoundDate {
  /**
   * year: 2023年度; years: 2021—2025年 (from `year` to `endYear`); month: 2023年6月 or 6月; date: 2023年2月30日;
   * relative: 上年, 本年度, told from the report's year by `relative`.
   */
  readonly kind: 'year' | 'years' | 'month' | 'date' | 'relative';
  readonly year: number | null;
  /** Last year of a range, else null. */
  readonly endYear: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Years from the report's year: 0 for 本年, -1 for 上年; null when a year is named. */
  readonly relative: number | null;
  /** False for 13月 and 2月30日. */
  readonly valid: boolean;
  /** Verbatim. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const DIGIT_YEAR = '(?:19|20)\\d{2}';
const WORD_YEAR = '[一二][零一二三四五六七八九○]{3}';
const YEAR = `(?:${DIGIT_YEAR}|${WORD_YEAR})`;
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const GAP = '[ \\t\\n]{0,3}';
const DASH = '(?:-{1,2}|—{1,2}|~|～|至|到)';

/** The forms of dates, the longest first. Every quantifier is bounded, so a scan is linear. */
const FORMS = new RegExp(
  [
    // 2021—2025年, 2021年至2025年
    `(?<!\\d)(?<from>${YEAR})${GAP}(?:年度?)?${GAP}${DASH}${GAP}(?<to>${YEAR})${GAP}年度?`,
    // 2023年, 2023年度, 2023年6月, 2023年12月31日; the number of a list may stand right before: 1.2023年
    `(?<!\\d)(?<year>${YEAR})${GAP}年(?:度|份|底|末|初)?(?:${GAP}(?<month>${NUMBER})${GAP}月份?(?:${GAP}(?<day>${NUMBER})${GAP}[日号])?)?`,
    // 2023-12-31, 2023.12.31, 2023/12/31
    `(?<![\\d.])(?<isoYear>${DIGIT_YEAR})(?<sep>[-./])(?<isoMonth>\\d{1,2})\\k<sep>(?<isoDay>\\d{1,2})(?![\\d.])`,
    // 6月, 6月30日, 1-6月
    `(?<![\\d.])(?:\\d{1,2}${GAP}${DASH}${GAP})?(?<onlyMonth>\\d{1,2})${GAP}月(?!度计划)份?(?:${GAP}(?<onlyDay>\\d{1,2})${GAP}[日号])?`,
    `(?<wordMonth>十[一二]?|[一二三四五六七八九])月(?:份|(?<wordDay>[一二三四五六七八九十]{1,3})日)`,
    `(?<![\\d.])(?<dayAlone>\\d{1,2})日(?!常)`,
    '(?<relative>(?<!加)上一?年度?|去年|前一年度?|上一个年度|本年度?|今年|当年度?|本年度|次年|下一?年度?|明年)',
  ].join('|'),
  'gu',
);

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:上|去|前)/u, -1],
  [/^(?:本|今|当)/u, 0],
  [/^(?:次|下|明)/u, 1],
];

/** The years and dates of a text, left to right. */
export const scanDates = remembered((text: string): readonly FoundDate[] => {
  const folded = fold(text);
  const found: FoundDate[] = [];
  for (const match of folded.matchAll(FORMS)) {
    const g = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const place = { raw: text.slice(start, end), start, end };
    const relative = g.relative;
    if (relative !== undefined) {
      // 上年末, 本年底 belong to the year; 半年, 每年, 历年 never match.
      const by = RELATIVE.find(([word]) => word.test(relative))?.[1] ?? 0;
      found.push({ ...NOTHING, ...place, kind: 'relative', relative: by });
    } else if (g.from !== undefined) {
      found.push({ ...NOTHING, ...place, kind: 'years', year: value(g.from), endYear: value(g.to) });
    } else {
      const year = value(g.year ?? g.isoYear);
      const month = value(g.month ?? g.isoMonth ?? g.onlyMonth ?? g.wordMonth);
      const day = value(g.day ?? g.isoDay ?? g.onlyDay ?? g.wordDay ?? g.dayAlone);
      const kind = day !== null ? 'date' : month !== null ? 'month' : 'year';
      found.push({ ...NOTHING, ...place, kind, year, month, day, valid: exists(year, month, day) });
    }
  }
  return found;
});

const NOTHING: Omit<FoundDate, 'kind' | 'raw' | 'start' | 'end'> = {
  year: null,
  endYear: null,
  month: null,
  day: null,
  relative: null,
  valid: true,
};

function value(words: string | undefined): number | null {
  if (words === undefined) return null;
  if (/^\d+$/u.test(words)) return Number(words);
  return numeral(words.replaceAll('○', '零'))?.toNumber() ?? null;
}

/** Whether the calendar has this day; without a year 2月29日 is taken to exist. */
function exists(year: number | null, month: number | null, day: number | null): boolean {
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day === null) return true;
  if (day < 1 || day > 31) return false;
  if (month === null) return true;
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}
