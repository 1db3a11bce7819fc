import type { InterfaceEntry, Lookup, LoadBalancerEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { findTargets, type ListenerTarget, type ListenerTargets } from '../../tracing/services/find-targets.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** A listener of a load balancer with what it leads to, as one of its nodes sees it. */
export interface ListenerLegs {
  readonly balancer: LoadBalancerEntry;
  readonly node: InterfaceEntry;
  readonly row: string;
  readonly found: ListenerTargets;
}

/** Every listener once, seen from the first node of its load balancer. */
export const listenerLegs = oncePerLookup((lookup: Lookup): readonly ListenerLegs[] =>
  [...lookup.loadBalancers.values()].flatMap((balancer) => {
    const [node] = balancer.interfaces;
    if (!node || balancer.value.type === 'gateway') return [];
    return Object.entries(balancer.value.listeners).map(([row, listener]) => ({ balancer, node, row, found: findTargets(lookup, node, { balancer: balancer.value, listener }) }));
  }),
);

/** The instance a target is. */
export function instanceOfTarget({ end }: ListenerTarget): { readonly id: ResourceId; readonly entry: InterfaceEntry } | undefined {
  if (end.kind !== 'end' || end.end.kind !== 'interfaces') return undefined;
  const [entry] = end.end.interfaces;
  return entry?.holder.kind === 'instance' ? { id: entry.holder.id, entry } : undefined;
}
