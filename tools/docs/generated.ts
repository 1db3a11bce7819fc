import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that are written by a program. */
export interface Generated {
  /** A folder in which nothing else may lie, as a path from the root: what is too much there is stale. */
  readonly folder?: string;
  /** Path from the root -> text. */
  readonly files: ReadonlyMap<string, string>;
}

function listFolder(root: string, folder: string | undefined): readonly string[] {
  if (folder === undefined || !existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** The paths whose file is missing, differs or should not be there. */
export function findStale(root: string, { folder, files }: Generated): readonly string[] {
  const differing = [...files].filter(([path, text]) => readIfThere(join(root, path)) !== text).map(([path]) => path);
  return [...differing, ...listFolder(root, folder).filter((path) => !files.has(path))];
}

/** Writes what is stale and removes what is too much; answers the paths it touched. */
export function refresh(root: string, generated: Generated): readonly string[] {
  const stale = findStale(root, generated);
  for (const path of stale) {
    const text = generated.files.get(path);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text === undefined) rmSync(join(root, path));
    else writeFileSync(join(root, path), text);
  }
  return stale;
}
