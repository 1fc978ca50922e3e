/** One place for a worker: a worker that crashes, runs out of memory or of time is replaced by the next file. */
import { Worker } from 'node:worker_threads';
import type { Limits } from '../documents/limits.js';
import type { JobFunction, Reply, Request, WorkerData } from './protocol.js';

/**
 * The worker's module. Run from the TypeScript sources, as test runners do, there is none beside this one, and
 * the built one is taken.
 */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/batch/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);
/** Seconds a worker may take to load the job before anything is asked of it. */
const LOADING_SECONDS = 60;

/** The answer for one file. */
export type Answer = Exclude<Reply, { kind: 'ready' }>;

export class Lane {
  readonly #data: WorkerData;
  #worker: Worker | null = null;
  readonly #options: Promise<unknown>;

  /** `options` may still be under way while the worker starts; every worker of the lane is told them. */
  constructor({ module, name }: JobFunction, limits: Limits, options: Promise<unknown>) {
    this.#data = { job: { module, name }, limits };
    this.#options = options;
  }

  /** Treats one file. Never rejects: whatever happens to the worker is the answer for that file. */
  async run(file: string): Promise<Answer> {
    const { limits } = this.#data;
    if (!this.#worker) {
      const loaded = await this.#load();
      if (loaded) return loaded;
    }
    if (this.#worker) post(this.#worker, { kind: 'file', file });
    const answer = await this.#next(limits.seconds);
    return answer.kind === 'ready' ? { kind: 'failed', reason: '程序出错：工作线程应答混乱。' } : answer;
  }

  /** Ends the worker, in the middle of a file if need be. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  /** Starts a worker; an answer only when it could not load the job. */
  async #load(): Promise<Answer | null> {
    this.#worker = new Worker(WORKER, {
      workerData: this.#data,
      resourceLimits: { maxOldGenerationSizeMb: this.#data.limits.heapMegabytes },
      // Libraries print warnings; standard output belongs to the results.
      stdout: true,
      stderr: true,
    });
    const worker = this.#worker;
    worker.stdout.resume();
    worker.stderr.resume();
    // Between two files a worker may end too; and an error that nobody hears would end the process.
    worker.on('error', () => this.#forget(worker)).on('exit', () => this.#forget(worker));
    const first = await this.#next(LOADING_SECONDS);
    if (first.kind !== 'ready') return first;
    try {
      post(worker, { kind: 'options', options: await this.#options });
      return null;
    } catch {
      // The batch ends by the error itself, which its caller sees.
      return { kind: 'failed', reason: '审核已中止。' };
    }
  }

  /** The next word of the worker, or what became of it. A worker that is no longer fit is let go. */
  #next(seconds: number): Promise<Reply> {
    const worker = this.#worker;
    return new Promise((resolve) => {
      if (!worker) {
        resolve({ kind: 'failed', reason: '审核已中止。' });
        return;
      }
      // Only its own listeners are taken off: `terminate` listens to the same worker, and without its listener a
      // caller that closes the lane while an answer is under way would wait for ever.
      const onMessage = (reply: Reply): void => settle(reply, true);
      const onError = (error: unknown): void => settle({ kind: 'failed', reason: this.#crash(error) }, false);
      const onExit = (): void =>
        settle({ kind: 'failed', reason: '审核此文件时程序意外退出；请把文件发给开发者查明。' }, false);
      const settle = (reply: Reply, fit: boolean): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        if (!fit) {
          if (this.#worker === worker) this.#worker = null;
          void worker.terminate();
        }
        resolve(reply);
      };
      const timer = setTimeout(
        () => settle({ kind: 'failed', reason: overtime(seconds) }, false),
        seconds * 1000,
      );
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
  }

  #crash(error: unknown): string {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return `审核此文件所需内存超过上限 ${this.#data.limits.heapMegabytes} MB，已停止；文件可能异常，请拆分或另存后再试，或调高上限。`;
    const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
    return `程序出错，未能审核此文件（${what}）；请把文件发给开发者查明。`;
  }
}

const post = (worker: Worker, request: Request): void => worker.postMessage(request);

const overtime = (seconds: number): string =>
  `审核此文件超过 ${seconds} 秒的时限，已停止；文件可能异常或过大，请拆分或另存后再试，或调高时限。`;
