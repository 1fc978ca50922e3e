import { fold } from '../../language/fold.js';
import { remembered } from '../../language/memo.js';
import { Cursor, lexicon } from '../cursor.js';
import { curly } from '../quotes.js';
import type { Expression, Formula } from './model.js';
import { readExpression } from './parse.js';

/** Longer explanations are cut: a formula stands near the beginning. */
const LENGTH_LIMIT = 6000;

/**
 * The formula of an indicator in an explanation or rule: printed with signs
 * (预算完成率=（预算完成数/预算数）×100%) or told in words (X与Y的比率, X除以Y, X占Y的比例, X较Y的增减比). Null
 * when there is none that can be read completely.
 */
export const readFormula = (text: string, indicator: string): Formula | null =>
  knownFormula(JSON.stringify([text.slice(0, LENGTH_LIMIT), indicator]));

const knownFormula = remembered((key): Formula | null => {
  const [text, indicator]: readonly [string, string] = JSON.parse(key);
  const folded = fold(text)
    .replaceAll(/[^\S\n]+/gu, '')
    .replaceAll('，', ',')
    .replaceAll('；', ';');
  const found = equations(folded, indicator) ?? inWords(folded, indicator);
  if (found === null) return null;
  const { name, expression, rate, text: words } = found;
  return { name: curly(name), expression: asPrinted(expression), rate, text: curly(words) };
});

/** Names with the quotes that reports print, which folding made straight. */
function asPrinted(node: Expression): Expression {
  if (node.kind === 'term') return { kind: 'term', name: curly(node.name) };
  if (node.kind === 'absolute') return { kind: 'absolute', of: asPrinted(node.of) };
  if (node.kind === 'number') return node;
  return { ...node, left: asPrinted(node.left), right: asPrinted(node.right) };
}

const plain = (name: string): string => name.replaceAll(/["'《》\s]|\(.*?\)/gu, '');
const SCORE_NAME = /(?:得分|记分|计分|评分|分值|分数)$/u;
const RATE_NAME = /(?:率|度|比|比例|比重|幅度|占比|进度)$/u;

/** Every readable name=expression of the text; the one named like the indicator, else the only one. */
function equations(text: string, indicator: string): Formula | null {
  const found: Formula[] = [];
  for (const match of text.matchAll(/=/gu)) {
    const name = nameBefore(text, match.index);
    if (name === '' || SCORE_NAME.test(name)) continue;
    const cursor = new Cursor(text, match.index + 1);
    const formula = toFormula(readEnded(cursor), name, text.slice(match.index - name.length, cursor.at));
    if (formula !== null) found.push(formula);
  }
  const wanted = plain(indicator);
  const exact = found.find(({ name }) => plain(name) === wanted);
  const near = found.find(
    ({ name }) => plain(name).includes(wanted) || (plain(name).length > 1 && wanted.includes(plain(name))),
  );
  if (exact ?? near) return exact ?? near ?? null;
  const rates = found.filter(({ rate }) => rate);
  return rates.length === 1 ? (rates[0] ?? null) : null;
}

function nameBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 40 && !',;。:\n=≥≤<>×÷/'.includes(text[start - 1] ?? '')) start--;
  return text.slice(start, at).replace(/^(?:\d{1,2}[.、]|[①-⑳]|\(\d{1,2}\)|其中|公式)/u, '');
}

/** An expression that ends where a sentence may end. 公式＋得分规则 in one cell end at ，or a bracket. */
function readEnded(cursor: Cursor): Expression | null {
  const expression = readExpression(cursor);
  return expression !== null && /^[,;。\n():]?$/u.test(cursor.peek()) ? expression : null;
}

/** ×100% at the end only says that the result is shown in percent. */
function toFormula(expression: Expression | null, name: string, text: string): Formula | null {
  if (expression === null || expression.kind === 'number' || expression.kind === 'term') return null;
  const bare = withoutPercent(expression);
  return { name, expression: bare, rate: bare !== expression || RATE_NAME.test(plain(name)), text };
}

function withoutPercent(node: Expression): Expression {
  if (node.kind !== 'operation' || node.operator !== '×') return node;
  const { left, right } = node;
  if (right.kind === 'number' && (right.value.eq(1) || right.value.eq(100))) return left;
  return node;
}

// ---- formulas told in words

const RATIO_WORDS = '(?:比率|比例|比值|比重|百分比|之比|占比|比)';
const term = (name: string): Expression => ({ kind: 'term', name });
const ratio = (a: string, b: string): Expression => ({
  kind: 'operation',
  operator: '÷',
  left: term(a),
  right: term(b),
});
const change = (now: string, before: string): Expression => ({
  kind: 'operation',
  operator: '÷',
  left: { kind: 'operation', operator: '-', left: term(now), right: term(before) },
  right: term(before),
});

/** One way to tell a ratio in words, over one sentence without its full stop. */
interface Wording {
  readonly pattern: RegExp;
  readonly build: (a: string, b: string) => Expression;
}

const NAME = '([^,;。:\\n]{2,40}?)';
const WORDINGS: readonly Wording[] = [
  {
    pattern: new RegExp(
      `^${NAME}(?:较|比|同|与)${NAME}(?:的|相比的?)(?:增减|变动|增长|增减变动|变化)(?:比|比率|比例|幅度|率)$`,
      'u',
    ),
    build: (a, b) => change(a, periodOf(a, b)),
  },
  { pattern: new RegExp(`^${NAME}(?:除以|÷)${NAME}$`, 'u'), build: ratio },
  { pattern: new RegExp(`^${NAME}占${NAME}(?:的|之)${RATIO_WORDS}$`, 'u'), build: ratio },
  { pattern: new RegExp(`^${NAME}(?:与|同|和|对|比)${NAME}(?:的|之)${RATIO_WORDS}$`, 'u'), build: ratio },
];

const PERIODS = [
  '期末',
  '期初',
  '本年末',
  '年末',
  '本年度',
  '本年',
  '本期',
  '当年',
  '上期末',
  '上年末',
  '上年度',
  '上年',
  '上期',
  '去年',
];

/** 期末结转结余比上期末: a period alone stands for the same quantity then. */
function periodOf(now: string, before: string): string {
  if (!PERIODS.includes(before)) return before;
  const own = PERIODS.filter((period) => now.startsWith(period)).sort((a, b) => b.length - a.length)[0];
  return before + (own === undefined ? now : now.slice(own.length));
}

const LEADING = lexicon('是指 指 反映 考核 即 为 用以'.split(' '));

function inWords(text: string, indicator: string): Formula | null {
  for (const clause of text.split(/[,;。\n]/u)) {
    const sentence = clause.replace(/^[^:]{0,30}:/u, '');
    if (sentence.length > 100) continue;
    const cursor = new Cursor(sentence);
    cursor.skip(LEADING);
    for (const { pattern, build } of WORDINGS) {
      const match = pattern.exec(cursor.rest);
      const [, a, b] = match ?? [];
      if (a !== undefined && b !== undefined && !/[\d%]/u.test(a + b))
        return { name: indicator, expression: build(strip(a), strip(b)), rate: true, text: clause };
    }
  }
  return null;
}

/** 部门本年度…: the unit that speaks is no part of the quantity's name. */
const strip = (name: string): string =>
  name.replace(/^(?:部门|单位|本部门|本单位|反映|考核)(?=.{2})/u, '').replace(/的$/u, '');
