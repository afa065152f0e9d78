import { ipcMain, type BrowserWindow, type WebContents } from 'electron';
import type { Reply } from '../shared/errors.ts';
import type { CallOptions } from './app-office.ts';
import { strangePath, type KnownPaths } from './app-paths.ts';
import { ORIGIN } from './protocol.ts';

/** Where the bridge leads: `answer` gets what the checks below let through, and never throws. */
export type Exchange = {
  answer: (endpoint: string, input: unknown, options: CallOptions) => Promise<Reply<unknown>>;
  paths: KnownPaths;
};

/** Opens the bridge for one window: its main frame, on a page of ours, and nobody else. */
export function connectWindow(window: BrowserWindow, exchange: Exchange): void {
  const contents = window.webContents;
  const running = new Map<string, AbortController>();
  const isOurs = (event: { sender: WebContents; senderFrame: Electron.WebFrameMain | null }) =>
    event.sender.id === contents.id && event.senderFrame === contents.mainFrame && contents.getURL().startsWith(`${ORIGIN}/`);

  ipcMain.handle('mingbai:call', async (event, endpoint: unknown, input: unknown, callId: unknown): Promise<Reply<unknown>> => {
    if (!isOurs(event)) throw new Error('a call from a stranger');
    if (typeof endpoint !== 'string') return { ok: false, code: 'NO_SUCH_ENDPOINT', details: { endpoint: '' } };
    const strange = strangePath(endpoint, input, exchange.paths);
    if (strange !== undefined) return { ok: false, code: 'FILE_NOT_PICKED', details: { file: strange } };
    const controller = new AbortController();
    const name = typeof callId === 'string' ? callId : undefined;
    if (name) running.set(name, controller);
    const onProgress: CallOptions['onProgress'] = (progress) => {
      if (name && !contents.isDestroyed()) contents.send('mingbai:progress', { callId: name, progress });
    };
    try {
      return await exchange.answer(endpoint, input, { signal: controller.signal, onProgress });
    } finally {
      if (name) running.delete(name);
    }
  });

  ipcMain.on('mingbai:cancel', (event, callId: unknown) => {
    if (isOurs(event) && typeof callId === 'string') running.get(callId)?.abort();
  });

  window.on('closed', () => {
    ipcMain.removeHandler('mingbai:call');
    ipcMain.removeAllListeners('mingbai:cancel');
    for (const controller of running.values()) controller.abort();
  });
}
