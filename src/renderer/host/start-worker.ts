import type { CorePort } from './core-pipe.ts';

/** Starts a core of its own in a worker of the page. */
export const startWorker = (): CorePort => new Worker(new URL('./core-worker.ts', import.meta.url), { type: 'module' });
