import { dirname, join } from 'node:path';
import { makeFolder } from './app-folder.ts';
import type { Log } from './context.ts';

/** Where the log of a data folder lies. */
export const logFileOf = (dataFolder: string): string => join(dataFolder, 'logs', 'mingbai.log');

/**
 * The program's log: `<data>/logs/mingbai.log` (a megabyte, then `.old`), errors also on stderr; only the
 * latter where the folder cannot be written. What nobody catches ends here too, not in a dialog.
 */
export function openLog(dataFolder: string): Log {
  // Loaded once the window was asked for: it brings Node's whole network library with it.
  const opened = import('electron-log/node').then(({ default: log }) => {
    const file = logFileOf(dataFolder);
    log.transports.console.level = 'error';
    log.transports.file.resolvePathFn = () => file;
    log.transports.file.level = isWritable(dirname(file)) && 'info';
    return log;
  });
  const log: Log = {
    info: (message) => void opened.then((file) => file.info(message)),
    error: (message) => void opened.then((file) => file.error(message)),
  };
  process.on('uncaughtException', (error) => log.error(`bug in main: ${error.stack ?? error.message}`));
  process.on('unhandledRejection', (reason) => log.error(`bug in main: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`));
  return log;
}

function isWritable(folder: string): boolean {
  try {
    makeFolder(folder);
    return true;
  } catch {
    return false;
  }
}
