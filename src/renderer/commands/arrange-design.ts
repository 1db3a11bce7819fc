import { diffToPatch } from '@core/patch/diff-to-patch.ts';
import type { App } from '../app/app-context.ts';
import type { ApplyOptions } from '../store/design-slice.ts';

/**
 * Gives everything a place anew: zones as rows, tiers as columns, gateways on the border. One step, so it can be undone;
 * with a merge key it is one step with the edit before it.
 */
export async function arrangeDesign({ store, host, canvas }: App, options: Pick<ApplyOptions, 'mergeKey'> = {}): Promise<void> {
  const { design, revision } = store.getState();
  const reply = await host.arrange({ design });
  if (!reply.ok) {
    store.notify('problem', reply.problem.message);
    return;
  }
  if (store.getState().revision !== revision) {
    store.notify('problem', 'The design changed while it was arranged; arrange it again.');
    return;
  }
  const patch = diffToPatch(design.layout, reply.value).map((operation) => ({ ...operation, path: `/layout${operation.path}` }));
  store.apply({ ok: true, patch, select: [], said: 'Arrange the design' }, { ...options, keepSelection: true });
  requestAnimationFrame(() => canvas.current?.fit());
}
