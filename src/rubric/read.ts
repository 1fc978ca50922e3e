import { remembered } from '../language/memo.js';
import type { Decimal } from '../numbers/decimal.js';
import { dec } from '../numbers/decimal.js';
import { interval } from '../numbers/interval.js';
import { isEachOfAll } from './alike.js';
import { withBudget } from './budgeted.js';
import type { Clause } from './clauses.js';
import { readClauses } from './clauses.js';
import type { Condition } from './condition.js';
import { Cursor } from './cursor.js';
import type { Enumerated } from './enumerated.js';
import { itemsOf } from './enumerated.js';
import type { Outcome, Point, RuleExpression, RuleReading, StartedStep } from './expression.js';
import { isMeasured } from './expression.js';
import { withItemMarks } from './list-marks.js';
import type { Marks } from './measured/assembly.js';
import { isCountingNote, NotUnderstood } from './measured/assembly.js';
import { assembleMeasured } from './measured.js';
import { normalise } from './normalise.js';
import { printRule } from './print.js';
import { withSigns } from './signs.js';
import { assembleWorded } from './worded.js';
import { CHOICE_HINTS, JUDGEMENT_HINTS, MARK_HINTS } from './words.js';
import { tellsZeroBase, withoutZeroBases } from './zero-base.js';

/** What is known about a rule besides its sentence. */
export interface RuleContext {
  /** The indicator's 分值; null when it is not printed. */
  readonly weight: Decimal | null;
  readonly indicator: string;
  /** How a started step counts when a rubric file says it; null or absent leaves every reading admissible. */
  readonly startedStep?: StartedStep | null;
}

/** Longer texts are no scoring rules, and reading stays bounded. */
const LENGTH_LIMIT = 3000;
const DAMAGED = /[□�?？■◆]|口(?=\d)|(?<=[率度额数"）)])[WQ](?=[\d,，≤]|$)/u;

/** Reads the sentence of a scoring rule. What is not understood completely is not understood. */
export function readRule(sentence: string, context: RuleContext): RuleReading {
  if (sentence.length > LENGTH_LIMIT) return refused('规则过长，不像一条评分规则');
  const { weight, indicator, startedStep = null } = context;
  return knownRule(JSON.stringify([sentence, weight, indicator, startedStep]));
}

/** The same rule is read for rescoring and for its own consistency, and is printed in every report of a bureau. */
const knownRule = remembered((key) => {
  const [sentence, weight, indicator, startedStep]: RuleKey = JSON.parse(key);
  return readSentence(sentence, { weight: weight === null ? null : dec(weight), indicator, startedStep });
});

type RuleKey = readonly [string, string | null, string, StartedStep | null];

function readSentence(sentence: string, context: RuleContext): RuleReading {
  const broken = normalise(sentence, ';', context.weight);
  const first = readNormalised(broken, context);
  if (first.understood || !/\n/u.test(sentence)) return first;
  // A line break may also stand inside a sentence, where a narrow column broke it.
  const joined = readNormalised(normalise(sentence, '', context.weight), context);
  return joined.understood ? joined : first;
}

const refused = (reason: string): RuleReading => ({ understood: false, reason });

function readNormalised(text: string, context: RuleContext): RuleReading {
  const damaged = DAMAGED.exec(text);
  if (damaged !== null)
    return refused(`符号残缺，不作猜测：“${text.slice(Math.max(0, damaged.index - 8), damaged.index + 8)}”`);
  try {
    const rule = build(text, context, 0);
    return {
      understood: true,
      kind: rule.kind,
      rule,
      reading: printRule(rule),
      weight: context.weight ?? rule.declared ?? rule.full,
    };
  } catch (error) {
    if (error instanceof NotUnderstood) return refused(error.message);
    throw error;
  }
}

function build(text: string, context: RuleContext, depth: number): RuleExpression {
  const listed = itemsOf(text);
  if (listed !== null && CHOICE_HINTS.some((hint) => text.includes(hint)))
    return choice(listed, context, depth);
  if (listed !== null) return buildListed(withItemMarks(listed), context, depth);
  if (CHOICE_HINTS.some((hint) => text.includes(hint))) throw new NotUnderstood('选择适用的各条规则没有分列');
  return assemble(withoutZeroBases(readClauses(new Cursor(text))), context, false);
}

function choice({ items }: Enumerated, context: RuleContext, depth: number): RuleExpression {
  if (depth > 2 || items.length < 2) throw new NotUnderstood('选择适用的各条规则没有分列');
  const options = items.map((item) => build(item, context, depth + 1));
  const fulls = options.flatMap(({ full }) => full ?? []);
  return { kind: 'choice', options, full: context.weight ?? fulls[0] ?? null, declared: null };
}

function assemble(statements: readonly Clause[], context: RuleContext, enumerated: boolean): RuleExpression {
  const clauses = withBudget(withSigns(statements, context.indicator), context.indicator, context.weight);
  const declared =
    clauses.flatMap((clause) => (clause.kind === 'declared' ? (clause.full(null) ?? []) : []))[0] ?? null;
  const marks: Marks = {
    full: context.weight ?? declared,
    declared,
    indicator: context.indicator,
    startedStep: context.startedStep ?? null,
  };
  const counted = withoutNone(clauses, marks);
  if (!isMeasurable(counted)) {
    refuseLeftovers(counted, false);
    return assembleWorded(counted, marks, enumerated);
  }
  refuseLeftovers(clauses, true);
  return assembleMeasured(clauses, marks);
}

/**
 * 投诉件数为0得5分，每发生1起扣1分; 准确率100%得5分，每发现1例不符扣1分: that none happened earns all is what counting
 * occurrences says anyway.
 */
function withoutNone(clauses: readonly Clause[], marks: Marks): readonly Clause[] {
  const perOccurrence = clauses.some(
    ({ kind, ...clause }) => kind === 'deduction' && OCCURRENCE.test('text' in clause ? clause.text : ''),
  );
  if (!perOccurrence || marks.full === null) return clauses;
  const none = clauses.filter(
    (clause) =>
      clause.kind === 'band' &&
      (isNone(clause.condition) || isAll(clause.condition)) &&
      clause.award(marks.full)?.low.eq(marks.full ?? -1),
  );
  return none.length === 1 ? clauses.filter((clause) => clause !== none[0]) : clauses;
}

const isAll = ({ ranges }: Condition): boolean =>
  ranges.length === 1 &&
  ranges.every(
    ({ low, high }) =>
      low?.quantity.measure === 'rate' &&
      low.quantity.value.eq(1) &&
      (high === null || high.quantity.value.eq(1)),
  );

const OCCURRENCE = /^每(?:发生|出现|发现|有|查出)/u;
const isNone = ({ ranges }: Condition): boolean =>
  ranges.length === 1 &&
  ranges.every(
    ({ low, high }) =>
      low?.quantity.value.isZero() && high?.quantity.value.isZero() && low.quantity.measure !== 'rate',
  );

function isMeasurable(clauses: readonly Clause[]): boolean {
  return clauses.some(
    (clause) =>
      clause.kind === 'band' ||
      clause.kind === 'formula' ||
      clause.kind === 'proportional' ||
      clause.kind === 'standard' ||
      (clause.kind === 'steps' &&
        (clause.condition !== null || clause.size.measure === 'rate' || clause.reference)),
  );
}

/** 超过30%的应说明原因 asks for words and gives no marks. */
const EXPLANATION_WANTED = /(?:应|需|须|要|请)[^,;。]{0,12}(?:说明|分析)(?:原因|理由|情况)?[^\d]*$/u;

/** Words that were passed over may say nothing about marks, and in a measured rule no numbers either. */
function refuseLeftovers(clauses: readonly Clause[], measured: boolean): void {
  const counted = clauses.some(({ kind }) => kind === 'formula');
  const scored = clauses.some(({ kind }) => kind === 'outcome' || kind === 'deduction' || kind === 'steps');
  let begun = false;
  for (const clause of clauses) {
    begun ||= MERELY_NUMBERED.has(clause.kind) && clause.kind !== 'proportional';
    if (measured && clause.kind === 'deduction')
      throw new NotUnderstood(`数值规则之外另有扣分：“${clause.text}”`);
    if (clause.kind === 'prose' && EXPLANATION_WANTED.test(clause.text)) continue;
    if (clause.kind === 'outcome' && counted && isCountingNote(clause.text)) continue;
    if (clause.kind === 'outcome' && /每[^,;]{0,20}扣/u.test(clause.text))
      throw new NotUnderstood(`未能读懂：“${clause.text}”`);
    if (clause.kind === 'outcome' && tellsZeroBase(clause.text)) continue;
    const text = clause.kind === 'prose' || (measured && clause.kind === 'outcome') ? clause.text : '';
    const numbers = measured && /[\d%≥≤<>=]/u.test(text.replaceAll(/\d{4}年/gu, ''));
    const marked = clause.kind === 'prose' && saysMarks(text, measured && !begun, scored || begun);
    if (numbers || marked) throw new NotUnderstood(`未能读懂：“${text}”`);
  }
}

/** Whether words that were passed over may give or take marks; 根据执行率计分 only announces that. */
function saysMarks(text: string, announcing: boolean, scored: boolean): boolean {
  if (/\d分/u.test(text)) return true;
  if (!MARK_HINTS.some((hint) => text.includes(hint))) return false;
  if (announcing) return !/(?:扣分|得分|计分|记分)$/u.test(text);
  return /[×*]/u.test(text) || (scored && !JUDGEMENT_HINTS.some((hint) => text.includes(hint)));
}

/** ①…②…: points, criteria with a common deduction, or bands and levels that are merely numbered. */
function buildListed(listed: Enumerated, context: RuleContext, depth: number): RuleExpression {
  const unnumbered = [listed.preamble, ...listed.items].filter((part) => part !== '').join(';');
  const perItem = listed.items.map((item) => readClauses(new Cursor(item)));
  const preamble = readClauses(new Cursor(listed.preamble));
  const leading = perItem.map((clauses) => clauses[0]?.kind ?? 'prose');
  if (leading.every((kind) => kind === 'prose' || kind === 'quantity-formula' || kind === 'deduction'))
    return assemble([...preamble, ...perItem.flat()], context, true);
  if (leading.every((kind) => MERELY_NUMBERED.has(kind)) && depth === 0) {
    const whole = quietly(() => assemble(readClauses(new Cursor(unnumbered)), context, true));
    if (whole !== null && isMeasured(whole)) return whole;
  }
  return listedPoints(perItem, preamble, listed.items, context, depth);
}

/** Statements that belong to one rule even when each has a number. */
const MERELY_NUMBERED = new Set<Clause['kind']>(
  'band steps otherwise floor cap most-lost started-step proportional formula standard'.split(
    ' ',
  ) as Clause['kind'][],
);

function listedPoints(
  printed: readonly (readonly Clause[])[],
  preamble: readonly Clause[],
  texts: readonly string[],
  context: RuleContext,
  depth: number,
): RuleExpression {
  const firsts = printed.flatMap(([first]) => scoreOf(first));
  const perItem =
    firsts.length < printed.length
      ? printed
      : printed.map((clauses) =>
          clauses.filter((clause, i) => i === 0 || !scoreOf(clause).some((one) => isEachOfAll(one, firsts))),
        );
  const simple = perItem.every(
    (clauses) => clauses[0]?.kind === 'outcome' && clauses.slice(1).every(isQuiet),
  );
  if (simple) return assemble([...preamble, ...perItem.flat()], context, true);
  if (depth > 1) throw new NotUnderstood('分项层次过多');
  const items: Point[] = perItem.map((clauses, i) => item(clauses, texts[i] ?? '', context, depth));
  for (const clause of preamble)
    if (clause.kind !== 'prose' && clause.kind !== 'declared')
      throw new NotUnderstood('分项之前另有计分说明');
  const declared =
    preamble.flatMap((clause) => (clause.kind === 'declared' ? (clause.full(null) ?? []) : []))[0] ?? null;
  const sum = items.reduce((a, { score }) => a.plus(score.high), dec(0));
  const full = context.weight ?? declared;
  if (full !== null && !sum.eq(full) && items.some(({ partial }) => partial))
    throw new NotUnderstood('分项规则的得分合计不等于分值');
  const allOrNothing =
    perItem.every((clauses) => clauses.some(({ kind }) => kind === 'otherwise')) &&
    items.every(({ partial }) => !partial);
  return { kind: 'points', items, allOrNothing, full: sum, declared };
}

const scoreOf = (clause: Clause | undefined): Outcome[] => {
  const score = clause?.kind === 'outcome' ? clause.award(null) : null;
  return clause?.kind === 'outcome' && score !== null ? [{ text: clause.text, score }] : [];
};

const isQuiet = (clause: Clause): boolean =>
  clause.kind === 'prose' || clause.kind === 'floor' || clause.kind === 'cap';

/** One numbered item with marks of its own. */
function item(clauses: readonly Clause[], text: string, context: RuleContext, depth: number): Point {
  const [first, ...rest] = clauses;
  if (first?.kind === 'outcome') {
    const score = first.award(null) ?? first.award(context.weight);
    if (score === null || (first.award(null) === null && context.weight?.eq(score.high)))
      throw new NotUnderstood(`“${first.text}”没有写明得分`);
    const otherwise = rest.flatMap((clause) =>
      clause.kind === 'otherwise' ? [clause.award(score.high)] : [],
    );
    const all =
      rest.every((clause) => isQuiet(clause) || clause.kind === 'otherwise') &&
      otherwise.every((o) => o?.high.isZero());
    return { text: first.text, score, partial: !all };
  }
  const rule = build(text, { weight: null, indicator: context.indicator }, depth + 1);
  if (rule.full === null) throw new NotUnderstood(`“${text}”没有写明得分`);
  return { text: plain(text), score: interval(rule.full, rule.full), partial: true };
}

/** The words of an item whose own numbers would read as marks again. */
const plain = (text: string): string =>
  (text.split(/[,;。]/u)[0] ?? '')
    .replace(/\(\d{1,3}(?:\.\d+)?分\)$|的?[得计记]\d{1,3}(?:\.\d+)?分$/u, '')
    .slice(0, 60);

function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}
