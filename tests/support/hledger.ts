import { execFileSync, spawnSync } from 'node:child_process';

/** hledger reads files in the encoding of the locale, and a new user may have none. */
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

export const hasHledger = spawnSync('hledger', ['--version']).status === 0;

/** What hledger prints of a journal; throws with what it says when it is not content. */
export function hledger(file: string, ...args: string[]): string {
  return execFileSync('hledger', ['-f', file, ...args], { encoding: 'utf8', env });
}
