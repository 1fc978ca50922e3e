/** Reads a file that comes from outside: checked on the open handle, so that nothing can be swapped in between. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { UnreadableError } from '../documents/model.js';
import { fileErrorReason, strangeFileReason } from './file-errors.js';

/**
 * The bytes of a regular file of at most `limit` bytes. Throws UnreadableError with a Chinese sentence otherwise,
 * also when the file has vanished or shrunk since it was listed.
 */
export function readBytes(path: string, limit: number): Uint8Array {
  let handle: number | null = null;
  try {
    // Opening a pipe would wait for a writer; this flag, absent on Windows, makes it return at once.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(handle);
    const strange = strangeFileReason(stats);
    if (strange !== null) throw new UnreadableError(strange);
    if (stats.size > limit) throw new UnreadableError(tooLarge(stats.size, limit));
    return readWhole(handle, stats.size);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError(fileErrorReason(error));
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function readWhole(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const read = readSync(handle, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** Why a file beyond the limit is refused. */
const tooLarge = (size: number, limit: number): string =>
  `文件有 ${Math.ceil(size / 1_000_000)} MB，超过上限 ${Math.floor(limit / 1_000_000)} MB；请压缩其中的图片，或调高上限后再审核。`;
