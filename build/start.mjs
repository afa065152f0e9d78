// `npm start`: builds what changed, finds a runtime, and opens the window.
//   npm start -- --data <folder> [--user <name>]
import { buildApp } from './build.mjs';
import { findRuntime } from './electron-runtime.mjs';
import { commandFor, openDisplay, run } from './launch.mjs';
import { switches } from './paths.mjs';
import { needNativeModule } from './native.mjs';
import { needSystemLibraries } from './system-libraries.mjs';

try {
  needSystemLibraries();
  await needNativeModule();
  await buildApp();
  const [executable, ...args] = commandFor(await findRuntime());
  const closeDisplay = await openDisplay();
  process.exitCode = await run(executable, [...args, ...switches, ...process.argv.slice(2)]);
  closeDisplay();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
