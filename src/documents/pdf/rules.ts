import type { Box, Rule } from './content.js';
import type { Matrix } from './matrix.js';

/** A path as pdf.js packs it: 0 x y (move), 1 x y (line), 2 six numbers (curve), 3 (close). */
export type Path = Float32Array;

/** A filled box no thicker than this is a drawn line (Word exports borders as boxes 0.48 pt thick). */
const THICKEST_RULE = 3.2;
/** Rules kept of one page; a drawing with more is not a table. */
const RULES_PER_PAGE = 100_000;
/** A rule along the edge of what is shown is still seen. */
const OVER = 1.5;
/** Deviation from the axis that a straight rule may show, in points. */
const STRAIGHT = 0.6;

/** Gathers the straight rules of a page from what is stroked and filled. */
export class Rules {
  readonly #horizontal: Rule[] = [];
  readonly #vertical: Rule[] = [];
  /** What is outside is not drawn; some producers let rules run on below the page. */
  #clip: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  overflow = false;
  /** Outlines that are no rules: curves and slanted edges, as pictures and letters drawn as outlines have. */
  shapes = 0;

  horizontal(): readonly Rule[] {
    return this.#horizontal;
  }

  vertical(): readonly Rule[] {
    return this.#vertical;
  }

  /** Every straight edge of a stroked path. */
  stroke(path: Path, ctm: Matrix, clip: Box): void {
    this.#clip = clip;
    for (const outline of outlines(path, ctm)) {
      if (outline.some((point) => point.curved)) this.shapes++;
      for (let i = 1; i < outline.length; i++) {
        const from = outline[i - 1];
        const to = outline[i];
        if (from && to && !to.curved) this.#add(from, to);
      }
    }
  }

  /** A filled box that is thin, as the rule along its middle. Broad boxes are shading. */
  fill(path: Path, ctm: Matrix, clip: Box): void {
    this.#clip = clip;
    for (const outline of outlines(path, ctm)) {
      if (outline.some((point) => point.curved)) this.shapes++;
      if (outline.length < 2 || outline.some((point) => point.curved)) continue;
      let left = Number.POSITIVE_INFINITY;
      let top = Number.POSITIVE_INFINITY;
      let right = Number.NEGATIVE_INFINITY;
      let bottom = Number.NEGATIVE_INFINITY;
      for (const { x, y } of outline) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      const width = right - left;
      const height = bottom - top;
      const x = (left + right) / 2;
      const y = (top + bottom) / 2;
      if (height <= THICKEST_RULE && width <= THICKEST_RULE) {
        // The small square that producers draw where borders meet belongs to both.
        this.#push(this.#horizontal, { at: y, from: left, to: right });
        this.#push(this.#vertical, { at: x, from: top, to: bottom });
      } else if (height <= THICKEST_RULE) this.#push(this.#horizontal, { at: y, from: left, to: right });
      else if (width <= THICKEST_RULE) this.#push(this.#vertical, { at: x, from: top, to: bottom });
    }
  }

  #add(from: Point, to: Point): void {
    if (Math.abs(from.y - to.y) <= STRAIGHT && Math.abs(from.x - to.x) > Math.abs(from.y - to.y))
      this.#push(this.#horizontal, {
        at: (from.y + to.y) / 2,
        from: Math.min(from.x, to.x),
        to: Math.max(from.x, to.x),
      });
    else if (Math.abs(from.x - to.x) <= STRAIGHT && from.y !== to.y)
      this.#push(this.#vertical, {
        at: (from.x + to.x) / 2,
        from: Math.min(from.y, to.y),
        to: Math.max(from.y, to.y),
      });
  }

  #push(list: Rule[], rule: Rule): void {
    if (!(Number.isFinite(rule.at) && Number.isFinite(rule.from) && Number.isFinite(rule.to))) return;
    const { left, right, top, bottom } = this.#clip;
    const [low, high, first, last] =
      list === this.#horizontal ? [top, bottom, left, right] : [left, right, top, bottom];
    const shown = { at: rule.at, from: Math.max(rule.from, first), to: Math.min(rule.to, last) };
    if (rule.at < low - OVER || rule.at > high + OVER || (shown.to <= shown.from && rule.to > rule.from))
      return;
    if (list.length >= RULES_PER_PAGE) this.overflow = true;
    else list.push(shown);
  }
}

/** Numbers that follow a command of a path (move, line, curve, close). */
const OPERANDS = [2, 2, 6, 0];

/** The box around a path on the page. */
export function boxOf(path: Path, [a, b, c, d, e, f]: Matrix): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < path.length; ) {
    const end = i + (OPERANDS[path[i] ?? 3] ?? 0);
    for (let at = i + 1; at < end; at += 2) {
      const [px, py] = [path[at] ?? 0, path[at + 1] ?? 0];
      const x = a * px + c * py + e;
      const y = b * px + d * py + f;
      if (x < box.left) box.left = x;
      if (x > box.right) box.right = x;
      if (y < box.top) box.top = y;
      if (y > box.bottom) box.bottom = y;
    }
    i = end + 1;
  }
  return box;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly curved: boolean;
}

/** The separate outlines of a path on the page. */
function outlines(path: Path, [a, b, c, d, e, f]: Matrix): Point[][] {
  const all: Point[][] = [];
  let current: Point[] = [];
  const point = (at: number, curved: boolean): Point => {
    const x = path[at] ?? 0;
    const y = path[at + 1] ?? 0;
    return { x: a * x + c * y + e, y: b * x + d * y + f, curved };
  };
  for (let i = 0; i < path.length; ) {
    const command = path[i];
    if (command === 0) {
      current = [point(i + 1, false)];
      all.push(current);
      i += 3;
    } else if (command === 1) {
      current.push(point(i + 1, false));
      i += 3;
    } else if (command === 2) {
      current.push(point(i + 5, true));
      i += 7;
    } else {
      const first = current[0];
      if (first) {
        current.push({ ...first, curved: false });
        current = [first];
      }
      i += 1;
    }
  }
  return all;
}
