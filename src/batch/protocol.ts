/** What the pool and its workers say to each other. Everything here passes through structured clone. */
import type { Limits } from '../documents/limits.js';

/** A function exported by a module: `(bytes: Uint8Array, options: unknown) => Promise<unknown>`. */
export interface JobFunction {
  /** URL of the module. */
  readonly module: string;
  readonly name: string;
}

/** What is done with the bytes of each file. */
export interface Job extends JobFunction {
  /**
   * The function's second argument, worked out once, while the workers start. Plain data only: class instances such as
   * decimals lose their methods on the way. An error it throws ends the batch.
   */
  readonly options: () => unknown | Promise<unknown>;
}

export interface WorkerData {
  readonly job: JobFunction;
  readonly limits: Limits;
}

/** The options, once and first; then one file after the other. */
export type Request =
  | { readonly kind: 'options'; readonly options: unknown }
  | { readonly kind: 'file'; readonly file: string };

/** `ready` once the job is loaded; then one answer to each request. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string };
