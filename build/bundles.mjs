// The three bundles, as Vite configurations: `node` (main process and terminal, which share their
// chunks), `preload` (a sandboxed preload is one CommonJS file) and `renderer`.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { shippedFonts } from './fonts.mjs';
import { appFolder, root } from './paths.mjs';

// Drivers that knex could load, of which only sqlite3 is there; and what each process brings itself.
const EXTERNAL = ['electron', 'sqlite3', '@node-rs/argon2', 'better-sqlite3', 'pg', 'pg-native', 'pg-query-stream', 'mysql', 'mysql2', 'mariadb', 'oracledb', 'tedious'];
// Node 20 and Chromium 130: the older of the two runtimes that `electron-runtime.mjs` can find.
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

/** Leaves knex's dialects out, all but SQLite's: half a megabyte that would be parsed at every start. */
const sqliteOnly = {
  name: 'sqlite-only',
  load: {
    filter: { id: /[\\/]knex[\\/]lib[\\/]dialects[\\/](?!sqlite3)[^\\/]+[\\/]index\.js$/ },
    handler: () => 'module.exports = {};',
  },
};

/** Leaves zod's sentences out, all but the English it loads by default: ours are made in renderer/text. */
const noSentences = {
  name: 'no-sentences',
  load: {
    filter: { id: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ },
    handler: () => "export { default as en } from './en.js';",
  },
};

const shared = {
  root,
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
};

function nodeBuild(input, { devServer = '', output = {}, plugins = [] } = {}) {
  return {
    ...shared,
    define: { ...shared.define, __DEV_SERVER__: JSON.stringify(devServer) },
    plugins,
    ssr: { target: 'node', noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: NODE_TARGET,
      outDir: appFolder,
      emptyOutDir: false,
      minify: devServer === '' && 'oxc',
      rolldownOptions: {
        input,
        external: EXTERNAL,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs', ...output },
      },
    },
  };
}

/** Main process and terminal. `devServer` is the address that a development window loads from. */
export const nodeBundle = (options = {}) =>
  nodeBuild(
    { main: join(root, 'electron/main.ts'), cli: join(root, 'electron/cli.ts') },
    { ...options, plugins: [sqliteOnly, noSentences, ...(options.plugins ?? [])] },
  );

/** The bridge. */
export const preloadBundle = (options = {}) =>
  nodeBuild({ preload: join(root, 'electron/preload.ts') }, { ...options, output: { codeSplitting: false } });

/** The window's page and everything it shows, also served by `npm run dev`. */
export const rendererBundle = () => ({
  ...shared,
  root: join(root, 'renderer'),
  base: './',
  plugins: [react(), shippedFonts()],
  define: {},
  // Replaced by main with a fresh nonce at each load (electron/protocol.ts).
  html: { cspNonce: '__NONCE__' },
  build: {
    target: CHROMIUM_TARGET,
    outDir: join(appFolder, 'renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
