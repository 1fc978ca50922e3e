/** Formatting runs: which property list holds for which bytes of the WordDocument stream. */
import { viewOf, type WordFile } from './word-file.js';

/** A property list and the byte offsets it holds for. `style` is the paragraph style, 0 for character runs. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly list: Uint8Array;
  /** Where the list stands in the stream: runs of one look share it. 0 for a run that states nothing. */
  readonly at: number;
}

const PAGE_BYTES = 512;
/** Bytes of a paragraph run's entry: an offset and a height that nobody needs. */
const PARAGRAPH_ENTRY_BYTES = 13;
const NONE = new Uint8Array(0);

/** All paragraph runs, in the order of their byte offsets. */
export const paragraphRuns = (file: WordFile, index: Uint8Array): Run[] =>
  [...pages(file, index)].flatMap((page) => paragraphPage(page)).sort((a, b) => a.from - b.from);

/** All character runs that state any property, in the order of their byte offsets. */
export const characterRuns = (file: WordFile, index: Uint8Array): Run[] =>
  [...pages(file, index)].flatMap((page) => characterPage(page)).sort((a, b) => a.from - b.from);

/** The run that holds for a byte offset, by bisection; null when none does. */
export function runAt(runs: readonly Run[], offset: number): Run | null {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return null;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return null;
}

/** Formatting pages named by the index; each is read once, however often it is named. */
function* pages(file: WordFile, index: Uint8Array): Generator<Uint8Array> {
  const view = viewOf(index);
  const count = Math.floor((index.length - 4) / 8);
  const seen = new Set<number>();
  for (let i = 0; i < count; i++) {
    const number = view.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff;
    const page = file.main.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES);
    if (page.length < PAGE_BYTES || seen.has(number)) continue;
    seen.add(number);
    yield page;
  }
}

function paragraphPage(page: Uint8Array): Run[] {
  const view = viewOf(page);
  const count = page[PAGE_BYTES - 1] ?? 0;
  const runs: Run[] = [];
  for (let i = 0; i < count; i++) {
    const entry = (count + 1) * 4 + i * PARAGRAPH_ENTRY_BYTES;
    if (entry >= PAGE_BYTES - 1) break;
    const at = (page[entry] ?? 0) * 2;
    const from = view.getUint32(i * 4, true);
    const to = view.getUint32(i * 4 + 4, true);
    if (at === 0) {
      runs.push({ from, to, style: 0, list: NONE, at: 0 });
      continue;
    }
    const short = page[at] ?? 0;
    const begin = short === 0 ? at + 2 : at + 1;
    const bytes = short === 0 ? (page[at + 1] ?? 0) * 2 : short * 2 - 1;
    const list = page.subarray(begin, Math.min(begin + bytes, PAGE_BYTES - 1));
    const style = (list[0] ?? 0) | ((list[1] ?? 0) << 8);
    runs.push({ from, to, style, list: list.subarray(2), at: page.byteOffset + at });
  }
  return runs;
}

function characterPage(page: Uint8Array): Run[] {
  const view = viewOf(page);
  const count = page[PAGE_BYTES - 1] ?? 0;
  const runs: Run[] = [];
  for (let i = 0; i < count; i++) {
    const entry = (count + 1) * 4 + i;
    if (entry >= PAGE_BYTES - 1) break;
    const at = (page[entry] ?? 0) * 2;
    if (at === 0) continue;
    const list = page.subarray(at + 1, Math.min(at + 1 + (page[at] ?? 0), PAGE_BYTES - 1));
    runs.push({
      from: view.getUint32(i * 4, true),
      to: view.getUint32(i * 4 + 4, true),
      style: 0,
      list,
      at: page.byteOffset + at,
    });
  }
  return runs;
}
