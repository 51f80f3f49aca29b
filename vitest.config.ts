import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    // Most tests wait for a browser, a database or a process; one worker would leave a core idle.
    maxWorkers: 2,
    // A browser or a database can take long to open on a busy machine.
    hookTimeout: 60_000,
    // Reports a duplicate name as a fault: two tests of one name hide each other in a failure list.
    allowOnly: false,
  },
});
