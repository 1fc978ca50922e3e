import type { Concept, Vocabulary } from '../../language/vocabulary.js';
import { sumOf } from '../../numbers/relations.js';
import type { SumStatement } from '../model.js';
import { isCompared } from './earlier.js';
import { sumFits } from './fit.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

/** How a list of parts is announced behind its total. */
interface Opener {
  /** Whether the words say that the parts are all there is. */
  readonly complete: boolean;
  readonly bracket: boolean;
}

const PARTIAL = /主要|重点|部分|例如|如:|尤其|等[，。；、)]|含|不含|包含|其他略/u;
const COMPLETE =
  /^[，,。；;:、]*(?:[^，。；]{0,12})?(?:构成|组成|分布如下|分布为|分别为|分别是|分别用于|具体为|具体是|具体如下|具体包括|明细|按[^，。；]{1,10}分|分为|划分|细分|拆分|由|分项)/u;
const OPENS = /^[，,。；;:、]*(?:[^，。；:]{0,8})?(?:其中|包括|包含|含|主要用于|用于以下|主要为|主要是)/u;

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
      found.push(statement);
      used.add(head);
    }
    const trailing = trailingTotal(sentence, used.size > 0);
    if (trailing !== null) found.push(trailing);
    const bridge = budgetBridge(sentence);
    if (bridge !== null) found.push(bridge);
  }
  return found;
}

/** Totals further back than this many figures are not looked for. */
const HEADS_BACK = 6;

/**
 * 自评97分，其中投入15分得15分，过程35分得33分: full marks stand beside the marks earned, and are no parts of them.
 */
function hasFullMarks({ total, parts }: SumStatement): boolean {
  if (total.figure.unit.kind !== 'score') return false;
  return parts.some((part) =>
    /^[)）]?[，,]?(?:实际|自评)?(?:得|实得|计)/u.test(part.text.slice(part.end, part.end + 6)),
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
  const nearest = sentence.terms[at] as Term;
  const own = sumOfList(nearest, list, sentence, vocabulary);
  if (own === null || sumFits(own) || list.bracket) return own;
  const earlier = sentence.terms
    .slice(Math.max(0, at - HEADS_BACK), at)
    .filter((t) => t.role === 'value' && t.depth === nearest.depth && alike(t.mention, nearest.mention))
    .filter((t) => list.nextSentence || t.segment === nearest.segment)
    .reverse();
  const readings = earlier
    .map((head) => sumOfList(head, list, sentence, vocabulary))
    .filter((reading) => reading !== null);
  const fitting = readings.find(sumFits);
  if (fitting !== undefined) return fitting;
  const tooSmall = own.parts.some((part) => part.figure.value.gt(own.total.figure.value));
  if (!tooSmall) return own;
  const close = readings.find(isClose);
  return close ?? (readings.length > 0 ? null : own);
}

/** Whether the parts come to somewhere between half and one and a half of the total. */
function isClose(statement: SumStatement): boolean {
  const total = statement.total.figure.value;
  const parts = sumOf(statement.parts.map((part) => part.figure)).point;
  return !total.isZero() && parts.minus(total).abs().lte(total.abs().div(2));
}

/** Lists within lists are added up until this many figures were looked at: hostile text has no end of them. */
const MOST_WORK = 60_000;

/** Longest list that is summed: a sentence of thousands of figures is no sentence. */
const LONGEST_LIST = 6000;

/** A list of parts and how it is announced. */
interface List {
  readonly opener: Opener;
  readonly terms: readonly Term[];
  /** Whether it stands in brackets behind its total. */
  readonly bracket: boolean;
  /** Whether it begins with the sentence behind its total. */
  readonly nextSentence: boolean;
}

function listBehind(sentence: Sentence, passage: Passage, at: number): List | null {
  const head = sentence.terms[at] as Term;
  if (head.role !== 'value' || head.mention.figure.unit.kind === 'rate' || isCompared(head)) return null;
  // The words between the total and its first part; rates of the total may stand between (占100%，其中：).
  let first = at + 1;
  while (
    first < sentence.terms.length &&
    first <= at + 3 &&
    !isRival(head, sentence.terms[first]) &&
    openerOf(sentence.terms[first]?.lead ?? '') === null
  )
    first++;
  let nextSentence = false;
  let next = sentence.terms[first];
  let rest: readonly Term[] = sentence.terms.slice(first, first + LONGEST_LIST);
  if (next === undefined) {
    // 基本支出5377.64万元。其中：人员经费… : the list is the next sentence.
    const following = passage.sentences[sentence.ordinal + 1];
    next = following?.terms[0];
    if (following === undefined || next === undefined) return null;
    if (!/^[:，,]*(?:其中|包括)/u.test(next.lead) && !isWithin(head, next)) return null;
    rest = following.terms.slice(0, LONGEST_LIST);
    nextSentence = true;
  }
  if (next.role !== 'value' && next.role !== 'share') return null;
  const opener = openerOf(next.lead, next.depth > head.depth);
  if (opener === null) return null;
  const depth = next.depth;
  const bounded: Term[] = [];
  for (const term of rest) {
    if (term.depth < depth) break;
    bounded.push(term);
  }
  return { opener, terms: bounded, bracket: opener.bracket, nextSentence };
}

/** 项目支出1284.64万元。项目支出中，社区惠民560万元…: the next sentence takes the total up by its name. */
function isWithin(head: Term, next: Term): boolean {
  const name = WITHIN.exec(next.lead)?.[1] ?? '';
  return name !== '' && head.label.name.endsWith(name);
}

const WITHIN = /^(?:在|全年|上述)?([\p{Script=Han}]{2,10})(?:当)?中[，:]/u;

/** 项目39个，平均得分99.33分（其中，…35个；…4个）: a figure of another kind between the total and its list is passed over. */
const isRival = (head: Term, term: Term | undefined): boolean =>
  term?.role === 'value' && alike(head.mention, term.mention) && !isCompared(term);

function openerOf(lead: string, deeper = false): Opener | null {
  // 主要包括：基本工资、津贴补贴；公用经费480.66万元: the list named no figures, and the next item follows.
  if (/[；;。]/u.test(lead.replace(/^[；;。]/u, ''))) return null;
  // 80分（含）-90分: the bound of a band is no list.
  const words = lead.slice(0, 40).replace(/^\((?:不?含)[^()]{0,8}\)/u, '');
  const partial = PARTIAL.test(words);
  if (deeper && /^\(/u.test(words)) return { complete: !partial && !/其中|包括/u.test(words), bracket: true };
  if (COMPLETE.test(words)) return { complete: !partial, bracket: false };
  if (OPENS.test(words) || WITHIN.test(words)) return { complete: false, bracket: false };
  if (/^:/u.test(words)) return { complete: !partial, bracket: false };
  return null;
}

function sumOfList(head: Term, list: List, sentence: Sentence, vocabulary: Vocabulary): SumStatement | null {
  if (!isPlain(head.mention)) return null;
  const top = partsOf(head, list.terms);
  if (top.length === 0) return null;
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
  const composed = composition(head.label.concept, top, vocabulary);
  const wordsSayAll = list.opener.complete && top.length > 1;
  const sharesSayAll = sharesCoverAll(list.terms, top.length);
  const readings: SumStatement[] = [];
  if (composed !== null) readings.push(make(composed, true));
  if (unsure) readings.push(make(all, false));
  readings.push(make(top, wordsSayAll || sharesSayAll));
  // What follows the list may be something else: 其中：甲60万元，乙40万元，年末结转5万元.
  for (let n = top.length - 1; n >= 2 && n >= top.length - 4; n--)
    readings.push(make(top.slice(0, n), false));
  const segment = top.filter((part) => part.segment === top[0]?.segment);
  if (segment.length < top.length && segment.length > 0) readings.push(make(segment, false));
  const fitting = readings.find(sumFits);
  if (fitting !== undefined) return { ...fitting, complete: true };
  // 其中法官28人、助理24人；聘用人员31人: what follows the semicolon of a list without semicolons is no part of it.
  if (composed === null && segment.length >= 2 && segment.length < top.length)
    return make(segment, wordsSayAll);
  return readings[0] ?? null;
}

/** The parts, and what stands between the first and the last of them looking like a change. */
function withNamesLikeChanges(head: Term, terms: readonly Term[], parts: readonly Term[]): readonly Term[] {
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (!first || !last) return parts;
  const taken = new Set(parts);
  return terms
    .slice(terms.indexOf(first), terms.indexOf(last) + 1)
    .filter(
      (term) =>
        taken.has(term) ||
        (term.role === 'difference' && term.depth === first.depth && alike(head.mention, term.mention)),
    );
}

/** The parts of the list itself: values like the total, without the lists inside the list. */
function partsOf(head: Term, terms: readonly Term[]): readonly Term[] {
  const depth = terms[0]?.depth ?? 0;
  const firstHasList = hasList(terms, 0);
  const parts: Term[] = [];
  let inner: number | null = null;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term;
    if (term.depth > depth) continue;
    // 甲共100人，其中男60人，女40人；乙共50人，其中…: the next total with a list of its own ends this list.
    if (parts.length > 0 && term.segment !== parts[0]?.segment && hasList(terms, i) && !firstHasList) break;
    if (inner !== null && term.segment === inner) continue;
    inner = null;
    if (i > 0 && term.role === 'value' && parts.length > 0 && openerOf(term.lead) !== null) {
      // 其中：基本支出60万元，包括人员经费40万元、公用经费20万元；项目支出40万元
      inner = term.segment;
      continue;
    }
    if (term.role !== 'value' || !alike(head.mention, term.mention)) continue;
    if (otherNumber(head, term)) continue;
    parts.push(term);
  }
  return parts;
}

/** Whether words open a list of its own behind a figure; a list in brackets is closed by them. */
function hasList(terms: readonly Term[], at: number): boolean {
  const [own, next] = [terms[at], terms[at + 1]];
  return (
    own !== undefined &&
    next !== undefined &&
    own.role === 'value' &&
    next.depth === own.depth &&
    openerOf(next.lead) !== null
  );
}

/** A budget figure is no part of an outcome, nor 上年 of 本年. */
function otherNumber(head: Term, part: Term): boolean {
  const budget = (term: Term): boolean | null =>
    term.label.aspect === null ? null : term.label.aspect !== 'outcome';
  const a = budget(head);
  const b = budget(part);
  if (b === true && a !== true) return true;
  if (a === true && b === false) return true;
  if (part.label.period !== null && part.label.period.relative === -1) return true;
  return /相比|比较|相较|同期|上年|去年/u.test(part.lead);
}

/** The terms that the vocabulary names as all the parts of a quantity, when they are all there once. */
function composition(
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

/** 甲扣1分、乙扣0.65分，合计失分1.65分: the total follows its parts. */
function trailingTotal(sentence: Sentence, hasList: boolean): SumStatement | null {
  const { terms } = sentence;
  if (hasList || terms.length < 3 || terms.length > LONGEST_LIST) return null;
  const at = terms.findIndex(
    (term, i) => i >= 2 && term.role === 'value' && TOTAL_WORDS.test(lastWords(term.lead)),
  );
  const total = terms[at];
  if (
    total === undefined ||
    !isPlain(total.mention) ||
    terms.slice(at + 1).some((t) => TOTAL_WORDS.test(lastWords(t.lead)))
  )
    return null;
  const before = terms.slice(0, at).filter((term) => term.depth === total.depth);
  if (before.some((term) => term.role !== 'value' && term.role !== 'share')) return null;
  const parts = before.filter((term) => term.role === 'value' && alike(term.mention, total.mention));
  if (parts.length < 2 || parts.some((part) => !isPlain(part.mention) || otherNumber(total, part)))
    return null;
  const statement: SumStatement = {
    kind: 'sum',
    total: total.mention,
    parts: parts.map((part) => part.mention),
    complete: true,
    quote: sentence.quote,
  };
  if (sumFits(statement)) return statement;
  // 数量指标10分，得分10分；…合计得19分: marks and their full marks stand side by side; deductions do not.
  if (total.mention.figure.unit.kind === 'score' && !parts.every((part) => /扣|失/u.test(part.label.name)))
    return null;
  // 收入100万元，支出90万元，结余合计… : only like things in a row are certain to be added up.
  const certain =
    parts.every((part) => part.label.concept === null) ||
    parts.every((part) => part.label.concept !== null && part.label.concept.id !== total.label.concept?.id);
  const lead = total.lead.replace(/^\([^()]*\)/u, '');
  const plain = /^[，,、；;:]?(?:以上|三项|两项|四项|五项|各项|总计|合计|共计|总共|累计)/u.test(lead);
  return certain && plain && total.label.concept === null ? statement : null;
}

const TOTAL_WORDS = /(?:合计|共计|总计|总共|合共|累计)[^，。；、]{0,8}$/u;
const lastWords = (lead: string): string => lead.slice(-16);

/** 年初预算 + 追加 − 调减 = 调整后预算, where the sentence tells all of it. */
function budgetBridge(sentence: Sentence): SumStatement | null {
  const values = sentence.terms.filter(
    (term) => term.role === 'value' && isPlain(term.mention) && term.mention.figure.unit.kind === 'money',
  );
  const one = (matches: readonly Term[]): Term | null => (matches.length === 1 ? (matches[0] ?? null) : null);
  const initial = one(values.filter((t) => t.label.aspect === 'initial-budget'));
  const adjusted = one(values.filter((t) => t.label.aspect === 'adjusted-budget'));
  const added = one(values.filter((t) => t.label.concept?.id === 'budget-adjustment'));
  if (initial === null || adjusted === null || added === null) return null;
  if (values.some((t) => t.label.concept?.id === 'budget-reduction')) return null;
  const carried = one(values.filter((t) => t.label.concept?.id === 'opening-balance'));
  const make = (parts: readonly Term[]): SumStatement => ({
    kind: 'sum',
    total: adjusted.mention,
    parts: parts.map((t) => t.mention),
    complete: true,
    quote: sentence.quote,
  });
  const readings = [make([initial, added]), ...(carried === null ? [] : [make([initial, carried, added])])];
  const fitting = readings.find(sumFits);
  if (fitting !== undefined) return fitting;
  // With 上年结转 in the sentence either sum may be meant.
  return carried === null ? (readings[0] ?? null) : null;
}
