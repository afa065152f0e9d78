import { copyFile, rename } from 'node:fs/promises';
import { dialog, shell, type BrowserWindow } from 'electron';
import { AppError, isAppError, refusalOf, type Refusal, type Reply } from '../shared/errors.ts';
import { logFileOf } from './app-log.ts';

/** What the recovery page shows: why the books did not open, and where things lie. `refusal` is null once they did. */
export type RecoveryState = { refusal: Refusal | null; dataFolder: string; databaseFile: string; logFile: string };

type Surroundings = {
  dataFolder: string;
  databaseFile: string;
  window: () => BrowserWindow;
  refusal: () => Promise<Refusal | null>;
  /** Opens the books again; answers as `refusal` then does. */
  reopen: () => Promise<Refusal | null>;
  now: () => Date;
  backupFolder: string;
  /** Gets what the user chose in a dialog; `ipc.ts` lets the page name nothing else. */
  picked: Set<string>;
};

type Handler = (input: unknown) => Promise<unknown>;

/**
 * The calls that are answered while no books are open: `recovery.state`, `.listBackups`, `.restore {file}`,
 * `.chooseFile`, `.retry` and `.showLog`. A file that did not open is never written to: a restore moves it
 * aside first, under a name with the time.
 */
export function recoveryHandlers(around: Surroundings): Record<string, Handler> {
  const { backupFolder } = around;
  const state = async (): Promise<RecoveryState> => ({
    refusal: await around.refusal(),
    dataFolder: around.dataFolder,
    databaseFile: around.databaseFile,
    logFile: logFileOf(around.dataFolder),
  });
  return {
    'recovery.state': state,
    'recovery.listBackups': async () => {
      const { listBackups } = await import('./jobs/backups.ts');
      return { folder: backupFolder, items: await listBackups(around.dataFolder) };
    },
    'recovery.chooseFile': async () => {
      const file = await chooseDatabase(around.window(), backupFolder);
      if (file) around.picked.add(file);
      return { file };
    },
    'recovery.restore': async (input) => {
      const file = fileOf(input);
      const keptAs = await restore(file, around.databaseFile, around.now());
      return { keptAs, refusal: await around.reopen() };
    },
    'recovery.retry': async () => ({ refusal: await around.reopen() }),
    'recovery.showLog': () => {
      shell.showItemInFolder(logFileOf(around.dataFolder));
      return Promise.resolve({});
    },
  };
}

/** Runs one recovery call; an expected refusal becomes a Reply, anything else is thrown. */
export async function answerRecovery(handlers: Record<string, Handler>, endpoint: string, input: unknown): Promise<Reply<unknown>> {
  const handler = Object.hasOwn(handlers, endpoint) ? handlers[endpoint] : undefined;
  if (!handler) return { ok: false, code: 'NO_SUCH_ENDPOINT', details: { endpoint } };
  try {
    return { ok: true, value: await handler(input) };
  } catch (error) {
    if (isAppError(error)) return refusalOf(error);
    throw error;
  }
}

function fileOf(input: unknown): string {
  if (typeof input === 'object' && input !== null && 'file' in input && typeof input.file === 'string') return input.file;
  throw new AppError('BAD_INPUT', { issues: [{ path: 'file', rule: 'invalid_type', expected: 'string' }] });
}

async function chooseDatabase(window: BrowserWindow, folder: string): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: folder,
    properties: ['openFile'],
    filters: [{ name: 'SQLite', extensions: ['sqlite', 'db'] }],
  });
  return filePaths[0] ?? null;
}

async function restore(file: string, databaseFile: string, now: Date): Promise<string> {
  const [{ inspectBackup }, { moveAside }] = await Promise.all([import('../db/connection.ts'), import('./jobs/backups.ts')]);
  const found = await inspectBackup(file);
  if ('problem' in found) throw new AppError('BACKUP_NOT_USABLE', { file, detail: found.problem });
  const copy = `${databaseFile}.restoring`;
  await copyFile(file, copy);
  const keptAs = await moveAside(databaseFile, now, 'damaged');
  await rename(copy, databaseFile);
  return keptAs;
}
