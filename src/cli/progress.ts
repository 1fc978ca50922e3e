import type { BatchProgress } from '../batch/index.js';
import { printable } from '../formats/printable.js';
import type { Host } from './host.js';

/** Tells how far a run is, on standard error: one line rewritten in place on a terminal, few plain lines else. */
export interface ProgressLine {
  readonly update: (progress: BatchProgress) => void;
  /** Takes the line away before results are printed. */
  readonly clear: () => void;
}

/** Plain output gets a line for each so many per cent: a log of 200 files stays short. */
const PLAIN_STEP = 10;

export async function progressLine(host: Host): Promise<ProgressLine> {
  return host.errIsTerminal ? rewritten(host) : plain(host);
}

async function rewritten(host: Host): Promise<ProgressLine> {
  const { pad, wrap } = await import('../formats/layout.js');
  const began = Date.now();
  let shown = false;
  return {
    update: ({ done, total, file }) => {
      const words = `${bar(done, total)} ${done}/${total}${left(began, done, total)}  ${printable(file)}`;
      const room = Math.max(20, host.width - 1);
      host.err(`\r${pad(wrap(words, room)[0] ?? '', room)}`);
      shown = true;
    },
    clear: () => {
      if (shown) host.err(`\r${' '.repeat(Math.max(20, host.width - 1))}\r`);
    },
  };
}

function plain(host: Host): ProgressLine {
  let told = 0;
  return {
    update: ({ done, total }) => {
      if (total < PLAIN_STEP) return;
      const step = Math.floor((done * PLAIN_STEP) / total);
      if (step > told) host.err(`已审 ${done}/${total}\n`);
      told = Math.max(told, step);
    },
    clear: () => {},
  };
}

const bar = (done: number, total: number): string => {
  const filled = total === 0 ? 0 : Math.round((done * 20) / total);
  return `[${'#'.repeat(filled)}${'.'.repeat(20 - filled)}]`;
};

function left(began: number, done: number, total: number): string {
  if (done === 0 || done === total) return '';
  const seconds = Math.ceil((((Date.now() - began) / done) * (total - done)) / 1000);
  return `，约剩 ${seconds} 秒`;
}
