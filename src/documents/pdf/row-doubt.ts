import type { Line } from './lines.js';

/** Lines of one cell stand at one distance, but for this share. */
const LOOSE = 1.3;
/** A line nearer to the line of a row's figures than this share of the distance within cells stands beside it. */
const BESIDE = 0.8;
/** Lines within this share of their size are level. */
const LEVEL = 0.3;

interface Row {
  readonly page: number;
  readonly pieces: ReadonlyMap<number, readonly { readonly line: Line }[]>;
}

/**
 * Whether it is doubtful whose the lines of broken cells are. Rows told from alignment begin with the line of their
 * figures, which is true only where cells are set from the top: then the other lines follow at the distance of the
 * type. Lines between those steps, or a cell torn apart, show that figures stand in the middle of their rows.
 */
export function hasDoubtfulRows(rows: readonly Row[], anchors: readonly number[]): boolean {
  const steps = rows.flatMap(({ pieces }) => [...pieces.values()].flatMap(stepsOf)).sort((a, b) => a - b);
  const step = steps[Math.floor(steps.length / 4)];
  if (step === undefined) return false;
  if (steps.some((found) => found > LOOSE * step)) return true;
  return rows.some((row, r) => {
    const levels = [row, rows[r + 1]].flatMap((other) =>
      other?.page === row.page ? anchors.flatMap((column) => other.pieces.get(column)?.[0]?.line ?? []) : [],
    );
    return [...row.pieces].some(
      ([column, lines]) =>
        !anchors.includes(column) &&
        lines.some(({ line }) =>
          levels.some(({ y }) => {
            const away = Math.abs(line.y - y);
            return away > LEVEL * line.size && away < BESIDE * step;
          }),
        ),
    );
  });
}

/** Distances between the lines of a cell; a line at the head of the next page stands above the one before it. */
const stepsOf = (lines: readonly { readonly line: Line }[]): number[] =>
  lines.flatMap(({ line }, i) => {
    const above = lines[i - 1]?.line;
    return above && line.y > above.y ? [line.y - above.y] : [];
  });
