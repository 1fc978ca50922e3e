import { type Column, columnsOf, pieces, within } from './columns.js';
import type { Item, PrintedCell, PrintedLine, PrintedTable } from './layout.js';
import type { Line } from './lines.js';
import { hasDoubtfulRows } from './row-doubt.js';

/** Lines with this many stretches that a table without borders must have, and stretches that make such a line. */
const FEWEST_SEEDS = 3;
const SEED_SPANS = 3;
/** A single stretch broader than this share of the table's lines is running text. */
const PROSE = 0.62;
/** A heading or a lead-in between two tables. */
const HEADING =
  /^[一二三四五六七八九十]{1,3}、|^[（(][一二三四五六七八九十]{1,3}[)）]|^(?:表|附表|附件)|[：:]$/;
const NUMERIC = /^[-+−]?[\d,，.．]+%?$|^[-—－/]$/;

/**
 * Finds tables without borders among the lines of the running text: runs of lines whose stretches keep to common
 * columns. Rows begin where a column of figures has an entry; label columns in front hold over the rows below.
 * @param aside told of lines that stand in columns and yet make no table that can be trusted: they stay lines
 * @param refuses whether a table so found would be misread for a reason outside its lines
 */
export function alignedTables(items: readonly Item[], aside: Aside, refuses: Refusal): Item[] {
  const result: Item[] = [];
  let run: PrintedLine[] = [];
  const flush = (): void => {
    if (run.length > 0) result.push(...split(run, aside, refuses));
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'line') run.push(item);
    else {
      flush();
      result.push(item);
    }
  }
  flush();
  return result;
}

const isSeed = ({ line }: PrintedLine): boolean => line.spans.length >= SEED_SPANS;

type Refusal = (table: PrintedTable) => boolean;
type Aside = (lines: readonly PrintedLine[]) => void;

function split(run: readonly PrintedLine[], aside: Aside, refuses: Refusal): Item[] {
  const left = Math.min(...run.map(({ line }) => line.left));
  const right = Math.max(...run.map(({ line }) => line.right));
  const prose = ({ line }: PrintedLine): boolean =>
    line.spans.length === 1 &&
    (line.right - line.left > PROSE * (right - left) ||
      (line.left < left + 3 * line.size && HEADING.test(line.text)));
  const result: Item[] = [];
  for (let i = 0; i < run.length; ) {
    const from = i;
    while (i < run.length && !prose(run[i] as PrintedLine)) i++;
    result.push(...zone(run.slice(from, i), aside, refuses));
    if (i < run.length) result.push(run[i++] as PrintedLine);
  }
  return result;
}

/** Lines of a stretch without running text, the table among them replaced by itself. */
function zone(lines: readonly PrintedLine[], aside: Aside, refuses: Refusal): Item[] {
  const first = lines.findIndex(isSeed);
  const last = lines.findLastIndex(isSeed);
  const core = first === -1 ? [] : lines.slice(first, last + 1);
  if (core.filter(isSeed).length < FEWEST_SEEDS) return figuresApart(lines, aside);
  const unread = (): Item[] => {
    aside(core);
    return [...lines];
  };
  const columns = columnsOf(core);
  if (columns.length < 3) return unread();
  let from = first;
  let to = last + 1;
  const fits = (item: PrintedLine | undefined): boolean =>
    item?.line.spans.every((span) => within(columns, span.left, span.right)) ?? false;
  while (fits(lines[from - 1]) && (lines[from - 1]?.line.spans.length ?? 0) > 1) from--;
  while (fits(lines[to]) && follows(lines[to - 1], lines[to])) to++;
  const table = tableOf(lines.slice(from, to), columns);
  if (!table || refuses(table)) return unread();
  return [...lines.slice(0, from), table, ...lines.slice(to)];
}

/** Lines as they are; where several hold figures in columns of their own, what stands between them is a table. */
function figuresApart(lines: readonly PrintedLine[], aside: Aside): Item[] {
  const isRow = ({ line }: PrintedLine): boolean =>
    line.spans.filter(({ text }) => NUMERIC.test(text.replace(/\s/g, ''))).length > 1;
  if (lines.filter(isRow).length >= FEWEST_SEEDS)
    aside(lines.slice(lines.findIndex(isRow), lines.findLastIndex(isRow) + 1));
  return [...lines];
}

/** A line close enough below another to go on with its row, or at the head of the next page. */
function follows(above: PrintedLine | undefined, below: PrintedLine | undefined): boolean {
  if (!above || !below) return false;
  if (below.page !== above.page) return below.page === above.page + 1 && below.line.spans.length > 1;
  return below.line.y - above.line.y < 1.7 * below.line.size;
}

interface Row {
  readonly page: number;
  readonly pieces: Map<number, { readonly line: Line }[]>;
}

function tableOf(lines: readonly PrintedLine[], columns: readonly Column[]): PrintedTable | null {
  const cut = lines.map((item) => ({ item, pieces: pieces(item.line, columns) }));
  const anchors = anchorsOf(cut.map(({ pieces }) => pieces));
  const starts = (found: ReadonlyMap<number, Line>): boolean =>
    anchors.length > 0
      ? anchors.some((column) => found.has(column))
      : found.size >= Math.max(2, 0.6 * columns.length);
  const rows: Row[] = [];
  const head: string[] = [];
  let inHead = true;
  let skipping = 0;
  let page = lines[0]?.page ?? 0;
  for (const { item, pieces: found } of cut) {
    if (item.page !== page) {
      page = item.page;
      skipping = 1;
    }
    const text = item.line.text;
    if (skipping > 0 && head[skipping - 1] === text) {
      skipping++;
      continue;
    }
    skipping = 0;
    const begins = starts(found) && ![...found].every(([, line]) => !/\d/.test(line.text));
    if (begins) inHead = false;
    if (inHead) head.push(text);
    if (rows.length === 0 || begins) rows.push({ page: item.page, pieces: new Map() });
    const row = rows.at(-1);
    for (const [column, line] of found) {
      const list = row?.pieces.get(column);
      if (list) list.push({ line });
      else row?.pieces.set(column, [{ line }]);
    }
  }
  if (rows.length < 2 || hasDoubtfulRows(rows, anchors)) return null;
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  const { cells, certain } = cellsOf(rows, columns, anchors, head.length > 0);
  return {
    kind: 'table',
    page: first.page,
    lastPage: last.page,
    box: {
      left: columns[0]?.left ?? 0,
      right: columns.at(-1)?.right ?? 0,
      top: first.line.y - first.line.size,
      bottom: last.line.y,
    },
    xs: [columns[0]?.left ?? 0, ...columns.map((column) => column.right)],
    rowCount: rows.length,
    cells,
    certain: certain && anchors.length > 0,
    closed: true,
    ruled: false,
  };
}

/** Columns that hold figures, one line each: a row begins wherever one of them has an entry. */
function anchorsOf(lines: readonly ReadonlyMap<number, Line>[]): number[] {
  const counts = new Map<number, { all: number; numeric: number }>();
  for (const line of lines)
    for (const [column, { text }] of line) {
      const count = counts.get(column) ?? { all: 0, numeric: 0 };
      count.all++;
      if (NUMERIC.test(text.replace(/\s/g, ''))) count.numeric++;
      counts.set(column, count);
    }
  const numeric = [...counts].filter(([, { all, numeric }]) => numeric >= 2 && numeric >= 0.6 * all);
  const most = Math.max(0, ...numeric.map(([, { numeric }]) => numeric));
  return numeric
    .filter(([, { numeric }]) => numeric >= 0.4 * most)
    .map(([column]) => column)
    .sort((a, b) => a - b);
}

function cellsOf(
  rows: readonly Row[],
  columns: readonly Column[],
  anchors: readonly number[],
  headed: boolean,
): { cells: PrintedCell[]; certain: boolean } {
  const body = headed ? rows.slice(1) : rows;
  const has = (row: Row | undefined, column: number): boolean => row?.pieces.has(column) ?? false;
  // The name column: the first that has an entry in nearly every row and is no column of figures.
  const name = columns.findIndex(
    (_, column) =>
      !anchors.includes(column) && body.filter((row) => has(row, column)).length >= 0.85 * body.length,
  );
  const scores = anchors.at(-1);
  const cells: PrintedCell[] = [];
  const open = new Map<number, number>();
  rows.forEach((row, r) => {
    const isHead = headed && r === 0;
    const label = columns.findIndex((_, column) => has(row, column));
    const isTotal = !isHead && name > 0 && !has(row, name) && label < name && label >= 0;
    let onward = true;
    for (let column = 0; column < columns.length; column++) {
      let colSpan = 1;
      if (isTotal && column === 0) colSpan = name + 1;
      const source = isTotal && column === 0 ? label : column;
      const found = row.pieces.get(source);
      const above = open.get(column);
      const leading = name > 0 && column < name;
      const shared = anchors.includes(column) && column !== scores && column > name && name >= 0;
      const holds = !found && !isHead && !isTotal && above !== undefined && (leading ? onward : shared);
      if (leading && found && !isTotal) onward = false;
      const upper = holds && above !== undefined ? cells[above] : undefined;
      if (upper && above !== undefined && upper.lines.length > 0) {
        cells[above] = { ...upper, rowSpan: upper.rowSpan + 1 };
        continue;
      }
      const from = columns[column];
      const to = columns[column + colSpan - 1];
      open.set(column, cells.length);
      if (isTotal) open.clear();
      cells.push({
        row: r,
        column,
        rowSpan: 1,
        colSpan,
        lines: (found ?? []).map(({ line }) => ({ line, left: from?.left ?? 0, right: to?.right ?? 0 })),
        page: row.page,
        nested: [],
      });
      column += colSpan - 1;
    }
  });
  const regular = body.filter((row) => scores !== undefined && has(row, scores)).length >= 0.9 * body.length;
  return { cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), certain: regular };
}
