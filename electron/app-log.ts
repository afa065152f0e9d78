import { dirname, join } from 'node:path';
import log from 'electron-log/node';
import { makeFolder } from './app-folder.ts';

/** Where the log of a data folder lies. */
export const logFileOf = (dataFolder: string): string => join(dataFolder, 'logs', 'mingbai.log');

/** The program's log: `<data>/logs/mingbai.log` (a megabyte, then `.old`) and stderr; only the latter where the folder cannot be written. */
export function openLog(dataFolder: string): typeof log {
  const file = logFileOf(dataFolder);
  log.transports.console.level = 'warn';
  log.transports.file.resolvePathFn = () => file;
  try {
    makeFolder(dirname(file));
    log.transports.file.level = 'info';
  } catch {
    log.transports.file.level = false;
  }
  return log;
}
