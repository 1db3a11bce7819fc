import type { Entry, Lookup } from '../../lookup/entries.ts';
import { peeringEnd, type PeeringEnd } from '../../lookup/vpc-peerings.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { VpcPeeringConnection } from '../../model/resources/index.ts';
import { routesTo, type RouteUse } from './uses.ts';

/** A side of a peering with the routes of its VPC that lead to it. */
export interface RoutedEnd {
  readonly end: PeeringEnd;
  readonly routes: readonly RouteUse[];
}

/** The written routes that name a peering. */
export const routesToPeering = (lookup: Lookup, id: ResourceId): readonly RouteUse[] => routesTo(lookup).get(id) ?? [];

/** Both sides of a peering, each with the routes of its own VPC that lead to it; the requester first. */
export function routedEnds(lookup: Lookup, { id, value }: Entry<VpcPeeringConnection>): readonly [RoutedEnd, RoutedEnd] {
  const routed = (side: VpcPeeringConnection['requester']): RoutedEnd => {
    const end = peeringEnd(lookup, side);
    return { end, routes: routesToPeering(lookup, id).filter(({ table }) => table.value.vpc === end.id) };
  };
  return [routed(value.requester), routed(value.accepter)];
}
