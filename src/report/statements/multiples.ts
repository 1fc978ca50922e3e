import type { RatioStatement } from '../model.js';
import { make } from './ratio-parts.js';
import { alike, isPlain, type Passage, type Sentence, type Term } from './terms.js';

const BASE = /(?:^|[，,；;])(?:约|正好|已)?(?:是|为|相当于|达到?)[^，。；]{0,16}$/u;
/** 项目支出是基本支出的1.34倍: both are called by their names. */
const NAMED =
  /(?:^|[，,；;])(?<own>\p{Script=Han}{2,12}?)(?:约)?(?:是|为|相当于)(?<base>\p{Script=Han}{2,12})的$/u;

/** 引进企业36家，是上年18家的2倍: one figure told as a multiple of another that is printed beside it. */
export const readMultiples = (passage: Passage): readonly RatioStatement[] =>
  passage.sentences.flatMap((sentence) =>
    sentence.terms.flatMap((rate, at) => {
      // 近2倍, 2倍多: no figure that could be wrong.
      if (rate.mention.figure.unit.name !== '倍' || !isPlain(rate.mention)) return [];
      if (/^(?:多|余|左右|以上)/u.test(rate.tail)) return [];
      const pair = printedPair(sentence, at) ?? namedPair(sentence, rate);
      return pair === null ? [] : [make(sentence, pair[0].mention, pair[1].mention, rate, '倍数')];
    }),
  );

type Pair = readonly [own: Term, base: Term];

const areOperands = ([own, base]: Pair, rate: Term): boolean =>
  alike(own.mention, base.mention) &&
  [own, base].every((t) => t.role === 'value' && isPlain(t.mention) && t.depth <= rate.depth);

function printedPair(sentence: Sentence, at: number): Pair | null {
  const [own, base, rate] = sentence.terms.slice(Math.max(0, at - 2), at + 1);
  if (!own || !base || !rate || rate.lead !== '的' || !BASE.test(base.lead)) return null;
  return own.segment === rate.segment && areOperands([own, base], rate) ? [own, base] : null;
}

/** Each name must be that of one figure of the sentence. */
function namedPair(sentence: Sentence, rate: Term): Pair | null {
  const named = NAMED.exec(rate.lead)?.groups;
  if (named === undefined) return null;
  const told = (name = ''): Term | null => {
    const found = sentence.terms.filter((t) => t.index < rate.index && t.label.name.endsWith(name));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const [own, base] = [told(named.own), told(named.base)];
  return own !== null && base !== null && areOperands([own, base], rate) ? [own, base] : null;
}
