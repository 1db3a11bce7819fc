import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { alias, cssForChrome, pageTarget, projectPath } from './tools/build-settings.ts';
import { recordPackages } from './tools/record-packages.ts';

/** What was tried together with Node 16, which the oldest Electron we test in carries. */
const NODE_TARGET = 'node16';

/** A sandboxed preload script cannot be a module, and the main process shall start in every Electron. */
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' } as const;

/** `part` is the process and the name of its entry file: src/main/main.ts, src/preload/preload.ts. */
const processBuild = (part: 'main' | 'preload') => ({
  resolve: { alias },
  plugins: [recordPackages(part)],
  build: {
    target: NODE_TARGET,
    outDir: projectPath('out', part),
    minify: true,
    // Whatever is bundled needs no node_modules in the packaged app.
    externalizeDeps: false,
    rolldownOptions: { input: projectPath('src', part, `${part}.ts`), output: commonJs },
  },
});

export default defineConfig({
  main: processBuild('main'),
  preload: processBuild('preload'),
  renderer: {
    root: projectPath('src/renderer'),
    publicDir: projectPath('resources/public'),
    resolve: { alias },
    css: cssForChrome,
    plugins: [react(), recordPackages('renderer')],
    worker: { format: 'es', plugins: () => [recordPackages('renderer-worker')] },
    build: { target: pageTarget, outDir: projectPath('out/renderer'), minify: true, chunkSizeWarningLimit: 4_000, rolldownOptions: { input: projectPath('src/renderer/index.html') } },
  },
});
