// What each part of the app is built from, and whether it has to be built again.
import { join } from 'node:path';
import { root } from './paths.mjs';
import { isFresh, stampOf } from './stamp.mjs';

const BUILD = ['build/bundles.mjs', 'build/build.mjs', 'build/fonts.mjs', 'package-lock.json', 'package.json'];
const SOURCES = {
  node: ['electron', 'db', 'shared', ...BUILD],
  preload: ['electron/preload.ts', 'shared', ...BUILD],
  renderer: ['renderer', 'shared', ...BUILD],
};

/** The parts of the app, by name. */
export const PARTS = Object.keys(SOURCES);

/** Where a part's stamp lies and what it should say now. */
export function stampFor(part) {
  const stamp = stampOf(SOURCES[part].map((path) => join(root, path)));
  const file = join(root, 'out/stamps', part);
  return { file, stamp, fresh: isFresh(file, stamp) };
}
