import type { Decimal as DecimalType } from '../numbers/decimal.js';
import { Decimal, dec } from '../numbers/decimal.js';
import { isPoint } from '../numbers/interval.js';
import { isAllCounted, isOneOfAll, pointsAlike } from './alike.js';
import type { Clause } from './clauses.js';
import type { JudgementRule, Outcome, Point, RuleExpression, ViolationsRule } from './expression.js';
import type { Marks } from './measured/assembly.js';
import { NotUnderstood } from './measured/assembly.js';
import { JUDGEMENT_HINTS, MARK_HINTS } from './words.js';

/** Words of a graded scale: outcomes named by them exclude each other. */
const LEVEL_WORDS =
  /(?:^|[“"'为等次档评])(?:优秀?|良好?|中等?|差|较差|较好|一般|好|合格|不合格|基本合格|达标|基本达标|未达标|称职|达成|部分达成|未达成|完成|部分完成|未完成|无|有|很好|完全|基本|部分|未|不)/u;

/** Puts clauses without a measured quantity together: points, levels, violations or judgement. Throws NotUnderstood. */
export function assembleWorded(
  clauses: readonly Clause[],
  marks: Marks,
  enumerated: boolean,
): RuleExpression {
  if (clauses.some((clause) => clause.kind === 'steps' && clause.adding))
    throw new NotUnderstood('加分没有说明从何处起算');
  const losses = clauses.flatMap((clause) =>
    clause.kind === 'deduction' || clause.kind === 'steps'
      ? [{ text: clause.text, marks: clause.marks }]
      : [],
  );
  const alike = pointsAlike(scoresOf(clauses, marks.full), marks.full);
  if (alike !== null && losses.length === 0)
    return {
      kind: 'points',
      items: alike,
      allOrNothing: false,
      full: marks.full ?? dec(0),
      declared: marks.declared,
    };
  const told = losses.length > 0 ? withoutAll(clauses, marks.full) : clauses;
  const outcomes = alike === null ? outcomesOf(told, marks.full, enumerated) : [];
  if (losses.length > 0) return violations(clauses, losses, outcomes, marks);
  if (outcomes.length === 0) return judgement(clauses, marks);
  return outcomeRule(outcomes, clauses, marks, enumerated);
}

/**
 * Words that hold a number like a threshold are a condition that was not read, so they are refused: 变动率0 whose
 * sign was lost, 排名第1. Listed items may speak of numbers (召开2次会议) but not end in a bare one.
 */
function holdsThreshold(text: string, enumerated: boolean): boolean {
  const plain = text
    .replaceAll(DATES, '')
    .replace(/^.*[,](?=每)/u, '')
    .replace(SO_MANY, '')
    .replace(ONE_EACH, '');
  if (/[×÷*]/u.test(plain)) return true;
  // 本年预算数≤上年预算数 compares two names and holds no number.
  if (/\d.*%|[≥≤<>=](?:[-\d零□]|$)|\d[≥≤<>=]/u.test(plain)) return true;
  return enumerated ? /[\d%]$/u.test(plain) : /\d/u.test(plain);
}

/** 12月31日前完成, 2023年底前: a day by which something is done bounds no quantity. */
const DATES = /\d{4}年|(?<![\d.-])(?:\d{1,2}|每)月(?:\d{1,2}[日号]|底|末|初|份)?/gu;

/** A deduction that was not read for what it is must not pass for the words of an outcome. */
const TAKES_MARKS = /每[^,;]{0,20}[扣减]\p{Script=Han}{0,12}[\d零一二三四五六七八九十点]/u;

/** 符合3项, 有2项及以上不符合: how many of the listed things, each of which is told apart by words. */
const SO_MANY = /(?:(?:符合|满足|具备|有)\d(?:项|条|点|个)|(?<=项)(?:及以上|以上))/gu;

/** 每季度, 每年. */
const HOW_OFTEN = /每(?:半年|年|季|月|周|日|天)/u;
/** 每完成1项: one thing of several alike, each of which earns the marks. */
const ONE_EACH = /每(?:[^,;\d]{0,12})(?:一|1)(?:个|项|条|类|处|次|点|家|篇|件|起|种|方面)/u;

const balanced = (text: string): boolean => text.split('(').length === text.split(')').length;

/** 符合上述4项要求得满分，每有一项不符合扣1分: the full mark of what nothing is taken from. */
const withoutAll = (clauses: readonly Clause[], full: DecimalType | null): readonly Clause[] =>
  clauses.filter(
    (clause) =>
      clause.kind !== 'outcome' ||
      full === null ||
      !isAllCounted(clause.text) ||
      !clause.award(full)?.low.eq(full),
  );

/** The outcomes whose score is known, before their words are looked at. */
const scoresOf = (clauses: readonly Clause[], full: DecimalType | null): Outcome[] =>
  clauses.flatMap((clause) => {
    const score = clause.kind === 'outcome' ? clause.award(full) : null;
    return clause.kind === 'outcome' && score !== null ? [{ text: clause.text, score }] : [];
  });

function outcomesOf(clauses: readonly Clause[], full: DecimalType | null, enumerated: boolean): Outcome[] {
  return clauses.flatMap((clause) => {
    if (clause.kind !== 'outcome') return [];
    if (holdsThreshold(clause.text, enumerated)) throw new NotUnderstood(`未能读懂：“${clause.text}”`);
    const score = clause.award(full);
    if (score === null) throw new NotUnderstood(`“${clause.text}”的得分取决于分值，而分值未知`);
    const over = full !== null && score.high.gt(full);
    if (
      over ||
      /^[得计记给评]$/u.test(clause.text) ||
      !/\p{Script=Han}/u.test(clause.text) ||
      !balanced(clause.text) ||
      TAKES_MARKS.test(clause.text)
    )
      throw new NotUnderstood(`未能读懂：“${clause.text}”`);
    return [{ text: clause.text, score }];
  });
}

/** 每降低 扣0.5分: a conversion lost the size of the step. */
const LOST_SIZE = /每(?:降低|下降|减少|增加|超过|超出|低于|高于|提高|上升|偏离|相差|低|高|超)?$/u;
const EACH_TAIL = /[,]?(?:扣|减)[^,;。]*$/u;

function violations(
  clauses: readonly Clause[],
  losses: readonly { text: string; marks: (full: DecimalType | null) => DecimalType | null }[],
  outcomes: readonly Outcome[],
  marks: Marks,
): ViolationsRule {
  const best = outcomes.length > 0 ? Decimal.max(...outcomes.map(({ score }) => score.high)) : null;
  const lost = clauses.flatMap((clause) =>
    clause.kind === 'most-lost' ? (clause.marks(marks.full) ?? []) : [],
  )[0];
  const full = marks.full ?? (best?.gt(0) ? best : null) ?? lost ?? null;
  if (full === null) throw new NotUnderstood('扣分规则没有说明分值');
  const floors = clauses.flatMap((clause) => (clause.kind === 'floor' ? (clause.score(full) ?? []) : []));
  const deductions = losses.map(({ text, marks: amount }) => {
    const each = amount(full);
    if (LOST_SIZE.test(text.replace(EACH_TAIL, ''))) throw new NotUnderstood(`“${text}”没有写明每级的大小`);
    if (each === null || !each.gt(0)) throw new NotUnderstood(`“${text}”没有扣分数`);
    return { text: text.replace(EACH_TAIL, ''), each };
  });
  const floor = floors[0] ?? (lost?.lt(full) ? full.minus(lost) : dec(0));
  return { kind: 'violations', deductions, outcomes, full, floor, declared: marks.declared };
}

function judgement(clauses: readonly Clause[], marks: Marks): JudgementRule {
  const text = clauses
    .flatMap((clause) => (clause.kind === 'prose' ? [clause.text] : []))
    .filter((part) => part !== '')
    .join('；');
  for (const clause of clauses)
    if (
      clause.kind !== 'prose' &&
      clause.kind !== 'named' &&
      clause.kind !== 'declared' &&
      clause.kind !== 'quantity-formula' &&
      clause.kind !== 'floor' &&
      clause.kind !== 'cap'
    )
      throw new NotUnderstood('规则缺少满分条件');
  if (MARK_HINTS.some((hint) => text.includes(hint)) && /\d/u.test(text))
    throw new NotUnderstood(`未能读懂：“${text}”`);
  if (/\(\)|[*×÷]/u.test(text)) throw new NotUnderstood(`公式符号缺失或残缺：“${text}”`);
  if (/[≥≤<>]|\d%|\d分|\d[^;。,]{0,6}以[上下内]/u.test(text))
    throw new NotUnderstood(`条件没有对应的得分：“${text}”`);
  if (MARK_HINTS.some((hint) => text.includes(hint)) && !JUDGEMENT_HINTS.some((hint) => text.includes(hint)))
    throw new NotUnderstood(`未能读懂：“${text}”`);
  return judged(text, marks);
}

const judged = (text: string, marks: Marks): JudgementRule => ({
  kind: 'judgement',
  text: text === '' ? '由评价人判断' : text,
  full: marks.full,
  declared: marks.declared,
});

/** Points add up to the full mark; of levels one applies and the best is the full mark. */
function outcomeRule(
  outcomes: readonly Outcome[],
  clauses: readonly Clause[],
  marks: Marks,
  enumerated: boolean,
): RuleExpression {
  const { full: known } = marks;
  if (
    known !== null &&
    outcomes.every(({ score }) => !isPoint(score) && score.low.isZero() && score.high.eq(known))
  )
    return judged(outcomes.map(({ text }) => `${text}酌情打分`).join('；'), marks);
  const counted = countedItems(outcomes, known);
  if (counted !== null)
    return {
      kind: 'points',
      items: counted,
      allOrNothing: false,
      full: known ?? dec(0),
      declared: marks.declared,
    };
  const otherwise = clauses.flatMap((clause) =>
    clause.kind === 'otherwise' ? [clause.award(marks.full)] : [],
  );
  // 不完整的酌情扣分 tells as well what a point is without, only that the reviewer may leave a part of it.
  const isMissed = ({ text, score }: Outcome): boolean =>
    NOT_MET.test(text) && score.low.isZero() && (score.high.isZero() || score.high.eq(known ?? 0));
  const missed = outcomes.filter(isMissed);
  const earning = outcomes.filter((outcome) => !isMissed(outcome) && outcome.score.high.gt(0));
  const partly = missed.some(({ score }) => score.high.gt(0));
  // 公开预算得2分，公开决算得2分，未公开的相应不得分: the last is no level beside the points but what each is without.
  if (
    known !== null &&
    earning.length > 1 &&
    missed.length > 0 &&
    earning.length + missed.length === outcomes.length &&
    total(earning).eq(known) &&
    !earning.some(({ score }) => score.high.eq(known))
  )
    return {
      kind: 'points',
      items: earning.map((outcome) => ({ ...outcome, partial: partly || !isPoint(outcome.score) })),
      allOrNothing: !partly,
      full: known,
      declared: marks.declared,
    };
  const partial = otherwise.some((score) => score !== null && !isPoint(score));
  const zero = otherwise.some((score) => score !== null && isPoint(score) && score.high.isZero());
  const scores = outcomes.map(({ score }) => score.high);
  const sum = scores.reduce((a, b) => a.plus(b), dec(0));
  const max = Decimal.max(...scores);
  const full = marks.full ?? (isLevels(outcomes) ? max : sum);
  const worded = outcomes.every(({ text }) => LEVEL_WORDS.test(text) && text.length <= 12);
  const exclusive =
    outcomes.length > 1 &&
    (isLevels(outcomes) || (worded && !sum.eq(full)) || (max.eq(full) && !sum.eq(full)));
  if (exclusive) {
    const levels = [...outcomes];
    for (const score of otherwise) if (score !== null) levels.push({ text: '其他', score });
    return { kind: 'levels', levels, full: max, declared: marks.declared };
  }
  if (!sum.eq(full) && !enumerated && outcomes.length > 1)
    throw new NotUnderstood('各项得分既不合计为分值，也没有一项等于分值');
  const items: Point[] = outcomes.map((outcome) => ({
    ...outcome,
    partial: partial || !isPoint(outcome.score),
  }));
  return { kind: 'points', items, allOrNothing: zero && !partial, full: sum, declared: marks.declared };
}

const NOT_MET = /^(?:如|若)?(?:未|不|没)/u;
const total = (outcomes: readonly Outcome[]): DecimalType =>
  outcomes.reduce((sum, { score }) => sum.plus(score.high), dec(0));

/** 每完成一项得1分: as many items as make up the full mark. */
function countedItems(outcomes: readonly Outcome[], full: DecimalType | null): Point[] | null {
  const [only, ...more] = outcomes;
  const numbers = only?.text.match(/^([①-⑳、]{2,40})各$/u)?.[1]?.match(/[①-⑳]/gu);
  if (only !== undefined && numbers)
    return numbers.map((_, i) => ({ ...only, text: `第${i + 1}项`, partial: false }));
  if (only?.text.endsWith('各')) throw new NotUnderstood(`“${only.text}”的项数不明`);
  if (only === undefined) return null;
  const each = only.score.high;
  if (more.length === 0 && isOneOfAll(only.text) && full !== null && !each.eq(full))
    throw new NotUnderstood(`“${only.text}”的计分次数不明`);
  if (!(/^(?:.*,)?每/u.test(only.text) || ONE_EACH.test(only.text))) return null;
  // 每季度开展一次检查 beside other items says how often, not that every time earns the marks.
  if (more.length > 0 && HOW_OFTEN.test(only.text)) return null;
  if (more.length > 0 || full === null || !each.gt(0) || !full.mod(each).isZero() || full.div(each).gt(100))
    throw new NotUnderstood(`“${only.text}”的计分次数不明`);
  return Array.from({ length: full.div(each).toNumber() }, () => ({ ...only, partial: false }));
}

const isLevels = (outcomes: readonly Outcome[]): boolean =>
  outcomes.length > 1 && outcomes.some(({ score }) => score.high.isZero());
