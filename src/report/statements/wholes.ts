import type { Label, LabelReader } from '../../language/labels.js';
import type { Fact, ShareStatement } from '../model.js';
import { isCompared, isEarlier } from './earlier.js';
import { shareFits } from './fit.js';
import { alike, isPlain, type Passage, positionOf, type Sentence, type Term } from './terms.js';

/** A total, wherever in the report it stands. */
export type Whole = Pick<Term, 'mention'>;

/** A part, its whole and its share. */
export const make = (
  sentence: Sentence,
  part: Term,
  whole: Pick<Term, 'mention'>,
  rate: Term,
): ShareStatement => ({
  kind: 'share',
  part: part.mention,
  whole: whole.mention,
  rate: rate.mention,
  quote: sentence.quote,
});

/** 占总资金的, 占总投入的: the total of the list itself, by whatever name. */
export const IS_TOTAL = /^(?:总[\p{Script=Han}]{1,4}|[\p{Script=Han}]{0,6}(?:总额|总数|总量|合计))$/u;

/** 占本年支出合计的: the whole that is named, '' when the words name none. */
export function namedWhole(lead: string): string {
  const clause = lead.slice(lead.lastIndexOf('占') + 1);
  const words = clause
    .replace(/(?:的)?(?:比例|比重|比|百分比)?(?:约|达到?|为|是|:)*$/u, '')
    .replace(/^(?:比|到|了|据)/u, '');
  return /^(?:其|其中|总|全部|总额|总数|总量|合计|总体)?$/u.test(words) ? '' : words;
}

export function shareOfNamed(
  sentence: Sentence,
  passage: Passage,
  part: Term,
  rate: Term,
  named: string,
  labels: LabelReader,
  facts: readonly Fact[],
): ShareStatement | null {
  const wanted = labels.read(named);
  const earlier = passage.terms
    .slice(Math.max(0, part.index - 400), part.index)
    .filter((t) => t.role === 'value' && isPlain(t.mention) && alike(t.mention, part.mention))
    // 占“三公”经费支出的: neither last year's spending nor the budget is meant unless the words say so.
    .filter((t) => wanted.period !== null || !(isCompared(t) || isEarlier(t)))
    .filter((t) => wanted.aspect !== null || !isBudget(t) || !/支出|决算|实际/u.test(named));
  const byName = earlier.filter(
    (t) =>
      t.label.name !== '' &&
      wanted.name !== '' &&
      t.label.name.endsWith(wanted.name) &&
      // 占支出的69.27%: 基本支出 ends like 支出 and is not meant.
      (wanted.concept === null || t.label.concept === null || t.label.concept.id === wanted.concept.id),
  );
  const byConcept = earlier.filter(
    (t) =>
      (wanted.concept !== null
        ? t.label.concept?.id === wanted.concept.id || isSpending(t, wanted)
        : wanted.aspect !== null && wanted.residual === '') &&
      (wanted.aspect === null || t.label.aspect === wanted.aspect),
  );
  const readings = [...byName, ...byConcept].reverse().map((whole) => make(sentence, part, whole, rate));
  const fitting = readings.find(shareFits);
  if (fitting !== undefined) return fitting;
  // 采购预算260万元，实际采购金额248.36万元，…占采购总额的: a budget bears a share out and never contradicts one.
  const budgets = new Set(earlier.filter(isBudget).map((t) => t.mention));
  const certain =
    wanted.aspect !== null || isBudget(part) ? readings : readings.filter((one) => !budgets.has(one.whole));
  const distinct = new Set(certain.map((reading) => reading.whole.figure.value.toFixed()));
  if (distinct.size === 1) return certain[0] ?? null;
  if (readings.length > 0 || wanted.concept === null || wanted.residual !== '') return null;
  // The whole belongs to the year of its part: last year's quantity bears the same name.
  const year = facts.find((fact) => fact.mention === part.mention)?.period.year ?? null;
  const told = facts.filter(
    (fact) =>
      fact.concept === wanted.concept?.id &&
      (wanted.period !== null || year === null || fact.period.year === year) &&
      (wanted.scope === '' ? fact.scope === '' : fact.scope === wanted.scope) &&
      (wanted.aspect === null
        ? fact.aspect === 'outcome' || fact.aspect === 'plain'
        : fact.aspect === wanted.aspect) &&
      alike(fact.mention, part.mention) &&
      isPlain(fact.mention),
  );
  const values = new Set(told.map((fact) => fact.mention.figure.value.toFixed()));
  const whole = told[0];
  return values.size === 1 && whole !== undefined ? make(sentence, part, whole, rate) : null;
}

const isBudget = (term: Term): boolean => term.label.aspect !== null && term.label.aspect !== 'outcome';

const isSpent = (term: Term, part: Term): boolean =>
  term.role === 'value' &&
  term.label.aspect === 'outcome' &&
  alike(term.mention, part.mention) &&
  !isCompared(term);

/** 全年支出1820.75万元 is 总支出, though its words name no quantity of the vocabulary. */
const isSpending = (term: Term, wanted: Label): boolean =>
  wanted.concept?.id === 'expenditure' &&
  term.label.concept === null &&
  term.label.aspect === 'outcome' &&
  term.label.residual === '';

/** Totals under which a part may stand, the likeliest first. */
export function headsOf(passage: Passage, part: Term): readonly Term[] {
  const heads: Term[] = [];
  const sentence = passage.sentences[part.sentence];
  if (sentence === undefined) return heads;
  const position = positionOf(sentence, part);
  // The nearest total before the list that the part stands in.
  for (let i = position; i > 0 && i > position - 60; i--) {
    const term = sentence.terms[i] as Term;
    const before = sentence.terms[i - 1] as Term;
    if (!OPENS_LIST.test(term.lead.slice(0, 30)) && term.depth <= before.depth) continue;
    const head = lastValue(sentence.terms, i);
    if (head !== null && !hasShare(sentence, head, term.lead)) heads.push(head);
  }
  const first = sentence.terms.find((t) => t.role === 'value');
  if (first !== undefined && first.index < part.index && !hasShare(sentence, first)) heads.push(first);
  for (let s = part.sentence - 1; s >= 0 && s >= part.sentence - 3; s--) {
    const previous = passage.sentences[s];
    if (previous === undefined) continue;
    const last = lastValue(previous.terms);
    const opening = previous.terms.find((t) => t.role === 'value');
    // 预算38.00万元，实际支出33.26万元，较上年…。其中公务接待费6.82万元，占20.5%: what was spent is divided, not what was planned.
    const spent = isBudget(part) ? undefined : previous.terms.find((t) => isSpent(t, part));
    if (spent !== undefined) heads.push(spent);
    if (opening !== undefined) heads.push(opening);
    if (last !== null) heads.push(last);
  }
  return heads.filter((head, i) => heads.indexOf(head) === i && !isCompared(head));
}

/** A quantity whose own share is told is a part, unless a list opens behind that share (占100%，其中：…). */
function hasShare(sentence: Sentence, term: Term, opener = ''): boolean {
  const next = sentence.terms[positionOf(sentence, term) + 1];
  return next?.role === 'share' && !/其中|包括/u.test(opener);
}

const OPENS_LIST = /其中|包括|包含|构成|组成|分布|分别|具体|用于|^[:]|由|按[^，。；]{1,10}分/u;

function lastValue(terms: readonly Term[], end = terms.length): Term | null {
  for (let i = end - 1; i >= 0 && i > end - 60; i--) if (terms[i]?.role === 'value') return terms[i] ?? null;
  return null;
}

/** A head in the part's own sentence is the base that the words give; one in the sentence before needs 其中. */
export function isCertainHead(passage: Passage, head: Term | undefined, part: Term): boolean {
  if (head === undefined) return false;
  if (head.sentence !== part.sentence) {
    // 支出合计752.48万元。其中：基本支出…，占…
    const opening = passage.sentences[part.sentence]?.terms[0]?.lead ?? '';
    return head.sentence === part.sentence - 1 && /^[:，,]*其中/u.test(opening);
  }
  return true;
}
