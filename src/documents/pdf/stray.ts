/** Failures inside pdf.js that nobody there waits for: they carry one of these names, or stand in its files. */
const PARSER_ERRORS =
  /^(?:Parser|XRef|MissingData|Abort|UnknownError|InvalidPDF|Password|Response|Format|Jpeg|Jbig2|Jpx|Base)\w*$/;

let reading = 0;

function swallow(reason: unknown): void {
  const { name, stack } = reason instanceof Error ? reason : { name: '', stack: '' };
  if (PARSER_ERRORS.test(name) || /pdfjs-dist|pdf\.(?:worker\.)?mjs/.test(stack ?? '')) return;
  // With any listener Node no longer ends the process; what is not the parser's is not hidden.
  if (process.listenerCount('unhandledRejection') <= 1) throw reason;
}

/**
 * Runs the reading of a damaged file without its stray rejections: on some damage pdf.js keeps a rejected promise
 * that it never looks at again, which would end the whole process although the failure itself is reported.
 */
export async function withoutStrayRejections<T>(read: () => Promise<T>): Promise<T> {
  if (reading++ === 0) process.on('unhandledRejection', swallow);
  try {
    return await read();
  } finally {
    // Rejections are announced after the current turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (--reading === 0) process.off('unhandledRejection', swallow);
  }
}
