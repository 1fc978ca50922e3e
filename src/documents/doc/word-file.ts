/**
 * The streams of a Word 97–2003 file and its file information block (FIB): where everything stands.
 * Layout after the public [MS-DOC] specification.
 */
import { UnreadableError } from '../model.js';
import { CompoundError, openCompound } from './compound.js';

const DAMAGED =
  '文件已损坏或不完整（Word 97 文档结构读不通）；请重新获取原件，或用 Word、WPS 打开修复后另存为 .docx。';
const TOO_OLD = '这是 Word 95 或更早版本的文档，无法读取；请用 Word 或 WPS 打开，另存为 .docx 后再审核。';
const FOREIGN =
  '文件不是 Word 97–2003 格式，可能是 WPS 文字的旧版文档，也可能已损坏；请用 Word 或 WPS 打开，另存为 .docx 后再审核。';
const PASSWORD = '文件设有打开密码，无法读取内容；请在 Word 或 WPS 中输入密码打开，取消密码后另存，再审核。';

const WORD_97 = 0xa5ec;
/** Word 2, 6 and 95; the last three are those of the Far Eastern editions. */
const OLDER = new Set([0xa5db, 0xa5dc, 0xa697, 0xa698, 0xa699]);
/** Positions in the list of (offset, size) pairs that begins at 0x9A of the FIB. */
const PAIRS_AT = 0x9a;
export const PAIR = {
  styles: 1,
  footnotePlaces: 2,
  footnoteText: 3,
  annotationPlaces: 4,
  annotationText: 5,
  headers: 11,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  pieces: 33,
  shapeAnchors: 40,
  endnotePlaces: 46,
  endnoteText: 47,
  drawings: 50,
  textboxText: 56,
  lists: 73,
  listOverrides: 74,
} as const;

/** Lengths of the stories, in the order in which their characters follow each other. */
export interface StoryLengths {
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly annotations: number;
  readonly endnotes: number;
  readonly textboxes: number;
  readonly headerTextboxes: number;
}

/** The streams of the file and the tables found through its FIB. */
export interface WordFile {
  /** The WordDocument stream: text and formatting pages. */
  readonly main: Uint8Array;
  /** The 0Table or 1Table stream: everything the FIB points to. */
  readonly table: Uint8Array;
  /** The Data stream: pictures and paragraph properties too long for their page. */
  readonly data: Uint8Array;
  readonly lengths: StoryLengths;
  /** Bytes of the table at a position of the FIB's list; empty when the file has none. */
  part(pair: number): Uint8Array;
  /** Where that part begins in the table stream; some parts are followed by more than they state. */
  start(pair: number): number;
}

/** Opens a .doc file. Throws UnreadableError for damaged, password-protected and older files. */
export function openWordFile(bytes: Uint8Array): WordFile {
  try {
    const compound = openCompound(bytes);
    const main = compound.stream('WordDocument');
    if (!main || main.length < 512) throw new UnreadableError(DAMAGED);
    const view = viewOf(main);
    const magic = view.getUint16(0, true);
    if (OLDER.has(magic)) throw new UnreadableError(TOO_OLD);
    if (magic !== WORD_97) throw new UnreadableError(FOREIGN);
    const flags = view.getUint16(0x0a, true);
    if (flags & 0x0100) throw new UnreadableError(PASSWORD);
    const table = compound.stream(flags & 0x0200 ? '1Table' : '0Table');
    if (!table) throw new UnreadableError(DAMAGED);
    const pair = (index: number, word: number): number => {
      const at = PAIRS_AT + index * 8 + word * 4;
      return at + 4 <= main.length ? view.getUint32(at, true) : 0;
    };
    return {
      main,
      table,
      data: optional(() => compound.stream('Data')),
      lengths: storyLengths(view),
      part: (index) => table.subarray(pair(index, 0), pair(index, 0) + pair(index, 1)),
      start: (index) => pair(index, 0),
    };
  } catch (error) {
    if (error instanceof CompoundError) throw new UnreadableError(DAMAGED);
    throw error;
  }
}

function storyLengths(view: DataView): StoryLengths {
  const length = (at: number): number => Math.max(0, view.getInt32(at, true));
  return {
    body: length(0x4c),
    footnotes: length(0x50),
    headers: length(0x54),
    macros: length(0x58),
    annotations: length(0x5c),
    endnotes: length(0x60),
    textboxes: length(0x64),
    headerTextboxes: length(0x68),
  };
}

/** A stream the text does not depend on: its damage costs only what it holds. */
function optional(read: () => Uint8Array | null): Uint8Array {
  try {
    return read() ?? new Uint8Array(0);
  } catch (error) {
    if (error instanceof CompoundError) return new Uint8Array(0);
    throw error;
  }
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const damaged = (): UnreadableError => new UnreadableError(DAMAGED);

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Characters stored as UTF-16, as all text outside the pieces is. */
export const utf16 = (bytes: Uint8Array): string => UTF_16.decode(bytes);
