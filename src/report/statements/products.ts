import type { Mention, ProductStatement } from '../model.js';
import { isPlain, type Passage, type Sentence, type Term } from './terms.js';

const TIMES = /^(?:\/[^×*]{1,6})?[)\]]?[×*xX✕]\(?$/u;
const EQUALS =
  /^(?:\/[^=，]{1,6})?[)\]]?(?:=|，?(?:合计|共计|共|计|总计|小计|合))(?:金额|费用|支出|需|为|约)?:?$/u;

/** 120人×300元=3.6万元, and 3.6万元（120人×300元）. */
export function readProducts(passage: Passage): readonly ProductStatement[] {
  const found: ProductStatement[] = [];
  for (const sentence of passage.sentences) {
    for (let i = 1; i < sentence.terms.length; i++) {
      if (!isFactor(sentence.terms[i] as Term)) continue;
      let last = i;
      while (last + 1 < sentence.terms.length && isFactor(sentence.terms[last + 1] as Term)) last++;
      const factors = sentence.terms.slice(i - 1, last + 1);
      const product = productOf(sentence, i - 1, last, factors);
      if (product !== null) found.push(product);
      i = last;
    }
  }
  return found;
}

const isFactor = (term: Term): boolean => TIMES.test(term.lead);

function productOf(
  sentence: Sentence,
  first: number,
  last: number,
  factors: readonly Term[],
): ProductStatement | null {
  if (factors.length > 6 || factors.some((f) => !isPlain(f.mention))) return null;
  const after = sentence.terms[last + 1];
  const opening = sentence.terms[first] as Term;
  const before = sentence.terms[first - 1];
  const kinds = factors.map((f) => f.mention.figure.unit.kind);
  const money = kinds.filter((kind) => kind === 'money').length;
  const fitsKind = (m: Mention): boolean =>
    money === 1
      ? m.figure.unit.kind === 'money'
      : money === 0 && m.figure.unit.kind !== 'money' && m.figure.unit.kind !== 'rate';
  const make = (product: Mention): ProductStatement => ({
    kind: 'product',
    factors: factors.map((f) => f.mention),
    product,
    quote: sentence.quote,
  });
  // 甲×乙+丙×丁=…: more than one product makes up the figure behind.
  const chained = /[+＋]\(?$/u.test(opening.lead);
  if (
    after !== undefined &&
    EQUALS.test(after.lead) &&
    isPlain(after.mention) &&
    fitsKind(after.mention) &&
    !chained
  )
    return make(after.mention);
  if (
    before !== undefined &&
    opening.depth > before.depth &&
    /^[(]$/u.test(opening.lead) &&
    isPlain(before.mention) &&
    fitsKind(before.mention) &&
    money === 1 &&
    !/^[+，、]/u.test(after?.lead ?? '')
  )
    return make(before.mention);
  return null;
}
