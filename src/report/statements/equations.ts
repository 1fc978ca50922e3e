import { fold } from '../../language/fold.js';
import { type Decimal, dec } from '../../numbers/decimal.js';
import { type Figure, span } from '../../numbers/figure.js';
import { add, divide, type Interval, multiply, point, subtract } from '../../numbers/interval.js';
import type { Computed } from '../../numbers/judge.js';
import type { EquationStatement, Mention } from '../model.js';
import { isPlain, type Passage, type Sentence, type Term } from './terms.js';

/** Longest calculation that is read. */
const MOST_OPERANDS = 40;

/**
 * A printed calculation and its result: （5.00+280.00−8.00）/（5.00+280.00）×100%=97.5%, 甲298.40万元+乙21.60万元=320.00万元.
 * Plain products and one division are stated elsewhere; those are left out here.
 */
export function readEquations(passage: Passage): readonly EquationStatement[] {
  const folded = fold(passage.text);
  const found: EquationStatement[] = [];
  for (const sentence of passage.sentences) {
    for (let i = 1; i < sentence.terms.length; i++) {
      const statement = equationAt(sentence, folded, i);
      if (statement !== null) found.push(statement);
    }
  }
  return found;
}

type Sign = '+' | '-' | '×' | '÷' | '(' | ')';
type Token = Sign | Mention;

function equationAt(sentence: Sentence, folded: string, at: number): EquationStatement | null {
  const result = sentence.terms[at] as Term;
  if (!/^[^=]{0,24}=$/u.test(result.lead) || !isPlain(result.mention)) return null;
  if (/^[)\]]*(?:[÷×*+＋−-]|\/[\d(])/u.test(result.tail)) return null;
  const tokens: Token[] = [];
  let next = result.mention;
  let last = true;
  for (let i = at - 1; i >= 0 && i >= at - MOST_OPERANDS; i--) {
    const operand = (sentence.terms[i] as Term).mention;
    const signs = signsOf(folded.slice(operand.end, next.start), last);
    if (signs === null) break;
    tokens.unshift(operand, ...signs);
    last = false;
    next = operand;
  }
  const opening = brackets(folded.slice(Math.max(0, next.start - 4), next.start));
  const whole = balanced([...opening, ...tokens]);
  if (whole === null) return null;
  const operands = whole.filter((token): token is Mention => typeof token !== 'string');
  const first = operands[0];
  if (
    first === undefined ||
    !isOwn(whole, result.mention) ||
    operands.some((m) => m.figure.bound === 'about')
  )
    return null;
  const value = evaluated(whole, result.mention);
  if (value === null) return null;
  return {
    kind: 'equation',
    operands,
    result: result.mention,
    computed: value,
    expression: sentenceSlice(folded, first.start, result.mention.start),
    quote: sentence.quote,
  };
}

/** The calculation as printed, without the equals sign. */
const sentenceSlice = (folded: string, from: number, to: number): string => {
  const opening = brackets(folded.slice(Math.max(0, from - 4), from)).length;
  return folded.slice(from - opening, to).replace(/\s+|=\s*$/gu, '');
};

/** The operator and brackets between two figures; null where something other than a calculation stands between. */
function signsOf(gap: string, isLast: boolean): readonly Sign[] | null {
  const words = gap
    .replace(/\s+/gu, '')
    // 1200元/月×12个月: what the price is for.
    .replace(/^\/[\p{Script=Han}]{1,4}/u, '')
    .replace(/[=]$/u, isLast ? '' : '=');
  if (isLast) return /^[)\]}]*$/u.test(words) ? brackets(words) : null;
  const match = /^(?<close>[)\]}]*)(?<sign>[+＋−\-×*✕÷/])(?<open>[([{]*)[\p{Script=Han}"“”]{0,20}$/u.exec(
    words,
  );
  const { close, sign, open } = match?.groups ?? {};
  if (sign === undefined) return null;
  return [...brackets(close ?? ''), SIGNS[sign] ?? '+', ...brackets(open ?? '')];
}

const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '×': '×',
  '*': '×',
  '✕': '×',
  '÷': '÷',
  '/': '÷',
};

/** The brackets at the end of the words, as round ones. */
const brackets = (words: string): readonly Sign[] =>
  [...(/[()[\]{}]*$/u.exec(words.replace(/\s+/gu, ''))?.[0] ?? '')].map((mark) =>
    '([{'.includes(mark) ? '(' : ')',
  );

/** Without the brackets that open before the calculation and close behind it; null when they do not match. */
function balanced(tokens: readonly Token[]): readonly Token[] | null {
  let depth = 0;
  for (const token of tokens) {
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (depth < 0) return null;
  }
  let from = 0;
  for (; depth > 0 && tokens[from] === '('; depth--) from++;
  return depth === 0 ? tokens.slice(from) : null;
}

/** Products alone, and one figure over another, are stated as products and rates. */
function isOwn(tokens: readonly Token[], result: Mention): boolean {
  if (tokens.includes('+') || tokens.includes('-')) return true;
  const divisions = tokens.filter((token) => token === '÷').length;
  return divisions > 1 || (divisions === 1 && result.figure.unit.kind !== 'rate');
}

/** A value on the way: `money` is how often 元 is in its measure. */
interface Value {
  readonly computed: Computed;
  readonly money: number;
  readonly kind: Figure['unit']['kind'] | 'mixed';
}

function evaluated(tokens: readonly Token[], result: Mention): Computed | null {
  const parser = new Parser(tokens, result.figure.unit.kind);
  const value = parser.read();
  if (value === null) return null;
  const wanted = result.figure.unit.kind;
  if (wanted === 'money' && value.money === 0 && value.kind === 'bare')
    return tokens.includes('×') || tokens.includes('÷')
      ? null
      : scaled(value.computed, result.figure.unit.factor);
  if (value.money !== (wanted === 'money' ? 1 : 0)) return null;
  const fits = value.kind === 'mixed' || wanted === 'money' || value.kind === wanted || value.kind === 'bare';
  return fits ? value.computed : null;
}

const scaled = ({ point: at, range }: Computed, by: Decimal): Computed => ({
  point: at.times(by),
  range: { low: range.low.times(by), high: range.high.times(by) },
});

/** Sums of products, with brackets, by descent. */
class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly wanted: Figure['unit']['kind'],
  ) {}

  read(): Value | null {
    const value = this.sum(0);
    return this.at === this.tokens.length ? value : null;
  }

  private sum(depth: number): Value | null {
    let value = this.product(depth);
    for (let sign = this.tokens[this.at]; sign === '+' || sign === '-'; sign = this.tokens[this.at]) {
      this.at++;
      const other = this.product(depth);
      value = value === null || other === null ? null : summed(value, other, sign);
    }
    return value;
  }

  private product(depth: number): Value | null {
    let value = this.factor(depth, false);
    for (let sign = this.tokens[this.at]; sign === '×' || sign === '÷'; sign = this.tokens[this.at]) {
      this.at++;
      const other = this.factor(depth, sign === '×');
      value = value === null || other === null ? null : multiplied(value, other, sign);
    }
    return value;
  }

  private factor(depth: number, isTimes: boolean): Value | null {
    const token = this.tokens[this.at];
    this.at++;
    if (token === '(') {
      const value = depth < MOST_OPERANDS ? this.sum(depth + 1) : null;
      this.at++;
      return this.tokens[this.at - 1] === ')' ? value : null;
    }
    if (token === undefined || typeof token === 'string') return null;
    return operandValue(token.figure, isTimes, this.wanted);
  }
}

function operandValue(figure: Figure, isTimes: boolean, wanted: Figure['unit']['kind']): Value {
  const { kind, name } = figure.unit;
  const exact = (value: Decimal): Value => ({
    computed: { point: value, range: point(value) },
    money: 0,
    kind: 'mixed',
  });
  // ×100%, and ×100 before a result in per cent, change nothing.
  if (isTimes && kind === 'rate' && figure.value.eq(1)) return exact(dec(1));
  if (isTimes && kind === 'bare' && wanted === 'rate' && figure.value.eq(100)) return exact(dec(1));
  const range = name === '元' && isTimes ? point(figure.value) : span(figure);
  return { computed: { point: figure.value, range }, money: kind === 'money' ? 1 : 0, kind };
}

function summed(a: Value, b: Value, sign: '+' | '-'): Value | null {
  // 1−5%: one is a hundred per cent.
  const one = (v: Value, other: Value): boolean =>
    v.kind === 'bare' && other.kind === 'rate' && v.computed.point.eq(1);
  if (a.money !== b.money) return null;
  if (a.kind !== b.kind && a.kind !== 'mixed' && b.kind !== 'mixed' && !one(a, b) && !one(b, a)) return null;
  const [x, y] = [a.computed, b.computed];
  return {
    computed: {
      point: sign === '+' ? x.point.plus(y.point) : x.point.minus(y.point),
      range: sign === '+' ? add(x.range, y.range) : subtract(x.range, y.range),
    },
    money: a.money,
    kind: a.kind === 'mixed' || b.kind === 'mixed' ? 'mixed' : a.kind === 'bare' ? b.kind : a.kind,
  };
}

function multiplied(a: Value, b: Value, sign: '×' | '÷'): Value | null {
  const [x, y] = [a.computed, b.computed];
  if (sign === '÷' && y.point.isZero()) return null;
  const range: Interval | null = sign === '×' ? multiply(x.range, y.range) : divide(x.range, y.range);
  if (range === null) return null;
  const money = sign === '×' ? a.money + b.money : a.money - b.money;
  const value = sign === '×' ? x.point.times(y.point) : x.point.div(y.point);
  return {
    computed: { point: value, range },
    money,
    kind: a.kind === 'bare' && b.kind === 'bare' ? 'bare' : 'mixed',
  };
}
