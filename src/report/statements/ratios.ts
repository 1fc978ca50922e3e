import type { Fact, RatioStatement, SumStatement } from '../model.js';
import { completionAt, completionOfTable } from './completions.js';
import { sumFits } from './fit.js';
import { namedAt } from './named-rates.js';
import { indicatorRate, plainRate } from './plain-rates.js';
import { make, rateName } from './ratio-parts.js';
import { isPlain, type Passage, type Sentence, type Term } from './terms.js';

/** 完成预算的95%, 执行率95%, 在职人员控制率95.56%: a rate with the two figures it comes from. */
export function readRatios(
  passage: Passage,
  facts: readonly Fact[],
  previous: Passage | null,
  sums: readonly SumStatement[],
  tableFacts: readonly Fact[] = [],
): readonly RatioStatement[] {
  const found: RatioStatement[] = [];
  const listed = new Set(sums.flatMap((sum) => (sumFits(sum) ? sum.parts : [])));
  for (const sentence of passage.sentences) {
    for (let i = 0; i < sentence.terms.length; i++) {
      const rate = sentence.terms[i] as Term;
      if (!isPlain(rate.mention) || rate.mention.figure.unit.kind !== 'rate') continue;
      if (rate.role !== 'rate' && rate.role !== 'share') continue;
      const shown = shownDivision(sentence, i);
      const statement =
        shown ??
        completionAt(sentence, passage, i, facts) ??
        completionOfTable(sentence, passage, i, facts, tableFacts) ??
        (rate.label.rate === null || rate.role === 'share'
          ? null
          : namedAt(sentence, passage, i, rate.label.rate, facts, previous)) ??
        indicatorRate(sentence, i) ??
        plainRate(sentence, i, listed);
      if (statement !== null) found.push(statement);
    }
  }
  return found;
}

/** 43÷45=95.56%, （43/45）×100%=95.56%. */
function shownDivision(sentence: Sentence, at: number): RatioStatement | null {
  const rate = sentence.terms[at] as Term;
  if (!/^[)\]]*=$/u.test(rate.lead)) return null;
  let last = at - 1;
  const times = sentence.terms[last];
  if (times !== undefined && /[×*x]$/u.test(times.lead) && times.mention.figure.unit.kind === 'rate') last--;
  const below = sentence.terms[last];
  const above = sentence.terms[last - 1];
  if (below === undefined || above === undefined || !/^[)\]]*[÷/]$/u.test(below.lead)) return null;
  // （20.5-22.8）/22.8: what stands above is not one figure.
  if (/[-+×*÷/−]\(*$/u.test(above.lead)) return null;
  return make(sentence, above.mention, below.mention, rate, rateName(above) || '计算式');
}
