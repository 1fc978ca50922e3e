import type { Block, Cell, Document, Locator, Paragraph, Table } from '../documents/model.js';
import { squeeze } from '../language/fold.js';

/** Labels are short and are no figures: 部门概况, 年度绩效目标. */
const LONGEST_LABEL = 16;
/** Shorter cells are values, not prose. */
const SHORTEST_PROSE = 20;
/** Fewer rows of a label and its prose are part of a form, more of them are the report itself. */
const FEWEST_ROWS = 3;

/** Whether a place is a table cell and not a paragraph: prose cells that are read as text count as paragraphs. */
export const isInCell = (where: Locator): boolean => where.table !== null && where.paragraph === null;

/**
 * Some bureaus have the whole report typed into one table, a label beside each chapter (部门概况 | …, 存在问题 | …). Such
 * rows are running text with headings: they are given as paragraphs that keep the place of their cell, `paragraph`
 * being the line within it, and are blank in the table, so that nothing is read twice.
 */
export function withProseCells(document: Document): Document {
  const blocks = document.blocks.flatMap((block): readonly Block[] =>
    block.kind === 'table' ? unfolded(block) : [block],
  );
  return blocks.length === document.blocks.length ? document : { ...document, blocks };
}

function unfolded(table: Table): readonly Block[] {
  const rows = proseRows(table);
  if (rows.length < FEWEST_ROWS) return [table];
  const taken = new Set(rows.flatMap(({ label, prose }) => [label, prose]));
  const paragraphs = rows.flatMap(({ label, prose }) => [
    paragraph(squeeze(label.text), label, 1, 0),
    ...prose.text.split('\n').map((line, index) => paragraph(line, prose, index + 1, null)),
  ]);
  const cells = table.cells.map((cell) => (taken.has(cell) ? { ...cell, text: '' } : cell));
  return [...paragraphs, { ...table, cells }];
}

interface ProseRow {
  readonly label: Cell;
  readonly prose: Cell;
}

/** Rows of a label and one cell of prose that takes all the rest. */
function proseRows(table: Table): readonly ProseRow[] {
  const byRow = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...byRow.values()].flatMap(([label, prose, ...others]) =>
    label !== undefined && prose !== undefined && others.length === 0 && isProseRow(label, prose, table)
      ? [{ label, prose }]
      : [],
  );
}

function isProseRow(label: Cell, prose: Cell, table: Table): boolean {
  const words = squeeze(label.text);
  return (
    label.column === 1 &&
    prose.column + prose.colSpan > table.columnCount &&
    words !== '' &&
    words.length <= LONGEST_LABEL &&
    !/\d/u.test(words) &&
    squeeze(prose.text).length >= SHORTEST_PROSE &&
    /[。；\n]/u.test(prose.text)
  );
}

const paragraph = (text: string, cell: Cell, line: number, headingLevel: number | null): Paragraph => ({
  kind: 'paragraph',
  text,
  number: null,
  headingLevel,
  stratum: 'body',
  where: { ...cell.where, paragraph: line },
});
