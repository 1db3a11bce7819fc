import { rangeOf } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { publicIpv4 } from '../address/special-ranges.ts';
import type { AnyBox, Family } from '../filtering/rule-match.ts';
import { isPublicStandIn } from '../lookup/db-instances.ts';
import type { AddressNumber, HeldAddress, InterfaceEntry, NatGatewayEntry } from '../lookup/entries.ts';
import type { Question } from '../model/question.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import { headersOf, type Header } from './asked-traffic.ts';
import type { Endpoint } from './endpoint.ts';
import { IDENTITY, type Aim, type Flight, type Place } from './flight.ts';
import { outsideOf } from './outside-addresses.ts';
import { toNat64 } from './nat64.ts';
import { onlyAddress } from './split-parcels.ts';

/** Where the asked traffic starts, and whom its replies are for. */
export interface Start {
  readonly flight: Flight;
  readonly origin: Aim;
}

interface Sender {
  readonly place: Place;
  readonly sources: readonly Interval[];
  readonly origin: Aim;
}
interface Receiver {
  readonly destinations: readonly Interval[];
  readonly aim: Aim;
  /** Overrides where traffic from the internet starts: at the VPC's gateway, when no public address leads there. */
  readonly entrance?: Place;
}

const familyOfAddress = (address: AddressNumber): Family => (typeof address === 'number' ? 4 : 6);

function familiesOfInternet({ range, over }: Extract<Endpoint, { kind: 'internet' }>): readonly Family[] {
  if (range) return [familyOfAddress(range[0])];
  return over === undefined ? [4, 6] : [over === 4 ? 4 : 6];
}

/** The families of addresses that an end has. */
export function familiesOf(endpoint: Endpoint): readonly Family[] {
  switch (endpoint.kind) {
    case 'internet':
      return familiesOfInternet(endpoint);
    case 'client':
    case 'host':
    case 'address':
      return [familyOfAddress(endpoint.range[0])];
    case 'on-premises':
    case 'service':
      return endpoint.ranges.map(([first]) => familyOfAddress(first));
    case 'interfaces':
      if (endpoint.address !== undefined) return [familyOfAddress(endpoint.address)];
      return endpoint.interfaces.flatMap((entry) => (entry.addresses.length === 0 ? ([4] as const) : entry.addresses.map(({ address }) => familyOfAddress(address))));
    default:
      return [4];
  }
}

/** The families that both ends have, IPv4 first. */
export function commonFamilies(from: Endpoint, to: Endpoint): readonly Family[] {
  const [sources, destinations] = [familiesOf(from), familiesOf(to)];
  return ([4, 6] as const).filter((family) => sources.includes(family) && destinations.includes(family));
}

/** IPv4 where both ends have it, else IPv6 where both have that. */
export const commonFamily = (from: Endpoint, to: Endpoint): Family | undefined => commonFamilies(from, to)[0];

/** Traffic that is asked for; `family` picks one where both ends have both, IPv4 unless given. */
export type AskedTraffic = Question & { readonly family?: Family };

const heldOf = (entry: InterfaceEntry, family: Family): HeldAddress | undefined => entry.addresses.find(({ address }) => familyOfAddress(address) === family);

function privateRanges(entry: InterfaceEntry, family: Family, asked: AddressNumber | undefined): readonly Interval[] {
  if (asked !== undefined) return [onlyAddress(asked)];
  const held = heldOf(entry, family);
  if (held) return [onlyAddress(held.address)];
  return entry.addresses.length === 0 ? entry.subnet.blocks.filter((block) => block.family === family).map((block) => rangeOf(block)) : [];
}

function senderOfInterface(entry: InterfaceEntry, family: Family, endpoint: Extract<Endpoint, { kind: 'interfaces' }>): Sender {
  const asked = endpoint.via === 'private' ? endpoint.address : undefined;
  return { place: { at: 'interface-out', interface: entry }, sources: privateRanges(entry, family, asked), origin: { kind: 'interface', interface: entry } };
}

function sendersOf(endpoint: Endpoint, family: Family, to: Endpoint): readonly Sender[] {
  switch (endpoint.kind) {
    case 'internet':
      return [{ place: { at: 'internet' }, sources: endpoint.range ? [endpoint.range] : outsideOf(to, family), origin: { kind: 'internet' } }];
    case 'client':
      return [{ place: { at: 'internet' }, sources: [endpoint.range], origin: { kind: 'internet' } }];
    case 'interfaces':
      return endpoint.interfaces.map((entry) => senderOfInterface(entry, family, endpoint));
    case 'host':
      return [{ place: { at: 'subnet-out', subnet: endpoint.subnet, sender: endpoint.subnet.id }, sources: [endpoint.range], origin: { kind: 'host', subnet: endpoint.subnet } }];
    case 'on-premises':
      return [{ place: { at: 'gateway-in', gateway: endpoint.gateway, ...(endpoint.via !== undefined && { via: endpoint.via }) }, sources: endpoint.ranges, origin: { kind: 'on-premises', gateway: endpoint.gateway } }];
    case 'nat-gateway': {
      const { natGateway } = endpoint;
      const address = natGateway.addresses.find((held) => held.private !== undefined)?.private;
      if (!natGateway.subnet || address === undefined) return [];
      return [{ place: { at: 'subnet-out', subnet: natGateway.subnet, sender: natGateway.id }, sources: [onlyAddress(address)], origin: { kind: 'host', subnet: natGateway.subnet } }];
    }
    default:
      return [];
  }
}

/** The address asked for; without one the primary address, or the first that has a public one. */
function addressForInternet(entry: InterfaceEntry, asked: AddressNumber | undefined): HeldAddress | undefined {
  const wanted = entry.addresses.find(({ address }) => address === asked) ?? heldOf(entry, 4);
  if (wanted?.public || asked !== undefined) return wanted;
  return entry.addresses.find((candidate) => candidate.public) ?? wanted;
}

/** Where traffic from the internet has to go to reach an interface: its public address, else it lacks one. */
function publicReceiver(entry: InterfaceEntry, family: Family, asked: AddressNumber | undefined): Receiver {
  const aim: Aim = { kind: 'interface', interface: entry };
  const { vpc } = entry.subnet;
  if (family === 6) return { destinations: privateRanges(entry, 6, asked), aim, entrance: { at: 'internet-gateway-in', vpc, lacksPublicAddress: undefined } };
  const held = addressForInternet(entry, asked);
  if (held?.public) return { destinations: [onlyAddress(held.public.address)], aim };
  const lacksPublicAddress = isPublicStandIn(entry) ? undefined : entry;
  return { destinations: privateRanges(entry, 4, held?.address), aim, entrance: { at: 'internet-gateway-in', vpc, lacksPublicAddress } };
}

/** A NAT gateway without a public address is asked for at its VPC's internet gateway. */
function natReceiverFromInternet({ addresses, vpc }: NatGatewayEntry): readonly Receiver[] {
  const held = addresses.find((address) => address.public !== undefined) ?? addresses[0];
  const address = held?.public ?? held?.private;
  if (address === undefined) return [];
  const receiver: Receiver = { destinations: [onlyAddress(address)], aim: { kind: 'nat-gateway' } };
  return [held?.public === undefined && vpc ? { ...receiver, entrance: { at: 'internet-gateway-in', vpc, lacksPublicAddress: undefined } } : receiver];
}

function receiversFromInternet(endpoint: Endpoint, family: Family): readonly Receiver[] {
  switch (endpoint.kind) {
    case 'interfaces':
      return endpoint.interfaces.map((entry) =>
        endpoint.via === 'public' && endpoint.address !== undefined
          ? { destinations: [onlyAddress(endpoint.address)], aim: { kind: 'interface', interface: entry } }
          : publicReceiver(entry, family, endpoint.address),
      );
    case 'host':
      return [{ destinations: [endpoint.range], aim: { kind: 'host', subnet: endpoint.subnet }, entrance: { at: 'internet-gateway-in', vpc: endpoint.subnet.vpc, lacksPublicAddress: undefined } }];
    case 'nat-gateway': {
      return natReceiverFromInternet(endpoint.natGateway);
    }
    case 'internet':
    case 'address':
      return endpoint.range ? [{ destinations: [endpoint.range], aim: { kind: 'address' } }] : [];
    default:
      return [];
  }
}

function receiversInside(endpoint: Endpoint, family: Family, from: Endpoint): readonly Receiver[] {
  switch (endpoint.kind) {
    case 'internet':
      if (endpoint.range) return [{ destinations: [endpoint.range], aim: { kind: 'internet' } }];
      return [{ destinations: endpoint.over === 'nat64' ? publicIpv4.map(toNat64) : outsideOf(from, family), aim: { kind: 'internet', isWhole: true } }];
    case 'client':
      return [{ destinations: [endpoint.range], aim: { kind: 'internet' } }];
    case 'interfaces':
      return endpoint.interfaces.map((entry) => ({ destinations: privateRanges(entry, family, endpoint.address), aim: { kind: 'interface', interface: entry } }));
    case 'host':
      return [{ destinations: [endpoint.range], aim: { kind: 'host', subnet: endpoint.subnet } }];
    case 'on-premises':
      return [{ destinations: endpoint.ranges, aim: { kind: 'on-premises', gateway: endpoint.gateway } }];
    case 'service':
      return [{ destinations: endpoint.ranges.filter(([first]) => familyOfAddress(first) === family), aim: endpoint.endpoint === undefined ? { kind: 'internet' } : { kind: 'service', endpoint: endpoint.endpoint } }];
    case 'address':
      return [{ destinations: [endpoint.range], aim: { kind: 'address' } }];
    case 'nat-gateway': {
      const address = endpoint.address ?? endpoint.natGateway.addresses.find((held) => held.private !== undefined)?.private;
      return address === undefined ? [] : [{ destinations: [onlyAddress(address)], aim: { kind: 'nat-gateway' } }];
    }
    default:
      return [];
  }
}

/** A NAT gateway that opens a connection itself knows its replies. */
function sessionsOf(place: Place): Flight['sessions'] {
  const isNatGateway = place.at === 'subnet-out' && place.sender !== place.subnet.id;
  return isNatGateway ? [{ kind: 'nat-gateway', natGateway: place.sender }] : [];
}

function makeFlight(family: Family, header: Header, ends: { readonly sender: Sender; readonly receiver: Receiver }): Flight {
  const { sender, receiver } = ends;
  const boxes: AnyBox[] = sender.sources.flatMap((source) =>
    receiver.destinations.map((destination) => ({ source, destination, protocol: header.protocol, sourcePort: header.sourcePort, destinationPort: header.destinationPort })),
  );
  return {
    leg: 'request',
    family,
    place: receiver.entrance ?? sender.place,
    parcels: boxes.map((box) => ({ now: box, asked: box, replaced: [] })),
    map: IDENTITY,
    aim: receiver.aim,
    steps: [],
    blocks: [],
    sessions: sessionsOf(sender.place),
  };
}

const isSameInterface = (sender: Sender, receiver: Receiver): boolean =>
  sender.origin.kind === 'interface' && receiver.aim.kind === 'interface' && sender.origin.interface === receiver.aim.interface;

const isOutside = (from: Endpoint): boolean => from.kind === 'internet' || from.kind === 'client';

const isEverywhereOutside = (to: Endpoint): boolean => to.kind === 'client' || to.kind === 'service' || (to.kind === 'internet' && !to.range);

/** Whether two ends have no address of one family, and one of them is in the design: no packet goes between them. */
export const lacksCommonFamily = (from: Endpoint, to: Endpoint): boolean => commonFamily(from, to) === undefined && !(isOutside(from) && isEverywhereOutside(to));

/** Where the traffic of a question starts. A sentence where its two ends have nothing to say to each other. */
export function startFlights(from: Endpoint, to: Endpoint, question: AskedTraffic): Reply<readonly Start[]> {
  const families = commonFamilies(from, to);
  const family = families.find((one) => one === question.family) ?? families[0];
  if (family === undefined) return fail('One end has only IPv4 addresses and the other only IPv6 addresses, so no packet goes between them.');
  const isFromInternet = isOutside(from);
  if (isFromInternet && isEverywhereOutside(to)) return fail('Both ends are on the internet, outside of the design. Name a resource of the design at one end.');
  const headers = headersOf(question, family);
  const senders = sendersOf(from, family, to);
  const receivers = isFromInternet ? receiversFromInternet(to, family) : receiversInside(to, family, from);
  const starts = senders.flatMap((sender) =>
    receivers
      .filter((receiver) => !isSameInterface(sender, receiver))
      .flatMap((receiver) => headers.map((header) => ({ flight: makeFlight(family, header, { sender, receiver }), origin: sender.origin }))),
  );
  if (starts.length === 0 && senders.length === 1 && receivers.length === 1) return fail('Both ends are the same interface. Choose two different ones.');
  return succeed(starts.filter(({ flight }) => flight.parcels.length > 0));
}
