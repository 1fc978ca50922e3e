import { fold } from '../../language/fold.js';
import type { Label, LabelReader } from '../../language/labels.js';
import { bracketDepths, sentences } from '../../language/sentences.js';
import type { Mention, Quote } from '../model.js';

/** What a figure does in its sentence, told from the words before it. */
export type Role =
  | 'value' // a quantity with its own label
  | 'difference' // 增加 5万元
  | 'change-rate' // 增长 5%
  | 'yearly' // 年均增长 5%: an average over years, and no change from one figure to another
  | 'operand' // a member of a printed calculation: 668.89/752.48=
  | 'share' // 占 5%
  | 'rate'; // any other rate: 完成预算的 95%, 执行率 95%, 满意度 95%

/** A figure within its sentence, with the words that belong to it. */
export interface Term {
  readonly mention: Mention;
  readonly role: Role;
  /** Words since the figure before, or since the sentence began; folded, white space dropped. */
  readonly lead: string;
  /** Words from this figure to the next one or the end of the sentence; folded, white space dropped. */
  readonly tail: string;
  readonly label: Label;
  readonly direction: 'up' | 'down' | null;
  /** Ordinal of the sentence in its passage, and of the stretch between semicolons. */
  readonly sentence: number;
  readonly segment: number;
  /** How many brackets stand open where the figure stands. */
  readonly depth: number;
  /** Position among all terms of the passage. */
  readonly index: number;
}

/** A paragraph or a cell of prose: its sentences, each with its figures. */
export interface Passage {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly terms: readonly Term[];
}

export interface Sentence {
  readonly text: string;
  readonly quote: Quote;
  readonly terms: readonly Term[];
  readonly ordinal: number;
}

const UP =
  '增加|增长|上升|提高|提升|上涨|增多|增支|增收|上浮|增幅|涨幅|升幅|增长率|增速|多支出|多支|净增|增|多|升';
const DOWN =
  '减少|下降|降低|缩短|缩减|压减|压缩|下浮|回落|下滑|减支|减收|减幅|降幅|下降率|减少率|节约|节省|少支出|少支|净减|减|少|降';
const BEHIND_VERB = '(?:了|额|数|率|幅度?|比例|比率)?(?:约|近|达到?|为|是|:)?';
const CHANGE_VERB = new RegExp(
  `(?:(?<up>${UP})|(?<down>${DOWN}))(?:\\((?:增长|增加|下降|减少|上升|降低)\\))?${BEHIND_VERB}$`,
  'u',
);
const YEARLY = /(?:年均|每年平均|平均每年)(?:复合)?[\p{Script=Han}]{1,6}$/u;
const VARIATION = /(?:变动|增减|变化|增减变动|增减变化|预决算差异)(?:率|幅度?|比例)?(?:约|达|为|是|:)?$/u;
/** 期中追加, 调增, 缺少, 至少, 不少, 多少 end like verbs of change and are none. */
const NOT_A_VERB =
  /(?:追加|追减|调增|调减|核增|至少|不少|缺少|多少|许多|最多|至多|很多|不多|众多|新增|递减|核减|应增|预增)(?:约|为|:)?$/u;
const SHARE = /占[^，。；、:]{0,40}$|(?:占比|比重|所占比例|占总比)(?:分别)?(?:约|达到?|为|是|:)?$/u;

const OPERATOR = /^[)\]]*(?:\/[^\d=×*]{1,6})?[÷/×*＋+=−-][([]*$/u;

const TIMES_HUNDRED = /[×*✕xX]\(?$/u;

/** Reads the mentions of one text into terms. They must be in order and all of this text. */
export function readPassage(mentions: readonly Mention[], labels: LabelReader): Passage {
  const first = mentions[0];
  const text = first?.text ?? '';
  const folded = fold(text);
  const depths = bracketDepths(text);
  const terms: Term[] = [];
  const out: Sentence[] = [];
  let next = 0;
  let segment = 0;
  for (const stretch of sentences(text)) {
    const inside: Term[] = [];
    let from = stretch.start;
    segment++;
    while (next < mentions.length && (mentions[next]?.start ?? 0) < stretch.end) {
      const mention = mentions[next] as Mention;
      const following = mentions[next + 1];
      const until = following !== undefined && following.start < stretch.end ? following.start : stretch.end;
      const lead = squash(folded.slice(from, mention.start));
      const depth = depths[mention.start] ?? 0;
      if (/[；;]/u.test(lead) && depth === (inside[inside.length - 1]?.depth ?? depth)) segment++;
      const tail = squash(folded.slice(mention.end, until));
      const { role, direction } = roleOf(mention, lead, tail, inside);
      const term: Term = {
        mention,
        role,
        direction,
        lead,
        tail,
        label: labelFor(mention, nameBehind(lead, tail, inside, labels) ?? labels.read(lead)),
        sentence: out.length,
        segment,
        depth,
        index: terms.length,
      };
      inside.push(term);
      terms.push(term);
      from = mention.end;
      next++;
    }
    const where = first?.where;
    if (where === undefined) break;
    out.push({
      text: stretch.text,
      quote: { text: stretch.text.trim(), where },
      terms: inside,
      ordinal: out.length,
    });
  }
  return { text, sentences: out, terms };
}

const NAME_BEHIND = /^(?:的|[是为系])(?<name>[\p{Script=Han}\d"'“”]{2,24}?)(?:中|里)?(?=[，,。；;：:(]|$)/u;

/** 1,318.66万元的全年支出，占…, 9.86万元是我局2022年“三公”经费支出总额: the sentence begins with the amount, and its name follows. */
function nameBehind(lead: string, tail: string, before: readonly Term[], labels: LabelReader): Label | null {
  if (!/^[，,；;：:、]*$/u.test(lead) || (before.length > 0 && !/[；;]/u.test(lead))) return null;
  const name = NAME_BEHIND.exec(tail)?.groups?.name;
  const label = name === undefined ? null : labels.read(name);
  const isNamed = label !== null && (label.concept !== null || label.aspect !== null) && !label.weak;
  return isNamed && label.residual === '' && label.rate === null ? label : null;
}

/** 满意度扣2分 is no satisfaction, nor 公务接待2批次 money: a quantity has figures of its own unit only. */
function labelFor(mention: Mention, label: Label): Label {
  const { kind } = mention.figure.unit;
  if (label.concept === null || kind === 'bare' || kind === label.concept.unit) return label;
  if (kind === 'rate' || kind === 'points') return label;
  return { ...label, concept: null, rate: null };
}

/** Leads and tails need only what stands near the figure. */
const squash = (words: string): string =>
  (words.length > 400 ? words.slice(0, 200) + words.slice(-200) : words).replace(/\s+/gu, '');

function roleOf(
  mention: Mention,
  lead: string,
  tail: string,
  before: readonly Term[],
): { role: Role; direction: 'up' | 'down' | null } {
  const kind = mention.figure.unit.kind;
  if ((OPERATOR.test(lead) || OPERATOR.test(tail)) && mention.figure.unit.kind !== 'rate')
    return { role: 'operand', direction: null };
  // （23/24）×100%=95.83%: the hundred per cent is part of the formula.
  if (TIMES_HUNDRED.test(lead) && kind === 'rate') return { role: 'operand', direction: null };
  const near = lead.slice(-48);
  const verb = NOT_A_VERB.test(near) ? null : CHANGE_VERB.exec(near);
  const direction = verb === null ? null : verb.groups?.up === undefined ? 'down' : 'up';
  if (direction !== null && YEARLY.test(near)) return { role: 'yearly', direction };
  const isRate = kind === 'rate' || kind === 'points';
  if (isRate) {
    if (SHARE.test(near) && direction === null) return { role: 'share', direction: null };
    if (direction !== null) return { role: 'change-rate', direction };
    if (VARIATION.test(near)) {
      const negative = mention.figure.value.isNegative();
      return { role: 'change-rate', direction: negative ? 'down' : 'up' };
    }
    return { role: 'rate', direction: null };
  }
  if (direction === null || kind === 'score') return { role: 'value', direction: null };
  const previous = before[before.length - 1];
  // 增长 13.95。: the percent sign is lost when a bare number follows the difference.
  const lostSign =
    kind === 'bare' && previous?.role === 'difference' && /增长|下降|上升|降低|增幅|降幅/u.test(near);
  return { role: lostSign ? 'change-rate' : 'difference', direction };
}

/** Position of a term among those of its own sentence. */
export const positionOf = (sentence: Sentence, term: Term): number =>
  term.index - (sentence.terms[0]?.index ?? 0);

/** Whether two figures measure the same kind of thing: both money, or counts in one measure. */
export function alike(a: Mention, b: Mention): boolean {
  const x = a.figure.unit;
  const y = b.figure.unit;
  if (x.kind !== y.kind) return false;
  return x.kind !== 'count' || measure(x.name) === measure(y.name) || (people(x.name) && people(y.name));
}

/** 台（套） and 台 measure alike. */
const measure = (name: string): string => name.replace(/[（(][^（）()]*[）)]$/u, '');

/** 抽样调查300人，回收答卷290份，满意218人: answers are counted by the sheet or by whoever gave them. */
const people = (name: string): boolean => name === '人' || name === '名' || name === '个' || name === '份';

/** Whether a figure may be judged: 约, 余 and 以上 leave it open. */
export const isPlain = (mention: Mention): boolean => mention.figure.bound === 'exactly';

/** The direction that the words straight before a figure give it: 下降 is down; null when they give none. */
export function wordDirection(mention: Mention): 'up' | 'down' | null {
  return directionWord(mention)?.direction ?? null;
}

/** The word of change straight before a figure, as printed, and what it says. */
export function directionWord(
  mention: Mention,
): { readonly word: string; readonly direction: 'up' | 'down' } | null {
  const near = squash(fold(mention.text.slice(Math.max(0, mention.start - 24), mention.start)));
  // 下降（增长）27.78%: the either-or of the form was left in, and says nothing.
  if (/\((?:增长|增加|下降|减少|上升|降低)\)/u.test(near)) return null;
  const verb = NOT_A_VERB.test(near) ? null : CHANGE_VERB.exec(near);
  if (verb === null) return null;
  const { up, down } = verb.groups ?? {};
  return up === undefined ? { word: down ?? '', direction: 'down' } : { word: up, direction: 'up' };
}
