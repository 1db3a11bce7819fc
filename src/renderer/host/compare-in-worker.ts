import type { CoreApi } from '@core/api/core-api.ts';
import type { Promised } from '@shared/contract.ts';
import { createCoreClient, openCorePipe, type CorePort } from './core-pipe.ts';
import { startWorker } from './start-worker.ts';

export type Compare = Promised<CoreApi>['compare'];

/**
 * Comparing takes longer than all else that is asked, and edits are checked meanwhile: so it has a core of its own, in a
 * worker of the page, whatever the host is. Where that worker does not run, the host's core answers.
 */
export function compareInWorker(host: { readonly compare: Compare }, start: () => CorePort = startWorker): Compare {
  const worker = { hasStopped: false };
  const client = createCoreClient(
    openCorePipe({
      start,
      onStopped: () => {
        worker.hasStopped = true;
      },
    }),
  );
  const runs = (): boolean => !worker.hasStopped;
  return async (request) => {
    const reply = runs() ? await client.compare(request) : undefined;
    return reply && runs() ? reply : host.compare(request);
  };
}
