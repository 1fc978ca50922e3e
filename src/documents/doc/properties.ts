/** What the formatting of a paragraph says about its place: table, cell, row, list. */
import { type RowDefinition, readRowDefinition } from './row-definition.js';
import { type Run, runAt } from './runs.js';
import { byte, flag, SPRM, type Sprm, sprms, word } from './sprm.js';
import type { Style } from './styles.js';
import { viewOf, type WordFile } from './word-file.js';

/** Word itself refuses to nest tables deeper. */
const DEEPEST_TABLE = 64;

export interface ParagraphProperties {
  readonly headingLevel: number | null;
  /** Entry of a table of contents. */
  readonly contents: boolean;
  /** Whether the paragraph's style hides its words, or strikes them through. */
  readonly hidden: boolean;
  readonly struck: boolean;
  /** How many tables the paragraph stands in; 0 for running text. */
  readonly depth: number;
  /** Ends a cell of an inner table, or a row of it; outer cells and rows end with a character of their own. */
  readonly innerCellEnd: boolean;
  readonly rowEnd: boolean;
  /** Number of the list override from 1, 0 for none; level from 0. */
  readonly list: number;
  readonly level: number;
  /** Numbered in the way of Word 95, which is not read. */
  readonly oldNumber: boolean;
  /** Cell boundaries and merges, on the paragraph that ends a row. */
  readonly row: RowDefinition | null;
}

/** Looks up the properties of paragraphs by the byte offset of their mark in the WordDocument stream. */
export function propertyReader(
  runs: readonly Run[],
  styles: readonly Style[],
  file: WordFile,
): (offset: number) => ParagraphProperties {
  // Paragraphs of one look share one list.
  const known = new Map<number, ParagraphProperties>();
  return (offset) => {
    const run = runAt(runs, offset);
    const key = run?.at ?? 0;
    const properties = known.get(key) ?? read(run, styles, file);
    known.set(key, properties);
    return properties;
  };
}

function read(run: Run | null, styles: readonly Style[], file: WordFile): ParagraphProperties {
  const direct = run ? expand(sprms(run.list), file) : [];
  const restyled = direct.findLast(({ code }) => code === SPRM.paragraphStyle);
  const style = styles[restyled ? word(restyled) : (run?.style ?? 0)];
  const found: Found = {
    inTable: false,
    depth: 0,
    innerCellEnd: false,
    rowEnd: false,
    list: 0,
    level: 0,
    oldNumber: false,
  };
  for (const sprm of style?.paragraph ?? []) apply(sprm, found);
  for (const sprm of direct) apply(sprm, found);
  const { inTable, depth, innerCellEnd, rowEnd, list, level, oldNumber } = found;
  return {
    headingLevel: style?.headingLevel ?? null,
    contents: style?.contents ?? false,
    hidden: style?.hidden ?? false,
    struck: style?.struck ?? false,
    depth: Math.min(Math.max(depth, inTable ? 1 : 0), DEEPEST_TABLE),
    innerCellEnd,
    rowEnd,
    list,
    level,
    oldNumber: oldNumber && list === 0,
    row: rowEnd ? readRowDefinition(direct) : null,
  };
}

interface Found {
  inTable: boolean;
  depth: number;
  innerCellEnd: boolean;
  rowEnd: boolean;
  list: number;
  level: number;
  oldNumber: boolean;
}

function apply(sprm: Sprm, found: Found): void {
  switch (sprm.code) {
    case SPRM.inTable:
      found.inTable = flag(sprm);
      break;
    case SPRM.tableDepth:
      found.depth = sprm.operand.length === 4 ? viewOf(sprm.operand).getInt32(0, true) : 0;
      break;
    case SPRM.rowEnd:
    case SPRM.innerRowEnd:
      found.rowEnd = flag(sprm);
      break;
    case SPRM.innerCellEnd:
      found.innerCellEnd = flag(sprm);
      break;
    case SPRM.listOverride:
      found.list = listNumber(word(sprm));
      break;
    case SPRM.oldNumber:
      // The first byte is the format; 255 is none.
      found.oldNumber = byte(sprm) !== 255;
      break;
    case SPRM.listLevel:
      found.level = byte(sprm);
      break;
  }
}

/** Negative numbers name the same lists, for paragraphs that kept their indents; the largest of them names none. */
const listNumber = (value: number): number =>
  value < 0xf801 ? value : value === 0xf801 ? 0 : 0x10000 - value;

/** Replaces the pointer to a property list in the Data stream (wide tables do not fit their page) by that list. */
function expand(list: readonly Sprm[], file: WordFile): readonly Sprm[] {
  const pointer = list.find(({ code }) => code === SPRM.hugeProperties || code === SPRM.hugeProperties97);
  if (pointer?.operand.length !== 4) return list;
  const at = viewOf(pointer.operand).getUint32(0, true);
  if (at + 2 > file.data.length) return list;
  const bytes = viewOf(file.data).getUint16(at, true);
  return [...list, ...sprms(file.data.subarray(at + 2, at + 2 + bytes))];
}
