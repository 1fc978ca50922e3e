import { placeWords } from './place.js';
import { clip } from './printable.js';
import type { EvidenceResult, Where } from './result.js';

/** A quote to show, or a run of cells of one column that take part together (the rows of a sum). */
export interface QuoteLine {
  /** The verbatim quotes, in order; more than one only for a run of cells. */
  readonly quotes: readonly string[];
  readonly place: string;
  /** The first of them, where a mark can be put. */
  readonly first: EvidenceResult;
}

/** Shorter runs are shown cell by cell. */
const RUN = 4;
/** A cell with more than a number or a name in it is shown alone. */
const SHORT = 16;

/** The quotes of a finding, long runs of cells of one table column told together. A scan has nothing to quote. */
export function quoteLines(given: readonly EvidenceResult[]): QuoteLine[] {
  const evidence = withoutRepeats(given.filter(({ quote }) => quote !== ''));
  const lines: QuoteLine[] = [];
  for (let at = 0; at < evidence.length; ) {
    const run = runAt(evidence, at);
    const [first] = run;
    if (!first) break;
    if (run.length >= RUN) lines.push(together(first, run));
    else for (const one of run) lines.push({ quotes: [one.quote], place: placeWords(one.where), first: one });
    at += run.length;
  }
  return lines;
}

/** Each quote of a place once, and none that stands within a longer one of the same place. */
function withoutRepeats(given: readonly EvidenceResult[]): readonly EvidenceResult[] {
  if (given.length > MOST_COMPARED) return given;
  const places = given.map(({ where }) => placeWords(where));
  return given.filter(
    ({ quote }, at) =>
      places[at] === '' ||
      !given.some(
        (other, index) =>
          index !== at &&
          places[index] === places[at] &&
          other.quote.includes(quote) &&
          (other.quote.length > quote.length || index < at),
      ),
  );
}

/** Longer lists are the cells of a sum, each at a place of its own. */
const MOST_COMPARED = 60;

/** The quotes from a position on that stand one below the other in one column of one table. */
function runAt(evidence: readonly EvidenceResult[], start: number): EvidenceResult[] {
  const first = evidence[start];
  if (!first) return [];
  let end = start + 1;
  let last = first;
  for (let next = evidence[end]; next && follows(last, next); next = evidence[end]) {
    last = next;
    end++;
  }
  return evidence.slice(start, end);
}

const follows = (a: EvidenceResult, b: EvidenceResult): boolean =>
  a.where.table !== null &&
  a.where.table === b.where.table &&
  a.where.column !== null &&
  a.where.column === b.where.column &&
  (a.where.row ?? 0) < (b.where.row ?? 0) &&
  a.quote.length <= SHORT &&
  b.quote.length <= SHORT;

function together(first: EvidenceResult, run: readonly EvidenceResult[]): QuoteLine {
  const { table, column } = first.where;
  const rows = run.flatMap(({ where }) => where.row ?? []);
  const pages = run.flatMap(({ where }) => where.page ?? []);
  const section: Where = {
    ...first.where,
    page: null,
    table: null,
    row: null,
    column: null,
    paragraph: null,
  };
  const parts = [
    pages.length === 0 ? '' : `第${span(pages)}页`,
    placeWords(section),
    `表${table}第${span(rows)}行第${column}列`,
  ];
  return {
    quotes: run.map(({ quote }) => quote),
    place: parts.filter((part) => part !== '').join('，'),
    first,
  };
}

const span = (numbers: readonly number[]): string => {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low === high ? String(low) : `${low}—${high}`;
};

/** “合计”（第9页，表2第28行第1列）. */
export function quoteWords({ quotes, place }: QuoteLine, limit: number): string {
  const words = quotes.map((quote) => `“${clip(quote, limit)}”`).join('');
  return place === '' ? words : `${words}（${place}）`;
}
