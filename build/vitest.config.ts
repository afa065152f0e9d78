import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/{unit,service,schema}/**/*.test.{ts,tsx}'],
    // The native SQLite module wants processes, not threads.
    pool: 'forks',
    // Two at least: the default leaves a machine of two cores only one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // "Today" is a local day of the estate, on whatever machine this runs.
    env: { TZ: 'Asia/Shanghai' },
  },
});
