import type { LabelReader } from '../../language/labels.js';
import type { Concept } from '../../language/vocabulary.js';
import { alike, type Sentence, type Term } from '../statements/terms.js';

const LONGEST_TOPIC = 40;
/** Quantities whose budget and outcome are the unit's whole. */
const WHOLE: ReadonlySet<string> = new Set(['expenditure', 'income', 'total']);

/** “三公经费”控制情况。预算数15万元: a heading in the text, or the section's, says of what the budget is. */
export function isTopicNarrower(topic: string, { mention }: Term, labels: LabelReader): boolean {
  return [topic, mention.where.section ?? ''].some((words) => {
    const concept = words.length > LONGEST_TOPIC ? null : labels.read(words).concept;
    return concept !== null && !WHOLE.has(concept.id);
  });
}

/**
 * “三公经费”决算数12.6万元。全年支出931万元: a sentence that begins with the year's spending may speak of the whole again,
 * or still of the narrower quantity; which of the two is not certain.
 */
export const isWholeSpending = ({ label }: Term, before: Concept | null): boolean =>
  before !== null &&
  !WHOLE.has(before.id) &&
  label.concept === null &&
  /^(?:全年|本年|当年|年度|单位|部门)度?(?:实际|累计)?总?支出(?:总额|合计|总计|数)?(?:为|是|达|共)?$/u.test(
    label.name,
  );

/** What 编制72名，2023年末实有69名 tells behind the posts: the people that hold them; of a part of the posts, nothing. */
export function peopleIn(
  term: Term,
  before: Concept | null,
  labels: LabelReader,
): { readonly concept: Concept | null } | null {
  if (before?.id.startsWith('establishment') !== true || term.mention.figure.unit.kind !== 'count')
    return null;
  const own = term.lead.slice(term.lead.search(/[^，,；;]*$/u));
  if (!/实有|现有|实际|在[编岗职册]/u.test(own)) return null;
  const staff = labels.vocabulary.concepts.find(({ id }) => id === 'staff') ?? null;
  return { concept: before.id === 'establishment' ? staff : null };
}

/** Figures between a difference and the words that explain it. */
const NEAR_DIFFERENCE = 12;

/**
 * 比上年末减少3人（退休5人、调出1人、新招录3人）, 减少3人，主要原因是退休5人…: what explains a difference came or went within the
 * year, and is no quantity of the unit.
 */
export function explainsDifference(sentence: Sentence, at: number): boolean {
  const term = sentence.terms[at];
  if (term === undefined || /上年|去年|20\d\d年/u.test(term.lead)) return false;
  let words = term.lead;
  for (let i = at - 1; i >= 0 && i >= at - NEAR_DIFFERENCE; i--) {
    const before = sentence.terms[i] as Term;
    if (before.segment !== term.segment) return false;
    if (before.role === 'difference' && alike(before.mention, term.mention)) {
      if (before.depth < term.depth) return /^\(/u.test(sentence.terms[i + 1]?.lead ?? '');
      const isPeople = term.mention.figure.unit.kind === 'count';
      return isPeople && before.depth === term.depth && /原因|由于|因|主要|其中|系/u.test(words);
    }
    if (before.depth < term.depth) return false;
    words = before.lead + words;
  }
  return false;
}
