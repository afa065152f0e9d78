// A lock between processes: a folder that only one of them can make.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds `folder`. A lock older than `limitMs` was left behind by a
 * process that was killed, and is taken over.
 */
export async function withLock(folder, limitMs, work) {
  mkdirSync(dirname(folder), { recursive: true });
  while (!take(folder)) {
    const since = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (since > 0 && Date.now() - since > limitMs) rmSync(folder, { recursive: true, force: true });
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}
