import type { PageLayout, PrintedLine } from './layout.js';

/** Running heads and feet are looked for in this share of the page's height at its upper and lower end. */
const MARGIN = 0.14;
/** Lines at one end of a page that may be furniture. */
const DEEPEST = 3;
/** A page number alone: 3, - 3 -, 第3页, 第 3 页 共 13 页, 3/13. */
const PAGE_NUMBER =
  /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\d{1,4}页[，,/、]?(?:共\d{1,4}页)?|\d{1,4}\/\d{1,4}|[-—–－]*[ivxIVX]{1,5}[-—–－]*)$/;

export interface Furniture {
  readonly line: PrintedLine;
  readonly stratum: 'header' | 'footer' | 'footnote';
}

/**
 * Finds running heads, feet and page numbers: lines at the ends of the page that return, figures apart, on most
 * pages at the same height, page numbers that stand alone, and what the producer itself marks as furniture.
 */
export function furnitureOf(pages: readonly PageLayout[]): Furniture[] {
  const printed = pages.filter((page) => page.items.length > 0);
  const candidates: ({ readonly line: PrintedLine; readonly stratum: 'header' | 'footer' } & {
    readonly key: string;
    readonly height: number;
  })[] = [];
  for (const page of printed) {
    const lines = page.items.filter((item) => item.kind === 'line');
    const ends = [
      { stratum: 'header' as const, list: lines.slice(0, DEEPEST) },
      { stratum: 'footer' as const, list: lines.slice(-DEEPEST) },
    ];
    for (const { stratum, list } of ends)
      for (const line of list) {
        const { y } = line.line;
        const inMargin = stratum === 'header' ? y < page.height * MARGIN : y > page.height * (1 - MARGIN);
        const isOutermost =
          stratum === 'header'
            ? page.items.every((item) => item.kind !== 'table' || item.box.top > y - 2)
            : page.items.every((item) => item.kind !== 'table' || item.box.bottom < y + 2);
        if (!inMargin || !isOutermost) continue;
        const key = withoutPageNumber(line.line.text.replace(/\s/g, ''));
        candidates.push({ line, stratum, key, height: stratum === 'header' ? y : page.height - y });
      }
  }
  const returning = new Map<string, number[]>();
  for (const { key, stratum, height } of candidates) {
    const id = `${stratum} ${key}`;
    returning.set(id, [...(returning.get(id) ?? []), height]);
  }
  const found: Furniture[] = [];
  const alone: Furniture[] = [];
  for (const { line, stratum, key, height } of candidates) {
    const same = (returning.get(`${stratum} ${key}`) ?? []).filter((other) => Math.abs(other - height) < 4);
    const returns = same.length >= Math.max(2, Math.min(4, printed.length * 0.5));
    const numbered =
      PAGE_NUMBER.test(line.line.text.replace(/\s/g, '')) && (returns || edgeNumber(line, printed));
    // A line of words must return more often than a page number to be taken out of the text.
    const running =
      same.length >= Math.max(3, printed.length * 0.4) || (printed.length === 2 && same.length === 2);
    if (numbered || line.line.artifact || (running && isApart(line, stratum, printed)))
      found.push({ line, stratum });
    else if (running && isAlone(line, printed)) alone.push({ line, stratum });
  }
  // A head on a sheet that is blank but for it is known from the other pages.
  const heads = new Set(found.map(({ line, stratum }) => `${stratum} ${line.line.text}`));
  found.push(...alone.filter(({ line, stratum }) => heads.has(`${stratum} ${line.line.text}`)));
  const taken = new Set(found.map(({ line }) => line));
  for (const line of printed.flatMap(notesOf))
    if (!taken.has(line)) found.push({ line, stratum: 'footnote' });
  return found;
}

/** Marks that open a note: 1 [1] ① * i. A 注 below a table belongs to the table's text. */
const NOTE_START = /^(?:\[?\d{1,2}\]?(?![\d.．、年])|[①-⑳*]|[ivx]{1,4}(?![a-z]))/;

/** The lines below a short rule at the foot of the page, when the first of them opens with a mark. */
function notesOf(page: PageLayout): PrintedLine[] {
  const rule = page.noteRule;
  if (rule === null) return [];
  const below = page.items.filter((item): item is PrintedLine => item.kind === 'line' && item.line.y > rule);
  return NOTE_START.test(below[0]?.line.text ?? '') ? below : [];
}

/** Words that return, the number of the page in them apart: 第3页, 3/13, a figure at either end. */
const withoutPageNumber = (text: string): string =>
  text
    .replace(/第\d{1,4}页|共\d{1,4}页|\d{1,4}\/\d{1,4}/g, '#')
    .replace(/^[-—–－·]*\d{1,4}(?!\d|年|[.．、])|(?<!\d)\d{1,4}[-—–－·]*$/g, '#');

/** A lone number as the outermost line of its page. */
function edgeNumber(line: PrintedLine, pages: readonly PageLayout[]): boolean {
  const page = pages.find((each) => each.page === line.page);
  return page?.items.at(-1) === line;
}

/** Nothing else is printed on the page of the line. */
const isAlone = (line: PrintedLine, pages: readonly PageLayout[]): boolean =>
  pages.some(({ items }) => items.length === 1 && items[0] === line);

/** The line keeps a distance from the running text, as heads and feet do, or is the only line of its end. */
function isApart(line: PrintedLine, stratum: 'header' | 'footer', pages: readonly PageLayout[]): boolean {
  const page = pages.find((each) => each.page === line.page);
  if (!page) return false;
  const index = page.items.indexOf(line);
  const neighbour = page.items[stratum === 'header' ? index + 1 : index - 1];
  // A page with nothing else on it has neither head nor foot.
  if (!neighbour) return false;
  if (neighbour.kind === 'table') return true;
  return Math.abs(neighbour.line.y - line.line.y) > 1.2 * line.line.size;
}
