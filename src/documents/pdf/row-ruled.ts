import type { Glyph, PageContent, Rule } from './content.js';
import { type Line, linesOf } from './lines.js';
import { components, merged } from './rulings.js';

/** Share of the page's width that a rule between rows runs over. */
const ROW_RULE = 0.35;
/** Ends of rules nearer than this are level. */
const LEVEL = 4;
/** Rules that a table has at least, and columns. */
const FEWEST = 4;
const FEWEST_COLUMNS = 3;
/** A stretch of text broader than this share of the table is running text. */
const PROSE = 0.62;
/** Share of the column edges that words may cross, in cells merged over columns. */
const CROSSED = 0.15;
const NUMERIC = /^[-+−]?[\d,，.．]+%?$/;

/** Edges of columns found on earlier pages, by the ends of the rules: a table keeps them overleaf. */
export type KnownEdges = Map<string, readonly number[]>;

/** Edges of columns that are not drawn, as upright rules, with the heights between which each table stands. */
export interface ColumnEdges {
  readonly vertical: readonly Rule[];
  readonly tables: readonly { readonly top: number; readonly bottom: number }[];
}

/** Broad rules that no upright rule meets, and the shorter ones between them that merged cells leave. */
export function bareRules({ horizontal, vertical }: PageContent): Rule[] {
  const all = merged(horizontal);
  const crossed = new Set(components(all, merged(vertical)).flatMap(({ h }) => h));
  return all.filter((rule) => !crossed.has(rule)).sort((a, b) => a.at - b.at);
}

export const isBroad = ({ from, to }: Rule, width: number): boolean => to - from > ROW_RULE * width;

/**
 * Finds the columns of tables that have rules between all their rows and none between their columns. The rows are
 * certain then, and the empty strips that run through all of them are the edges of the columns. Tables with several
 * entries between two rules, or whose words cross the strips, are left alone.
 */
export function columnEdges(content: PageContent, known: KnownEdges): ColumnEdges {
  const bare = bareRules(content);
  const vertical: Rule[] = [];
  const tables: { top: number; bottom: number }[] = [];
  for (const stack of stacks(bare, content)) {
    const inner = edgesOf(stack, content.glyphs, content.height, known);
    if (!inner) continue;
    vertical.push(...inner.walls);
    tables.push({ top: inner.top, bottom: inner.bottom });
  }
  return { vertical, tables };
}

/** Rules one under another that begin and end at the same places, and the shorter ones between them. */
interface Stack {
  readonly from: number;
  readonly to: number;
  readonly rules: readonly Rule[];
}

function stacks(bare: readonly Rule[], { width, glyphs }: PageContent): Stack[] {
  const result: Stack[] = [];
  const seen = new Set<Rule>();
  // The broadest first: on a page that a merged cell runs through, some rules begin behind it.
  const broadest = bare
    .filter((rule) => isBroad(rule, width))
    .sort((a, b) => Math.round((b.to - b.from - a.to + a.from) / LEVEL) || a.at - b.at);
  for (const first of broadest) {
    if (seen.has(first)) continue;
    const inside = bare.filter(({ from, to }) => from > first.from - LEVEL && to < first.to + LEVEL);
    const endsRow = (rule: Rule): boolean => Math.abs(rule.to - first.to) < LEVEL && isBroad(rule, width);
    for (const rule of inside) if (endsRow(rule)) seen.add(rule);
    let run: Rule[] = [];
    const flush = (): void => {
      while (run.length > 0 && !endsRow(run.at(-1) as Rule)) run.pop();
      if (run.filter(endsRow).length >= FEWEST) result.push({ from: first.from, to: first.to, rules: run });
      run = [];
    };
    let above: Rule | undefined;
    for (const rule of inside) {
      if (!endsRow(rule)) {
        if (run.length > 0) run.push(rule);
        continue;
      }
      if (above && !holdsColumns(linesOf(between(glyphs, above.at, rule.at, first)), first)) flush();
      run.push(rule);
      above = rule;
    }
    flush();
  }
  return result;
}

const between = (glyphs: readonly Glyph[], top: number, bottom: number, { from, to }: Stretch): Glyph[] =>
  glyphs.filter(
    ({ x, y, size }) => y - size / 3 > top && y - size / 3 < bottom && x > from - LEVEL && x < to,
  );

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Some words stand apart from each other, and no line is running text. */
const holdsColumns = (lines: readonly Line[], { from, to }: Stretch): boolean =>
  lines.length > 0 &&
  lines.every(({ spans }) => spans.every(({ left, right }) => right - left < PROSE * (to - from))) &&
  new Set(lines.flatMap(({ spans }) => spans.map(({ left }) => Math.round(left)))).size > 1;

interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly walls: readonly Rule[];
}

function edgesOf(stack: Stack, glyphs: readonly Glyph[], height: number, known: KnownEdges): Edges | null {
  const { from, to, rules } = stack;
  const drawn = levels(rules);
  const heights = [...openTop(stack, glyphs, height), ...drawn, ...openBottom(stack, glyphs, height)];
  const [top, bottom] = [heights[0] ?? 0, heights.at(-1) ?? 0];
  const written = between(glyphs, top, bottom, stack).filter(({ text }) => text.trim() !== '');
  const key = `${Math.round(from / LEVEL)} ${Math.round(to / LEVEL)}`;
  const rows = heights.slice(1).map((end, i) => {
    const start = heights[i] ?? 0;
    return { start, end, lines: linesOf(between(written, start, end, stack)) };
  });
  for (const inner of [known.get(key), stripsOf(stack, rows)]) {
    if (!inner || inner.length + 1 < FEWEST_COLUMNS) continue;
    const walls = wallsOf(inner, rows);
    if (!walls || severalEntries(stack, inner, written) || isTooCoarse(inner, rows)) continue;
    known.set(key, inner);
    const sides = [from, to].map((at) => ({ at, from: top, to: bottom }));
    return { top, bottom, walls: [...sides, ...walls] };
  }
  return null;
}

/** Lines further apart than so many sizes do not belong to one row. */
const ROW_PITCH = 2.2;
/** Shares of the page's height above and below which a table may go on from or to another page. */
const PAGE_HEAD = 0.2;
const PAGE_FOOT = 0.8;

/** The upper end of a row that began on the page before: words above the first rule, at the head of the page. */
function openTop(stack: Stack, glyphs: readonly Glyph[], height: number): number[] {
  const first = stack.rules[0]?.at ?? 0;
  const lines = linesOf(between(glyphs, 0, first, stack)).reverse();
  const row = adjoining(lines, first);
  const end = Math.min(...row.map(({ y, size }) => y - size));
  return holdsColumns(row, stack) && end < PAGE_HEAD * height ? [end - 1] : [];
}

/** The lower end of a row that goes on overleaf: words below the last rule, down to the foot of the page. */
function openBottom(stack: Stack, glyphs: readonly Glyph[], height: number): number[] {
  const last = stack.rules.at(-1)?.at ?? 0;
  const row = adjoining(linesOf(between(glyphs, last, height, stack)), last);
  const end = Math.max(...row.map(({ y, size }) => y + size / 3));
  return holdsColumns(row, stack) && end > PAGE_FOOT * height ? [end + 1] : [];
}

/** The lines that follow a rule, one close behind another. */
function adjoining(lines: readonly Line[], rule: number): Line[] {
  let reach = rule;
  const found: Line[] = [];
  for (const line of lines) {
    if (Math.abs(line.y - reach) > ROW_PITCH * line.size) break;
    reach = line.y;
    found.push(line);
  }
  return found;
}

/** The heights of the rules, those of one edge once. */
function levels(rules: readonly Rule[]): number[] {
  const result: number[] = [];
  for (const { at } of rules) if (at - (result.at(-1) ?? Number.NEGATIVE_INFINITY) > LEVEL) result.push(at);
  return result;
}

/** Width of the empty strip between two columns, in sizes of the type. */
const GUTTER = 0.55;
/** Share of the rows whose words may fill a strip. */
const FILLED = 0.1;

/** Places of the strips between columns: where a rule ends in the strip, the edge is there. */
function stripsOf({ from, to, rules }: Stack, rows: readonly RuledRow[]): number[] {
  const left = Math.floor(from);
  if (!(to - left < 20_000)) return [];
  const filled = new Int32Array(Math.ceil(to) - left + 1);
  const sizes: number[] = [];
  for (const { lines } of rows) {
    const own = new Set<number>();
    for (const { glyphs, size } of lines) {
      sizes.push(size);
      for (const glyph of glyphs)
        if (glyph.text.trim() !== '')
          for (let x = Math.floor(glyph.x - left); x < glyph.x + glyph.width - left; x++) own.add(x);
    }
    for (const x of own) if (x >= 0 && x < filled.length) filled[x] = (filled[x] ?? 0) + 1;
  }
  const gutter = GUTTER * (sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0);
  const ends = rules.flatMap((rule) => [rule.from, rule.to]);
  const found: number[] = [];
  let begin = -1;
  for (let x = 0; x < filled.length; x++) {
    if ((filled[x] ?? 0) <= FILLED * rows.length) continue;
    const [start, end] = [left + begin, left + x];
    if (begin > 0 && end - start >= gutter)
      found.push(ends.find((place) => place > start - 1 && place < end + 1) ?? (start + end) / 2);
    begin = x + 1;
  }
  return withoutIdle(found, rows);
}

/** Leaves out edges between stretches of which no row holds both: the head and the body of one column. */
function withoutIdle(edges: readonly number[], rows: readonly RuledRow[]): number[] {
  const kept: number[] = [];
  edges.forEach((at, i) => {
    const before = kept.at(-1) ?? Number.NEGATIVE_INFINITY;
    const after = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    const holds =
      (from: number, to: number) =>
      ({ lines }: RuledRow) =>
        lines.some(({ glyphs }) => glyphs.some(({ x, text }) => x > from && x < to && text.trim() !== ''));
    if (rows.some((row) => holds(before, at)(row) && holds(at, after)(row))) kept.push(at);
  });
  return kept;
}

interface RuledRow {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
}

/** The edges row by row, left out where words run across them; null when too many do. */
function wallsOf(inner: readonly number[], rows: readonly RuledRow[]): Rule[] | null {
  const walls: Rule[] = [];
  let crossed = 0;
  for (const { start, end, lines } of rows)
    for (const at of inner) {
      if (lines.some(({ spans }) => spans.some((span) => runsAcross(span, at)))) crossed++;
      else walls.push({ at, from: start, to: end });
    }
  return crossed <= CROSSED * rows.length * inner.length ? walls : null;
}

/** Whether words stand apart from each other within one column: an edge was hidden by words that run across it. */
const isTooCoarse = (inner: readonly number[], rows: readonly RuledRow[]): boolean =>
  rows.some(({ lines }) =>
    lines.some(({ spans }) =>
      spans.some(({ left }, i) => {
        const before = spans[i - 1];
        return before !== undefined && !inner.some((at) => at > before.right - 1 && at < left + 1);
      }),
    ),
  );

/** Whether neighbouring characters of a stretch stand on either side of a place without room between them. */
const runsAcross = ({ glyphs }: { readonly glyphs: readonly Glyph[] }, at: number): boolean =>
  glyphs.some((glyph, i) => {
    const next = glyphs[i + 1];
    const end = glyph.x + glyph.width;
    if (glyph.x < at - 1 && end > at + 1) return true;
    return next !== undefined && end <= at && next.x >= at && next.x - end < 0.5 * glyph.size;
  });

/** Whether a column has two figures one under another without a rule between them: its rows are not all ruled. */
function severalEntries(
  { from, to, rules }: Stack,
  inner: readonly number[],
  written: readonly Glyph[],
): boolean {
  const edges = [from, ...inner, to];
  return edges.slice(1).some((right, i) => {
    const left = edges[i] ?? 0;
    const middle = (left + right) / 2;
    const own = levels(rules.filter((rule) => rule.from < middle && rule.to > middle));
    return own.slice(1).some((bottom, k) => {
      const lines = linesOf(between(written, own[k] ?? 0, bottom, { from: left + LEVEL, to: right }));
      return lines.filter(({ text }) => NUMERIC.test(text.replace(/\s/g, ''))).length > 1;
    });
  });
}
