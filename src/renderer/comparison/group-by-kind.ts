import type { ResourceChange } from '@core/findings/comparison.ts';
import type { ResourceKind } from '@core/model/resources/index.ts';

/** The changes of each kind together, in the order they are in. */
export function groupByKind(changes: readonly ResourceChange[]): readonly (readonly [ResourceKind, readonly ResourceChange[]])[] {
  const groups = new Map<ResourceKind, ResourceChange[]>();
  for (const change of changes) {
    const group = groups.get(change.kind);
    if (group) group.push(change);
    else groups.set(change.kind, [change]);
  }
  return [...groups];
}
