import { scanDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { segments, stretchAt } from '../../language/sentences.js';
import type { Goal } from '../model.js';

/** The last year of the five-year plan that words name with its end: “十四五”末, 十四五规划期末. */
const PLAN_END =
  /(?<plan>十[一二三四五六七])五["'”’]?(?:规划|计划)?(?:时期|期间|期)?(?:的)?(?:末|期末|结束|收官|完成时)/gu;
const FIRST_PLAN_END = 2010;
const PLANS = '一二三四五六七';
/** A plan over several years, without saying which: 三年内, 中长期. */
const OVER_YEARS = /(?:[两二三四五十]|\d)年(?:之?内|规划|行动|期)|中长期|长期目标|远期|未来/u;
const NEXT = /明年|次年|下一?年度?/u;

/** Whether a goal is set for a later year than the report's: 到2025年建成水文站12座 in a report for 2023. */
export function isForLater(goal: Goal, reportYear: number | null): boolean {
  const words = wordsBefore(goal);
  const due = dueYear(words);
  if (due !== null) return reportYear !== null && due > reportYear;
  return OVER_YEARS.test(`${words}${goal.quote.where.section ?? ''}`) || NEXT.test(words);
}

/** The words of the goal's own part of its text, up to its figure, and its name. */
function wordsBefore({ mention, name }: Goal): string {
  if (mention === null) return fold(name);
  const part = stretchAt(segments(mention.text), mention.start);
  return fold(`${name}，${mention.text.slice(part?.start ?? 0, mention.start)}`);
}

/** The last year that the words name: it is what the figure behind them is due in. */
function dueYear(words: string): number | null {
  let due: number | null = null;
  let at = -1;
  for (const date of scanDates(words)) {
    const year = date.endYear ?? date.year;
    if (year !== null && date.start > at) [due, at] = [year, date.start];
  }
  for (const match of words.matchAll(PLAN_END)) {
    if (match.index <= at) continue;
    const plan = PLANS.indexOf(match.groups?.plan?.[1] ?? '');
    [due, at] = [FIRST_PLAN_END + 5 * plan, match.index];
  }
  return due;
}
