import { fold } from '../../language/fold.js';
import type { DirectionStatement } from '../model.js';
import { alike, isPlain, type Passage, positionOf, type Term } from './terms.js';

const LEFT = '(?:支出)?(?:决算数?|执行数|实际支出数?|支出数|完成数|决算支出)';
const RIGHT = '(?:年初|全年|调整后)?(?:预算数?|预算安排数?|计划数?)';
const SAYS = new RegExp(
  [
    `${LEFT}(?:[^，。；]{0,4})(?<greater>大于|高于|超过|超出|多于)(?<initialA>年初|全年|调整后)?${RIGHT}`,
    `${LEFT}(?:[^，。；]{0,4})(?<less>小于|低于|少于|不足|未达到?)(?<initialB>年初|全年|调整后)?${RIGHT}`,
    `${LEFT}(?:[^，。；]{0,4})(?<equal>等于)${RIGHT}`,
    `${LEFT}(?:与|同|和)${RIGHT}(?<level>基本持平|持平|一致|相等|相同|相符)`,
  ].join('|'),
  'gu',
);

/** 决算数大于/小于/等于预算数: held against the outcome and the budget told last before it. */
export function readDirections(passage: Passage): readonly DirectionStatement[] {
  const found: DirectionStatement[] = [];
  const folded = fold(passage.text);
  for (const match of folded.matchAll(SAYS)) {
    const g = match.groups ?? {};
    const pair = pairBefore(passage, match.index);
    if (pair === null) continue;
    const [outcome, budget] = pair;
    // 基本持平 leaves room that no figure bounds.
    if (g.level === '基本持平') continue;
    const relation = g.greater !== undefined ? 'greater' : g.less !== undefined ? 'less' : 'equal';
    const sentence = passage.sentences[outcome.sentence];
    if (sentence === undefined) continue;
    found.push({
      kind: 'direction',
      left: outcome.mention,
      right: budget.mention,
      relation,
      quote: { ...sentence.quote, text: quoteText(passage, budget, match.index + match[0].length) },
    });
  }
  return found;
}

/** From the budget figure's sentence to the words that compare. */
function quoteText(passage: Passage, budget: Term, end: number): string {
  const sentence = passage.sentences[budget.sentence];
  const start = sentence === undefined ? 0 : Math.max(0, passage.text.indexOf(sentence.text));
  return passage.text.slice(start, Math.max(end, start + 1)).trim();
}

/** The last outcome and the last budget before an offset that belong together: in one stretch, outside 其中. */
function pairBefore(passage: Passage, offset: number): readonly [Term, Term] | null {
  let outcome: Term | null = null;
  for (let i = lastBefore(passage, offset); i >= 0; i--) {
    const term = passage.terms[i] as Term;
    if (term.role !== 'value' || !isPlain(term.mention)) continue;
    const aspect = term.label.aspect;
    if (aspect === 'outcome') outcome = term;
    else if (aspect !== null && outcome !== null) {
      if (!alike(outcome.mention, term.mention)) return null;
      if (insideList(passage, outcome)) {
        outcome = null;
        continue;
      }
      return outcome.sentence - term.sentence <= 1 ? [outcome, term] : null;
    }
  }
  return null;
}

/** Whether a figure stands in a list that 其中 opens in its own sentence. */
function insideList(passage: Passage, term: Term): boolean {
  const sentence = passage.sentences[term.sentence];
  if (sentence === undefined) return false;
  const own = positionOf(sentence, term);
  for (let i = own; i > 0 && i > own - 200; i--) if (/其中/u.test(sentence.terms[i]?.lead ?? '')) return true;
  return false;
}

function lastBefore(passage: Passage, offset: number): number {
  let low = 0;
  let high = passage.terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passage.terms[middle]?.mention.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
