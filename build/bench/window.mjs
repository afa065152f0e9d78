// The window until it can be used, and the memory of all its processes, beside a blank Electron window
// on the same runtime. Nothing is attached while it starts: the page's own clock says afterwards when
// it was ready, counted from the moment the process was asked for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { buildApp } from '../build.mjs';
import { findRuntime } from '../electron-runtime.mjs';
import { commandFor, linkFolder, openDisplay } from '../launch.mjs';
import { switches } from '../paths.mjs';
import { benchFolder, copyBooks, MANAGER } from './backend.mjs';
import { sampleEstate } from './estates.mjs';
import { median, takeTurns } from './measure.mjs';

const HOMES = 855;
const RUNS = 7;
const LIMIT_MS = 60_000;
/** After this a window has fetched and drawn what it wants, and its memory stands still. */
const SETTLE_MS = 2500;

export async function measureWindow() {
  const say = (line) => console.error(line);
  await buildApp();
  const runtime = await findRuntime({ say });
  const closeDisplay = await openDisplay({ say });
  try {
    const data = copyBooks(await sampleEstate(HOMES), 'window');
    const ours = [...commandFor(runtime), '--data', data, '--user', MANAGER.name];
    const blank = [...blankCommand(runtime), `--user-data-dir=${join(benchFolder, 'work/blank-profile')}`];
    const memory = { ours: [], baseline: [] };
    // The first turn of each fills its code cache: what counts are second starts and later.
    const times = await takeTurns({
      runs: RUNS, warm: 1,
      ours: () => startOnce(ours, "performance.getEntriesByName('desk-usable')[0]?.startTime", memory.ours),
      baseline: () => startOnce(blank, "performance.getEntriesByType('navigation')[0]?.loadEventEnd || undefined", memory.baseline),
    });
    const against = `a blank window, Electron ${runtime.version}`;
    return [
      { name: 'Front desk usable, 855 homes × 3 years, second start', against, unit: 'ms', target: 2, ...times },
      { name: 'Memory of all processes', against, unit: 'MB', target: 1.3, ours: median(memory.ours.slice(1)), baseline: median(memory.baseline.slice(1)), runs: RUNS },
    ];
  } finally {
    closeDisplay();
  }
}

/** The smallest app there is, locked down as ours is, on a copy of the same runtime. */
function blankCommand({ folder, executable, hasDefaultApp }) {
  const app = join(benchFolder, 'blank/app');
  rmSync(join(benchFolder, 'blank'), { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "name": "blank", "version": "1.0.0", "main": "main.cjs" }');
  writeFileSync(join(app, 'blank.html'), '<!doctype html><title>blank</title>');
  writeFileSync(join(app, 'main.cjs'), `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true } });
  window.loadFile(require('node:path').join(__dirname, 'blank.html'));
});
app.on('window-all-closed', () => app.quit());
`);
  if (hasDefaultApp) return [executable, app];
  const copy = join(benchFolder, 'blank/electron');
  linkFolder(folder, copy);
  symlinkSync(app, join(copy, 'resources/app'), 'dir');
  return [join(copy, 'electron')];
}

/** Starts a window, answers milliseconds until `readyAt` (on its page's clock), adds its megabytes to `memory`, ends it. */
async function startOnce([executable, ...args], readyAt, memory) {
  const env = { ...process.env, MINGBAI_PASSWORD: MANAGER.password };
  const startedAt = Date.now();
  const child = spawn(executable, [...args, ...switches, '--remote-debugging-port=0'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const ready = await readPage(await debuggerOf(child), `performance.timeOrigin + (${readyAt})`);
    memory.push(megabytesOf(child.pid));
    return ready - startedAt;
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
}

/** The address that Chromium prints when it may be asked. */
function debuggerOf(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (data) => {
      text += data;
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the window ended with ${code}: ${text.slice(-1000)}`)));
  });
}

async function readPage(address, expression) {
  await sleep(SETTLE_MS);
  const browser = await chromium.connectOverCDP(address);
  try {
    let shown = 'no page';
    for (const since = Date.now(); Date.now() - since < LIMIT_MS; await sleep(SETTLE_MS)) {
      const [page] = browser.contexts().flatMap((context) => context.pages());
      const value = await page?.evaluate(expression);
      if (Number.isFinite(value)) return value;
      shown = await page?.evaluate('document.body.innerText.slice(0, 400)');
    }
    throw new Error(`the window was not ready after ${LIMIT_MS / 1000} s, it shows: ${shown}`);
  } finally {
    await browser.close();
  }
}

/** Summed working set of a process and all below it; NaN where there is no /proc. */
function megabytesOf(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const field = (key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(name), { parent: field('PPid'), kilobytes: field('VmRSS') });
    } catch {
      // It ended while we looked.
    }
  }
  const isBelow = (one) => one === pid || (parents.has(one) && isBelow(parents.get(one).parent));
  return [...parents].filter(([one]) => isBelow(one)).reduce((sum, [, { kilobytes }]) => sum + kilobytes, 0) / 1024;
}
