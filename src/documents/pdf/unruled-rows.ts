import type { PrintedCell, PrintedTable } from './layout.js';

const NUMERIC = /^[-+−]?[\d,，.．]+%?$/;
/** Figures one under another in a cell that stand level with those of another cell: so many set apart, … */
const FEWEST = 3;
/** … or so many close together, which are more than the pieces of one figure in a narrow cell. */
const MANY = 7;
/** Distance of lines set apart, in sizes. */
const APART = 1.7;
/** Lines within this share of their size are level. */
const LEVEL = 0.3;

/**
 * Whether a row of a ruled table holds several rows that no rule parts: two of its cells are lists of figures that
 * stand level with one another.
 */
export function hasUnruledRows({ cells }: PrintedTable): boolean {
  const lists = cells
    .map((cell) => ({ cell, figures: figuresOf(cell) }))
    .filter(({ figures }) => figures.length >= FEWEST);
  return lists.some(({ cell, figures }, i) =>
    lists.slice(i + 1).some((other) => {
      if (other.cell.row !== cell.row || other.cell.page !== cell.page) return false;
      const level = figures.filter(({ y, size }) =>
        other.figures.some((figure) => Math.abs(figure.y - y) < LEVEL * size),
      );
      const apart = level.filter(({ y, size }, k) => k === 0 || y - (level[k - 1]?.y ?? y) > APART * size);
      return apart.length >= FEWEST || level.length >= MANY;
    }),
  );
}

const figuresOf = ({ lines }: PrintedCell) =>
  lines.map(({ line }) => line).filter(({ text }) => NUMERIC.test(text.replace(/\s/g, '')));
