import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UnreadableError } from '../model.js';
import { withoutFontPrograms } from './font-programs.js';
import { type FontFacts, fontFacts } from './fonts.js';
import { getDocument, type PDFDocumentProxy, PDFWorker, WorkerMessageHandler } from './pdfjs.js';
import { DirectPort } from './port.js';

/** An opened PDF, with what its fonts say about the direction and scale of their glyphs. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly fonts: ReadonlyMap<string, FontFacts>;
  close(): Promise<void>;
}

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF without drawing, without scripts, without network and without a worker of its own: character maps and
 * standard fonts are those of the installed library. Pictures are never decoded (only their place is wanted).
 * @throws UnreadableError for a password, damage beyond repair, or a file without pages.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  if (bytes.length === 0) throw new UnreadableError('文件是空的（0 字节）；请重新导出或重新传送后再审核。');
  if (Buffer.from(bytes.subarray(0, 1_024)).indexOf('%PDF-') === -1)
    throw new UnreadableError('这不是 PDF 文件（开头没有 PDF 标记）；请用 Word 或 PDF 原件审核。');
  const fonts = new Map<string, FontFacts>();
  const [near, far] = DirectPort.pair((message) => keeps(message, fonts));
  WorkerMessageHandler.initializeFromPort(far);
  const worker = new PDFWorker({ port: near as never, verbosity: 0 });
  const task = getDocument({
    // A copy, which the library may take for its own.
    data: withoutFontPrograms(bytes),
    worker,
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    useWasm: false,
    cMapUrl: join(HOME, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(HOME, 'standard_fonts/'),
  });
  const close = async () => {
    await task.destroy();
    worker.destroy();
    near.terminate();
    far.terminate();
  };
  try {
    const document = await task.promise;
    if (document.numPages < 1) throw new UnreadableError('PDF 里没有任何页面，无法审核；请重新导出后再试。');
    return { document, fonts, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw asUnreadable(error);
  }
}

/** Says in Chinese why a PDF cannot be opened. */
export function asUnreadable(error: unknown): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return new UnreadableError('PDF 设有打开密码，无法读取；请解除密码后再审核。');
  const message = error instanceof Error ? error.message : String(error);
  if (/no pages|Pages tree|page dictionary|pageTree|Page count/i.test(message))
    return new UnreadableError('PDF 已损坏或没有页面，找不到可读的页；请从原文档重新导出。');
  return new UnreadableError('PDF 文件已损坏或结构不完整，无法打开；请从原文档重新导出。');
}

/** Font programs and decoded pictures are wanted for drawing only: their facts are kept, the data is dropped. */
function keeps(message: unknown, fonts: Map<string, FontFacts>): boolean {
  if (typeof message !== 'object' || message === null || !('action' in message) || !('data' in message))
    return true;
  const { action, data } = message;
  if (action === 'obj') return false;
  if (action !== 'commonobj' || !Array.isArray(data)) return true;
  const [id, kind, payload] = data as readonly unknown[];
  if (kind === 'CopyLocalImage') return true;
  if (kind === 'Font' && typeof id === 'string') fonts.set(id, fontFacts(payload));
  return false;
}
