#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Host } from './host.js';
import { run } from './program.js';
import { services } from './wiring.js';

/**
 * Bytecode a function runs through before Node 20 compiles it with all its means (its own setting: 67,584). An audit has
 * thousands of functions that are run often and few that are run long: compiled at the usual pace, they cost a batch a
 * third of its time, in each worker anew, and much of it is thrown away when the next report takes another way.
 */
const BYTES_BEFORE_COMPILING = 1_000_000;
// Workers read it too. Later versions decide by other counts and do not know the flag.
if (process.versions.node.startsWith('20.'))
  setFlagsFromString(`--interrupt-budget=${BYTES_BEFORE_COMPILING}`);

/** Version of the package, told by --version and in the files that are made. */
function packageVersion(): string {
  // Checked by hand: the library that checks what comes from outside is not loaded before the workers are started.
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    if (typeof manifest.version === 'string') return manifest.version;
  throw new Error('package.json names no version');
}

/** The real process as a host. The first Ctrl-C asks for an orderly end, the second ends at once. */
function processHost(): Host {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
    process.once('SIGINT', () => process.exit(130));
  });
  const outIsTerminal = process.stdout.isTTY === true;
  return {
    out: (chunk) => void process.stdout.write(chunk),
    err: (chunk) => void process.stderr.write(chunk),
    outIsTerminal,
    errIsTerminal: process.stderr.isTTY === true,
    colour: outIsTerminal && (process.env.NO_COLOR ?? '') === '',
    // A closing sign may hang over the edge of the text: it needs room on the terminal.
    width: Math.max(60, (process.stdout.columns ?? 102) - 2),
    version: packageVersion(),
    now: () => new Date(),
    signal: stop.signal,
  };
}

// A reader that stops listening (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

process.exitCode = await run(process.argv.slice(2), processHost(), services);
