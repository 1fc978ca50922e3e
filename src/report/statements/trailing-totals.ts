import type { SumStatement } from '../model.js';
import { sumFits } from './fit.js';
import { LONGEST_LIST, otherNumber } from './lists.js';
import { alike, isPlain, type Sentence, type Term } from './terms.js';

/** 甲扣1分、乙扣0.65分，合计失分1.65分: the total follows its parts. */
export function trailingTotal(sentence: Sentence, heads: ReadonlySet<Term>): SumStatement | null {
  const { terms } = sentence;
  const numbered = numberedTotal(sentence);
  if (numbered !== null) return numbered;
  if (terms.length < 3 || terms.length > LONGEST_LIST) return null;
  const at = terms.findIndex(
    (term, i) => i >= 2 && term.role === 'value' && TOTAL_WORDS.test(lastWords(term.lead)),
  );
  const total = terms[at];
  // A list behind the total has nothing to do with it: 行政31名，事业37名，共68名；实有65人，其中….
  const before = terms.slice(0, Math.max(0, at));
  if (
    total === undefined ||
    (heads.size > 0 && (!isAlone(total) || before.some((term) => heads.has(term)))) ||
    !isPlain(total.mention) ||
    terms.slice(at + 1).some((t) => TOTAL_WORDS.test(lastWords(t.lead)))
  )
    return null;
  const level = before.filter((term) => term.depth === total.depth);
  if (level.some((term) => term.role !== 'value' && term.role !== 'share')) return null;
  const parts = level.filter(
    (term) => term.role === 'value' && alike(term.mention, total.mention) && !IS_AVERAGE.test(term.lead),
  );
  // 科室24个、人员36人，共60人: what 共 alone adds up is counted in one measure, and nothing else stands between.
  const measure = total.mention.figure.unit.name;
  if (
    isAlone(total) &&
    (parts.length < level.length || parts.some((p) => p.mention.figure.unit.name !== measure))
  )
    return null;
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
  // 引进4名，选派28人，累计3年培养76人: more years than those of the parts.
  if (/[\d两二三四五]年/u.test(total.lead) && !parts.some((part) => /年/u.test(part.lead))) return null;
  // 收入100万元，支出90万元，结余合计… : only like things in a row are certain to be added up.
  const certain =
    parts.every((part) => part.label.concept === null) ||
    parts.every((part) => part.label.concept !== null && part.label.concept.id !== total.label.concept?.id);
  // 一季度42.10万元，二季度55.30万元，…，全年累计支出210.00万元
  if (areSeasons(parts)) return statement;
  const lead = total.lead.replace(/^\([^()]*\)/u, '');
  const plain =
    /^[，,、；;:]?(?:[两三四五]年|以上|三项|两项|四项|五项|各项|总计|合计|共计|总共|累计|共$)/u.test(lead);
  // 财政拨款220.00万元、其他收入3.90万元、上年结转5.00万元，共计228.90万元
  const inRow =
    parts.length > 2 &&
    parts.slice(1).every((part) => /^、/u.test(part.lead)) &&
    parts.every((part) => part.label.aspect === parts[0]?.label.aspect);
  return (certain || inRow) && plain && total.label.concept === null ? statement : null;
}

const ITEMS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8 };

/** 低保金289.4万元，其中…；供养金96.8万元；临时救助12.3万元，三项合计398.5万元: as many items as stretches, the first figure of each. */
function numberedTotal(sentence: Sentence): SumStatement | null {
  const at = sentence.terms.findIndex((term) => NUMBERED.test(term.lead));
  const total = sentence.terms[at];
  const count = ITEMS[NUMBERED.exec(total?.lead ?? '')?.groups?.count ?? ''];
  if (total === undefined || count === undefined || at > LONGEST_LIST) return null;
  const firsts = new Map<number, Term>();
  for (const term of sentence.terms.slice(0, at))
    if (!firsts.has(term.segment) && term.depth === total.depth && !isCountBesideMoney(term, total))
      firsts.set(term.segment, term);
  const parts = [...firsts.values()];
  const all = [...parts, total];
  if (parts.length !== count || all.some((t) => t.role !== 'value' || !isPlain(t.mention))) return null;
  if (parts.some((part) => !alike(part.mention, total.mention) || otherNumber(total, part))) return null;
  return {
    kind: 'sum',
    total: total.mention,
    parts: parts.map((part) => part.mention),
    complete: true,
    quote: sentence.quote,
  };
}

const NUMBERED =
  /^[，,；;](?:以上|上述)?(?<count>[两二三四五六七八])项(?:支出|资金|补助|费用)?(?:合计|共计|总计)[^，。；]{0,4}$/u;

/** 80岁以上高龄津贴312.60万元: what is counted says for whom the money is. */
const isCountBesideMoney = (term: Term, total: Term): boolean =>
  term.mention.figure.unit.kind === 'count' && total.mention.figure.unit.kind === 'money';

/** The four quarters or the two halves of a year, each once. */
function areSeasons(parts: readonly Term[]): boolean {
  const named = (words: readonly string[]): boolean =>
    parts.length === words.length &&
    words.every((word) => parts.filter((part) => part.lead.includes(word)).length === 1);
  return (
    named(['一季度', '二季度', '三季度', '四季度']) ||
    named(['第一季度', '第二季度', '第三季度', '第四季度']) ||
    named(['上半年', '下半年'])
  );
}

const isAlone = (total: Term): boolean => /^[，,]共$/u.test(total.lead);

/** 惠及820人，人均1,200元: an average is no part of a total. */
const IS_AVERAGE = /(?:[人户笔车亩件座村场次月年]均|平均|每[\p{Script=Han}]{1,3})[^，。；]{0,6}$/u;
const TOTAL_WORDS = /(?:合计|共计|总计|总共|合共|累计)[^，。；、]{0,8}$|^[，,]共$/u;
const lastWords = (lead: string): string => lead.slice(-16);

/** 年初预算 + 追加 − 调减 = 调整后预算, where the sentence tells all of it. */
export function budgetBridge(sentence: Sentence, before: Sentence | undefined): SumStatement | null {
  const isAmount = (term: Term): boolean =>
    term.role === 'value' && isPlain(term.mention) && term.mention.figure.unit.kind === 'money';
  const values = sentence.terms.filter(isAmount);
  const told = before?.terms.filter((t) => isAmount(t) && t.label.aspect !== null) ?? [];
  const one = (matches: readonly Term[]): Term | null => (matches.length === 1 ? (matches[0] ?? null) : null);
  const isInitial = (t: Term): boolean => t.label.aspect === 'initial-budget';
  // 年初预算1286.50万元，其中：…。年中追加56.30万元，调整后预算1342.80万元: the sentence before tells what is added to.
  const initial = one(values.filter(isInitial)) ?? (told.length === 1 ? one(told.filter(isInitial)) : null);
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
