import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/rule-files.ts'],
    // Modules hold no state that a test changes: loading them once for each worker halves the run.
    isolate: false,
    // Far above what any test takes, also on a loaded machine: time is measured by the benchmarks, not here.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two cores is the smallest office PC the project promises to run on.
    maxWorkers: 2,
  },
});
