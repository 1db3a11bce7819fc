import { formatAddress } from '../../address/cidr.ts';
import type { Interval } from '../../address/interval.ts';
import { ICMP, TCP, UDP } from '../../address/protocol.ts';
import { ephemeralPorts } from '../../aws/ephemeral-ports.ts';
import type { NatGatewayEntry } from '../../lookup/entries.ts';
import { blockAt, formatAddresses, passOn, NOWHERE, type BlockInput, type TraceContext } from '../advance.ts';
import { withField } from '../carve.ts';
import type { Flight, Place, TracedParcel } from '../flight.ts';
import { passNetworkAcl } from '../pass-network-acl.ts';
import { onlyAddress } from '../split-parcels.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/** NAT gateways carry TCP, UDP and ICMP (VPC User Guide, vpc-nat-gateway). */
const CARRIED = [TCP, UDP, ICMP];
const NAT_PORTS: Interval<number> = ephemeralPorts.nat.ports;

const isCarried = ({ now }: TracedParcel): boolean => now.protocol[1] - now.protocol[0] === 1 && CARRIED.includes(now.protocol[0]);
const hasPorts = ({ now }: TracedParcel): boolean => now.protocol[0] === TCP || now.protocol[0] === UDP;

/** The source becomes the gateway's own address, and TCP and UDP get a source port of its range. */
function translate(flight: Flight, natGateway: NatGatewayEntry, address: number): Flight {
  const source = onlyAddress(address);
  const [first] = flight.parcels;
  const parcels = flight.parcels.map((parcel): TracedParcel => {
    const moved = withField(parcel.now, 'source', source);
    return {
      now: hasPorts(parcel) ? withField(moved, 'sourcePort', NAT_PORTS) : moved,
      asked: parcel.asked,
      replaced: [...parcel.replaced, { source: parcel.now.source, sourcePort: parcel.now.sourcePort, map: flight.map }],
    };
  });
  const from = first ? formatAddresses(first.now.source) : '';
  const step = { step: 'translate', resource: natGateway.id, detail: { kind: 'translate', from, to: formatAddress(address) } } as const;
  const place: Place = natGateway.subnet ? { at: 'subnet-out', subnet: natGateway.subnet, sender: natGateway.id } : NOWHERE;
  return {
    ...passOn(flight, { place, step, parcels }),
    map: { ...flight.map, source: undefined, sourcePort: undefined },
    sessions: [...flight.sessions, { kind: 'nat-gateway', natGateway: natGateway.id }],
  };
}

function findFault(flight: Flight, natGateway: NatGatewayEntry): BlockInput | undefined {
  const block = (code: string, certainty?: 'unknown'): BlockInput => ({ component: 'nat-gateway', resource: natGateway.id, code, certainty });
  if (natGateway.value.state !== 'available') return block('BAD_STATE');
  if (!natGateway.subnet || natGateway.value.availability === 'regional') return block('X_REGIONAL_NAT_NOT_MODELLED', 'unknown');
  if (flight.family === 6) return block('X_NAT64_NOT_MODELLED', 'unknown');
  if (!flight.parcels.every(isCarried)) return block('PROTOCOL_RESTRICTION');
  return undefined;
}

function enter(context: TraceContext, flight: Flight, natGateway: NatGatewayEntry): Flight {
  const fault = findFault(flight, natGateway);
  const address = natGateway.addresses.find((held) => held.private !== undefined)?.private;
  if (fault || address === undefined) {
    const block = fault ?? { component: 'nat-gateway', resource: natGateway.id, code: 'X_NO_ADDRESS', certainty: 'unknown' };
    return blockAt(context, flight, { block, next: NOWHERE });
  }
  return translate(flight, natGateway, address);
}

/** The route sends traffic to a NAT gateway: into its subnet, translated, and out again by that subnet's own table. */
export function forwardToNatGateway(input: TargetInput<'nat-gateway'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  if (flight.leg === 'reply') return [blockByRoute(context, flight, { subnet, route, code: 'X_RETURN_ROUTE_ASYMMETRIC' })];
  if (input.sender === target.id) return [blockByRoute(context, flight, { subnet, route, code: 'X_NAT_ROUTE_LOOP', next: NOWHERE })];
  const routed = passOn(flight, { place: NOWHERE, step: routeStep(subnet, route) });
  const natSubnet = target.entry.subnet;
  if (!natSubnet || natSubnet === subnet) return [enter(context, routed, target.entry)];
  const entered = passNetworkAcl(context, routed, { subnet: natSubnet, direction: 'inbound', next: { at: 'internet' } });
  return entered.map((arrived) => (arrived.place.at === 'internet' ? enter(context, arrived, target.entry) : arrived));
}

/** The reply gets back the address and port that its request had before the translation. */
function restore(parcel: TracedParcel): TracedParcel {
  const last = parcel.replaced[parcel.replaced.length - 1];
  if (!last) return parcel;
  const restored = withField(parcel.now, 'destination', last.source);
  return { now: hasPorts(parcel) ? withField(restored, 'destinationPort', last.sourcePort) : restored, asked: parcel.asked, replaced: parcel.replaced.slice(0, -1) };
}

const isKnownTo = (flight: Flight, natGateway: NatGatewayEntry): boolean =>
  flight.leg === 'reply' && flight.sessions.some((session) => session.kind === 'nat-gateway' && session.natGateway === natGateway.id);

/** Traffic addressed to a NAT gateway: a reply to what it translated goes back to the sender, nothing else gets in. */
export function arriveAtNatGateway(context: TraceContext, flight: Flight, natGateway: NatGatewayEntry): readonly Flight[] {
  const [first] = flight.parcels;
  const { subnet } = natGateway;
  if (!isKnownTo(flight, natGateway) || !subnet || !first) {
    return [blockAt(context, flight, { block: { component: 'nat-gateway', resource: natGateway.id, code: 'X_NAT_NO_INBOUND' }, next: NOWHERE })];
  }
  const last = first.replaced[first.replaced.length - 1];
  // A connection the gateway itself was asked to open ends here.
  if (!last) return [passOn(flight, { place: { at: 'landed', where: { kind: 'host', subnet } } })];
  const map = { ...flight.map, destination: last.map.source, destinationPort: hasPorts(first) ? last.map.sourcePort : undefined };
  const detail = { kind: 'translate', from: formatAddresses(first.now.destination), to: formatAddresses(last.source) } as const;
  const place: Place = { at: 'subnet-out', subnet, sender: natGateway.id };
  return [{ ...passOn(flight, { place, step: { step: 'translate', resource: natGateway.id, detail }, parcels: flight.parcels.map(restore) }), map }];
}
