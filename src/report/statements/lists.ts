import { isCompared } from './earlier.js';
import { alike, type Passage, type Sentence, type Term } from './terms.js';

/** How a list of parts is announced behind its total. */
export interface Opener {
  /** Whether the words say that the parts are all there is. */
  readonly complete: boolean;
  readonly bracket: boolean;
}

const PARTIAL = /主要|重点|部分|例如|如:|尤其|等[，。；、)]|含|不含|包含|其他略/u;
const COMPLETE =
  /^[，,。；;:、]*(?:[^，。；]{0,12})?(?:构成|组成|分布如下|分布为|分别为|分别是|分别用于|具体为|具体是|具体如下|具体包括|明细|按[^，。；]{1,10}分|分为|划分|细分|拆分|由|(?<![加减扣])分项)/u;
const OPENS = /^[，,。；;:、]*(?:[^，。；:]{0,8})?(?:其中|包括|包含|含|主要用于|用于以下|主要为|主要是)/u;

/** Longest list that is summed: a sentence of thousands of figures is no sentence. */
export const LONGEST_LIST = 6000;

/** A list of parts and how it is announced. */
export interface List {
  readonly opener: Opener;
  readonly terms: readonly Term[];
  /** Whether it stands in brackets behind its total. */
  readonly bracket: boolean;
  /** Whether it begins with the sentence behind its total. */
  readonly nextSentence: boolean;
}

export function listBehind(sentence: Sentence, passage: Passage, at: number): List | null {
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
    const isUse = isUsesOf(head, next);
    const isList = isUse || DETAILS.test(next.lead) || isMarks(head, next);
    if (!isList && !/^[:，,]*(?:其中|包括)/u.test(next.lead) && !isWithin(head, next)) return null;
    rest = following.terms.slice(0, LONGEST_LIST);
    nextSentence = true;
  }
  if (next.role !== 'value' && next.role !== 'share') return null;
  if (isEnumerated(head) || isFrom(next, rest[1])) return null;
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

/** 支出明细为：疫木清理382.50万元，…: what the sentence before was spent on. */
const DETAILS =
  /^(?:(?:资金|支出|经费|使用|具体)*(?:明细|构成|支出内容|具体支出))(?:情况)?(?:分别|如下)?(?:为|是|包括)?:/u;

/** 自评得分93.6分。各部分得分为：决策18分，…: the marks of the parts. */
const isMarks = (head: Term, next: Term): boolean =>
  head.mention.figure.unit.kind === 'score' &&
  /^各(?:部分|项|类|一级指标)[^，。；:]{0,6}得?分(?:情况)?(?:分别|如下)?(?:为|是)?:/u.test(next.lead);

/** 较上年增加81.15万元。主要用于：… and 公用经费83.85万元。公用经费主要包括：…: the uses of what the sentence before is about. */
export const USES =
  /^(?<name>[\p{Script=Han}]{0,8}?)(?:资金|支出)?(?:主要|具体|分别|重点)?(?:用于|包括)[^，。；:]{0,8}:/u;

function isUsesOf(head: Term, next: Term): boolean {
  const name = USES.exec(next.lead)?.groups?.name;
  return name !== undefined && (name === '' || head.label.name.endsWith(name));
}

/** 分别为210万元、225万元、231万元，决算数分别为…: the last of figures in a row is no total of what follows. */
const isEnumerated = (head: Term): boolean => /^(?:、|和|与|及|以及)$/u.test(head.lead);

/** 公用经费由178.40万元下降至159.16万元: where a change begins, and no list. */
const isFrom = (next: Term, then: Term | undefined): boolean =>
  /[由从][^，。；、:]{0,12}$/u.test(next.lead) &&
  then !== undefined &&
  /^[^，。；\d]{0,12}(?:到|至|为)[^，。；\d]{0,6}$/u.test(then.lead);

/** 项目支出1284.64万元。项目支出中，社区惠民560万元…: the next sentence takes the total up by its name. */
function isWithin(head: Term, next: Term): boolean {
  const name = WITHIN.exec(next.lead)?.[1] ?? '';
  return name !== '' && head.label.name.endsWith(name);
}

const FULL_MARK = /^\((?:该项|本项|此项|其)?(?:满分|总分|分值|权重|标准分|应得)/u;

const WITHIN = /^(?:在|全年|上述)?([\p{Script=Han}]{2,10})(?:当)?中[，:]/u;

/** 项目39个，平均得分99.33分（其中，…35个；…4个）: a figure of another kind between the total and its list is passed over. */
const isRival = (head: Term, term: Term | undefined): boolean =>
  term?.role === 'value' && alike(head.mention, term.mention) && !isCompared(term);

function openerOf(lead: string, deeper = false): Opener | null {
  // 主要包括：基本工资、津贴补贴；公用经费480.66万元: the list named no figures, and the next item follows.
  if (/[；;。]/u.test(lead.replace(/^[；;。]/u, ''))) return null;
  // 80分（含）-90分: the bound of a band is no list.
  // 执行中追加（含上级专项）7,833.51万元: a bracket that is closed before the figure opens no list
  // either, nor does that of a measure: 2.31万台（套），其中….
  const words = lead
    .slice(0, 40)
    .replace(/^\(\p{Script=Han}{1,2}\)|\((?:不?含|包括|其中)[^()]{0,16}\)/gu, '');
  // 投入类得分14分（满分15分）: what could have been had, and no part of it.
  if (FULL_MARK.test(words)) return null;
  const partial = PARTIAL.test(words);
  if (deeper && /^\(/u.test(words)) return { complete: !partial && !/其中|包括/u.test(words), bracket: true };
  if (COMPLETE.test(words)) return { complete: !partial, bracket: false };
  if (OPENS.test(words) || WITHIN.test(words)) return { complete: false, bracket: false };
  if (/^:/u.test(words)) return { complete: !partial, bracket: false };
  return null;
}

/** The parts, and what stands between the first and the last of them looking like a change. */
export function withNamesLikeChanges(
  head: Term,
  terms: readonly Term[],
  parts: readonly Term[],
): readonly Term[] {
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (!first || !last) return parts;
  const taken = new Set(parts);
  const isLikeChange = (term: Term): boolean =>
    term.role === 'difference' && term.depth === first.depth && alike(head.mention, term.mention);
  const until = terms.indexOf(last) + 1;
  const behind = terms.slice(until);
  const end = behind.findIndex((term) => !isLikeChange(term) || !JOINED_NAME.test(term.lead));
  return [
    ...terms.slice(terms.indexOf(first), until).filter((term) => taken.has(term) || isLikeChange(term)),
    ...behind.slice(0, end < 0 ? behind.length : end),
  ];
}

/** 、改造提升12公里 behind 其中新建24公里: a name that goes on with the list, and compares with nothing. */
const JOINED_NAME = /^[、和及](?![比较同])\p{Script=Han}{2,6}(?:提升|提高|压减|压缩)$/u;

/** The parts of the list itself: values like the total, without the lists inside the list. */
export function partsOf(head: Term, terms: readonly Term[]): readonly Term[] {
  const depth = terms[0]?.depth ?? 0;
  const firstHasList = hasList(terms, 0);
  const parts: Term[] = [];
  let inner: number | null = null;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term;
    if (term.depth > depth) continue;
    // 甲共100人，其中男60人，女40人；乙共50人，其中…: the next total with a list of its own ends this list.
    if (parts.length > 0 && term.segment !== parts[0]?.segment && hasList(terms, i) && !firstHasList) break;
    // 二是投入30万元，其中市级20万元；三是投入20万元: the next item of another list.
    if (parts.length > 0 && ITEM.test(term.lead) && !/[一二三四五六七八九十]是/u.test(terms[0]?.lead ?? ''))
      break;
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
  return withoutOtherYears(head, parts);
}

const ITEM = /^[^；;]{0,12}[；;](?:[一二三四五六七八九十]{1,2}是|其[一二三四五])/u;

/** A figure that words tell of another year and of nothing else: 2022年为1500.31万元, 上年同期1.30万元. */
const ONLY_YEAR = /^(?:[度末底初为是有共计:全年当本同期决算实际执行数额值量收支入出总合收完成]|其中)*$/u;
/** A total that years may be the parts of: 2021—2023年累计投入. */
const OVER_YEARS =
  /累计|共|合计|总投|[两二三四五六七八九十\d]年(?:来|间|内)|期间|以来|年[至—–-]|[—–~-]20\d\d/u;

/**
 * 2023年收入总计1452.30万元，同比下降3.2%（2022年为1500.31万元）: last year's figure of the same quantity is set beside
 * the total and is no part of it, unless the total runs over several years.
 */
function withoutOtherYears(head: Term, parts: readonly Term[]): readonly Term[] {
  const told = parts.filter((part) => part.label.period?.kind === 'year' && ONLY_YEAR.test(part.label.name));
  if (told.length === 0 || OVER_YEARS.test(head.lead)) return parts;
  const own = head.label.period?.year ?? null;
  if (told.length > 1 && own !== null && told.some((part) => part.label.period?.year === own)) return parts;
  return parts.filter((part) => !told.includes(part) || part.label.period?.year === own);
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

const OF_PLAN = /(?:完成|达到|占|超)[\p{Script=Han}]{0,10}(?:计划|目标|任务|预算|指标)(?:数|额|值)?$/u;

/** A budget figure is no part of an outcome, nor 上年 of 本年. */
export function otherNumber(head: Term, part: Term): boolean {
  // 收入总计包括上年结转: what was carried over is one of this year's sources.
  if (part.label.concept?.id === 'opening-balance') return false;
  // 部门预算管理33.4分: of marks 预算 only says what they were given for.
  const isMark = head.mention.figure.unit.kind === 'score';
  const budget = (term: Term): boolean | null =>
    isMark || term.label.aspect === null ? null : term.label.aspect !== 'outcome';
  const a = budget(head);
  const b = budget(part);
  if (b === true && a !== true) return true;
  if (a === true && b === false) return true;
  if (part.label.period !== null && part.label.period.relative === -1) return true;
  // 其中新建1120座、改建440座，完成计划1500座的104%: what was planned is no part of what was done.
  if (OF_PLAN.test(part.lead)) return true;
  return /相比|比较(?!满意|好|差|了解)|相较|同期|上年|去年/u.test(part.lead);
}
