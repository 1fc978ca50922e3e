/** Running heads and feet set in a small table, which returns at the same height of every page. */
import type { PageLayout, PrintedTable } from './layout.js';
import { cellText } from './prose.js';

/** Such a table lies within this share of the page's height from its upper or lower end. */
const MARGIN = 0.16;
/** Rows that such a table has at most. */
const TALLEST = 3;

export interface FramedHead {
  readonly table: PrintedTable;
  readonly stratum: 'header' | 'footer';
  /** The words of its cells, a blank between them. */
  readonly text: string;
}

/** Finds the tables at the ends of pages that return, page numbers apart, on nearly every page. */
export function framedHeads(pages: readonly PageLayout[]): FramedHead[] {
  const printed = pages.filter(({ items }) => items.length > 0);
  const found: (FramedHead & { readonly key: string })[] = [];
  for (const { items, height } of printed)
    for (const item of [items[0], items.at(-1)]) {
      if (item?.kind !== 'table' || item.rowCount > TALLEST || items.length < 2) continue;
      const stratum = item === items[0] ? 'header' : 'footer';
      const inMargin =
        stratum === 'header' ? item.box.bottom < MARGIN * height : item.box.top > (1 - MARGIN) * height;
      if (!inMargin) continue;
      const text = item.cells
        .map(({ lines }) => cellText(lines))
        .join(' ')
        .replace(/\s+/g, ' ');
      const key = `${stratum} ${Math.round(item.box.top / 4)} ${text.replace(/\d+/g, '#')}`;
      found.push({ table: item, stratum, text: text.trim(), key });
    }
  const counts = new Map<string, number>();
  for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = Math.max(3, 0.6 * printed.length);
  return found.filter(({ key }) => (counts.get(key) ?? 0) >= enough);
}
