import { icmpEcho, icmpRange } from '../address/ports.ts';
import { isIcmp, isOneWithPorts } from '../address/protocol.ts';
import type { AnyBox, Family } from '../filtering/rule-match.ts';
import type { BlockerComponent } from '../findings/diagnosis.ts';
import type { Lookup } from '../lookup/entries.ts';
import { blockAt, formatDestination, type BlockInput, type TraceContext } from './advance.ts';
import { replyMap, replyTo } from './carve.ts';
import { publicHolder } from './deleted-nat-gateway.ts';
import type { Aim, Block, Flight, Landing, Place, TraceStep } from './flight.ts';
import { forwardToTargets, type Forwarding } from './services/forward-to-targets.ts';
import { groupOf, settleTargets, type Front } from './services/settle-targets.ts';
import type { Start } from './start-flights.ts';
import { walk } from './walk.ts';

/** How part of the asked traffic fares, there and back. It arrives exactly when `blocks` is empty. */
export interface Outcome {
  /** The part of the asked traffic. */
  readonly asked: readonly AnyBox[];
  readonly family: Family;
  readonly request: { readonly steps: readonly TraceStep[]; readonly landing: Landing };
  /** Missing where no reply was sent: the request went nowhere, or the protocol has none. */
  readonly reply: { readonly steps: readonly TraceStep[]; readonly landing: Landing } | undefined;
  readonly blocks: readonly Block[];
  /** Where a load balancer's listener took it: the way on to its targets. */
  readonly forwarding?: Forwarding;
}

const landingOf = (flight: Flight): Landing => (flight.place.at === 'landed' ? flight.place.where : { kind: 'nowhere' });

/** Whether traffic ended where it was meant to. */
function isAtAim(landing: Landing, aim: Aim): boolean {
  switch (aim.kind) {
    case 'interface':
      return landing.kind === 'interface' && landing.interface === aim.interface;
    case 'host':
      return landing.kind === 'host' && landing.subnet === aim.subnet;
    case 'on-premises':
      return landing.kind === 'on-premises' && landing.gateway === aim.gateway;
    case 'internet':
      // Addresses of an AWS service that an endpoint of the VPC leads to are as public as any.
      return landing.kind === 'internet' || landing.kind === 'service';
    case 'service':
      return landing.kind === 'service' && landing.endpoint === aim.endpoint;
    case 'nat-gateway':
      return false;
    case 'address':
      return landing.kind !== 'nowhere';
  }
}

const tableComponent = (lookup: Lookup, table: string): BlockerComponent => (lookup.resource(table)?.kind === 'transit-gateway-route-table' ? 'transit-gateway-route-table' : 'route-table');

function strayBlock({ lookup }: TraceContext, flight: Flight): BlockInput {
  const { aim } = flight;
  // Traffic for an endpoint goes astray where it is routed first; any other at the last table.
  const routes = flight.steps.filter((step) => step.step === 'route');
  const route = aim.kind === 'service' ? routes[0] : routes.at(-1);
  const destination = formatDestination(flight);
  const resource = route?.resource ?? destination;
  return {
    component: tableComponent(lookup, resource),
    resource,
    row: route?.evidence?.row,
    code: aim.kind === 'service' ? 'X_ENDPOINT_NOT_IN_TABLE' : 'X_ADDRESS_HELD_ELSEWHERE',
    evidence: route?.evidence ? [route.evidence] : [],
    subject: { destination, ...(aim.kind === 'service' && { target: aim.endpoint }) },
  };
}

/** Traffic that ended, unblocked, at somebody who is not meant: the address is held there too. */
function judgeLanding(context: TraceContext, flight: Flight): Flight {
  if (flight.blocks.length > 0 || isAtAim(landingOf(flight), flight.aim)) return flight;
  return blockAt(context, flight, { block: strayBlock(context, flight), next: flight.place });
}

/** Echo requests are answered; other ICMP messages are not (RFC 792). Every other protocol is taken to answer. */
function isAnswered({ protocol, destinationPort }: AnyBox, family: Family): boolean {
  if (protocol[1] - protocol[0] !== 1 || !isIcmp(protocol[0])) return true;
  const echo = icmpRange(icmpEcho[family].request);
  return destinationPort[0] < echo[1] && destinationPort[1] > echo[0];
}

const intoVpcOf = (origin: Aim): Place | undefined => (origin.kind === 'interface' ? { at: 'vpc-in', vpc: origin.interface.subnet.vpc, gateway: '' } : undefined);

/**
 * Where a reply from the internet starts. One to a sender that went out without a public address comes back to its gateway
 * as if it had one; one to an interface whose NAT gateway is gone comes back to its VPC, whichever will take its place. One to
 * any other request that never came to a gateway is not told.
 */
function fromInternet(context: TraceContext, request: Flight, origin: Aim): Place | undefined {
  const [first] = request.parcels;
  const source = first?.now.source[0];
  const isTranslated = typeof source !== 'number' || publicHolder(context.lookup, request, source) !== undefined;
  if (isTranslated || origin.kind === 'internet') return { at: 'internet' };
  const lacking = request.blocks.filter(({ component }) => component === 'public-ip').map(({ resource }) => resource);
  if (lacking.length === 0) return intoVpcOf(origin);
  // Without a public address at the gateway of another VPC, one at its own would not bring the reply back.
  if (origin.kind === 'interface' && !lacking.includes(origin.interface.id)) return undefined;
  if (origin.kind === 'interface') return { at: 'internet-gateway-in', vpc: origin.interface.subnet.vpc, lacksPublicAddress: origin.interface };
  return origin.kind === 'host' ? { at: 'vpc-in', vpc: origin.subnet.vpc, gateway: '' } : undefined;
}

function replyPlace(context: TraceContext, request: Flight, origin: Aim): Place | undefined {
  const landing = landingOf(request);
  switch (landing.kind) {
    case 'interface':
      return { at: 'interface-out', interface: landing.interface };
    case 'internet':
      return fromInternet(context, request, origin);
    case 'service':
      return { at: 'vpc-in', vpc: landing.vpc, gateway: landing.endpoint };
    case 'on-premises':
      return { at: 'gateway-in', gateway: landing.gateway };
    case 'host':
    case 'nowhere':
      return undefined;
  }
}

function answer(context: TraceContext, request: Flight, origin: Aim): readonly Flight[] {
  const isStopped = context.policy === 'strict' && request.blocks.length > 0;
  const place = replyPlace(context, request, origin);
  const [first] = request.parcels;
  if (isStopped || !place || !first || !isAnswered(first.now, request.family)) return [];
  const reply: Flight = {
    ...request,
    leg: 'reply',
    place,
    aim: origin,
    steps: [],
    parcels: request.parcels.map((parcel) => replyTo(parcel, request.family)),
    map: replyMap(request.map, isOneWithPorts(first.now.protocol)),
  };
  return walk(context, [reply]).map((landed) => judgeLanding(context, landed));
}

function outcomesOf(context: TraceContext, request: Flight, origin: Aim): readonly Outcome[] {
  const there = { steps: request.steps, landing: landingOf(request) };
  const replies = answer(context, request, origin);
  const askedOf = (flight: Flight): readonly AnyBox[] => flight.parcels.map(({ asked }) => asked);
  if (replies.length === 0) return [{ asked: askedOf(request), family: request.family, request: there, reply: undefined, blocks: request.blocks }];
  return replies.map((reply) => ({
    asked: askedOf(reply),
    family: reply.family,
    request: there,
    reply: { steps: reply.steps, landing: landingOf(reply) },
    blocks: reply.blocks,
  }));
}

const nameOfOrigin = (origin: Aim): string => (origin.kind === 'interface' ? origin.interface.id : origin.kind === 'host' ? origin.subnet.id : origin.kind);

/** The outcomes of one part of the traffic, with the way on where a load balancer took it. */
function frontsOf(context: TraceContext, request: Flight, start: Start): readonly Front[] {
  const outcomes = outcomesOf(context, request, start.origin);
  const isStopped = context.policy === 'strict' && request.blocks.length > 0;
  const forwarding = isStopped ? undefined : forwardToTargets(context, request, traceRoundTrip);
  return outcomes.map((outcome) => ({ outcome, forwarding, group: groupOf(start.flight, nameOfOrigin(start.origin)) }));
}

/** Walks the asked traffic there and its replies back, with the sessions the request left behind. */
export function traceRoundTrip(context: TraceContext, starts: readonly Start[]): readonly Outcome[] {
  const fronts = starts.flatMap(({ flight, origin }) =>
    walk(context, [flight])
      .map((landed) => judgeLanding(context, landed))
      .flatMap((landed) => frontsOf(context, landed, { flight, origin })),
  );
  return settleTargets(fronts);
}
