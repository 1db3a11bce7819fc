import { compileTransitTable, type CompiledTransitTable, type TransitRoute } from '../../forwarding/compile-transit-table.ts';
import type { Entry } from '../../lookup/entries.ts';
import { associationOf, findAttachment, isUsableAttachment, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { TransitGatewayRouteTable } from '../../model/resources/index.ts';
import { formatDestination, NOWHERE, passOn, type StepInput, type TraceContext } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { groupByRoute } from '../group-by-route.ts';
import { leaveByAttachment } from './leave-by-attachment.ts';
import { stopInTransit, target } from './transit-block.ts';

type Arrival = Extract<Place, { at: 'transit-gateway-in' }>;

/** Traffic at a transit gateway, with the table that decides for it. */
interface Routing {
  readonly context: TraceContext;
  readonly arrival: Arrival;
  readonly table: Entry<TransitGatewayRouteTable>;
  readonly compiled: CompiledTransitTable;
}

const routeStep = ({ table, arrival }: Routing, destination: string, to: { readonly row?: string; readonly target: string }): StepInput => ({
  step: 'route',
  resource: table.id,
  row: to.row,
  detail: { kind: 'route', subnet: arrival.attachment, destination, target: to.target },
});

/** The attachments whose routes would lead to whom the traffic is meant for. */
function leadsToAim({ context }: Routing, flight: Flight, route: TransitRoute): boolean {
  const { aim } = flight;
  const vpc = aim.kind === 'interface' ? aim.interface.subnet.vpc.id : aim.kind === 'host' ? aim.subnet.vpc.id : undefined;
  const attachment = route.attachment === undefined ? undefined : findAttachment(context.lookup, route.attachment);
  return vpc !== undefined && attachment?.value.vpc === vpc;
}

/** An address asked for beyond this very gateway is taken to be announced by the far side, where the far side announces by BGP. */
function announcingAttachment({ context, arrival, compiled }: Routing, flight: Flight, route: TransitRoute | undefined): AttachmentEntry | undefined {
  const isAsked = flight.aim.kind === 'on-premises' && (flight.aim.gateway === arrival.gateway || context.lookup.resource(flight.aim.gateway)?.kind === 'direct-connect-gateway');
  if (!isAsked || (route && route.cidr.prefixLength > 0)) return undefined;
  const candidates = compiled.unknownPropagations.map((id) => findAttachment(context.lookup, id)).filter((entry) => entry !== undefined);
  return candidates.find(({ value }) => value.type !== 'vpc' && (flight.aim.kind !== 'on-premises' || flight.aim.gateway === arrival.gateway || value.directConnectGateway === flight.aim.gateway));
}

function stopWithoutRoute(routing: Routing, flight: Flight): Flight {
  const { context, table, arrival, compiled } = routing;
  const noted = { component: 'transit-gateway-route-table', resource: table.id, subject: target(arrival.gateway) } as const;
  if (compiled.unknownPropagations.length > 0 && context.lookup.design.snapshot !== undefined) return stopInTransit(context, flight, { ...noted, code: 'TGW_RTB_ROUTES_ARE_UNKNOWN', certainty: 'unknown' });
  const hasOther = compiled.routes[flight.family].some((route) => leadsToAim(routing, flight, route));
  return stopInTransit(context, flight, { ...noted, code: hasOther ? 'TGW_RTB_CANNOT_ROUTE' : 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT' });
}

function stopAtRoute({ context, table, arrival }: Routing, flight: Flight, given: { readonly route: TransitRoute; readonly code: string; readonly certainty?: 'unknown' }): Flight {
  const { route, code, certainty } = given;
  const subject = target(route.attachment ?? arrival.gateway);
  return stopInTransit(context, flight, { component: 'transit-gateway-route-table', resource: table.id, row: route.row, code, subject, ...(certainty && { certainty }) });
}

function followRoute(routing: Routing, flight: Flight, route: TransitRoute): readonly Flight[] {
  const { context, arrival } = routing;
  if (route.attachment === undefined) return [stopAtRoute(routing, flight, { route, code: 'TGW_RTB_BAD_STATE_ROUTE' })];
  if (route.isContested) return [stopAtRoute(routing, flight, { route, code: 'X_TGW_OVERLAPPING_BLOCKS', certainty: 'unknown' })];
  const attachment = findAttachment(context.lookup, route.attachment);
  if (!attachment) {
    const isImported = context.lookup.design.snapshot !== undefined;
    return [stopAtRoute(routing, flight, isImported ? { route, code: 'X_TGW_ATTACHMENT_NOT_KNOWN', certainty: 'unknown' } : { route, code: 'TGW_RTB_BAD_STATE_ROUTE' })];
  }
  const routed = passOn(flight, { place: NOWHERE, step: routeStep(routing, route.destination, { row: route.row, target: attachment.id }) });
  if (isUsableAttachment(attachment)) return leaveByAttachment(context, routed, { arrival, attachment });
  return [stopInTransit(context, routed, { component: 'transit-gateway-attachment', resource: attachment.id, code: 'BAD_STATE_ATTACHMENT', subject: target(arrival.gateway) })];
}

function routeGroup(routing: Routing, flight: Flight, route: TransitRoute | undefined): readonly Flight[] {
  const announcing = announcingAttachment(routing, flight, route);
  if (announcing) {
    const destination = formatDestination(flight);
    const routed = passOn(flight, { place: NOWHERE, step: routeStep(routing, destination, { target: announcing.id }) });
    return leaveByAttachment(routing.context, routed, { arrival: routing.arrival, attachment: announcing });
  }
  return route ? followRoute(routing, flight, route) : [stopWithoutRoute(routing, flight)];
}

function findTable(context: TraceContext, flight: Flight, arrival: Arrival): Entry<TransitGatewayRouteTable> | Flight {
  const attachment = findAttachment(context.lookup, arrival.attachment);
  const association = attachment ? associationOf(context.lookup, attachment, arrival.gateway) : ({ kind: 'unknown', id: undefined } as const);
  if (association.kind === 'none') {
    return stopInTransit(context, flight, { component: 'transit-gateway-attachment', resource: arrival.attachment, code: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION', subject: target(arrival.gateway) });
  }
  if (association.kind === 'table' && association.table.value.routesKnown !== false) return association.table;
  const resource: ResourceId | undefined = association.kind === 'table' ? association.table.id : association.id;
  const place = resource === undefined ? ({ component: 'transit-gateway-attachment', resource: arrival.attachment } as const) : ({ component: 'transit-gateway-route-table', resource } as const);
  return stopInTransit(context, flight, { ...place, code: 'TGW_RTB_ROUTES_ARE_UNKNOWN', certainty: 'unknown', subject: target(arrival.gateway) });
}

/**
 * Traffic stands at a transit gateway: the table its attachment is associated with decides, longest prefix first, static
 * before propagated. What no route takes is dropped (Transit Gateway guide, how-transit-gateways-work).
 */
export function routeInTransit(context: TraceContext, flight: Flight, arrival: Arrival): readonly Flight[] {
  const table = findTable(context, flight, arrival);
  if (!('value' in table)) return [table];
  const passed = passOn(flight, { place: NOWHERE, step: { step: 'gateway', resource: arrival.gateway, detail: { kind: 'gateway', word: 'transit gateway' } } });
  const routing: Routing = { context, arrival, table, compiled: compileTransitTable(context.lookup, table) };
  return [...groupByRoute(routing.compiled.routes[passed.family], passed)].flatMap(([route, parcels]) => routeGroup(routing, { ...passed, parcels }, route));
}
