/**
 * The parts of pdf.js that are used here. Loading it replaces `Array.prototype.push` on Node 20 by a version written in
 * JavaScript (for a fault that shows on frozen arrays alone), which makes the reading of fonts several times slower,
 * and everything else in the process with it. Node's own is put back once both halves are loaded.
 */
const { push } = Array.prototype;
const { getDocument, OPS, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
Object.defineProperty(Array.prototype, 'push', {
  value: push,
  writable: true,
  enumerable: false,
  configurable: true,
});

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
export { getDocument, OPS, PDFWorker, WorkerMessageHandler };
