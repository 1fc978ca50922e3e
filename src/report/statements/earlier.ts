import { alike, positionOf, type Sentence, type Term } from './terms.js';

const EARLIER =
  /上年|去年|前一年|上一年|上年度|同期|上期|(?:建设|改造|实施|整治|治理|项目|培训|调整|优化|改革)前|原来|此前/u;

/** The figure that is told as the earlier one: 同上年10.95万元比较, 2019年度是2073.68万元, 前一年3400件. */
export function earlierTerm(
  nearby: readonly Term[],
  sentence: Sentence,
  first: Term,
  year: number | null,
): Term | null {
  for (let i = nearby.length - 1; i >= 0; i--) {
    const term = nearby[i] as Term;
    const after = sentence.terms[positionOf(sentence, term) + 1]?.lead ?? '';
    // 收入和支出总计100万元，…: 和 joins two names unless an earlier time or 相比 follows it.
    const led =
      /(?:比|较)[^，。；]{0,20}$/u.test(term.lead) ||
      /(?:与|同(?!为|样)|和)[^，。；]{0,6}(?:上年|去年|前一?年|同期|上期|年初|20\d\d年)[^，。；]{0,14}$/u.test(
        term.lead,
      ) ||
      (/(?:与|同(?!为|样)|和)[^，。；]{0,20}$/u.test(term.lead) &&
        /^(?:的)?(?:相比|比较|相较|比)/u.test(after));
    const told =
      EARLIER.test(term.lead.slice(-24)) ||
      term.label.period !== null ||
      (term.label.aspect !== null && term.label.aspect !== 'outcome');
    if (
      led &&
      told &&
      /^(?:\/[\p{Script=Han}]{1,3}?)?(?:相比|比较|相较|比|，|,|增|减|下|上|的|节|提|降|升|低|高|多|少|缩|压|回|扩|净|略|有)/u.test(
        after,
      )
    )
      return term;
    if (isEarlier(term) && !isSource(term, nearby)) return term;
  }
  // The years that the figures name decide, whatever the report's year.
  const dated = nearby.filter((term) => yearOf(term) !== null);
  // 2021年全年支出1205.42万元，2022年比2021年增加113.24万元: the year that is compared with names its figure.
  const base = BASE_YEAR.exec(first.lead)?.groups?.year;
  const named = base === undefined ? undefined : dated.findLast((term) => yearOf(term) === Number(base));
  if (named !== undefined) return named;
  const oldest = dated.reduce<Term | null>(
    (old, term) => (old === null || (yearOf(term) ?? 0) < (yearOf(old) ?? 0) ? term : old),
    null,
  );
  if (oldest === null) return null;
  if (dated.some((term) => yearOf(term) !== yearOf(oldest))) return oldest;
  const undated = nearby.some((term) => yearOf(term) === null && alike(term.mention, oldest.mention));
  const past = year !== null && (yearOf(oldest) ?? year) < year;
  return undated && past && dated.length === 1 && first.label.period === null ? oldest : null;
}

/** 上年结转12.00万元，财政拨款274.50万元，同比增加…: what was carried over is the earlier figure of a year-end balance only. */
const isSource = (term: Term, nearby: readonly Term[]): boolean =>
  term.label.concept?.id === 'opening-balance' &&
  !nearby.some((other) => other.label.concept?.id === 'closing-balance');

const BASE_YEAR = /(?:(?<own>20\d\d)年度?)?(?:比|较|与|同)(?<year>20\d\d)年度?[^，。；\d]{0,12}$/u;

/** 2024年较2023年下降5.41%: whether a figure may be this year's, of the years that the comparison names. */
export function mayBeCurrent(term: Term, first: Term): boolean {
  const named = BASE_YEAR.exec(first.lead)?.groups;
  const year = yearOf(term);
  if (named === undefined || year === null) return true;
  return named.own === undefined ? year > Number(named.year) : year === Number(named.own);
}

const yearOf = (term: Term): number | null => term.label.period?.year ?? null;

/** Whether the words call a figure an earlier year's: 上年, 前一年, 上年末结转结余. */
export function isEarlier(term: Term): boolean {
  if (term.label.concept?.id === 'opening-balance') return true;
  const period = term.label.period;
  if (period === null) return /^(?:上年|去年|前一年|上期|同期|上年同期|上年度)/u.test(term.label.name);
  return period.kind === 'relative' && period.relative === -1;
}

/** 较上年度的22.18万元减少…, 与上年18.07万元相比: a figure that only serves to be compared with is no total of what follows. */
export const isCompared = (term: Term): boolean =>
  isEarlier(term)
    ? /(?:比|较|与|同|和)[^，。；]{0,24}$/u.test(term.lead) || /^(?:相比|比较|相较)/u.test(term.tail)
    : (/(?:比|较)[^，。；]{0,24}$/u.test(term.lead) &&
        /^[^，。；]{0,2}(?:相比|增|减|下降|上升|提高|提升|回落|降|升|多|少|节约|节省|节支|压缩|压减)/u.test(
          term.tail,
        )) ||
      // 与年初预算14800万元相比
      (/^[，,；;]?(?:与|同|和)[^，。；]{0,24}$/u.test(term.lead) && /^(?:相比|比较|相较)/u.test(term.tail));
