import type { CompiledRoute } from '../forwarding/compile-route-table.ts';
import type { InterfaceEntry } from '../lookup/entries.ts';
import { asResourceId } from '../model/ids.ts';
import { blockAt, evidenceAt, formatDestination, NOWHERE, passOn, type StepInput, type TraceContext } from './advance.ts';
import { deliverLocally } from './deliver-locally.ts';
import { findEdgeTable, type EdgeTable } from './edge-routes.ts';
import type { Flight, Place } from './flight.ts';
import { groupByRoute } from './group-by-route.ts';
import { faultOfAppliance, type ApplianceFault } from './judge-appliance.ts';
import { passNetworkAcl } from './pass-network-acl.ts';

type Arrival = Extract<Place, { at: 'vpc-in' }>;

interface Entering {
  readonly context: TraceContext;
  readonly arrival: Arrival;
  readonly edge: EdgeTable;
}

const targetOf = (route: CompiledRoute): string => (route.target.kind === 'local' ? 'local' : route.target.id);

const stepOf = ({ edge, arrival }: Entering, route: CompiledRoute): StepInput => ({
  step: 'route',
  resource: edge.table.id,
  row: route.row,
  detail: { kind: 'route', subnet: asResourceId(arrival.gateway), destination: route.destination, target: targetOf(route) },
});

function stopAtEdge(entering: Entering, flight: Flight, given: ApplianceFault & { readonly route: CompiledRoute }): Flight {
  const { context, edge, arrival } = entering;
  const destination = formatDestination(flight);
  return blockAt(context, flight, {
    block: {
      component: 'route-table',
      resource: edge.table.id,
      row: given.route.row,
      code: given.code,
      certainty: given.certainty,
      evidence: [evidenceAt(edge.table.id, given.route.row)],
      subject: { vpc: arrival.vpc.id, target: targetOf(given.route), destination },
    },
    step: stepOf(entering, given.route),
    next: { ...arrival, isRouted: true },
  });
}

/** What comes from the internet reaches an appliance only by a public address (VPC User Guide, gateway-route-tables). */
function faultOfEntry({ context, arrival }: Entering, flight: Flight, entry: InterfaceEntry): ApplianceFault | undefined {
  const isFromInternet = context.lookup.resource(arrival.gateway)?.kind === 'internet-gateway';
  const isPublic = entry.addresses.some((held) => held.public !== undefined || typeof held.address === 'bigint');
  if (isFromInternet && !isPublic) return { code: 'INGRESS_RTB_NO_PUBLIC_IP' };
  return faultOfAppliance(flight, entry, undefined);
}

function followEdgeRoute(entering: Entering, flight: Flight, route: CompiledRoute | undefined): readonly Flight[] {
  const { context, arrival } = entering;
  if (!route || route.target.kind === 'local') return deliverLocally(context, flight, { vpc: arrival.vpc, from: undefined });
  if (route.target.kind === 'blackhole') return [stopAtEdge(entering, flight, { route, code: 'BAD_STATE_ROUTE' })];
  if (route.target.kind !== 'network-interface') return [stopAtEdge(entering, flight, { route, code: 'X_EDGE_TARGET_NOT_MODELLED', certainty: 'unknown' })];
  const { entry } = route.target;
  if (flight.parcels.every(({ now }) => entry.addresses.some(({ address }) => now.destination[0] === address))) return deliverLocally(context, flight, { vpc: arrival.vpc, from: undefined });
  const fault = faultOfEntry(entering, flight, entry);
  if (fault) return [stopAtEdge(entering, flight, { ...fault, route })];
  const next: Place = { at: 'appliance-in', interface: entry };
  return passNetworkAcl(context, passOn(flight, { place: NOWHERE, step: stepOf(entering, route) }), { subnet: entry.subnet, direction: 'inbound', next });
}

/**
 * Traffic came into a VPC through a gateway: the gateway's own table routes it, if it has one, else it is delivered by local
 * routes. https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export function enterVpc(context: TraceContext, flight: Flight, arrival: Arrival): readonly Flight[] {
  const edge = arrival.isRouted ? undefined : findEdgeTable(context.lookup, arrival.vpc, arrival.gateway);
  if (!edge) return deliverLocally(context, flight, { vpc: arrival.vpc, from: undefined });
  const entering: Entering = { context, arrival, edge };
  return [...groupByRoute(edge.compiled.routes[flight.family], flight)].flatMap(([route, parcels]) => followEdgeRoute(entering, { ...flight, parcels }, route));
}
