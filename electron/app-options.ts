import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from './app-folder.ts';

/** How the window was asked to start; `signIn` is set only with both `--user` and MINGBAI_PASSWORD. */
export type StartOptions = { dataFolder: string; signIn: { name: string; password: string } | undefined };

/**
 * Reads `--data <folder>` and `--user <name>` from the command line. Chromium's and Playwright's own
 * switches stand on the same line and are left alone.
 */
export function readStartOptions(argv: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseArgs({ args: [...argv], strict: false, options: { data: { type: 'string' }, user: { type: 'string' } } });
  const password = env['MINGBAI_PASSWORD'];
  const name = typeof values.user === 'string' ? values.user : undefined;
  return {
    dataFolder: typeof values.data === 'string' && values.data ? resolve(values.data) : defaultDataFolder(),
    signIn: name && password ? { name, password } : undefined,
  };
}
