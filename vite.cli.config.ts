import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { alias, projectPath } from './tools/build-settings.ts';
import { recordPackages } from './tools/record-packages.ts';
import { shipNotices } from './tools/ship-notices.ts';

const outDir = projectPath('out/cli');
const FILE = 'reachable.js';

const makeExecutable: Plugin = { name: 'reachable:make-executable', writeBundle: ({ dir = outDir }) => chmodSync(join(dir, FILE), 0o755) };

/**
 * The command line: one folder that a plain Node runs. What a command does not need (the core for `--help`, fonts and
 * rasteriser for all but pictures) lies in files of its own: six megabytes less to read and to keep at every start.
 */
export default defineConfig({
  publicDir: false,
  resolve: { alias },
  // Node itself stays outside; every package goes in.
  ssr: { noExternal: true },
  plugins: [recordPackages('cli'), shipNotices(), makeExecutable],
  assetsInclude: ['**/*.wasm'],
  build: {
    ssr: projectPath('src/cli/main.ts'),
    target: 'node20',
    outDir,
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 16_000,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { output: { format: 'es', entryFileNames: FILE, chunkFileNames: '[name].js' } },
  },
});
