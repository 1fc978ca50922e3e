import type { Label, LabelReader } from '../../language/labels.js';
import type { Concept } from '../../language/vocabulary.js';
import { sumOf } from '../../numbers/relations.js';
import type { Fact, Mention, ShareStatement, SumStatement } from '../model.js';
import { isCompared, isEarlier } from './earlier.js';
import { agrees, shareFits } from './fit.js';
import { alike, isPlain, type Passage, positionOf, type Sentence, type Term } from './terms.js';

/** 占 x%: the part before it, and the whole that the words name or the list stands under. */
export function readShares(
  passage: Passage,
  labels: LabelReader,
  facts: readonly Fact[],
  sums: readonly SumStatement[],
  over: ReadonlyMap<Mention, Mention>,
): readonly ShareStatement[] {
  const totals = totalsOf(passage, sums, over);
  const found: ShareStatement[] = [];
  for (const sentence of passage.sentences) {
    const before = found.length;
    for (let i = 0; i < sentence.terms.length; i++) {
      const rate = sentence.terms[i] as Term;
      if (!isPlain(rate.mention)) continue;
      if (rate.role === 'share') {
        const run = runOfRates(sentence, i);
        if (run.length > 1) {
          found.push(...respectively(sentence, passage, i, run, labels, facts, totals));
          i += run.length - 1;
        } else {
          const share = shareOfPrinted(sentence, i) ?? shareAt(sentence, passage, i, labels, facts, totals);
          if (share !== null) found.push(share);
        }
      } else if (rate.role === 'rate') {
        const share = shareOfPrinted(sentence, i);
        if (share !== null) found.push(share);
      }
    }
    found.push(...ofToldWhole(sentence, passage, facts, found.slice(before)));
  }
  return found;
}

/** More facts than this are not searched for a whole: hostile text has no end of them. */
const MOST_FACTS = 2000;
/** Fewest parts of a list whose whole is told elsewhere. */
const FEWEST_PARTS = 3;

/**
 * 一般公共服务支出702.18万元，占35.67%；…: a list of parts with their shares, without their whole. Where all parts add up
 * to one quantity of the report, that is the whole.
 */
function ofToldWhole(
  sentence: Sentence,
  passage: Passage,
  facts: readonly Fact[],
  known: readonly ShareStatement[],
): readonly ShareStatement[] {
  const shares = sentence.terms.filter((term) => term.role === 'share');
  if (
    shares.length < FEWEST_PARTS ||
    facts.length > MOST_FACTS ||
    shares.some((share) => !/^[,，(]?占(?:比|总[^，。；]{0,6})?$/u.test(share.lead))
  )
    return [];
  const parts = shares.map((share) => partBefore(sentence, positionOf(sentence, share)));
  const first = parts[0];
  if (!first || parts.some((part) => part === null || !alike(part.mention, first.mention))) return [];
  const told = parts.filter((part) => part !== null);
  const sum = sumOf(told.map((part) => part.mention.figure));
  const start = sentence.terms[0]?.index ?? 0;
  const above = passage.terms.slice(Math.max(0, start - 60), start).filter((term) => term.role === 'value');
  const wholes = [
    ...known.map((share) => share.whole),
    ...above.map((term) => term.mention),
    ...facts.map((fact) => fact.mention),
  ];
  const whole = wholes.find((m) => isPlain(m) && alike(m, first.mention) && agrees(m.figure, sum));
  if (whole === undefined) return [];
  const resolved = new Set(known.map((share) => share.rate));
  return shares.flatMap((share, i) =>
    resolved.has(share.mention) ? [] : [make(sentence, told[i] as Term, { mention: whole }, share)],
  );
}

/** A total, wherever in the report it stands. */
type Whole = Pick<Term, 'mention'>;

/** The total that each listed part stands under. */
function totalsOf(
  passage: Passage,
  sums: readonly SumStatement[],
  over: ReadonlyMap<Mention, Mention>,
): ReadonlyMap<Mention, Whole> {
  const totals = new Map<Mention, Whole>();
  for (const sum of sums)
    for (const part of sum.parts) if (!totals.has(part)) totals.set(part, { mention: sum.total });
  for (const { mention } of passage.terms) {
    const total = over.get(mention);
    if (total !== undefined && !totals.has(mention)) totals.set(mention, { mention: total });
  }
  return totals;
}

const make = (sentence: Sentence, part: Term, whole: Pick<Term, 'mention'>, rate: Term): ShareStatement => ({
  kind: 'share',
  part: part.mention,
  whole: whole.mention,
  rate: rate.mention,
  quote: sentence.quote,
});

/** 重点项目支出324.50万元，占项目支出353.16万元的91.88%: the whole stands between 占 and 的. */
function shareOfPrinted(sentence: Sentence, at: number): ShareStatement | null {
  const rate = sentence.terms[at] as Term;
  const whole = sentence.terms[at - 1];
  const part = sentence.terms[at - 2];
  if (
    whole === undefined ||
    part === undefined ||
    !/^[)]?的(?:比例|比重|百分比)?(?:约|为|达到?|是)*:?$/u.test(rate.lead)
  )
    return null;
  if (whole.role !== 'value' || !/占[^，。；]{0,30}$/u.test(whole.lead)) return null;
  if (part.role !== 'value' || !alike(part.mention, whole.mention)) return null;
  return isPlain(part.mention) && isPlain(whole.mention) ? make(sentence, part, whole, rate) : null;
}

function shareAt(
  sentence: Sentence,
  passage: Passage,
  at: number,
  labels: LabelReader,
  facts: readonly Fact[],
  totals: ReadonlyMap<Mention, Whole>,
): ShareStatement | null {
  const rate = sentence.terms[at] as Term;
  const own = namedPart(rate.lead, labels);
  const part = own === null ? partBefore(sentence, at) : toldPart(passage, rate, own);
  if (part === null) return null;
  const named = namedWhole(rate.lead);
  const total = totals.get(part.mention);
  if (named !== '') {
    const share = shareOfNamed(sentence, passage, part, rate, named, labels, facts);
    if (share !== null || total === undefined || !IS_TOTAL.test(named)) return share;
    return alike(total.mention, part.mention) ? make(sentence, part, total, rate) : null;
  }
  const heads = headsOf(passage, part);
  const wholes: readonly Whole[] = [...(total === undefined ? [] : [total]), ...heads].filter(
    (head) => alike(head.mention, part.mention) && isPlain(head.mention),
  );
  const readings = wholes.map((whole) => make(sentence, part, whole, rate));
  const fitting = readings.find(shareFits);
  if (fitting !== undefined) return fitting;
  const certain =
    total !== undefined ||
    isCertainHead(
      passage,
      heads.find((head) => head === wholes[0]),
      part,
    );
  return certain ? (readings[0] ?? null) : null;
}

/** The quantity whose share is told: the value before, not over another share or a semicolon. */
function partBefore(sentence: Sentence, at: number): Term | null {
  const rate = sentence.terms[at] as Term;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const term = sentence.terms[i] as Term;
    if (term.segment !== rate.segment || term.role === 'share') return null;
    if (term.role === 'value' && term.depth <= rate.depth && term.mention.figure.unit.kind !== 'rate')
      return isPlain(term.mention) ? term : null;
  }
  return null;
}

/** 由基本支出…、项目支出…构成，其中基本支出占比82.33%: the quantity that the words before 占 name; null when they name none. */
function namedPart(lead: string, labels: LabelReader): Concept | null {
  const at = lead.lastIndexOf('占');
  const words = lead
    .slice(Math.max(0, at - 24), at)
    .split(/[，,。；;：:、)]/u)
    .at(-1);
  if (words === undefined || words === '') return null;
  const label = labels.read(words);
  return label.residual === '' ? label.concept : null;
}

/** The value nearest before a rate that was told of a quantity, by that quantity's own name. */
const toldPart = (passage: Passage, rate: Term, concept: Concept): Term | null =>
  passage.terms
    .slice(Math.max(0, rate.index - 20), rate.index)
    .findLast(
      (term) =>
        term.role === 'value' &&
        term.label.concept?.id === concept.id &&
        term.label.residual === '' &&
        isPlain(term.mention) &&
        !isCompared(term),
    ) ?? null;

/** 占本年支出合计的: the whole that is named, '' when the words name none. */
function namedWhole(lead: string): string {
  const clause = lead.slice(lead.lastIndexOf('占') + 1);
  const words = clause
    .replace(/(?:的)?(?:比例|比重|比|百分比)?(?:约|达到?|为|是|:)*$/u, '')
    .replace(/^(?:比|到|了|据)/u, '');
  return /^(?:其|其中|总|全部|总额|总数|总量|合计|总体)?$/u.test(words) ? '' : words;
}

function shareOfNamed(
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

/** 全年支出1820.75万元 is 总支出, though its words name no quantity of the vocabulary. */
const isSpending = (term: Term, wanted: Label): boolean =>
  wanted.concept?.id === 'expenditure' &&
  term.label.concept === null &&
  term.label.aspect === 'outcome' &&
  term.label.residual === '';

/** Totals under which a part may stand, the likeliest first. */
function headsOf(passage: Passage, part: Term): readonly Term[] {
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
function isCertainHead(passage: Passage, head: Term | undefined, part: Term): boolean {
  if (head === undefined) return false;
  if (head.sentence !== part.sentence) {
    // 支出合计752.48万元。其中：基本支出…，占…
    const opening = passage.sentences[part.sentence]?.terms[0]?.lead ?? '';
    return head.sentence === part.sentence - 1 && /^[:，,]*其中/u.test(opening);
  }
  return true;
}

/** Rates told one behind the other: 分别占88.89%、11.11%. */
function runOfRates(sentence: Sentence, at: number): readonly Term[] {
  const run: Term[] = [sentence.terms[at] as Term];
  for (let i = at + 1; i < sentence.terms.length && run.length < 200; i++) {
    const term = sentence.terms[i] as Term;
    if (term.mention.figure.unit.kind !== 'rate' || !/^(?:、|和|与|及|以及|，|,|占)+$/u.test(term.lead))
      break;
    run.push(term);
  }
  return run;
}

/** 甲、乙分别为668.89万元和83.59万元，分别占88.89%和11.11%. */
function respectively(
  sentence: Sentence,
  passage: Passage,
  at: number,
  rates: readonly Term[],
  labels: LabelReader,
  facts: readonly Fact[],
  totals: ReadonlyMap<Mention, Whole>,
): readonly ShareStatement[] {
  const last = sentence.terms[at - 1];
  // 甲668.89万元、乙83.59万元，合计752.48万元，占比分别为…: the total stands between the parts and their shares.
  const total =
    at > rates.length && last !== undefined && (isTrailingTotal(last) || isPrintedWhole(last, rates[0]))
      ? last
      : null;
  const end = total === null ? at : at - 1;
  const parts = sentence.terms.slice(Math.max(0, end - rates.length), end);
  if (parts.length !== rates.length) return [];
  if (
    parts.some(
      (part) => part.role !== 'value' || part.mention.figure.unit.kind === 'rate' || !isPlain(part.mention),
    )
  )
    return [];
  const first = parts[0] as Term;
  const named = total === null ? namedWhole((rates[0] as Term).lead.replaceAll('分别', '')) : '';
  const pair = (whole: Whole | null): readonly ShareStatement[] =>
    whole === null ? [] : rates.map((rate, i) => make(sentence, parts[i] as Term, whole, rate));
  if (named !== '') {
    const found = rates.map((rate, i) =>
      shareOfNamed(sentence, passage, parts[i] as Term, rate, named, labels, facts),
    );
    const told = found.filter((share) => share !== null);
    const head = told.length === 0 && IS_TOTAL.test(named) ? totals.get(first.mention) : undefined;
    return head === undefined || !alike(head.mention, first.mention) ? told : pair(head);
  }
  if (total !== null && alike(total.mention, first.mention) && isPlain(total.mention)) return pair(total);
  const heads = headsOf(passage, first).filter(
    (head) => !parts.includes(head) && alike(head.mention, first.mention) && isPlain(head.mention),
  );
  const fitting = heads.find((head) => pair(head).every(shareFits));
  if (fitting !== undefined) return pair(fitting);
  // One wrong share among right ones still shows which total was meant.
  const mostly = heads.find((head) => pair(head).some(shareFits));
  return pair(mostly ?? (isCertainHead(passage, heads[0], first) ? (heads[0] ?? null) : null));
}

/** 分别为826.41万元和3915.07万元，占总支出4741.48万元的比重分别为…: the whole is printed before the rates. */
const isPrintedWhole = (term: Term, rate: Term | undefined): boolean =>
  term.role === 'value' &&
  /占[^，。；]{0,16}$/u.test(term.lead) &&
  /^的(?:比例|比重|百分比)?分别(?:约|为|达|是|占)?:?$/u.test(rate?.lead ?? '');

/** 占总资金的, 占总投入的: the total of the list itself, by whatever name. */
const IS_TOTAL = /^(?:总[\p{Script=Han}]{1,4}|[\p{Script=Han}]{0,6}(?:总额|总数|总量|合计))$/u;

const isTrailingTotal = (term: Term): boolean =>
  term.role === 'value' &&
  /^[，,、；;:]?(?:以上|总计|合计|共计|总共|累计|[二两三四五六]项)[^，。；]{0,8}$/u.test(term.lead);
