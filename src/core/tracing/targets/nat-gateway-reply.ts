import { isOneWithPorts } from '../../address/protocol.ts';
import type { NatGatewayEntry } from '../../lookup/entries.ts';
import { blockAt, formatAddresses, NOWHERE, passOn, type TraceContext } from '../advance.ts';
import { withField } from '../carve.ts';
import type { Flight, Place, TracedParcel } from '../flight.ts';
import { toNat64, translateIcmp } from '../nat64.ts';

/** The IPv6 header of a reply whose request was translated to IPv4: its source stands for the IPv4 one again. */
function toIpv6(parcel: TracedParcel): TracedParcel {
  const [start, end] = parcel.now.source;
  return { ...parcel, now: withField(translateIcmp(parcel.now, 6), 'source', toNat64([Number(start), Number(end)])) };
}

/** The reply gets back the address and port that its request had before the translation. */
function restore(parcel: TracedParcel): TracedParcel {
  const last = parcel.replaced[parcel.replaced.length - 1];
  if (!last) return parcel;
  const { now } = last.destination ? toIpv6(parcel) : parcel;
  const restored = withField(now, 'destination', last.source);
  return { now: isOneWithPorts(parcel.now.protocol) ? withField(restored, 'destinationPort', last.sourcePort) : restored, asked: parcel.asked, replaced: parcel.replaced.slice(0, -1) };
}

const isKnownTo = (flight: Flight, natGateway: NatGatewayEntry): boolean =>
  flight.leg === 'reply' && flight.sessions.some((session) => session.kind === 'nat-gateway' && session.natGateway === natGateway.id);

/** A zonal gateway sends by its subnet's table; a regional one stands in its VPC and has a local route there. */
function placeBehind(natGateway: NatGatewayEntry): Place {
  if (natGateway.subnet) return { at: 'subnet-out', subnet: natGateway.subnet, sender: natGateway.id };
  return natGateway.vpc ? { at: 'vpc-in', vpc: natGateway.vpc, gateway: natGateway.id } : NOWHERE;
}

/** Traffic addressed to a NAT gateway: a reply to what it translated goes back to the sender, nothing else gets in. */
export function arriveAtNatGateway(context: TraceContext, flight: Flight, natGateway: NatGatewayEntry): readonly Flight[] {
  const [first] = flight.parcels;
  const place = placeBehind(natGateway);
  if (!isKnownTo(flight, natGateway) || place === NOWHERE || !first) {
    return [blockAt(context, flight, { block: { component: 'nat-gateway', resource: natGateway.id, code: 'X_NAT_NO_INBOUND' }, next: NOWHERE })];
  }
  const last = first.replaced[first.replaced.length - 1];
  // A connection the gateway itself was asked to open ends here.
  if (!last) return [passOn(flight, { place: natGateway.subnet ? { at: 'landed', where: { kind: 'host', subnet: natGateway.subnet } } : NOWHERE })];
  const map = { ...flight.map, destination: last.map.source, destinationPort: isOneWithPorts(first.now.protocol) ? last.map.sourcePort : undefined };
  const detail = { kind: 'translate', from: formatAddresses(first.now.destination), to: formatAddresses(last.source) } as const;
  const passed = passOn(flight, { place, step: { step: 'translate', resource: natGateway.id, detail }, parcels: flight.parcels.map(restore) });
  return [{ ...passed, family: last.destination ? 6 : flight.family, map }];
}
