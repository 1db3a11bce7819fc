import type { BrowserStore } from './browser-store.ts';
import type { FileHandle } from './file-handles.ts';

const KEY = 'recent-files';
const MOST_RECENT = 12;

/** Handles of the files opened lately, newest first. Browsers without handles have no recent files. */
export interface BrowserRecent {
  list(): Promise<readonly FileHandle[]>;
  add(handle: FileHandle): Promise<void>;
  remove(handle: FileHandle): Promise<void>;
  clear(): Promise<void>;
}

export function openBrowserRecent(store: BrowserStore): BrowserRecent {
  // A browser that keeps nothing (a private window) has no recent files; that is no reason to fail.
  const list = async (): Promise<readonly FileHandle[]> => {
    const stored = await store.get(KEY).catch(() => undefined);
    return Array.isArray(stored) ? (stored as FileHandle[]) : [];
  };
  const without = async (handle: FileHandle): Promise<readonly FileHandle[]> => (await list()).filter((other) => other.name !== handle.name);
  const write = (handles: readonly FileHandle[]): Promise<void> => store.set(KEY, handles).catch(() => undefined);
  return {
    list,
    add: async (handle) => write([handle, ...(await without(handle))].slice(0, MOST_RECENT)),
    remove: async (handle) => write(await without(handle)),
    clear: () => write([]),
  };
}
