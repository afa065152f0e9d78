// Says whether what was built still fits its sources, by their paths, sizes and times: a few
// milliseconds, so that the terminal can ask at every start. Imports nothing but Node.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function* filesIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) yield `${path} ${stat.size} ${stat.mtimeMs}`;
  else for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/** One line per file below `paths`. A path that is not there counts as empty. */
export const stampOf = (paths) => paths.flatMap((path) => [...filesIn(path)]).join('\n');

/** True when `file` holds exactly `stamp`. */
export function isFresh(file, stamp) {
  try {
    return readFileSync(file, 'utf8') === stamp;
  } catch {
    return false;
  }
}

/** Keeps `stamp`. */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}
