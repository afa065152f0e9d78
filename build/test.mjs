// `npm test`: everything, one step after the other; the first that fails ends it.
import { spawnSync } from 'node:child_process';
import { openDisplay } from './launch.mjs';
import { needNativeModule } from './native.mjs';
import { needSystemLibraries } from './system-libraries.mjs';

const STEPS = [
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['types', 'npm', 'run', '--silent', 'typecheck'],
  ['layers', 'npm', 'run', '--silent', 'check:layers'],
  ['unit, service and schema tests', 'npx', 'vitest', 'run', '--config', 'build/vitest.config.ts'],
  ['package', 'npm', 'run', '--silent', 'package'],
  ['end-to-end tests', 'npx', 'playwright', 'test', '--config', 'build/playwright.config.ts', '--project', 'e2e'],
];

try {
  needSystemLibraries({ tests: true });
  await needNativeModule();
  await openDisplay();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
for (const [name, command, ...args] of STEPS) {
  console.log(`\n── ${name}`);
  const since = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
  console.log(`   ${name}: passed in ${((Date.now() - since) / 1000).toFixed(1)} s`);
}
process.exit(0);
