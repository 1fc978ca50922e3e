import type { FoundDate } from '../../language/dates.js';
import { type Label, LabelReader } from '../../language/labels.js';
import { type Concept, vocabulary as shipped, type Vocabulary } from '../../language/vocabulary.js';
import type { Aspect, Fact, Mention } from '../model.js';
import { isInCell } from '../prose-cells.js';
import { byText } from '../statements/statements.js';
import { type Passage, readPassage, type Sentence, type Term } from '../statements/terms.js';
import { explainsDifference, isTopicNarrower, isWholeSpending, peopleIn } from './context.js';
import { spokenOfOthers } from './others.js';

/** What facts are read from. */
export interface FactSource {
  readonly mentions: readonly Mention[];
  /** The report's year, null when it is not known. */
  readonly year: number | null;
  /** The unit's name: words that belong to it are no restriction of a quantity. */
  readonly unit?: string | null;
  readonly vocabulary?: Vocabulary;
}

/** Scope of a quantity that the words leave unnamed: 年初预算4478.23万元 of a report on the whole unit. */
export const IMPLIED = 'implied';

/** What the words before a figure speak of; later figures without a name of their own inherit it. */
interface Subject {
  readonly concept: Concept | null;
  /** Named by a very wide word only: 支出. */
  readonly weak: boolean;
  readonly scope: string;
  readonly aspect: Label['aspect'];
  /** Words that the vocabulary does not know: the figures belong to something else than the unit as a whole. */
  readonly foreign: boolean;
  readonly period: FoundDate | null;
}

const NO_SUBJECT: Subject = {
  concept: null,
  weak: false,
  scope: '',
  aspect: null,
  foreign: false,
  period: null,
};

/** Quantities that lend their name to no figure behind them. */
const PASSING = new Set([
  'budget-adjustment',
  'budget-reduction',
  'opening-balance',
  'closing-balance',
  'total-investment',
  'funds-in-place',
]);

/** The quantities of the field that the text gives, each with the number, year and scope its words name. */
export function readFacts(source: FactSource): readonly Fact[] {
  const labels = LabelReader.of(source.vocabulary ?? shipped());
  const found: Fact[] = [];
  for (const mentions of byText(source.mentions)) {
    const first = mentions[0];
    if (first === undefined || isInCell(first.where)) continue;
    const passage = readPassage(mentions, labels);
    found.push(...factsOf(passage, labels, source));
  }
  return found;
}

function factsOf(passage: Passage, labels: LabelReader, source: FactSource): readonly Fact[] {
  const found: Fact[] = [];
  let subject: Subject = NO_SUBJECT;
  let lasting: Concept | null = null;
  let aspects = new Set<string>();
  const others = spokenOfOthers(passage.text, source.unit ?? null);
  let topic = '';
  let listed: { readonly subject: Subject; readonly lasting: Concept | null } | null = null;
  for (const sentence of passage.sentences) {
    if (sentence.terms.length === 0) topic = sentence.text;
    // 预算39.36万元，决算36.46万元。与上年39.04万元相比…: which of the two is compared is not certain.
    if (aspects.size > 1) subject = { ...subject, foreign: true };
    // 年初预算…，其中：基本支出…，项目支出…。调整后预算…: what follows a list speaks of its total again.
    if (listed !== null) ({ subject, lasting } = listed);
    listed = null;
    aspects = new Set();
    let period: FoundDate | null = null;
    let head: { readonly subject: Subject; readonly lasting: Concept | null } | null = null;
    let segment = sentence.terms[0]?.segment ?? 0;
    let balance = false;
    for (const [position, term] of sentence.terms.entries()) {
      // 其中基本支出…，项目支出…；全年支出…: behind a semicolon the sentence's own subject is taken up again.
      if (term.segment !== segment && head !== null) {
        subject = { ...head.subject, aspect: null };
        lasting = head.lasting;
      }
      segment = term.segment;
      const named = subjectAt(term, subject, labels, source, balance);
      const elsewhere = others.some(
        (part) => part.start <= term.mention.start && term.mention.start < part.end,
      );
      const read: Subject =
        elsewhere ||
        explainsDifference(sentence, position) ||
        (head === null && isWholeSpending(term, subject.concept))
          ? { ...named, foreign: true }
          : named;
      balance = read.concept?.id === 'closing-balance' && !read.foreign;
      // 公务接待费1.2万元，上年6.0万元；公务用车…: 上年 speaks of its own figure, unless the sentence begins with it.
      const passing =
        head !== null &&
        ((read.period?.kind === 'relative' && read.period.relative !== 0) || IS_BASE.test(term.lead));
      if (read.period !== null && !passing && !isComparison(term.lead)) period = read.period;
      // 上年预算数22.87万元，本年预算数20.24万元: 本年 ends what 上年 began.
      else if (period?.kind === 'relative' && THIS_YEAR.test(term.lead)) period = null;
      if (term.role === 'value' || term.role === 'rate') {
        const fact = factOf(term, read, period, sentence, topic, labels, source);
        if (fact !== null) {
          found.push(fact);
          aspects.add(fact.aspect);
        }
      }
      // 完成预算的79.06%，比上年的28.10万元减少…: the base of a rate is not what the next figure is told of.
      const lent = term.role === 'value' ? read.aspect : subject.aspect;
      subject = PASSING.has(read.concept?.id ?? '')
        ? { ...read, concept: lasting, aspect: null }
        : { ...read, aspect: lent };
      if (!PASSING.has(read.concept?.id ?? '')) lasting = read.concept;
      head ??= { subject, lasting };
      if (position > 0 && /^[，,(]?其中/u.test(term.lead))
        listed = { subject: { ...head.subject, aspect: null }, lasting: head.lasting };
    }
  }
  return found;
}

/** ，比2021年的1,302.15万元减少…: the year of what is compared with is that of its own figure only. */
const IS_BASE = /^[，,(]?(?:比|较|与|同)20\d\d年度?[^，。；]{0,6}$/u;

/** 收入决算…；支出决算…: what was spent is no income, whatever was spoken of before. */
const isSpendingAfterIncome = ({ label }: Term, before: Subject): boolean =>
  before.concept?.id === 'income' &&
  label.concept === null &&
  label.aspect === 'outcome' &&
  /支出|列支/u.test(label.name);

/** 本年支出, 今年实际支出 and nothing else. */
const OTHER_YEAR = /^而?(?:本年|今年|当年)度?(?:实际|决算)?(?:支出|收入)(?:数|额)?为?$/u;

/** The words of a figure's own clause say that it is this year's. */
const THIS_YEAR = /(?:本年|今年|当年)[^，。；]*$/u;

const isComparison = (lead: string): boolean =>
  /(?:比|较|与|同|和)[^，。；]{0,8}年[^，。；]{0,12}(?:相比|比较|增|减|下降|上升)/u.test(lead);

/** The subject of a figure: its own words, else the topic in the clauses before it, else what was spoken of. */
function subjectAt(
  term: Term,
  before: Subject,
  labels: LabelReader,
  source: FactSource,
  balance: boolean,
): Subject {
  const label = term.label;
  // 年末结转结余26.03万元，较上年末72.31万元减少…: the balance of a year's end is the next year's opening balance.
  if (
    balance &&
    label.concept === null &&
    label.period?.relative === -1 &&
    /^[，,(]?(?:较|比|与|同)/u.test(term.lead)
  ) {
    const opening = labels.vocabulary.concepts.find((c) => c.id === 'opening-balance') ?? null;
    return { ...before, concept: opening, period: null, aspect: null, foreign: false };
  }
  // 上年“三公”经费支出25万元，本年支出17万元: the same quantity's other year, not the unit's whole spending.
  if (before.period?.relative === -1 && before.concept !== null && OTHER_YEAR.test(label.name))
    return { ...before, aspect: 'outcome', period: null, weak: false };
  if (label.concept !== null)
    return {
      concept: label.concept,
      weak: label.weak,
      scope: label.scope,
      aspect: label.aspect,
      foreign: isForeign(label, source) || restrictedBy(term, labels, source),
      period: label.period ?? clausePeriod(term, labels),
    };
  if (isSpendingAfterIncome(term, before))
    return {
      ...before,
      concept: labels.vocabulary.concepts.find((c) => c.id === 'expenditure') ?? null,
      weak: true,
      aspect: 'outcome',
      foreign: before.foreign || isForeign(label, source),
      period: label.period,
    };
  // 公用经费方面，预算548.84万元: the topic stands in a clause of its own.
  const topic = topicOf(term, labels);
  const own = isForeign(label, source) && term.role === 'value';
  if (topic !== null)
    return {
      concept: topic.concept,
      weak: topic.weak,
      scope: topic.scope,
      aspect: label.aspect ?? topic.aspect,
      foreign: own || isForeign(topic, source),
      period: label.period ?? topic.period,
    };
  const people = peopleIn(term, before.concept, labels);
  if (people !== null) return { ...before, ...people, period: label.period, foreign: before.foreign || own };
  const unnamed = label.aspect === null && label.rate === null && label.period === null;
  return {
    ...before,
    scope: label.scope || before.scope,
    aspect: label.aspect ?? before.aspect,
    foreign: before.foreign || own || foreignTopic(term, labels, source),
    period: label.period,
    concept: unnamed && term.role === 'value' ? null : before.concept,
  };
}

/** Unknown words that restrict a quantity; the unit's own name and pronouns do not. */
function isForeign(label: Label, source: FactSource): boolean {
  const own = (words: string): boolean => words === '' || (source.unit ?? '').includes(words);
  return (
    !own(label.residual) ||
    !(own(label.owner) || /(?:局|馆|会|部|委|办|院|中心|校|厅|处|所|站|社|队)$/u.test(label.owner))
  );
}

/** The last clause of the words before a figure, before its own, that names a quantity. */
function topicOf(term: Term, labels: LabelReader): Label | null {
  const clauses = term.lead.split(/[，,。；;：:]/u).slice(0, -1);
  for (const clause of clauses.reverse().slice(0, 3)) {
    const label = labels.read(clause);
    if (label.concept !== null && !/原因|由于|因为|主要/u.test(clause)) return label;
  }
  return null;
}

/** Words in a clause of their own that the vocabulary does not know: 就某某项目而言，… */
function foreignTopic(term: Term, labels: LabelReader, source: FactSource): boolean {
  const clauses = term.lead.split(/[，,。；;：:]/u).slice(0, -1);
  return clauses.some((clause) => clause !== '' && isForeign(labels.read(clause), source));
}

/** 由中小企业供应商中标的，采购金额225.10万元: a clause before that says of which part the quantity is told. */
function restrictedBy(term: Term, labels: LabelReader, source: FactSource): boolean {
  const clauses = term.lead.split(/[，,。；;：:]/u).slice(0, -1);
  return clauses.some(
    (clause) => /(?:的|中|而言|来看|来说|项目)$/u.test(clause) && isForeign(labels.read(clause), source),
  );
}

/** 2023年，机关编制人数34人: the year stands in a clause of its own. */
function clausePeriod(term: Term, labels: LabelReader): FoundDate | null {
  const own = term.lead.slice(term.lead.search(/[^；;]*$/u));
  const clauses = own.split(/[，,。：:]/u).slice(0, -1);
  for (const clause of clauses.reverse().slice(0, 2)) {
    // 与上年持平: the year of a comparison is not that of the figure behind it.
    if (/(?:与|较|比|同)[^，。；]{0,6}(?:上年|去年|年度?)/u.test(clause)) continue;
    const period = labels.read(clause).period;
    if (period !== null) return isComparison(term.lead) ? null : period;
  }
  return null;
}

function factOf(
  term: Term,
  subject: Subject,
  sentencePeriod: FoundDate | null,
  sentence: Sentence,
  topic: string,
  labels: LabelReader,
  source: FactSource,
): Fact | null {
  if (subject.foreign) return null;
  let concept = subject.concept;
  let scope = subject.scope;
  if (term.role === 'rate' && concept?.unit !== 'rate') return null;
  if (
    concept === null &&
    subject.aspect !== null &&
    term.label.aspect !== null &&
    term.label.residual === '' &&
    !isTopicNarrower(topic, term, labels)
  ) {
    concept = labels.vocabulary.concepts.find((c) => c.id === 'expenditure') ?? null;
    scope = scope || IMPLIED;
  }
  // 支出100万元 may be a project's, a month's or the unit's: it is no telling of 支出合计 again.
  if (concept !== null && subject.weak) scope = scope || IMPLIED;
  if (concept === null || concept.unit !== kindOf(term.mention)) return null;
  const aspect: Aspect = subject.aspect ?? (concept.flow ? 'outcome' : 'plain');
  return {
    concept: concept.id,
    aspect: concept.flow || subject.aspect !== null ? aspect : 'plain',
    scope,
    period: { year: yearOf(subject.period ?? sentencePeriod, source.year) },
    mention: term.mention,
    quote: { text: sentence.text.trim(), where: term.mention.where },
    name: term.label.name,
  };
}

function kindOf(mention: Mention): Concept['unit'] | null {
  const kind = mention.figure.unit.kind;
  return kind === 'money' || kind === 'count' || kind === 'rate' || kind === 'score' ? kind : null;
}

function yearOf(period: FoundDate | null, reportYear: number | null): number | null {
  if (period === null) return reportYear;
  if (period.kind === 'relative') return reportYear === null ? null : reportYear + (period.relative ?? 0);
  return period.year ?? reportYear;
}
