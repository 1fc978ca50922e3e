import type { Block, Table } from '../../documents/model.js';
import type { Fact, Mention, Statement, TableSum } from '../model.js';
import { isInCell } from '../prose-cells.js';
import { joinedLists } from './coded.js';
import { columnSums } from './columns.js';
import { tableFacts, tableTitles } from './facts.js';
import { formFacts } from './forms.js';
import type { CellFigure } from './grid.js';
import { type Panel, panelsOf } from './grid.js';
import { rowRates } from './rates.js';
import { rowSums } from './sums.js';

/** What tables of amounts state: their sums, and the rates, shares and changes of their rows. */
export interface TabularReading {
  readonly sums: readonly TableSum[];
  readonly statements: readonly Statement[];
  /** Quantities that the totals of the tables give. */
  readonly facts: readonly Fact[];
}

/** What tables are read from. */
export interface TabularSource {
  readonly tables: readonly Table[];
  readonly mentions: readonly Mention[];
  /** Paragraphs and tables in order: titles stand above their tables. */
  readonly blocks: readonly Block[];
  /** Tables left out: scoring tables have rules of their own. */
  readonly except: ReadonlySet<Table>;
  readonly year: number | null;
}

/** Reads every table but those left out. */
export function readTabular({ tables, mentions, blocks, except, year }: TabularSource): TabularReading {
  const figureOf = cellFigures(mentions);
  const byTable = tables.filter((table) => !except.has(table)).map((table) => panelsOf(table, figureOf));
  const panels = byTable.flat();
  return {
    sums: [...byTable.flatMap(joinedLists).flatMap(rowSums), ...panels.flatMap(columnSums)],
    statements: panels.flatMap(rowRates),
    facts: [
      ...tableFacts(panels, tableTitles(blocks), year),
      ...formFacts(
        tables.filter((table) => !except.has(table) && !hasColumns(table, panels)),
        figureOf,
        year,
      ),
    ],
  };
}

/** Most amounts below one another in a form of labels and values. */
const MOST_IN_FORM = 4;

/** Whether a table is one of columns of amounts, or of totals, rather than a form of labels and values. */
const hasColumns = (table: Table, panels: readonly Panel[]): boolean =>
  panels.some(
    (panel) =>
      panel.table === table &&
      (panel.rows.some((row) => /(?:合计|总计|小计)$/u.test(row.label)) ||
        panel.columns.some(
          ({ column }) =>
            panel.rows.filter((row) => row.values.get(column)?.figure.unit.kind === 'money').length >
            MOST_IN_FORM,
        )),
  );

/** Finds the figure of a cell by its place, when the cell consists of that figure alone. */
function cellFigures(mentions: readonly Mention[]): CellFigure {
  const byPlace = new Map<string, Mention | 'several'>();
  for (const mention of mentions) {
    if (!isInCell(mention.where)) continue;
    const key = placeKey(mention.where);
    byPlace.set(key, byPlace.has(key) ? 'several' : mention);
  }
  return (cell) => {
    const found = byPlace.get(placeKey(cell.where));
    if (!found || found === 'several') return null;
    const rest = cell.text.slice(0, found.start) + cell.text.slice(found.end);
    return /^[\s()（）%％万亿元]*$/u.test(rest) ? found : null;
  };
}

const placeKey = ({ table, row, column }: Mention['where']): string => `${table}/${row}/${column}`;
