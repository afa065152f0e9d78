// Where the build puts things. Everything below out/ can be deleted at any time.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** What is built from our sources: the app that Electron runs and the terminal. */
export const appFolder = join(root, 'out/app');
/** The app as `npm start` runs it, on a runtime that has no default app of its own. */
export const runFolder = join(root, 'out/run');
/** What `npm run package` makes. */
export const packageFolder = join(root, 'out/package');
/** The built terminal. */
export const cliFile = join(appFolder, 'cli.cjs');
