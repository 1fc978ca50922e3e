import { dec } from '../numbers/decimal.js';
import type { Clause } from './clauses.js';
import type { Condition } from './condition.js';
import { of } from './measured/assembly.js';
import type { RawEnd, RawRange } from './range.js';

/**
 * Rules on how much something changed often say the side in words: 下降5%以上得3分，持平得1分，增长的不得分. Where the
 * indicator is a rate that falls below zero with a fall, these words are ranges of that rate.
 */

/** Rates of change, whose sign is that of the change. */
const CHANGE_RATE = /(?:变动|增长|增减|变化)(?:率|幅度|比例|情况)?$/u;
/** Rates of a fall, whose sign is the other one. */
const FALL_RATE = /(?:下降|压减|压缩|降低|减少)(?:率|幅度|比例)$/u;

/** Rates of what was altered, of which only nothing at all is told in words. */
const ADJUSTED_RATE = /调[整剂]率$/u;
const UNADJUSTED =
  /^(?:全年|年中|年度)?(?:预算)?[未无没不](?:有|进行|发生)?(?:预算)?(?:追加)?调[整剂](?:预算)?$/u;
const unadjusted = (text: string): Sign | null => (UNADJUSTED.test(text) ? 'none' : null);

type Sign = 'fall' | 'none' | 'rise' | 'no-rise' | 'no-fall';

const YEAR = '(?:上一?年度?|去年)(?:同期)?(?:预算|决算|实际)?(?:水平|数)?';
const FALL = `下降|减少|降低|负增长|为负数?|负[数值]|压减|[低少小]于${YEAR}`;
const RISE = `上升|增长|增加|上涨|正增长|为正数?|不降反升|(?:[高大多]于|超过)${YEAR}`;
const SIGNS: readonly (readonly [Sign, RegExp])[] = [
  [
    'no-rise',
    endingIn(
      `只减不增|[未不没无](?:有)?(?:${RISE})|不?(?:零增长|持平)(?:或|和|及)(?:${FALL})|(?:${FALL})或持平`,
    ),
  ],
  ['no-fall', endingIn(`只增不减|[未无没不](?:有)?(?:${FALL})`)],
  [
    'none',
    endingIn(`持平|零增长|没有变化|无变化|不变|(?:与|同|等于)?(?:${YEAR})?(?:相同|一致|相等)|等于${YEAR}`),
  ],
  ['fall', endingIn(FALL)],
  ['rise', endingIn(RISE)],
];

/** The words for a sign behind what it is said of and what that is compared with. */
function endingIn(words: string): RegExp {
  return new RegExp(
    `^([^,;。\\d]{0,16}?)(?:增长率|变动率)?(?:(?:较|比|与|同|和)?(?:上一?年度?|去年|前一?年)(?:同期)?(?:预算数?|决算数?|实际数?|支出|水平)?(?:相比)?,?|同比|环比)?(?:有所|出现|实现|呈|总额)?(?:${words})(?:趋势)?$`,
    'u',
  );
}

const GENERAL = /["'“”()]|支出|经费|资金|费用|预算|决算|总额|规模|总体|总量|实际|年末|本?年度?|数额?/gu;
const plain = (name: string): string => name.replaceAll(GENERAL, '');

/** Whether words speak of nothing but the indicator's own quantity. */
const isOwn = (words: string, indicator: string): boolean => plain(indicator).includes(plain(words));

function signOf(text: string, indicator: string): Sign | null {
  for (const [sign, pattern] of SIGNS) {
    const match = pattern.exec(text);
    if (match !== null) return isOwn(match[1] ?? '', indicator) ? sign : null;
  }
  return null;
}

const ZERO = { value: dec(0), measure: 'rate' } as const;
const at = (closed: boolean): RawEnd => ({ quantity: ZERO, closed });
const RANGES: Readonly<Record<Sign, RawRange>> = {
  fall: { low: null, high: at(false) },
  none: { low: at(true), high: at(true) },
  rise: { low: at(false), high: null },
  'no-rise': { low: null, high: at(true) },
  'no-fall': { low: at(true), high: null },
};

/** The clauses with what they say of a sign in words as ranges of the indicator's rate. */
export function withSigns(clauses: readonly Clause[], printed: string): readonly Clause[] {
  const indicator = printed.replaceAll(/["'“”()]/gu, '');
  const falls = FALL_RATE.test(indicator);
  const adjusts = ADJUSTED_RATE.test(indicator);
  if (!falls && !adjusts && !CHANGE_RATE.test(indicator)) return clauses;
  const outcomes = of(clauses, 'outcome');
  const signs = new Map(
    outcomes.map((clause) => [clause, adjusts ? unadjusted(clause.text) : signOf(clause.text, indicator)]),
  );
  const told = [...signs.values()].flatMap((sign) => sign ?? []);
  const steps = of(clauses, 'steps');
  const counted = of(clauses, 'band').length > 0 || steps.some(({ size }) => size.measure === 'rate');
  const settled = counted ? told.length > 0 : told.length > 1 && told.length === outcomes.length;
  const level = told.includes('none');
  const ranged = clauses.map((clause): Clause => {
    const sign = settled && clause.kind === 'outcome' ? signs.get(clause) : null;
    if (clause.kind !== 'outcome' || !sign) return clause;
    // 减少的得2分，每增加5%扣0.5分: of what is the same nothing is taken.
    const kept = sign === 'fall' && steps.length > 0 && !level ? RANGES['no-rise'] : RANGES[sign];
    const range = falls ? negated(kept) : kept;
    return {
      kind: 'band',
      condition: { subject: '', ranges: [range], absolute: false },
      award: clause.award,
    };
  });
  return falls || adjusts || steps.length > 0 ? ranged : withFalls(ranged, indicator);
}

const BY_SO_MUCH =
  /^(.{0,16}?)(?:(?:较|比|与|同|和)(?:上一?年度?|去年|前一?年)(?:同期)?(?:预算数?|决算数?|实际数?)?(?:相比)?,?|同比)?(?:有所)?(?:(下降|减少|降低|压减|压缩|缩减)|增长|增加|上升|上涨|提高)(?:了|达|幅度|比例|率)?(?:在|达到)?$/u;

/** 下降5%以上 as ≤-5% of a rate of change; a range without a name goes on in the direction of the one before it. */
function withFalls(clauses: readonly Clause[], indicator: string): readonly Clause[] {
  let down = false;
  return clauses.map((clause) => {
    if (clause.kind !== 'band') return clause;
    const { condition } = clause;
    const named = BY_SO_MUCH.exec(condition.subject);
    if (named !== null && !isOwn(named[1] ?? '', indicator)) return clause;
    if (named !== null) down = named[2] !== undefined;
    else if (condition.subject !== '') down = false;
    const own = named === null ? condition : { ...condition, subject: '' };
    return { ...clause, condition: down && named === null && isZero(condition) ? own : turned(own, down) };
  });
}

const isZero = ({ ranges }: Condition): boolean =>
  ranges.every(({ low, high }) => [low, high].every((end) => end?.quantity.value.isZero() ?? true));

/** 下降不足5% is still a fall: as a rate of change it ends at zero. */
const turned = (condition: Condition, down: boolean): Condition =>
  down
    ? {
        ...condition,
        ranges: condition.ranges
          .map(negated)
          .map(({ low, high }) => ({ low, high: high ?? { quantity: ZERO, closed: null } })),
      }
    : condition;

const negated = ({ low, high }: RawRange): RawRange => ({ low: minus(high), high: minus(low) });

const minus = (end: RawEnd | null): RawEnd | null =>
  end === null
    ? null
    : {
        ...end,
        quantity: { ...end.quantity, value: end.quantity.value.isZero() ? dec(0) : end.quantity.value.neg() },
      };
