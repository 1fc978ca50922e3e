import type { Region } from './grid.js';
import type { Line } from './lines.js';

/** Broken lines in one column that must end at the same place before that place is taken for the edge of the type. */
const FEWEST = 4;
/** Share of the column's broken lines that end there. */
const SHARE = 0.6;
/** Type narrower than so many sizes is a label, whose lines are equally long by chance. */
const NARROWEST = 5;
const ENDED = /[。；！？;!?：:]["”’）)」』]*$/;

/** The left and right edges between which the lines of a cell are set. */
export interface Room {
  readonly left: number;
  readonly right: number;
}

/**
 * The room that the lines of each cell have: between the edges of the cell, less what all lines of the table keep
 * free, and no further than where most broken lines of the same column end. Some producers break lines well before
 * the edge; a line would otherwise seem to end early, and with it a paragraph.
 */
export function rooms(
  regions: readonly Region[],
  lines: readonly (readonly Line[])[],
  xs: readonly number[],
): Room[] {
  const pad = padding(regions, lines, xs);
  const column = ({ column, columnEnd }: Region): string => `${column} ${columnEnd}`;
  const columns = new Map<string, (readonly Line[])[]>();
  regions.forEach((region, i) => {
    const cells = columns.get(column(region));
    if (cells) cells.push(lines[i] ?? []);
    else columns.set(column(region), [lines[i] ?? []]);
  });
  const ends = new Map([...columns].map(([key, cells]) => [key, commonEnd(cells)]));
  return regions.map((region) => {
    const end = ends.get(column(region)) ?? Number.POSITIVE_INFINITY;
    const left = (xs[region.column] ?? 0) + pad;
    const right = (xs[region.columnEnd] ?? 0) - pad;
    return { left, right: end > (left + right) / 2 ? Math.min(right, end) : right };
  });
}

/** Where most lines end that were broken off in the middle of a sentence; infinite when they have no such place. */
function commonEnd(cells: readonly (readonly Line[])[]): number {
  const broken = cells
    .flatMap((lines) => lines.slice(0, -1))
    .filter((line) => !ENDED.test(line.text) && line.right - line.left >= NARROWEST * line.size)
    .sort((a, b) => a.right - b.right);
  let best = { count: 0, end: Number.POSITIVE_INFINITY };
  let from = 0;
  broken.forEach((line, i) => {
    while (line.right - (broken[from]?.right ?? 0) > 0.6 * line.size) from++;
    if (i - from + 1 > best.count) best = { count: i - from + 1, end: line.right };
  });
  return best.count >= Math.max(FEWEST, SHARE * broken.length) ? best.end : Number.POSITIVE_INFINITY;
}

/** What the cells of a table keep free at their sides: the least that any line leaves. */
function padding(
  regions: readonly Region[],
  lines: readonly (readonly Line[])[],
  xs: readonly number[],
): number {
  let least = 8;
  regions.forEach((region, index) => {
    const left = xs[region.column] ?? 0;
    const right = xs[region.columnEnd] ?? 0;
    for (const line of lines[index] ?? [])
      least = Math.min(least, Math.max(0, line.left - left), Math.max(0, right - line.right));
  });
  return least;
}
