import { announcedToOnPremises, interfacesAt, isOpen, wayThrough, waysTo } from '../lookup/direct-connect.ts';
import type { Lookup } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import type { DirectConnectGateway } from '../model/resources/index.ts';
import { blockAt, formatAddresses, passOn, towardsAim, type TraceContext } from './advance.ts';
import type { Flight, Place, TracedParcel } from './flight.ts';
import { splitByRanges } from './split-parcels.ts';
import { enterThroughGateway, usableConnections } from './targets/virtual-private-gateway.ts';
import { enterTransitGateway } from './transit/enter-transit-gateway.ts';
import { faultOfWay } from './transit/judge-direct-connect.ts';

type Arrival = Extract<Place, { at: 'gateway-in' }>;

function stopUnannounced(context: TraceContext, flight: Flight, given: { readonly gateway: ResourceId; readonly towards?: ResourceId; readonly parcels: readonly TracedParcel[] }): Flight {
  const [first] = given.parcels;
  const subject = { ...(first && { destination: formatAddresses(first.now.destination) }), ...(given.towards !== undefined && { target: given.towards }) };
  const on = given.towards;
  const next: Place = on === undefined ? towardsAim(flight, undefined) : { at: 'gateway-in', gateway: on, via: given.gateway };
  return blockAt(context, flight, { block: { component: 'direct-connect-gateway', resource: given.gateway, code: 'X_DX_PREFIX_NOT_ALLOWED', subject }, next, parcels: given.parcels });
}

function enterAt(context: TraceContext, flight: Flight, place: { readonly gateway: ResourceId; readonly via?: ResourceId }): readonly Flight[] {
  const isTransit = context.lookup.resource(place.gateway)?.kind === 'transit-gateway';
  return isTransit ? enterTransitGateway(context, flight, place) : enterThroughGateway(context, flight, place.gateway);
}

/** The associated gateway of the VPC that traffic is meant for: where a persistent walk goes on. */
function meant(lookup: Lookup, { aim }: Flight, { associations }: DirectConnectGateway): { readonly towards?: ResourceId } {
  const vpc = aim.kind === 'interface' ? aim.interface.subnet.vpc.id : aim.kind === 'host' ? aim.subnet.vpc.id : undefined;
  const rows = Object.values(associations).map(({ gateway }) => gateway);
  const own = rows.find((gateway) => {
    const target = lookup.resource(gateway);
    return vpc !== undefined && target?.kind === 'virtual-private-gateway' && target.vpc === vpc;
  });
  return own === undefined ? {} : { towards: own };
}

/** A Direct Connect gateway brings traffic to the associated gateway whose prefixes it announces, and never from one to another. */
function enterDirectConnectGateway(context: TraceContext, flight: Flight, given: { readonly id: ResourceId; readonly value: DirectConnectGateway }): readonly Flight[] {
  const { lookup } = context;
  const { id, value } = given;
  const flights: Flight[] = [];
  let rest = flight;
  for (const { gateway } of Object.values(value.associations)) {
    const way = wayThrough(lookup, id, gateway);
    if (!way?.association || rest.parcels.length === 0) continue;
    const { inside, outside } = splitByRanges(rest, rest.parcels, { field: 'destination', ranges: announcedToOnPremises(lookup, way) });
    rest = { ...rest, parcels: outside };
    if (inside.length === 0) continue;
    const fault = faultOfWay(lookup, { way, resource: id });
    const part: Flight = { ...flight, parcels: inside };
    const next: Place = { at: 'gateway-in', gateway, via: id };
    const stopped = fault && blockAt(context, part, { block: { ...fault, subject: { target: gateway } }, next });
    flights.push(...(stopped ? [stopped] : enterAt(context, part, { gateway, via: id })));
  }
  return rest.parcels.length === 0 ? flights : [...flights, stopUnannounced(context, rest, { gateway: id, parcels: rest.parcels, ...meant(lookup, flight, value) })];
}

/** A virtual private gateway that only a Direct Connect gateway leads to gets what that gateway announces. */
function enterVirtualPrivateGateway(context: TraceContext, flight: Flight, { gateway, via }: Arrival): readonly Flight[] {
  const { lookup } = context;
  // What comes from a Direct Connect gateway has been judged there.
  const isReached = via !== undefined || usableConnections(lookup, gateway).length > 0 || interfacesAt(lookup, gateway).length > 0;
  const way = isReached ? undefined : waysTo(lookup, gateway).find(isOpen);
  if (!way?.gateway) return enterThroughGateway(context, flight, gateway);
  const { inside, outside } = splitByRanges(flight, flight.parcels, { field: 'destination', ranges: announcedToOnPremises(lookup, way) });
  const entered = inside.length === 0 ? [] : enterThroughGateway(context, { ...flight, parcels: inside }, gateway);
  return outside.length === 0 ? entered : [...entered, stopUnannounced(context, flight, { gateway: way.gateway.id, towards: gateway, parcels: outside })];
}

/** Traffic from on-premises stands at the gateway it comes in by: of a VPC, a transit gateway, or a Direct Connect gateway. */
export function enterFromOnPremises(context: TraceContext, flight: Flight, arrival: Arrival): readonly Flight[] {
  const resource = context.lookup.resource(arrival.gateway);
  switch (resource?.kind) {
    case 'transit-gateway':
      return enterTransitGateway(context, flight, arrival);
    case 'direct-connect-gateway': {
      const step = { step: 'gateway', resource: arrival.gateway, detail: { kind: 'gateway', word: 'Direct Connect gateway' } } as const;
      return enterDirectConnectGateway(context, passOn(flight, { place: flight.place, step }), { id: arrival.gateway, value: resource });
    }
    default:
      return enterVirtualPrivateGateway(context, flight, arrival);
  }
}
