import type { Design } from '@core/model/design.ts';
import type { ImportChange } from '@core/findings/import-report.ts';
import { diffToPatch } from '@core/patch/diff-to-patch.ts';
import type { App } from '../app/app-context.ts';

const countOf = (changes: readonly ImportChange[]): string => (changes.length === 1 ? '1 change' : `${changes.length.toLocaleString('en')} changes`);

/**
 * Lays a snapshot over the open design as one step that can be undone, and selects what is new in it. Answers what
 * changed; `null` when it could not be done, which is said.
 */
export async function updateFromImport({ store, host, canvas }: App, imported: Design): Promise<readonly ImportChange[] | null> {
  const before = store.getState().design;
  const reply = await host.mergeImport({ design: before, imported });
  if (!reply.ok) {
    store.notify('problem', reply.problem.message);
    return null;
  }
  const { design, changes } = reply.value;
  const added = changes.filter(({ change }) => change === 'added').map(({ resource }) => resource);
  const refused = store.apply({ ok: true, patch: diffToPatch(before, design), select: added, said: `Updated from AWS: ${countOf(changes)}` });
  if (refused !== undefined) return null;
  if (changes.length > 0) store.compareWith({ design: before, name: 'the design before this import' });
  requestAnimationFrame(() => canvas.current?.fit());
  return changes;
}
