import type { Item, PrintedLine, PrintedTable } from './layout.js';

/** Heads and feet may stand between the parts of a table on two pages. */
const BETWEEN = 3;

/**
 * Takes back tables told from alignment that go on in lines that could not be told: part of a scoring table adds up
 * to nothing. Their words stay, line by line.
 * @param aside lines that stand in columns and make no table; those of tables taken back are added
 * @param report told of the pages of tables taken back
 */
export function wholeTables(
  items: readonly Item[],
  aside: Set<PrintedLine>,
  report: (table: PrintedTable) => void,
): Item[] {
  const doubtful = new Set<Item>(aside);
  const near = (at: number, step: 1 | -1): boolean => {
    for (let i = at + step, skipped = 0; i >= 0 && i < items.length && skipped <= BETWEEN; i += step) {
      const item = items[i];
      if (item && doubtful.has(item)) return true;
      if (item?.kind !== 'line') return false;
      skipped++;
    }
    return false;
  };
  for (let changed = true; changed; ) {
    changed = false;
    items.forEach((item, at) => {
      if (item.kind !== 'table' || item.ruled || doubtful.has(item)) return;
      if (!near(at, 1) && !near(at, -1)) return;
      doubtful.add(item);
      changed = true;
    });
  }
  return items.flatMap((item) => {
    if (item.kind !== 'table' || !doubtful.has(item)) return [item];
    report(item);
    const lines = linesOf(item);
    for (const line of lines) aside.add(line);
    return lines;
  });
}

const linesOf = ({ cells }: PrintedTable): PrintedLine[] =>
  cells.flatMap(({ lines, page }) => lines.map(({ line }) => ({ kind: 'line' as const, page, line })));
