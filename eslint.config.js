import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'src/core/testing/**'];

/** No file is exempt from these: what outgrows them is two things. */
const sizeCaps = {
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', 50],
  'max-params': ['error', 3],
  'max-depth': ['error', 4],
  complexity: ['error', { max: 10, variant: 'modified' }],
};

const style = {
  eqeqeq: 'error',
  'no-console': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  // Interfaces here are records of closures; there is no `this` to lose.
  '@typescript-eslint/unbound-method': 'off',
  // Texts are split into code points on purpose.
  '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
  // Patches remove what stands under an id.
  '@typescript-eslint/no-dynamic-delete': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/unified-signatures': 'off',
};

/** The same answer everywhere and always: no clock, no chance, no locale, no later. The compiler forbids the rest. */
const pureCore = {
  'no-restricted-globals': ['error', ...['Date', 'Intl', 'console', 'Promise', 'globalThis', 'performance'].map((name) => ({ name, message: 'The core is pure; let its caller pass the value in.' }))],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Take the random source as an argument.' },
    { property: 'toLocaleString', message: 'Its text depends on the machine.' },
    { property: 'localeCompare', message: 'Its order depends on the machine; compare code units.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: ':function[async=true]', message: 'The core answers at once.' },
    { selector: 'AwaitExpression', message: 'The core answers at once.' },
  ],
};

const noEnums = ['error', { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' }, { selector: 'TSModuleDeclaration[global!=true]', message: 'A file is the namespace.' }];

const FILE_MODULES = ['fs', 'fs/promises', 'node:fs', 'node:fs/promises'];

const restrictImports = ({ files = true, main = true, renderer = true }) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: [
        ...(files ? FILE_MODULES.map((name) => ({ name, message: 'Files are touched where tools/layers.ts says.' })) : []),
        ...(main ? [{ name: 'electron', importNames: ['ipcMain'], message: 'Only src/main/ipc/ipc-main.ts names it.' }] : []),
        ...(renderer ? [{ name: 'electron', importNames: ['ipcRenderer'], message: 'Only src/preload/preload.ts names it.' }] : []),
      ],
    },
  ],
});

export default defineConfig(
  { ignores: ['out/', 'dist/', '.cache/', 'node_modules/', 'coverage/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...style, ...sizeCaps, ...restrictImports({}), 'no-restricted-syntax': noEnums },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], rules: { ...sizeCaps, eqeqeq: 'error' } },
  { files: ['src/core/**/*.ts'], ignores: TESTS, rules: pureCore },
  {
    files: ['src/renderer/**/*.ts', 'src/renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ['**/*.tsx', 'src/renderer/**/use-*.ts'], rules: { 'max-lines-per-function': ['error', 80] } },
  // A row of a table of cases has as many columns as it needs.
  { files: TESTS, rules: { 'max-lines-per-function': 'off', 'max-params': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['src/files/**', 'src/main/files/**', 'src/main/page-files.ts', 'src/cli/io.ts'], rules: restrictImports({ files: false }) },
  // Electron before 25 has no other call.
  { files: ['src/main/page-protocol.ts'], rules: { '@typescript-eslint/no-deprecated': 'off' } },
  { files: ['src/main/ipc/ipc-main.ts'], rules: restrictImports({ main: false }) },
  { files: ['src/preload/preload.ts'], rules: restrictImports({ renderer: false }) },
  {
    // They are run in a terminal and work on this folder.
    files: ['tools/**', 'e2e/**', 'bench/**', 'conformance/**', '*.config.ts', '**/testing/**', '**/*.test.ts', '**/*.test.tsx'],
    rules: { ...restrictImports({ files: false }), 'no-console': 'off' },
  },
);
