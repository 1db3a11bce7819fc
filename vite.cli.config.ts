import { defineConfig } from 'vite';
import { alias, projectPath } from './tools/build-settings.ts';
import { recordPackages } from './tools/record-packages.ts';

/** The command line: one file that a plain Node runs, with nothing beside it. */
export default defineConfig({
  publicDir: false,
  resolve: { alias },
  // Node itself stays outside; every package goes in.
  ssr: { noExternal: true },
  plugins: [recordPackages('cli')],
  assetsInclude: ['**/*.wasm'],
  build: {
    ssr: projectPath('src/cli/main.ts'),
    target: 'node20',
    outDir: projectPath('out/cli'),
    emptyOutDir: true,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'reachable.js', banner: '#!/usr/bin/env node', codeSplitting: false } },
  },
});
