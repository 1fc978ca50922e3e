/** The one entry point of all readers. */
import type { Limits } from './limits.js';
import { type Carrier, type Document, UnreadableError } from './model.js';
import { sniff } from './sniff.js';

type Reader = (bytes: Uint8Array, limits: Limits) => Promise<Document>;

/** Readers are loaded when first needed: an audit of Word files never pays for the PDF library. */
const READERS: Readonly<Record<Carrier, () => Promise<Reader>>> = {
  docx: async () => (await import('./docx/index.js')).readDocx,
  doc: async () => (await import('./doc/index.js')).readDoc,
  pdf: async () => (await import('./pdf/index.js')).readPdf,
};

/**
 * Reads a report, whatever its carrier, told from the content and not from the file's name.
 * Throws UnreadableError, with a Chinese sentence on what is wrong and what to do, when it cannot be read.
 */
export async function readDocument(bytes: Uint8Array, limits: Limits): Promise<Document> {
  if (bytes.length > limits.fileBytes)
    throw new UnreadableError(
      `文件有 ${megabytes(bytes.length)} MB，超过上限 ${megabytes(limits.fileBytes)} MB；请压缩其中的图片，或调高上限后再审核。`,
    );
  const read = await READERS[sniff(bytes)]();
  return read(bytes, limits);
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
