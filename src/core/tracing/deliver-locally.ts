import { formatAddress, rangeOf } from '../address/cidr.ts';
import { prefixHolderIn } from '../lookup/edge-gateways.ts';
import type { AddressOwner, InterfaceEntry, SubnetEntry, VpcEntry } from '../lookup/entries.ts';
import { blockAt, formatDestination, NOWHERE, passOn, type TraceContext } from './advance.ts';
import { privateHolder } from './deleted-nat-gateway.ts';
import type { Flight, Place, TracedParcel } from './flight.ts';
import { commonAddress, onlyAddress, splitByField } from './split-parcels.ts';

/** Whether an interface that stands in a subnet which the snapshot lacks has the address. */
function isHeldUnseen({ lookup }: TraceContext, parcels: readonly TracedParcel[]): boolean {
  const address = commonAddress(parcels, 'destination');
  if (address === undefined) return false;
  const text = formatAddress(address);
  return lookup.byKind['network-interface'].some(({ value }) => !lookup.subnets.has(value.subnet) && Object.values(value.addresses).some((held) => held.address === text));
}

/** A snapshot without network interfaces, or without the subnet of one that has the address, does not tell who is there. */
function mayBeHeld(context: TraceContext, { subnet, parcels }: { readonly subnet?: SubnetEntry; readonly parcels: readonly TracedParcel[] }): boolean {
  const { lookup } = context;
  if (lookup.design.snapshot === undefined) return false;
  return lookup.isMissing('network-interfaces') || (subnet === undefined && lookup.isMissing('subnets')) || isHeldUnseen(context, parcels);
}

/** The virtual private gateway that brought a request into the VPC: it leads to interfaces alone (Reachability Analyzer, explanation codes). */
function enteredBy({ lookup }: TraceContext, { leg, sessions }: Flight, vpc: VpcEntry): string | undefined {
  if (leg === 'reply') return undefined;
  const entered = sessions.find((session) => session.kind === 'gateway' && session.vpc === vpc.id);
  return entered?.kind === 'gateway' && lookup.resource(entered.gateway)?.kind === 'virtual-private-gateway' ? entered.gateway : undefined;
}

function noSuchTarget(context: TraceContext, flight: Flight, given: { readonly parcels: readonly TracedParcel[]; readonly vpc: VpcEntry; readonly subnet?: SubnetEntry }): Flight {
  const address = formatDestination(given);
  const isUnknown = mayBeHeld(context, given);
  const gateway = enteredBy(context, flight, given.vpc);
  return blockAt(context, flight, {
    block: {
      component: 'no-such-target',
      resource: address,
      code: isUnknown ? 'X_TARGET_NOT_KNOWN' : gateway === undefined ? 'X_NO_SUCH_TARGET' : 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      certainty: isUnknown ? 'unknown' : undefined,
      evidence: [{ at: given.subnet?.id ?? given.vpc.id }],
      subject: { vpc: given.vpc.id, destination: address, ...(given.subnet && { subnet: given.subnet.id }), ...(gateway !== undefined && { target: gateway }) },
    },
    step: { step: 'arrive', resource: address, detail: { kind: 'arrive', address } },
    next: NOWHERE,
    parcels: given.parcels,
  });
}

/** Traffic inside a VPC goes to the subnet that holds its destination. */
export function deliverLocally(context: TraceContext, flight: Flight, within: { readonly vpc: VpcEntry; readonly from: SubnetEntry | undefined }): readonly Flight[] {
  const flights: Flight[] = [];
  let rest = flight.parcels;
  for (const subnet of within.vpc.subnets) {
    for (const block of subnet.blocks) {
      if (rest.length === 0) return flights;
      if (block.family !== flight.family) continue;
      const { inside, outside } = splitByField(flight, rest, { field: 'destination', range: rangeOf(block) });
      if (inside.length > 0) flights.push(passOn(flight, { place: { at: 'subnet-in', subnet, isCrossed: subnet !== within.from }, parcels: inside }));
      rest = outside;
    }
  }
  return rest.length === 0 ? flights : [...flights, noSuchTarget(context, flight, { parcels: rest, vpc: within.vpc })];
}

function placeOf(owner: AddressOwner): Place {
  return owner.kind === 'interface' ? { at: 'interface-in', interface: owner.interface } : { at: 'nat-gateway-in', natGateway: owner.natGateway };
}

/** Whoever holds an address, by itself or in a block that is delegated to it. */
function placeAt({ lookup }: TraceContext, flight: Flight, { subnet, address }: { readonly subnet: SubnetEntry; readonly address: number | bigint }): Place | undefined {
  const owner = privateHolder(lookup, flight, { vpc: subnet.vpc, address });
  if (owner) return placeOf(owner);
  const delegate = prefixHolderIn(subnet, address);
  return delegate && { at: 'interface-in', interface: delegate };
}

/** A database whose address is not known stands anywhere in its subnet. */
function isStandInOf(flight: Flight, subnet: SubnetEntry): InterfaceEntry | undefined {
  const { aim } = flight;
  return aim.kind === 'interface' && aim.interface.addresses.length === 0 && aim.interface.subnet === subnet ? aim.interface : undefined;
}

function ownersIn(subnet: SubnetEntry): readonly (readonly [address: number | bigint, owner: AddressOwner])[] {
  const held = subnet.interfaces.flatMap((entry) => entry.addresses.map((address) => [address.address, { kind: 'interface', interface: entry, held: address }] as const));
  const nats = subnet.vpc.natGateways
    .filter((natGateway) => natGateway.subnet === subnet)
    .flatMap((natGateway) =>
      natGateway.addresses.flatMap((address) =>
        address.private === undefined ? [] : [[address.private, { kind: 'nat-gateway', natGateway, privateAddress: address.private }] as const],
      ),
    );
  return [...held, ...nats];
}

/** What is left of traffic in a subnet after everybody there took theirs: nobody holds that address. */
function unheld(context: TraceContext, flight: Flight, given: { readonly subnet: SubnetEntry; readonly parcels: readonly TracedParcel[] }): Flight {
  const { aim } = flight;
  const isHostItself = flight.leg === 'reply' && aim.kind === 'host' && aim.subnet === given.subnet;
  if (isHostItself) return passOn(flight, { place: { at: 'landed', where: { kind: 'host', subnet: given.subnet } }, parcels: given.parcels });
  return noSuchTarget(context, flight, { ...given, vpc: given.subnet.vpc });
}

/** Inside a subnet traffic goes to whoever holds the destination address. */
export function deliverInSubnet(context: TraceContext, flight: Flight, subnet: SubnetEntry): readonly Flight[] {
  const standIn = isStandInOf(flight, subnet);
  if (standIn) return [passOn(flight, { place: { at: 'interface-in', interface: standIn } })];
  const address = commonAddress(flight.parcels, 'destination');
  if (address !== undefined) {
    const place = placeAt(context, flight, { subnet, address });
    return [place ? passOn(flight, { place }) : unheld(context, flight, { subnet, parcels: flight.parcels })];
  }
  const flights: Flight[] = [];
  let rest = flight.parcels;
  for (const [held, owner] of ownersIn(subnet)) {
    if (typeof held !== (flight.family === 4 ? 'number' : 'bigint')) continue;
    const { inside, outside } = splitByField(flight, rest, { field: 'destination', range: onlyAddress(held) });
    if (inside.length > 0) flights.push(passOn(flight, { place: placeOf(owner), parcels: inside }));
    rest = outside;
  }
  return rest.length === 0 ? flights : [...flights, unheld(context, flight, { subnet, parcels: rest })];
}
