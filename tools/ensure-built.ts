import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from './build-settings.ts';
import { showCommand } from './provision/run-command.ts';

/** What a build is made of, beside the configuration in the root. */
const SOURCES = ['src', 'resources', 'package-lock.json', 'electron.vite.config.ts', 'vite.web.config.ts', 'vite.cli.config.ts', 'tools/build-settings.ts'];

/** One file of each part, the last that its build writes. */
const PRODUCTS = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/web/index.html', 'out/cli/reachable.js'];

function newestChange(path: string): number {
  const stats = statSync(path);
  return stats.isDirectory() ? Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name)))) : stats.mtimeMs;
}

function isBuilt(): boolean {
  const products = PRODUCTS.map((path) => projectPath(path));
  if (!products.every((path) => existsSync(path))) return false;
  const sources = SOURCES.map((path) => projectPath(path)).filter((path) => existsSync(path));
  return Math.max(...sources.map(newestChange)) < Math.min(...products.map((path) => statSync(path).mtimeMs));
}

/** Builds all parts; answers whether that went well. */
export async function build(): Promise<boolean> {
  return (await showCommand('npm', ['run', '--silent', 'build'], { folder: projectPath() })) === 0;
}

/** Builds where a source is newer than what was built; answers whether there is a build now. */
export async function ensureBuilt(): Promise<boolean> {
  return isBuilt() || build();
}
