import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Two cores is the smallest office PC the project promises to run on.
    maxWorkers: 2,
  },
});
