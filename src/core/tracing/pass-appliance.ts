import { formatAddress } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { isOneWithPorts } from '../address/protocol.ts';
import type { HeldAddress, InterfaceEntry } from '../lookup/entries.ts';
import { formatAddresses, passOn, type TraceContext } from './advance.ts';
import { withField } from './carve.ts';
import type { Flight, Place, TracedParcel } from './flight.ts';
import { passSecurityGroups } from './pass-security-groups.ts';
import { onlyAddress } from './split-parcels.ts';

/** Ports that Linux takes for connections it translates: those of the client where they are free, which none can rely on. */
const TRANSLATED_PORTS: Interval<number> = [1024, 65536];

const ownAddress = (entry: InterfaceEntry): HeldAddress | undefined => entry.addresses.find(({ address, primary }) => typeof address === 'number' && primary) ?? entry.addresses.find(({ address }) => typeof address === 'number');

function translate(flight: Flight, entry: InterfaceEntry, own: HeldAddress): Flight {
  const [first] = flight.parcels;
  const source = onlyAddress(own.address);
  const parcels = flight.parcels.map((parcel): TracedParcel => {
    const moved = withField(parcel.now, 'source', source);
    const replaced = [...parcel.replaced, { source: parcel.now.source, sourcePort: parcel.now.sourcePort, map: flight.map }];
    return { now: isOneWithPorts(parcel.now.protocol) ? withField(moved, 'sourcePort', TRANSLATED_PORTS) : moved, asked: parcel.asked, replaced };
  });
  const detail = { kind: 'translate', from: first ? formatAddresses(first.now.source) : '', to: formatAddress(own.address) } as const;
  return {
    ...passOn(flight, { place: { at: 'interface-out', interface: entry }, step: { step: 'translate', resource: entry.id, detail }, parcels }),
    map: { ...flight.map, source: undefined, sourcePort: undefined },
    sessions: [...flight.sessions, { kind: 'nat-instance', interface: entry.id }],
  };
}

/** Whether the machine behind an interface replaces the source of what it passes on. */
const isTranslating = ({ holder }: InterfaceEntry): boolean => holder.kind === 'instance' && holder.instance.forwards === 'nat';

/**
 * Traffic passes a machine that forwards: its groups judge it on the way in and on the way out. A NAT instance puts its own
 * address in the place of the source (VPC User Guide, VPC_NAT_Instance).
 */
export function passAppliance(context: TraceContext, flight: Flight, entry: InterfaceEntry): readonly Flight[] {
  const out: Place = { at: 'interface-out', interface: entry };
  const own = ownAddress(entry);
  return passSecurityGroups(context, flight, { interface: entry, direction: 'inbound', next: out }).map((entered) => {
    const isGoingOn = entered.place === out;
    if (!isGoingOn) return entered;
    if (own && isTranslating(entry) && flight.family === 4) return translate(entered, entry, own);
    return { ...entered, sessions: [...entered.sessions, { kind: 'middlebox', interface: entry.id }] };
  });
}

function restore(parcel: TracedParcel): TracedParcel {
  const last = parcel.replaced[parcel.replaced.length - 1];
  if (!last) return parcel;
  const moved = withField(parcel.now, 'destination', last.source);
  return { now: isOneWithPorts(parcel.now.protocol) ? withField(moved, 'destinationPort', last.sourcePort) : moved, asked: parcel.asked, replaced: parcel.replaced.slice(0, -1) };
}

/** A reply that came to the NAT instance which translated its request goes on to whoever sent that; `undefined` for any other traffic. */
export function passReplyOn(flight: Flight, entry: InterfaceEntry): Flight | undefined {
  const isKnown = flight.leg === 'reply' && flight.sessions.some((session) => session.kind === 'nat-instance' && session.interface === entry.id);
  const [first] = flight.parcels;
  const last = first?.replaced[first.replaced.length - 1];
  if (!isKnown || !first || !last) return undefined;
  const detail = { kind: 'translate', from: formatAddresses(first.now.destination), to: formatAddresses(last.source) } as const;
  const passed = passOn(flight, { place: { at: 'interface-out', interface: entry }, step: { step: 'translate', resource: entry.id, detail }, parcels: flight.parcels.map(restore) });
  return { ...passed, map: { ...flight.map, destination: last.map.source, destinationPort: isOneWithPorts(first.now.protocol) ? last.map.sourcePort : undefined } };
}
