import { defineConfig } from '@playwright/test';

// The specs start the packaged program themselves; each has its own data folder.
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../out/e2e',
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    { name: 'e2e', testIgnore: '**/demo.spec.ts' },
    { name: 'demo', testMatch: '**/demo.spec.ts', timeout: 600_000 },
  ],
});
