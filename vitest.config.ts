import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // No test asserts a time: this only ends one that hangs. A busy machine needs ten seconds to start a process.
    testTimeout: 120_000,
    // Most tests wait for a browser, a database or a process; one worker would leave a core idle.
    maxWorkers: 2,
    // A browser or a database can take long to open on a busy machine.
    hookTimeout: 120_000,
    // Reports a duplicate name as a fault: two tests of one name hide each other in a failure list.
    allowOnly: false,
  },
});
