/** Words struck through, as printed revisions are: no words of the report, in PDF as in Word. */
import type { Glyph, PageContent, Rule } from './content.js';
import { linesOf } from './lines.js';
import { merged } from './rulings.js';

/** Where a stroke runs above the baseline, in sizes of the type. */
const STROKE = { lowest: 0.14, highest: 0.5 };
/** A stroke ends with its words, give or take so many sizes, and words fill this share of it. */
const OVERHANG = 0.6;
const FILLED = 0.75;
/** Height of the strips of the page in which glyphs are looked up. */
const STRIP = 8;

/** A page without its struck words, and these words line by line. */
export interface Unstruck {
  readonly content: PageContent;
  readonly struck: readonly string[];
}

/** Takes struck words off a page, with the strokes through them. */
export function withoutStruck(content: PageContent): Unstruck {
  const strips = new Map<number, Glyph[]>();
  for (const glyph of content.glyphs) {
    if (glyph.angle !== 0 || glyph.text.trim() === '') continue;
    const strip = Math.floor(glyph.y / STRIP);
    const list = strips.get(strip);
    if (list) list.push(glyph);
    else strips.set(strip, [glyph]);
  }
  const struck = new Set<Glyph>();
  const strokes: Rule[] = [];
  for (const rule of merged(content.horizontal)) {
    const through = wordsUnder(rule, strips);
    if (through.length === 0) continue;
    strokes.push(rule);
    for (const glyph of through) struck.add(glyph);
  }
  if (struck.size === 0) return { content, struck: [] };
  const isStroke = (rule: Rule): boolean =>
    strokes.some(
      ({ at, from, to }) => Math.abs(rule.at - at) <= 1 && rule.from >= from - 1 && rule.to <= to + 1,
    );
  return {
    content: {
      ...content,
      glyphs: closed(content.glyphs, struck),
      horizontal: content.horizontal.filter((rule) => !isStroke(rule)),
    },
    struck: linesOf([...struck]).map(({ text }) => text),
  };
}

/** The glyphs that are not struck, those before struck ones broadened over the gap: it parts no words. */
function closed(glyphs: readonly Glyph[], struck: ReadonlySet<Glyph>): Glyph[] {
  const ends = new Map<Glyph, number>();
  const line = [...glyphs]
    .filter(({ angle, text }) => angle === 0 && text.trim() !== '')
    .sort((a, b) => Math.round(a.y / 2) - Math.round(b.y / 2) || a.x - b.x);
  let before: Glyph | undefined;
  for (const glyph of line) {
    if (!struck.has(glyph)) before = glyph;
    else if (before && Math.abs(before.y - glyph.y) < 2) {
      const end = ends.get(before) ?? before.x + before.width;
      if (glyph.x - end < glyph.size) ends.set(before, glyph.x + glyph.width);
    }
  }
  return glyphs
    .filter((glyph) => !struck.has(glyph))
    .map((glyph) => {
      const end = ends.get(glyph);
      return end === undefined ? glyph : { ...glyph, width: end - glyph.x };
    });
}

/** The glyphs that a stroke runs through, none when it is another kind of rule. */
function wordsUnder({ at, from, to }: Rule, strips: ReadonlyMap<number, readonly Glyph[]>): Glyph[] {
  const near: Glyph[] = [];
  const first = Math.floor(at / STRIP);
  for (let strip = first; strip <= first + 3; strip++)
    for (const glyph of strips.get(strip) ?? []) {
      const above = (glyph.y - at) / glyph.size;
      const common = Math.min(to, glyph.x + glyph.width) - Math.max(from, glyph.x);
      if (above >= STROKE.lowest && above <= STROKE.highest && common > 0.6 * glyph.width) near.push(glyph);
    }
  if (near.length === 0) return [];
  let [left, right, filled, size] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const glyph of near) {
    left = Math.min(left, glyph.x);
    right = Math.max(right, glyph.x + glyph.width);
    filled += glyph.width;
    size = Math.max(size, glyph.size);
  }
  const fits =
    from >= left - OVERHANG * size && to <= right + OVERHANG * size && filled >= FILLED * (to - from);
  return fits ? near : [];
}
