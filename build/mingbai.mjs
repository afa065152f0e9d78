// `npm run mingbai`: the terminal, built again first if its sources changed. Everything but the
// terminal's own answer goes to stderr, since whoever calls it reads stdout.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stampFor } from './parts.mjs';
import { cliFile, nativeFile } from './paths.mjs';

if (!existsSync(nativeFile)) await (await import('./native.mjs')).needNativeModule();

if (!stampFor('node').fresh) {
  const { log, info } = console;
  Object.assign(console, { log: console.error, info: console.error });
  const { buildApp } = await import('./build.mjs');
  await buildApp(['node']);
  Object.assign(console, { log, info });
}
createRequire(import.meta.url)(cliFile);
