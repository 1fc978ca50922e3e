import type { Rule } from './content.js';

/** How far a rule may fall short of the one it meets. */
export const REACH = 3.5;
/** Breaks in a rule up to this length are the gaps of dots and dashes, or of squares at the corners. */
const GAP = 4;
/** A merged rule shorter than this is an ornament. */
const SHORTEST = 5;

/** The longest so many rules. */
export const longest = (rules: readonly Rule[], count: number): Rule[] =>
  [...rules].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, count);

/** Collinear rules that touch, as one. */
export function merged(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const result: Rule[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i];
    if (!first) break;
    const band: Rule[] = [];
    while (i < sorted.length) {
      const rule = sorted[i];
      if (!rule || rule.at - first.at > 1) break;
      band.push(rule);
      i++;
    }
    band.sort((a, b) => a.from - b.from);
    let open: { at: number; from: number; to: number } | undefined;
    for (const rule of band) {
      if (open && rule.from <= open.to + GAP) open.to = Math.max(open.to, rule.to);
      else {
        if (open && open.to - open.from >= SHORTEST) result.push(open);
        open = { ...rule };
      }
    }
    if (open && open.to - open.from >= SHORTEST) result.push(open);
  }
  return result;
}

/** Rules that meet one another: a table, a frame, a drawing. */
export interface Component {
  readonly h: Rule[];
  readonly v: Rule[];
}

/** Parts the rules of a page into groups that meet; a group without rules of both kinds encloses nothing. */
export function components(h: readonly Rule[], v: readonly Rule[]): Component[] {
  const parent = Array.from({ length: h.length + v.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  h.forEach((across, i) => {
    v.forEach((down, j) => {
      if (meets(across, down)) parent[root(i)] = root(h.length + j);
    });
  });
  const byRoot = new Map<number, Component>();
  const component = (i: number): Component => {
    const key = root(i);
    let found = byRoot.get(key);
    if (!found) {
      found = { h: [], v: [] };
      byRoot.set(key, found);
    }
    return found;
  };
  h.forEach((rule, i) => {
    component(i).h.push(rule);
  });
  v.forEach((rule, j) => {
    component(h.length + j).v.push(rule);
  });
  return [...byRoot.values()].filter((found) => found.h.length > 0 && found.v.length > 0);
}

const meets = (across: Rule, down: Rule): boolean =>
  across.at >= down.from - REACH &&
  across.at <= down.to + REACH &&
  down.at >= across.from - REACH &&
  down.at <= across.to + REACH;
