import { formatAddress } from '../../address/cidr.ts';
import type { Interval } from '../../address/interval.ts';
import type { AddressOwner, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { isStandInAddress, wordsOfStandIn } from '../../lookup/stand-in-addresses.ts';
import { blockAt, cameThrough, evidenceAt, formatAddresses, NOWHERE, passOn, towardsAim, type BlockInput, type TraceContext } from '../advance.ts';
import { withField } from '../carve.ts';
import { privateHolder } from '../deleted-nat-gateway.ts';
import { NAT64_RANGE } from '../nat64.ts';
import { publicAccessBlock } from '../public-access.ts';
import { findRedirection } from '../edge-routes.ts';
import type { Flight, Place, TracedParcel } from '../flight.ts';
import { commonAddress, onlyAddress, splitByField } from '../split-parcels.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/** What an internet gateway neither sends out nor lets in (Reachability Analyzer, explanation codes; RFC 1918, RFC 6598). */
export const REFUSED_ADDRESSES: readonly { readonly range: Interval; readonly code: string; readonly ingressCode: string }[] = [
  { range: [0x0a000000, 0x0b000000], code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', ingressCode: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS' },
  { range: [0xac100000, 0xac200000], code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', ingressCode: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS' },
  { range: [0xc0a80000, 0xc0a90000], code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', ingressCode: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS' },
  { range: [0x64400000, 0x64800000], code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS', ingressCode: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS' },
];

const INTERNET: Place = { at: 'internet' };

interface Exit {
  readonly context: TraceContext;
  readonly vpc: VpcEntry;
  readonly gateway: string;
}

function translateSource(flight: Flight, exit: Exit, given: { readonly parcels: readonly TracedParcel[]; readonly from: number | bigint; readonly to: number }): Flight {
  const source = onlyAddress(given.to);
  const parcels = given.parcels.map((parcel) => ({ ...parcel, now: withField(parcel.now, 'source', source) }));
  const step = { step: 'translate', resource: exit.gateway, detail: { kind: 'translate', from: formatAddress(given.from), to: isStandInAddress(given.to) ? wordsOfStandIn(given.to) : formatAddress(given.to) } } as const;
  return { ...passOn(flight, { place: INTERNET, step, parcels }), map: { ...flight.map, source: undefined } };
}

function lacksAddress(owner: AddressOwner | undefined, parcels: readonly TracedParcel[], exit: Exit): BlockInput {
  if (owner?.kind === 'nat-gateway') {
    return { component: 'nat-gateway', resource: owner.natGateway.id, code: 'X_PRIVATE_NAT_TO_INTERNET', subject: { vpc: exit.vpc.id, target: exit.gateway } };
  }
  const [first] = parcels;
  const resource = owner?.interface.id ?? (first ? formatAddresses(first.now.source) : exit.vpc.id);
  return {
    component: 'public-ip',
    resource,
    code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    evidence: [evidenceAt(owner?.interface.id ?? exit.gateway), evidenceAt(exit.gateway)],
    subject: { vpc: exit.vpc.id, target: exit.gateway, ...(owner && { interface: owner.interface.id }) },
  };
}

function publicAddressOf(owner: AddressOwner | undefined): number | undefined {
  if (owner?.kind === 'interface') return owner.held.public?.address;
  return owner?.natGateway.addresses.find((address) => address.private === owner.privateAddress)?.public;
}

/** Everything of an address goes out under its public one; without one, AWS drops it. */
function leaveAs(flight: Flight, exit: Exit, given: { readonly parcels: readonly TracedParcel[]; readonly address: number | bigint }): Flight {
  const owner = privateHolder(exit.context.lookup, flight, { vpc: exit.vpc, address: given.address });
  const to = publicAddressOf(owner);
  if (to !== undefined) return translateSource(flight, exit, { parcels: given.parcels, from: given.address, to });
  return blockAt(exit.context, flight, { block: lacksAddress(owner, given.parcels, exit), next: INTERNET, parcels: given.parcels });
}

/** A publicly accessible database whose addresses are not known answers under the public one that it was asked by. */
const isAnswerOfStandIn = ({ leg, sessions }: Flight, vpc: VpcEntry): boolean => leg === 'reply' && sessions.some((session) => session.kind === 'public-stand-in' && session.vpc === vpc.id);

function translateEach(flight: Flight, exit: Exit): readonly Flight[] {
  if (isAnswerOfStandIn(flight, exit.vpc)) return [passOn(flight, { place: INTERNET })];
  // IPv6 addresses are public as they are: nothing is translated (VPC User Guide, VPC_Internet_Gateway).
  if (flight.family === 6) return [passOn(flight, { place: INTERNET })];
  const only = commonAddress(flight.parcels, 'source');
  if (only !== undefined) return [leaveAs(flight, exit, { parcels: flight.parcels, address: only })];
  const flights: Flight[] = [];
  let rest = flight.parcels;
  for (const [address, owner] of exit.vpc.owners) {
    if (publicAddressOf(owner) === undefined) continue;
    const { inside, outside } = splitByField(flight, rest, { field: 'source', range: onlyAddress(address) });
    if (inside.length > 0) flights.push(leaveAs(flight, exit, { parcels: inside, address }));
    rest = outside;
  }
  if (rest.length === 0) return flights;
  return [...flights, blockAt(exit.context, flight, { block: lacksAddress(undefined, rest, exit), next: INTERNET, parcels: rest })];
}

/** Traffic on its way out through an internet gateway. `subnet` is that of its sender, which a regional NAT gateway has none of. */
interface Leaving {
  readonly vpc: VpcEntry;
  readonly gateway: string;
  readonly subnet: SubnetEntry | undefined;
  readonly isThroughNat: boolean;
  /** Whether it has a public source already. */
  readonly isTranslated?: true;
}

/** What is meant for private addresses is dropped; the rest is left. */
function refusePrivate(context: TraceContext, flight: Flight, given: Leaving): { readonly blocked: readonly Flight[]; readonly rest: readonly TracedParcel[] } {
  const blocked: Flight[] = [];
  let rest = flight.parcels;
  for (const { range, code } of flight.family === 4 ? REFUSED_ADDRESSES : []) {
    const { inside, outside } = splitByField(flight, rest, { field: 'destination', range });
    rest = outside;
    if (inside.length === 0) continue;
    const subject = { vpc: given.vpc.id, destination: formatAddresses(inside[0]?.now.destination ?? range) };
    blocked.push(blockAt(context, flight, { block: { component: 'internet-gateway', resource: given.gateway, code, subject }, next: NOWHERE, parcels: inside }));
  }
  return { blocked, rest };
}

/** Traffic stands at an attached internet gateway on its way out of the VPC. */
export function leaveThroughInternetGateway(context: TraceContext, flight: Flight, given: Leaving): readonly Flight[] {
  const exit: Exit = { context, vpc: given.vpc, gateway: given.gateway };
  const { blocked, rest } = refusePrivate(context, flight, given);
  if (rest.length === 0) return blocked;
  const open = { ...flight, parcels: rest };
  const by = given.isThroughNat ? 'egress-only' : flight.leg === 'request' ? 'outbound' : 'inbound';
  const closed = publicAccessBlock({ vpc: given.vpc, subnet: given.subnet, by });
  const judged = closed ? blockAt(context, open, { block: closed, next: INTERNET }) : open;
  if (closed !== undefined && context.policy === 'strict') return [...blocked, judged];
  return [...blocked, ...(given.isTranslated ? [passOn(judged, { place: INTERNET })] : translateEach(judged, exit))];
}

/** The route sends traffic to the VPC's internet gateway. A reply has to leave by the gateway its request came through. */
export function forwardToInternetGateway(input: TargetInput<'internet-gateway'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const { vpc } = subnet;
  if (flight.leg === 'reply' && !cameThrough(flight, vpc.id, target.id)) {
    return [blockByRoute(context, flight, { subnet, route, code: 'X_RETURN_ROUTE_ASYMMETRIC', next: towardsAim(flight, subnet) })];
  }
  if (findRedirection(context.lookup, flight, { vpc, gateway: target.id, sender: input.sender })) {
    return [blockByRoute(context, flight, { subnet, route, code: 'INGRESS_RTB_TRAFFIC_REDIRECTION', next: NOWHERE })];
  }
  const { inside, outside } = splitByField(flight, flight.parcels, { field: 'destination', range: NAT64_RANGE });
  const stray = flight.family === 4 || inside.length === 0 ? [] : [blockByRoute(context, { ...flight, parcels: inside }, { subnet, route, code: 'X_NAT64_NEEDS_NAT_GATEWAY', next: NOWHERE })];
  if (outside.length === 0) return stray;
  const routed = passOn(flight, { place: INTERNET, step: routeStep(subnet, route), parcels: outside });
  const left = leaveThroughInternetGateway(context, routed, { vpc, subnet, gateway: target.id, isThroughNat: context.lookup.natGateways.has(input.sender) });
  return [...stray, ...left];
}
