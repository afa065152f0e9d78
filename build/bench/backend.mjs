// The program's own back end, bundled as it is shipped, in this process: what the measurements call.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { nodeBundle } from '../bundles.mjs';
import { stampFor } from '../parts.mjs';
import { root } from '../paths.mjs';
import { isFresh, writeStamp } from '../stamp.mjs';

/** Where the bench keeps what it makes; may be deleted at any time. */
export const benchFolder = join(root, 'out/bench');
/** Every estate of the bench is called on this day, so that a run means the same on any day. */
export const NOW = new Date('2026-11-20T02:30:00Z');
/** The manager of every estate of the bench. */
export const MANAGER = { name: 'manager', password: 'bench-manager' };

const quiet = { info: () => undefined, error: (message) => console.error(message) };

async function backend() {
  const folder = join(benchFolder, 'backend-and-books');
  const [stampFile, { stamp }] = [join(folder, 'stamp'), stampFor('node')];
  if (!isFresh(stampFile, stamp)) {
    rmSync(folder, { recursive: true, force: true });
    const config = nodeBundle();
    const rolldownOptions = { ...config.build.rolldownOptions, input: { office: join(root, 'electron/office.ts'), search: join(root, 'electron/services/parking/find-free.ts'), books: join(root, 'db/connection.ts') } };
    await build({ ...config, build: { ...config.build, outDir: folder, rolldownOptions } });
    writeStamp(stampFile, stamp);
  }
  const load = createRequire(import.meta.url);
  const { openDatabase } = load(join(folder, 'books.cjs'));
  return { ...load(join(folder, 'office.cjs')), openDatabase, checkLease: load(join(folder, 'search.cjs')).checkLease };
}

/** The search for what stands in a lease's way, and books of their own to search in, without the call around it. */
export async function openSearch(dataFolder) {
  const { openDatabase, checkLease } = await backend();
  const books = await openDatabase(databaseOf(dataFolder));
  return { checkLease, read: (work) => books.read(work), close: () => books.close() };
}

/**
 * Opens a data folder: `call` answers an endpoint's value or throws its refusal; `signIn` makes the
 * manager the caller.
 */
export async function openOffice(dataFolder) {
  const { openOffice: open } = await backend();
  const office = await open({ dataFolder, version: 'bench', log: quiet, ports: {}, clock: () => NOW });
  const session = { user: null, locked: false };
  const call = async (endpoint, input) => {
    const reply = await office.dispatch({ session }, endpoint, input);
    if (!reply.ok) throw new Error(`${endpoint}: ${reply.code} ${JSON.stringify(reply.details).slice(0, 400)}`);
    return reply.value;
  };
  return { call, close: () => office.close(), signIn: () => call('users.signIn', MANAGER) };
}

/** The database of a data folder. */
export const databaseOf = (dataFolder) => join(dataFolder, 'mingbai.sqlite');

/** A data folder of its own with a copy of the (closed) books of another. */
export function copyBooks(from, name) {
  const to = emptyFolder(name);
  copyFileSync(databaseOf(from), databaseOf(to));
  return to;
}

/** An empty folder below the bench's own; what was there before is gone. */
export function emptyFolder(name) {
  const folder = join(benchFolder, 'work', name);
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
