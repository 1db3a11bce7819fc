import { blockAt, cameThrough, evidenceAt, NOWHERE, passOn } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { NAT64_RANGE } from '../nat64.ts';
import { publicAccessBlock } from '../public-access.ts';
import { splitByField } from '../split-parcels.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

const INTERNET: Place = { at: 'internet' };

/**
 * The route sends traffic to the VPC's egress-only internet gateway: IPv6 connections go out, and their replies come back
 * the same way. https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export function forwardToEgressOnlyInternetGateway(input: TargetInput<'egress-only-internet-gateway'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const { vpc } = subnet;
  if (flight.leg === 'reply' && !cameThrough(flight, vpc.id, target.id)) return [blockByRoute(context, flight, { subnet, route, code: 'X_RETURN_ROUTE_ASYMMETRIC' })];
  const routed = passOn(flight, { place: INTERNET, step: routeStep(subnet, route) });
  if (flight.family === 4) return [blockAt(context, routed, { block: { component: 'egress-only-internet-gateway', resource: target.id, code: 'X_EGRESS_ONLY_IPV6', evidence: [evidenceAt(target.id)] }, next: NOWHERE })];
  const { inside, outside } = splitByField(flight, flight.parcels, { field: 'destination', range: NAT64_RANGE });
  const stray = inside.length === 0 ? [] : [blockByRoute(context, { ...flight, parcels: inside }, { subnet, route, code: 'X_NAT64_NEEDS_NAT_GATEWAY', next: NOWHERE })];
  if (outside.length === 0) return stray;
  const step = { step: 'gateway', resource: target.id, detail: { kind: 'gateway', word: 'egress-only internet gateway' } } as const;
  const left: Flight = { ...passOn(routed, { place: INTERNET, step, parcels: outside }), sessions: [...flight.sessions, { kind: 'gateway', gateway: target.id, vpc: vpc.id }] };
  const closed = publicAccessBlock({ vpc, subnet, by: 'egress-only' });
  return [...stray, closed ? blockAt(context, left, { block: closed, next: INTERNET }) : left];
}
