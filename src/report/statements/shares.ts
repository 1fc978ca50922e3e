import type { LabelReader } from '../../language/labels.js';
import type { Concept } from '../../language/vocabulary.js';
import { sumOf } from '../../numbers/relations.js';
import type { Fact, Mention, ShareStatement, SumStatement } from '../model.js';
import { isCompared } from './earlier.js';
import { agrees, shareFits } from './fit.js';
import { respectively, runOfRates } from './respective-shares.js';
import { alike, isPlain, type Passage, positionOf, type Sentence, type Term } from './terms.js';
import { headsOf, IS_TOTAL, isCertainHead, make, namedWhole, shareOfNamed, type Whole } from './wholes.js';

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
  const nearest = partBefore(sentence, at);
  const part =
    own === null
      ? nearest
      : (toldPart(passage, rate, own) ?? (nearest?.label.concept?.id === own.id ? nearest : null));
  if (part === null) return null;
  const named = namedWhole(rate.lead);
  const total = totals.get(part.mention);
  if (named !== '' && isOfAnother(part, rate.lead)) {
    const share = shareOfNamed(sentence, passage, part, rate, named, labels, facts);
    return share !== null && shareFits(share) ? share : null;
  }
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
  if (isBorneOut(sentence, part, rate) || isOfAnother(part, rate.lead)) return null;
  const certain =
    total !== undefined ||
    isCertainHead(
      passage,
      heads.find((head) => head === wholes[0]),
      part,
    );
  return certain ? (readings[0] ?? null) : null;
}

/** 采购预算358.6万元，实际采购331.74万元，…；面向中小企业采购312.4万元，占比94.17%: another figure before it may be the whole. */
const isBorneOut = (sentence: Sentence, part: Term, rate: Term): boolean =>
  sentence.terms
    .slice(0, positionOf(sentence, part))
    .some(
      (whole) =>
        whole.role === 'value' &&
        isPlain(whole.mention) &&
        alike(whole.mention, part.mention) &&
        shareFits(make(sentence, part, whole, rate)),
    );

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

/**
 * 23个得满分，2个扣分，满分指标占92%: a clause with a subject of its own, which is not what the figure before it counts.
 */
function isOfAnother(part: Term, lead: string): boolean {
  const at = lead.lastIndexOf('占');
  const clauses = lead.slice(Math.max(0, at - 24), at).split(/[，,。；;：:]/u);
  const subject = (clauses.at(-1) ?? '').replace(/(?:约|共|仅|合计|所|分别|各|总)+$/u, '');
  // Words straight behind a figure belong to it: 23个指标占92%.
  if (clauses.length < 2 || !/^\p{Script=Han}{2,12}$/u.test(subject)) return false;
  // 得满分，2个: the words before the comma belong to the figure before them.
  const name = /[，,。；;：:]$/u.test(part.lead) ? '' : part.label.name;
  const own = name + (part.tail.split(/[，,。；;：:]/u)[0] ?? '');
  return ![...subject].some((_, i) => i + 2 <= subject.length && own.includes(subject.slice(i, i + 2)));
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
