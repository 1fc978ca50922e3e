/**
 * The parts of pdf.js that are used here, in the shorter of its two printings: every worker reads and parses its three
 * megabytes before its first PDF. Two things that come with loading it are kept out.
 *
 * On Node 20 it replaces `Array.prototype.push` by a version written in JavaScript (for a fault that shows on frozen
 * arrays alone), which makes the reading of fonts several times slower, and everything else in the process with it:
 * Node's own is put back once both halves are loaded. And it loads a drawing library that opens every font of the system,
 * a hundred milliseconds and more in each worker; nothing is drawn here, and that library's own switch turns it off.
 */
const SYSTEM_FONTS_OFF = 'DISABLE_SYSTEM_FONTS_LOAD';

const { push } = Array.prototype;
// A page has no process, and opens no fonts either.
const env: Record<string, string | undefined> = globalThis.process?.env ?? {};
const before = env[SYSTEM_FONTS_OFF];
env[SYSTEM_FONTS_OFF] = before ?? '1';
const { getDocument, OPS, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
if (before === undefined) delete env[SYSTEM_FONTS_OFF];
Object.defineProperty(Array.prototype, 'push', {
  value: push,
  writable: true,
  enumerable: false,
  configurable: true,
});

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
export { getDocument, OPS, PDFWorker, WorkerMessageHandler };
