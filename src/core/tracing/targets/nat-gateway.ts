import { formatAddress } from '../../address/cidr.ts';
import type { Interval } from '../../address/interval.ts';
import { ICMP, ICMPV6, isOneWithPorts, TCP, UDP } from '../../address/protocol.ts';
import { ephemeralPorts } from '../../aws/ephemeral-ports.ts';
import { pickNatAddress, type PickedAddress } from '../../lookup/regional-nat-gateways.ts';
import type { NatGatewayEntry, SubnetEntry } from '../../lookup/entries.ts';
import { blockAt, formatAddresses, passOn, NOWHERE, towardsAim, type BlockInput, type TraceContext } from '../advance.ts';
import { withField } from '../carve.ts';
import type { Flight, Place, TracedParcel } from '../flight.ts';
import { fromNat64, NAT64_RANGE, translateIcmp } from '../nat64.ts';
import { passNetworkAcl } from '../pass-network-acl.ts';
import { onlyAddress, splitByField } from '../split-parcels.ts';
import { arriveAtNatGateway } from './nat-gateway-reply.ts';
import { leaveRegionalNatGateway } from './regional-nat-gateway.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

export { arriveAtNatGateway };

/** NAT gateways carry TCP, UDP and ICMP (VPC User Guide, vpc-nat-gateway); NAT64 makes ICMP of ICMPv6. */
const CARRIED: Readonly<Record<4 | 6, readonly number[]>> = { 4: [TCP, UDP, ICMP], 6: [TCP, UDP, ICMPV6] };
const NAT_PORTS: Interval<number> = ephemeralPorts.nat.ports;

const isCarried = ({ now }: TracedParcel, family: 4 | 6): boolean => now.protocol[1] - now.protocol[0] === 1 && CARRIED[family].includes(now.protocol[0]);

/** The header after NAT64: an IPv4 destination, and the IPv4 word for a ping. */
const toIpv4 = (parcel: TracedParcel): TracedParcel => ({ ...parcel, now: withField(translateIcmp(parcel.now, 4), 'destination', fromNat64(parcel.now.destination)) });

function replaceSource(flight: Flight, parcel: TracedParcel, source: Interval): TracedParcel {
  const isNat64 = flight.family === 6;
  const moved = withField((isNat64 ? toIpv4(parcel) : parcel).now, 'source', source);
  const replaced = { source: parcel.now.source, sourcePort: parcel.now.sourcePort, map: flight.map, ...(isNat64 && { destination: parcel.now.destination }) };
  return { now: isOneWithPorts(parcel.now.protocol) ? withField(moved, 'sourcePort', NAT_PORTS) : moved, asked: parcel.asked, replaced: [...parcel.replaced, replaced] };
}

/** The source becomes the gateway's own address, and TCP and UDP get a source port of its range. */
function translate(flight: Flight, natGateway: NatGatewayEntry, { address }: PickedAddress): Flight {
  const [first] = flight.parcels;
  const parcels = flight.parcels.map((parcel) => replaceSource(flight, parcel, onlyAddress(address)));
  const from = first ? formatAddresses(first.now.source) : '';
  const step = { step: 'translate', resource: natGateway.id, detail: { kind: 'translate', from, to: formatAddress(address) } } as const;
  const place: Place = natGateway.subnet ? { at: 'subnet-out', subnet: natGateway.subnet, sender: natGateway.id } : NOWHERE;
  const map = { ...flight.map, source: undefined, sourcePort: undefined, ...(flight.family === 6 && { destination: undefined }) };
  return { ...passOn(flight, { place, step, parcels }), family: 4, map, sessions: [...flight.sessions, { kind: 'nat-gateway', natGateway: natGateway.id }] };
}

/** Where traffic stands that a gateway takes: its subnet's table decides next, or its own one when it is regional. */
interface Entering {
  readonly context: TraceContext;
  readonly natGateway: NatGatewayEntry;
  readonly zone: string;
  /** Whether it was noted already that the gateway does not work. */
  readonly isNoted?: true;
}

function findFault(flight: Flight, { natGateway, isNoted }: Entering): BlockInput | undefined {
  const block = (code: string): BlockInput => ({ component: 'nat-gateway', resource: natGateway.id, code });
  if (!isNoted && natGateway.value.state !== 'available') return block('BAD_STATE');
  return flight.parcels.every((parcel) => isCarried(parcel, flight.family)) ? undefined : block('PROTOCOL_RESTRICTION');
}

/** IPv6 is carried only towards addresses that stand for IPv4 ones. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
function splitNat64(context: TraceContext, flight: Flight, natGateway: NatGatewayEntry): { readonly open: Flight; readonly closed: readonly Flight[] } {
  if (flight.family === 4) return { open: flight, closed: [] };
  const { inside, outside } = splitByField(flight, flight.parcels, { field: 'destination', range: NAT64_RANGE });
  const block: BlockInput = { component: 'nat-gateway', resource: natGateway.id, code: 'X_NAT_GATEWAY_IPV6' };
  return { open: { ...flight, parcels: inside }, closed: outside.length === 0 ? [] : [blockAt(context, flight, { block, next: NOWHERE, parcels: outside })] };
}

function sendOn({ context, natGateway }: Entering, flight: Flight, picked: PickedAddress): readonly Flight[] {
  const translated = translate(flight, natGateway, picked);
  return natGateway.subnet ? [translated] : leaveRegionalNatGateway(context, translated, natGateway);
}

/** Why there is no address to translate to; one that the design lacks may be there all the same. */
const NO_ADDRESS = { address: { code: 'X_NO_ADDRESS', certainty: 'unknown' }, zone: { code: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION' } } as const;

/** Nothing is known of the way behind a gateway: what else keeps replies from the sender is found all the same. */
const pastNatGateway = (flight: Flight): Flight => passOn(flight, { place: flight.aim.kind === 'internet' ? { at: 'internet' } : towardsAim(flight, undefined) });

function takeIn(entering: Entering, flight: Flight): readonly Flight[] {
  const { context, natGateway, zone } = entering;
  const fault = findFault(flight, entering);
  const noted = fault ? blockAt(context, flight, { block: fault, next: { at: 'internet' } }) : flight;
  // What it does not carry at all has no way on; a gateway that is down is passed, to find what else is missing.
  if (fault && (noted.place === NOWHERE || fault.code === 'PROTOCOL_RESTRICTION')) return [{ ...noted, place: NOWHERE }];
  const picked = pickNatAddress(natGateway, zone);
  if ('address' in picked) return sendOn(entering, noted, picked);
  if (fault || entering.isNoted) return [pastNatGateway(noted)];
  return [blockAt(context, noted, { block: { component: 'nat-gateway', resource: natGateway.id, ...NO_ADDRESS[picked.missing], subject: { target: zone } }, next: pastNatGateway(noted).place })];
}

function enter(entering: Entering, flight: Flight): readonly Flight[] {
  const { open, closed } = splitNat64(entering.context, flight, entering.natGateway);
  return open.parcels.length === 0 ? closed : [...closed, ...takeIn(entering, open)];
}

/** Into the gateway's subnet, past its network ACL where it is another than the sender's. */
function reach(entering: Entering, flight: Flight, from: SubnetEntry): readonly Flight[] {
  const { context, natGateway } = entering;
  const natSubnet = natGateway.subnet;
  if (!natSubnet || natSubnet === from) return enter(entering, flight);
  const entered = passNetworkAcl(context, flight, { subnet: natSubnet, direction: 'inbound', next: { at: 'internet' } });
  return entered.flatMap((arrived) => (arrived.place.at === 'internet' ? enter(entering, arrived) : [arrived]));
}

/** The route sends traffic to a NAT gateway: into its subnet, translated, and out again by that subnet's own table. */
export function forwardToNatGateway(input: TargetInput<'nat-gateway'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  if (flight.leg === 'reply') return [blockByRoute(context, flight, { subnet, route, code: 'X_RETURN_ROUTE_ASYMMETRIC' })];
  if (input.sender === target.id) return [blockByRoute(context, flight, { subnet, route, code: 'X_NAT_ROUTE_LOOP', next: NOWHERE })];
  const routed = passOn(flight, { place: NOWHERE, step: routeStep(subnet, route) });
  return reach({ context, natGateway: target.entry, zone: subnet.value.availabilityZone }, routed, subnet);
}

/**
 * The route leads to a NAT gateway that is gone, which was noted: a walk that goes on takes the way it stood on, so that what
 * else is wrong there is found with it.
 */
export function passDownNatGateway({ context, subnet, target }: TargetInput<'blackhole'>, noted: Flight): readonly Flight[] {
  const natGateway = context.lookup.natGateways.get(target.id);
  if (!natGateway || natGateway.vpc !== subnet.vpc) return [pastNatGateway(noted)];
  return reach({ context, natGateway, zone: subnet.value.availabilityZone, isNoted: true }, noted, subnet);
}
