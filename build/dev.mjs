// `npm run dev`: the renderer from Vite's server with hot reload; main process and bridge built again,
// and the window started again, on every change.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build, createServer } from 'vite';
import { writeManifest } from './build.mjs';
import { nodeBundle, preloadBundle, rendererBundle } from './bundles.mjs';
import { findRuntime } from './electron-runtime.mjs';
import { commandFor, openDisplay } from './launch.mjs';
import { needNativeModule } from './native.mjs';
import { PARTS, stampFor } from './parts.mjs';
import { switches } from './paths.mjs';
import { needSystemLibraries } from './system-libraries.mjs';

const PORT = 5197;
const devServer = `http://localhost:${PORT}`;

needSystemLibraries();
await needNativeModule();
const [executable, ...args] = commandFor(await findRuntime());
// What is built here is not what `npm start` runs.
for (const part of PARTS) rmSync(stampFor(part).file, { force: true });
writeManifest();

const server = await createServer({
  ...rendererBundle(),
  base: '/',
  logLevel: 'info',
  // The page comes through app://mingbai, so the hot-reload socket has to be told where the server is.
  server: { port: PORT, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: PORT } },
});
await server.listen();
await openDisplay();

let window;
let restarting = false;

function openWindow() {
  restarting = false;
  window = spawn(executable, [...args, ...switches, ...process.argv.slice(2)], { stdio: 'inherit' });
  window.on('exit', () => (restarting ? openWindow() : void stop()));
}

function restart() {
  if (!window) return openWindow();
  restarting = true;
  window.kill();
}

async function stop() {
  restarting = false;
  window?.removeAllListeners('exit');
  window?.kill();
  await server.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());

const restartAfterBuild = { name: 'restart-after-build', writeBundle: restart };
const watched = (config) => ({ ...config, build: { ...config.build, watch: {} } });
await build(watched(preloadBundle({ devServer })));
await build(watched(nodeBundle({ devServer, plugins: [restartAfterBuild] })));
