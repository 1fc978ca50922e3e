import type { RateDefinition, RateTerm } from '../../language/vocabulary.js';
import type { Fact, Mention, RatioStatement } from '../model.js';
import { isOutcome } from './completions.js';
import { ratioFits } from './fit.js';
import { make, NEARBY, rateName } from './ratio-parts.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

/** 公用经费控制率90.53%: numerator and denominator as the vocabulary defines the rate. */
export function namedAt(
  sentence: Sentence,
  passage: Passage,
  at: number,
  definition: RateDefinition,
  facts: readonly Fact[],
  previous: Passage | null,
): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  const usable = (t: Term): boolean => t.role === 'value' && isPlain(t.mention);
  const own = sentence.terms.slice(Math.max(0, at - NEARBY), at).filter(usable);
  const before = passage.sentences[sentence.ordinal - 1]?.terms.slice(-NEARBY).filter(usable) ?? [];
  const above = at === 0 && sentence.ordinal === 0 ? (previous?.terms.filter(usable) ?? []).slice(-12) : [];
  const name = rateName(rate);
  const over = (above: readonly Term[], below: readonly Term[]): readonly RatioStatement[] =>
    above.flatMap((n) =>
      below.flatMap((d) =>
        n !== d && alike(n.mention, d.mention) ? [make(sentence, n.mention, d.mention, rate, name)] : [],
      ),
    );
  const read = (pool: readonly Term[]): readonly RatioStatement[] =>
    over(matches(pool, definition.numerator), matches(pool, definition.denominator));
  const any = (pool: readonly Term[], terms: readonly RateTerm[]): readonly Term[] =>
    terms.flatMap((term) => matches(pool, [term]));
  const readAny = (pool: readonly Term[]): readonly RatioStatement[] =>
    over(any(pool, definition.numerator), any(pool, definition.denominator));
  // 部门预算1086.54万元，执行1041.92万元，其中：基本支出预算512.40万元，执行506.18万元，执行率98.79%: the item's own two come first.
  const item = itemBefore(sentence, at);
  const [single, ...more] = item.length < own.length ? read(item) : [];
  if (single !== undefined && more.length === 0) {
    const wider = ratioFits(single) ? undefined : read(own).find(ratioFits);
    return wider ?? single;
  }
  const told =
    before.length > 0 || sentence.ordinal > 0 ? before : (previous?.terms.filter(usable) ?? []).slice(-12);
  // 预算执行率为98.46%（全年预算768.20万元，执行756.40万元）
  const enclosed = enclosedBehind(sentence, at);
  const [shown, ...rest] = enclosed.length === 0 ? [] : read(enclosed);
  if (shown !== undefined && rest.length === 0) return shown;
  const wide = isOfQuantities(definition)
    ? across(passage.terms.slice(0, rate.index).filter(usable), [])
    : [];
  for (const pool of own.length > 0 ? [own, across(own, told), wide] : [before, wide, above]) {
    const isOneStretch = pool === own || pool === before || pool === above;
    const readings = isOneStretch ? read(pool) : ofOneThing(read(pool), pool);
    const fitting = readings.find(ratioFits);
    if (fitting !== undefined) return fitting;
    // 有效率: of those that came back, or of all that were sent out; the likelier one is held against it only where none fits.
    const other = readings.length === 0 ? undefined : readAny(pool).find(ratioFits);
    if (other !== undefined) return other;
    if (readings.length > 0) {
      // 到位资金 may be the base where no budget stands beside it, unless the report's budget bears the rate out.
      const elsewhere = isOfFunds(readings) ? fromFacts(sentence, rate, definition, facts, name) : null;
      // 满意率95.98%。职工满意度为93.1%: a rate of other people than the sentence before told of.
      if (pool !== own && rate.label.residual !== '') return null;
      const around = passage.terms.slice(Math.max(0, rate.index - NEARBY), rate.index);
      return (
        elsewhere ?? (isCertain(readings, [...new Set([...pool, ...around])]) ? (readings[0] ?? null) : null)
      );
    }
  }
  return fromFacts(sentence, rate, definition, facts, name);
}

/** The two figures straight before the rate, in one item of a list: budget and outcome of one thing. */
function itemBefore(sentence: Sentence, at: number): readonly Term[] {
  const rate = sentence.terms[at] as Term;
  const pair = sentence.terms.slice(Math.max(0, at - 2), at);
  const usable = (t: Term): boolean =>
    t.role === 'value' && isPlain(t.mention) && t.segment === rate.segment && t.depth === rate.depth;
  return pair.length === 2 && pair.every(usable) ? pair : [];
}

/** The two figures that a bracket straight behind the rate holds, and nothing else. */
function enclosedBehind(sentence: Sentence, at: number): readonly Term[] {
  const rate = sentence.terms[at] as Term;
  const pair = sentence.terms.slice(at + 1, at + 3);
  const [first, second] = pair;
  if (first === undefined || second === undefined || !/^\(/u.test(first.lead)) return [];
  const next = sentence.terms[at + 3];
  const closed = next === undefined || next.depth <= rate.depth;
  const inside = pair.every((t) => t.role === 'value' && t.depth > rate.depth && isPlain(t.mention));
  return inside && closed ? pair : [];
}

/** 固定资产原值5890万元。在用固定资产5742.75万元，固定资产利用率97.50%: one operand in each of two sentences, both named in full. */
const across = (own: readonly Term[], before: readonly Term[]): readonly Term[] =>
  [...before, ...own].filter(
    ({ label }) => label.concept !== null && (label.residual === '' || WHOLE_UNIT.test(label.residual)),
  );

/** 全局核定编制112名: the unit with all that belongs to it. */
const WHOLE_UNIT = /^全(?:局|厅|委|办|院|校|所|馆|镇|乡|中心|系统|单位|部门)$/u;

/** 在职人员控制率 is of two quantities with names of their own; 执行率 is of whatever was planned and spent. */
const isOfQuantities = ({ numerator, denominator }: RateDefinition): boolean =>
  [...numerator, ...denominator].every((term) => term.concept !== undefined && term.aspect === undefined);

/** Readings over two sentences, when they leave one: both operands of one quantity, or both named by the rate. */
function ofOneThing(readings: readonly RatioStatement[], pool: readonly Term[]): readonly RatioStatement[] {
  const labelOf = (mention: Mention) => pool.find((term) => term.mention === mention)?.label;
  const same = readings.filter(({ numerator, denominator }) => {
    const [n, d] = [labelOf(numerator), labelOf(denominator)];
    const named = n?.aspect === null && d?.aspect === null;
    return named || n?.concept?.id === d?.concept?.id;
  });
  return same.length === 1 ? same : [];
}

const isOfFunds = (readings: readonly RatioStatement[]): boolean =>
  readings.some((r) =>
    /到位[^，。；]{0,6}$/u.test(
      r.denominator.text.slice(Math.max(0, r.denominator.start - 12), r.denominator.start),
    ),
  );

/** One numerator, or the same ones told once: what several readings would not agree on is left alone. */
const isCertain = (readings: readonly RatioStatement[], pool: readonly Term[]): boolean =>
  new Set(readings.map((r) => r.numerator)).size === 1 &&
  // 非常满意150份，满意30份: what makes up the numerator is more than one figure.
  pool.filter((t) => readings.some((r) => sharesName(t, r))).length === 1;

function sharesName(term: Term, reading: RatioStatement): boolean {
  if (term.mention === reading.numerator) return true;
  if (!alike(term.mention, reading.numerator)) return false;
  return /满意[度率]/u.test(reading.name)
    ? term.label.name.includes('满意') && !/不[太够很]?满意|问卷|调查|满意[度率]/u.test(term.label.name)
    : false;
}

/** 决算收入10,238.55万元 is an outcome, but nothing that was spent. */
const INCOME: ReadonlySet<string> = new Set(['income', 'fiscal-income', 'other-income', 'business-income']);

function matches(pool: readonly Term[], terms: readonly RateTerm[]): readonly Term[] {
  for (const term of terms) {
    const found = pool.filter(
      (t) =>
        (term.concept === undefined || t.label.concept?.id === term.concept) &&
        (term.aspect === undefined ||
          (term.aspect === 'outcome'
            ? isOutcome(t) && !INCOME.has(t.label.concept?.id ?? '')
            : t.label.aspect === term.aspect)),
    );
    // 全年支出 says outcome in so many words; 基本支出 beside it is one by default only.
    const explicit = term.aspect === 'outcome' ? found.filter((t) => t.label.aspect === 'outcome') : found;
    if (found.length > 0) return [...(explicit.length > 0 ? explicit : found)].reverse();
  }
  return [];
}

/** The operands stand elsewhere in the report, each with one value only. */
function fromFacts(
  sentence: Sentence,
  rate: Term,
  definition: RateDefinition,
  facts: readonly Fact[],
  name: string,
): RatioStatement | null {
  const one = (terms: readonly RateTerm[]): Fact | null => {
    for (const term of terms) {
      if (term.concept === undefined) continue;
      const told = facts.filter(
        (f) =>
          f.concept === term.concept &&
          f.scope === '' &&
          (term.aspect === undefined || f.aspect === term.aspect) &&
          isPlain(f.mention),
      );
      const values = new Set(told.map((f) => f.mention.figure.value.toFixed()));
      if (values.size > 1) return null;
      if (told[0] !== undefined) return told[0];
    }
    return null;
  };
  const n = one(definition.numerator);
  const d = one(definition.denominator);
  if (n === null || d === null || !alike(n.mention, d.mention)) return null;
  const statement = make(sentence, n.mention, d.mention, rate, name);
  // Figures from elsewhere may be of another date or scope: they confirm, and never contradict.
  return ratioFits(statement) ? statement : null;
}
