/** A worker thread: loads the job once, then reads and treats one file after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableError } from '../documents/model.js';
import type { Reply, Request, WorkerData } from './protocol.js';
import { readBytes } from './read-bytes.js';

type Run = (bytes: Uint8Array, options: unknown) => Promise<unknown>;

const port = parentPort;
if (!port) throw new Error('this module runs only as a worker thread');
const { job, limits }: WorkerData = workerData;
const reply = (message: Reply): void => port.postMessage(message);

// A promise that a library has forgotten must not cost another file its audit: the job's own answer decides.
process.on('unhandledRejection', () => {});

const run: Run = (await import(job.module))[job.name];

async function treat(file: string, options: unknown): Promise<Reply> {
  try {
    return { kind: 'done', value: await run(readBytes(file, limits.fileBytes), options) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.message;
  // One line and no stack: the reason is printed in lists and tables.
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  return `程序出错，未能审核此文件（${what}）；请把文件发给开发者查明。`;
}

let options: unknown;
port.on('message', async (request: Request) => {
  if (request.kind === 'options') {
    options = request.options;
    return;
  }
  const answer = await treat(request.file, options);
  try {
    reply(answer);
  } catch (error) {
    reply({ kind: 'failed', reason: reasonOf(error) });
  }
});
reply({ kind: 'ready' });
