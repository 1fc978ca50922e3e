import { subtract } from '../../numbers/interval.js';
import { sumOf } from '../../numbers/relations.js';
import type { EquationStatement } from '../model.js';
import { agrees } from './fit.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

const DEDUCTS = /^[，,；;]?(?:在)?(?:扣除|扣减|减去|剔除|减除|扣去)[^，。；]{0,24}$/u;
const AFTER_IT = /^后[，,]?[^，。；]{0,20}$/u;

/** What is taken off: 年初预算＋追加−追减＝调整后预算, and 总收入，扣除年末结转后，实际支出. */
export function readDeductions(passage: Passage): readonly EquationStatement[] {
  return passage.sentences.flatMap((sentence) => {
    const bridge = reducedBudget(sentence);
    return [...(bridge === null ? [] : [bridge]), ...deducted(sentence)];
  });
}

function make(
  sentence: Sentence,
  plus: readonly Term[],
  minus: readonly Term[],
  result: Term,
): EquationStatement {
  const [a, b] = [plus, minus].map((terms) => sumOf(terms.map((term) => term.mention.figure)));
  const computed =
    a === undefined || b === undefined
      ? sumOf([])
      : { point: a.point.minus(b.point), range: subtract(a.range, b.range) };
  const printed = (terms: readonly Term[]): readonly string[] =>
    terms.map((term) => term.mention.figure.raw.replace(/\s+/gu, ''));
  return {
    kind: 'equation',
    operands: [...plus, ...minus].map((term) => term.mention),
    result: result.mention,
    computed,
    expression: [printed(plus).join('+'), ...printed(minus)].join('−'),
    quote: sentence.quote,
  };
}

const fits = (statement: EquationStatement): boolean => agrees(statement.result.figure, statement.computed);

function reducedBudget(sentence: Sentence): EquationStatement | null {
  const values = sentence.terms.filter(
    (term) => term.role === 'value' && isPlain(term.mention) && term.mention.figure.unit.kind === 'money',
  );
  const one = (chosen: (term: Term) => boolean): Term | null => {
    const found = values.filter(chosen);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const named = (id: string): Term | null => one((t) => t.label.concept?.id === id);
  const [initial, adjusted] = (['initial-budget', 'adjusted-budget'] as const).map((aspect) =>
    one((t) => t.label.aspect === aspect),
  );
  const reduced = named('budget-reduction');
  if (!initial || !adjusted || reduced === null || reduced.index > adjusted.index) return null;
  const added = values.filter((t) => t.label.concept?.id === 'budget-adjustment');
  const carried = values.filter((t) => t.label.concept?.id === 'opening-balance');
  if (added.length > 1 || carried.length > 1) return null;
  const plain = make(sentence, [initial, ...added], [reduced], adjusted);
  if (carried.length === 0 || fits(plain)) return plain;
  const whole = make(sentence, [initial, ...carried, ...added], [reduced], adjusted);
  // With 上年结转 in the sentence either may be meant.
  return fits(whole) ? whole : null;
}

function deducted(sentence: Sentence): readonly EquationStatement[] {
  const found: EquationStatement[] = [];
  for (let i = 1; i + 1 < sentence.terms.length; i++) {
    const [base, off, rest] = [i - 1, i, i + 1].map((at) => sentence.terms[at]) as [Term, Term, Term];
    if (!DEDUCTS.test(off.lead) || !AFTER_IT.test(rest.lead)) continue;
    const all = [base, off, rest];
    if (all.some((t) => t.role !== 'value' || !isPlain(t.mention) || !alike(t.mention, rest.mention)))
      continue;
    const statement = make(sentence, [base], [off], rest);
    // 总收入1560万元，总支出1500万元，扣除…后: from which of them is not certain.
    const others = sentence.terms.slice(Math.max(0, i - 12), i - 1);
    const single = !others.some((t) => t.segment === base.segment && alike(t.mention, base.mention));
    if (fits(statement) || single) found.push(statement);
  }
  return found;
}
