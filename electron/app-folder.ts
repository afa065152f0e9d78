import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string };

/**
 * The platform's own folder for the program's data, used by the window and the terminal alike when
 * `--data` is not given. Needs no Electron and creates nothing.
 */
export function defaultDataFolder(machine: Machine = { platform: process.platform, env: process.env, home: homedir() }): string {
  const { platform, env, home } = machine;
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Mingbai');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mingbai');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'mingbai');
}

/**
 * Makes a folder and those above it. Throws what the file system says, e.g. EROFS or ENOENT.
 * Node's own `recursive` never returns where a parent cannot be made and yet is "not there" (/proc, some network shares).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
