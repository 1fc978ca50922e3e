import type { Cell, Table } from '../../documents/model.js';
import { fold, squeeze } from '../../language/fold.js';
import { LabelReader } from '../../language/labels.js';
import { vocabulary } from '../../language/vocabulary.js';
import type { Fact } from '../model.js';
import type { CellFigure } from './grid.js';

/** （万元） behind a label is its unit. */
const UNIT_BEHIND = /\((?:单位:)?[万亿千]?元\)$/u;

/**
 * Quantities of forms: rows in which labels and values take turns (基本支出（万元） | 2150.36 | 项目支出（万元） | 1284.64).
 * A row of several amounts behind one label belongs to a table with column heads and is none.
 */
export function formFacts(
  tables: readonly Table[],
  figureOf: CellFigure,
  year: number | null,
): readonly Fact[] {
  const labels = LabelReader.of(vocabulary());
  return tables.flatMap((table) =>
    [...rowsOf(table).values()].flatMap((cells) => {
      if (cells.length < 4 || cells.length % 2 !== 0) return [];
      if (cells.some((cell, i) => (i % 2 === 0) !== isLabel(cell, figureOf))) return [];
      return cells.flatMap((cell, i): readonly Fact[] => {
        const value = cells[i + 1];
        const mention = i % 2 === 0 && value !== undefined ? figureOf(value) : null;
        if (mention?.figure.unit.kind !== 'money') return [];
        const name = squeeze(fold(cell.text)).replace(UNIT_BEHIND, '');
        const read = labels.read(name);
        const { concept } = read;
        if (
          concept === null ||
          concept.unit !== 'money' ||
          concept.varied ||
          read.weak ||
          read.residual !== '' ||
          read.period !== null
        )
          return [];
        return [
          {
            concept: concept.id,
            aspect: read.aspect ?? (concept.flow ? 'outcome' : 'plain'),
            scope: read.scope,
            period: { year },
            mention,
            quote: { text: mention.text, where: mention.where },
            name,
          },
        ];
      });
    }),
  );
}

/** The filled cells of each row, left to right; cells merged over rows belong to the first. */
function rowsOf(table: Table): ReadonlyMap<number, readonly Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    if (cell.text.trim() === '') continue;
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  }
  return rows;
}

const isLabel = (cell: Cell, figureOf: CellFigure): boolean =>
  figureOf(cell) === null && /[\p{Script=Han}]/u.test(cell.text) && cell.text.length <= 40;
