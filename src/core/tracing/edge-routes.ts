import { compileRouteTable, type CompiledRouteTable } from '../forwarding/compile-route-table.ts';
import { pickRoutes } from '../forwarding/pick-route.ts';
import { edgeTableOf } from '../lookup/edge-gateways.ts';
import type { Entry, Lookup, VpcEntry } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import type { RouteTable } from '../model/resources/index.ts';
import type { Flight } from './flight.ts';

export interface EdgeTable {
  readonly table: Entry<RouteTable>;
  readonly compiled: CompiledRouteTable;
}

/** The table of a gateway, for what comes in through it, ready for picking. */
export function findEdgeTable(lookup: Lookup, vpc: VpcEntry, gateway: string): EdgeTable | undefined {
  const table = edgeTableOf(lookup, vpc, gateway);
  return table && { table, compiled: compileRouteTable(lookup, vpc, table) };
}

/**
 * Whether what comes in for the sender is sent through an appliance, while the sender itself goes straight out: AWS does not
 * support that asymmetry (Reachability Analyzer, explanation codes: INGRESS_RTB_TRAFFIC_REDIRECTION).
 */
export function findRedirection(lookup: Lookup, { parcels, family }: Flight, exit: { readonly vpc: VpcEntry; readonly gateway: string; readonly sender: ResourceId }): boolean {
  const edge = findEdgeTable(lookup, exit.vpc, exit.gateway);
  const [first] = parcels;
  if (!edge || !first) return false;
  const [pick] = pickRoutes(edge.compiled.routes[family], first.now.source);
  const target = pick?.route?.target;
  return target !== undefined && target.kind !== 'local' && target.id !== exit.sender && lookup.natGateways.get(exit.sender) === undefined;
}
