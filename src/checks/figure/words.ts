import { clauses } from '../../language/sentences.js';
import { type Decimal, digits } from '../../numbers/decimal.js';
import type { Figure } from '../../numbers/figure.js';
import { span } from '../../numbers/figure.js';
import type { Computed, Judgement } from '../../numbers/judge.js';
import type { Mention, Quote } from '../../report/model.js';
import { printedNumber } from '../../report/outline/number.js';

/** A judged relation: what was stated, what follows from the other figures, and how the two stand. */
export interface Judged {
  /** The arithmetic, with the printed figures: 2584.77万元÷4556.28万元. */
  readonly expression: string;
  readonly stated: Figure;
  readonly computed: Computed;
  readonly verdict: Judgement;
}

/** The value in the printed unit of a figure, to two decimals more than it is printed with. */
export function inUnitOf(figure: Figure, value: Decimal): string {
  const scaled = value.div(figure.unit.factor);
  return `${digits(scaled.toDecimalPlaces(decimalsOf(figure) + 2).abs())}${figure.unit.name}`;
}

/** The value rounded as the figure is printed: what should stand there. */
export function asPrinted(figure: Figure, value: Decimal): string {
  return `${value.div(figure.unit.factor).abs().toFixed(decimalsOf(figure))}${figure.unit.name}`;
}

/** Decimals that a figure is printed with. */
export const decimalsOf = (figure: Figure): number =>
  /\.(\d+)/u.exec(figure.raw.normalize('NFKC').replace(/\s/gu, ''))?.[1]?.length ?? 0;

/** Both intervals of a judged relation, in brackets; nothing where both figures are exact and the arithmetic says it all. */
export function intervals({ stated, computed }: Judged): string {
  const own = span(stated);
  const signed = (value: Decimal): string =>
    `${value.isNegative() && !value.isZero() ? '-' : ''}${inUnitOf(stated, value)}`;
  const show = (low: Decimal, high: Decimal): string =>
    signed(low) === signed(high) ? signed(low) : `${signed(low)}～${signed(high)}`;
  const range = show(computed.range.low, computed.range.high);
  const exact = !range.includes('～');
  if (exact && own.low.eq(own.high)) return '';
  return `（考虑四舍五入，应${exact ? `为${range}` : `在${range}之间`}，文中所写相当于${show(own.low, own.high)}）`;
}

/** A figure as printed, without the white space that justified text puts inside. */
export const raw = (mention: Mention): string => mention.figure.raw.replace(/\s+/gu, '');

/** The words of one figure in its clause: no list number, and nothing of the figures listed before it. */
function ownWords(clause: string): string {
  const start = printedNumber(clause.trimStart())?.length ?? 0;
  const words = clause
    .trimStart()
    .slice(start)
    .replace(/^[\s，。；、]+/u, '')
    .replace(/^其中(?=[^，。；、：:,;])/u, '')
    .trimEnd();
  const mark = words.lastIndexOf('、');
  return mark >= 0 && /\d/u.test(words.slice(0, mark)) ? words.slice(mark + 1) : words;
}

const LONGEST_NAME = 24;

/** Where the end of a long clause may begin so that no number or quoted name is cut: 2023年 never becomes 023年. */
function wholeFrom(words: string): number {
  let from = words.length - LONGEST_NAME;
  while (from > 0 && /[\d.,%年月“"‘]/u.test(words[from] ?? '') && /[\d.,“"‘]/u.test(words[from - 1] ?? ''))
    from--;
  return from;
}

/** A figure as printed, with the unit that stands in the caption or header of its table. */
export function withUnit(mention: Mention): string {
  const { unit } = mention.figure;
  const printed = raw(mention);
  return unit.kind === 'money' && !printed.endsWith(unit.name) ? `${printed}${unit.name}` : printed;
}

/** A figure with the words that name it: the clause up to the figure, the end of it when it is long. */
export function named(mention: Mention): string {
  const until = mention.text.slice(Math.max(0, mention.start - 60), mention.start);
  const pieces = clauses(until);
  const last = pieces[pieces.length - 1]?.text ?? '';
  const words = /[，。；：、,;:\n]\s*$/u.test(until) ? '' : ownWords(last);
  return `${words.length > LONGEST_NAME ? `…${words.slice(wholeFrom(words))}` : words}${raw(mention)}`;
}

/** The sentence of a statement, then the places of the members that stand elsewhere. */
export function evidenceOf(quote: Quote, ...members: readonly (Mention | null)[]): readonly Quote[] {
  const shown = quote.text.length > LONGEST_SENTENCE ? passage(quote, members) : quote;
  const out: Quote[] = [shown];
  const seen = new Set([shown.text]);
  for (const member of members) {
    if (member === null) continue;
    if (member.where === quote.where && shown.text.includes(member.figure.raw)) continue;
    const text = excerpt(member);
    if (seen.has(text)) continue;
    seen.add(text);
    out.push({ text, where: member.where });
  }
  return out;
}

/** A sentence of more characters is an enumeration without an end: only the part with the figures is quoted. */
const LONGEST_SENTENCE = 1000;
/** Characters quoted on each side of the figures in such a sentence. */
const AROUND = 200;

/** The part of an overlong sentence that holds its members, verbatim. */
function passage(quote: Quote, members: readonly (Mention | null)[]): Quote {
  const own = members.flatMap((member) => (member !== null && member.where === quote.where ? [member] : []));
  const first = own[0];
  if (first === undefined) return quote;
  const start = Math.max(0, Math.min(...own.map((member) => member.start)) - AROUND);
  const end = Math.max(...own.map((member) => member.end)) + AROUND;
  return { text: first.text.slice(start, end).trim(), where: quote.where };
}

/** The clause around a figure, verbatim. */
export function excerpt(mention: Mention): string {
  const start = Math.max(0, mention.start - 40);
  const before = mention.text.slice(start, mention.start);
  const cut = Math.max(...['，', '。', '；', '\n'].map((mark) => before.lastIndexOf(mark)));
  return mention.text.slice(start + cut + 1, mention.end).trim();
}

/** Two figures before their arithmetic: named in running text; in a table their places say what they are. */
export const pairNamed = (a: Mention, b: Mention): string =>
  a.where.table !== null && a.text.trim() === a.figure.raw.trim() ? '' : `${named(a)}，${named(b)}：`;
