import type { ChangeStatement } from '../model.js';
import { candidates, type Pair, type Telling } from './compared.js';
import { earlierTerm, isEarlier } from './earlier.js';
import { changeFits, differenceFits } from './fit.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

/** 比上年增加5万元，增长5%: this period, the earlier one, the difference and the rate, as far as they are told. */
export function readChanges(passage: Passage, telling: Telling): readonly ChangeStatement[] {
  const found: ChangeStatement[] = [];
  const taken = new Set<Term>();
  for (const sentence of passage.sentences) {
    for (let i = 0; i < sentence.terms.length; i++) {
      const first = sentence.terms[i] as Term;
      if (taken.has(first) || (first.role !== 'difference' && first.role !== 'change-rate')) continue;
      const group = groupAt(sentence, i);
      for (const term of group) taken.add(term);
      const statement = changeAt(sentence, passage, i, group, telling);
      if (statement !== null) found.push(statement);
    }
    found.push(...levels(sentence, telling.year));
    found.push(...fromTo(sentence));
  }
  return found;
}

/** The difference and the rate that belong together: 减少194.51万元，下降20.54%. */
function groupAt(sentence: Sentence, at: number): readonly Term[] {
  const first = sentence.terms[at] as Term;
  const second = sentence.terms[at + 1];
  if (second === undefined || second.segment !== first.segment) return [first];
  if (first.role === second.role) return [first];
  if (second.role !== 'difference' && second.role !== 'change-rate') return [first];
  // 增加5万元，比2022年下降3%: another comparison.
  if (/(?:比|较|与|同)[^，。；]{0,12}(?:年|预算|期)/u.test(second.lead)) return [first];
  if (/其中/u.test(second.lead)) return [first];
  const named = second.label.name.replace(/[^\u4e00-\u9fff]/gu, '');
  return named.length > 16 ? [first] : [first, second];
}

function changeAt(
  sentence: Sentence,
  passage: Passage,
  at: number,
  group: readonly Term[],
  telling: Telling,
): ChangeStatement | null {
  const told = group.find((term) => term.role === 'difference') ?? null;
  const stated = group.find((term) => term.role === 'change-rate') ?? null;
  // 由92.3%提高到96.8%，提高4.5个百分点: the difference of two rates is told in points.
  const inPoints = told === null && stated?.mention.figure.unit.kind === 'points';
  const difference = inPoints ? stated : told;
  const rate = inPoints ? null : stated;
  const direction = (difference ?? rate)?.direction;
  if (direction === null || direction === undefined) return null;
  const usable = (term: Term | null): Term | null => (term !== null && isPlain(term.mention) ? term : null);
  const make = (current: Term | null, previous: Term | null): ChangeStatement => ({
    kind: 'change',
    current: current?.mention ?? null,
    previous: previous?.mention ?? null,
    difference: usable(difference)?.mention ?? null,
    rate: usable(rate)?.mention ?? null,
    direction: turned(difference ?? rate, direction),
    quote: sentence.quote,
  });
  const count = (s: ChangeStatement): number =>
    [s.current, s.previous, s.difference, s.rate].filter((member) => member !== null).length;
  if (usable(difference) === null && usable(rate) === null) return null;
  // 增长4.1%（按可比价）: the growth is not that of the figures printed.
  if (difference === null && COMPARABLE.test(sentence.text)) return null;
  const pairs = candidates(sentence, passage, at, difference, telling);
  const both = bothBehind(sentence, at + group.length);
  if (both !== null && difference === null) return make(...both);
  const behind = earlierBehind(sentence, at + group.length);
  const readings = [
    ...(behind === null
      ? []
      : pairs.flatMap(([c]) => (c !== null && alike(c.mention, behind.mention) ? [make(c, behind)] : []))),
    ...pairs.map(([c, p]) => make(c, p)),
  ];
  const chosen =
    readings.find(changeFits) ??
    toldBefore(passage, at, sentence, pairs, make) ??
    readings.find(differenceFits) ??
    readings[0] ??
    make(null, null);
  return count(chosen) >= 2 ? chosen : null;
}

const COMPARABLE = /可比价|可比口径|同口径|不变价/u;

/** 同比下降14.3%（2022年7起，2023年6起）: both figures follow in brackets, each with its year: [this year's, the earlier one]. */
function bothBehind(sentence: Sentence, at: number): readonly [Term, Term] | null {
  const [rate, one, other, next] = sentence.terms.slice(at - 1, at + 3);
  if (!rate || !one || !other || !/^\([^，。；]{0,12}$/u.test(one.lead)) return null;
  const inside = [one, other].every(
    (term) => term.role === 'value' && term.depth > rate.depth && isPlain(term.mention),
  );
  if (!inside || !alike(one.mention, other.mention) || (next !== undefined && next.depth > rate.depth))
    return null;
  const years = [one, other].map((term) => term.label.period?.year ?? null);
  const [a, b] = years;
  if (a == null || b == null || Math.abs(a - b) !== 1) return null;
  return a > b ? [one, other] : [other, one];
}

/** 同比增长18.0%（2022年为7,000万元）: the earlier figure follows in brackets. */
function earlierBehind(sentence: Sentence, at: number): Term | null {
  const term = sentence.terms[at];
  if (term === undefined || term.role !== 'value' || !isPlain(term.mention)) return null;
  return /^\((?:上年度?|去年|前一年|20\d\d年度?)(?:同期)?(?:决算|实际|支出|收入)?数?(?:为|是|:)?$/u.test(
    term.lead,
  )
    ? term
    : null;
}

/** Figures of the passage that are looked at when the sentence names the earlier one only. */
const LOOK_BACK = 60;

/**
 * 支出较2021年的7,040.00万元下降7.27%: this year's figure was told before. Only one that the stated rate is borne out
 * by, in one direction or the other, can be it.
 */
function toldBefore(
  passage: Passage,
  at: number,
  sentence: Sentence,
  pairs: readonly Pair[],
  make: (current: Term | null, previous: Term | null) => ChangeStatement,
): ChangeStatement | null {
  const first = sentence.terms[at] as Term;
  const previous = pairs.length === 1 && pairs[0]?.[0] === null ? pairs[0][1] : null;
  if (previous === null) return null;
  for (let i = first.index - 1; i >= 0 && i >= first.index - LOOK_BACK; i--) {
    const term = passage.terms[i] as Term;
    if (term === previous || term.role !== 'value' || !isPlain(term.mention) || isEarlier(term)) continue;
    if (!alike(term.mention, previous.mention)) continue;
    const statement = make(term, previous);
    if (changeFits(statement)) return statement;
    const other = statement.direction === 'up' ? 'down' : 'up';
    // A rate without decimals fits too many figures by chance.
    const precise = statement.difference !== null || (statement.rate?.figure.quantum.lt('0.01') ?? false);
    if (precise && changeFits({ ...statement, direction: other })) return statement;
  }
  return null;
}

const isDifferenceOfRates = (term: Term, now: Term): boolean =>
  term.role === 'change-rate' &&
  term.mention.figure.unit.kind === 'points' &&
  now.mention.figure.unit.kind === 'rate';

/** 增加-5万元 is a decrease. */
function turned(term: Term | null, direction: 'up' | 'down'): 'up' | 'down' {
  if (term === null || term.role !== 'difference' || !term.mention.figure.value.isNegative())
    return direction;
  return 'down';
}

/** 与上年持平: two figures in one sentence, one of them the earlier. */
function levels(sentence: Sentence, year: number | null): readonly ChangeStatement[] {
  const found: ChangeStatement[] = [];
  sentence.terms.forEach((term, i) => {
    if (
      !/^[，,]?(?:两年)?(?:(?:与|同|和|较|比)[^，。；]{0,12})?(?:相比|比较)?[，,]?(?:基本)?持平/u.test(
        term.tail,
      )
    )
      return;
    const before = sentence.terms
      .slice(Math.max(0, i - 40), i + 1)
      .filter((t) => t.role === 'value' && t.segment === term.segment && isPlain(t.mention));
    const previous = earlierTerm(before, sentence, term, year);
    const [current] = before
      .filter((t) => t !== previous && previous !== null && alike(t.mention, previous.mention))
      .slice(-1);
    if (previous === null || current === undefined) return;
    if (/基本持平|大致持平|总体持平/u.test(term.tail)) return;
    if (/决算数|预算数/u.test(term.tail.slice(0, 16))) return;
    found.push({
      kind: 'change',
      current: current.mention,
      previous: previous.mention,
      difference: null,
      rate: null,
      direction: 'flat',
      quote: sentence.quote,
    });
  });
  return found;
}

const FROM = /(?:由|从)[^，。；]{0,20}$/u;
const TO =
  /^(?:[^，。；\d]{0,12})(?:增加到|增至|增加至|增长到|增长至|上升到|上升至|升至|提高到|提高至|提升到|提升至|扩大到)(?:[^，。；\d]{0,12})$/u;
const DOWN_TO =
  /^(?:[^，。；\d]{0,12})(?:减少到|减至|减少至|下降到|下降至|降至|降到|降低到|降低至|压缩到|压减至|回落到|缩减到|缩减至|缩短到|缩短至|缩短为)(?:[^，。；\d]{0,12})$/u;

/** 由6.8等提升到6.2等, 从第8位上升到第5位: the smaller rank is the better one. */
const RANK: ReadonlySet<string> = new Set(['等', '级', '位', '名次']);

/** 由2073.68万元增至2416.41万元: a change of direction without a stated difference is still a claim. */
function fromTo(sentence: Sentence): readonly ChangeStatement[] {
  const found: ChangeStatement[] = [];
  for (let i = 1; i < sentence.terms.length; i++) {
    const now = sentence.terms[i] as Term;
    const then = sentence.terms[i - 1] as Term;
    if (
      !FROM.test(then.lead) ||
      !alike(now.mention, then.mention) ||
      !isPlain(now.mention) ||
      !isPlain(then.mention)
    )
      continue;
    if (RANK.has(now.mention.figure.unit.name) || /排名|位次|名次|排位|等级/u.test(then.lead)) continue;
    const up = TO.test(now.lead);
    if (!up && !DOWN_TO.test(now.lead)) continue;
    const after = sentence.terms
      .slice(i + 1, i + 3)
      .filter((t) => t.segment === now.segment && isPlain(t.mention));
    found.push({
      kind: 'change',
      current: now.mention,
      previous: then.mention,
      difference:
        after.find(
          (t) => (t.role === 'difference' && alike(t.mention, now.mention)) || isDifferenceOfRates(t, now),
        )?.mention ?? null,
      rate: rateBehind(after, sentence, i, found.length)?.mention ?? null,
      direction: up ? 'up' : 'down',
      quote: sentence.quote,
    });
  }
  return found;
}

/** 由1620人减少到1512人，…由6890人减少到6608人，分别下降6.67%和4.09%: each change has its own of the rates behind the last. */
function rateBehind(after: readonly Term[], sentence: Sentence, at: number, before: number): Term | null {
  const rate = after.find((t) => t.role === 'change-rate' && t.mention.figure.unit.kind === 'rate') ?? null;
  if (rate === null || !rate.lead.includes('分别')) return rate;
  const own = sentence.terms[at + 1 + before];
  return own?.mention.figure.unit.kind === 'rate' && isPlain(own.mention) ? own : null;
}
