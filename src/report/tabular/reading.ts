import { dec } from '../../numbers/decimal.js';
import { span } from '../../numbers/figure.js';
import { meets, total as sumOf } from '../../numbers/interval.js';
import type { Mention, TableSum } from '../model.js';
import type { Column, Panel, PanelRow } from './grid.js';

/** Which rows add up to a total row. */
export interface Reading {
  readonly total: PanelRow;
  readonly parts: readonly PanelRow[];
}

/** Labels of rows that total others. */
export const TOTAL = /(?:合计|总计|小计|共计)$/u;
/** Rows that break down part of the row above them and never belong to a sum of whole rows. */
export const INCLUDED = /^(?:其中|#|\(?其中)/u;

/** The sum that a reading states in one column; null when the total or every part is blank there. */
export function sumIn(panel: Panel, reading: Reading, column: number): TableSum | null {
  const total = reading.total.values.get(column);
  const heads = panel.columns.find((c) => c.column === column)?.heads ?? [];
  if (!total || isRateColumn(heads, total)) return null;
  const parts = reading.parts.filter((row) => row.values.has(column));
  const { kind } = total.figure.unit;
  if (parts.length === 0 || parts.some((row) => row.values.get(column)?.figure.unit.kind !== kind))
    return null;
  return {
    total,
    parts: parts.map((row) => row.values.get(column) as Mention),
    label: reading.total.label === '' ? (reading.total.code ?? '') : reading.total.label,
    partLabels: parts.map((row) => (row.label === '' ? (row.code ?? '') : row.label)),
    axis: 'row',
    through: heads.at(-1) ?? '',
    quote: { text: total.text, where: total.where },
  };
}

/** What one row states of a total column and its parts; null when it has no figure or they measure something else. */
export function sumAcross(line: PanelRow, column: Column, parts: readonly Column[]): TableSum | null {
  const total = line.values.get(column.column);
  if (!total || isRateColumn(column.heads, total)) return null;
  const present = parts.filter((part) => line.values.has(part.column));
  const { kind } = total.figure.unit;
  if (present.length === 0 || present.some((part) => line.values.get(part.column)?.figure.unit.kind !== kind))
    return null;
  return {
    total,
    parts: present.map((part) => line.values.get(part.column) as Mention),
    label:
      line.label === '' && column.heads.length > 1
        ? column.heads.slice(-2).join('/')
        : (column.heads.at(-1) ?? ''),
    partLabels: present.map((part) => part.heads.at(-1) ?? ''),
    axis: 'column',
    through: line.label === '' ? (line.code ?? '') : line.label,
    quote: { text: total.text, where: total.where },
  };
}

/** Rates, unit prices, years and standards are never added up. */
export const isRateColumn = (heads: readonly string[], figure: Mention): boolean =>
  figure.figure.unit.kind === 'rate' ||
  heads.some((head) => /率|占比|比例|比重|%|单价|标准|年度$|年份|面积占|平均|人均|增减幅|进度/u.test(head));

/** Whether the parts add up to the total within what their printed precision allows. */
export function fits(sum: TableSum): boolean {
  const range = sumOf(sum.parts.map((part) => span(part.figure)));
  return meets(span(sum.total.figure), range);
}

/** Whether a fitting sum says something: two parts or more that are not zero. */
export const isTelling = (sum: TableSum): boolean =>
  sum.parts.filter((part) => !part.figure.value.eq(dec(0))).length >= 2;
