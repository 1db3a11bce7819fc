import { rangeOf } from '../address/cidr.ts';
import { compileRouteTable, type CompiledRoute } from '../forwarding/compile-route-table.ts';
import { isGatewayEndpointRoute } from '../forwarding/endpoint-routes.ts';
import { egressOnlyGatewayOf } from '../lookup/edge-gateways.ts';
import type { SubnetEntry, VpcEntry } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import { assertNever } from '../model/assert-never.ts';
import { blockAt, evidenceAt, formatAddresses, formatDestination, NOWHERE, passOn, towardsAim, type BlockInput, type TraceContext } from './advance.ts';
import { deliverLocally } from './deliver-locally.ts';
import type { Flight, Place } from './flight.ts';
import { groupByRoute } from './group-by-route.ts';
import { passNetworkAcl } from './pass-network-acl.ts';
import { commonAddress, splitByRanges } from './split-parcels.ts';
import { nodeKeepingClient, returnToNode } from './services/return-to-node.ts';
import { forwardToBlackhole } from './targets/blackhole.ts';
import { forwardToEgressOnlyInternetGateway } from './targets/egress-only-internet-gateway.ts';
import { forwardToInternetGateway, leaveThroughInternetGateway } from './targets/internet-gateway.ts';
import { forwardToNatGateway } from './targets/nat-gateway.ts';
import { forwardToNetworkInterface } from './targets/network-interface.ts';
import { blockByRoute, routeStep } from './targets/route-block.ts';
import { forwardToTransitGateway } from './targets/transit-gateway.ts';
import { forwardToUnmodelled } from './targets/unmodelled.ts';
import { forwardToVpcEndpoint } from './targets/vpc-endpoint.ts';
import { forwardToVpcPeering } from './targets/vpc-peering-connection.ts';
import { forwardToVirtualPrivateGateway } from './targets/virtual-private-gateway.ts';

interface Departure {
  readonly context: TraceContext;
  readonly subnet: SubnetEntry;
  readonly sender: ResourceId;
}

/** Whether the next hop stands in the same subnet, so that its network ACL is not crossed. */
function staysInSubnet(route: CompiledRoute | undefined, subnet: SubnetEntry): boolean {
  if (route?.target.kind === 'nat-gateway') return route.target.entry.subnet === subnet;
  return route?.target.kind === 'network-interface' && route.target.entry.subnet === subnet;
}

function forward(flight: Flight, departure: Departure, route: CompiledRoute): readonly Flight[] {
  const { context, subnet } = departure;
  if (route.isContested) return [blockByRoute(context, flight, { subnet, route, code: 'X_PREFIX_LISTS_OVERLAP', certainty: 'unknown' })];
  const { target } = route;
  const input = { ...departure, flight, route };
  switch (target.kind) {
    case 'local':
      return deliverLocally(context, passOn(flight, { place: flight.place, step: routeStep(subnet, route) }), { vpc: subnet.vpc, from: subnet });
    case 'internet-gateway':
      return forwardToInternetGateway({ ...input, target });
    case 'egress-only-internet-gateway':
      return forwardToEgressOnlyInternetGateway({ ...input, target });
    case 'nat-gateway':
      return forwardToNatGateway({ ...input, target });
    case 'virtual-private-gateway':
      return forwardToVirtualPrivateGateway({ ...input, target });
    case 'network-interface':
      return forwardToNetworkInterface({ ...input, target });
    case 'vpc-peering-connection':
      return forwardToVpcPeering({ ...input, target });
    case 'transit-gateway':
      return forwardToTransitGateway({ ...input, target });
    case 'unmodelled':
      return forwardToUnmodelled({ ...input, target });
    case 'vpc-endpoint':
      return forwardToVpcEndpoint({ ...input, target });
    case 'blackhole':
      return forwardToBlackhole({ ...input, target });
    default:
      return assertNever(target);
  }
}

/** IPv4 may also leave by a NAT gateway, IPv6 by an egress-only internet gateway. */
const isOnlyWayOut = ({ lookup }: TraceContext, { family }: Flight, vpc: VpcEntry): boolean => (family === 4 ? vpc.natGateways.length === 0 : egressOnlyGatewayOf(lookup, vpc.id) === undefined);

/**
 * The gateway traffic without a route would have to take: to the internet, the attached internet gateway, unless the
 * VPC has a NAT gateway that a route could point to just as well.
 */
function intendedInternetGateway(context: TraceContext, flight: Flight, subnet: SubnetEntry): string | undefined {
  const { vpc } = subnet;
  if (flight.aim.kind !== 'internet') return undefined;
  const cameIn = flight.sessions.find((session) => session.kind === 'gateway' && session.vpc === vpc.id);
  if (cameIn?.kind === 'gateway') return vpc.internetGateways.find((id) => id === cameIn.gateway);
  return isOnlyWayOut(context, flight, vpc) ? vpc.internetGateways[0] : undefined;
}

/** Whether a route to a prefix list may take an address that no other route takes: what the list holds is not in the design. */
function mayBeInPrefixList(context: TraceContext, flight: Flight, subnet: SubnetEntry): boolean {
  const address = commonAddress(flight.parcels, 'destination');
  return address !== undefined && compileRouteTable(context.lookup, subnet.vpc, subnet.routeTable).prefixListRows.length > 0;
}

function missingRoute(context: TraceContext, flight: Flight, subnet: SubnetEntry): BlockInput {
  const [first] = flight.parcels;
  const table = subnet.routeTable?.id;
  // A drawn VPC without a table routes nothing; an imported one has a table that the snapshot lacks.
  const isLacking = table === undefined && context.lookup.design.snapshot !== undefined;
  const isUnknown = isLacking || mayBeInPrefixList(context, flight, subnet);
  return {
    component: 'route-table',
    resource: table ?? subnet.id,
    code: isUnknown ? 'X_ROUTES_NOT_KNOWN' : 'NO_ROUTE_TO_DESTINATION',
    certainty: isUnknown ? 'unknown' : undefined,
    evidence: [evidenceAt(table ?? subnet.id), evidenceAt(subnet.id)],
    subject: { subnet: subnet.id, vpc: subnet.vpc.id, ...(first && { destination: formatAddresses(first.now.destination) }) },
  };
}

function stopWithoutRoute(flight: Flight, departure: Departure): readonly Flight[] {
  const { context, subnet } = departure;
  const destination = formatDestination(flight);
  const step = { step: 'route', resource: subnet.routeTable?.id ?? subnet.id, detail: { kind: 'route', subnet: subnet.id, destination, target: '' } } as const;
  const block = missingRoute(context, flight, subnet);
  const gateway = intendedInternetGateway(context, flight, subnet);
  if (gateway === undefined || context.policy === 'strict' || block.certainty === 'unknown') return [blockAt(context, flight, { block, step, next: towardsAim(flight, subnet) })];
  const noted = blockAt(context, flight, { block, step, next: { at: 'internet' } });
  return leaveThroughInternetGateway(context, noted, { vpc: subnet.vpc, subnet, gateway, isThroughNat: false });
}

function leaveByRoute(flight: Flight, departure: Departure, route: CompiledRoute | undefined): readonly Flight[] {
  const { context, subnet } = departure;
  const atRouter: Place = { at: 'subnet-out', subnet, sender: departure.sender };
  const crossed = staysInSubnet(route, subnet) ? [{ ...flight, place: atRouter }] : passNetworkAcl(context, flight, { subnet, direction: 'outbound', next: atRouter });
  return crossed.flatMap((passed) => {
    if (passed.place !== atRouter) return [passed];
    return route ? forward(passed, departure, route) : stopWithoutRoute(passed, departure);
  });
}

/** Whether the internet at large is asked for: the addresses of a service that the VPC has a gateway endpoint for are not meant with it. */
const isWholeInternet = ({ leg, aim }: Flight): boolean => leg === 'request' && aim.kind === 'internet' && aim.isWhole === true;

/**
 * The routes that decide where traffic goes. No service opens connections from the addresses that gateway endpoints lead to
 * (PrivateLink guide, gateway-endpoints), so that replies to the internet do not meet the routes of those.
 */
function routesFor({ lookup }: TraceContext, { leg, aim, family }: Flight, subnet: SubnetEntry): readonly CompiledRoute[] {
  const routes = compileRouteTable(lookup, subnet.vpc, subnet.routeTable).routes[family];
  return leg === 'reply' && aim.kind === 'internet' ? routes.filter((route) => !isGatewayEndpointRoute(lookup, route)) : routes;
}

function isClassicNode({ lookup }: TraceContext, sender: ResourceId): boolean {
  const holder = lookup.interfaces.get(sender)?.holder;
  const balancer = holder?.kind === 'load-balancer' ? holder.loadBalancer : lookup.resource(sender);
  return balancer?.kind === 'load-balancer' && balancer.type === 'classic';
}

/** Inside a subnet no network ACL judges, but what a Classic Load Balancer sends (Reachability Analyzer, explanation codes). */
function stayInside(flight: Flight, { context, subnet, sender }: Departure): readonly Flight[] {
  const next: Place = { at: 'subnet-in', subnet, isCrossed: false };
  if (flight.leg === 'reply' || !isClassicNode(context, sender)) return [passOn(flight, { place: next })];
  return passNetworkAcl(context, flight, { subnet, direction: 'outbound', next, code: 'ELB_ACL_RESTRICTION' });
}

/**
 * Traffic leaves an interface towards its subnet's router. Inside the subnet it is neither routed nor judged by the
 * network ACL (VPC User Guide, vpc-network-acls); beyond, the subnet's table decides, longest prefix first.
 */
export function routeOnwards(context: TraceContext, flight: Flight, place: Extract<Place, { at: 'subnet-out' }>): readonly Flight[] {
  const { subnet, sender } = place;
  const node = flight.leg === 'reply' ? nodeKeepingClient(flight) : undefined;
  if (node) return returnToNode(context, flight, { subnet, node });
  const { inside, outside } = splitByRanges(flight, flight.parcels, { field: 'destination', ranges: subnet.blocks.map(rangeOf) });
  const flights: Flight[] = [];
  if (inside.length > 0) flights.push(...stayInside({ ...flight, parcels: inside }, { context, subnet, sender }));
  if (outside.length === 0) return flights;
  for (const [route, parcels] of groupByRoute(routesFor(context, flight, subnet), { ...flight, parcels: outside })) {
    if (route && isWholeInternet(flight) && isGatewayEndpointRoute(context.lookup, route)) continue;
    flights.push(...leaveByRoute({ ...flight, parcels, place: NOWHERE }, { context, subnet, sender }, route));
  }
  return flights;
}
