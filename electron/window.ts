import { app, BrowserWindow, session, type WebContents } from 'electron';
import { ORIGIN } from './protocol.ts';

/**
 * The whole lock-down. A page of ours is sandboxed, knows nothing of Node, may go nowhere, open nothing,
 * fetch nothing from outside and ask for nothing. What it may do is in `preload.ts`; what it may load is
 * in the policy of `protocol.ts`; what may not be switched on from outside are the fuses of the package.
 */
const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  webSecurity: true,
  spellcheck: false,
  navigateOnDragDrop: false,
  // Compiled scripts are kept from the first start on, not from the third.
  v8CacheOptions: 'bypassHeatCheck',
} as const;

/** Refuses, for every page that will ever be made: navigation, pop-ups, embedded views, permissions, devices and downloads. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || pageOf(event.url) !== pageOf(contents.getURL())) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
}

/** An address without its route: loading the page that is there already is no navigation. */
const pageOf = (url: string) => url.replace(/#.*$/s, '');

/** Opens the program's window on its page; `loaded` when that is there. `preload` is the built bridge. */
export function openWindow(preload: string): { window: BrowserWindow; loaded: Promise<void> } {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1180,
    minHeight: 720,
    // tokens.css: ground. The window is paper before the first page is drawn.
    backgroundColor: '#f7f3ea',
    autoHideMenuBar: true,
    webPreferences: { ...PREFERENCES, preload },
  });
  return { window, loaded: window.loadURL(`${ORIGIN}/index.html`) };
}

/** A window that is never shown, for printing; it has no bridge. */
export function openHiddenWindow(): BrowserWindow {
  return new BrowserWindow({ show: false, webPreferences: { ...PREFERENCES, javascript: false } });
}
