import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Electron, type ElectronApplication, type Page } from '@playwright/test';
import { e2eExecutable, switches } from '../../build/paths.mjs';

/** The packaged program running on a data folder, as a person sees it. */
export type Running = {
  app: ElectronApplication;
  page: Page;
  data: string;
  /** Errors and warnings of the page's console so far: scripts, styles and requests that its policy refused, too. */
  complaints: string[];
  /** What its log speaks of as errors; known once it is closed. */
  errors: string[];
  /** Ends the program as closing its window does. */
  close(): Promise<void>;
};

export type StartOptions = {
  data: string;
  /** Errors in the program's log are what the test is about. */
  troubled?: boolean;
  args?: string[];
  env?: Record<string, string>;
};

/** What a test needs of the place it runs in. */
export type Place = {
  /** A new folder below the system's temporary one, gone after the test. */
  folder: string;
  /** Starts the packaged program; after the test it is ended, and must not have complained. */
  start: (options: StartOptions) => Promise<Running>;
};

export const test = base.extend<{ place: Place }>({
  place: async ({ playwright }, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingbai-e2e-'));
    const started: { running: Running; troubled: boolean }[] = [];
    const start: Place['start'] = async ({ troubled = false, ...options }) => {
      const running = await startApp(playwright._electron, options);
      started.push({ running, troubled });
      return running;
    };
    await use({ folder, start });
    for (const { running, troubled } of started) {
      if (testInfo.status !== testInfo.expectedStatus) await running.page.screenshot({ path: testInfo.outputPath('window.png') }).catch(() => undefined);
      await running.close();
      expect(running.complaints, 'the console of the window').toEqual([]);
      expect(running.errors.filter((line) => !troubled || line.includes('bug')), 'the log of the program').toEqual([]);
    }
    rmSync(folder, { recursive: true, force: true });
  },
});

async function startApp(electron: Electron, { data, args = [], env = {} }: Omit<StartOptions, 'troubled'>): Promise<Running> {
  const before = loggedErrors(data).length;
  const app = await electron.launch({ executablePath: e2eExecutable, args: [...switches, '--data', data, ...args], env: { ...programEnvironment(), ...env } });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  await answerPrinter(app);
  const errors: string[] = [];
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await app.close();
    errors.push(...loggedErrors(data).slice(before));
  };
  return { app, page, data, complaints, errors, close };
}

/** The environment without what this run or its maker's terminal may have set. */
export function programEnvironment(): Record<string, string> {
  const { MINGBAI_PASSWORD: _password, ...others } = process.env;
  return Object.fromEntries(Object.entries(others).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Nobody stands at a printer here: what is sent to it counts as printed. */
async function answerPrinter(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: main }) => {
    main.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => done?.(true, '');
    });
  });
}

/** What a person will choose in the next open dialogs. The program must still let the page name this file only. */
export async function willOpen(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
}

/** Where a person will save in the next save dialogs. */
export async function willSave(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
}

/** Makes the page itself as large as a screen of that size shows it. */
export async function resize({ app, page }: Running, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows().find((window) => window.isVisible())?.setContentSize(size.width, size.height), { width, height });
  await page.waitForFunction((size) => window.innerWidth === size.width && window.innerHeight === size.height, { width, height });
}

/** The lines of the program's log that speak of errors. */
function loggedErrors(data: string): string[] {
  const file = join(data, 'logs/mingbai.log');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line.includes('[error]')) : [];
}
