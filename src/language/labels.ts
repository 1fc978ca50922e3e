import { type FoundDate, scanDates } from './dates.js';
import { fold } from './fold.js';
import { once, remembered } from './memo.js';
import type { AspectName, Concept, RateDefinition, Vocabulary } from './vocabulary.js';

/** What the words before a figure say it is. */
export interface Label {
  /** The words themselves, folded, without quotes, spaces, years and remarks in brackets. */
  readonly name: string;
  readonly concept: Concept | null;
  /** The quantity is named by a very wide word only: 支出, 收入. */
  readonly weak: boolean;
  readonly aspect: AspectName | null;
  /** Id of the scope (财政拨款, 本级 …), '' when none is named. */
  readonly scope: string;
  readonly rate: RateDefinition | null;
  /** The year or 上年 named in the words, null when none is. */
  readonly period: FoundDate | null;
  /** Words that the vocabulary does not know: whose, or which part. '' when all is known. */
  readonly residual: string;
  /** Unknown words before the year: usually the unit's own name. */
  readonly owner: string;
}

type Token =
  | {
      readonly kind: 'concept';
      readonly words: string;
      readonly concept: Concept;
      readonly weak: boolean;
      readonly cost: number;
    }
  | { readonly kind: 'aspect'; readonly words: string; readonly aspect: AspectName; readonly cost: number }
  | { readonly kind: 'scope'; readonly words: string; readonly scope: string; readonly cost: number }
  | { readonly kind: 'rate'; readonly words: string; readonly rate: RateDefinition; readonly cost: number }
  | { readonly kind: 'filler'; readonly words: string; readonly cost: number };

/** Characters from `start` up to `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a stretch of words says, and where the names of its quantities stand. */
type Segmented = Omit<Label, 'name' | 'period' | 'owner'> & { readonly named: readonly Span[] };

const withoutSpans = ({ named: _, ...label }: Segmented): Omit<Label, 'name' | 'period' | 'owner'> => label;

/** Longer labels are read from their end: what names a figure stands next to it. */
const LONGEST = 60;

/** Reads labels with one vocabulary; labels already read are remembered. */
export class LabelReader {
  private readonly tokens = new Map<string, Token[]>();
  private readonly parsed = remembered((clause) => this.parse(clause));
  /** Rates that are quantities as well, and the other way round, by id. */
  private readonly rates = new Map<string, RateDefinition>();
  private readonly measured = new Map<string, Concept>();
  readonly vocabulary: Vocabulary;

  constructor(words: Vocabulary) {
    this.vocabulary = words;
    for (const concept of words.concepts) {
      for (const name of concept.names)
        this.add({ kind: 'concept', words: name, concept, cost: 10, weak: false });
      for (const name of concept.weak ?? [])
        this.add({ kind: 'concept', words: name, concept, cost: 13, weak: true });
    }
    for (const aspect of ['initial-budget', 'adjusted-budget', 'budget', 'outcome'] as const)
      for (const name of words.aspects[aspect]) this.add({ kind: 'aspect', words: name, aspect, cost: 8 });
    for (const [scope, names] of Object.entries(words.scopes))
      for (const name of names) this.add({ kind: 'scope', words: name, scope, cost: 7 });
    for (const rate of words.rates)
      for (const name of rate.names) this.add({ kind: 'rate', words: name, rate, cost: 9 });
    for (const concept of words.concepts) {
      const rate = words.rates.find((r) => r.names.some((name) => concept.names.includes(name)));
      if (concept.unit !== 'rate' || rate === undefined) continue;
      this.rates.set(concept.id, rate);
      this.measured.set(rate.id, concept);
    }
    for (const name of words.fillers) this.add({ kind: 'filler', words: name, cost: 6 });
  }

  private add(token: Token): void {
    const words = tidy(token.words);
    const first = words[0];
    if (first === undefined) return;
    const list = this.tokens.get(first) ?? [];
    list.push({ ...token, words });
    this.tokens.set(first, list);
  }

  /** The one reader of a vocabulary: what it has read is of use to whoever reads labels next. */
  static readonly of: (vocabulary: Vocabulary) => LabelReader = once((words) => new LabelReader(words));

  /** Reads the words that name a figure or stand for a term of a formula. Only the last clause counts. */
  read(words: string): Label {
    return this.parsed(lastClause(tidy(words)).slice(-LONGEST));
  }

  private parse(clause: string): Label {
    const dates = scanDates(clause).filter(
      (d) => d.kind === 'year' || d.kind === 'relative' || d.kind === 'date',
    );
    const last = dates[dates.length - 1] ?? null;
    // 2022年本年收入合计: the year is told twice.
    const twin = dates[dates.length - 2];
    const date = last?.relative === 0 && twin?.end === last.start ? { ...twin, end: last.end } : last;
    // 上年末结转结余 names a quantity, not another year: the longest reading decides.
    const whole = this.segment(clause);
    const isName =
      date?.kind === 'relative' &&
      (date.relative === 0
        ? whole.residual === ''
        : whole.named.some((n) => n.start <= date.start && date.end <= n.end));
    if (date === null || isName) return { ...withoutSpans(whole), name: clause, period: null, owner: '' };
    const behind = this.segment(clause.slice(date.end));
    const ahead = this.segment(clause.slice(0, date.start));
    return {
      name: clause.slice(0, date.start) + clause.slice(date.end),
      concept: behind.concept ?? ahead.concept,
      weak: behind.concept === null ? ahead.weak : behind.weak,
      aspect: behind.aspect ?? ahead.aspect,
      scope: behind.scope || ahead.scope,
      rate: behind.rate ?? ahead.rate,
      period: date,
      residual: behind.residual,
      owner: ahead.residual,
    };
  }

  /** The reading of a stretch with the fewest unknown characters, then the fewest words. */
  private segment(text: string): Segmented {
    const n = text.length;
    const cost = new Array<number>(n + 1).fill(0);
    const step: (Token | null)[] = new Array(n + 1).fill(null);
    for (let i = n - 1; i >= 0; i--) {
      cost[i] = (cost[i + 1] ?? 0) + 100;
      step[i] = null;
      for (const token of this.tokens.get(text[i] as string) ?? []) {
        if (!text.startsWith(token.words, i)) continue;
        const total = (cost[i + token.words.length] ?? 0) + token.cost;
        if (total < (cost[i] ?? 0)) {
          cost[i] = total;
          step[i] = token;
        }
      }
    }
    let concept: Concept | null = null;
    let weak = false;
    let aspect: AspectName | null = null;
    let scope = '';
    let rate: RateDefinition | null = null;
    let residual = '';
    const named: Span[] = [];
    for (let i = 0; i < n; ) {
      const token = step[i] ?? null;
      if (token === null) {
        residual += text[i];
        i++;
        continue;
      }
      if (token.kind === 'concept') {
        // 项目支出中人员经费: two quantities, one within the other; which is meant is not certain.
        if (concept !== null && concept.id !== token.concept.id) residual += concept.id;
        concept = token.concept;
        weak = token.weak;
        named.push({ start: i, end: i + token.words.length });
      } else if (token.kind === 'aspect') aspect = token.aspect;
      else if (token.kind === 'scope') scope = token.scope;
      else if (token.kind === 'rate') rate = token.rate;
      i += token.words.length;
    }
    // 满意度 is a quantity and a rate with operands at once.
    if (rate === null && concept?.unit === 'rate') rate = this.rates.get(concept.id) ?? null;
    if (concept === null && rate !== null) concept = this.measured.get(rate.id) ?? null;
    return { concept, weak, aspect, scope, rate, residual, named };
  }
}

/** The words as the vocabulary compares them: folded, without quotes, white space and remarks in brackets. */
export function tidy(words: string): string {
  return fold(words)
    .replace(/[\s"'《》【】]/gu, '')
    .replace(/\(([境护])\)/gu, '$1')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[()]/gu, '')
    .replaceAll('收、支', '收支')
    .replaceAll('收入、支出', '收入支出');
}

function lastClause(text: string): string {
  const trimmed = text.replace(/[，,。；;：:、]+$/u, '');
  const at = Math.max(
    ...['，', ',', '。', '；', ';', '：', ':', '、', '!', '？', '！'].map((mark) =>
      trimmed.lastIndexOf(mark),
    ),
  );
  return trimmed.slice(at + 1);
}
