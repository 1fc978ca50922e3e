import { numeral } from '../language/numerals.js';
import type { Decimal } from '../numbers/decimal.js';
import { isPoint } from '../numbers/interval.js';
import type { Outcome, Point } from './expression.js';

/** 符合一项, 每满足1条要求: one of several things alike. */
const ONE =
  /^(?:每|凡)?(?:符合|满足|具备|达到|做到|完成|有)(?:其中|以上|上述)?的?(?:任意)?(?:1|一)(?:项|条|点|个|款)(?:要求|要点|标准|条件|内容)?的?$/u;
/** Whether an outcome is that of one of several things alike. */
export const isOneOfAll = (text: string): boolean => ONE.test(text);

const ALL =
  /^(?:以上|上述|各项)?(?:全部|均|都|完全)(?:符合|满足|具备|达到|做到|完成)(?:要求|要点|标准|条件|上述要求)?的?$/u;
const ALL_COUNTED =
  /^(?:符合|满足|达到|具备)(?:以上|上述|前述|全部)?(?:\d{1,2}|[二两三四五六七八九十])(?:项|条|点|个)(?:全部)?(?:评价)?(?:要求|标准|条件|要点|内容)?的?$/u;

/** Whether an outcome is that of everything counted being met: 符合上述4项要求. */
export const isAllCounted = (text: string): boolean => ALL_COUNTED.test(text);

const NONE =
  /^(?:(?:以上|上述|各项)?(?:全部|均|都|全)(?:不|未)|(?:1|一)(?:项|条|点|个)(?:都|均|也)?(?:不|未))(?:符合|满足|具备|达到|做到|完成)(?:要求|要点|标准|条件)?的?$/u;

/** 每符合一项得2分 behind items that each print 2分 says nothing new. */
export const isEachOfAll = ({ text, score }: Outcome, items: readonly Outcome[]): boolean =>
  ONE.test(text) && items.every((item) => item.score.low.eq(score.low) && item.score.high.eq(score.high));

/** 符合1项得1分，全部符合得满分: so many points alike as make up the full mark; null for anything else. */
export function pointsAlike(outcomes: readonly Outcome[], full: Decimal | null): Point[] | null {
  const rest = outcomes.filter(
    ({ text, score }) =>
      !(ALL.test(text) && full !== null && score.low.eq(full)) && !(NONE.test(text) && score.high.isZero()),
  );
  const [only, ...more] = rest;
  if (only === undefined || more.length > 0 || !isPoint(only.score)) return null;
  const stated = countOf(only.text);
  if (stated === null && !ONE.test(only.text)) return null;
  const each = only.score.high;
  if (full === null || !each.gt(0) || !full.mod(each).isZero()) return null;
  const count = full.div(each).toNumber();
  if (count > 30 || (stated !== null && stated !== count)) return null;
  const text = stated !== null ? '每符合一项' : only.text.startsWith('每') ? only.text : `每${only.text}`;
  return Array.from({ length: count }, () => ({ text, score: only.score, partial: false }));
}

const COUNTED =
  /^(?:以上|上述|前述|共)?(?:评价)?(\d{1,2}|[二两三四五六七八九十])(?:项|点|条|个方面|个要点)(?:内容|要点|要求|指标)?,?(?:每项|各)$/u;

/** 以上4项各1分. */
function countOf(text: string): number | null {
  const count = COUNTED.exec(text)?.[1];
  if (count === undefined) return null;
  return /\d/u.test(count) ? Number(count) : (numeral(count === '两' ? '二' : count)?.toNumber() ?? null);
}
