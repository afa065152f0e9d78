// The one native module, sqlite3, built where its own install script cannot be relied on: that script asks
// hosts for a binary and for Node's headers, and fails an installation that reaches neither, although the
// headers lie beside Node itself. So npm is told not to run it (package.json, allowScripts), and we do this:
// the published binary if it can be had, else a compilation (about a minute; needs python3, make, a compiler).
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { nativeFile as binary, root } from './paths.mjs';

const folder = join(root, 'node_modules/sqlite3');
const LOCK = join(root, 'node_modules/.sqlite3-building');
// A compilation takes a minute or two; a lock this old was left behind by one that was killed.
const LOCK_LIMIT_MS = 600_000;

/** Makes sure that sqlite3 can be loaded. Throws with what to do when it cannot be had. */
export async function needNativeModule() {
  if (existsSync(binary)) return;
  if (!existsSync(folder)) throw new Error('sqlite3 is not installed: run npm ci first.');
  await withLock(LOCK, LOCK_LIMIT_MS, () => existsSync(binary) || build());
}

function build() {
  console.error('Preparing sqlite3, once: the published binary if it can be had, else a compilation of about a minute.');
  const published = run(join(root, 'node_modules/prebuild-install/bin.js'), ['-r', 'napi']);
  if (published.status === 0 && existsSync(binary)) return;
  const compiled = run(nodeGyp(), ['rebuild', '--release', ...headers()]);
  if (compiled.status === 0 && existsSync(binary)) return;
  throw new Error(`${compiled.stderr.split('\n').slice(-30).join('\n')}\nsqlite3 could not be built. It needs python3, make and a C++ compiler (Debian: apt-get install python3 make g++).`);
}

const run = (script, args) => spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** npm brings node-gyp and says where; outside of npm it is found beside it. */
function nodeGyp() {
  const said = process.env.npm_config_node_gyp;
  if (said && existsSync(said)) return said;
  const { stdout } = spawnSync('npm', ['root', '--global'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return join(stdout.trim(), 'npm/node_modules/node-gyp/bin/node-gyp.js');
}

/** Node's own headers, where they were installed with it; else node-gyp asks for them. */
function headers() {
  const prefix = process.env.npm_config_nodedir || dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(prefix, 'include/node/node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

if (process.argv[1] === import.meta.filename) {
  try {
    await needNativeModule();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
