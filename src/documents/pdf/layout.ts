import type { Box, Glyph, PageContent } from './content.js';
import { gridsOf } from './grid.js';
import { Holder } from './holder.js';
import { type Line, linesOf } from './lines.js';
import type { SetLine } from './prose.js';
import { bareRules, columnEdges, isBroad, type KnownEdges } from './row-ruled.js';
import { type KnownColumns, textColumns } from './text-columns.js';

/** A cell as printed on one page; rows and columns count from 0. */
export interface PrintedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly SetLine[];
  readonly page: number;
  readonly nested: readonly PrintedTable[];
  /** At the upper or lower end of the part of the table, without a rule along it. */
  readonly openTop?: boolean;
  readonly openBottom?: boolean;
}

/** A table, or the part of it that stands on one page; after joining, of several pages. */
export interface PrintedTable {
  readonly kind: 'table';
  readonly page: number;
  /** The page on which the table ends. */
  readonly lastPage: number;
  readonly box: Box;
  /** Places of the column edges. */
  readonly xs: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly PrintedCell[];
  readonly certain: boolean;
  /** The bottom edge is drawn. */
  readonly closed: boolean;
  /** Rows and columns are drawn, not told from alignment. */
  readonly ruled: boolean;
}

/** A line of the running text. */
export interface PrintedLine {
  readonly kind: 'line';
  readonly page: number;
  readonly line: Line;
  /** The edges of its column, and its height in the order of reading, where the text is set in columns. */
  readonly column?: { readonly left: number; readonly right: number; readonly order: number };
}

/** What the running order of a page is made of. */
export type Item = PrintedLine | PrintedTable;

/** One page in reading order. */
export interface PageLayout {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
  readonly watermarks: string;
  /** Height of the short rule that parts notes from the text, null when there is none. */
  readonly noteRule: number | null;
  /** Heights of broad rules that no upright rule meets: rows of a table without column rules. */
  readonly rowRules: readonly number[];
  readonly overflow: boolean;
}

/**
 * Parts a page into ruled tables and lines of running text.
 * @param known the columns in which earlier pages are set; added to
 * @param knownEdges the same of tables whose columns are not ruled
 */
export function layout(content: PageContent, known: KnownColumns, knownEdges: KnownEdges): PageLayout {
  const told = columnEdges(content, knownEdges);
  const { grids, overflow } = gridsOf(content.horizontal, [...content.vertical, ...told.vertical]);
  const isTold = ({ top, bottom }: Box): boolean =>
    told.tables.some((table) => table.top < (top + bottom) / 2 && table.bottom > (top + bottom) / 2);
  const holders = grids
    .map((grid) => new Holder(grid, content.page))
    .sort((a, b) => area(a.box) - area(b.box));
  const loose: Glyph[] = [];
  let watermarks = '';
  for (const glyph of content.glyphs) {
    if (glyph.angle % 90 !== 0) watermarks += glyph.text;
    else if (!holders.some((holder) => holder.take(glyph))) loose.push(glyph);
  }
  holders.forEach((holder, i) => {
    const outer = holders.slice(i + 1).find((other) => other.encloses(holder.box));
    if (outer) outer.nest(holder);
  });
  const boxes = holders.map(({ box }) => box);
  const { columned, others } = textColumns(linesOf(loose), content.width, boxes, known);
  const items: Item[] = [
    ...others.map((line): PrintedLine => ({ kind: 'line', page: content.page, line })),
    ...columned.map(
      ({ line, left, right, order }): PrintedLine => ({
        kind: 'line',
        page: content.page,
        line,
        column: { left, right, order },
      }),
    ),
  ];
  for (const holder of holders) {
    if (holder.nested) continue;
    const table = holder.table();
    if (table) items.push(isTold(table.box) ? { ...table, ruled: false } : table);
  }
  items.sort((a, b) => place(a) - place(b));
  const { page, width, height } = content;
  const noteRule = noteRuleOf(content, items);
  const rowRules = rowRulesOf(content);
  return {
    page,
    width,
    height,
    items,
    watermarks,
    noteRule,
    rowRules,
    overflow: overflow || content.overflow,
  };
}

function rowRulesOf(content: PageContent): number[] {
  const broad = bareRules(content).filter((rule) => isBroad(rule, content.width));
  return broad.length < 2 ? [] : broad.map(({ at }) => at);
}

/** Notes are parted from the text by a rule of this share of the page's width, below everything else. */
const NOTE_RULE = { shortest: 0.1, longest: 0.45 };

function noteRuleOf({ width, height, horizontal }: PageContent, items: readonly Item[]): number | null {
  const rule = horizontal.find(({ at, from, to }) => {
    if (at < height * 0.4 || to - from < NOTE_RULE.shortest * width || to - from > NOTE_RULE.longest * width)
      return false;
    if (items.some((item) => item.kind === 'table' && at > item.box.top - 4 && at < item.box.bottom + 4))
      return false;
    const below = items.filter((item) => place(item) > at);
    const first = below[0];
    return (
      first?.kind === 'line' &&
      below.every((item) => item.kind === 'line') &&
      Math.abs(first.line.left - from) < 4 * first.line.size &&
      first.line.y - at < 3 * first.line.size
    );
  });
  return rule?.at ?? null;
}

const area = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);
/** Where an item stands on the page: a table at its upper edge, a line a little above its baseline. */
const place = (item: Item): number =>
  item.kind === 'table' ? item.box.top : (item.column?.order ?? item.line.y - item.line.size / 2);
