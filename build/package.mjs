// `npm run package`: the unpacked program of this machine in out/package, and beside it `e2e`, the same
// program with one fuse flipped so that Playwright can attach.
//   npm run package -- --win nsis     arguments go to electron-builder, for installers
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { buildApp } from './build.mjs';
import { findRuntime } from './electron-runtime.mjs';
import { linkFolder } from './launch.mjs';
import { appFolder, e2eExecutable, e2eFolder, packageFolder, program, root } from './paths.mjs';
import { isFresh, stampOf, writeStamp } from './stamp.mjs';

/** Packages this machine's program where it is stale. */
export async function packageApp() {
  await buildApp();
  const runtime = await findRuntime();
  const stampFile = join(root, 'out/stamps/package');
  const sources = [appFolder, ...['electron-builder.yml', 'build/icons', 'build/package.mjs'].map((path) => join(root, path))];
  const stamp = `${runtime.folder} ${runtime.version}\n${stampOf(sources)}`;
  if (isFresh(stampFile, stamp) && existsSync(e2eExecutable)) return;
  rmSync(stampFile, { force: true });
  const unpacked = join(packageFolder, program.unpacked);
  rmSync(unpacked, { recursive: true, force: true });
  runBuilder(['--dir', `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`]);
  await makeE2e(unpacked);
  writeStamp(stampFile, stamp);
}

async function makeE2e(unpacked) {
  rmSync(e2eFolder, { recursive: true, force: true });
  linkFolder(unpacked, e2eFolder, [basename(program.fused)]);
  await flipFuses(e2eExecutable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
}

function runBuilder(args) {
  // Empty: a program that asks nowhere for updates (electron-builder.yml).
  const env = { MINGBAI_UPDATE_URL: '', ...process.env };
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  const { status } = spawnSync(process.execPath, [builder, '--publish', 'never', ...args], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`electron-builder ended with ${status}`);
}

if (process.argv[1] === import.meta.filename) {
  const args = process.argv.slice(2);
  if (args.length === 0) await packageApp();
  else {
    await buildApp();
    runBuilder(args);
  }
}
