import { LabelReader } from '../language/labels.js';
import { remembered } from '../language/memo.js';
import { vocabulary } from '../language/vocabulary.js';

/** The spending or income that an indicator's name speaks of: 三公经费 of “三公经费”控制率; '' where it is the unit's own. */
const quantityOf = remembered((indicator: string): string => {
  const words = vocabulary();
  const { concept, weak, rate } = LabelReader.of(words).read(indicator);
  const id = (weak ? null : concept?.id) ?? rate?.numerator[0]?.concept ?? null;
  if (id === null || id === 'expenditure') return '';
  const quantity = words.concepts.find((one) => one.id === id);
  // 结转结余率 is a share of the unit's budget: a balance has none of its own.
  return quantity?.flow ? (quantity.names[0] ?? '') : '';
});

/** Whether a term says only which number it is, not of what: 决算数, 实际支出数, 年初预算数. */
const isOpen = remembered((term: string): boolean => {
  const { concept, aspect, residual } = LabelReader.of(vocabulary()).read(term);
  return concept === null && aspect !== null && residual === '';
});

/** A formula's term as its indicator means it: 决算数 in that of “三公经费”控制率 is 三公经费决算数, never the unit's. */
export const qualified = (term: string, indicator: string): string =>
  isOpen(term) ? `${quantityOf(indicator)}${term}` : term;
