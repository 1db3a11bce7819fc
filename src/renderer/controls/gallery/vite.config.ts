import { defineConfig } from 'vite';

const here = new URL('.', import.meta.url).pathname;

/** Serves the gallery alone: `npx vite --config src/renderer/controls/gallery/vite.config.ts`. No build includes it. */
export default defineConfig({
  root: here,
  cacheDir: `${here}../../../../node_modules/.vite-gallery`,
  resolve: { alias: { '@core': `${here}../../../core` } },
});
