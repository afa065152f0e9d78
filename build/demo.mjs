// `npm run demo`: plays the first day on the sample estate in the real window (tests/e2e/demo.spec.ts)
// and leaves its papers and screenshots in out/demo.
import { join } from 'node:path';
import { openDisplay, run } from './launch.mjs';
import { packageApp } from './package.mjs';
import { root } from './paths.mjs';
import { needNativeModule } from './native.mjs';
import { needSystemLibraries } from './system-libraries.mjs';

try {
  needSystemLibraries();
  await needNativeModule();
  await packageApp();
  const closeDisplay = await openDisplay();
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  process.exitCode = await run(process.execPath, [playwright, 'test', '--config', 'build/playwright.config.ts', '--project', 'demo'], { cwd: root });
  closeDisplay();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
