import type { Decimal } from '../../../numbers/decimal.js';
import { digits } from '../../../numbers/decimal.js';
import type { Indicator, IndicatorGroup, Quote, ScoreCell } from '../../../report/model.js';
import type { Term } from '../../../report/scoring/sums.js';

/** The indicator's name where it stands. */
export const nameQuote = (indicator: Indicator): Quote => ({ text: indicator.name, where: indicator.where });

/** A score cell as printed, its place named. */
export const cellQuote = (cell: ScoreCell): Quote => ({ text: cell.raw.trim(), where: cell.where });

/** An indicator with one of its score cells. */
export const rowQuotes = (indicator: Indicator, cell: ScoreCell = indicator.claimed): Quote[] =>
  [nameQuote(indicator), cellQuote(cell)].filter((quote) => quote.text !== '');

/** Cells of a sum for the evidence; a table of tens of thousands of rows is quoted in part. */
export const termQuotes = (terms: readonly Term[]): Quote[] =>
  terms.slice(0, MOST_QUOTES).map((term) => cellQuote(term.cell));

const MOST_QUOTES = 500;

/** More terms than this are cut in the middle of a message. */
const SHOWN = 40;

/** 3+5+1=9: the arithmetic of a sum. */
export function addition(terms: readonly Term[], sum: Decimal): string {
  const numbers = terms.map((t) => (t.value.isNegative() ? `(${digits(t.value)})` : digits(t.value)));
  const shown = numbers.length > SHOWN ? [...numbers.slice(0, SHOWN), `…（共${numbers.length}项）`] : numbers;
  return `${shown.join('+')}=${digits(sum)}`;
}

/** A name in quotation marks; marks inside it become single ones: “‘三公经费’控制率”. */
export const called = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** What a group is called: “产出—数量”; the group of all rows has no name. */
export const calledGroup = ({ path }: IndicatorGroup): string =>
  path.length === 0 ? '各项指标' : called(path.join('—'));
