// What Electron needs from a Debian-like system, and what the tests need besides. As root the missing
// packages are installed; anyone else is told the one command to run.
//   node build/system-libraries.mjs [--tests]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const WINDOW = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libatk-bridge2.0-0', 'libdrm2'];
const DISPLAY = ['xvfb'];
// The tests read PDFs back, and let an independent program add up our books.
const TESTS = ['poppler-utils', 'hledger'];

/** Whether there is a screen to draw on. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Installs or names what is missing. Throws, with the command to run, when something stays missing. */
export function needSystemLibraries({ tests = false, say = console.log } = {}) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const wanted = [...WINDOW, ...(hasDisplay() ? [] : DISPLAY), ...(tests ? TESTS : [])];
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const install = ['install', '--yes', '--no-install-recommends', ...missing];
  if (process.getuid() !== 0) {
    throw new Error(`Some system libraries are missing. Please run:\n  sudo apt-get update && sudo apt-get ${install.join(' ')}`);
  }
  say(`Installing ${missing.join(' ')} …`);
  for (const args of [['update'], install]) {
    const { status } = spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`);
  }
}

function isInstalled(name) {
  // Newer Debian and Ubuntu call some of them libgtk-3-0t64 and so on.
  return [name, `${name}t64`].some((candidate) => {
    const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}\n', candidate], { encoding: 'utf8' });
    return stdout.split('\n').includes('installed');
  });
}

if (process.argv[1] === import.meta.filename) {
  try {
    needSystemLibraries({ tests: process.argv.includes('--tests') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
