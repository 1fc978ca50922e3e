/** Ranges of characters with a meaning beyond their looks: revised, hidden, symbols of another font, objects. */
import { type Piece, PieceIndex } from './pieces.js';
import type { Run } from './runs.js';
import { flag, SPRM, type Sprm, sprms, word } from './sprm.js';
import type { Style } from './styles.js';
import { viewOf } from './word-file.js';

/** What is special about a range of characters. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly deleted: boolean;
  readonly inserted: boolean;
  /** null: as the paragraph's style says. */
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
  readonly raised: boolean;
  /** Embedded or linked object in place of a picture. */
  readonly object: boolean;
  /** A sign of a symbol font, in place of the character that is stored. */
  readonly symbol: { readonly font: number; readonly code: number } | null;
  /** Number of the font of Latin characters, when stated. */
  readonly font: number | null;
  /** Where the picture or form field at a placeholder is described, in the Data stream. */
  readonly data: number | null;
}

const SUPERSCRIPT = 1;

/**
 * All marks in the order of their character positions, none overlapping another. `isSymbolFont` tells fonts, by number, whose characters are
 * not what they are stored as; other fonts are of no interest.
 */
export function readMarks(
  runs: readonly Run[],
  pieces: readonly Piece[],
  styles: readonly Style[],
  isSymbolFont: (font: number) => boolean,
): Mark[] {
  const marks: Mark[] = [];
  const index = new PieceIndex(pieces);
  // Runs of one look share one list.
  const known = new Map<number, Meaning | null>();
  for (const run of runs) {
    let meaning = known.get(run.at);
    if (meaning === undefined) {
      meaning = read(run.list, styles, isSymbolFont);
      known.set(run.at, meaning);
    }
    if (!meaning) continue;
    for (const range of index.positions(run.from, run.to)) marks.push({ ...range, ...meaning });
  }
  return disjoint(marks.sort((a, b) => a.start - b.start));
}

/** Marks cut so that none reaches into the next: runs overlap in damaged files only. */
function disjoint(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const start = Math.max(mark.start, kept.at(-1)?.end ?? 0);
    if (start < mark.end) kept.push(start === mark.start ? mark : { ...mark, start });
  }
  return kept;
}

type Meaning = { -readonly [Key in keyof Omit<Mark, 'start' | 'end'>]: Mark[Key] };

const PLAIN: Meaning = {
  deleted: false,
  inserted: false,
  hidden: null,
  struck: null,
  raised: false,
  object: false,
  symbol: null,
  font: null,
  data: null,
};

/** The meaning of a property list; null for the many that are about looks alone. */
function read(
  list: Uint8Array,
  styles: readonly Style[],
  isSymbolFont: (font: number) => boolean,
): Meaning | null {
  const modifiers = sprms(list);
  const named = modifiers.findLast(({ code }) => code === SPRM.characterStyle);
  const style = named ? styles[word(named)] : undefined;
  const meaning = { ...PLAIN, hidden: style?.hidden ?? null, struck: style?.struck ?? null };
  for (const sprm of modifiers) apply(sprm, meaning, style, isSymbolFont);
  const plain = (Object.keys(PLAIN) as (keyof Meaning)[]).every((key) => meaning[key] === PLAIN[key]);
  return plain ? null : meaning;
}

function apply(
  sprm: Sprm,
  meaning: Meaning,
  style: Style | undefined,
  isSymbolFont: (font: number) => boolean,
): void {
  switch (sprm.code) {
    case SPRM.deleted:
      meaning.deleted = flag(sprm);
      break;
    case SPRM.inserted:
      meaning.inserted = flag(sprm);
      break;
    case SPRM.hidden:
      meaning.hidden = toggle(sprm, style?.hidden ?? null);
      break;
    case SPRM.struck:
    case SPRM.doubleStruck:
      meaning.struck = toggle(sprm, style?.struck ?? null);
      break;
    case SPRM.position:
      meaning.raised = sprm.operand[0] === SUPERSCRIPT;
      break;
    case SPRM.oleObject:
    case SPRM.embeddedObject:
      meaning.object = flag(sprm);
      break;
    case SPRM.symbol:
      meaning.symbol = { font: word(sprm), code: (sprm.operand[2] ?? 0) | ((sprm.operand[3] ?? 0) << 8) };
      break;
    case SPRM.font:
      meaning.font = isSymbolFont(word(sprm)) ? word(sprm) : null;
      break;
    case SPRM.dataLocation:
      meaning.data = sprm.operand.length === 4 ? viewOf(sprm.operand).getUint32(0, true) : null;
      break;
  }
}

/** A run's own word counts; 128 and 129 mean as, or opposite to, the style. */
function toggle({ operand: [value] }: Sprm, byStyle: boolean | null): boolean | null {
  if (value === undefined || value === 0x80) return byStyle;
  return value === 0x81 ? !byStyle : value === 1;
}
