// What a reviewer should not have to look for. No waivers in code: a rule that is wrong somewhere is
// narrowed here, where everybody sees it.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const bannedCalls = {
  parse: { selector: "CallExpression[callee.name='parseFloat'], CallExpression[callee.object.name='Number'][callee.property.name='parseFloat']", message: 'No floating point touches an amount: read it with parseYuan.' },
  fixed: { selector: "CallExpression[callee.property.name='toFixed']", message: 'No floating point touches an amount: print it with formatFen.' },
  round: { selector: "CallExpression[callee.object.name='Math'][callee.property.name=/^(round|fround)$/]", message: 'Round once, half up, in BigInt: divideHalfUp.' },
  ipc: { selector: "ImportSpecifier[imported.name=/^ipc(Renderer|Main)$/]", message: 'Only preload.ts and ipc.ts speak across the bridge.' },
  windowApi: { selector: "MemberExpression[object.name=/^(window|globalThis)$/][property.name=/^(api|mingbai)$/]", message: 'Only renderer/api.ts calls the bridge: useQuery, useCommand.' },
  anyCast: { selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']", message: 'A cast through unknown hides what a schema should prove.' },
};
const restricted = (...names) => ['error', ...names.map((name) => bannedCalls[name])];

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    rules: Object.fromEntries([
      'eqeqeq', 'no-async-promise-executor', 'no-cond-assign', 'no-const-assign', 'no-constant-condition', 'no-debugger', 'no-dupe-else-if', 'no-dupe-keys', 'no-duplicate-case', 'no-empty', 'no-fallthrough',
      'no-loss-of-precision', 'no-misleading-character-class', 'no-prototype-builtins', 'no-regex-spaces', 'no-self-assign', 'no-self-compare', 'no-sparse-arrays',
      'no-unmodified-loop-condition', 'no-unreachable', 'no-unsafe-finally', 'no-unused-labels', 'no-useless-catch', 'no-useless-escape', 'no-useless-backreference', 'no-var', 'prefer-const', 'require-yield', 'use-isnan', 'valid-typeof',
    ].map((rule) => [rule, 'error'])),
  },
  // Full-width spaces stand in Chinese text on purpose.
  { rules: { 'no-irregular-whitespace': ['error', { skipComments: true, skipStrings: true, skipTemplates: true, skipRegExps: true, skipJSXText: true }] } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // It does not know that a branded number is a number.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNullish: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70 }],
      'no-console': 'error',
      'no-restricted-syntax': restricted('ipc', 'windowApi', 'anyCast'),
    },
  },
  {
    files: ['shared/domain/**/*.ts', 'db/**/*.ts', 'electron/services/**/*.ts'],
    rules: { 'no-restricted-syntax': restricted('ipc', 'windowApi', 'anyCast', 'parse', 'fixed', 'round') },
  },
  {
    // Days between two midnights: no amount is near.
    files: ['shared/domain/period.ts'],
    rules: { 'no-restricted-syntax': restricted('ipc', 'windowApi', 'anyCast', 'parse', 'fixed') },
  },
  {
    // The sample estate rounds people, not money.
    files: ['electron/services/estate/sample/plan-visits.ts'],
    rules: { 'no-restricted-syntax': restricted('ipc', 'windowApi', 'anyCast', 'parse', 'fixed') },
  },
  { files: ['electron/preload.ts', 'electron/ipc.ts'], rules: { 'no-restricted-syntax': restricted('windowApi', 'anyCast') } },
  { files: ['renderer/api.ts'], rules: { 'no-restricted-syntax': restricted('ipc', 'anyCast') } },
  // Main keeps the window's console in its log: the one way for a crash of the window to be told.
  { files: ['renderer/main.tsx'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  // An interface is the only way to add to a type of another package.
  { files: ['renderer/window-api.ts', 'renderer/text/language.ts'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // Vitest's matchers (expect.any, expect.objectContaining) are `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A describe holds its tests; each of them is short.
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(['process', 'console', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'fetch', 'AbortController', 'AbortSignal', 'performance', 'structuredClone', 'TextDecoder', 'TextEncoder', 'document', 'window'].map((name) => [name, 'readonly'])),
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }], 'max-lines': ['error', { max: 300 }], 'max-lines-per-function': ['error', { max: 70 }] },
  },
);
