import type { Locator } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { digits } from '../../numbers/decimal.js';
import { span } from '../../numbers/figure.js';
import { add, type Interval, subtract } from '../../numbers/interval.js';
import { calledInText } from '../../report/facts/called.js';
import type { ChangeStatement, Fact, Report } from '../../report/model.js';

/**
 * What reports of one batch are compared by: a few plain strings for each, so that hundreds fit in memory and pass
 * between threads. Decimals are strings in the base unit.
 */
export interface Digest {
  readonly unit: string | null;
  readonly year: number | null;
  readonly kind: 'department' | 'project';
  readonly passages: readonly Passage[];
  readonly amounts: readonly DigestAmount[];
}

/** A paragraph long enough that two units do not write it alike by chance. */
export interface Passage {
  /** Verbatim. */
  readonly text: string;
  readonly where: Locator;
}

/** A quantity's value for one year: told outright, or worked out from this year's value and the difference. */
export interface DigestAmount {
  /** Concept, aspect and scope: only equal keys are the same quantity. */
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly low: string;
  readonly high: string;
  /** The figure, or the arithmetic that gives it, as printed. */
  readonly shown: string;
  readonly quote: string;
  readonly where: Locator;
}

/** Shorter paragraphs (titles, targets, formulas of courtesy) are alike in every unit. */
export const SHORTEST_PASSAGE = 40;
const MOST_PASSAGES = 400;
const MOST_AMOUNTS = 300;

export function digestOf(report: Report): Digest {
  return {
    unit: report.unit?.value ?? null,
    year: report.year?.value ?? null,
    kind: report.kind,
    passages: report.paragraphs
      .filter((paragraph) => passageKey(paragraph.text).length >= SHORTEST_PASSAGE)
      .slice(0, MOST_PASSAGES)
      .map(({ text, where }) => ({ text, where })),
    amounts: [...told(report), ...workedOut(report)].slice(0, MOST_AMOUNTS),
  };
}

/** A passage for comparison: white space, quotes and full width made one; own names are the caller's business. */
export const passageKey = (text: string): string => squeeze(fold(text)).replace(/["'\p{P}]/gu, '');

const keyOf = (fact: Fact): string => `${fact.concept}|${fact.aspect}|${fact.scope}`;

function told(report: Report): readonly DigestAmount[] {
  return report.facts.flatMap((fact) => {
    const { figure } = fact.mention;
    if (fact.period.year === null || figure.unit.kind !== 'money' || figure.bound !== 'exactly') return [];
    return [amount(fact, fact.period.year, span(figure), figure.raw)];
  });
}

/** Last year's value from 752.48万元, 比上年减少194.51万元: 752.48+194.51. */
function workedOut(report: Report): readonly DigestAmount[] {
  const byMention = new Map(report.facts.map((fact) => [fact.mention, fact]));
  return report.statements
    .filter((statement): statement is ChangeStatement => statement.kind === 'change')
    .flatMap(({ current, previous, difference, direction }) => {
      const fact = current && byMention.get(current);
      if (!fact || !difference || previous || fact.period.year === null || direction === 'flat') return [];
      if (difference.figure.unit.kind !== 'money' || difference.figure.bound !== 'exactly') return [];
      const [now, by] = [span(current.figure), span(difference.figure)];
      const range = direction === 'up' ? subtract(now, by) : add(now, by);
      const sign = direction === 'up' ? '−' : '+';
      return [
        amount(fact, fact.period.year - 1, range, `${current.figure.raw}${sign}${difference.figure.raw}`),
      ];
    });
}

const amount = (fact: Fact, year: number, range: Interval, shown: string): DigestAmount => ({
  key: keyOf(fact),
  name: calledInText(fact),
  year,
  low: digits(range.low),
  high: digits(range.high),
  shown,
  quote: fact.quote.text,
  where: fact.quote.where,
});
