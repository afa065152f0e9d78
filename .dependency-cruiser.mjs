// The house, checked: renderer → shared ← db ← electron (design: one direction, no cycles).
const OUTER = '^electron/(main|window|preload|ipc|protocol|recovery|app-[^/]+|print/print-port[^/]*|print/save-pdf)\\.ts$';
const NODE = ['core'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', comment: 'Two files that need each other are one.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'shared-imports-shared', comment: 'Rules and contract are pure: zod and themselves.', severity: 'error', from: { path: '^shared/' }, to: { pathNot: ['^shared/', '^node_modules/zod/'] } },
    { name: 'db-imports-shared', comment: 'The database knows nothing of services and windows.', severity: 'error', from: { path: '^db/' }, to: { path: '^(electron|renderer|tests|build)/' } },
    { name: 'renderer-imports-shared', comment: 'The window asks through the contract only.', severity: 'error', from: { path: '^renderer/' }, to: { path: '^(db|electron|tests|build)/' } },
    { name: 'renderer-without-node', severity: 'error', from: { path: '^renderer/' }, to: { dependencyTypes: NODE } },
    { name: 'electron-leaves-the-window-alone', severity: 'error', from: { path: '^electron/' }, to: { path: '^(renderer|tests|build)/' } },
    { name: 'electron-package-outside', comment: 'Services run in plain Node, in tests and in the terminal.', severity: 'error', from: { pathNot: OUTER }, to: { path: '^node_modules/electron/|^electron$' } },
    { name: 'services-without-electron', comment: 'A handler gets what it needs in its context; types may be shared.', severity: 'error', from: { path: '^electron/services/' }, to: { path: OUTER, dependencyTypesNot: ['type-only'] } },
    { name: 'services-without-the-way-in', comment: 'No service calls the dispatcher or opens books.', severity: 'error', from: { path: '^electron/services/' }, to: { path: '^electron/(dispatch|handlers|office|cli)\\.ts$' } },
    { name: 'database-handle', comment: 'Services see a transaction, never the outer handle.', severity: 'error', from: { path: '^electron/services/', pathNot: '^electron/services/ledger/backups\\.ts$' }, to: { path: '^db/(connection|migrate|statements)\\.ts$', dependencyTypesNot: ['type-only'] } },
    { name: 'drivers-in-db', comment: 'Only connection.ts names a driver.', severity: 'error', from: { pathNot: '^db/(connection\\.ts|statements\\.ts|knex-sqlite\\.d\\.ts)$' }, to: { path: '^node_modules/(sqlite3|knex)/', dependencyTypesNot: ['type-only'] } },
    { name: 'build-is-imported-by-nobody', severity: 'error', from: { path: '^(shared|db|electron|renderer)/' }, to: { path: '^(build|tests)/' } },
    { name: 'declared-packages', comment: 'What is imported stands in package.json.', severity: 'error', from: {}, to: { dependencyTypes: ['npm-unknown', 'npm-no-pkg', 'unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json', '.css'] },
    skipAnalysisNotInRules: true,
  },
};
