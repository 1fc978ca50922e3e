import { clauses } from '../../language/sentences.js';
import { type Decimal, digits } from '../../numbers/decimal.js';
import type { Figure } from '../../numbers/figure.js';
import { span } from '../../numbers/figure.js';
import type { Computed, Judgement } from '../../numbers/judge.js';
import type { Mention, Quote } from '../../report/model.js';

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

const decimalsOf = (figure: Figure): number =>
  /\.(\d+)/u.exec(figure.raw.normalize('NFKC').replace(/\s/gu, ''))?.[1]?.length ?? 0;

/** Both intervals of a judged relation, in words. */
export function intervals({ stated, computed }: Judged): string {
  const own = span(stated);
  const show = (low: Decimal, high: Decimal): string =>
    low.eq(high) ? inUnitOf(stated, low) : `[${inUnitOf(stated, low)}, ${inUnitOf(stated, high)}]`;
  return `按印出位数，应在${show(computed.range.low, computed.range.high)}之内，文中的数表示${show(own.low, own.high)}`;
}

/** A figure as printed, without the white space that justified text puts inside. */
export const raw = (mention: Mention): string => mention.figure.raw.replace(/\s+/gu, '');

/** A figure with the words that name it: the clause up to the figure, at most twenty characters of it. */
export function named(mention: Mention): string {
  const until = mention.text.slice(Math.max(0, mention.start - 40), mention.start);
  const pieces = clauses(until);
  const last = pieces[pieces.length - 1]?.text ?? '';
  const words = /[，。；：、,;:\n]\s*$/u.test(until) ? '' : last.trim().slice(-20);
  return `${words.replace(/^[\s，。；、]+/u, '')}${raw(mention)}`;
}

/** The sentence of a statement, then the places of the members that stand elsewhere. */
export function evidenceOf(quote: Quote, ...members: readonly (Mention | null)[]): readonly Quote[] {
  const out: Quote[] = [quote];
  const seen = new Set([quote.text]);
  for (const member of members) {
    if (member === null) continue;
    if (member.where === quote.where && quote.text.includes(member.figure.raw)) continue;
    const text = excerpt(member);
    if (seen.has(text)) continue;
    seen.add(text);
    out.push({ text, where: member.where });
  }
  return out;
}

/** The clause around a figure, verbatim. */
export function excerpt(mention: Mention): string {
  const start = Math.max(0, mention.start - 40);
  const before = mention.text.slice(start, mention.start);
  const cut = Math.max(...['，', '。', '；', '\n'].map((mark) => before.lastIndexOf(mark)));
  return mention.text.slice(start + cut + 1, mention.end).trim();
}
