import { ALL_PORTS, icmpEcho, icmpRange } from '../address/ports.ts';
import { isIcmp } from '../address/protocol.ts';
import type { Interval } from '../address/interval.ts';
import type { AnyBox, Carve, Family } from '../filtering/rule-match.ts';
import type { Field, FieldMap, Flight, TracedParcel } from './flight.ts';

/** Puts one field into a box; the fields keep their order, which keeps boxes fast. */
export function withField(box: AnyBox, field: Field, value: Interval): AnyBox {
  return {
    source: field === 'source' ? value : box.source,
    destination: field === 'destination' ? value : box.destination,
    protocol: box.protocol,
    sourcePort: field === 'sourcePort' ? (value as Interval<number>) : box.sourcePort,
    destinationPort: field === 'destinationPort' ? (value as Interval<number>) : box.destinationPort,
  };
}

const FIELDS: readonly Field[] = ['source', 'destination', 'sourcePort', 'destinationPort'];

function narrowAsked(asked: AnyBox, now: AnyBox, map: FieldMap): AnyBox {
  let narrowed = asked.protocol === now.protocol ? asked : { ...asked, protocol: now.protocol };
  for (const field of FIELDS) {
    const mirrored = map[field];
    if (mirrored !== undefined && narrowed[mirrored] !== now[field]) narrowed = withField(narrowed, mirrored, now[field]);
  }
  return narrowed;
}

/** How a parcel of this flight is cut: what is cut from its header is cut from the asked traffic too. */
export const carveOf =
  (flight: Pick<Flight, 'map'>): Carve<TracedParcel> =>
  (parcel, now) => ({ now, asked: narrowAsked(parcel.asked, now, flight.map), replaced: parcel.replaced });

function replyPorts(parcel: TracedParcel, family: Family): Pick<AnyBox, 'sourcePort' | 'destinationPort'> {
  const { protocol, sourcePort, destinationPort } = parcel.now;
  const isOneProtocol = protocol[1] - protocol[0] === 1;
  if (!isOneProtocol || !isIcmp(protocol[0])) return { sourcePort: destinationPort, destinationPort: sourcePort };
  const request = icmpRange(icmpEcho[family].request);
  const isEcho = destinationPort[0] >= request[0] && destinationPort[1] <= request[1];
  return { sourcePort: ALL_PORTS, destinationPort: isEcho ? icmpRange(icmpEcho[family].reply, 0) : destinationPort };
}

/** The header of the reply to a parcel, where it starts. An echo request is answered by an echo reply (RFC 792). */
export function replyTo(parcel: TracedParcel, family: Family): TracedParcel {
  const { source, destination, protocol } = parcel.now;
  const { sourcePort, destinationPort } = replyPorts(parcel, family);
  return { ...parcel, now: { source: destination, destination: source, protocol, sourcePort, destinationPort } };
}

/** The map of a reply; ICMP has no ports to mirror, and its type changes. */
export function replyMap(map: FieldMap, hasPorts: boolean): FieldMap {
  return {
    source: map.destination,
    destination: map.source,
    sourcePort: hasPorts ? map.destinationPort : undefined,
    destinationPort: hasPorts ? map.sourcePort : undefined,
  };
}
