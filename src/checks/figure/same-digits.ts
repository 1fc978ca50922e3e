import { span } from '../../numbers/figure.js';
import { meets } from '../../numbers/interval.js';
import type { Mention } from '../../report/model.js';

/** Two amounts of one sentence with the same digits, ten thousand times apart. */
export interface SameDigits {
  readonly larger: Mention;
  readonly smaller: Mention;
}

/** 元 and 万元 are ten thousand apart; digits that agree by chance are seldom five. */
const APART = 10_000;
const FEWEST_DIGITS = 5;
/** Figures behind an amount among which its like is looked for. */
const NEARBY = 6;
/** Words of a price, beside which the digits of a total may stand again. */
const PRICE = /人均|户均|平均|均|每|单价|标准|[/／]/u;

/** 支出合计18,426,530.42元（约1842.65元）: one amount told twice, once with the wrong unit. */
export function* sameDigits(mentions: readonly Mention[]): Generator<SameDigits> {
  for (const [at, one] of mentions.entries()) {
    if (!isTelling(one)) continue;
    for (const other of mentions.slice(at + 1, at + 1 + NEARBY)) {
      if (other.text !== one.text || other.where !== one.where) break;
      const between = one.text.slice(one.end, other.start);
      if (/[。；;]/u.test(between)) break;
      if (!isTelling(other)) continue;
      const [larger, smaller] = one.figure.value.gt(other.figure.value) ? [one, other] : [other, one];
      const { low, high } = span(smaller.figure);
      if (!meets({ low: low.times(APART), high: high.times(APART) }, span(larger.figure))) continue;
      const from = Math.max(0, one.start - 12);
      if (!PRICE.test(one.text.slice(from, other.end + 4))) yield { larger, smaller };
    }
  }
}

const isTelling = ({ figure }: Mention): boolean =>
  figure.unit.kind === 'money' && significant(figure.raw) >= FEWEST_DIGITS;

/** Digits of a printed number without the zeros around them. */
const significant = (raw: string): number => raw.replace(/[^\d]/gu, '').replace(/^0+|0+$/gu, '').length;
