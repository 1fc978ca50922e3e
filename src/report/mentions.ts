import type { Block, Cell, Paragraph, Table } from '../documents/model.js';
import { scanFigures } from '../language/figures.js';
import { fold } from '../language/fold.js';
import { captionUnit } from '../language/measures.js';
import type { Unit } from '../numbers/figure.js';
import type { Mention } from './model.js';

/** What figures are read from: the paragraphs and tables of a report. */
export interface Readable {
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  /** Gives the order of paragraphs and tables, so that a caption finds its table. */
  readonly document?: { readonly blocks: readonly Block[] };
}

/** Every figure of the running text and of the table cells, text first, each part in reading order. */
export function readMentions(report: Readable): readonly Mention[] {
  const found: Mention[] = [];
  for (const paragraph of report.paragraphs)
    for (const { figure, start, end } of scanFigures(paragraph.text))
      found.push({ figure, text: paragraph.text, start, end, where: paragraph.where });
  const captions = paragraphCaptions(report.document?.blocks ?? []);
  for (const table of report.tables) {
    const caption = captions.get(tableKey(table)) ?? null;
    for (const cell of table.cells) found.push(...cellMentions(table, cell, caption));
  }
  return found;
}

const tableKey = (table: Table): string => `${table.where.table ?? ''}/${table.where.page ?? ''}`;

/** 单位：万元 in one of the three paragraphs above a table. */
function paragraphCaptions(blocks: readonly Block[]): ReadonlyMap<string, Unit> {
  const captions = new Map<string, Unit>();
  blocks.forEach((block, i) => {
    if (block.kind !== 'table') return;
    for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
      const above = blocks[j];
      if (above === undefined || above.kind !== 'paragraph') break;
      const unit = above.text.length < 200 ? captionUnit(above.text) : null;
      if (unit === null) continue;
      captions.set(tableKey(block), unit);
      break;
    }
  });
  return captions;
}

/** What a table says about its columns, worked out once per table. */
interface Layout {
  readonly scoring: boolean;
  readonly inner: Unit | null;
  /** Text cells by column, top to bottom: the nearest above a number is its header. */
  readonly byColumn: ReadonlyMap<number, readonly Cell[]>;
  readonly byRow: ReadonlyMap<number, readonly Cell[]>;
}

const layouts = new WeakMap<Table, Layout>();

function layoutOf(table: Table): Layout {
  const known = layouts.get(table);
  if (known !== undefined) return known;
  const byColumn = new Map<number, Cell[]>();
  const byRow = new Map<number, Cell[]>();
  let scoring = false;
  let inner: Unit | null = null;
  for (const cell of table.cells) {
    const text = cell.text.replace(/\s+/gu, '');
    if (text === '' || NUMBER_ONLY.test(fold(text))) continue;
    if (/^(?:分值|得分|自评得分|自评分|权重|评分标准|评价标准)/u.test(text)) scoring = true;
    if (inner === null && /单位[：:]/u.test(text) && text.length < 40) inner = captionUnit(text);
    for (let c = cell.column; c < cell.column + Math.min(cell.colSpan, 64); c++) push(byColumn, c, cell);
    for (let r = cell.row; r < cell.row + Math.min(cell.rowSpan, 400); r++) push(byRow, r, cell);
  }
  const layout = { scoring, inner, byColumn, byRow };
  layouts.set(table, layout);
  return layout;
}

const NUMBER_ONLY = /^[-+]?[\d,.%()\-—/]+$/u;
const NOT_MONEY =
  /分值|得分|权重|评分|率|占比|比例|比重|%|％|人数|数量|编码|代码|序号|行次|次数|增减(?!额|数|金额)|页码|分数/u;
const MONEY =
  /预算|决算|执行数|(?:全年|实际|累计|全年实际)执行$|支出|收入|金额|资金|拨款|到位|合计|小计|经费|结转|结余|总额|数$/u;
const CODES = /编码|代码|序号|行次|^[类款项]$/u;

function cellMentions(table: Table, cell: Cell, caption: Unit | null): readonly Mention[] {
  if (!/[\d０-９一二三四五六七八九十百]/u.test(cell.text)) return [];
  const layout = layoutOf(table);
  const bare = NUMBER_ONLY.test(fold(cell.text).replace(/\s+/gu, ''));
  let unit: Unit | null = null;
  if (bare) {
    const above = cellAbove(layout, cell);
    const header = words(above);
    if (CODES.test(header)) return [];
    if (isCodeCell(layout, cell)) return [];
    unit = unitOf(layout, cell, header, mergedUnit(layout, cell.column, above) ?? caption);
  }
  return scanFigures(cell.text, unit).map(({ figure, start, end }) => ({
    figure,
    text: cell.text,
    start,
    end,
    where: cell.where,
  }));
}

/** The nearest text cell above a cell: its header. */
const cellAbove = (layout: Layout, cell: Cell): Cell | undefined =>
  nearestAbove(layout.byColumn.get(cell.column) ?? [], cell.row);

const words = (cell: Cell | undefined): string => cell?.text.replace(/\s+/gu, '') ?? '';

/** 事业收入（元） merged over 小计 and 其中：教育收费: the unit of the wider header right above holds for both. */
function mergedUnit(layout: Layout, column: number, header: Cell | undefined): Unit | null {
  if (header === undefined) return null;
  const above = nearestAbove(layout.byColumn.get(column) ?? [], header.row);
  const joins = above !== undefined && above.row + above.rowSpan === header.row;
  const unit = joins && above.colSpan > header.colSpan ? captionUnit(words(above)) : null;
  return unit?.kind === 'money' ? unit : null;
}

/** The last of the cells, sorted by row, that starts above a row. */
function nearestAbove(cells: readonly Cell[], row: number): Cell | undefined {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return cells[low - 1];
}

function push(lists: Map<number, Cell[]>, key: number, cell: Cell): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [cell]);
  else list.push(cell);
}

/** 2080505 and the like before the name of a budget item. */
function isCodeCell(layout: Layout, cell: Cell): boolean {
  const text = cell.text.replace(/\s+/gu, '');
  if (!/^\d{3}(?:\d{2}){0,2}$/u.test(text)) return false;
  const right = (layout.byRow.get(cell.row) ?? []).find((c) => c.column === cell.column + cell.colSpan);
  return right !== undefined && /^[\u4e00-\u9fff]/u.test(right.text.trim());
}

function unitOf(layout: Layout, cell: Cell, header: string, caption: Unit | null): Unit | null {
  const own = captionUnit(header);
  if (own !== null) return own;
  if (NOT_MONEY.test(header)) return null;
  const left = (layout.byRow.get(cell.row) ?? []).filter((c) => c.column < cell.column).reverse();
  for (const [at, label] of left.entries()) {
    // 年度支出总额（万元） | 343 | 编制人数 | 20: behind another amount the label speaks of that one.
    const nearer = left[at - 1];
    if (nearer !== undefined && label.column + label.colSpan < nearer.column) break;
    const unit = captionUnit(label.text);
    if (unit !== null) return layout.scoring && !MONEY.test(header) ? null : unit;
  }
  const general = layout.inner ?? caption ?? headingUnit(layout, cell);
  if (general === null) return null;
  if (layout.scoring && !/预算|决算|执行数|支出数|金额|资金|到位/u.test(header)) return null;
  return general;
}

/** Rows back from a row without a unit to the one whose unit it shares. */
const BREAKDOWN_ROWS = 4;

/** 项目资金（万元） in the first column speaks for the block that starts there. */
function headingUnit(layout: Layout, cell: Cell): Unit | null {
  let below = cell.row + 1;
  // 收入合计（万元） / 其中：财政拨款 / 其他收入: the rows that break a total down share its unit.
  for (let back = 0; back < BREAKDOWN_ROWS; back++) {
    const heading = nearestAbove(layout.byColumn.get(1) ?? [], below);
    if (heading === undefined) return null;
    const unit = captionUnit(heading.text);
    if (unit !== null) return unit.kind === 'money' ? unit : null;
    if (!MONEY.test(heading.text.replace(/\s+/gu, ''))) return null;
    below = heading.row;
  }
  return null;
}
