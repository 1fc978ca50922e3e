import type { Block, Locator, Table } from '../documents/model.js';
import { scanFigures } from '../language/figures.js';
import { once } from '../language/memo.js';
import type { Report } from './model.js';

/** The tables of a report whose rows and columns were not read from lines but inferred. */
export interface Guesses {
  readonly tables: ReadonlySet<number>;
  /** All tables whose layout was inferred, those among them whose inferred grid came out regular too. */
  readonly inferred: ReadonlySet<number>;
  /** Whether a place is in such a table, or in the paragraph right beside one: rows that fell out of it stand there. */
  holds(where: Locator): boolean;
}

/** Figures that a line of the text must have to be taken for a row that fell out of the table above it. */
const ROW_FIGURES = 2;
const LONGEST_ROW = 400;

/** Whether the line behind an inferred table is a row of it: 公众满意度 10 满意度≥90%得10分 10, 合计 100 97. */
const isStrayRow = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' &&
  block.text.length <= LONGEST_ROW &&
  !/[。；;:：]\s*$/u.test(block.text) &&
  scanFigures(block.text).length >= ROW_FIGURES;

/**
 * What of a report proves nothing: tables whose grid is not certain, and those of which a loss says that their layout
 * was inferred and behind which a line stands that is a row of theirs.
 */
export const guessesOf = once((report: Report): Guesses => {
  const losses = report.document.losses.filter(({ kind }) => kind === 'layout');
  const tables = new Set<number>();
  for (const { gridCertain, where } of report.tables)
    if (!gridCertain && where.table !== null) tables.add(where.table);
  const inferred = new Set(losses.flatMap(({ where }) => where.table ?? []));
  const beside = new Set<number>();
  const { blocks } = report.document;
  blocks.forEach(({ kind, where }, i) => {
    if (kind === 'table' && where.table !== null && inferred.has(where.table) && isStrayRow(blocks[i + 1]))
      tables.add(where.table);
  });
  blocks.forEach((block, i) => {
    if (block.kind !== 'table' || !tables.has(block.where.table ?? Number.NaN)) return;
    for (const other of [blocks[i - 1], blocks[i + 1]])
      if (other?.kind === 'paragraph' && other.where.paragraph !== null) beside.add(other.where.paragraph);
  });
  return {
    tables,
    inferred,
    holds: ({ table, paragraph }) =>
      table === null ? paragraph !== null && beside.has(paragraph) : tables.has(table),
  };
});

/** Whether the layout of a table was inferred, be its grid ever so regular. */
export const isInferred = (report: Report, table: Table): boolean =>
  table.where.table !== null && guessesOf(report).inferred.has(table.where.table);

/** Whether the grid of a table was inferred and is not certain. */
export const isGuessed = (report: Report, table: Table): boolean =>
  table.where.table !== null && guessesOf(report).tables.has(table.where.table);
