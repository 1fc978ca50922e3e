/** A story of the file (body, notes, headers …) as paragraphs with their words and their place in tables. */
import { clean, joinLines } from '../docx/text.js';
import { accepted, type Composed, Composer, type Concealment } from './composer.js';
import type { Fonts } from './fonts.js';
import type { Mark } from './marks.js';
import { type ListCounter, OLD_NUMBERING } from './numbering.js';
import type { Piece } from './pieces.js';
import type { ParagraphProperties } from './properties.js';
import type { WordFile } from './word-file.js';

/** Everything about the file that its stories share. */
export interface Context {
  readonly file: WordFile;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly propertiesAt: (offset: number) => ParagraphProperties;
  readonly marks: readonly Mark[];
  readonly lists: ListCounter;
  readonly fonts: Fonts;
}

export interface StoryParagraph {
  /** Character positions: the first, and the one of the mark that ends the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly properties: ParagraphProperties;
  readonly composed: Composed;
  /** The words as printed, revisions accepted. */
  readonly printed: Printed;
  readonly number: string | null;
  /** Whether the paragraph is numbered in a way that could not be read. */
  readonly numberLost: boolean;
  /** Whether the paragraph ends a cell, or a row, of the table it stands in. */
  readonly cellEnd: boolean;
  readonly rowEnd: boolean;
}

const CELL_MARK = 0x07;
/** Cell and row marks, page and section breaks, paragraph marks. */
const ENDS = /[\x07\x0c\r]/;

/** Paragraphs between two character positions, one at a time. */
export function* storyParagraphs(context: Context, start: number, end: number): Generator<StoryParagraph> {
  const { text, marks } = context;
  const composer = new Composer(text, start, end, context.fonts, context.file.data);
  const ends = new RegExp(ENDS, 'g');
  const words = text.slice(start, end);
  let first = firstEndingBehind(marks, start);
  for (let from = start; from < end; ) {
    ends.lastIndex = from - start;
    const to = start + (ends.exec(words)?.index ?? words.length);
    while ((marks[first]?.end ?? Number.POSITIVE_INFINITY) <= from) first++;
    const near: Mark[] = [];
    for (let i = first; i < marks.length; i++) {
      const mark = marks[i];
      if (!mark || mark.start > to) break;
      if (mark.end > from) near.push(mark);
    }
    const properties = context.propertiesAt(offsetOf(context.pieces, to));
    const composed = composer.compose(from, to, near, concealment(properties));
    const cellMark = text.charCodeAt(to) === CELL_MARK;
    const rowEnd = properties.rowEnd && properties.depth > 0;
    // A mark of either kind without its table would otherwise end nothing and swallow the cell.
    const cellEnd = !rowEnd && (properties.depth > 1 ? properties.innerCellEnd : cellMark);
    // A paragraph that is a deletion from end to end takes no number.
    const gone = composed.end.deleted && composed.parts.every((part) => part.deleted);
    const counted = properties.list > 0 && !rowEnd && !gone;
    const number = counted ? context.lists.next(properties.list, properties.level) : null;
    const { list, level, oldNumber } = properties;
    const unknown = counted && (list === OLD_NUMBERING || !context.lists.knows(list, level));
    const numberLost = composed.numberedByField || oldNumber || unknown;
    yield {
      start: from,
      end: to,
      properties,
      composed,
      printed: print(accepted(composed.parts)),
      number,
      numberLost,
      cellEnd,
      rowEnd,
    };
    from = to + 1;
  }
}

/** Words with the layout's breaks closed, and whether characters that show nothing were taken out of them. */
export interface Printed {
  readonly text: string;
  readonly turned: boolean;
  readonly controls: boolean;
}

export function print(words: string): Printed {
  const { text, turned, controls } = clean(words);
  return { text: joinLines(text), turned, controls };
}

const concealment = ({ hidden, struck }: ParagraphProperties): Concealment | null =>
  hidden ? 'hidden' : struck ? 'struck' : null;

/** The first mark that reaches behind a position, by bisection. */
function firstEndingBehind(marks: readonly Mark[], position: number): number {
  let low = 0;
  for (let high = marks.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Byte offset of a character in the WordDocument stream, by bisection; -1 beyond the last piece. */
function offsetOf(pieces: readonly Piece[], position: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (!piece) break;
    if (position < piece.cp) high = middle - 1;
    else if (position >= piece.cp + piece.length) low = middle + 1;
    else return piece.fc + (position - piece.cp) * piece.bytesPerCharacter;
  }
  return -1;
}
