/** Many files: which they are, and their audit off the main thread. */
export { type Candidate, type Collected, collect } from './collect.js';
export type { Job } from './protocol.js';
export { type BatchOptions, type BatchProgress, type BatchResult, runBatch } from './run.js';
