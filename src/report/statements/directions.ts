import { fold } from '../../language/fold.js';
import type { DirectionStatement } from '../model.js';
import { alike, isPlain, type Passage, positionOf, type Sentence, type Term } from './terms.js';

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
  return [...found, ...passage.sentences.flatMap(targetDirections)];
}

const AGAINST = /^[，,](?:均|也|且)?(?:(?<greater>高于|超过|大于)|(?<less>低于|小于))$/u;
const TARGET_BEHIND =
  /^(?:以[上下内])?的?(?:年度|年初|全年|既定|预期|考核|控制|绩效)?(?:目标|指标值|控制[值线数])/u;

/** 亮灯率98.6%，高于98%的目标: a result held against the target right behind it. */
function targetDirections(sentence: Sentence): readonly DirectionStatement[] {
  return sentence.terms.flatMap((right, at): readonly DirectionStatement[] => {
    const groups = AGAINST.exec(right.lead)?.groups;
    const left = sentence.terms[at - 1];
    if (groups === undefined || left === undefined || !TARGET_BEHIND.test(right.tail)) return [];
    if (left.depth !== right.depth || left.segment !== right.segment || left.direction !== null) return [];
    if (!isPlain(left.mention) || !alike(left.mention, right.mention)) return [];
    const said = groups.greater ?? groups.less ?? '';
    const relation = groups.greater !== undefined ? 'greater' : 'less';
    const fits = (term: Term): boolean =>
      relation === 'greater'
        ? term.mention.figure.value.gt(right.mention.figure.value)
        : term.mention.figure.value.lt(right.mention.figure.value);
    // 满意度95%，其中农户88%，高于90%的目标: an earlier figure may be the one that is meant.
    const earlier = sentence.terms
      .slice(Math.max(0, at - 6), at - 1)
      .filter((term) => term.segment === right.segment);
    if (!fits(left) && earlier.some((term) => alike(term.mention, right.mention) && fits(term))) return [];
    return [
      {
        kind: 'direction',
        left: left.mention,
        right: right.mention,
        relation,
        said: `${said}${right.mention.figure.raw}的目标`,
        quote: sentence.quote,
      },
    ];
  });
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
