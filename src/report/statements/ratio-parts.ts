import type { Mention, RatioStatement } from '../model.js';
import type { Sentence, Term } from './terms.js';

/** Operands stand near their rate: further back no figure is looked at. */
export const NEARBY = 40;

/** A rate with the two figures it comes from. */
export const make = (
  sentence: Sentence,
  n: Mention,
  d: Mention,
  rate: Term,
  name: string,
): RatioStatement => ({
  kind: 'ratio',
  numerator: n,
  denominator: d,
  rate: rate.mention,
  name,
  quote: sentence.quote,
});

/** The rate's name as printed before it. */
export function rateName(term: Term): string {
  return term.label.name
    .replace(/[^\u4e00-\u9fff\w（）()]/gu, '')
    .replace(/(?:为|是|达|达到|约)+$/u, '')
    .slice(-24);
}
