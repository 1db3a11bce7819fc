import { containsAddress, formatAddress } from '../address/cidr.ts';
import { isPublicStandIn } from '../lookup/db-instances.ts';
import { egressOnlyGatewayOf } from '../lookup/edge-gateways.ts';
import type { AddressOwner, InterfaceEntry, Lookup, VpcEntry } from '../lookup/entries.ts';
import { isStandInAddress, wordsOfStandIn } from '../lookup/stand-in-addresses.ts';
import { blockAt, evidenceAt, formatDestination, NOWHERE, passOn, type BlockInput, type TraceContext } from './advance.ts';
import { withField } from './carve.ts';
import { publicHolder } from './deleted-nat-gateway.ts';
import type { Flight, Place, TracedParcel } from './flight.ts';
import { commonAddress, onlyAddress, splitByField } from './split-parcels.ts';
import { publicAccessBlock, type PublicPassage } from './public-access.ts';
import { REFUSED_ADDRESSES } from './targets/internet-gateway.ts';

const INTERNET: Place = { at: 'landed', where: { kind: 'internet' } };

/** The way back of a reply whose request left by an egress-only internet gateway. */
function backThroughEgressOnly(lookup: Lookup, { leg, sessions }: Flight, vpc: VpcEntry): Place | undefined {
  const left = leg === 'reply' ? sessions.find((session) => session.kind === 'gateway' && session.vpc === vpc.id && lookup.resource(session.gateway)?.kind === 'egress-only-internet-gateway') : undefined;
  return left?.kind === 'gateway' ? { at: 'vpc-in', vpc, gateway: left.gateway } : undefined;
}

function arriveAtOwner(lookup: Lookup, flight: Flight, given: { readonly parcels: readonly TracedParcel[]; readonly address: number | bigint }): Flight {
  const vpc = typeof given.address === 'number' ? publicHolder(lookup, flight, given.address)?.vpc : vpcOfIpv6(lookup, given.address);
  if (!vpc) return passOn(flight, { place: INTERNET, parcels: given.parcels });
  const place = backThroughEgressOnly(lookup, flight, vpc) ?? ({ at: 'internet-gateway-in', vpc, lacksPublicAddress: undefined } as const);
  return passOn(flight, { place, parcels: given.parcels });
}

/** Addresses of a VPC's IPv6 block are global, and lead to that VPC whether anybody holds them or not (VPC User Guide, vpc-ip-addressing). */
function vpcOfIpv6(lookup: Lookup, address: bigint): VpcEntry | undefined {
  const vpcs = [...lookup.vpcs.values()];
  return vpcs.find(({ owners }) => owners.has(address)) ?? vpcs.find(({ blocks }) => blocks.some((block) => containsAddress(block, address)));
}

/** Whether it is meant for an Elastic IP address that is allocated and associated with nothing, behind which nobody answers. */
function isUnassociated({ byKind }: Lookup, flight: Flight): boolean {
  const address = flight.leg === 'request' ? commonAddress(flight.parcels, 'destination') : undefined;
  return address !== undefined && byKind['elastic-ip'].some(({ value }) => value.address === formatAddress(address));
}

/** Traffic is on the internet: it goes to whoever holds its public address; an address that nobody holds is out there. */
export function crossInternet(context: TraceContext, flight: Flight): readonly Flight[] {
  const { lookup } = context;
  if (flight.aim.kind === 'internet') return [isUnassociated(lookup, flight) ? blockAt(context, flight, { block: unheldPublicAddress(flight), next: INTERNET }) : passOn(flight, { place: INTERNET })];
  const address = commonAddress(flight.parcels, 'destination');
  if (address !== undefined) return [arriveAtOwner(lookup, flight, { parcels: flight.parcels, address })];
  const flights: Flight[] = [];
  let rest = flight.parcels;
  for (const held of lookup.publicAddresses.keys()) {
    if (rest.length === 0) return flights;
    const { inside, outside } = splitByField(flight, rest, { field: 'destination', range: onlyAddress(held) });
    if (inside.length > 0) flights.push(arriveAtOwner(lookup, flight, { parcels: inside, address: held }));
    rest = outside;
  }
  return rest.length === 0 ? flights : [...flights, passOn(flight, { place: INTERNET, parcels: rest })];
}

function gatewayBlock(lookup: Lookup, vpc: VpcEntry): BlockInput {
  const detached = lookup.byKind['internet-gateway'].find(({ value }) => value.vpc === undefined && value.region === vpc.value.region);
  return {
    component: 'internet-gateway',
    resource: detached?.id ?? vpc.id,
    code: detached ? 'BAD_STATE_ATTACHMENT' : 'X_NO_INTERNET_GATEWAY',
    evidence: [...(detached ? [evidenceAt(detached.id)] : []), evidenceAt(vpc.id)],
    subject: { vpc: vpc.id },
  };
}

/** An egress-only internet gateway lets no connection in (VPC User Guide, egress-only-internet-gateway). */
const noInbound = (gateway: string, vpc: VpcEntry): BlockInput => ({ component: 'egress-only-internet-gateway', resource: gateway, code: 'X_EGRESS_ONLY_NO_INBOUND', subject: { vpc: vpc.id } });

function findFault(lookup: Lookup, vpc: VpcEntry, egressOnly: string | undefined): BlockInput | undefined {
  if (egressOnly !== undefined) return noInbound(egressOnly, vpc);
  if (vpc.internetGateways.length === 0) {
    return lookup.isMissing('internet-gateways')
      ? { component: 'internet-gateway', resource: vpc.id, code: 'X_GATEWAYS_NOT_KNOWN', certainty: 'unknown', subject: { vpc: vpc.id } }
      : gatewayBlock(lookup, vpc);
  }
  return undefined;
}

function publicIpBlock(entry: InterfaceEntry, gateway: string): BlockInput {
  return {
    component: 'public-ip',
    resource: entry.id,
    code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
    evidence: [evidenceAt(entry.id)],
    subject: { interface: entry.id, target: gateway, vpc: entry.subnet.vpc.id },
  };
}

/** A private source on the internet: the gateway drops it (Reachability Analyzer, explanation codes; RFC 1918, RFC 6598). */
function privateSourceBlock(flight: Flight, gateway: string): BlockInput | undefined {
  const source = flight.parcels[0]?.now.source;
  const refused = source && REFUSED_ADDRESSES.find(({ range }) => range[0] <= source[0] && source[1] <= range[1]);
  return refused && { component: 'internet-gateway', resource: gateway, code: refused.ingressCode };
}

/** The destination becomes the private address its public one is associated with. */
function translateDestination(lookup: Lookup, flight: Flight, gateway: string): Flight {
  const address = commonAddress(flight.parcels, 'destination');
  const privateAddress = publicHolder(lookup, flight, address)?.privateAddress;
  if (address === undefined || privateAddress === undefined) return flight;
  const parcels = flight.parcels.map((parcel) => ({ ...parcel, now: withField(parcel.now, 'destination', onlyAddress(privateAddress)) }));
  const step = { step: 'translate', resource: gateway, detail: { kind: 'translate', from: isStandInAddress(address) ? wordsOfStandIn(address) : formatAddress(address), to: formatAddress(privateAddress) } } as const;
  return { ...passOn(flight, { place: flight.place, step, parcels }), map: { ...flight.map, destination: undefined } };
}

const isReplyToNat = (lookup: Lookup, flight: Flight): boolean =>
  flight.sessions.some((session) => session.kind === 'nat-gateway' && lookup.natGateways.has(session.natGateway));

/** Who holds the address that traffic from the internet is sent to, public or, where it has none, private. */
function receiverOf(lookup: Lookup, flight: Flight, vpc: VpcEntry): AddressOwner | undefined {
  const address = commonAddress(flight.parcels, 'destination');
  if (address === undefined) return undefined;
  return publicHolder(lookup, flight, address)?.owner ?? vpc.owners.get(address);
}

function passageOf(lookup: Lookup, flight: Flight, { vpc }: { readonly vpc: VpcEntry }): PublicPassage {
  const owner = receiverOf(lookup, flight, vpc);
  const held = owner?.kind === 'nat-gateway' ? owner.natGateway.subnet : owner?.interface.subnet;
  const subnet = held ?? (flight.aim.kind === 'interface' ? flight.aim.interface.subnet : undefined);
  const by = isReplyToNat(lookup, flight) ? 'egress-only' : flight.leg === 'request' ? 'inbound' : 'outbound';
  return { vpc, subnet, by };
}

/** A regional NAT gateway stands in no subnet: what is sent to its public address comes to it at once. */
function regionalNatGateway(lookup: Lookup, flight: Flight): Place | undefined {
  const owner = publicHolder(lookup, flight, commonAddress(flight.parcels, 'destination'))?.owner;
  return owner?.kind === 'nat-gateway' && owner.natGateway.subnet === undefined ? { at: 'nat-gateway-in', natGateway: owner.natGateway } : undefined;
}

/** What the reply relies on: the gateway it has to leave by, and that a database without a known address has a public one. */
function sessionsAt(flight: Flight, gateway: string, vpc: VpcEntry): Flight['sessions'] {
  const { aim } = flight;
  const standIn = aim.kind === 'interface' && isPublicStandIn(aim.interface) ? [{ kind: 'public-stand-in', vpc: vpc.id } as const] : [];
  return [...flight.sessions, { kind: 'gateway', gateway, vpc: vpc.id }, ...standIn];
}

/** An internal load balancer takes nothing from an internet gateway, though its IPv6 addresses are public (Application Load Balancers guide, `ipv6.deny_all_igw_traffic`). */
function internalBlock(lookup: Lookup, flight: Flight, vpc: VpcEntry): BlockInput | undefined {
  if (flight.leg === 'reply' || flight.family !== 6) return undefined;
  const owner = receiverOf(lookup, flight, vpc);
  const holder = owner?.kind === 'interface' ? owner.interface.holder : undefined;
  return holder?.kind === 'load-balancer' && holder.loadBalancer.scheme === 'internal' ? { component: 'load-balancer', resource: holder.id, code: 'X_INTERNAL_LOAD_BALANCER', evidence: [evidenceAt(holder.id)], subject: { vpc: vpc.id } } : undefined;
}

/** The gateway by which traffic would come in, and everything there that stops it. */
function faultsAtEntrance(lookup: Lookup, flight: Flight, place: Extract<Place, { at: 'internet-gateway-in' }>): { readonly gateway: string; readonly faults: readonly BlockInput[] } {
  const { vpc, lacksPublicAddress } = place;
  // A reply comes back by the gateway that its request was to leave by.
  const isNoted = flight.leg === 'reply' && flight.blocks.some(({ component, subject }) => component === 'internet-gateway' && subject.vpc === vpc.id);
  const egressOnly = flight.family === 6 && vpc.internetGateways.length === 0 && !isNoted ? egressOnlyGatewayOf(lookup, vpc.id) : undefined;
  const gateway = vpc.internetGateways[0] ?? egressOnly ?? vpc.id;
  const faults = [findFault(lookup, vpc, egressOnly), publicAccessBlock(passageOf(lookup, flight, place)), privateSourceBlock(flight, gateway), internalBlock(lookup, flight, vpc), lacksPublicAddress && publicIpBlock(lacksPublicAddress, gateway)];
  return { gateway, faults: faults.filter((block) => block !== undefined) };
}

/** Traffic from the internet stands at a VPC's internet gateway. */
export function enterThroughInternetGateway(context: TraceContext, flight: Flight, place: Extract<Place, { at: 'internet-gateway-in' }>): readonly Flight[] {
  const { lookup } = context;
  const { vpc, lacksPublicAddress } = place;
  const { gateway, faults } = faultsAtEntrance(lookup, flight, place);
  let current: Flight = flight;
  for (const block of faults) {
    const step = { step: 'gateway', resource: gateway, detail: { kind: 'gateway', word: 'internet gateway' } } as const;
    current = blockAt(context, current, { block, step, next: place });
    if (current.place === NOWHERE) return [current];
  }
  const passed = passOn(current, { place: current.place, step: { step: 'gateway', resource: gateway, detail: { kind: 'gateway', word: 'internet gateway' } } });
  const translated = lacksPublicAddress ? passed : translateDestination(lookup, passed, gateway);
  const [first] = translated.parcels;
  if (!first) return [];
  return [{ ...translated, sessions: sessionsAt(translated, gateway, vpc), place: regionalNatGateway(lookup, passed) ?? { at: 'vpc-in', vpc, gateway } }];
}

/** An address asked for from the internet that nobody in the design holds. */
export const unheldPublicAddress = (flight: Flight): BlockInput => {
  const address = formatDestination(flight);
  return { component: 'no-such-target', resource: address, code: 'X_NO_SUCH_TARGET', evidence: [], subject: { destination: address } };
};
