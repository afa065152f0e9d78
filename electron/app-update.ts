import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { Log } from './context.ts';

// Long after the window is usable: the updater is a heavy library.
const DELAY_MS = 30_000;

/**
 * Looks for a newer version where the installer says to look (`app-update.yml`), and installs it when the
 * program is closed. Without an address there, or from an unpackaged build, it loads and asks nothing.
 */
export function watchForUpdates(log: Log): void {
  if (!app.isPackaged) return;
  const timer = setTimeout(() => {
    update(log).catch((error: unknown) => log.error(`update: ${String(error)}`));
  }, DELAY_MS);
  timer.unref();
}

async function update(log: Log): Promise<void> {
  const settings = await readFile(join(process.resourcesPath, 'app-update.yml'), 'utf8').catch(() => '');
  if (!/^url: *['"]?https:/m.test(settings)) return;
  const { autoUpdater } = await import('electron-updater');
  autoUpdater.logger = { info: () => undefined, warn: () => undefined, error: (message: unknown) => log.error(`update: ${String(message)}`) };
  const found = await autoUpdater.checkForUpdates();
  if (found?.isUpdateAvailable) log.info(`update ${found.updateInfo.version} is being fetched`);
}
