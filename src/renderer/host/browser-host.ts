import type { DesignerHost, HostEvent } from '@shared/contract.ts';
import { createBrowserDocuments } from './browser-documents.ts';
import { createBrowserFiles, readDocument, readSnapshot } from './browser-files.ts';
import { createBrowserMemory } from './browser-memory.ts';
import { openBrowserRecent } from './browser-recent.ts';
import { openBrowserStore } from './browser-store.ts';
import { createBrowserWindow } from './browser-window.ts';
import { compareInWorker } from './compare-in-worker.ts';
import { createCoreClient, openCorePipe, type CorePort } from './core-pipe.ts';
import { startWorker } from './start-worker.ts';

/** The whole product in a browser: the core in a worker (comparing, which takes longest, in one of its own), files through the browser. */
export function createBrowserHost(start: () => CorePort = startWorker): DesignerHost {
  const listeners = new Set<(event: HostEvent) => void>();
  const tell = (event: HostEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const core = createCoreClient(openCorePipe({ start, onStopped: (problem) => tell({ kind: 'core-restarted', problem }) }));
  const store = openBrowserStore();
  const documents = createBrowserDocuments();
  const parts = { documents, recent: openBrowserRecent(store) };
  return {
    ...core,
    compare: compareInWorker(core, start),
    ...createBrowserFiles(parts),
    ...createBrowserMemory(store, documents),
    ...createBrowserWindow(tell),
    openDropped: ([first, ...others]) => (first !== undefined && others.length === 0 ? readDocument(first, undefined, parts) : readSnapshot(first === undefined ? [] : [first, ...others])),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
