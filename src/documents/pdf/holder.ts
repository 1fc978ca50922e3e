import type { Box, Glyph } from './content.js';
import { boxOf, type Grid, type Region } from './grid.js';
import type { PrintedCell, PrintedTable } from './layout.js';
import { linesOf } from './lines.js';
import { rooms } from './room.js';

/** Takes the glyphs that fall into the cells of a grid. */
export class Holder {
  readonly box: Box;
  nested = false;
  readonly #grid: Grid;
  readonly #page: number;
  readonly #owner: Int32Array;
  readonly #glyphs: Glyph[][];
  readonly #inner: PrintedTable[][];
  readonly #columns: number;

  constructor(grid: Grid, page: number) {
    this.#grid = grid;
    this.#page = page;
    this.box = boxOf(grid);
    this.#columns = grid.xs.length - 1;
    this.#owner = new Int32Array(this.#columns * (grid.ys.length - 1)).fill(-1);
    grid.regions.forEach((region, index) => {
      for (let r = region.row; r < region.rowEnd; r++)
        for (let c = region.column; c < region.columnEnd; c++) this.#owner[r * this.#columns + c] = index;
    });
    this.#glyphs = grid.regions.map(() => []);
    this.#inner = grid.regions.map(() => []);
  }

  take(glyph: Glyph): boolean {
    const middle = centre(glyph);
    const index = this.#at(middle.x, middle.y);
    if (index === -1) return false;
    this.#glyphs[index]?.push(glyph);
    return true;
  }

  encloses(box: Box): boolean {
    return this.#at((box.left + box.right) / 2, (box.top + box.bottom) / 2) !== -1;
  }

  nest(inner: Holder): void {
    const { box } = inner;
    const table = inner.table();
    inner.nested = true;
    const index = this.#at((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (table) this.#inner[index]?.push(table);
  }

  /** The table, null when nothing at all is written in it (a drawing, a frame). */
  table(): PrintedTable | null {
    if (this.#grid.regions.every((_, index) => this.#isBlank(index))) return null;
    const lines = this.#glyphs.map(linesOf);
    const { xs } = this.#grid;
    const { regions, rowCount, closed } = withoutVoids(this.#grid, (index) => this.#isBlank(index));
    const room = rooms(this.#grid.regions, lines, xs);
    const cells = regions.flatMap((region, index): PrintedCell[] => {
      const { left, right } = room[index] ?? { left: 0, right: 0 };
      const cell = {
        row: region.row,
        column: region.column,
        rowSpan: region.rowEnd - region.row,
        colSpan: region.columnEnd - region.column,
        lines: (lines[index] ?? []).map((line) => ({ line, left, right })),
        page: this.#page,
        nested: this.#inner[index] ?? [],
        openTop: region.openTop ?? false,
        openBottom: region.openBottom ?? false,
      };
      return cell.rowSpan > 0 ? [cell] : [];
    });
    return {
      kind: 'table',
      page: this.#page,
      lastPage: this.#page,
      box: this.box,
      xs,
      rowCount,
      cells,
      certain: this.#grid.certain,
      closed,
      ruled: true,
    };
  }

  #isBlank(index: number): boolean {
    return this.#glyphs[index]?.length === 0 && this.#inner[index]?.length === 0;
  }

  #at(x: number, y: number): number {
    const column = interval(this.#grid.xs, x);
    const row = interval(this.#grid.ys, y);
    return column === -1 || row === -1 ? -1 : (this.#owner[row * this.#columns + column] ?? -1);
  }
}

/** The cells of a grid with the number of its rows; a cell that fell away has no height left. */
interface Rows {
  readonly regions: readonly Region[];
  readonly rowCount: number;
  readonly closed: boolean;
}

/**
 * The grid without the rows that a page break leaves of a merged cell: an open last row with nothing in it, and an
 * edge that parts nothing but blank from blank while other cells run across it.
 */
function withoutVoids(grid: Grid, isBlank: (index: number) => boolean): Rows {
  const { ys, regions, closed } = grid;
  const last = ys.length - 2;
  const parting = ys.map(() => ({ written: false, crossed: false }));
  regions.forEach((region, index) => {
    for (const edge of [region.row, region.rowEnd]) {
      const found = parting[edge];
      if (found && !isBlank(index)) found.written = true;
    }
    for (let edge = region.row + 1; edge < region.rowEnd; edge++) {
      const found = parting[edge];
      if (found) found.crossed = true;
    }
  });
  const drop = new Set<number>();
  for (let edge = 1; edge <= last; edge++)
    if (parting[edge]?.crossed && !parting[edge]?.written) drop.add(edge);
  const lastIsVoid =
    !closed &&
    parting[last]?.crossed === true &&
    regions.every((region, index) => region.row < last || isBlank(index));
  if (lastIsVoid) drop.add(last);
  for (const edge of slivers(grid, isBlank)) drop.add(edge);
  let kept = 0;
  const places = ys.map((_, edge) => (drop.has(edge) ? kept : kept++));
  const at = (edge: number): number => places[edge] ?? 0;
  return {
    regions: regions.map((region) => ({ ...region, row: at(region.row), rowEnd: at(region.rowEnd) })),
    rowCount: kept - 1,
    closed: closed || lastIsVoid,
  };
}

/** No row is lower than this: what is left of a row that ended before the page did, or the space of a double rule. */
const SLIVER = 6;

/** The upper edges of strips too low for any words, whose own cells are blank. */
function slivers({ ys, regions }: Grid, isBlank: (index: number) => boolean): number[] {
  const blank = new Map<number, boolean>();
  regions.forEach(({ row, rowEnd }, index) => {
    if (rowEnd === row + 1) blank.set(row, (blank.get(row) ?? true) && isBlank(index));
  });
  return [...blank].flatMap(([row, all]) =>
    all && (ys[row + 1] ?? 0) - (ys[row] ?? 0) < SLIVER && ys.length > 2 ? [row] : [],
  );
}

/** The middle of a glyph's body, whatever its direction. */
function centre(glyph: Glyph): { readonly x: number; readonly y: number } {
  const along = glyph.width / 2;
  const up = glyph.size * 0.35;
  switch (glyph.angle) {
    case 90:
      return { x: glyph.x + up, y: glyph.y + along };
    case 180:
      return { x: glyph.x - along, y: glyph.y + up };
    case 270:
      return { x: glyph.x - up, y: glyph.y - along };
    default:
      return { x: glyph.x + along, y: glyph.y - up };
  }
}

/** Index of the interval between neighbouring edges that holds the value, -1 when outside. */
function interval(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 1;
  if (value < (edges[0] ?? 0) || value > (edges[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (value < (edges[middle] ?? 0)) high = middle;
    else low = middle;
  }
  return low;
}
