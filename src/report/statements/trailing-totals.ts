import type { SumStatement } from '../model.js';
import { sumFits } from './fit.js';
import { LONGEST_LIST, otherNumber } from './lists.js';
import { alike, isPlain, type Sentence, type Term } from './terms.js';

/** 甲扣1分、乙扣0.65分，合计失分1.65分: the total follows its parts. */
export function trailingTotal(sentence: Sentence, hasList: boolean): SumStatement | null {
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
  // 一季度42.10万元，二季度55.30万元，…，全年累计支出210.00万元
  if (areSeasons(parts)) return statement;
  const lead = total.lead.replace(/^\([^()]*\)/u, '');
  const plain = /^[，,、；;:]?(?:[两三四五]年|以上|三项|两项|四项|五项|各项|总计|合计|共计|总共|累计)/u.test(
    lead,
  );
  // 财政拨款220.00万元、其他收入3.90万元、上年结转5.00万元，共计228.90万元
  const inRow =
    parts.length > 2 &&
    parts.slice(1).every((part) => /^、/u.test(part.lead)) &&
    parts.every((part) => part.label.aspect === parts[0]?.label.aspect);
  return (certain || inRow) && plain && total.label.concept === null ? statement : null;
}

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

const TOTAL_WORDS = /(?:合计|共计|总计|总共|合共|累计)[^，。；、]{0,8}$/u;
const lastWords = (lead: string): string => lead.slice(-16);

/** 年初预算 + 追加 − 调减 = 调整后预算, where the sentence tells all of it. */
export function budgetBridge(sentence: Sentence): SumStatement | null {
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
