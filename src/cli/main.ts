#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Host } from './host.js';
import { run } from './program.js';
import { services } from './wiring.js';

/** Version of the package, told by --version and in the files that are made. */
function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
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
