import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, Menu, type BrowserWindow } from 'electron';
import { dialogPorts } from './app-dialogs.ts';
import { makeFolder } from './app-folder.ts';
import { openLog } from './app-log.ts';
import { holdOffice, type OfficeHolder } from './app-office.ts';
import { readStartOptions } from './app-options.ts';
import { watchForUpdates } from './app-update.ts';
import { connectWindow } from './ipc.ts';
import { createPrintPort } from './print/print-port.ts';
import { declareScheme, ORIGIN, registerPage, removePage, serveApp } from './protocol.ts';
import { answerRecovery, recoveryHandlers } from './recovery.ts';
import { lockDown, openHiddenWindow, openWindow } from './window.ts';

const options = readStartOptions(process.argv.slice(1), process.env);
const { dataFolder } = options;
// Read above, and no business of any child process.
delete process.env['MINGBAI_PASSWORD'];

declareScheme();
app.setPath('userData', profileFolder());
// The lock lies in the profile: one window per data folder, and a second start brings it forward.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

/** Chromium's own files lie with the data; beside it only when the data cannot be written (and the window says so). */
function profileFolder(): string {
  const folder = join(dataFolder, 'profile');
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'mingbai-'));
  }
}

function start(): void {
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  lockDown();
  serveApp(join(__dirname, 'renderer'));
  const { window, loaded } = openWindow(join(__dirname, 'preload.cjs'));
  const log = openLog(dataFolder);
  log.info(`Mingbai ${app.getVersion()} on Electron ${process.versions.electron}`);
  const picked = new Set<string>();
  const print = createPrintPort({ registerPage, removePage, openHiddenWindow }, log);
  const ports = { ...dialogPorts(() => window, picked), print };
  const office = holdOffice({ options, version: app.getVersion(), log, ports });
  connect(window, office, picked);
  void loaded.then(office.refusal).then((refusal) => {
    if (!refusal || window.isDestroyed()) return;
    // The page is there already; that it only goes to another place of it, Electron reports as a failure.
    return window.loadURL(`${ORIGIN}/index.html#/recovery`).catch(() => undefined);
  });
  window.on('closed', () => { print.close(); });
  window.webContents.on('console-message', (event) => {
    if (event.level === 'error') log.error(`window: ${event.message}`);
  });
  app.on('second-instance', () => bringForward(window));
  closeWith(office);
  watchForUpdates(log);
}

function connect(window: BrowserWindow, office: OfficeHolder, picked: Set<string>): void {
  const backupFolder = join(dataFolder, 'backups');
  const recovery = recoveryHandlers({
    dataFolder,
    backupFolder,
    databaseFile: join(dataFolder, 'mingbai.sqlite'),
    picked,
    window: () => window,
    refusal: office.refusal,
    reopen: office.reopen,
    now: () => new Date(),
  });
  connectWindow(window, {
    paths: { picked, backupFolder },
    answer: (endpoint, input, call) =>
      endpoint.startsWith('recovery.') ? answerRecovery(recovery, endpoint, input) : office.call(endpoint, input, call),
  });
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The program ends with its window, after the books are closed. */
function closeWith(office: OfficeHolder): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    // Not from within this event: Electron would take it for the quitting that was just prevented.
    void office.close().finally(() => setImmediate(() => app.exit()));
  });
}
