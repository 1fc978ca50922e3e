/** Automatic list numbers of .doc files, rendered as Word prints them. */
import { listNumeral } from '../docx/numerals.js';
import { PAIR, utf16, viewOf, type WordFile } from './word-file.js';

const LEVELS = 9;
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;
const BULLET = 23;
const NO_NUMBER = 255;

/** Word's number format codes (MSONFC) by the names that OOXML gives the same formats; others print decimals. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  [NO_NUMBER]: 'none',
};

interface Level {
  readonly start: number;
  readonly format: number;
  /** The printed pattern; characters below 9 stand for the number of that level. */
  readonly pattern: string;
  readonly legal: boolean;
  /** The level whose numbers restart this one (1 = first); null: any higher level; 0: never. */
  readonly restart: number | null;
}

interface Override {
  readonly list: number;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** Counts paragraphs of lists in reading order. */
export interface ListCounter {
  /** The number printed before the next paragraph of a list override (from 1) and level (from 0); null when none. */
  next(override: number, level: number): string | null;
  /** Whether the file says how the level of the override is numbered. */
  knows(override: number, level: number): boolean;
}

/** The override of paragraphs that are numbered in the way of Word 95. */
export const OLD_NUMBERING = 2047;

/** Reads the lists of a file. Lists that break off are as if they were not there. */
export function readNumbering(file: WordFile): ListCounter {
  const lists = readLists(file);
  const overrides = readOverrides(
    file.table.subarray(file.start(PAIR.listOverrides)),
    file.part(PAIR.listOverrides),
  );
  const reached = new Map<number, (number | null)[]>();
  const applied = new Set<string>();
  const levelOf = (number: number, at: number): Level | undefined => {
    const override = overrides[number - 1];
    return override?.levels.get(at) ?? (override ? lists.get(override.list)?.[at] : undefined);
  };
  return {
    knows: (number, at) => levelOf(number, at) !== undefined,
    next(number, at) {
      const override = overrides[number - 1];
      const levelAt = (i: number): Level | undefined => levelOf(number, i);
      const level = levelAt(at);
      if (!override || !level) return null;
      const counts = reached.get(override.list) ?? Array<number | null>(LEVELS).fill(null);
      reached.set(override.list, counts);
      for (const [overridden, start] of override.starts) {
        const key = `${number}:${overridden}`;
        if (overridden > at || applied.has(key)) continue;
        applied.add(key);
        counts[overridden] = overridden === at ? start - 1 : start;
      }
      counts[at] = (counts[at] ?? level.start - 1) + 1;
      for (let higher = 0; higher < at; higher++) counts[higher] ??= levelAt(higher)?.start ?? 1;
      for (let lower = at + 1; lower < LEVELS; lower++) {
        const restart = levelAt(lower)?.restart ?? null;
        if (restart === null || (restart > 0 && at < restart)) counts[lower] = null;
      }
      if (level.format === BULLET) return null;
      const printed = [...level.pattern]
        .map((char) => {
          const place = char.charCodeAt(0);
          if (place >= LEVELS) return char;
          const format = FORMATS[levelAt(place)?.format ?? 0] ?? 'decimal';
          return listNumeral(level.legal && format !== 'none' ? 'decimal' : format, counts[place] ?? 0);
        })
        .join('');
      return printed === '' ? null : printed;
    },
  };
}

/** Levels by the list's own number. The levels of all lists stand behind the list table, one after the other. */
function readLists(file: WordFile): Map<number, Level[]> {
  const table = file.part(PAIR.lists);
  const lists = new Map<number, Level[]>();
  if (table.length < 2) return lists;
  const view = viewOf(table);
  const count = Math.min(view.getUint16(0, true), Math.floor((table.length - 2) / LIST_BYTES));
  const cursor = { at: file.start(PAIR.lists) + 2 + count * LIST_BYTES };
  for (let i = 0; i < count; i++) {
    const at = 2 + i * LIST_BYTES;
    const simple = ((table[at + 26] ?? 0) & 1) === 1;
    const levels: Level[] = [];
    for (let l = 0; l < (simple ? 1 : LEVELS); l++) {
      const level = readLevel(file.table, cursor);
      if (!level) return lists;
      levels.push(level);
    }
    lists.set(view.getInt32(at, true), levels);
  }
  return lists;
}

/** One level at the cursor, which is moved behind it; null when the bytes end before it does. */
function readLevel(bytes: Uint8Array, cursor: { at: number }): Level | null {
  const { at } = cursor;
  if (at + LEVEL_BYTES > bytes.length) return null;
  const view = viewOf(bytes);
  const flags = bytes[at + 5] ?? 0;
  const textAt = at + LEVEL_BYTES + (bytes[at + 24] ?? 0) + (bytes[at + 25] ?? 0);
  if (textAt + 2 > bytes.length) return null;
  const length = view.getUint16(textAt, true);
  const end = textAt + 2 + length * 2;
  if (end > bytes.length) return null;
  cursor.at = end;
  return {
    start: view.getInt32(at, true),
    format: bytes[at + 4] ?? 0,
    pattern: utf16(bytes.subarray(textAt + 2, end)),
    legal: (flags & 0x04) !== 0,
    restart: flags & 0x08 ? (bytes[at + 26] ?? 0) : null,
  };
}

/** List overrides in their order; paragraphs name them by number. */
function readOverrides(bytes: Uint8Array, part: Uint8Array): Override[] {
  if (part.length < 4) return [];
  const view = viewOf(bytes);
  const count = Math.min(view.getUint32(0, true), Math.floor((bytes.length - 4) / OVERRIDE_BYTES));
  const cursor = { at: 4 + count * OVERRIDE_BYTES };
  const overrides: Override[] = [];
  for (let i = 0; i < count; i++) {
    const at = 4 + i * OVERRIDE_BYTES;
    const levels = new Map<number, Level>();
    const starts = new Map<number, number>();
    overrides.push({ list: view.getInt32(at, true), levels, starts });
    cursor.at += 4;
    for (let l = 0; l < (bytes[at + 12] ?? 0) && cursor.at + 8 <= bytes.length; l++) {
      const start = view.getInt32(cursor.at, true);
      const bits = view.getUint32(cursor.at + 4, true);
      cursor.at += 8;
      const number = bits & 0x0f;
      const level = bits & 0x20 ? readLevel(bytes, cursor) : null;
      if (level) levels.set(number, level);
      if (bits & 0x10) starts.set(number, level?.start ?? start);
    }
  }
  return overrides;
}
