/**
 * The piece table: the characters of the file in the order in which they are read, and where each stands in the
 * WordDocument stream, which is how formatting is found.
 */
import type { Limits } from '../limits.js';
import { UnreadableError } from '../model.js';
import { damaged, PAIR, utf16, viewOf, type WordFile } from './word-file.js';

/** A run of characters stored together. Character positions (cp) count from 0; `fc` is a byte offset. */
export interface Piece {
  readonly cp: number;
  readonly length: number;
  readonly fc: number;
  /** 2 for UTF-16, 1 for Windows-1252. */
  readonly bytesPerCharacter: 1 | 2;
}

export interface PieceTable {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Whether characters the table promises are missing from the file. */
  readonly cutShort: boolean;
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
const windows1252 = (bytes: Uint8Array): string => WINDOWS_1252.decode(bytes);
const PIECE_BYTES = 8;
/** Set when the characters are stored as one byte each, at half the offset. */
const COMPRESSED = 0x40000000;

/** Reads all characters. Throws UnreadableError when there is no piece table or the text is beyond the limit. */
export function readPieces(file: WordFile, limits: Limits): PieceTable {
  const table = pieceTable(file.part(PAIR.pieces));
  const view = viewOf(table);
  const count = Math.floor((table.length - 4) / (4 + PIECE_BYTES));
  if (count < 1) throw damaged();
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let cutShort = false;
  let cp = 0;
  for (let i = 0; i < count; i++) {
    const stated = view.getUint32((i + 1) * 4, true) - view.getUint32(i * 4, true);
    if (stated < 0) throw damaged();
    if (cp + stated > limits.characters) {
      throw new UnreadableError(
        `文档文字超过 ${limits.characters} 字的上限；请拆分文件，或调高上限后再审核。`,
      );
    }
    const word = view.getUint32((count + 1) * 4 + i * PIECE_BYTES + 2, true);
    const bytesPerCharacter = word & COMPRESSED ? 1 : 2;
    const fc = word & COMPRESSED ? (word & ~COMPRESSED & 0x7fffffff) >>> 1 : word;
    const bytes = file.main.subarray(fc, fc + stated * bytesPerCharacter);
    const length = Math.floor(bytes.length / bytesPerCharacter);
    if (length < stated) cutShort = true;
    texts.push(
      (bytesPerCharacter === 2 ? utf16 : windows1252)(bytes.subarray(0, length * bytesPerCharacter)),
    );
    pieces.push({ cp, length, fc, bytesPerCharacter });
    cp += length;
  }
  return { text: texts.join(''), pieces, cutShort };
}

/** The piece table proper, behind the property lists that may stand before it. */
function pieceTable(clx: Uint8Array): Uint8Array {
  const view = viewOf(clx);
  for (let at = 0; at + 5 <= clx.length; ) {
    const kind = clx[at];
    if (kind === 2) return clx.subarray(at + 5, at + 5 + view.getUint32(at + 1, true));
    if (kind !== 1) break;
    at += 3 + view.getUint16(at + 1, true);
  }
  throw damaged();
}

/** Where characters are found by their byte offset: the pieces in the order in which they are stored. */
export class PieceIndex {
  readonly #pieces: readonly Piece[];

  constructor(pieces: readonly Piece[]) {
    let end = 0;
    // Bytes that serve two pieces, which no writer leaves, are looked up for the first alone.
    this.#pieces = pieces
      .toSorted((a, b) => a.fc - b.fc)
      .filter((piece) => {
        const fresh = piece.fc >= end && piece.length > 0;
        if (fresh) end = endOf(piece);
        return fresh;
      });
  }

  /** Ranges of character positions that stand between two byte offsets. */
  *positions(from: number, to: number): Generator<{ readonly start: number; readonly end: number }> {
    let low = 0;
    for (let high = this.#pieces.length; low < high; ) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece && endOf(piece) <= from) low = middle + 1;
      else high = middle;
    }
    for (let piece = this.#pieces[low]; piece && piece.fc < to; piece = this.#pieces[++low]) {
      const { cp, length, fc, bytesPerCharacter } = piece;
      yield {
        start: cp + Math.max(0, Math.floor((from - fc) / bytesPerCharacter)),
        end: cp + Math.min(length, Math.ceil((to - fc) / bytesPerCharacter)),
      };
    }
  }
}

const endOf = ({ fc, length, bytesPerCharacter }: Piece): number => fc + length * bytesPerCharacter;
