/** Audits many files off the main thread, so that no file can stop, crash or exhaust the program. */
import { availableParallelism } from 'node:os';
import type { Limits } from '../documents/limits.js';
import { type Answer, Lane } from './lane.js';
import type { Job } from './protocol.js';

/** What came of one file: the job's value, or one Chinese sentence on why there is none. */
export type BatchResult<T> =
  | { readonly file: string; readonly status: 'audited'; readonly value: T }
  | { readonly file: string; readonly status: 'unreadable'; readonly reason: string };

/** How far a batch is. */
export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  /** The file that was finished last, which need not be the next in order. */
  readonly file: string;
}

export interface BatchOptions {
  readonly limits: Limits;
  /** Workers at the same time; one for each core unless given, never more than files. */
  readonly workers?: number;
  /** Ends the batch at once; what is finished by then is still yielded, in order. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BatchProgress) => void;
}

/** Results that may wait for an earlier file, for each worker: memory stays flat behind a slow file. */
const AHEAD = 8;

/**
 * Runs the job on every file and yields the results in the order of the files, whatever finishes first. The job's
 * values are taken on trust as `T`: they have passed through structured clone.
 */
export async function* runBatch<T>(
  files: readonly string[],
  job: Job,
  { limits, workers = availableParallelism(), signal, onProgress }: BatchOptions,
): AsyncGenerator<BatchResult<T>> {
  if (files.length === 0) return;
  const count = Math.max(1, Math.min(workers, files.length));
  // Worked out behind the first step below, when the workers are already starting.
  const options = Promise.resolve().then(job.options);
  const lanes = Array.from({ length: count }, () => new Lane(job, limits, options));
  const idle = [...lanes];
  const finished = new Map<number, BatchResult<T>>();
  let started = 0;
  let due = 0;
  let done = 0;
  let ended = false;
  let wake: () => void = () => {};

  const treat = async (lane: Lane, at: number, file: string): Promise<void> => {
    const answer = await lane.run(file);
    if (ended || signal?.aborted) return;
    finished.set(at, result(file, answer));
    done++;
    // Ending a worker takes a while: it ends beside those that are still at work.
    if (started === files.length) void lane.close();
    else idle.push(lane);
    fill();
    wake();
    onProgress?.({ done, total: files.length, file });
  };
  const fill = (): void => {
    while (!signal?.aborted && started < files.length && started < due + count * AHEAD) {
      const lane = idle.pop();
      const file = files[started];
      if (!lane || file === undefined) return;
      void treat(lane, started++, file);
    }
  };
  const stop = (): void => wake();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    fill();
    await options;
    for (; due < files.length; due++) {
      fill();
      while (!finished.has(due) && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const next = finished.get(due);
      finished.delete(due);
      if (next) yield next;
    }
  } finally {
    // The caller may have had enough before the end.
    ended = true;
    signal?.removeEventListener('abort', stop);
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

const result = <T>(file: string, answer: Answer): BatchResult<T> =>
  answer.kind === 'done'
    ? { file, status: 'audited', value: answer.value as T }
    : { file, status: 'unreadable', reason: answer.reason };
