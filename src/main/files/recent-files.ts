import { access } from 'node:fs/promises';
import { z } from 'zod';
import { openJsonStore } from './json-store.ts';

const MOST_RECENT = 12;
const recentSchema = z.object({ paths: z.array(z.string()) });

/** The files opened and saved lately, newest first. */
export interface RecentFiles {
  /** Those that still exist; the others are forgotten. */
  list(): Promise<readonly string[]>;
  add(path: string): Promise<void>;
  clear(): Promise<void>;
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

export function openRecentFiles(options: { readonly path: string; readonly note: (sentence: string) => void; readonly onChange: () => void }): RecentFiles {
  const store = openJsonStore(options.path, recentSchema, options.note);
  const change = async (act: (paths: readonly string[]) => readonly string[]): Promise<void> => {
    await store.update((value) => ({ paths: [...act(value?.paths ?? [])] }));
    options.onChange();
  };
  return {
    async list() {
      const paths = (await store.read())?.paths ?? [];
      const present = await Promise.all(paths.map(exists));
      const gone = new Set(paths.filter((_path, index) => !present[index]));
      if (gone.size > 0) await change((all) => all.filter((path) => !gone.has(path)));
      return paths.filter((path) => !gone.has(path));
    },
    add: (path) => change((paths) => [path, ...paths.filter((other) => other !== path)].slice(0, MOST_RECENT)),
    clear: () => change(() => []),
  };
}
