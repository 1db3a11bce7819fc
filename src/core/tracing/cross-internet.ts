import { formatAddress } from '../address/cidr.ts';
import type { InterfaceEntry, Lookup, VpcEntry } from '../lookup/entries.ts';
import { blockAt, evidenceAt, formatAddresses, NOWHERE, passOn, type BlockInput, type TraceContext } from './advance.ts';
import { withField } from './carve.ts';
import type { Flight, Place, TracedParcel } from './flight.ts';
import { commonAddress, onlyAddress, splitByField } from './split-parcels.ts';
import { publicAccessBlock, REFUSED_ADDRESSES } from './targets/internet-gateway.ts';

const INTERNET: Place = { at: 'landed', where: { kind: 'internet' } };

function arriveAtOwner(lookup: Lookup, flight: Flight, given: { readonly parcels: readonly TracedParcel[]; readonly address: number | bigint }): Flight {
  const vpc = typeof given.address === 'number' ? lookup.publicAddresses.get(given.address)?.vpc : vpcOfIpv6(lookup, given.address);
  if (!vpc) return passOn(flight, { place: INTERNET, parcels: given.parcels });
  return passOn(flight, { place: { at: 'internet-gateway-in', vpc, lacksPublicAddress: undefined }, parcels: given.parcels });
}

function vpcOfIpv6(lookup: Lookup, address: bigint): VpcEntry | undefined {
  for (const vpc of lookup.vpcs.values()) if (vpc.owners.has(address)) return vpc;
  return undefined;
}

/** Traffic is on the internet: it goes to whoever holds its public address; an address that nobody holds is out there. */
export function crossInternet(context: TraceContext, flight: Flight): readonly Flight[] {
  if (flight.aim.kind === 'internet') return [passOn(flight, { place: INTERNET })];
  const { lookup } = context;
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

function findFault(lookup: Lookup, vpc: VpcEntry): BlockInput | undefined {
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
  const privateAddress = typeof address === 'number' ? lookup.publicAddresses.get(address)?.privateAddress : undefined;
  if (address === undefined || privateAddress === undefined) return flight;
  const parcels = flight.parcels.map((parcel) => ({ ...parcel, now: withField(parcel.now, 'destination', onlyAddress(privateAddress)) }));
  const step = { step: 'translate', resource: gateway, detail: { kind: 'translate', from: formatAddress(address), to: formatAddress(privateAddress) } } as const;
  return { ...passOn(flight, { place: flight.place, step, parcels }), map: { ...flight.map, destination: undefined } };
}

const isReplyToNat = (lookup: Lookup, flight: Flight): boolean =>
  flight.sessions.some((session) => session.kind === 'nat-gateway' && lookup.natGateways.has(session.natGateway));

/** Traffic from the internet stands at a VPC's internet gateway. */
export function enterThroughInternetGateway(context: TraceContext, flight: Flight, place: Extract<Place, { at: 'internet-gateway-in' }>): readonly Flight[] {
  const { lookup } = context;
  const { vpc, lacksPublicAddress } = place;
  const gateway = vpc.internetGateways[0] ?? vpc.id;
  let current: Flight = flight;
  const faults = [findFault(lookup, vpc), publicAccessBlock(vpc, isReplyToNat(lookup, flight)), privateSourceBlock(flight, gateway), lacksPublicAddress && publicIpBlock(lacksPublicAddress, gateway)];
  for (const block of faults) {
    if (!block) continue;
    const step = { step: 'gateway', resource: gateway, detail: { kind: 'gateway', word: 'internet gateway' } } as const;
    current = blockAt(context, current, { block, step, next: place });
    if (current.place === NOWHERE) return [current];
  }
  const passed = passOn(current, { place: current.place, step: { step: 'gateway', resource: gateway, detail: { kind: 'gateway', word: 'internet gateway' } } });
  const translated = lacksPublicAddress ? passed : translateDestination(lookup, passed, gateway);
  const [first] = translated.parcels;
  if (!first) return [];
  const sessions = [...translated.sessions, { kind: 'gateway', gateway, vpc: vpc.id } as const];
  return [{ ...translated, sessions, place: { at: 'vpc-in', vpc, gateway } }];
}

/** An address asked for from the internet that nobody in the design holds. */
export const unheldPublicAddress = (flight: Flight): BlockInput => {
  const [first] = flight.parcels;
  const address = first ? formatAddresses(first.now.destination) : '';
  return { component: 'no-such-target', resource: address, code: 'X_NO_SUCH_TARGET', evidence: [], subject: { destination: address } };
};
