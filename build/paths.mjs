// Where the build puts things. Everything below out/ can be deleted at any time.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** What is built from our sources: the app that Electron runs and the terminal. */
export const appFolder = join(root, 'out/app');
/** The app as `npm start` runs it, on a runtime that has no default app of its own. */
export const runFolder = join(root, 'out/run');
/** What `npm run package` makes. */
export const packageFolder = join(root, 'out/package');
/** The built terminal. */
export const cliFile = join(appFolder, 'cli.cjs');

const PROGRAMS = {
  darwin: { unpacked: process.arch === 'arm64' ? 'mac-arm64' : 'mac', executable: '明白账.app/Contents/MacOS/明白账', fused: 'Electron Framework' },
  linux: { unpacked: process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked', executable: 'mingbai', fused: 'mingbai' },
  win32: { unpacked: 'win-unpacked', executable: '明白账.exe', fused: '明白账.exe' },
};
/** Where electron-builder puts this machine's program, and the file in it that carries the fuses. */
export const program = PROGRAMS[process.platform];
/** The copy of the packaged program that Playwright can attach to, and its executable. */
export const e2eFolder = join(packageFolder, 'e2e');
export const e2eExecutable = join(e2eFolder, program.executable);
/** Switches without which it does not start here: Chromium refuses to run as root with its sandbox on. */
export const switches = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
/** The one native module; `native.mjs` makes it. */
export const nativeFile = join(root, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
