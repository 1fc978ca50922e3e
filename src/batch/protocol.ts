/** What the pool and its workers say to each other. Everything here passes through structured clone. */
import type { Limits } from '../documents/limits.js';

/** What is done with the bytes of each file: a function exported by a module, and its second argument. */
export interface Job {
  /** URL of the module. */
  readonly module: string;
  /** The exported function: `(bytes: Uint8Array, options: unknown) => Promise<unknown>`. */
  readonly name: string;
  /** Plain data only: class instances such as decimals lose their methods on the way. */
  readonly options: unknown;
}

export interface WorkerData {
  readonly job: Job;
  readonly limits: Limits;
}

export interface Request {
  readonly file: string;
}

/** `ready` once the job is loaded; then one answer to each request. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string };
