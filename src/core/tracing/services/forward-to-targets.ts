import { TCP, UDP } from '../../address/protocol.ts';
import type { InterfaceEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { asRowId } from '../../model/ids.ts';
import type { Listener, LoadBalancer } from '../../model/resources/index.ts';
import { evidenceAt, type TraceContext } from '../advance.ts';
import type { Block, Flight, TraceStep } from '../flight.ts';
import { startFlights, type Start } from '../start-flights.ts';
import { findTargets, type ListenerTarget } from './find-targets.ts';
import { isLoopback, LOOPBACK } from './judge-loopback.ts';
import { targetFaults } from './target-faults.ts';

/** What one round trip from a node to a target came to. */
export interface LegOutcome {
  readonly request: { readonly steps: readonly TraceStep[] };
  readonly reply: { readonly steps: readonly TraceStep[] } | undefined;
  readonly blocks: readonly Block[];
}

/** How a request fares from a node of a load balancer to one target, and its reply back. */
export interface TargetLeg {
  readonly node: ResourceId;
  readonly zone: string;
  readonly target: ListenerTarget;
  readonly isHealthReached: boolean;
  readonly outcomes: readonly LegOutcome[];
}

/** The way on from a listener: a leg to each target, and what is missing where there is none. */
export interface Forwarding {
  readonly loadBalancer: ResourceId;
  readonly listener: string;
  readonly legs: readonly TargetLeg[];
  /** Blocks of the listener itself: no target group, groups without targets, targets that are not known. */
  readonly blocks: readonly Block[];
}

export type RoundTrip = (context: TraceContext, starts: readonly Start[]) => readonly LegOutcome[];

interface Handing {
  readonly context: TraceContext;
  readonly request: Flight;
  readonly node: InterfaceEntry;
  readonly id: ResourceId;
  readonly balancer: LoadBalancer;
  readonly row: string;
  readonly listener: Listener;
  readonly trace: RoundTrip;
}

type BlockWords = Pick<Block, 'component' | 'resource' | 'code'> & Partial<Pick<Block, 'row' | 'certainty' | 'subject'>>;

function makeBlock({ request }: Handing, given: BlockWords): Block | undefined {
  const [first] = request.parcels;
  if (!first) return undefined;
  return { leg: 'request', row: undefined, certainty: 'certain', evidence: [evidenceAt(given.resource, given.row)], subject: {}, traffic: first.now, ...given };
}

/** A request that keeps its client's address leaves the node as it came. */
function keepClient(start: Start, { request, node }: Handing): Start {
  const parcels = start.flight.parcels.flatMap((parcel) =>
    request.parcels.map(({ now }) => {
      const box = { ...parcel.now, source: now.source, sourcePort: now.sourcePort };
      return { now: box, asked: box, replaced: [] };
    }),
  );
  return { ...start, flight: { ...start.flight, parcels, sessions: [...start.flight.sessions, { kind: 'kept-client', node }] } };
}

/** A target group is of one family, of IPv4 unless it is said to be of IPv6 or its targets have that alone (CreateTargetGroup, IpAddressType). */
function inOneFamily(starts: readonly Start[], told: 4 | 6 | undefined): readonly Start[] {
  if (told !== undefined) return starts.filter(({ flight }) => flight.family === told);

  const ofIpv4 = starts.filter(({ flight }) => flight.family === 4);
  return ofIpv4.length > 0 ? ofIpv4 : starts;
}

function startsTo(handing: Handing, target: ListenerTarget, port: number): readonly Start[] {
  const { node, id, request, row } = handing;
  if (target.end.kind !== 'end') return [];
  const number = request.parcels[0]?.now.protocol[0] ?? TCP;
  const question = { from: id, to: target.target, protocol: number === UDP ? ('udp' as const) : ('tcp' as const), port, client: 'elb' as const, ...(target.family && { family: target.family }) };
  const starts = startFlights({ kind: 'interfaces', interfaces: [node], address: undefined, via: 'private' }, target.end.end, question);
  if (!starts.ok) return [];
  const passed = request.sessions.filter(({ kind }) => kind === 'listener');
  return inOneFamily(starts.value, target.family).map((start) => {
    const handed: Start = { ...start, flight: { ...start.flight, sessions: [...start.flight.sessions, ...passed, { kind: 'listener', loadBalancer: id, row }] } };
    // A request of one family to a target of the other leaves under the node's own address.
    return target.keepsClient && start.flight.family === request.family ? keepClient(handed, handing) : handed;
  });
}

/** The zone rules: a target of a zone that the load balancer is not in, or of another zone than the node's while it keeps to its own. */
function zoneBlock(handing: Handing, target: ListenerTarget, all: readonly ListenerTarget[]): Block | undefined {
  const { context, balancer, node, id } = handing;
  if (target.zone === undefined) return undefined;
  const zones = balancer.subnets.flatMap((subnet) => context.lookup.subnets.get(subnet)?.value.availabilityZone ?? []);
  const place = node.subnet.value.availabilityZone;
  const subject = { target: target.target, destination: target.zone, subnet: node.subnet.id };
  if (!zones.includes(target.zone) && zones.length > 0) return makeBlock(handing, { component: 'load-balancer', resource: id, code: 'ELB_INSTALLED_AZ_RESTRICTION', subject });
  if (target.isCrossZone || target.zone === place) return undefined;
  const hasOwn = all.some(({ zone }) => zone === place || zone === undefined);
  if (hasOwn || balancer.type === 'classic') return makeBlock(handing, { component: 'load-balancer', resource: id, code: 'ELB_NOT_CROSSZONE', subject });
  return makeBlock(handing, { component: 'target-group', resource: target.group ?? id, code: 'ELBV2_NO_TARGETS_IN_AZ', subject: { ...subject, destination: place } });
}

const stopped = (block: Block | undefined): readonly LegOutcome[] => (block ? [{ request: { steps: [] }, reply: undefined, blocks: [block] }] : []);

/** What keeps a target from answering although the network brings it the request. */
function faultsAt({ context, id }: Handing, target: ListenerTarget, starts: readonly Start[]): readonly BlockWords[] {
  const faults = targetFaults(context.lookup, target);
  if (!isLoopback(target, starts)) return faults;
  return [{ component: 'target-group', resource: target.group ?? id, row: target.row, code: LOOPBACK, subject: { target: target.target } }, ...faults];
}

function lookAtTarget(handing: Handing, target: ListenerTarget, all: readonly ListenerTarget[]): readonly LegOutcome[] {
  const { context, id } = handing;
  if (target.end.kind === 'lambda' || target.end.kind === 'own-answer') return [{ request: { steps: [] }, reply: undefined, blocks: [] }];
  if (target.end.kind === 'gone') {
    const isImported = context.lookup.design.snapshot !== undefined;
    return stopped(makeBlock(handing, { component: 'target-group', resource: target.group ?? id, row: target.row, code: 'X_TARGET_NOT_FOUND', certainty: isImported ? 'unknown' : 'certain', subject: { target: target.target } }));
  }
  const zone = zoneBlock(handing, target, all);
  if (zone) return stopped(zone);
  const isCircle = handing.request.sessions.filter((session) => session.kind === 'listener' && session.loadBalancer === id).length > 1;
  const starts = isCircle ? [] : startsTo(handing, target, target.port);
  if (starts.length === 0) return stopped(makeBlock(handing, { component: 'target-group', resource: target.group ?? id, row: target.row, code: 'X_TARGET_NOT_FOUND', subject: { target: target.target } }));
  const faults = faultsAt(handing, target, starts).flatMap((fault) => makeBlock(handing, fault) ?? []);
  return handing.trace(context, starts).map((outcome) => ({ ...outcome, blocks: [...outcome.blocks, ...faults] }));
}

function isHealthReached(handing: Handing, target: ListenerTarget): boolean {
  if (target.healthPort === target.port || target.end.kind !== 'end') return true;
  // The node checks health under its own address, whatever addresses it keeps.
  const starts = startsTo(handing, { ...target, keepsClient: false }, target.healthPort);
  return handing.trace({ ...handing.context, policy: 'strict' }, starts).every(({ blocks }) => blocks.length === 0);
}

function listenerBlocks(handing: Handing, found: { readonly emptyGroups: readonly ResourceId[]; readonly unknownGroups: readonly ResourceId[]; readonly count: number }): readonly Block[] {
  const { id, row, balancer } = handing;
  const unknown = found.unknownGroups.map((group) => makeBlock(handing, { component: 'target-group', resource: group, code: 'X_TARGETS_NOT_KNOWN', certainty: 'unknown' }));
  const empty = found.emptyGroups.map((group) => makeBlock(handing, { component: 'target-group', resource: group, code: 'ELBV2_LISTENER_HAS_NO_TG', subject: { target: id } }));
  const isBare = found.count === 0 && unknown.length === 0 && empty.length === 0;
  const bare = isBare ? [makeBlock(handing, { component: 'load-balancer', resource: id, row, code: balancer.type === 'classic' ? 'X_NO_INSTANCES' : 'ELBV2_LISTENER_HAS_NO_TG' })] : [];
  return [...unknown, ...empty, ...bare].filter((block) => block !== undefined);
}

function findHanding(context: TraceContext, request: Flight, trace: RoundTrip): Handing | undefined {
  const { place } = request;
  const session = request.sessions.at(-1);
  if (place.at !== 'landed' || place.where.kind !== 'interface' || session?.kind !== 'listener') return undefined;
  const node = place.where.interface;
  const { holder } = node;
  if (holder.kind !== 'load-balancer' || holder.id !== session.loadBalancer) return undefined;
  const listener = holder.loadBalancer.listeners[asRowId(session.row)];
  return listener && { context, request, node, id: holder.id, balancer: holder.loadBalancer, row: session.row, listener, trace };
}

/** What becomes of a request that a listener took: a round trip to every target it may be handed on to. Nothing for any other request. */
export function forwardToTargets(context: TraceContext, request: Flight, trace: RoundTrip): Forwarding | undefined {
  const handing = findHanding(context, request, trace);
  if (!handing) return undefined;
  const { targets, emptyGroups, unknownGroups } = findTargets(context.lookup, handing.node, handing);
  const legs = targets.map((target): TargetLeg => ({
    node: handing.node.id,
    zone: handing.node.subnet.value.availabilityZone,
    target,
    outcomes: lookAtTarget(handing, target, targets),
    isHealthReached: isHealthReached(handing, target),
  }));
  return { loadBalancer: handing.id, listener: handing.row, legs, blocks: listenerBlocks(handing, { emptyGroups, unknownGroups, count: targets.length }) };
}

