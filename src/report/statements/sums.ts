import type { Concept, Vocabulary } from '../../language/vocabulary.js';
import { sumOf } from '../../numbers/relations.js';
import type { SumStatement } from '../model.js';
import { isCompared } from './earlier.js';
import { sumFits } from './fit.js';
import { type List, listBehind, partsOf, USES, withNamesLikeChanges } from './lists.js';
import { overlap } from './overlap.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';
import { budgetBridge, trailingTotal } from './trailing-totals.js';

/**
 * Totals with their parts: 其中、包括、由…组成、构成为、分布如下, a colon or bracket straight behind the total, and
 * totals that follow their parts (合计失分2.65分). One pass over the terms of each sentence.
 */
export function readSums(passage: Passage, vocabulary: Vocabulary): readonly SumStatement[] {
  const found: SumStatement[] = [];
  let work = MOST_WORK;
  for (const sentence of passage.sentences) {
    const used = new Set<Term>();
    for (let i = 0; i < sentence.terms.length; i++) {
      const head = sentence.terms[i] as Term;
      const list = listBehind(sentence, passage, i);
      if (list === null) continue;
      work -= list.terms.length;
      if (work < 0) return found;
      const statement = bestOfHeads(sentence, i, list, vocabulary);
      if (statement === null || hasFullMarks(statement)) continue;
      // What the sentence before is about is not certain: a sum far off its figure is no sum.
      const areUses = list.nextSentence && USES.test(list.terms[0]?.lead ?? '');
      const isList = statement.parts.length >= FEWEST_USES && isClose(statement, '0.1');
      if (areUses && !sumFits(statement) && !isList) continue;
      found.push(statement);
      used.add(head);
    }
    const trailing = trailingTotal(sentence, used);
    if (trailing !== null) found.push(trailing);
    const bridge = budgetBridge(sentence, passage.sentences[sentence.ordinal - 1]);
    if (bridge !== null) found.push(bridge);
  }
  return found;
}

/** Fewer uses than these seldom are all of them. */
const FEWEST_USES = 3;

/** Totals further back than this many figures are not looked for. */
const HEADS_BACK = 6;

/**
 * 自评97分，其中投入15分得15分，过程35分得33分; 自评93.8分（满分100分）: full marks stand beside the marks earned, and are no parts of them.
 */
function hasFullMarks({ total, parts }: SumStatement): boolean {
  if (total.figure.unit.kind !== 'score') return false;
  return parts.some(
    (part) =>
      /(?:满分|百分制|分值|权重)[^，。；]{0,4}$/u.test(
        part.text.slice(Math.max(0, part.start - 10), part.start),
      ) || /^[)）]?[，,]?(?:实际|自评)?(?:得|实得|计)/u.test(part.text.slice(part.end, part.end + 6)),
  );
}

/**
 * 总支出4046.75万元，年末结转81.75万元。其中：…: the total need not be the figure next to its list. The nearest one is
 * meant unless an earlier one of the sentence fits; where none fits, a figure that is smaller than its own parts is
 * no total, and the one the parts come nearest to is.
 */
function bestOfHeads(
  sentence: Sentence,
  at: number,
  list: List,
  vocabulary: Vocabulary,
): SumStatement | null {
  const nearest = headAt(sentence, at);
  const own = sumOfList(nearest, list, sentence, vocabulary);
  if (own === null || sumFits(own) || list.bracket) return own;
  const earlier = sentence.terms
    .slice(Math.max(0, at - HEADS_BACK), at)
    .filter(
      (t) =>
        t !== nearest &&
        !isCompared(t) &&
        t.role === 'value' &&
        t.depth === nearest.depth &&
        alike(t.mention, nearest.mention),
    )
    .filter((t) => list.nextSentence || t.segment === nearest.segment)
    .reverse();
  const readings = earlier
    .map((head) => sumOfList(head, list, sentence, vocabulary))
    .filter((reading) => reading !== null);
  const fitting = readings.find(sumFits);
  if (fitting !== undefined) return fitting;
  const tooSmall = own.parts.some((part) => part.figure.value.gt(own.total.figure.value));
  if (!tooSmall) return own;
  const close = readings.find((reading) => isClose(reading));
  return close ?? (readings.length > 0 ? null : own);
}

/** 总投资1,344万元，亩均投资2,400元，其中…: an average has no parts, and the amount before it is the one spoken of. */
function headAt(sentence: Sentence, at: number): Term {
  const nearest = sentence.terms[at] as Term;
  const before = sentence.terms[at - 1];
  const isTotal =
    before?.role === 'value' && before.segment === nearest.segment && alike(before.mention, nearest.mention);
  return isTotal && AVERAGE.test(nearest.label.name) ? before : nearest;
}

/** Whether the parts come to the total but for a part of it: half of it unless told otherwise. */
export function isClose(statement: SumStatement, within = '0.5'): boolean {
  const total = statement.total.figure.value;
  const parts = sumOf(statement.parts.map((part) => part.figure)).point;
  return !total.isZero() && parts.minus(total).abs().lte(total.abs().times(within));
}

/** Lists within lists are added up until this many figures were looked at: hostile text has no end of them. */
const MOST_WORK = 60_000;

export function sumOfList(
  head: Term,
  list: List,
  sentence: Sentence,
  vocabulary: Vocabulary,
): SumStatement | null {
  if (!isPlain(head.mention)) return null;
  const top = partsOf(head, list.terms);
  if (top.length === 0 || isAverage(head, top)) return null;
  const last = list.terms[list.terms.length - 1];
  const open =
    /^等|等[，。；、)]/u.test(last?.tail.slice(0, 6) ?? '') ||
    list.terms.some((t) => /等[，。；、]/u.test(t.lead.slice(0, 12)));
  const vague = top.some((part) => !isPlain(part.mention));
  // 农村饮水安全巩固提升289.13万元 amid a list: a part whose name ends like a change.
  const all = withNamesLikeChanges(head, list.terms, top);
  const unsure = all.length > top.length;
  const make = (parts: readonly Term[], complete: boolean): SumStatement => ({
    kind: 'sum',
    total: head.mention,
    parts: parts.map((part) => part.mention),
    complete: complete && !open && !vague && !unsure && parts.length > 1,
    quote: sentence.quote,
  });
  const composed = composition(head.label.concept, top, vocabulary) ?? budgetsOf(head, top);
  const isAll = areNamedParts(head, top);
  const wordsSayAll = (list.opener.complete || isAll) && top.length > 1;
  const sharesSayAll = sharesCoverAll(list.terms, top.length);
  const readings: SumStatement[] = [];
  if (composed !== null) readings.push(make(composed, true));
  if (unsure) readings.push(make(all, false));
  readings.push(make(top, wordsSayAll || sharesSayAll));
  // What follows the list may be something else: 其中：甲60万元，乙40万元，年末结转5万元.
  for (let n = top.length - 1; n >= 2 && n >= top.length - 4 && mayEndBefore(top[n]); n--)
    readings.push(make(top.slice(0, n), false));
  const segment = top.filter((part) => part.segment === top[0]?.segment);
  if (segment.length < top.length && segment.length > 0) readings.push(make(segment, false));
  const fitting = readings.find(sumFits);
  if (fitting !== undefined) return { ...fitting, complete: true };
  // 维修7座、加固6座（1座既维修又加固）: the words say that the parts are partly the same.
  if (/既[^，。；]{1,10}又|重复|交叉/u.test(sentence.text)) return null;
  // 其中法官28人、助理24人；聘用人员31人: what follows the semicolon of a list without semicolons is no part of it.
  if (composed === null && segment.length >= 2 && segment.length < top.length)
    return overlap(segment) ? null : make(segment, wordsSayAll);
  return composed === null && !isAll && overlap(top) ? null : (readings[0] ?? null);
}

const AVERAGE = /平均|[人户次亩车村场]均/u;

/** 平均得分96.4分，其中最高98.5分，最低93分: an average has no parts, and the ends of a range are none. */
const isAverage = (head: Term, parts: readonly Term[]): boolean =>
  AVERAGE.test(head.label.name) ||
  parts.some((part) => /最[高低多少大小](?:得?分|的|为|是|达|值|仅)*$/u.test(part.lead));

/** 新建改造45.6公里，其中新建28.2公里、改造17.4公里: the total is named after all that it is made of. */
function areNamedParts(head: Term, parts: readonly Term[]): boolean {
  const words = parts.map(
    (part) => /^[，,、:]?(?:其中:?)?(?<kind>[\p{Script=Han}]{2})/u.exec(part.lead)?.groups?.kind,
  );
  return (
    parts.length > 1 &&
    new Set(words).size === words.length &&
    words.every((word) => word !== undefined && head.label.name.includes(word))
  );
}

/** Whether a list may have ended before a part: not where 、 joins it to the list, and not before what it calls 其他. */
const mayEndBefore = (part: Term | undefined): boolean =>
  part !== undefined && !/^、/u.test(part.lead) && !/^[，,；;、]?(?:其他|其它|其余)/u.test(part.lead);

/** The terms that the vocabulary names as all the parts of a quantity, when they are all there once. */
export function composition(
  concept: Concept | null,
  parts: readonly Term[],
  vocabulary: Vocabulary,
): readonly Term[] | null {
  if (concept === null) return null;
  const own = concept.id === 'total' ? vocabulary.concepts.filter((c) => c.id === 'expenditure') : [concept];
  for (const whole of own)
    for (const ids of [...whole.parts].sort((a, b) => b.length - a.length)) {
      const chosen = ids.map((id) => parts.filter((part) => conceptUnder(part, whole.id, vocabulary) === id));
      if (chosen.some((matches) => matches.length !== 1)) continue;
      const exact = chosen.flat();
      if (exact.every((part) => part.label.residual === '')) return exact;
    }
  return null;
}

const FISCAL: ReadonlySet<string> = new Set(['general-public', 'government-fund', 'state-capital']);

/** 财政拨款收入…（其中一般公共预算…，政府性基金预算…，国有资本经营预算…）: the budgets that make up the fiscal money. */
function budgetsOf(head: Term, parts: readonly Term[]): readonly Term[] | null {
  if (head.label.concept?.id !== 'fiscal-income' || head.label.residual !== '' || parts.length < 2)
    return null;
  const scopes = new Set(parts.map((part) => part.label.scope));
  return scopes.size === parts.length &&
    scopes.has('general-public') &&
    parts.every((part) => FISCAL.has(part.label.scope) && part.label.residual === '')
    ? parts
    : null;
}

/** The quantity a part stands for below a whole: 行政26名 below 编制 is 行政编制. */
function conceptUnder(part: Term, whole: string, vocabulary: Vocabulary): string | null {
  if (part.label.concept !== null) return part.label.concept.id;
  for (const concept of vocabulary.concepts)
    if (concept.under?.[whole]?.some((word) => part.lead.includes(word)) === true) return concept.id;
  return null;
}

/** Every part has its share, and the shares make up a hundred per cent. */
function sharesCoverAll(terms: readonly Term[], count: number): boolean {
  const shares = terms.filter((term) => term.role === 'share');
  if (shares.length !== count || count < 2) return false;
  const total = shares.reduce((sum, share) => sum + share.mention.figure.value.toNumber(), 0);
  return Math.abs(total - 1) <= 0.0011;
}
