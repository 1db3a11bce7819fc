import { rangeOf, readCidr } from '../../address/cidr.ts';
import type { Interval } from '../../address/interval.ts';
import { formatAddresses, blockAt, cameThrough, passOn, type TraceContext, type BlockInput } from '../advance.ts';
import { announcedOver, isOpen, waysTo } from '../../lookup/direct-connect.ts';
import type { Entry, Lookup, VpcEntry } from '../../lookup/entries.ts';
import { callsThatWouldTell } from '../../lookup/told-connections.ts';
import type { ResourceId } from '../../model/ids.ts';
import { isGone } from '../../model/life-cycle.ts';
import type { VpnConnection } from '../../model/resources/index.ts';
import type { Flight, Place } from '../flight.ts';
import { landOnPremises } from '../land-on-premises.ts';
import { splitByField, splitByRanges } from '../split-parcels.ts';
import { faultOfWay } from '../transit/judge-direct-connect.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/** The VPN connections of a gateway that are not deleted. Tunnel telemetry is not configuration and is not asked here. */
export function usableConnections(lookup: Lookup, gateway: ResourceId): readonly Entry<VpnConnection>[] {
  return (lookup.vpnConnectionsOfGateway.get(gateway) ?? []).filter(({ value }) => !isGone(value));
}

/** What the far side is known to hold; `undefined` where a connection or Direct Connect learns its routes by BGP. */
function knownRanges(lookup: Lookup, gateway: ResourceId): readonly Interval[] | undefined {
  const connections = usableConnections(lookup, gateway);
  const announced = waysTo(lookup, gateway).filter(isOpen).map((way) => announcedOver(way));
  if (connections.some(({ value }) => value.routing === 'bgp') || announced.some((ranges) => ranges === undefined)) return undefined;
  return [...announced.flatMap((ranges) => ranges ?? []), ...staticRanges(connections)];
}

function staticRanges(connections: readonly Entry<VpnConnection>[]): readonly Interval[] {
  return connections.flatMap(({ value }) => Object.values(value.staticRoutes)).flatMap(({ cidr }) => {
    const block = readCidr(cidr);
    return block ? [rangeOf(block)] : [];
  });
}

/** Whether a VPN connection or Direct Connect leads on from a gateway. */
const leadsOn = (lookup: Lookup, gateway: ResourceId): boolean => usableConnections(lookup, gateway).length > 0 || waysTo(lookup, gateway).some(isOpen);

function missingConnection(lookup: Lookup, gateway: ResourceId): BlockInput {
  const [way] = waysTo(lookup, gateway);
  const fault = way && faultOfWay(lookup, { way, resource: gateway });
  if (fault) return { ...fault, subject: { target: gateway } };
  const [gone] = lookup.vpnConnectionsOfGateway.get(gateway) ?? [];
  if (gone) return { component: 'vpn-connection', resource: gone.id, code: 'BAD_STATE_VPN', subject: { target: gateway } };
  const calls = callsThatWouldTell(lookup, gateway);
  return { component: 'vpn-connection', resource: gateway, code: 'X_NO_VPN_CONNECTION', certainty: calls.length > 0 ? 'unknown' : undefined, subject: { target: gateway, ...(calls.length > 0 && { calls }) } };
}

/** Destinations that no static route of the VPN covers are dropped by the gateway (Site-to-Site VPN, VPNRoutingTypes). */
function splitByStaticRoutes(context: TraceContext, flight: Flight, given: { readonly gateway: ResourceId; readonly ranges: readonly Interval[] }): readonly Flight[] {
  const flights: Flight[] = [];
  let rest = flight.parcels;
  for (const range of given.ranges) {
    const { inside, outside } = splitByField(flight, rest, { field: 'destination', range });
    if (inside.length > 0) flights.push(landOnPremises(context, { ...flight, parcels: inside }, given.gateway));
    rest = outside;
  }
  const [first] = rest;
  if (!first) return flights;
  const connection = usableConnections(context.lookup, given.gateway)[0]?.id ?? given.gateway;
  const block: BlockInput = { component: 'vpn-connection', resource: connection, code: 'X_VPN_NO_STATIC_ROUTE', subject: { target: given.gateway, destination: formatAddresses(first.now.destination) } };
  return [...flights, blockAt(context, flight, { block, next: { at: 'landed', where: { kind: 'on-premises', gateway: given.gateway } }, parcels: rest })];
}

/** What the far side is called: the gateway itself, or the Direct Connect gateway behind it that was asked for. */
function farEnd(lookup: Lookup, { aim }: Flight, gateway: ResourceId): ResourceId {
  const isBehind = aim.kind === 'on-premises' && waysTo(lookup, gateway).some((way) => isOpen(way) && way.gateway?.id === aim.gateway);
  return isBehind ? aim.gateway : gateway;
}

/** A virtual private gateway takes from interfaces of its VPC alone, and nothing that another gateway brought in (Reachability Analyzer, explanation codes). */
function refuseForeign(context: TraceContext, flight: Flight, given: { readonly vpc: VpcEntry; readonly gateway: ResourceId; readonly next: Place }): { readonly open: Flight; readonly closed: readonly Flight[] } {
  const { vpc, gateway, next } = given;
  const { inside, outside } = splitByRanges(flight, flight.parcels, { field: 'source', ranges: vpc.blocks.map(rangeOf) });
  if (flight.leg === 'reply' || outside.length === 0) return { open: flight, closed: [] };
  const [first] = outside;
  const block: BlockInput = { component: 'vpn-gateway', resource: gateway, code: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS', subject: { vpc: vpc.id, ...(first && { destination: formatAddresses(first.now.source) }) } };
  return { open: { ...flight, parcels: inside }, closed: [blockAt(context, flight, { block, next, parcels: outside })] };
}

/** The route sends traffic to the VPC's virtual private gateway and on through its VPN connections. */
export function forwardToVirtualPrivateGateway(input: TargetInput<'virtual-private-gateway'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  if (flight.leg === 'reply' && !cameThrough(flight, subnet.vpc.id, target.id)) {
    return [blockByRoute(context, flight, { subnet, route, code: 'X_RETURN_ROUTE_ASYMMETRIC' })];
  }
  const place: Place = { at: 'landed', where: { kind: 'on-premises', gateway: farEnd(context.lookup, flight, target.id) } };
  const arrived = passOn(flight, { place, step: routeStep(subnet, route) });
  const { open: routed, closed } = refuseForeign(context, arrived, { vpc: subnet.vpc, gateway: target.id, next: place });
  return routed.parcels.length === 0 ? closed : [...closed, ...sendOn(context, routed, target.id)];
}

/** Through the VPN connections or Direct Connect behind the gateway. */
function sendOn(context: TraceContext, routed: Flight, gateway: ResourceId): readonly Flight[] {
  const { place } = routed;
  if (!leadsOn(context.lookup, gateway)) return [blockAt(context, routed, { block: missingConnection(context.lookup, gateway), next: place })];
  const ranges = knownRanges(context.lookup, gateway);
  // An address asked for beyond this very gateway is taken to be announced by the far side.
  const end = farEnd(context.lookup, routed, gateway);
  const isTakenAsKnown = routed.aim.kind === 'on-premises' && routed.aim.gateway === end;
  if (isTakenAsKnown || ranges === undefined) return [landOnPremises(context, routed, end)];
  return splitByStaticRoutes(context, routed, { gateway, ranges });
}

/** Traffic from on-premises comes into the VPC its virtual private gateway is attached to. */
export function enterThroughGateway(context: TraceContext, flight: Flight, gateway: ResourceId): readonly Flight[] {
  const { lookup } = context;
  const resource = lookup.resource(gateway);
  const attached = resource?.kind === 'virtual-private-gateway' && resource.vpc ? lookup.vpcs.get(resource.vpc) : undefined;
  const aimed = flight.aim.kind === 'interface' ? flight.aim.interface.subnet.vpc : flight.aim.kind === 'host' ? flight.aim.subnet.vpc : undefined;
  const vpc = attached ?? aimed;
  if (!vpc) {
    const block: BlockInput = { component: 'vpn-gateway', resource: gateway, code: 'BAD_STATE_ATTACHMENT', subject: { target: gateway } };
    return [blockAt(context, flight, { block, next: { at: 'landed', where: { kind: 'nowhere' } } })];
  }
  const tracked: Flight = { ...flight, sessions: [...flight.sessions, { kind: 'gateway', gateway, vpc: vpc.id }] };
  const place: Place = { at: 'vpc-in', vpc, gateway };
  if (!attached) {
    const block: BlockInput = { component: 'vpn-gateway', resource: gateway, code: 'BAD_STATE_ATTACHMENT', subject: { target: gateway, vpc: vpc.id } };
    return [blockAt(context, tracked, { block, next: place })];
  }
  if (!leadsOn(lookup, gateway)) return [blockAt(context, tracked, { block: missingConnection(lookup, gateway), next: place })];
  return [passOn(tracked, { place, step: { step: 'gateway', resource: gateway, detail: { kind: 'gateway', word: 'virtual private gateway' } } })];
}
