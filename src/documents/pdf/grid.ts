import type { Box, Rule } from './content.js';
import { bounds, liesOutside, rectangles, type Wall } from './regions.js';
import { components, longest, merged, REACH } from './rulings.js';

/** A rectangle of the grid: columns and rows count from 0, ends are exclusive. */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
  /** It reaches to the upper or lower end of the table, and no rule is drawn along it there. */
  readonly openTop?: boolean;
  readonly openBottom?: boolean;
}

/** A ruled table: the places of its column and row edges, and its cells. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly regions: readonly Region[];
  /** False when walls did not close into rectangles and cells had to be guessed. */
  readonly certain: boolean;
  /** The bottom edge is drawn; a table cut by the end of the page may have none. */
  readonly closed: boolean;
}

/** Rules nearer than this are one edge: double borders, thick borders drawn as two lines. */
const SAME_EDGE = 3.2;
/** More rules than a table of a report can have: the rest of the drawing is a chart. */
const MOST = 3_000;
/** More cells than a table on one page can have: squared paper, a chart. */
const MOST_CELLS = 50_000;
/** Tables looked for on one page. */
const MOST_TABLES = 200;

export interface Rulings {
  readonly grids: readonly Grid[];
  /** Rules were left out because there were too many. */
  readonly overflow: boolean;
}

/** Finds the ruled tables of a page: connected rules that enclose at least two cells. */
export function gridsOf(horizontal: readonly Rule[], vertical: readonly Rule[]): Rulings {
  const hs = merged(horizontal);
  const vs = merged(vertical);
  let overflow = hs.length > MOST || vs.length > MOST;
  const h = overflow ? longest(hs, MOST) : hs;
  const v = overflow ? longest(vs, MOST) : vs;
  const grids: Grid[] = [];
  for (const component of components(h, v)) {
    const grid = gridOf(component.h, component.v);
    if (grid === 'too large' || grids.length >= MOST_TABLES) overflow = true;
    else if (grid) grids.push(grid);
  }
  return { grids, overflow };
}

export const boxOf = (grid: Grid): Box => ({
  left: grid.xs[0] ?? 0,
  right: grid.xs.at(-1) ?? 0,
  top: grid.ys[0] ?? 0,
  bottom: grid.ys.at(-1) ?? 0,
});

/** The places of parallel rules, those of one edge as one. */
function edges(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  const result: number[] = [];
  let first = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (const place of sorted) {
    if (place - first <= SAME_EDGE) {
      sum += place;
      count++;
      result[result.length - 1] = sum / count;
    } else {
      first = place;
      sum = place;
      count = 1;
      result.push(place);
    }
  }
  return result;
}

/** An edge where many rules of the other kind end although none is drawn there: an open side of the table. */
function openSides(ends: readonly number[], drawn: readonly number[], starts: boolean): number[] {
  if (ends.length === 0) return drawn as number[];
  const outermost = starts ? Math.min(...ends) : Math.max(...ends);
  const edge = starts ? drawn[0] : drawn.at(-1);
  if (edge !== undefined && Math.abs(outermost - edge) <= 2 * REACH) return drawn as number[];
  return starts ? [outermost, ...drawn] : [...drawn, outermost];
}

function gridOf(h: readonly Rule[], v: readonly Rule[]): Grid | 'too large' | null {
  const drawnXs = edges(v.map((rule) => rule.at));
  const drawnYs = edges(h.map((rule) => rule.at));
  let xs = openSides(
    h.map((rule) => rule.from),
    drawnXs,
    true,
  );
  xs = openSides(
    h.map((rule) => rule.to),
    xs,
    false,
  );
  let ys = openSides(
    v.map((rule) => rule.from),
    drawnYs,
    true,
  );
  const above = ys.length;
  ys = openSides(
    v.map((rule) => rule.to),
    ys,
    false,
  );
  const closed = ys.length === above;
  if (xs.length < 2 || ys.length < 2) return null;
  if ((xs.length - 1) * (ys.length - 1) > MOST_CELLS) return 'too large';
  const walls = {
    right: coverage(v, xs, ys),
    below: coverage(h, ys, xs),
  };
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const used = {
    xs: xs.map((_, i) => i === 0 || i === columns || some(rows, (r) => walls.right(i, r))),
    ys: ys.map((_, j) => j === 0 || j === rows || some(columns, (c) => walls.below(j, c))),
  };
  if (used.xs.includes(false) || used.ys.includes(false)) {
    const keptX = xs.filter((_, i) => used.xs[i]);
    const keptY = ys.filter((_, j) => used.ys[j]);
    return assemble(keptX, keptY, coverage(v, keptX, keptY), coverage(h, keptY, keptX), closed);
  }
  return assemble(xs, ys, walls.right, walls.below, closed);
}

const some = (count: number, test: (index: number) => boolean): boolean => {
  for (let i = 0; i < count; i++) if (test(i)) return true;
  return false;
};

/** Whether a rule runs along edge `i` for most of the stretch between `across[k]` and `across[k + 1]`. */
function coverage(
  rules: readonly Rule[],
  along: readonly number[],
  across: readonly number[],
): (edge: number, stretch: number) => boolean {
  const covered = along.map(() => new Float64Array(Math.max(across.length - 1, 0)));
  for (const rule of rules) {
    let nearest = 0;
    along.forEach((place, i) => {
      if (Math.abs(place - rule.at) < Math.abs((along[nearest] ?? 0) - rule.at)) nearest = i;
    });
    const lengths = covered[nearest];
    if (!lengths || Math.abs((along[nearest] ?? 0) - rule.at) > SAME_EDGE) continue;
    for (let k = 0; k + 1 < across.length; k++) {
      const from = Math.max(rule.from, across[k] ?? 0);
      const to = Math.min(rule.to, across[k + 1] ?? 0);
      if (to > from) lengths[k] = (lengths[k] ?? 0) + to - from;
    }
  }
  return (edge, stretch) => {
    const length = (across[stretch + 1] ?? 0) - (across[stretch] ?? 0);
    return (covered[edge]?.[stretch] ?? 0) >= Math.max(0.6 * length, length - 2 * REACH - 2);
  };
}

function assemble(
  xs: readonly number[],
  ys: readonly number[],
  right: Wall,
  below: Wall,
  closed: boolean,
): Grid | null {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const parent = Array.from({ length: rows * columns }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const unite = (i: number, j: number): void => {
    const [a, b] = [root(i), root(j)];
    parent[Math.max(a, b)] = Math.min(a, b);
  };
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (c + 1 < columns && !right(c + 1, r)) unite(r * columns + c, r * columns + c + 1);
      if (r + 1 < rows && !below(r + 1, c)) unite(r * columns + c, (r + 1) * columns + c);
    }
  const members = new Map<number, number[]>();
  for (let i = 0; i < rows * columns; i++) {
    const list = members.get(root(i));
    if (list) list.push(i);
    else members.set(root(i), [i]);
  }
  const regions: Region[] = [];
  let certain = true;
  for (const cells of members.values()) {
    const region = bounds(cells, columns);
    const area = (region.rowEnd - region.row) * (region.columnEnd - region.column);
    if (area === cells.length) regions.push(region);
    else {
      certain = false;
      regions.push(...rectangles(cells, columns));
    }
  }
  const inside = regions
    .filter((region) => !liesOutside(region, columns, rows, right))
    .map((region) => ({
      ...region,
      openTop: region.row === 0 && !below(0, region.column),
      openBottom: region.rowEnd === rows && !below(rows, region.column),
    }));
  if (inside.length < 2) return null;
  inside.sort((a, b) => a.row - b.row || a.column - b.column);
  return { xs, ys, regions: inside, certain, closed };
}
