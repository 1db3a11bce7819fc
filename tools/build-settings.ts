import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path inside the project, from its parts. */
export function projectPath(...parts: readonly string[]): string {
  return join(root, ...parts);
}

export const alias = { '@core': projectPath('src/core'), '@shared': projectPath('src/shared') };

/** Chromium 108 is what the oldest Electron we test in carries; every later browser is served by it too. */
export const pageTarget = 'chrome108';

/** Lowers nesting, `color-mix()` and the like to what `pageTarget` knows; unasked, CSS passes as written. */
export const cssForChrome = { transformer: 'lightningcss', lightningcss: { targets: { chrome: 108 << 16 } } } as const;
