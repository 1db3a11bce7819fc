import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { alias, cssForChrome, pageTarget, projectPath } from './tools/build-settings.ts';
import { recordPackages } from './tools/record-packages.ts';
import { shipNotices } from './tools/ship-notices.ts';

/** The browser edition: the same page, its core in a worker, below whatever folder it is put in. */
export default defineConfig({
  root: projectPath('src/renderer'),
  publicDir: projectPath('resources/public'),
  base: './',
  resolve: { alias },
  css: cssForChrome,
  plugins: [react(), recordPackages('web'), shipNotices()],
  worker: { format: 'es', plugins: () => [recordPackages('web-worker')] },
  build: { target: pageTarget, outDir: projectPath('out/web'), emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 4_000 },
});
