import { inflateSync } from 'node:zlib';
import { UnreadableError } from '../model.js';

/** What one font program may come to once unpacked: Chinese fonts embedded whole reach 30 MB. */
const FONT_BYTES = 64_000_000;
/** What any other stream may: the drawing of one page of a report stays below 1 MB. */
const STREAM_BYTES = 16_000_000;
const FONT_PROGRAM = /\/Length1\b|\/Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType)\b/;
/** Deflate packs at most about 1030 to 1: a shorter stream cannot reach the bound. */
const DEFLATE_RATIO = 1_030;
/** Filters in a row that a producer may plausibly use. */
const FILTERS = 4;

const STREAM = Buffer.from('stream');
const END_STREAM = Buffer.from('endstream');

/**
 * Refuses a file with a stream that unpacks beyond all measure, before the parser unpacks it whole. Only streams that
 * could reach the bound are tried, with a bound; pictures are never unpacked here nor later.
 * @throws UnreadableError
 */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf(STREAM); at !== -1; at = file.indexOf(STREAM, at + STREAM.length)) {
    if (at >= 3 && file.toString('latin1', at - 3, at) === 'end') continue;
    const head = file.toString('latin1', Math.max(0, at - 1_500), at);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 4);
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const bound = FONT_PROGRAM.test(dictionary) ? FONT_BYTES : STREAM_BYTES;
    if (layers > FILTERS) throw bomb(bound);
    const end = file.indexOf(END_STREAM, at);
    const start = at + STREAM.length + (file[at + STREAM.length] === 0x0d ? 2 : 1);
    const stop = end === -1 ? file.length : end;
    if (layers === 1 && (stop - start) * DEFLATE_RATIO < bound) continue;
    let data: Buffer = file.subarray(start, stop);
    for (let layer = 0; layer < layers; layer++) {
      const unpacked = inflate(data, bound);
      if (unpacked === 'damaged') break;
      if (unpacked === 'too large') throw bomb(bound);
      data = unpacked;
    }
    at = Math.max(at, stop);
  }
}

function inflate(data: Buffer, bound: number): Buffer | 'damaged' | 'too large' {
  try {
    return inflateSync(data, { maxOutputLength: bound });
  } catch (error) {
    // An encrypted or damaged stream says nothing about its size; the parser fails on it or decrypts it itself.
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too large'
      : 'damaged';
  }
}

const bomb = (bound: number): UnreadableError =>
  new UnreadableError(
    `PDF 中有数据展开后超过 ${bound / 1_000_000} MB，远超正常报告，已拒绝读取；请从原文档重新导出。`,
  );
