// Builds the app into out/app, only the parts whose sources changed.
//   node build/build.mjs              everything
//   node build/build.mjs --only cli   what the terminal needs
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { nodeBundle, preloadBundle, rendererBundle } from './bundles.mjs';
import { withLock } from './lock.mjs';
import { PARTS, stampFor } from './parts.mjs';
import { appFolder, root } from './paths.mjs';
import { writeStamp } from './stamp.mjs';

const BUNDLES = { node: nodeBundle, preload: preloadBundle, renderer: rendererBundle };
const LOCK = join(root, 'out/build.lock');
// A build takes seconds; a lock this old was left behind by one that was killed.
const LOCK_LIMIT_MS = 120_000;

/**
 * Builds `parts` where they are stale. Two runs at once build one after the other, and the second finds
 * its work done.
 * @returns the names of the parts that were built
 */
export async function buildApp(parts = PARTS) {
  if (parts.every((part) => stampFor(part).fresh)) return [];
  return withLock(LOCK, LOCK_LIMIT_MS, () => buildStale(parts));
}

async function buildStale(parts) {
  const stale = parts.map((part) => ({ part, ...stampFor(part) })).filter(({ fresh }) => !fresh);
  writeManifest();
  for (const { part, file, stamp } of stale) {
    rmSync(file, { force: true });
    const { output } = await build(BUNDLES[part]());
    if (part === 'node') removeOldChunks(new Set(output.map(({ fileName }) => basename(fileName))));
    writeStamp(file, stamp);
  }
  return stale.map(({ part }) => part);
}

/** Electron finds the app's name, version and entry here. */
export function writeManifest() {
  const { name, productName, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(appFolder, { recursive: true });
  const manifest = { name, productName, version, description, license, main: 'main.cjs' };
  writeFileSync(join(appFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

// Names carry a hash, so chunks of earlier builds stay behind and would be packaged too.
function removeOldChunks(current) {
  const folder = join(appFolder, 'chunks');
  for (const name of readdirSync(folder)) if (!current.has(name)) rmSync(join(folder, name));
}

if (process.argv[1] === import.meta.filename) {
  const only = process.argv[2] === '--only' ? process.argv[3] : undefined;
  const built = await buildApp(only === 'cli' ? ['node'] : PARTS);
  console.error(built.length > 0 ? `Built ${built.join(', ')}.` : 'Nothing to build.');
}
