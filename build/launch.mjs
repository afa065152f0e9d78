// Makes a built app runnable on whatever runtime there is, and runs it on whatever screen there is.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, runFolder } from './paths.mjs';
import { hasDisplay } from './system-libraries.mjs';

/** Copies a folder by hard links, or truly where the file system cannot link. `own` are always true copies. */
export function linkFolder(from, to, own = []) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target, own);
    else if (own.includes(entry.name)) copyFileSync(source, target);
    else {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}

/**
 * The command that runs out/app on `runtime`: `[executable, ...args]`. A runtime without a default app
 * only runs what lies in its own resources, so it gets a copy (of links) with our app in it.
 */
export function commandFor({ folder, executable, version, hasDefaultApp }) {
  if (hasDefaultApp) return [executable, appFolder];
  const copy = join(runFolder, `electron-${version}`);
  const marker = join(copy, 'complete');
  if (!existsSync(marker)) {
    rmSync(copy, { recursive: true, force: true });
    linkFolder(folder, copy);
    symlinkSync(appFolder, join(copy, 'resources/app'), 'dir');
    writeFileSync(marker, folder);
  }
  return [join(copy, 'electron')];
}

/** Makes sure there is a screen: a virtual one where there is none. Sets DISPLAY; answers the way to end it. */
export async function openDisplay({ say = console.log } = {}) {
  if (hasDisplay()) return () => undefined;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    // The number and its newline may come apart, and the server dies if the pipe goes before both are out.
    let text = '';
    server.stdio[3].on('data', (data) => {
      text += data;
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
  process.env.DISPLAY = `:${number}`;
  say(`No display: the window opens on a virtual one (Xvfb ${process.env.DISPLAY}).`);
  // It must not keep us from ending, and must not outlive us.
  server.unref();
  server.stdio[3].destroy();
  const close = () => server.kill();
  process.on('exit', close);
  return close;
}

/** Runs a command with this terminal's input and output; answers its exit code. Being stopped stops it too. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
